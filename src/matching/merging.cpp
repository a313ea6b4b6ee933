#include "matching/merging.hpp"

namespace heed::matching {
namespace {

constexpr std::uint64_t falls_by = 6;
constexpr std::uint64_t falls_by_at_rest = 64;

} // namespace

std::size_t first_to_merge(std::span<const std::uint32_t> sizes, Pace pace)
{
    const bool rests = pace == Pace::at_rest;
    const std::uint64_t times = rests ? falls_by_at_rest : falls_by;
    std::size_t from = sizes.size();
    std::uint64_t after = 0;
    for (std::size_t at = sizes.size(); at-- > 0; after += sizes[at]) {
        const bool are_small =
            rests && at > 0 && (after + sizes[at]) * falls_by_at_rest < sizes.front();
        if (after > 0 && (after * times >= sizes[at] || are_small)) from = at;
    }
    return from;
}

} // namespace heed::matching
