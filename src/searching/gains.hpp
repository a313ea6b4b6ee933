#pragma once

#include <algorithm>
#include <cstdint>

namespace heed::searching {

/// How much more a word comes to than one that differs, by where in a name it stands. In eighths of
/// a bit.
struct Gains {
    std::uint16_t forename = 0;
    std::uint16_t surname = 0;
    std::uint16_t middle_as_forename = 0; ///< before what it loses there
    std::uint16_t middle_as_surname = 0;

    /// What the word is worth at most, wherever it stands.
    int most() const
    {
        return std::max({int{forename}, int{surname}, middle_as_forename + middle_as_surname});
    }
};

/// The same of the words of a row beside forename and surname.
struct OtherGains {
    int second_forename = 0;
    int second_surname = 0;
    int middle_as_forename = 0;
    int middle_as_surname = 0;
    int middle_as_both = 0; ///< the very word is near both names that were said

    int forename() const { return std::max(second_forename, middle_as_forename); }
    OtherGains at_most(int most) const
    {
        return {std::min(second_forename, most), std::min(second_surname, most),
                std::min(middle_as_forename, most), std::min(middle_as_surname, most),
                std::min(middle_as_both, 2 * most)};
    }
    /// One of the words by itself.
    int alone() const
    {
        return std::max({second_forename, second_surname, middle_as_forename, middle_as_surname,
                         middle_as_both});
    }
};

} // namespace heed::searching
