#pragma once

#include "likeness/score.hpp"
#include "people/sheet.hpp"
#include "searching/born_sieve.hpp"
#include "searching/gains.hpp"
#include "searching/homes_sieve.hpp"
#include "searching/near_marks.hpp"

namespace heed::searching {

using likeness::Asked;
using likeness::AskedPlace;
using likeness::AskedWord;
using likeness::born_mark;
using likeness::People;
using likeness::Reading;
using likeness::Row;
using likeness::Scored;
using likeness::Scorer;
using likeness::Sex;
using likeness::WordId;
using likeness::Worth;
using likeness::WorthTable;
using people::BirthKind;
using people::PackedRow;
using people::Sheet;

/// What a row can score at most, from its 16 bytes and its homes, in eighths of a bit: nearly
/// everybody is passed over with it. Borrows the thread's tables, so a thread has one at a time.
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
        const OtherGains others = gains_of_others(row, sheet);
        if (row.forename == names::no_word) {
            const int by_mother = mother_ + mothers_surname(row, others);
            return least_ - least_names_ + std::max(by_surname(row, others), by_mother) +
                   sexes_[static_cast<std::size_t>(row.sex())];
        }
        const int forename = std::max<int>(gained(row.forename).forename, others.forename());
        int surname =
            row.surname == names::no_word ? unknown_surname_ : gained(row.surname).surname;
        surname = std::max({surname, others.second_surname, others.middle_as_surname});
        // With the forename right, the surname may be a parent's, or a brother's or sister's.
        if (forename > 0 && row.family_differs()) surname = std::max(surname, family_of(row));
        return least_ + forename + surname + sexes_[static_cast<std::size_t>(row.sex())];
    }
    /// The forename differs, whichever word of the row it is, or the birth does.
    bool is_another(const PackedRow& row, const Sheet& sheet) const
    {
        return (forename_said_ && row.forename != names::no_word &&
                gained(row.forename).forename == 0 &&
                gains_of_others(row, sheet).forename() == 0) ||
               births_.differs(row.birth());
    }
    /// How much less than `most` it is for somebody who lives or lived there.
    int less_at(Homes homes) const
    {
        return homes_.most_of_all() - homes_.most(homes) + homes_.word_town_less(homes);
    }
    /// What place, carers and numbers come to at most; of the rest, once that was read.
    int most_beside(Homes homes) const
    {
        return most_beside_ + (rest_read_ ? place_of_rest(homes) : homes_.most(homes));
    }
    /// The same of the surnames of the family.
    Scorer::Family most_of_family(const PackedRow& row) const
    {
        return {std::max(family_bits_[row.one_of_family], family_bits_[row.another_of_family]),
                rest_read_ ? pair_left_out_ : Scorer::Family{}.both};
    }
    /// How much less it is for somebody of whose carers' forenames none comes to more bits.
    int less_by_carer(float forename) const { return carers_ - most_of_carers(forename); }
    int most_of_all() const { return most_of_all_; } ///< no row's `most` is above it
    /// What comes to at most whoever is filed under nothing that was looked along: not under two
    /// words of names that are near what was said, nor a near word and the town, nor a postcode or
    /// a number.
    int most_of_rest(const PackedRow& row, const Sheet& sheet, Homes homes) const
    {
        const int sex = sexes_[static_cast<std::size_t>(row.sex())];
        const OtherGains others = gains_of_others(row, sheet);
        if (row.forename == names::no_word) {
            const int by_mother =
                std::min(mother_ + mothers_surname(row, others), pair_ + least_names_);
            return rest_ - least_names_ + std::max(by_surname(row, others), by_mother) +
                   place_of_rest(homes) + sex;
        }
        const int forename = gained(row.forename).forename;
        const int surname = row.surname == names::no_word ? 0 : gained(row.surname).surname;
        const int far = most_of_names(row, forename, surname, others);
        if (!homes_.may_be_there(homes)) return rest_ + sex + far + homes_.most_elsewhere(homes);
        // In the town a word that is near was looked up with it.
        const int near = most_of_names(row, std::min(forename, far_forename_),
                                       std::min(surname, far_surname_), others.at_most(far_other_));
        return rest_ + sex + std::max(far + far_place_, near + near_place_);
    }
    /// What a pair of names that was not looked up yet may have beside it, the birth left out: in a
    /// town that was said, either name was looked up with it.
    int most_beside_pair() const
    {
        return beside_names_ + beside_all_ + far_place_ + std::ranges::max(sexes_);
    }
    /// How much more a place comes to in a town that was said, in bits.
    float more_in_town() const { return static_cast<float>(near_place_ - far_place_) / 8; }
    /// All were looked at whose carer's forename is near: of the rest only a surname can be.
    void note_carers_looked_at() { beside_all_ = beside_all_without_carers_; }
    /// Two words that are near, and were not looked up together, are worth so much at most, with
    /// what it costs to read them so. Said before anything of the rest is asked.
    void note_pair_left_out(float bits) { pair_left_out_ = std::max(pair_left_out_, bits); }
    /// The same of a surname that is near, of somebody without a forename.
    void note_surname_left_out(float bits)
    {
        surname_left_out_ = std::max(surname_left_out_, bits);
    }
    /// Reads what is left for whoever was not looked at along the orders.
    void read_rest();
    /// A near word, where a row may bear it, or that it lacks a name; and what no row's
    /// `most_of_rest` is above whose other words are not worth more.
    struct NearWord {
        std::uint32_t key; ///< people::word_key
        int most;
        int elsewhere; ///< the same of who does not live in a place that was said, without the
                       ///< place
    };
    /// The same of whoever lives there.
    int most_near(const NearWord& word, Homes homes) const
    {
        return homes_.may_be_there(homes) ? word.most
                                          : word.elsewhere + homes_.most_elsewhere(homes);
    }
    /// All of them that come to so much, the most first, but for those whose bearers were all
    /// looked at.
    std::vector<NearWord> near_words(int least);
    /// Which words are near, and of which all bearers were looked at.
    NearMarks& marks() { return marks_; }
    /// What no row's `most_of_rest` is above that bears none of those, and lacks neither name.
    int most_of_others() const { return most_of_others_; }
    /// The rows that lack one.
    const NearWord& without_forename() const { return without_forename_; }
    const NearWord& without_surname() const { return without_surname_; }
    /// No word of the row is near a word that was said, as three look-ups tell: nearly every row.
    [[gnu::always_inline]] bool is_far(const PackedRow& row) const
    {
        const bool told = row.forename != names::no_word && row.surname != names::no_word &&
                          row.stands() != PackedRow::Stands::several;
        return told && !marks_.is_near(row.forename) && !marks_.is_near(row.surname) &&
               !marks_.is_near(row.other_word());
    }
    /// What `most` of no row is above that is far.
    int most_of_far() const { return least_ + std::ranges::max(sexes_); }
    /// The same of `most_of_rest`.
    int most_of_far_rest() const { return rest_ + std::ranges::max(sexes_) + near_place_; }
    int most_of_all_rest() const { return most_of_all_rest_; }     ///< what no row's is above
    int most_of_near_words() const { return most_of_near_words_; } ///< what none of them is above

    /// What a birth comes to; 0 when none was said.
    int born(std::uint32_t birth) { return births_.worth(birth); }

