#include "app/call.hpp"

#include "app/serving.hpp"
#include "ledger/verify.hpp"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

using namespace heed;
using namespace heed::app;

namespace {

/// A file of its own for each test; gone afterwards.
class KeptHead : public ::testing::Test {
protected:
    ~KeptHead() override { std::filesystem::remove(path); }
    const std::string path = (std::filesystem::temp_directory_path() /
                              ("heed_head_" + std::to_string(::getpid()) + ".json"))
                                 .string();
};

} // namespace

TEST_F(KeptHead, IsReadBackAsItWasWritten)
{
    const ledger::Head head{17, std::string(64, 'a')};
    std::ofstream{path} << ledger::head_json(head) << '\n';
    EXPECT_EQ(kept_head(path).value(), head);
}

TEST_F(KeptHead, IsNothingWhenNoFileIsNamed) { EXPECT_FALSE(kept_head("").value()); }

TEST_F(KeptHead, IsRefusedWhenTheFileHoldsNone)
{
    EXPECT_EQ(kept_head(path).error().code, RefusalCode::not_a_head);
    std::ofstream{path} << R"({"seq":"17"})";
    EXPECT_EQ(kept_head(path).error().code, RefusalCode::not_a_head);
}

TEST(OpenRecord, IsRefusedWhereThereIsNone)
{
    const Call call{.database = "/nowhere/at/all.db"};
    EXPECT_EQ(open_record(call).error().code, RefusalCode::not_a_record);
}

TEST(Serve, IsRefusedAPlaceThatIsNone)
{
    for (const char* listen : {"", "8080", "127.0.0.1:", "127.0.0.1:99999", "127.0.0.1:x"})
        EXPECT_EQ(serve({}, {.listen = listen}).error().code, RefusalCode::not_an_address)
            << listen;
}

TEST(Serve, IsRefusedWeakDurabilityOutsideControlRuns)
{
    ::unsetenv("HEED_TEST_CONTROL");
    EXPECT_EQ(serve({}, {.listen = "127.0.0.1:0", .unsafe_synchronous = "OFF"}).error().code,
              RefusalCode::not_allowed);
}
