#pragma once

#include "matching/score.hpp"
#include "people/sheet.hpp"

namespace heed::matching {

using people::PackedRow;
using people::Sheet;

/// What a row can score at most, from its 16 bytes alone and in eighths of a bit: nearly everybody
/// is passed over with it. Borrows the thread's tables, so a thread has one at a time.
class Sieve {
public:
    Sieve(const Asked& asked, const People& people);
    ~Sieve();
    Sieve(const Sieve&) = delete;
    Sieve& operator=(const Sieve&) = delete;

    /// The most that the names and the sex of a row, and all that the row does not hold, come to.
    /// Without the birth.
    int most(const PackedRow& row, const Sheet& sheet) const
    {
        int forename = forenames_[row.forename];
        int surname = row.surname == names::no_word ? unknown_surname_ : surnames_[row.surname];
        if (row.other != 0) take_others(row, sheet, forename, surname);
        if (row.forename == names::no_word) return without_forename_;
        // With the forename right, the surname may be a parent's, or a brother's or sister's.
        if (forename > 0 && row.family_differs()) surname = std::max(surname, family_);
        return least_ + forename + surname + sexes_[static_cast<std::size_t>(row.sex())];
    }
    /// What no row's `most` is above.
    int most_of_all() const { return most_of_all_; }
    /// From now on `most` is of those who have neither the postcode nor the number that was said:
    /// all who have were looked at.
    void leave_out_who_was_filed();

    /// The same for a birth. 0 when none was said.
    int born(std::uint32_t birth) const;

private:
    void read_names();
    void read_beside();
    void take_others(const PackedRow& row, const Sheet& sheet, int& forename, int& surname) const;

    const Asked& asked_;
    std::uint16_t* forenames_; ///< by word: how much more than if it differed
    std::uint16_t* surnames_;
    int unknown_surname_ = 0;
    int family_ = 0;
    int least_ = 0;            ///< when both names differ
    int without_forename_ = 0; ///< of rows without a forename yet
    int most_of_all_ = 0;
    int filed_ = 0; ///< of `least_`: what postcode and number are worth over what is near them
    std::array<int, 4> sexes_{};
};

} // namespace heed::matching
