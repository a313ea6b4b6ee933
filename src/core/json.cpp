#include "core/json.hpp"

#include "core/ensure.hpp"

#include <array>
#include <charconv>

namespace heed {

namespace {

void append_quoted(std::string& out, std::string_view text)
{
    static constexpr char digits[] = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                out += "\\u00";
                out += digits[(c >> 4) & 15];
                out += digits[c & 15];
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

} // namespace

void JsonWriter::before_value()
{
    ensure(open_.empty() ? out_.empty() : (open_.back() == '[' || after_key_),
           "a JSON value stands where none may");
    if (!open_.empty() && open_.back() == '[' && !first_) out_ += ',';
    first_ = false;
    after_key_ = false;
}

JsonWriter& JsonWriter::object()
{
    before_value();
    out_ += '{';
    open_.push_back('{');
    first_ = true;
    return *this;
}

JsonWriter& JsonWriter::array()
{
    before_value();
    out_ += '[';
    open_.push_back('[');
    first_ = true;
    return *this;
}

JsonWriter& JsonWriter::end()
{
    ensure(!open_.empty() && !after_key_, "a JSON document is closed once too often");
    out_ += open_.back() == '{' ? '}' : ']';
    open_.pop_back();
    first_ = false;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name)
{
    ensure(!open_.empty() && open_.back() == '{' && !after_key_, "a JSON key outside an object");
    if (!first_) out_ += ',';
    append_quoted(out_, name);
    out_ += ':';
    after_key_ = true;
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text)
{
    before_value();
    append_quoted(out_, text);
    return *this;
}

JsonWriter& JsonWriter::value(std::int64_t number)
{
    before_value();
    out_ += std::to_string(number);
    return *this;
}

JsonWriter& JsonWriter::value(bool truth)
{
    before_value();
    out_ += truth ? "true" : "false";
    return *this;
}

JsonWriter& JsonWriter::value(double number, int decimals)
{
    before_value();
    std::array<char, 64> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                   std::chars_format::fixed, decimals);
    ensure(end.ec == std::errc{}, "a number too long to write");
    out_.append(digits.data(), end.ptr);
    return *this;
}

JsonWriter& JsonWriter::null()
{
    before_value();
    out_ += "null";
    return *this;
}

JsonWriter& JsonWriter::raw(std::string_view document)
{
    before_value();
    out_ += document;
    return *this;
}

std::string JsonWriter::text() const
{
    ensure(open_.empty() && !out_.empty(), "a JSON document was never closed");
    return out_;
}

} // namespace heed
