#pragma once

#include "matching/finder.hpp"
#include "matching_tables.hpp"

namespace heed::bench {

/// Everybody in our own index.
class Ours {
public:
    /// Makes the children and puts them in, a part at a time.
    Ours(std::uint64_t children, std::uint64_t seed);

    Outcome ask(const support::Question& question) const;
    const matching::Finder& finder() const { return finder_; }
    void print_size() const;

    /// Holds what a search finds against a look at everyone: the same ten children?
    void compare_with_everyone(std::span<const Case> cases, std::size_t most) const;
    /// How often each cap left something out.
    void print_caps(std::span<const Case> cases) const;
    /// Saves everybody, opens what was saved, and says how long each took.
    void print_snapshot(const std::string& file) const;
    /// Searches a second, two at a time.
    void print_speed(std::span<const Case> cases) const;
    /// Records of a feed compared with everybody a second, two at a time: half of them new, half
    /// held already. And how many of those who come again with a slip are proposed.
    void print_feed(std::span<const Case> cases) const;
    /// What was missed or wrongly thought sure, for whoever sets the weights.
    void explain(std::span<const Case> cases, const Results& results) const;

private:
    matching::Finder finder_;
    std::uint64_t children_;
    std::uint64_t seed_;
    double made_in_ = 0; ///< seconds that making the children took
    double built_in_ = 0;
    double settled_in_ = 0; ///< after that, until the parts were as few as they stay
};

std::int64_t child_of_id(std::string_view id);

} // namespace heed::bench
