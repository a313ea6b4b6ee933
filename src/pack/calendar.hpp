#pragma once

#include "core/day.hpp"
#include "core/outcome.hpp"
#include "pack/timescale.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heed::pack {

/// A day that is not counted, and why: "weekend", or the bank holiday's name.
struct DayOff {
    Day day;
    std::string reason;

    bool operator==(const DayOff&) const = default;
};

/// The working days of a country over a stretch of years: Monday to Friday less its bank
/// holidays, each known by name. Outside its years it refuses (`outside_the_calendar`) and never
/// guesses: bank holidays are proclaimed, not computed.
class Calendar {
public:
    /// `holidays` all lie from `first` to `last`, `first` not after `last`; else Broken.
    Calendar(std::string id, Day first, Day last, std::map<Day, std::string> holidays,
             Authority authority);

    const std::string& id() const { return id_; }
    Day first() const { return first_; }
    Day last() const { return last_; }

    /// Its bank holidays, in order, with their names.
    const std::map<Day, std::string>& holidays() const { return holidays_; }

    const Authority& authority() const { return authority_; }

    Outcome<bool> is_working_day(Day day) const;

    /// Why nobody counts this day, or nothing when it is a working day.
    Outcome<std::optional<std::string>> day_off(Day day) const;

    /// The `count`th working day after `from` (at least 1). `from` is day 0 and may be any day;
    /// day 1 is the next working day. `skipped`, when given, receives the days passed over.
    Outcome<Day> working_days_after(Day from, int count,
                                    std::vector<DayOff>* skipped = nullptr) const;

    /// `day` itself when it is a working day, else the last one before it.
    Outcome<Day> last_working_day_by(Day day) const;

    /// How many working days lie after `from` up to and including `until`; negative when `until`
    /// is before `from`.
    Outcome<int> working_days_between(Day from, Day until) const;

private:
    Outcome<void> covers(Day day) const;
    std::optional<std::string> reason(Day day) const; ///< of a day covered

    std::string id_;
    Day first_, last_;
    std::map<Day, std::string> holidays_;
    Authority authority_;
};

} // namespace heed::pack
