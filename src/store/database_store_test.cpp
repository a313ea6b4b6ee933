#include "store/migrate.hpp"
#include "support/engines.hpp"

#include <atomic>
#include <filesystem>
#include <thread>

using namespace heed;
using namespace heed::store;

class Store : public heed::testing::OnEveryEngine {
protected:
    void SetUp() override
    {
        database.write([](Transaction& records) {
            records.script(
                "CREATE TABLE jar (id TEXT PRIMARY KEY, holds BIGINT CHECK (holds >= 0))");
        });
    }
    std::int64_t held(const std::string& id)
    {
        return database.read([&](Snapshot& records) {
            const auto row = records.row("SELECT holds FROM jar WHERE id = $1", id);
            return row ? row->integer("holds") : -1;
        });
    }
    void put(const std::string& id, std::int64_t holds)
    {
        database.write([&](Transaction& records) {
            records.execute("INSERT INTO jar (id, holds) VALUES ($1, $2)", id, holds);
        });
    }
};
HEED_ON_EVERY_ENGINE(Store);

TEST_P(Store, GivesBackEveryKindOfValueAsItWasPut)
{
    const std::string awkward = "Zoë \"O'Brien\"\n\\ 'x'; --";
    database.write([&](Transaction& records) {
        records.script("CREATE TABLE every_kind (id TEXT PRIMARY KEY, number BIGINT, none TEXT, "
                       "bytes " +
                       std::string{database.is_postgres() ? "BYTEA" : "BLOB"} + ")");
        records.execute("INSERT INTO every_kind (id, number, none, bytes) VALUES ($2, $1, $3, $4)",
                        std::int64_t{-9'000'000'000}, awkward, nullptr,
                        Blob{std::string("\0\x01\xff", 3)});
    });
    const auto row =
        database.read([](Snapshot& records) { return records.row("SELECT * FROM every_kind"); });
    ASSERT_TRUE(row);
    EXPECT_EQ(row->integer("number"), -9'000'000'000);
    EXPECT_EQ(row->text("id"), awkward);
    EXPECT_TRUE(row->is_null("none"));
    EXPECT_EQ(row->blob("bytes"), std::string("\0\x01\xff", 3));
}

TEST_P(Store, KeepsWhatWasWrittenAfterItIsOpenedAgain)
{
    put("a", 7);
    record.reopen();
    const auto row = record.database().read(
        [](Snapshot& records) { return records.row("SELECT holds FROM jar WHERE id = $1", "a"); });
    ASSERT_TRUE(row);
    EXPECT_EQ(row->integer("holds"), 7);
}

TEST_P(Store, KeepsNothingOfARefusedChange)
{
    const auto refused = database.write([](Transaction& records) -> Outcome<int> {
        records.execute("INSERT INTO jar (id, holds) VALUES ('b', 1)");
        return refuse(RefusalCode::needed);
    });
    EXPECT_EQ(refused.error().code, RefusalCode::needed);
    EXPECT_EQ(held("b"), -1);
}

TEST_P(Store, KeepsNothingOfAChangeThatThrew)
{
    EXPECT_THROW(database.write([](Transaction& records) {
        records.execute("INSERT INTO jar (id, holds) VALUES ('c', 1)");
        throw Fault{"the world failed"};
    }),
                 Fault);
    EXPECT_EQ(held("c"), -1);
}

TEST_P(Store, NamesTheKindOfConflict)
{
    put("d", 1);
    const auto kind_of = [&](const std::string& sql) {
        try {
            database.write([&](Transaction& records) { records.execute(sql); });
        } catch (const Conflict& conflict) {
            return static_cast<int>(conflict.kind());
        }
        return -1;
    };
    EXPECT_EQ(kind_of("INSERT INTO jar (id, holds) VALUES ('d', 2)"),
              static_cast<int>(Conflict::Kind::unique));
    EXPECT_EQ(kind_of("INSERT INTO jar (id, holds) VALUES ('e', -2)"),
              static_cast<int>(Conflict::Kind::check));
    EXPECT_EQ(held("d"), 1);
}

TEST_P(Store, WillNotCommitAChangeOfTheRecordWithoutItsEntry)
{
    EXPECT_THROW(database.write([](Transaction& records) {
        records.change("jar", "INSERT INTO jar (id, holds) VALUES ('f', 1)");
    }),
                 Broken);
    EXPECT_EQ(held("f"), -1);
}

TEST_P(Store, WillNotCommitAUsedRightWithoutItsEntry)
{
    EXPECT_THROW(database.write([](Transaction& records) { records.owe_entry(); }), Broken);
}

TEST_P(Store, LetsManyChangesShareACommitAndEachStandsAlone)
{
    put("sum", 0);
    constexpr int writers = 16, each = 25;
    std::atomic<int> refused = 0;
    std::vector<std::thread> threads;
    for (int writer = 0; writer < writers; ++writer)
        threads.emplace_back([&, writer] {
            for (int i = 0; i < each; ++i) {
                const auto outcome = database.write([&](Transaction& records) -> Outcome<int> {
                    records.execute("UPDATE jar SET holds = holds + 1 WHERE id = 'sum'");
                    if ((writer + i) % 5 == 0) return refuse(RefusalCode::needed);
                    return 1;
                });
                if (!outcome) ++refused;
            }
        });
    for (auto& thread : threads) thread.join();
    EXPECT_GT(refused, 0);
    EXPECT_EQ(held("sum"), writers * each - refused);
}

TEST_P(Store, LetsAReaderSeeOneMomentWhileOthersWrite)
{
    put("g", 1);
    database.read([&](Snapshot& records) {
        const auto look = [&] {
            return records.row("SELECT holds FROM jar WHERE id = 'g'")->integer("holds");
        };
        EXPECT_EQ(look(), 1);
        database.write([](Transaction& writing) {
            writing.execute("UPDATE jar SET holds = 2 WHERE id = 'g'");
        });
        EXPECT_EQ(look(), 1);
    });
    EXPECT_EQ(held("g"), 2);
}

TEST_P(Store, LeavesOutOneOfManyThatIsRefusedAfterItWrote)
{
    std::atomic<int> refused = 0;
    std::vector<std::thread> writers;
    for (int i = 0; i < 32; ++i)
        writers.emplace_back([&, i] {
            const auto done = database.write([&](Transaction& records) -> Outcome<void> {
                records.execute("INSERT INTO jar (id, holds) VALUES ($1, $2)", std::to_string(i),
                                i);
                if (i % 4 == 0) return refuse(RefusalCode::needed);
                return {};
            });
            if (!done) ++refused;
        });
    for (auto& writer : writers) writer.join();
    EXPECT_EQ(refused, 8);
    for (int i = 0; i < 32; ++i) EXPECT_EQ(held(std::to_string(i)), i % 4 == 0 ? -1 : i);
}

TEST_P(Store, BlamesAConflictOnWhoeverMadeItThoughNobodyWaitedForTheStatement)
{
    put("taken", 1);
    std::atomic<int> conflicts = 0, kept = 0;
    std::vector<std::thread> writers;
    for (int i = 0; i < 32; ++i)
        writers.emplace_back([&, i] {
            try {
                database.write([&](Transaction& records) {
                    records.execute("INSERT INTO jar (id, holds) VALUES ($1, 0)",
                                    i % 4 == 0 ? "taken" : "free" + std::to_string(i));
                });
                ++kept;
            } catch (const Conflict& conflict) {
                EXPECT_EQ(conflict.kind(), Conflict::Kind::unique);
                ++conflicts;
            }
        });
    for (auto& writer : writers) writer.join();
    EXPECT_EQ(conflicts, 8);
    EXPECT_EQ(kept, 24);
    EXPECT_EQ(held("taken"), 1);
    EXPECT_EQ(held("free1"), 0);
}

TEST_P(Store, SeesWhatItPostedBefore)
{
    database.write([&](Transaction& records) {
        for (int i = 0; i < 5; ++i)
            records.execute("INSERT INTO jar (id, holds) VALUES ($1, $2)", std::to_string(i), i);
        EXPECT_EQ(records.row("SELECT SUM(holds) AS all_of_it FROM jar")->integer("all_of_it"), 10);
        records.execute("UPDATE jar SET holds = holds + 1");
    });
    EXPECT_EQ(held("4"), 5);
}

TEST_P(Store, AnswersWhatIsAskedAheadAsIfItWasAskedThen)
{
    for (int i = 0; i < 5; ++i) put(std::to_string(i), i);
    database.read([&](Snapshot& records) {
        const auto holds = [&](const char* id) {
            const auto row = records.row("SELECT holds FROM jar WHERE id = $1", id);
            return row ? row->integer("holds") : -1;
        };
        records.ahead([&] {
            for (const char* id : {"1", "2", "3", "none"}) holds(id);
        });
        EXPECT_EQ(holds("2"), 2);
        EXPECT_EQ(holds("4"), 4);
        EXPECT_EQ(holds("1"), 1);
        EXPECT_EQ(holds("none"), -1);
        EXPECT_EQ(holds("1"), 1);
    });
    EXPECT_EQ(held("3"), 3) << "what was asked ahead and never needed does no harm";
}

TEST_P(Store, GoesOnWhenItsIdleConnectionsWereClosed)
{
    if (!database.is_postgres()) return;
    put("a", 1);
    const auto pid = [](Records& records) {
        return records.row("SELECT pg_backend_pid() AS pid")->integer("pid");
    };
    const auto close = [](Records& records, std::int64_t which) {
        records.rows("SELECT pg_terminate_backend($1::integer) AS done", which);
        std::this_thread::sleep_for(std::chrono::milliseconds{50});
    };
    const auto reader = database.read([&](Snapshot& records) { return pid(records); });
    const auto writer = database.write([&](Transaction& records) {
        close(records, reader);
        return pid(records);
    });
    EXPECT_EQ(held("a"), 1) << "a reader begins again";
    database.read([&](Snapshot& records) { close(records, writer); });
    put("b", 2);
    EXPECT_EQ(held("b"), 2) << "a writer begins again";
    const auto other = database.read([&](Snapshot& records) { return pid(records); });
    database.write([&](Transaction& records) { close(records, other); });
    database.read([&](Snapshot& records) {
        const auto holds = [&](const char* id) {
            const auto row = records.row("SELECT holds FROM jar WHERE id = $1", id);
            return row ? row->integer("holds") : -1;
        };
        records.ahead([&] { holds("b"); });
        EXPECT_EQ(holds("a"), 1);
        EXPECT_EQ(holds("b"), 2);
    });
}

TEST_P(Store, InsertsARowWithTheImageThatItThenHas)
{
    const auto images = database.write([](Transaction& records) {
        records.insert("jar", {{"id", "a"}, {"holds", 7}});
        EXPECT_FALSE(records.may_commit());
        return records.take_images();
    });
    ASSERT_EQ(images.size(), 1U);
    EXPECT_EQ(images[0].table, "jar");
    EXPECT_EQ(images[0].id, "a");
    const auto row =
        database.read([](Snapshot& records) { return records.row("SELECT * FROM jar"); });
    EXPECT_EQ(images[0].json, canonical_json(*row));
}

TEST_P(Store, MovesWhatWasCommittedIntoTheFileWhileItIsOpen)
{
    if (database.is_postgres()) return; // It does that by itself.
    const auto before = std::filesystem::file_size(record.url());
    // Far less than what the writer would wait for.
    for (int number = 0; number < 300; ++number)
        put(std::to_string(number) + std::string(1'000, 'x'), number);
    for (int tick = 0; tick < 1'000 && std::filesystem::file_size(record.url()) == before; ++tick)
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    EXPECT_GT(std::filesystem::file_size(record.url()), before);
}

TEST_P(Store, MigratesOnceHoweverManyStartAtOnce)
{
    std::atomic<int> applied = 0;
    const Embedded file{"9001-mug.sql", "CREATE TABLE mug (id {{text}} PRIMARY KEY) {{strict}};"};
    std::vector<Embedded> files{migrations().begin(), migrations().end()};
    files.push_back(file);
    const auto other = Database::open(record.url());
    std::thread first{[&] { applied += migrate(database, files, Moment{}).value(); }};
    std::thread second{[&] { applied += migrate(*other, files, Moment{}).value(); }};
    first.join();
    second.join();
    EXPECT_EQ(applied, 1);
    EXPECT_EQ(migrate(database, files, Moment{}).value(), 0);
}

TEST_P(Store, RefusesARecordOfANewerHeed)
{
    std::vector<Embedded> files{migrations().begin(), migrations().end()};
    files.push_back({"9001-later.sql", "CREATE TABLE later (id {{text}} PRIMARY KEY) {{strict}};"});
    ASSERT_TRUE(migrate(database, files, Moment{}));
    EXPECT_EQ(migrate(database, migrations(), Moment{}).error().code, RefusalCode::newer_record);
    EXPECT_TRUE(schema_of(database).newer_than_program);
}

TEST_P(Store, NoticesAMigrationThatWasEditedAfterwards)
{
    std::vector<Embedded> files{migrations().begin(), migrations().end()};
    files.front().bytes = "-- something else";
    EXPECT_THROW(static_cast<void>(migrate(database, files, Moment{})), Broken);
}
