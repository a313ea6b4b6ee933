#pragma once

#include "core/clock.hpp"
#include "core/random.hpp"

#include <compare>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace heed {

/// A fresh UUIDv7: 36 characters, sorts by the time it was made, says nothing of what it names.
std::string new_uuid(Moment now, Randomness& randomness);

/// Whether the text has the shape of a UUID in lower case.
bool is_uuid(std::string_view text);

/// The name of one thing of one kind; a ChildId cannot be handed where a PlanId is wanted.
/// Always a well-formed UUID. Safe to log and to stand in a URL.
template <class Kind> class Id {
public:
    static Id make(const Clock& clock, Randomness& randomness)
    {
        return Id{new_uuid(clock.now(), randomness)};
    }
    /// Nothing when the text is not a UUID.
    static std::optional<Id> from(std::string_view text)
    {
        if (!is_uuid(text)) return std::nullopt;
        return Id{std::string{text}};
    }
    const std::string& text() const { return text_; }
    auto operator<=>(const Id&) const = default;

private:
    explicit Id(std::string text) : text_{std::move(text)} {}
    std::string text_;
};

} // namespace heed

template <class Kind> struct std::hash<heed::Id<Kind>> {
    std::size_t operator()(const heed::Id<Kind>& id) const noexcept
    {
        return std::hash<std::string>{}(id.text());
    }
};
