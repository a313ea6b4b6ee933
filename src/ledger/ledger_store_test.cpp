#include "ledger/chain.hpp"
#include "ledger/verify.hpp"
#include "support/engines.hpp"

using namespace heed;
using namespace heed::ledger;

namespace {

const std::vector<std::string> tables{"jar"};

class Ledger : public heed::testing::OnEveryEngine {
protected:
    void SetUp() override
    {
        database.write([](store::Transaction& records) {
            records.script("CREATE TABLE jar (id TEXT PRIMARY KEY, holds BIGINT)");
        });
        for (int i = 1; i <= 5; ++i) put("jar" + std::to_string(i), i);
    }

    Head put(const std::string& id, int holds)
    {
        return database.write([&](store::Transaction& records) {
            records.change("jar",
                           "INSERT INTO jar (id, holds) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE "
                           "SET holds = excluded.holds",
                           id, holds);
            return append(records, pen, {"u1", "duty_worker"},
                          {.action = "jar.filled", .subject = id, .reason = "it was empty"});
        });
    }
    // As somebody with the database in their hands would.
    void tamper(const std::string& sql)
    {
        database.write([&](store::Transaction& records) {
            records.script(database.is_postgres()
                               ? "ALTER TABLE ledger_entry DISABLE TRIGGER USER"
                               : "DROP TRIGGER IF EXISTS ledger_entry_is_never_changed;"
                                 "DROP TRIGGER IF EXISTS ledger_entry_is_never_removed");
            if (database.is_postgres())
                records.script("ALTER TABLE ledger_content DROP CONSTRAINT IF EXISTS "
                               "ledger_content_seq_fkey");
            records.script(sql);
        });
    }
    std::set<std::pair<Trouble, std::int64_t>> found(const std::optional<Head>& kept = {})
    {
        std::set<std::pair<Trouble, std::int64_t>> all;
        for (const Finding& finding : verify(database, tables, kept).findings) {
            all.emplace(finding.kind, finding.seq);
            EXPECT_FALSE(finding.sentence().empty());
        }
        return all;
    }
    using Found = std::set<std::pair<Trouble, std::int64_t>>;

    FixedClock clock{*moment_from_iso("2026-11-22T03:10:07Z")};
    SystemRandomness randomness;
    Pen pen{clock, randomness};
};
HEED_ON_EVERY_ENGINE(Ledger);

} // namespace

TEST_P(Ledger, VerifiesWhenNobodyTouchedIt)
{
    put("jar2", 20);
    const Report report = verify(database, tables, {});
    EXPECT_TRUE(report.good());
    EXPECT_EQ(report.entries, 6);
    EXPECT_EQ(report.rows, 5);
}

TEST_P(Ledger, TellsWhatWasDoneToASubjectNewestFirst)
{
    put("jar2", 20);
    const auto entries =
        database.read([](store::Snapshot& records) { return about(records, "jar2", 10); });
    ASSERT_EQ(entries.size(), 2);
    EXPECT_EQ(entries[0].seq, 6);
    EXPECT_EQ(entries[0].act.reason, "it was empty");
    EXPECT_EQ(entries[0].actor.role, "duty_worker");
    EXPECT_EQ(entries[1].seq, 2);
}

TEST_P(Ledger, IsFoundByAllWhomAnEntryConcerned)
{
    database.write([&](store::Transaction& records) {
        append(records, pen, {"u1", "duty_worker"},
               {.action = "jar.compared", .subject = "jar1", .also_about = {"jar3", "jar4"}});
    });
    const auto entries =
        database.read([](store::Snapshot& records) { return about(records, "jar4", 10); });
    ASSERT_EQ(entries.size(), 2);
    EXPECT_EQ(entries[0].act.action, "jar.compared");
    EXPECT_EQ(entries[1].act.action, "jar.filled");
    EXPECT_TRUE(verify(database, tables, {}).good());
    tamper("DELETE FROM ledger_also WHERE subject = 'jar4'");
    EXPECT_EQ(found(), (Found{{Trouble::concern_hidden, 6}}));
}

