#include "searching/near_marks.hpp"

namespace heed::searching {
namespace {

/// Large, and wanted by every search, so a thread keeps it. All nought between two searches.
std::vector<std::uint64_t>& long_enough(std::vector<std::uint64_t>& bits, std::size_t words)
{
    if (bits.size() * 64 < words) bits.resize(words / 64 + words / 256 + 1);
    return bits;
}

thread_local std::vector<std::uint64_t> near_bits;
thread_local std::vector<std::uint64_t> looked_at_bits;

} // namespace

NearMarks::NearMarks(std::size_t words)
    : near_{long_enough(near_bits, words)}, looked_at_{long_enough(looked_at_bits, words)}
{
}

NearMarks::~NearMarks()
{
    near_.clear();
    looked_at_.clear();
}

} // namespace heed::searching
