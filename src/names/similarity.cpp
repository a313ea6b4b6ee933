#include "names/similarity.hpp"

#include <algorithm>
#include <array>

namespace heed::names {
namespace {

constexpr std::size_t longest = 40;

double jaro(std::string_view left, std::string_view right)
{
    const int range = std::max(static_cast<int>(std::max(left.size(), right.size())) / 2 - 1, 0);
    std::array<bool, longest> right_taken{};
    std::array<char, longest> common{};
    std::size_t count = 0;
    for (int i = 0; i < static_cast<int>(left.size()); ++i) {
        const int from = std::max(0, i - range);
        const int to = std::min(static_cast<int>(right.size()) - 1, i + range);
        for (int j = from; j <= to; ++j) {
            const auto at = static_cast<std::size_t>(j);
            if (right_taken[at] || right[at] != left[static_cast<std::size_t>(i)]) continue;
            right_taken[at] = true;
            common[count++] = left[static_cast<std::size_t>(i)];
            break;
        }
    }
    if (count == 0) return 0;
    std::size_t met = 0;
    std::size_t turned = 0;
    for (std::size_t j = 0; j < right.size(); ++j) {
        if (right_taken[j] && right[j] != common[met++]) ++turned;
    }
    const auto shared = static_cast<double>(count);
    const std::size_t transposed = turned / 2;
    return (shared / static_cast<double>(left.size()) + shared / static_cast<double>(right.size()) +
            (shared - static_cast<double>(transposed)) / shared) /
           3;
}

} // namespace

double likeness(std::string_view left, std::string_view right)
{
    left = left.substr(0, longest);
    right = right.substr(0, longest);
    if (left.empty() || right.empty()) return left == right ? 1 : 0;
    // Greedy pairing depends on who goes first; ordering the two makes it the same both ways.
    if (std::pair{left.size(), left} > std::pair{right.size(), right}) std::swap(left, right);
    const double plain = jaro(left, right);
    std::size_t begins = 0;
    while (begins < std::min<std::size_t>(4, left.size()) && left[begins] == right[begins])
        ++begins;
    return plain + static_cast<double>(begins) * 0.1 * (1 - plain);
}

} // namespace heed::names
