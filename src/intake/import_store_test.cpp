#include "child/child_store.hpp"
#include "intake/compare_store.hpp"
#include "intake/intake_test.hpp"

namespace heed::intake {
namespace {

class Import : public IntakeTest {};

const std::string mary = "c1,Mary,,Tansley,F,2003-03-14,D,8,Quarry Row,Chatham,Kent,ME4 2TB,,,"
                         "Kerry Tansley,h1\n";
const std::string liam = "c2,Liam,,Okafor,M,2009-07-01,D,1,Hill Rise,Strood,Kent,ME2 4AA,,,"
                         "Ada Okafor,h2\n";

TEST_P(Import, MakesEveryChildFindableUnderTheFeedersId)
{
    const auto report = import(mary + liam);
    ASSERT_TRUE(report.has_value());
    EXPECT_EQ(report->counts.rows, 2);
    EXPECT_EQ(report->counts.fresh, 2);
    EXPECT_EQ(found("mary tansley").front(), "=c1");
    EXPECT_TRUE(proved());
}

TEST_P(Import, TakesTheSameFileTwiceWithoutAChange)
{
    ASSERT_TRUE(import(mary + liam).has_value());
    const auto again = import(mary + liam);
    EXPECT_EQ(again->counts.same, 2);
    EXPECT_EQ(again->counts.already_there, 2);
    EXPECT_EQ(count("indexed_child"), 2);
    EXPECT_TRUE(pairs().empty());
}

TEST_P(Import, ReplacesAChildWhomTheFeederDescribesAnew)
{
    ASSERT_TRUE(import(mary).has_value());
    std::string moved = mary;
    moved.replace(moved.find("Tansley,F"), 7, "Harbour");
    const auto report = import(moved);
    EXPECT_EQ(report->counts.changed, 1);
    EXPECT_EQ(people.finder().size(), 1U);
    EXPECT_EQ(count("indexed_child"), 2);
    EXPECT_EQ(found("mary harbour").front(), "=c1");
    EXPECT_TRUE(proved());
}

TEST_P(Import, HoldsABadRowWordForWordAndTakesTheOthers)
{
    const std::string bad = "c9,Ann,,Lee,F,31/02/2010,D,,,,,,,,,";
    const auto report = import(bad + '\n' + mary);
    EXPECT_EQ(report->counts.held, 1);
    EXPECT_EQ(report->counts.fresh, 1);
    const auto row = read([](store::Snapshot& records) {
        return records.row("SELECT line, words, field, wrong, state FROM index_held_row");
    });
    EXPECT_EQ(row->integer("line"), 2);
    EXPECT_EQ(row->text("words"), bad);
    EXPECT_EQ(row->text("field"), "dob");
    EXPECT_EQ(row->text("state"), "held");
    ASSERT_TRUE(import(bad + '\n' + mary).has_value());
    EXPECT_EQ(count("index_held_row"), 1);
    EXPECT_TRUE(proved());
}

TEST_P(Import, ProposesAChildWhoCameUnderTwoNumbersAndLosesNeither)
{
    std::string again = mary;
    again.replace(0, 2, "c7").replace(again.find("h1"), 2, "h9");
    const auto report = import(mary + again);
    EXPECT_EQ(report->counts.proposed, 1);
    ASSERT_EQ(pairs().size(), 1U);
    EXPECT_TRUE(pairs()[0].strong);
    const auto ids = found("mary tansley");
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()), (std::set<std::string>{"=c1", "=c7"}));
}

TEST_P(Import, NeverTakesTwinsForOneChild)
{
    std::string twin = mary;
    twin.replace(0, 2, "c3").replace(twin.find("Mary"), 4, "Ruth");
    const auto report = import(mary + twin);
    EXPECT_EQ(report->counts.fresh, 2);
    EXPECT_TRUE(pairs().empty());
}

