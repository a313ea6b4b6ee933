#pragma once

#include "matching_cases.hpp"

#include <memory>

namespace heed::bench {

/// Xapian's search: trigrams, names, short forms, sounds, parts of the birth and the town as terms
/// that are weighted by their rarity; the best hundred are ranked again by a plain score.
class XapianSearch {
public:
    /// `folder` is made, or emptied.
    XapianSearch(const std::string& folder, const std::string& short_forms);
    ~XapianSearch();
    XapianSearch(const XapianSearch&) = delete;
    XapianSearch& operator=(const XapianSearch&) = delete;

    void fill(std::uint64_t children, std::uint64_t seed);
    Outcome ask(const support::Question& question) const;
    void print_size() const;

private:
    class Index;
    std::unique_ptr<Index> index_;
};

} // namespace heed::bench
