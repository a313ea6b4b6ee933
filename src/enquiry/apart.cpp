#include "enquiry/apart.hpp"

#include "core/day.hpp"

#include <algorithm>

namespace heed::enquiry {

namespace {

/// "a", "a or b", "a, b or c".
std::string any_of(const std::vector<std::string>& all)
{
    std::string said;
    for (std::size_t i = 0; i < all.size(); ++i)
        said += (i == 0 ? "" : i + 1 == all.size() ? " or " : ", ") + all[i];
    return said;
}

void add(std::vector<std::string>& to, const std::string& value)
{
    if (!value.empty() && std::ranges::find(to, value) == to.end()) to.push_back(value);
}

std::string day_in_words(const std::string& iso)
{
    const auto day = day_from_iso(iso);
    return day ? in_words(*day) : iso;
}

} // namespace

std::string told_apart_by(const std::vector<Told::Possible>& candidates)
{
    std::vector<std::string> names, firsts, births, areas;
    for (const auto& one : candidates) {
        add(names, one.name);
        add(firsts, one.name.substr(0, one.name.find(' ')));
        add(births, day_in_words(one.born));
        add(areas, one.area);
    }
    const bool by_first = firsts.size() > 1;
    const std::pair<const char*, const std::vector<std::string>&> each[] = {
        {by_first ? "the first name" : "the full name", by_first ? firsts : names},
        {"the date of birth", births},
        {"where they live", areas}};
    std::vector<std::string> apart, values;
    for (const auto& [what, found] : each) {
        if (found.size() < 2) continue;
        apart.emplace_back(what);
        values = found;
    }
    // Of one thing it can be said between what; more would not be read in the night.
    constexpr std::size_t few = 3;
    if (apart.size() == 1 && values.size() <= few)
        return apart.front() + " (" + any_of(values) + ")";
    return any_of(apart);
}

} // namespace heed::enquiry
