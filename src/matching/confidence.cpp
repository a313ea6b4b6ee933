#include "matching/confidence.hpp"

#include "asking/weights.hpp"

#include <algorithm>
#include <set>

namespace heed::matching {
namespace {

using asking::weights;

const Evidence* about(const Candidate& candidate, Field field)
{
    const auto found = std::ranges::find(candidate.evidence, field, &Evidence::field);
    return found == candidate.evidence.end() ? nullptr : &*found;
}

bool differs(const Candidate& candidate, Field field)
{
    const Evidence* evidence = about(candidate, field);
    return evidence != nullptr && evidence->level == Level::different;
}

/// The field says more than that nothing is against it.
bool agrees(const Candidate& candidate, Field field, float least_bits)
{
    const Evidence* evidence = about(candidate, field);
    return evidence != nullptr && evidence->level != Level::different &&
           evidence->bits >= least_bits;
}

bool may_be_strong(const Candidate& candidate)
{
    if (differs(candidate, Field::forename) || differs(candidate, Field::surname) ||
        differs(candidate, Field::born) || differs(candidate, Field::identifier))
        return false;
    // Brothers and sisters often have one another's forename as a middle name.
    const Evidence* forename = about(candidate, Field::forename);
    const Evidence* birth = about(candidate, Field::born);
    if (forename != nullptr && forename->level == Level::in_another_place &&
        (birth == nullptr || birth->level != Level::same))
        return false;
    // Found by a parent's name: all the children of that parent may be meant, and one without a
    // forename of its own, not born yet, is no likelier than the others.
    const bool through_parent = std::ranges::find(candidate.evidence, Level::through_carer,
                                                  &Evidence::level) != candidate.evidence.end();
    if (through_parent && !agrees(candidate, Field::forename, 0)) return false;
    // A birth that is months or years out is somebody else's as often as a slip.
    return birth == nullptr || birth->bits >= weights.born_fits;
}

/// All that was said agrees, however little it was: a surname alone, a postcode alone.
bool agrees_throughout(const Candidate& candidate)
{
    return candidate.bits > 0 &&
           std::ranges::none_of(candidate.evidence, [](const Evidence& evidence) {
               return evidence.level == Level::different;
           });
}

/// The right number by itself is enough, if nothing that was said with it speaks against it.
bool found_by_number(const Candidate& candidate)
{
    if (!agrees(candidate, Field::identifier, weights.identifier_same)) return false;
    return std::ranges::none_of(candidate.evidence, [](const Evidence& evidence) {
        return evidence.level == Level::different &&
               (evidence.field == Field::forename || evidence.field == Field::born);
    });
}

} // namespace

void judge(Answer& answer, const Lines& lines)
{
    answer.shown = 0;
    answer.shown_line = lines.shown;
    answer.strong_line = lines.strong;
    if (answer.candidates.empty()) return;
    Candidate& first = answer.candidates.front();
    const float second = answer.candidates.size() > 1 ? answer.candidates[1].bits : lines.shown;
    const bool apart = answer.candidates.size() == 1 || first.bits - second >= weights.strong_apart;
    if (apart && (found_by_number(first) || (first.bits >= lines.strong && may_be_strong(first))))
        first.confidence = Confidence::strong;
    if (first.confidence == Confidence::strong) {
        answer.shown = 1;
        return;
    }
    for (const Candidate& one : answer.candidates) {
        if (answer.shown == 10 || one.bits < lines.shown ||
            first.bits - one.bits > weights.shown_within)
            break;
        ++answer.shown;
    }
    if (answer.shown > 0) return;
    // Little was said, and all of it fits: to say that nobody is known would be false.
    while (answer.shown < std::min<std::size_t>(answer.candidates.size(), 10) &&
           agrees_throughout(answer.candidates[answer.shown]) &&
           first.bits - answer.candidates[answer.shown].bits <= weights.shown_within)
        ++answer.shown;
}

void take_as_one(Answer& answer, const std::function<std::string(const std::string& id)>& who)
{
    std::set<std::string> seen;
    const auto merged = std::erase_if(answer.candidates, [&](const Candidate& candidate) {
        return !seen.insert(who(candidate.id)).second;
    });
    if (merged > 0) judge(answer, {answer.shown_line, answer.strong_line});
}

Meant one_is_meant(const Answer& answer)
{
    if (answer.candidates.empty() || answer.shown == 0) return Meant::nobody;
    return answer.candidates.front().confidence == Confidence::strong ? Meant::one : Meant::several;
}

} // namespace heed::matching
