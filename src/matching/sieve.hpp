#pragma once

#include "likeness/score.hpp"
#include "people/sheet.hpp"

namespace heed::matching {

using likeness::Asked;
using likeness::AskedPlace;
using likeness::AskedWord;
using likeness::born_mark;
using likeness::Details;
using likeness::evidence_of;
using likeness::HeldPlace;
using likeness::Mark;
using likeness::pair_loss_most;
using likeness::People;
using likeness::Reading;
using likeness::Row;
using likeness::Scored;
using likeness::Scorer;
using likeness::Sex;
using likeness::WordId;
using likeness::Worth;
using likeness::WorthTable;
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
        int as_middle = 0;
        if (row.other != 0) take_others(row, sheet, forename, surname, as_middle);
        surname = std::max(surname, as_middle);
        if (row.forename == names::no_word) return without_forename_;
        // With the forename right, the surname may be a parent's, or a brother's or sister's.
        if (forename > 0 && row.family_differs()) surname = std::max(surname, family_);
        return least_ + forename + surname + sexes_[static_cast<std::size_t>(row.sex())];
    }
    /// What no row's `most` is above.
    int most_of_all() const { return most_of_all_; }
    /// The same of whoever is filed under nothing that was looked along: not under two words of
    /// names that are near what was said, nor a near word and the town, nor postcode or number.
    int most_of_rest(const PackedRow& row, const Sheet& sheet) const
    {
        const int sex = sexes_[static_cast<std::size_t>(row.sex())];
        if (row.forename == names::no_word) return rest_without_forename_ + sex;
        const int own_forename = forenames_[row.forename];
        const int own_surname = row.surname == names::no_word ? 0 : surnames_[row.surname];
        int forename = own_forename;
        int surname = own_surname;
        int as_middle = 0;
        if (row.other != 0) take_others(row, sheet, forename, surname, as_middle);
        int both = forename + surname;
        if (forename > 0 && surname > 0)
            both = std::min(both, std::max({pair_, forename, surname}));
        both = std::max(both, forename + as_middle);
        if (row.surname == names::no_word) both = std::max(both, forename + unknown_surname_);
        if (forename > 0 && row.sibling_differs()) both = std::max(both, forename + family_);
        if (forename > 0 && row.family_differs())
            both = std::max(both, std::min(forename + family_, std::max(pair_, forename)));
        int town = near_place_ + std::min(own_forename, far_forename_) +
                   std::min(own_surname, far_surname_);
        if (row.other != 0 || row.surname == names::no_word) town = near_place_ + both;
        return rest_ + sex + std::max(both + far_place_, town);
    }
    /// No word of the row is near a word that was said, as three look-ups tell: nearly every row.
    [[gnu::always_inline]] bool is_far(const PackedRow& row) const
    {
        const bool told = row.forename != names::no_word && row.surname != names::no_word &&
                          row.stands() != PackedRow::Stands::several;
        const auto near = [&](WordId word) { return asked_.any_word().near(word); };
        return told && !near(row.forename) && !near(row.surname) && !near(row.other_word());
    }
    /// What `most_of_rest` of no row is above that is far.
    int most_of_far_rest() const { return rest_ + std::ranges::max(sexes_) + near_place_; }
    /// What no row's is above.
    int most_of_all_rest() const { return most_of_all_rest_; }
    /// The same, but for those whose middle name alone is near in the town that was said.
    int most_of_nearly_all_rest() const { return most_of_nearly_all_rest_; }

    /// The same for a birth. 0 when none was said.
    int born(std::uint32_t birth) const;

private:
    void read_names();
    void read_beside();
    void read_rest(int beside_names, int beside);
    void take_others(const PackedRow& row, const Sheet& sheet, int& forename, int& surname,
                     int& as_middle) const;

    const Asked& asked_;
    std::uint16_t* forenames_; ///< by word: how much more than if it differed
    std::uint16_t* surnames_;
    std::uint16_t* elsewhere_; ///< the better of both: what a middle name is held against
    int unknown_surname_ = 0;
    int family_ = 0;
    int least_ = 0;            ///< when both names differ
    int without_forename_ = 0; ///< of rows without a forename yet
    int most_of_all_ = 0;
    int forename_most_ = 0;
    int surname_most_ = 0; ///< or of the family
    // Of the rest:
    int rest_ = 0;         ///< when both names differ and the place says nothing
    int pair_ = 0;         ///< of two words that are near, over `rest_`
    int far_forename_ = 0; ///< of a word so far off that it is not looked up with a town
    int far_surname_ = 0;
    int far_place_ = 0;  ///< of a place that is not in a town that was said
    int near_place_ = 0; ///< of one that is
    int rest_without_forename_ = 0;
    int most_of_all_rest_ = 0;
    int most_of_nearly_all_rest_ = 0;
    int least_names_ = 0;
    int beside_names_ = 0;
    int in_another_place_ = 0;
    int surname_as_middle_ = 0;
    std::array<int, 4> sexes_{};
};

} // namespace heed::matching