TEST_P(Import, GivesTwinsWhoComeAgainEachTheirOwn)
{
    std::string ann = mary, anna = mary;
    ann.replace(0, 2, "c3").replace(ann.find("Mary"), 4, "Aaliyah");
    anna.replace(0, 2, "c4").replace(anna.find("Mary"), 4, "Amaliyah");
    ASSERT_TRUE(import(ann + anna).has_value());
    const auto first = pairs().size();
    ann.replace(0, 2, "x3").replace(ann.find("h1"), 2, "k1");
    anna.replace(0, 2, "x4").replace(anna.find("h1"), 2, "k1");
    ASSERT_TRUE(import(ann + anna).has_value());
    std::set<std::pair<std::string, std::string>> now;
    for (const auto& pair : pairs()) now.emplace(pair.pair.one, pair.pair.other);
    EXPECT_EQ(now.count({"=c3", "=x3"}), 1U);
    EXPECT_EQ(now.count({"=c4", "=x4"}), 1U);
    EXPECT_EQ(now.count({"=c3", "=x4"}), 0U);
    EXPECT_EQ(now.count({"=c4", "=x3"}), 0U);
    EXPECT_LE(first, 1U);
}

TEST_P(Import, ProposesAChildWhomTheRecordHolds)
{
    ASSERT_TRUE(write([](store::Transaction& records, const office::Stamp& stamp) {
        return child::add(records, stamp,
                          {.particulars = {.birth = child::Birth::known(day(2003, 3, 14)),
                                           .sex = child::Sex::female},
                           .names = {{.name = *child::Name::of("Mary", "", "Tansley")}},
                           .addresses = {{.address = child::address_from(
                                              "8 Quarry Row, Chatham",
                                              child::Postcode::from("ME4 2TB").value())}}});
    }));
    const auto report = import(mary);
    EXPECT_EQ(report->counts.same + report->counts.possible, 1);
    EXPECT_EQ(pairs().size(), 1U);
    EXPECT_EQ(people.finder().size(), 2U);
}

TEST_P(Import, ProposesAChildOfARegisterWhomTheIndexKnewBefore)
{
    ASSERT_TRUE(import(mary + liam).has_value());
    const auto child = write([](store::Transaction& records, const office::Stamp& stamp) {
        return child::add(records, stamp,
                          {.particulars = {.birth = child::Birth::known(day(2003, 3, 14))},
                           .names = {{.name = *child::Name::of("Mary", "", "Tansley")}},
                           .addresses = {{.address = child::address_from(
                                              "8 Quarry Row, Chatham",
                                              child::Postcode::from("ME4 2TB").value())}}});
    });
    EXPECT_EQ(compare_with_index(office, desk, people, std::span{&*child, 1}).value(), 1);
    EXPECT_EQ(compare_with_index(office, desk, people, std::span{&*child, 1}).value(), 0);
    ASSERT_EQ(pairs().size(), 1U);
    EXPECT_EQ(pairs()[0].pair.other, "=c1");
}

TEST_P(Import, KnowsAChildOfTheRecordByTheFeedersNumber)
{
    const auto child = write([](store::Transaction& records, const office::Stamp& stamp) {
        return child::add(
            records, stamp,
            {.names = {{.name = *child::Name::of("Mary", "", "Tansley")}},
             .identifiers = {*child::Identifier::of(child::IdentifierKind::feed, "c1")}});
    });
    const auto report = import(mary);
    EXPECT_EQ(report->counts.same, 1);
    EXPECT_EQ(report->counts.proposed, 0);
    EXPECT_EQ(people.finder().size(), 1U);
    EXPECT_EQ(found("mary chatham").front(), child->text());
    EXPECT_EQ(people.feed_ids_of(child->text()), std::vector<std::string>{"c1"});
}

TEST_P(Import, ADryRunSaysTheSameAndWritesNothing)
{
    const auto report = import(mary + liam, true);
    EXPECT_EQ(report->counts.fresh, 2);
    EXPECT_EQ(count("indexed_child"), 0);
    EXPECT_EQ(count("index_import"), 0);
}

TEST_P(Import, GoesOnWhereAKilledOneStopped)
{
    std::string rows;
    for (int i = 0; i < 20; ++i)
        rows += "d" + std::to_string(i) + ",Zed" + std::to_string(i) +
                ",,Kay,M,2009-07-01,D,,,,,,,,,\n";
    const std::string text = heading + rows;
    // As a kill would leave it: the first ten rows are in, the eleventh is not.
    ASSERT_TRUE(import(rows.substr(0, rows.find("d10,"))).has_value());
    ASSERT_TRUE(database.write([&](store::Transaction& records) -> Outcome<void> {
        records.execute("UPDATE index_import SET file_digest = $1, finished_at = NULL",
                        sha256_hex(text));
        return {};
    }));
    const auto report = import(rows);
    EXPECT_EQ(report->resumed_after, 11U);
    EXPECT_EQ(report->counts.rows, 20);
    EXPECT_EQ(count("indexed_child"), 20);
    EXPECT_TRUE(proved());
}

