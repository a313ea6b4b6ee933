#include "web/fields.hpp"

#include "core/ensure.hpp"
#include "core/text.hpp"

#include <algorithm>

namespace heed::web {

namespace {

int hex_value(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_alphanumeric(char c)
{
    return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z');
}

/// What RFC 9110 lets a field name be made of.
bool is_token(std::string_view text)
{
    static constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return is_alphanumeric(c) || marks.find(c) != std::string_view::npos;
    });
}

bool breaks_a_line(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F;
    });
}

} // namespace

std::optional<std::string_view> Fields::find(std::string_view name) const
{
    const auto found = std::ranges::find(all_, name, &NameAndValue::first);
    if (found == all_.end()) return std::nullopt;
    return found->second;
}

std::vector<std::string_view> Fields::all(std::string_view name) const
{
    std::vector<std::string_view> values;
    for (const auto& [key, value] : all_)
        if (key == name) values.emplace_back(value);
    return values;
}

const UploadedFile* Form::file(std::string_view field) const
{
    const auto found = std::ranges::find(files, field, &UploadedFile::field);
    return found == files.end() ? nullptr : &*found;
}

Headers::Headers(std::initializer_list<NameAndValue> all)
{
    for (const auto& [name, value] : all) add(name, value);
}

void Headers::add(std::string name, std::string value)
{
    ensure(is_token(name) && !breaks_a_line(value), "a header field that would break its line");
    all_.emplace_back(std::move(name), std::move(value));
}

void Headers::set(std::string_view name, std::string value)
{
    std::erase_if(all_, [&](const auto& field) { return same_name(field.first, name); });
    add(std::string{name}, std::move(value));
}

std::optional<std::string_view> Headers::find(std::string_view name) const
{
    for (const auto& [key, value] : all_)
        if (same_name(key, name)) return value;
    return std::nullopt;
}

std::size_t Headers::count(std::string_view name) const
{
    return static_cast<std::size_t>(std::ranges::count_if(
        all_, [&](const auto& field) { return same_name(field.first, name); }));
}

bool same_name(std::string_view left, std::string_view right)
{
    return left.size() == right.size() && std::ranges::equal(left, right, {}, lower, lower);
}

std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space)
{
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '%') {
            if (text.size() - i < 3) return std::nullopt;
            const int high = hex_value(text[i + 1]), low = hex_value(text[i + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            c = static_cast<char>(high * 16 + low);
            i += 2;
        } else if (c == '+' && plus_is_space) {
            c = ' ';
        }
        if (c == '\0') return std::nullopt;
        decoded += c;
    }
    if (!is_utf8(decoded)) return std::nullopt;
    return decoded;
}

std::string percent_encoded(std::string_view text)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    static constexpr std::string_view plain = "-._~";
    std::string encoded;
    encoded.reserve(text.size());
    for (const char c : text) {
        if (is_alphanumeric(c) || plain.find(c) != std::string_view::npos) {
            encoded += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            encoded += '%';
            encoded += digits[byte >> 4U];
            encoded += digits[byte & 15U];
        }
    }
    return encoded;
}

std::optional<Fields> read_urlencoded(std::string_view text)
{
    Fields fields;
    while (!text.empty()) {
        const std::string_view piece = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(piece.size() + 1, text.size()));
        if (piece.empty()) continue;
        if (fields.size() == fields_max) return std::nullopt;

        const auto equals = piece.find('=');
        auto name = percent_decoded(piece.substr(0, equals), true);
        auto value = equals == std::string_view::npos
                         ? std::string{}
                         : percent_decoded(piece.substr(equals + 1), true);
        if (!name || !value) return std::nullopt;
        fields.add(std::move(*name), std::move(*value));
    }
    return fields;
}

std::string write_urlencoded(const Fields& fields)
{
    std::string text;
    for (const auto& [name, value] : fields) {
        if (!text.empty()) text += '&';
        text += percent_encoded(name);
        text += '=';
        text += percent_encoded(value);
    }
    return text;
}

std::optional<std::string_view> find_cookie(std::string_view header, std::string_view name)
{
    while (!header.empty()) {
        const std::string_view piece = header.substr(0, header.find(';'));
        header.remove_prefix(std::min(piece.size() + 1, header.size()));
        const std::string_view cookie = trimmed(piece);
        if (!cookie.starts_with(name) || !cookie.substr(name.size()).starts_with('=')) continue;
        const std::string_view value = cookie.substr(name.size() + 1);
        if (is_cookie_value(value)) return value;
    }
    return std::nullopt;
}

bool is_cookie_value(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) {
        return c > 0x20 && c < 0x7F && c != '"' && c != ',' && c != ';' && c != '\\';
    });
}

} // namespace heed::web
