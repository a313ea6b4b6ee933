#include "links/twins.hpp"

#include <algorithm>
#include <initializer_list>

namespace heed::links {

namespace {

using matching::Evidence;
using matching::Field;
using matching::Level;

bool has(std::span<const Evidence> evidence, Field field, std::initializer_list<Level> levels)
{
    return std::ranges::any_of(evidence, [&](const Evidence& one) {
        return one.field == field && std::ranges::find(levels, one.level) != levels.end();
    });
}

} // namespace

bool reads_as_twins(std::span<const Evidence> evidence)
{
    using enum Level;
    return has(evidence, Field::forename, {different}) &&
           has(evidence, Field::surname,
               {same, other_spelling, sounds_alike, misspelt, part, through_sibling,
                through_carer}) &&
           has(evidence, Field::born, {same, turned_round}) &&
           has(evidence, Field::place, {house, postcode});
}

} // namespace heed::links
