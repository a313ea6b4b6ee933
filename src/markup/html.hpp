#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace heed::markup {

/// Where a link or a form goes: a place in this site (`/list?page=2`, `#answer`, `?page=2`), or an
/// address beginning with http, https, mailto or tel. Nothing that a browser would run or load by
/// another scheme.
class Url {
public:
    /// Broken when the text is none of these: a place that the program made up must be right. For
    /// an address that a person typed use `parse`.
    Url(std::string text);
    Url(const char* text) : Url{std::string{text}} {}

    static std::optional<Url> parse(std::string_view text);

    /// `tel:` with only the digits and a leading plus.
    static Url telephone(std::string_view number);

    /// The same place with one more `key=value` in its query, percent-encoded, before any fragment.
    Url with(std::string_view key, std::string_view value) const;

    const std::string& text() const { return text_; }
    bool operator==(const Url&) const = default;

private:
    std::string text_;
};

/// Percent-encoded for a path segment or a query value.
std::string url_encoded(std::string_view text);

/// Markup written by a programmer. Only text known to the compiler becomes one, so nothing that a
/// person typed can be taken for markup: `Html{} << user_text.c_str()` does not compile.
class Literal {
public:
    consteval Literal(const char* markup) : markup_{markup} {}
    constexpr std::string_view view() const { return markup_; }

private:
    std::string_view markup_;
};

/// Markup that is safe to send. It is made of literals, of escaped text and of other Html, and of
/// nothing else.
///
///     Html row;
///     row << "<td>" << name << "</td><td>" << count << "</td>";   // name is escaped
class Html {
public:
    Html() = default;
    Html(Literal markup) : markup_{markup.view()} {}

    /// `text` escaped, for a place that wants Html.
    static Html escaped(std::string_view text);

    Html& operator<<(Literal markup);
    Html& operator<<(const Html& made);
    template <class T>
        requires std::same_as<T, std::string> || std::same_as<T, std::string_view>
    Html& operator<<(const T& text)
    {
        append_escaped(text);
        return *this;
    }
    template <std::same_as<Url> T> Html& operator<<(const T& url)
    {
        append_escaped(url.text());
        return *this;
    }
    template <std::integral T>
        requires(!std::same_as<T, bool> && !std::same_as<T, char>)
    Html& operator<<(T number)
    {
        markup_ += std::to_string(number);
        return *this;
    }

    bool empty() const { return markup_.empty(); }
    std::string_view view() const { return markup_; }
    std::string take() && { return std::move(markup_); }

    bool operator==(const Html&) const = default;

private:
    friend class FixtureMarkup; // made in tests/conformance only: published fixtures hold markup

    void append_escaped(std::string_view text);

    std::string markup_;
};

inline Html operator+(Html left, const Html& right)
{
    left << right;
    return left;
}

/// Puts `between` between the parts.
template <class Parts> Html joined(const Parts& parts, Literal between)
{
    Html all;
    bool first = true;
    for (const Html& part : parts) {
        if (!std::exchange(first, false)) all << between;
        all << part;
    }
    return all;
}

} // namespace heed::markup
