#pragma once

#include "core/day.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace heed {

/// An instant, to the millisecond, in UTC: when something was asked, told or written.
using Moment = std::chrono::sys_time<std::chrono::milliseconds>;

/// `2026-11-22T03:10:07.123Z`: how moments are stored. Sorts as text in order of time.
std::string to_iso(Moment moment);

/// `2026-11-22T03:10:07Z`: how moments are spoken to programs outside.
std::string to_iso_seconds(Moment moment);

/// Reads either form above, and `2026-11-22T03:10Z`; nothing when it is anything else.
std::optional<Moment> moment_from_iso(std::string_view text);

/// The day it is in England at that moment: at 23:30 UTC in July it is already tomorrow.
Day day_in_england(Moment moment);

/// `15:10`, by the English clock.
std::string clock_in_england(Moment moment);

/// `3:10am on 22 November 2026`, in English clock time.
std::string in_words(Moment moment);

/// The moment an English day begins.
Moment start_of(Day day);

} // namespace heed