TEST_P(Import, IsForTheDesignatedManager)
{
    permission::SignedIn worker = manager;
    worker.role = permission::Role::duty_worker;
    permission::Desk other{database, {clock, randomness}, worker};
    std::istringstream file{heading + mary};
    const auto report = import_children(office, other, people, {.file = file, .file_digest = "x"});
    EXPECT_EQ(report.error().code, RefusalCode::not_allowed);
    EXPECT_EQ(count("indexed_child"), 0);
}

TEST_P(Import, IsStoppedWhenAnotherAddsRowsMeanwhile)
{
    ASSERT_TRUE(import(mary).has_value());
    family::People late;
    database.read([&](store::Snapshot& records) { late.load(records); });
    ASSERT_TRUE(import(liam).has_value());
    std::istringstream file{heading + std::string{"c5,Ann,,Lee,F,2010-01-02,D,,,,,,,,,\n"}};
    const auto report = import_children(office, desk, late, {.file = file, .file_digest = "y"});
    EXPECT_EQ(report.error().code, RefusalCode::changed_meanwhile);
    EXPECT_EQ(count("indexed_child"), 2);
}

TEST_P(Import, IsSeenByAnotherProcessAtItsNextLook)
{
    family::People other;
    database.read([&](store::Snapshot& records) { other.load(records); });
    ASSERT_TRUE(import(mary).has_value());
    database.read([&](store::Snapshot& records) { other.catch_up(records); });
    EXPECT_EQ(other.finder().search({.name = "mary tansley"}, 1).candidates.front().id, "=c1");
}

TEST_P(Import, AnEditedRowATakenAndAnAddedOneAreFoundAndNamed)
{
    ASSERT_TRUE(import(mary + liam).has_value());
    const auto meddle = [&](const std::string& sql) {
        database.write([&](store::Transaction& records) { records.execute(sql); });
    };
    meddle("UPDATE indexed_child SET fields = fields || 'x' WHERE seq = 2");
    auto findings = index::prove(database).findings;
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].kind, ledger::Trouble::row_altered);
    EXPECT_EQ(findings[0].where, "indexed_child 2");
    meddle("DELETE FROM indexed_child WHERE seq = 2");
    findings = index::prove(database).findings;
    ASSERT_GE(findings.size(), 1U);
    EXPECT_EQ(findings[0].kind, ledger::Trouble::row_missing);
    EXPECT_EQ(findings[0].where, "indexed_child 2");
    meddle("INSERT INTO indexed_child (seq, feed_id, fields) VALUES (99, 'x', '')");
    findings = index::prove(database).findings;
    EXPECT_EQ(findings.back().kind, ledger::Trouble::row_untold);
}

TEST_P(Import, EverybodyIsOpenedAgainFromASavedFileAndThenCaughtUp)
{
    const std::string file =
        ::testing::TempDir() + "people_" + std::to_string(::getpid()) + ".index";
    ASSERT_TRUE(import(mary).has_value());
    ASSERT_TRUE(people.save(database, {.file = file}, clock.now(), randomness).has_value());
    ASSERT_TRUE(import(liam).has_value());
    family::People opened;
    database.read([&](store::Snapshot& records) {
        ASSERT_TRUE(opened.open(records, {.file = file}));
        EXPECT_EQ(opened.finder().size(), 1U);
        opened.catch_up(records);
    });
    EXPECT_EQ(opened.finder().size(), 2U);
    EXPECT_EQ(opened.fence(), people.fence());
    // A file of another record, or of a time that this one has not seen, is not used.
    database.write(
        [](store::Transaction& records) { records.execute("DELETE FROM index_snapshot"); });
    family::People stale;
    database.read([&](store::Snapshot& records) {
        EXPECT_FALSE(stale.open(records, {.file = file}));
        stale.load(records);
    });
    EXPECT_EQ(stale.finder().size(), 2U);
    std::remove(file.c_str());
}

HEED_ON_EVERY_ENGINE(Import);

} // namespace
} // namespace heed::intake
