#include "names/gazetteer.hpp"

namespace heed::names {

std::uint16_t Gazetteer::add(std::string_view name)
{
    if (name.empty()) return 0;
    if (const std::uint16_t held = find(name); held != 0) return held;
    if (names_.size() > 65'535) return 0;
    const auto place = static_cast<std::uint16_t>(names_.size());
    places_.emplace(name, place);
    names_.emplace_back(name);
    counts_.push_back(0);
    return place;
}

std::uint16_t Gazetteer::find(std::string_view name) const
{
    const auto found = places_.find(std::string{name});
    return found == places_.end() ? std::uint16_t{0} : found->second;
}

void Gazetteer::count(std::uint16_t place, int by)
{
    counts_[place] += static_cast<std::uint32_t>(by);
}

} // namespace heed::names
