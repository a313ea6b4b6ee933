#pragma once

#include "core/codes.hpp"
#include "core/day.hpp"
#include "core/id.hpp"
#include "core/moment.hpp"
#include "core/outcome.hpp"

#include <optional>
#include <string>

namespace heed::shield {

using ShieldId = Id<struct ShieldKind>;

/// What is kept from those who have no right to see it. The later is the stricter.
enum class Kind {
    place, ///< where the child lives or lived, with whom, and who cares for them
    whole, ///< that, and the record itself: names, birth date, sex and numbers are all there is
};

/// That a record is shielded on some days.
struct Shield {
    ShieldId id;
    std::string record;
    Kind kind = Kind::place;
    Day from;
    std::optional<Day> to; ///< the last day; absent: until it is lifted
    std::string reason;
    std::string by; ///< user id
    Moment at;
};

/// What is set. Refused without a reason (`say_why_decided`) and when the days turn back
/// (`does_not_follow`).
struct Wanted {
    std::string record;
    Kind kind = Kind::place;
    Day from;
    std::optional<Day> to = {};
    std::string reason;
    std::string by;
};

/// Whether somebody may open the record itself. Refuses `record_restricted`.
Outcome<void> may_open(std::optional<Kind> shielded, bool may_see_shielded);
/// Whether places, carers and household are kept from somebody.
inline bool hides_places(std::optional<Kind> shielded, bool may_see_shielded)
{
    return shielded.has_value() && !may_see_shielded;
}

} // namespace heed::shield

namespace heed {
template <> inline constexpr std::array<std::string_view, 2> codes<shield::Kind>{"place", "whole"};
} // namespace heed
