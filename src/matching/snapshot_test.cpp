#include "matching/finder.hpp"

#include <gtest/gtest.h>

namespace heed::matching {
namespace {

TEST(Snapshot, RefusesAFileThatIsNotThere)
{
    Finder finder;
    const auto opened = finder.open("/nowhere/index", {.label = "here"});
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, RefusalCode::no_such_file);
}

TEST(Snapshot, SaysWhatToDoWhenItCannotBeUsed)
{
    for (const RefusalCode code : {RefusalCode::snapshot_unwritten, RefusalCode::snapshot_damaged,
                                   RefusalCode::snapshot_stale})
        EXPECT_FALSE(sentence(code).empty());
}

} // namespace
} // namespace heed::matching
