#pragma once

#include "filing/chains.hpp"
#include "names/strings.hpp"

#include <utility>

namespace heed::places {

using filing::Chains;
using names::Strings;

/// Names of streets and of houses, each once; about 60 bytes each.
class Streets {
public:
    std::uint32_t add(std::string_view name);
    /// 0 when it is not held.
    std::uint32_t find(std::string_view name) const { return names_.find(name); }
    std::string_view text(std::uint32_t street) const { return names_.text(street); }
    std::size_t size() const { return names_.size(); }

    /// The street itself, if it is held, and those that may be meant by it, each with how many
    /// slips away it is; another kind of street ("road" for "lane", or none) counts as two.
    std::vector<std::pair<std::uint32_t, int>> near(std::string_view name) const;

private:
    Strings names_;
    Chains beginnings_; ///< by the first four letters
    Chains endings_;    ///< by the first letter and the end of the first word
};

} // namespace heed::places
