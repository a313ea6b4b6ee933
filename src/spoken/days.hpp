#pragma once

#include "core/day.hpp"
#include "spoken/words.hpp"

#include <optional>

namespace heed::spoken {

/// Days as somebody said them: all from `from` to `to`.
struct Days {
    Day from{};
    Day to{};
    bool about = false;
    std::size_t words = 0; ///< how many words said so

    bool operator==(const Days&) const = default;
};

/// The days that the first words say: "14/03/2019", "14-Mar-19", "14th of March 2019",
/// "2019-03-14", "March 2019", "03/2019", "2019", each also after "born", "about", "edd" and the
/// like, and two of them with "to" between. English order: the day before the month, unless only
/// the other order is a day. Years of two figures are the last ones that are not after next year.
std::optional<Days> days_at(Words words, Day today);

/// The birth days that an age says: "aged 7", "7 years old", "7yo", "aged 7 or 8", "6 months old",
/// "3 weeks". Whole years are taken as about, for ages are misremembered. `bare` allows a number
/// by itself.
std::optional<Days> age_at(Words words, Day today, bool bare);

/// How many of the first words say an age that nobody has: "aged 121", "150 years old", "aged -3",
/// "aged 7.5". None when age_at reads them, or when they say no age at all.
std::size_t odd_age_at(Words words, Day today);

Days days_of_year(int year);
Days days_of_month(int year, unsigned month);
/// All who are `age` years old on `today`, not before 0.
Days days_of_age(int age, Day today);

} // namespace heed::spoken
