#include "searching/near_marks.hpp"

namespace heed::searching {
namespace {

/// Large, and wanted by every search, so a thread keeps it. All nought between two searches.
std::uint8_t* marks_of_thread(std::size_t words)
{
    static thread_local std::vector<std::uint8_t> marks;
    if (marks.size() < words) marks.resize(words + words / 4);
    return marks.data();
}

} // namespace

NearMarks::NearMarks(std::size_t words) : marks_{marks_of_thread(words)} {}

NearMarks::~NearMarks()
{
    for (const auto* words : {&near_, &looked_at_})
        for (const WordId word : *words) marks_[word] = 0;
}

} // namespace heed::searching
