#include "places/streets.hpp"

#include "names/slips.hpp"

#include <algorithm>

namespace heed::places {
namespace {

using filing::key_of;
using names::Pattern;

std::string_view first_word(std::string_view name) { return name.substr(0, name.find(' ')); }

std::string_view without_kind(std::string_view name)
{
    const auto space = name.rfind(' ');
    return space == std::string_view::npos ? name : name.substr(0, space);
}

std::uint64_t beginning(std::string_view name) { return key_of(name.substr(0, 4)); }

std::uint64_t ending(std::string_view name)
{
    const std::string_view word = first_word(name);
    return key_of(static_cast<std::uint32_t>(name[0]),
                  static_cast<std::uint32_t>(key_of(word.substr(word.size() - 3))));
}

bool is_long(std::string_view name) { return first_word(name).size() >= 4; }

int slips_allowed_in(std::string_view name)
{
    return name.size() < 6 ? 0 : name.size() < 9 ? 1 : name.size() < 14 ? 2 : 3;
}

} // namespace

std::uint32_t Streets::add(std::string_view name)
{
    const std::size_t before = size();
    const std::uint32_t number = names_.add(name);
    if (size() == before) return number;
    if (name.size() >= 4) beginnings_.add(beginning(name), number);
    if (is_long(name)) endings_.add(ending(name), number);
    return number;
}

std::vector<std::pair<std::uint32_t, int>> Streets::near(std::string_view name) const
{
    std::vector<std::pair<std::uint32_t, int>> found;
    if (const std::uint32_t same = find(name); same != 0) found.emplace_back(same, 0);
    if (name.size() < 4) return found;
    const int most = slips_allowed_in(name);
    const Pattern pattern{name};
    const auto compare = [&](std::uint32_t number) {
        const std::string_view other = names_.text(number);
        int slips = pattern.slips_to(other, most);
        if (slips > most && is_long(name) &&
            (without_kind(other) == without_kind(name) || without_kind(other) == name ||
             other == without_kind(name)))
            slips = 2;
        if (slips > 0 && slips <= std::max(most, 2)) found.emplace_back(number, slips);
    };
    beginnings_.each(beginning(name), compare);
    if (is_long(name)) endings_.each(ending(name), compare);
    std::ranges::sort(found, [](const auto& left, const auto& right) {
        return std::pair{left.second, left.first} < std::pair{right.second, right.first};
    });
    const auto twice = std::ranges::unique(found);
    found.erase(twice.begin(), twice.end());
    return found;
}

} // namespace heed::places
