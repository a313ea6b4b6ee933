#pragma once

#include "core/outcome.hpp"
#include "names/chances.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace heed::asking {

/// What agreeing and disagreeing is worth, in bits: log2 of how much likelier it is between a
/// question and who is meant than between a question and anybody else. Names are weighed by how
/// often they are borne, and are not here but in names/chances. The values, with where they come
/// from, are in data/matching/weights.toml.
struct Weights {
    // Names
    float forename_different = 0;
    float surname_different = 0; ///< children take and leave surnames
    float middle_different = 0;
    float middle_most = 0;
    float second_part_most = 0; ///< the other half of a double name, or a second forename
    float part_missing = 0;
    float in_another_place = 0;  ///< a middle name used as the first, or the other way
    float surname_as_middle = 0; ///< the surname that was said is held as a middle name
    float turned_round = 0;      ///< said as forename and surname, and they are not
    float surname_first = 0;     ///< one box: the surname was typed first
    float all_forenames = 0;     ///< one box: no surname was typed
    float one_word = 0;          ///< one box: a single word, either name
    float word_is_a_town = 0;    ///< one box: a word of it is the name of a town
    float other_name = 0;        ///< an alias or a former name
    float through_carer = 0;
    float through_sibling = 0;
    float as_the_mother = 0; ///< somebody without a forename yet, by a carer's whole name

    // Births
    float born_same = 0;
    float born_turned = 0;
    float born_year_off = 0;
    float born_next_day = 0;
    float born_figure_off = 0;
    float born_figure_of_year_off = 0; ///< by more than two years
    float born_month_off = 0;
    float born_same_month = 0;
    float born_same_day_other_year = 0;
    float born_within_a_month = 0;
    float born_within_a_year = 0;
    float born_within_two_years = 0;
    float born_different = 0;
    float born_estimated_same_year = 0;
    float born_estimated_next_year = 0;
    float expected_within_days = 0;   ///< 10 days
    float expected_within_weeks = 0;  ///< 6 weeks
    float expected_within_months = 0; ///< 3 months
    float unborn_as_said = 0;
    float born_though_said_unborn = 0;

    float sex_same = 0;
    float sex_different = 0;

    // Places
    float postcode_least = 0;
    float postcode_most = 0;
    float house_more = 0;
    float street_most = 0;
    float street_more = 0;  ///< beside a town or half a postcode that agrees
    float address_most = 0; ///< for street and town together
    float place_most = 0;   ///< a town or an outward code by itself
    float area_most = 0;
    float postcode_figure_off = 0;
    float outcode_figure_off = 0; ///< less than the right outward code by so much
    float former_place = 0;
    float place_different = 0;

    // People around
    float carer_most = 0;
    float carer_same_surname = 0; ///< says nothing that the surname has not said
    float carer_different = 0;

    float identifier_same = 0;
    float identifier_short = 0; ///< fewer than five letters or figures
    float identifier_figure_off = 0;
    float identifier_different = 0;

    // Lines
    float people_outside = 0;     ///< log2 of those who might be meant though not in the index
    float strong_above_index = 0; ///< over log2 of the index: one in 360 of those who are not in
                                  ///< it has a double
    float born_fits = 0;          ///< a birth worth less is no birth of somebody strong
    float strong_above = 0;       ///< over those outside, when the index is small
    float strong_apart = 0;       ///< between the first and the second
    float shown_within = 0;       ///< of the first
    float shown_below_index = 0;  ///< under log2 of the index or of those outside
    float shown_below_best = 0;   ///< under what a perfect match would reach
    float shown_least = 0;

    // When to look at everyone
    float born_outside_range = 0; ///< what a birth just outside the days that were said loses
    float sure_below_best = 0; ///< when the best is further than this under the best there may be
};

/// How often each level is seen between a question and who is meant: what the weights were made of,
/// and where training starts from. By names like "born_same".
using Rates = std::map<std::string, double, std::less<>>;

struct NamedWeight {
    std::string_view name;
    float Weights::* value;
};
std::span<const NamedWeight> weight_table();

/// Those that are in use: the ones inside the binary, until others are chosen.
const Weights& weights_in_use();
const Rates& rates_in_use();
/// The weights that searches compare with. Set before main begins.
inline const Weights& weights = weights_in_use();

/// Uses the weights and chances of a file from now on: before searches begin, or while none runs.
/// What the file does not name stays as it is. Refuses `weights_not_understood` (the field is the
/// line), and changes nothing then.
Outcome<void> use_weights(std::string_view text);

/// A file of weights that reads back as these.
std::string weights_text(const Weights& bits, const names::Chances& chances, const Rates& rates,
                         std::string_view source);

} // namespace heed::asking
