#include "markup/html.hpp"

#include "core/ensure.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <iterator>

namespace heed::markup {
namespace {

// Browsers skip control characters and leading blanks when they look for a scheme, so
// "java\tscript:" would run; and take "//host" and "/\host" for another site.
bool leads_nowhere_else(std::string_view text)
{
    const auto unsafe = [](unsigned char c) { return c <= 0x20 || c == 0x7f || c == '\\'; };
    if (std::ranges::any_of(text, unsafe)) return false;
    return !text.starts_with("//");
}

bool has_a_known_scheme(std::string_view text)
{
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || text.find_first_of("/?#") < colon) return true;
    const std::string scheme = lower_ascii(text.substr(0, colon));
    return scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "tel";
}

} // namespace

Url::Url(std::string text) : text_{std::move(text)}
{
    ensure(leads_nowhere_else(text_) && has_a_known_scheme(text_),
           "a link leaves the safe schemes");
}

std::optional<Url> Url::parse(std::string_view text)
{
    if (!leads_nowhere_else(text) || !has_a_known_scheme(text)) return std::nullopt;
    return Url{std::string{text}};
}

Url Url::telephone(std::string_view number)
{
    std::string digits = number.starts_with('+') ? "tel:+" : "tel:";
    std::ranges::copy_if(number, std::back_inserter(digits),
                         [](char c) { return c >= '0' && c <= '9'; });
    return Url{std::move(digits)};
}

Url Url::with(std::string_view key, std::string_view value) const
{
    const std::size_t fragment = std::min(text_.find('#'), text_.size());
    std::string changed = text_.substr(0, fragment);
    changed += changed.contains('?') ? '&' : '?';
    changed += url_encoded(key) + "=" + url_encoded(value);
    changed += text_.substr(fragment);
    return Url{std::move(changed)};
}

std::string url_encoded(std::string_view text)
{
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '~';
        if (plain)
            encoded += c;
        else
            (encoded += '%') += {hex[byte >> 4], hex[byte & 15]};
    }
    return encoded;
}

Html Html::escaped(std::string_view text)
{
    Html html;
    html.append_escaped(text);
    return html;
}

Html& Html::operator<<(Literal markup)
{
    markup_ += markup.view();
    return *this;
}

Html& Html::operator<<(const Html& made)
{
    markup_ += made.markup_;
    return *this;
}

void Html::append_escaped(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t special = text.find_first_of("&<>\"'");
        markup_ += text.substr(0, special);
        if (special == std::string_view::npos) return;
        switch (text[special]) {
        case '&': markup_ += "&amp;"; break;
        case '<': markup_ += "&lt;"; break;
        case '>': markup_ += "&gt;"; break;
        case '"': markup_ += "&quot;"; break;
        default: markup_ += "&#39;"; break;
        }
        text.remove_prefix(special + 1);
    }
}

} // namespace heed::markup
