#pragma once

#include "asking/asked.hpp"
#include "likeness/evidence.hpp"
#include "people/people.hpp"

#include <optional>
#include <utility>

namespace heed::likeness {

using asking::Asked;
using asking::AskedPlace;
using asking::AskedWord;
using asking::Born;
using asking::Question;
using asking::Reading;
using asking::Worth;
using asking::WorthTable;
using names::WordId;
using people::BirthKind;
using people::Details;
using people::HeldPlace;
using people::NameKind;
using people::People;
using people::Row;
using people::Sex;

/// What one field came to. Not `told`: it was not asked or is not held, and is worth nothing.
struct Mark {
    float bits = 0;
    Level level = Level::different;
    bool told = false;
    WordId held = names::no_word; ///< the held word that agreed
};

/// One row held against what was asked.
struct Scored {
    Mark forename;
    Mark middle;
    Mark surname;
    Mark town; ///< a word of the name was a town
    Mark born;
    Mark sex;
    Mark place;
    Mark carer;
    Mark identifier;
    float order = 0; ///< forename and surname were said the other way round, or in one box
    bool turned_round = false;
    float other_name = 0; ///< the row is an alias or a former name
    float unborn = 0;

    /// Something that was said agrees with what is held: without that nobody is a candidate.
    bool agrees() const
    {
        for (const Mark* mark :
             {&forename, &middle, &surname, &town, &born, &place, &carer, &identifier})
            if (mark->told && mark->level != Level::different) return true;
        return unborn > 0;
    }
    float names() const { return forename.bits + middle.bits + surname.bits + town.bits + order; }
    float total() const
    {
        return names() + born.bits + sex.bits + place.bits + carer.bits + identifier.bits +
               other_name + unborn;
    }
};

Mark born_mark(const Born& asked, BirthKind kind, Day held);
/// The first and the last day on which somebody may be born who is not far from what was said: any
/// other differs, and is worth `born_different`, but for the same day of other years.
std::pair<Day, Day> days_not_far(const Born& asked);

/// Compares rows with a question. Everything that a candidate's bits are made of is here.
class Scorer {
public:
    Scorer(const Asked& asked, const People& people) : asked_{asked}, people_{people} {}
    Scored score(const Row& row) const;
    /// What a surname of the family comes to at most, by itself and together with the forename.
    struct Family {
        float surname = -100;
        float both = 1000;
    };
    /// What names, birth and sex of a row come to at most, without its details being read.
    float most(const Row& row, const Family& family) const;

private:
    Scored score_names(const Row& row, const Details& details) const;
    Scored score_reading(const Row& row, const Details& details, const Reading& reading) const;
    Mark forename_mark(const Row& row, const Reading& reading) const;
    Mark middle_mark(const Row& row, const Reading& reading) const;
    Mark surname_mark(const Row& row, const Reading& reading) const;
    void score_family(const Row& row, const Details& details, Scored& scored) const;
    Mark family_surname(const Row& row, const Details& details, const Reading& reading) const;
    Mark town_word_mark(const Row& row, const Details& details, std::uint16_t town) const;
    Mark mother_mark(const Details& details) const;
    Mark place_mark(const Row& row, const Details& details) const;
    void offer_postcode(Mark& best, const HeldPlace& held) const;
    Mark held_place_mark(const HeldPlace& held) const;
    Mark carer_mark(const Row& row, const Details& details, const Mark& surname_found) const;
    Mark identifier_mark(const Details& details) const;

    const Asked& asked_;
    const People& people_;
};

/// The evidence that a score is made of, in the order of the fields.
std::vector<Evidence> evidence_of(const Scored& scored, const Row& row, const People& people);

} // namespace heed::likeness
