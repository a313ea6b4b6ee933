#include "likeness/score.hpp"

#include "names/fold.hpp"

namespace heed::likeness {
namespace {

std::string whole_name(const Row& row, const names::Lexicon& words)
{
    std::string name;
    for (const WordId part : {row.forename, row.surname}) {
        if (part == names::no_word) continue;
        if (!name.empty()) name += ' ';
        name += names::capitalised(words.text(part));
    }
    return name;
}

void add(std::vector<Evidence>& evidence, Field field, const Mark& mark, std::string detail = {})
{
    if (mark.told) evidence.push_back({field, mark.level, mark.bits, std::move(detail)});
}

} // namespace

std::vector<Evidence> evidence_of(const Scored& scored, const Row& row, const People& people)
{
    const names::Lexicon& words = people.words();
    const auto held = [&](const Mark& mark) {
        return mark.held == names::no_word || mark.level == Level::same
                   ? std::string{}
                   : names::capitalised(words.text(mark.held));
    };
    std::vector<Evidence> evidence;
    add(evidence, Field::forename, scored.forename, held(scored.forename));
    add(evidence, Field::middle, scored.middle, held(scored.middle));
    add(evidence, Field::surname, scored.surname, held(scored.surname));
    if (scored.order != 0)
        evidence.push_back({Field::name_order,
                            scored.turned_round ? Level::turned_round : Level::part, scored.order,
                            ""});
    if (scored.other_name != 0)
        evidence.push_back(
            {Field::other_name, Level::same, scored.other_name, whole_name(row, words)});
    add(evidence, Field::born, scored.born);
    add(evidence, Field::sex, scored.sex);
    add(evidence, Field::place, scored.place);
    add(evidence, Field::place, scored.town);
    add(evidence, Field::carer, scored.carer,
        scored.carer.held == names::no_word ? ""
                                            : names::capitalised(words.text(scored.carer.held)));
    add(evidence, Field::identifier, scored.identifier);
    if (scored.unborn != 0)
        evidence.push_back({Field::unborn, scored.unborn > 0 ? Level::expected : Level::different,
                            scored.unborn, ""});
    return evidence;
}

} // namespace heed::likeness
