#pragma once

#include "names/strings.hpp"

#include <utility>

namespace heed::places {

using names::Strings;

/// Names of places, each once, with how many live there.
class Gazetteer {
public:
    /// 0 for nothing. At most 65,535 names: what comes later is not told apart from nothing.
    std::uint16_t add(std::string_view name);
    std::uint16_t find(std::string_view name) const
    {
        return static_cast<std::uint16_t>(names_.find(name));
    }
    void count(std::uint16_t place, int by) { counts_[place] += static_cast<std::uint32_t>(by); }
    std::uint32_t counted(std::uint16_t place) const { return counts_[place]; }
    std::string_view name(std::uint16_t place) const { return names_.text(place); }
    /// One more than the highest number.
    std::size_t size() const { return names_.size(); }

    /// The place itself, if it is held, and those spelt nearly so, with how many slips away they
    /// are: none in a name of up to four letters, one up to six, two up to eleven, else three.
    std::vector<std::pair<std::uint16_t, int>> near(std::string_view name) const;
    /// Those that are so many slips away at most.
    std::vector<std::pair<std::uint16_t, int>> within(std::string_view name, int most) const;

private:
    Strings names_;
    std::vector<std::uint32_t> counts_{0};
    std::vector<std::uint32_t> shapes_{0};
};

} // namespace heed::places
