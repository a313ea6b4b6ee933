#pragma once

namespace heed::asking {

/// What agreeing and disagreeing is worth, in bits: log2 of how much likelier it is between a
/// question and who is meant than between a question and anybody else. Names are weighed by how
/// often they are borne, and are not here. Figures follow published linkage of English health,
/// school and justice records; whoever trains them on reviewed links changes them here.
struct Weights {
    // Names
    float forename_different = -5.0F;
    float surname_different = -3.6F; ///< children take and leave surnames
    float middle_different = -0.8F;
    float middle_most = 5.0F;
    float second_part_most = 4.0F; ///< the other half of a double name, or a second forename
    float part_missing = -0.5F;
    float in_another_place = -3.0F;  ///< a middle name used as the first, or the other way
    float surname_as_middle = -6.0F; ///< the surname that was said is held as a middle name
    float turned_round = -4.5F;      ///< said as forename and surname, and they are not
    float surname_first = -2.5F;     ///< one box: the surname was typed first
    float all_forenames = -5.0F;     ///< one box: no surname was typed
    float one_word = -1.0F;          ///< one box: a single word, either name
    float word_is_a_town = -2.0F;    ///< one box: a word of it is the name of a town
    float other_name = -0.7F;        ///< an alias or a former name
    float through_carer = -2.0F;
    float through_sibling = -2.5F;
    float as_the_mother = -1.0F; ///< somebody without a forename yet, by a carer's whole name

    // Births
    float born_same = 12.3F;
    float born_turned = 8.0F;
    float born_year_off = 4.5F;
    float born_next_day = 5.0F;
    float born_figure_off = 3.0F;
    float born_figure_of_year_off = 0.9F; ///< by more than two years
    float born_month_off = 3.5F;
    float born_same_month = 0.5F;
    float born_same_day_other_year = 0.5F;
    float born_within_a_month = -1.0F;
    float born_within_a_year = -3.5F;
    float born_within_two_years = -5.0F;
    float born_different = -7.5F;
    float born_estimated_same_year = 3.2F;
    float born_estimated_next_year = 1.0F;
    float expected_within_days = 7.0F;   ///< 10 days
    float expected_within_weeks = 4.5F;  ///< 6 weeks
    float expected_within_months = 0.0F; ///< 3 months
    float unborn_as_said = 3.0F;
    float born_though_said_unborn = -3.0F;

    float sex_same = 0.7F;
    float sex_different = -3.5F;

    // Places
    float postcode_least = 11.0F;
    float postcode_most = 15.0F;
    float house_more = 2.5F;
    float street_most = 9.0F;
    float place_most = 8.0F; ///< a town or an outward code by itself
    float area_most = 2.5F;
    float postcode_figure_off = 9.0F;
    float outcode_figure_off = 4.0F; ///< less than the right outward code by so much
    float former_place = -1.0F;
    float place_different = -2.2F;

    // People around
    float carer_most = 10.0F;
    float carer_same_surname = 0.7F; ///< says nothing that the surname has not said
    float carer_different = -1.5F;

    float identifier_same = 30.0F;
    float identifier_short = 14.0F; ///< fewer than five letters or figures
    float identifier_figure_off = 8.0F;
    float identifier_different = -4.0F;

    // Lines
    float people_outside = 16.0F;    ///< log2 of those who might be meant though not in the index
    float strong_above_index = 8.5F; ///< over log2 of the index: one in 360 of those who are not in
                                     ///< it has a double
    float born_fits = 1.0F;          ///< a birth worth less is no birth of somebody strong
    float strong_above = 4.0F;       ///< over those outside, when the index is small
    float strong_apart = 7.0F;       ///< between the first and the second
    float shown_within = 7.0F;       ///< of the first
    float shown_below_index = 8.0F;  ///< under log2 of the index or of those outside
    float shown_below_best = 9.0F;   ///< under what a perfect match would reach
    float shown_least = 1.5F;

    // When to look at everyone
    float born_outside_range = 2.5F; ///< what a birth just outside the days that were said loses
    float sure_below_best =
        8.0F; ///< when the best is further than this under the best there may be
};

constexpr Weights weights{};

} // namespace heed::asking
