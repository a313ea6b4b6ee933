#pragma once

#include "core/day.hpp"
#include "people/person.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heed::asking {

using people::Sex;

/// When the asker says the birth was (or is expected): all days from `from` to `to`. An exact day
/// has both alike. `about` means that days a little outside will do as well.
struct Born {
    Day from{};
    Day to{};
    bool about = false;

    bool exact() const { return from == to && !about; }
    bool operator==(const Born&) const = default;
};

Born born_on(Day day);
Born born_in_month(int year, unsigned month);
Born born_in_year(int year);
/// Everybody who is `age` whole years old on `today`, taken as about: ages are misremembered.
Born born_at_age(int age, Day today);
/// "2003-03-14", "2003-03" or "2003". Nothing when it is anything else or no such day.
std::optional<Born> born_from_iso(std::string_view text);

/// Whom somebody asks about. Every part may be empty: what was not said is never held against
/// anybody. `name` is for names whose parts were not told apart ("mary tansly", in either order);
/// it is used beside the parts, if both are given.
struct Question {
    std::string name;
    std::string forename;
    std::string middle;
    std::string surname;
    Sex sex = Sex::unknown;
    std::optional<Born> born;
    std::string house;
    std::string street;
    std::string town;
    std::string postcode; ///< whole or only the outward half
    std::string carer;    ///< a parent or carer, whole name or part of it
    std::string identifier;
    std::string odd_age = {}; ///< an age that nobody has, as typed: said back, and not used

    bool operator==(const Question&) const = default;
    /// Nothing was said that could find anybody.
    bool empty() const;
};

/// One thing that was understood, for the page: "Born" and "14 March 2019".
struct Chip {
    std::string label;
    std::string value;

    bool operator==(const Chip&) const = default;
};

struct Understood {
    Question question;
    /// In the order name, born, age, sex, place, carer, numbers, and what was not understood.
    std::vector<Chip> chips;
};

/// Reads one box: name, birth date, age, postcode, address, number, carer, in any order.
/// "mary chatham about march 2003 mum kerry". Every word lands somewhere; nothing is dropped:
/// what is not anything else is taken as part of the name, and an age that nobody has is said.
/// `today` resolves ages and short years.
Understood understand(std::string_view typed, Day today);

std::vector<Chip> chips(const Question& question);

/// The question in the words of the box, so that what was understood can be corrected there:
/// understanding it again gives the same question.
std::string spelled_back(const Question& question);

} // namespace heed::asking
