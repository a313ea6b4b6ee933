#include "family/summary.hpp"

#include "core/text.hpp"

namespace heed::family {

std::string check_sentence(const CheckFacts& facts)
{
    std::string said;
    const auto add = [&](const std::string& more, std::string_view between) {
        if (!said.empty()) said += between;
        said += more;
    };
    if (facts.unborn) add("not born yet", "");
    if (!facts.lives_at.empty() && !facts.stays_away_from.empty())
        add("stays at " + facts.lives_at + " (home is " + facts.stays_away_from + ")", ", ");
    else if (!facts.lives_at.empty())
        add((facts.unborn ? "mother's home is " : "lives at ") + facts.lives_at, ", ");
    if (!facts.with.empty())
        add((facts.lives_at.empty() ? "lives with " : "with ") + listed(facts.with),
            facts.lives_at.empty() ? ", " : " ");
    else if (!facts.parents_elsewhere.empty())
        add(listed(facts.parents_elsewhere), "; ");
    return said;
}

} // namespace heed::family
