#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace heed::names {

/// Names of places, each once, with how many live there.
class Gazetteer {
public:
    /// 0 for nothing. At most 65,535 names: what comes later is not told apart from nothing.
    std::uint16_t add(std::string_view name);
    std::uint16_t find(std::string_view name) const;
    void count(std::uint16_t place, int by);
    std::uint32_t counted(std::uint16_t place) const { return counts_[place]; }
    std::string_view name(std::uint16_t place) const { return names_[place]; }
    std::size_t size() const { return names_.size(); }

private:
    std::unordered_map<std::string, std::uint16_t> places_;
    std::vector<std::string> names_{""};
    std::vector<std::uint32_t> counts_{0};
};

} // namespace heed::names
