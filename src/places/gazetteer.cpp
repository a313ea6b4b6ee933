#include "places/gazetteer.hpp"

#include "names/slips.hpp"

#include <bit>

namespace heed::places {

using names::Pattern;
using names::shape_of;

std::uint16_t Gazetteer::add(std::string_view name)
{
    if (const std::uint16_t held = find(name); held != 0 || name.empty()) return held;
    if (size() > 65'535) return 0;
    counts_.push_back(0);
    shapes_.push_back(shape_of(name) & 0x07FF'FFFFU);
    return static_cast<std::uint16_t>(names_.add(name));
}

std::vector<std::pair<std::uint16_t, int>> Gazetteer::near(std::string_view name) const
{
    std::vector<std::pair<std::uint16_t, int>> found;
    if (name.empty()) return found;
    const int most = name.size() < 5 ? 0 : name.size() < 7 ? 1 : name.size() < 12 ? 2 : 3;
    if (most == 0) {
        if (const std::uint16_t same = find(name); same != 0) found.emplace_back(same, 0);
        return found;
    }
    return within(name, most);
}

std::vector<std::pair<std::uint16_t, int>> Gazetteer::within(std::string_view name, int most) const
{
    std::vector<std::pair<std::uint16_t, int>> found;
    const Pattern pattern{name};
    const std::uint32_t shape = shape_of(name) & 0x07FF'FFFFU;
    for (std::size_t place = 1; place < size(); ++place) {
        // A slip changes two letters of those that occur at most.
        if (std::popcount(shape ^ shapes_[place]) > 2 * most) continue;
        const auto number = static_cast<std::uint16_t>(place);
        if (const int slips = pattern.slips_to(this->name(number), most); slips <= most)
            found.emplace_back(number, slips);
    }
    return found;
}

} // namespace heed::places
