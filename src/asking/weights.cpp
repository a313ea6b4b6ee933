#include "asking/weights.hpp"

#include "core/embedded.hpp"
#include "core/ensure.hpp"
#include "names/data.hpp"

#include <algorithm>
#include <array>

namespace heed::weight_data {
std::span<const Embedded> embedded_files();
} // namespace heed::weight_data

namespace heed::asking {
namespace {

constexpr std::array<NamedWeight, 69> table{
    {{"forename_different", &Weights::forename_different},
     {"surname_different", &Weights::surname_different},
     {"middle_different", &Weights::middle_different},
     {"middle_most", &Weights::middle_most},
     {"second_part_most", &Weights::second_part_most},
     {"part_missing", &Weights::part_missing},
     {"in_another_place", &Weights::in_another_place},
     {"surname_as_middle", &Weights::surname_as_middle},
     {"turned_round", &Weights::turned_round},
     {"surname_first", &Weights::surname_first},
     {"all_forenames", &Weights::all_forenames},
     {"one_word", &Weights::one_word},
     {"word_is_a_town", &Weights::word_is_a_town},
     {"other_name", &Weights::other_name},
     {"through_carer", &Weights::through_carer},
     {"through_sibling", &Weights::through_sibling},
     {"as_the_mother", &Weights::as_the_mother},
     {"born_same", &Weights::born_same},
     {"born_turned", &Weights::born_turned},
     {"born_year_off", &Weights::born_year_off},
     {"born_next_day", &Weights::born_next_day},
     {"born_figure_off", &Weights::born_figure_off},
     {"born_figure_of_year_off", &Weights::born_figure_of_year_off},
     {"born_month_off", &Weights::born_month_off},
     {"born_same_month", &Weights::born_same_month},
     {"born_same_day_other_year", &Weights::born_same_day_other_year},
     {"born_within_a_month", &Weights::born_within_a_month},
     {"born_within_a_year", &Weights::born_within_a_year},
     {"born_within_two_years", &Weights::born_within_two_years},
     {"born_different", &Weights::born_different},
     {"born_estimated_same_year", &Weights::born_estimated_same_year},
     {"born_estimated_next_year", &Weights::born_estimated_next_year},
     {"expected_within_days", &Weights::expected_within_days},
     {"expected_within_weeks", &Weights::expected_within_weeks},
     {"expected_within_months", &Weights::expected_within_months},
     {"unborn_as_said", &Weights::unborn_as_said},
     {"born_though_said_unborn", &Weights::born_though_said_unborn},
     {"sex_same", &Weights::sex_same},
     {"sex_different", &Weights::sex_different},
     {"postcode_least", &Weights::postcode_least},
     {"postcode_most", &Weights::postcode_most},
     {"house_more", &Weights::house_more},
     {"street_most", &Weights::street_most},
     {"street_more", &Weights::street_more},
     {"address_most", &Weights::address_most},
     {"place_most", &Weights::place_most},
     {"area_most", &Weights::area_most},
     {"postcode_figure_off", &Weights::postcode_figure_off},
     {"outcode_figure_off", &Weights::outcode_figure_off},
     {"former_place", &Weights::former_place},
     {"place_different", &Weights::place_different},
     {"carer_most", &Weights::carer_most},
     {"carer_same_surname", &Weights::carer_same_surname},
     {"carer_different", &Weights::carer_different},
     {"identifier_same", &Weights::identifier_same},
     {"identifier_short", &Weights::identifier_short},
     {"identifier_figure_off", &Weights::identifier_figure_off},
     {"identifier_different", &Weights::identifier_different},
     {"people_outside", &Weights::people_outside},
     {"strong_above_index", &Weights::strong_above_index},
     {"born_fits", &Weights::born_fits},
     {"strong_above", &Weights::strong_above},
     {"strong_apart", &Weights::strong_apart},
     {"shown_within", &Weights::shown_within},
     {"shown_below_index", &Weights::shown_below_index},
     {"shown_below_best", &Weights::shown_below_best},
     {"shown_least", &Weights::shown_least},
     {"born_outside_range", &Weights::born_outside_range},
     {"sure_below_best", &Weights::sure_below_best}}};
static_assert(table.size() * sizeof(float) == sizeof(Weights), "every weight has a name");

struct InUse {
    Weights bits;
    Rates rates;
};

/// Reads a file over what is there; the number of bits it names. Refuses a line it cannot read.
Outcome<std::size_t> read(std::string_view text, InUse& into, names::Chances& chances)
{
    std::size_t count = 0;
    for (const names::Value& value : names::values_in(text)) {
        const auto named = std::ranges::find(table, value.key, &NamedWeight::name);
        const auto chance =
            std::ranges::find(names::chance_table(), value.key, &names::NamedChance::name);
        if (value.number && value.section == "bits" && named != table.end()) {
            into.bits.*named->value = *value.number;
            ++count;
        } else if (value.number && value.section == "rates")
            into.rates[std::string{value.key}] = static_cast<double>(*value.number);
        else if (value.number && value.section == "chances" &&
                 chance != names::chance_table().end())
            chances.*chance->value = *value.number;
        else if (!value.section.empty())
            return refuse(RefusalCode::weights_not_understood,
                          "line " + std::to_string(value.line));
    }
    return count;
}

InUse& in_use()
{
    static InUse held = [] {
        InUse read_in;
        names::Chances chances = names::chances();
        const auto count = read(weight_data::embedded_files()[0].bytes, read_in, chances);
        ensure(count && *count >= table.size(), "the weights inside the binary cannot be read");
        return read_in;
    }();
    return held;
}

std::string line(std::string_view name, double value)
{
    std::array<char, 32> text{};
    const int length = std::snprintf(text.data(), text.size(), "%.6g", value);
    return std::string{name} + " = " + std::string(text.data(), static_cast<std::size_t>(length)) +
           '\n';
}

} // namespace

std::span<const NamedWeight> weight_table() { return table; }
const Weights& weights_in_use() { return in_use().bits; }
const Rates& rates_in_use() { return in_use().rates; }

Outcome<void> use_weights(std::string_view text)
{
    InUse read_in = in_use();
    names::Chances chances = names::chances();
    TRY_VOID(read(text, read_in, chances));
    in_use() = read_in;
    names::use_chances(chances);
    return {};
}

std::string weights_text(const Weights& bits, const names::Chances& chances, const Rates& rates,
                         std::string_view source)
{
    std::string text =
        "# What agreeing and disagreeing is worth, in bits; see docs.\nversion = 1\n";
    text += "source = \"" + std::string{source} + "\"\n\n[bits]\n";
    for (const NamedWeight& one : table)
        text += line(one.name, static_cast<double>(bits.*one.value));
    text += "\n[chances]\n";
    for (const names::NamedChance& one : names::chance_table())
        text += line(one.name, static_cast<double>(chances.*one.value));
    text += "\n[rates]\n";
    for (const auto& [name, rate] : rates) text += line(name, rate);
    return text;
}

} // namespace heed::asking