private:
    void read_names();
    void note_near_both(const Reading& reading);
    void note_family(const WorthTable& surname, int differs);
    void read_beside();
    void read_places();
    /// What carers come to at most, the nearest of whose forenames comes to so many bits.
    int most_of_carers(float forename) const;
    int place_of_rest(Homes homes) const
    {
        return homes_.may_be_there(homes) ? near_place_ : homes_.most_elsewhere(homes);
    }
    /// Few words are near, and which are takes little memory: the others are not looked up.
    [[gnu::always_inline]] const Gains& gained(WordId word) const
    {
        static constexpr Gains none{};
        return marks_.is_near(word) ? gains_[word] : none;
    }
    /// What a near word is worth where a row bears it: by itself, as a forename, and at most when
    /// it was not looked up with a town.
    struct Bearing {
        int alone;
        int forename;
        int far;
    };
    NearWord near_word(WordId word, people::Filed how, const Bearing& bearing) const;
    int most_of_both(int one, int forename) const;
    /// A word that is near stays so.
    static int less(int gain, int by) { return gain > 0 ? std::max(1, gain - by) : 0; }
    OtherGains gains_of(const people::OtherWords& words) const
    {
        OtherGains gains{
            .second_forename = gained(words.second_forename).forename,
            .second_surname = gained(words.second_surname).surname,
            .middle_as_forename = less(gained(words.middle).middle_as_forename, -in_another_place_),
            .middle_as_surname = less(gained(words.middle).middle_as_surname, -surname_as_middle_)};
        if (gains.middle_as_surname > 0 && gains.middle_as_forename > 0 &&
            std::ranges::find(near_both_, words.middle) != near_both_.end())
            gains.middle_as_both = gains.middle_as_forename + gains.middle_as_surname;
        return gains;
    }
    OtherGains gains_of_others(const PackedRow& row, const Sheet& sheet) const
    {
        return row.other == 0 ? OtherGains{} : gains_of(sheet.others(row));
    }
    /// Both names of somebody of the rest: two words that are near were looked up together.
    int most_of_names(const PackedRow& row, int own_forename, int own_surname,
                      const OtherGains& others) const
    {
        const int forename = std::max(own_forename, others.forename());
        const int surname =
            std::max({own_surname, others.second_surname, others.middle_as_surname});
        const int alone = std::max({forename, surname, others.alone()});
        int both = std::min(forename + surname, std::max(pair_, alone));
        if (row.surname == names::no_word) both = std::max(both, forename + unknown_surname_);
        if (forename > 0 && row.family_differs())
            both = std::max(both, std::min(forename + family_of(row), std::max(pair_, forename)));
        return both;
    }
    /// The names of somebody without a forename yet, by surname.
    int by_surname(const PackedRow& row, const OtherGains& others) const
    {
        if (row.surname == names::no_word) return cost_;
        const int most = cost_ + surname_differs_ +
                         std::max<int>({gained(row.surname).surname, others.second_surname,
                                        others.middle_as_surname});
        // Of the rest whoever has a surname that is near was looked up by it, if it was worth it.
        return rest_read_ ? std::min(most, by_surname_) : most;
    }
    /// What the surname comes to of a mother who was named; her own is the child's, or one of the
    /// family's.
    int mothers_surname(const PackedRow& row, const OtherGains& others) const
    {
        const int own = std::max<int>(gained(row.surname).surname, others.second_surname);
        const int family = std::max(mothers_[row.one_of_family], mothers_[row.another_of_family]);
        return own > 0 ? std::max(surname_differs_ + own, family) : family;
    }
    /// What a surname of the family comes to over one that differs.
    int family_of(const PackedRow& row) const
    {
        return std::max(families_[row.one_of_family], families_[row.another_of_family]);
    }

    const Asked& asked_;
    BornSieve births_;
    HomesSieve homes_;
    bool rest_read_ = false;
    bool forename_said_ = false;
    Gains* gains_; ///< by word
    NearMarks marks_;
    std::vector<WordId> near_both_; ///< words near a forename and a surname of one reading
    int unknown_surname_ = 0;
    int family_ = 0;           ///< the most of families_
    int least_ = 0;            ///< when both names differ
    int cost_ = 0;             ///< of the reading that costs least
    int surname_differs_ = 0;  ///< where it counts least
    int mother_ = 0;           ///< a mother's forename, for somebody who has none yet
    int nearest_mother_ = 0;   ///< and her surname at most
    int most_beside_ = 0;      ///< without the place
    float carers_surname_ = 0; ///< what a carer's surname comes to at most, in bits
    int carers_ = 0;           ///< and a carer
    // By people::FamilyMark of a surname of the family:
    std::array<int, 256> families_{}; ///< how much more than a surname that differs
    std::array<float, 256> family_bits_;
    std::array<int, 256> mothers_; ///< as the mother's
    int most_of_all_ = 0;
    int forename_most_ = 0;
    int surname_most_ = 0; ///< or of the family
    // Of the rest:
    int rest_ = 0;         ///< when both names differ and the place says nothing
    int pair_ = 0;         ///< of two words that are near, over `rest_`
    int by_surname_ = 0;   ///< without a forename
    int far_forename_ = 0; ///< of a word that is not looked up with a town
    int far_surname_ = 0;
    int far_other_ = 0;  ///< the more of the two
    int far_place_ = 0;  ///< of a place that is not in a town that was said
    int near_place_ = 0; ///< of one that is
    int most_of_others_ = 0;
    int most_of_near_words_ = 0;
    NearWord without_forename_{};
    NearWord without_surname_{};
    int most_of_all_rest_ = 0;
    int least_names_ = 0;
    int beside_names_ = 0;
    int beside_all_ = 0; ///< what may come to anybody, wherever they live: a carer, a number
    int beside_all_without_carers_ = 0; ///< whose forename is near
    float pair_left_out_ = -100;
    float surname_left_out_ = -100;
    int in_another_place_ = 0;
    int surname_as_middle_ = 0;
    std::array<int, 4> sexes_{};
};

} // namespace heed::searching
