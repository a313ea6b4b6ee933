#pragma once

#include <optional>
#include <string>
#include <string_view>

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

} // namespace heed::markup
