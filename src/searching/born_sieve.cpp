#include "searching/born_sieve.hpp"

#include "likeness/score.hpp"
#include "people/sheet.hpp"
#include "searching/eighths.hpp"

namespace heed::searching {
namespace {

likeness::Mark mark_of(const asking::Born& said, std::uint32_t birth)
{
    const people::PackedRow row{.born = birth};
    return likeness::born_mark(said, row.birth_kind(), people::day_of(row.born_day()));
}

} // namespace

int BornSieve::compared(std::uint32_t birth) const
{
    return said_ ? eighths(mark_of(*said_, birth).bits) : 0;
}

bool BornSieve::differs(std::uint32_t birth) const
{
    return said_ && mark_of(*said_, birth).level == likeness::Level::different;
}

} // namespace heed::searching