TEST_P(Ledger, NeverGoesBackInTime)
{
    clock.advance(-std::chrono::hours{48});
    put("jar1", 9);
    const auto entries =
        database.read([](store::Snapshot& records) { return by(records, "u1", 2); });
    EXPECT_GE(entries[0].at, entries[1].at);
    EXPECT_EQ(to_iso_seconds(entries[0].at), "2026-11-22T03:10:07Z");
}

TEST_P(Ledger, IsNotWrittenWhenTheChangeIsRefused)
{
    const auto refused = database.write([&](store::Transaction& records) -> Outcome<int> {
        append(records, pen, {"u1", "duty_worker"}, {.action = "jar.filled"});
        return refuse(RefusalCode::needed);
    });
    EXPECT_FALSE(refused);
    EXPECT_EQ(database.read([](store::Snapshot& records) { return head(records).seq; }), 5);
}

TEST_P(Ledger, CannotBeChangedThroughSqlWhileItsGuardsStand)
{
    EXPECT_THROW(database.write([](store::Transaction& records) {
        records.execute("UPDATE ledger_entry SET who = 'u2' WHERE seq = 3");
    }),
                 store::Conflict);
    EXPECT_THROW(database.write([](store::Transaction& records) {
        records.execute("DELETE FROM ledger_content WHERE seq = 3");
        records.execute("DELETE FROM ledger_entry WHERE seq = 3");
    }),
                 store::Conflict);
}

TEST_P(Ledger, FindsAnEditedEntry)
{
    tamper("UPDATE ledger_entry SET who = 'u2' WHERE seq = 3");
    EXPECT_EQ(found(), (Found{{Trouble::entry_altered, 3}}));
}

TEST_P(Ledger, FindsAnEditedContent)
{
    tamper("UPDATE ledger_content SET body = replace(body, 'it was empty', 'I was told to') "
           "WHERE seq = 3");
    const auto troubles = found();
    EXPECT_TRUE(troubles.contains({Trouble::content_altered, 3}));
}

TEST_P(Ledger, WritesNothingThatCannotBeReadAgain)
{
    EXPECT_THROW(database.write([&](store::Transaction& records) {
        append(records, pen, {"u1", "duty_worker"},
               {.action = "jar.seen", .subject = "jar1", .reason = "not \xff text"});
    }),
                 Broken);
    EXPECT_TRUE(found().empty());
}

TEST_P(Ledger, NamesAnEntryWhoseContentCannotBeReadAndGoesOn)
{
    const std::string salt = database.read([](store::Snapshot& records) {
        return records.row("SELECT salt FROM ledger_content WHERE seq = 3")->text("salt");
    });
    tamper("UPDATE ledger_content SET body = 'no document' WHERE seq = 3;"
           "UPDATE ledger_entry SET content_hash = '" +
           content_hash(salt, "no document") + "' WHERE seq = 3");
    const auto troubles = found();
    EXPECT_TRUE(troubles.contains({Trouble::content_unreadable, 3}));
    EXPECT_TRUE(troubles.contains({Trouble::row_untold, 0}));
}

TEST_P(Ledger, FindsARemovedEntry)
{
    tamper("DELETE FROM ledger_content WHERE seq = 3; DELETE FROM ledger_entry WHERE seq = 3");
    EXPECT_TRUE(found().contains({Trouble::entry_missing, 3}));
}

TEST_P(Ledger, FindsThatTheEndWasCutOff)
{
    tamper("DELETE FROM ledger_content WHERE seq = 5; DELETE FROM ledger_entry WHERE seq = 5");
    EXPECT_TRUE(found().contains({Trouble::head_wrong, 4}));
}

TEST_P(Ledger, FindsAnInsertedEntry)
{
    tamper("INSERT INTO ledger_entry SELECT 6, at, who, role, action, subject, content_hash, hash, "
           "hash FROM ledger_entry WHERE seq = 5; "
           "INSERT INTO ledger_content SELECT 6, salt, body FROM ledger_content WHERE seq = 5");
    const auto troubles = found();
    EXPECT_TRUE(troubles.contains({Trouble::entry_altered, 6}));
    EXPECT_TRUE(troubles.contains({Trouble::head_wrong, 6}));
}

