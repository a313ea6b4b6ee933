#include "store/backup.hpp"
#include "store/migrate.hpp"
#include "support/engines.hpp"

#include <filesystem>

using namespace heed;
using namespace heed::store;

namespace {

class Backup : public heed::testing::OnEveryEngine {
protected:
    void SetUp() override
    {
        std::filesystem::remove(file);
        database.write([](Transaction& records) {
            records.execute("UPDATE ledger_head SET seq = 7, hash = 'kept' WHERE id = 1");
        });
    }
    void TearDown() override { std::filesystem::remove(file); }

    static std::string head_in(Database& restored)
    {
        return restored.read([](Snapshot& records) {
            return records.row("SELECT hash FROM ledger_head")->text("hash");
        });
    }

    const std::string file = (std::filesystem::temp_directory_path() /
                              ("heed_backup_" + std::to_string(::getpid()) + ".db"))
                                 .string();
};
HEED_ON_EVERY_ENGINE(Backup);

/// A database with nothing in it, not even tables.
class Bare {
public:
    Bare() { std::filesystem::remove(path_); }
    Bare(const Bare&) = delete;
    Bare& operator=(const Bare&) = delete;
    ~Bare()
    {
        database.reset();
        for (const char* part : {"", "-wal", "-shm"}) std::filesystem::remove(path_ + part);
    }

private:
    std::string path_ = (std::filesystem::temp_directory_path() /
                         ("heed_bare_" + std::to_string(::getpid()) + ".db"))
                            .string();

public:
    std::unique_ptr<Database> database = Database::open(path_);
};

} // namespace

TEST_P(Backup, ComesBackAsItWas)
{
    ASSERT_TRUE(backup(database, file, {}));
    Bare bare;
    ASSERT_TRUE(restore(file, {}, *bare.database, Moment{}));
    EXPECT_EQ(head_in(*bare.database), "kept");
}

TEST_P(Backup, IsUnreadableWithoutItsKey)
{
    const std::string key(64, 'a'), other(64, 'b');
    ASSERT_TRUE(backup(database, file, key));
    Bare bare;
    EXPECT_THROW(static_cast<void>(restore(file, {}, *bare.database, Moment{})), Fault);
    EXPECT_THROW(static_cast<void>(restore(file, other, *bare.database, Moment{})), Fault);
    ASSERT_TRUE(restore(file, key, *bare.database, Moment{}));
    EXPECT_EQ(head_in(*bare.database), "kept");
}

TEST_P(Backup, RefusesToWriteOverAFile)
{
    ASSERT_TRUE(backup(database, file, {}));
    EXPECT_EQ(backup(database, file, {}).error().code, RefusalCode::already_there);
}

TEST_P(Backup, IsNotRestoredOverARecord)
{
    ASSERT_TRUE(backup(database, file, {}));
    EXPECT_EQ(restore(file, {}, database, Moment{}).error().code, RefusalCode::already_a_record);
}

TEST_P(Backup, IsNotTakenForOneWhenTheFileHoldsNoRecord)
{
    Bare bare;
    EXPECT_EQ(restore(file, {}, *bare.database, Moment{}).error().code, RefusalCode::not_a_record);
    {
        const auto empty = Database::open(file);
    }
    EXPECT_EQ(restore(file, {}, *bare.database, Moment{}).error().code, RefusalCode::not_a_record);
    EXPECT_EQ(backup(*bare.database, file + ".2", {}).error().code, RefusalCode::not_a_record);
}