TEST_P(Ledger, FindsTwoEntriesThatChangedPlaces)
{
    // Each takes over all that the other holds but its number.
    const auto swap = [](const std::string& table, const std::vector<std::string>& columns) {
        std::string sql =
            "CREATE TEMP TABLE held AS SELECT * FROM " + table + "; UPDATE " + table + " SET ";
        for (const auto& column : columns)
            sql += (column == columns.front() ? "" : ", ") + column + " = (SELECT held." + column +
                   " FROM held WHERE held.seq = 5 - " + table + ".seq)";
        return sql + " WHERE seq IN (2, 3); DROP TABLE held;";
    };
    tamper(swap("ledger_content", {"salt", "body"}) +
           swap("ledger_entry",
                {"at", "who", "role", "action", "subject", "content_hash", "previous", "hash"}));
    const auto troubles = found();
    EXPECT_TRUE(troubles.contains({Trouble::chain_broken, 2}));
    EXPECT_TRUE(troubles.contains({Trouble::chain_broken, 3}));
}

TEST_P(Ledger, FindsAnAlteredRow)
{
    tamper("UPDATE jar SET holds = 99 WHERE id = 'jar4'");
    EXPECT_EQ(found(), (Found{{Trouble::row_altered, 4}}));
}

TEST_P(Ledger, FindsARemovedRow)
{
    tamper("DELETE FROM jar WHERE id = 'jar4'");
    EXPECT_EQ(found(), (Found{{Trouble::row_missing, 4}}));
}

TEST_P(Ledger, FindsARowThatNoEntryTellsOf)
{
    tamper("INSERT INTO jar (id, holds) VALUES ('jar9', 1)");
    EXPECT_EQ(found(), (Found{{Trouble::row_untold, 0}}));
}

TEST_P(Ledger, AllowsForAColumnThatCameLater)
{
    tamper("ALTER TABLE jar ADD COLUMN colour TEXT");
    EXPECT_TRUE(verify(database, tables, {}).good());
}

TEST_P(Ledger, FindsByAKeptHeadThatHistoryWasRewritten)
{
    const Head kept = database.read([](store::Snapshot& records) { return head(records); });
    EXPECT_TRUE(found(kept).empty());
    EXPECT_EQ(head_from_json(head_json(kept)), kept);
    put("jar1", 8);
    EXPECT_TRUE(found(kept).empty());
    Head other = kept;
    other.hash = std::string(64, 'a');
    EXPECT_EQ(found(other), (Found{{Trouble::history_rewritten, 5}}));
    EXPECT_TRUE(found(Head{77, kept.hash}).contains({Trouble::history_rewritten, 77}));
}

TEST_P(Ledger, StillVerifiesWhenAContentWasWithheld)
{
    const auto done = database.write([&](store::Transaction& records) {
        return withhold(records, pen, {"u1", "designated_manager"}, 3, "a court ordered it");
    });
    ASSERT_TRUE(done);
    EXPECT_TRUE(database.read(
        [](store::Snapshot& records) { return about(records, "jar3", 1).front().withheld; }));
    const auto troubles = found();
    EXPECT_EQ(troubles, (Found{{Trouble::row_untold, 0}}));
    put("jar3", 3);
    EXPECT_TRUE(verify(database, tables, {}).good());
    tamper("UPDATE ledger_content SET body = NULL WHERE seq = 4");
    EXPECT_TRUE(found().contains({Trouble::content_missing, 4}));
}

TEST_P(Ledger, RefusesToWithholdWhatIsNotThere)
{
    const auto done = database.write([&](store::Transaction& records) {
        return withhold(records, pen, {"u1", "designated_manager"}, 300, "a mistake");
    });
    EXPECT_EQ(done.error().code, RefusalCode::not_found);
}
