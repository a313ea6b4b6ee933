#include "core/digest.hpp"
#include "index/proof_store.hpp"
#include "lookup/batch_store.hpp"
#include "pack/library.hpp"
#include "support/browser.hpp"
#include "support/record_room.hpp"

#include <fstream>
#include <sstream>
#include <unistd.h>

namespace heed::lookup {
namespace {

class Batch : public testing::RecordRoom {
protected:
    void SetUp() override
    {
        std::vector<feed::Fields> rows;
        for (const auto& [id, forename] : {std::pair{"c1", "Mary"}, {"c2", "Liam"}}) {
            feed::Fields row;
            row[feed::Column::id] = id;
            row[feed::Column::forename] = forename;
            row[feed::Column::surname] = "Quillfeather";
            row[feed::Column::dob] = "2012-07-07";
            row[feed::Column::dob_kind] = "D";
            rows.push_back(row);
        }
        database.write([&](store::Transaction& records) {
            const auto chunk = index::append(records, rows);
            ledger::append(records, {clock, randomness}, {"test", "system"},
                           {.action = index::chunk_action,
                            .subject = index::chunk_subject(chunk.number),
                            .details = index::details_of(chunk)});
        });
    }
    void TearDown() override
    {
        std::remove(in.c_str());
        std::remove(out.c_str());
    }

    Outcome<BatchReport> find(const std::string& questions, permission::Role role)
    {
        std::ofstream{in} << questions;
        permission::Desk desk{
            database,
            {clock, randomness},
            {permission::UserId::make(clock, randomness), "dm", "Dele Okafor", role}};
        return find_batch(office, desk, people, {.questions = in, .out = out});
    }
    std::vector<std::string> answers() const
    {
        std::ifstream file{out};
        std::vector<std::string> lines;
        for (std::string line; std::getline(file, line);) lines.push_back(line);
        return lines;
    }

    const std::string name = ::testing::TempDir() + "batch_" + std::to_string(::getpid());
    const std::string in = name + ".in", out = name + ".out";
    pack::Pack medway = pack::find("eng-wt2006-medway").value();
    office::Office office{
        database, clock, randomness, medway, {.name = "Testford"}, testing::bare_pages()};
    family::People people;
};

TEST_P(Batch, AnswersEachLineInOrderAndABadOneCostsNoOther)
{
    const auto report = find("{\"q\":\"1\",\"forename\":\"Liam\",\"surname\":\"Quillfeather\"}\n"
                             "nonsense\n\n"
                             "{\"q\":\"3\",\"forename\":\"Mary\",\"surname\":\"Quilfeather\"}\n",
                             permission::Role::designated_manager);
    ASSERT_TRUE(report.has_value());
    EXPECT_EQ(report->questions, 3);
    EXPECT_EQ(report->errors, 1);
    ASSERT_EQ(report->not_understood.size(), 1U);
    EXPECT_EQ(report->not_understood[0].first, 2U);
    const auto lines = answers();
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_TRUE(lines[0].starts_with(R"({"q":"1","hits":[{"id":"c2",)")) << lines[0];
    EXPECT_NE(lines[1].find(R"("line":2)"), std::string::npos);
    EXPECT_TRUE(lines[2].starts_with(R"({"q":"3","hits":[{"id":"c1",)")) << lines[2];
}

TEST_P(Batch, NamesEachLineByItsNameOrItsNumber)
{
    const auto report = find("{\"q\":\"1\",\"surname\":\"Quill\n{\"surname\":\"Quillfeather\"}\n"
                             "{\"q\":\"3\"}\n{}\n",
                             permission::Role::designated_manager);
    ASSERT_TRUE(report.has_value());
    const auto lines = answers();
    ASSERT_EQ(lines.size(), 4U);
    EXPECT_TRUE(lines[0].starts_with(R"({"q":"1","hits":[])")) << lines[0];
    EXPECT_TRUE(lines[1].starts_with(R"({"q":"","line":2,"hits":[{)")) << lines[1];
    EXPECT_TRUE(lines[2].starts_with(R"({"q":"3","hits":[])")) << lines[2];
    EXPECT_TRUE(lines[3].starts_with(R"({"q":"","line":4,"hits":[])")) << lines[3];
}

TEST_P(Batch, WritesWhoWasShownBeforeAnythingIsGiven)
{
    ASSERT_TRUE(find("{\"surname\":\"Quillfeather\",\"forename\":\"Mary\"}\n",
                     permission::Role::designated_manager));
    const auto details = read([](store::Snapshot& records) {
        return records
            .row("SELECT c.body FROM ledger_entry e JOIN ledger_content c ON c.seq = e.seq"
                 " WHERE e.action = 'children.found'")
            ->text("body");
    });
    EXPECT_NE(details.find("c1"), std::string::npos);
    EXPECT_EQ(details.find("Quillfeather"), std::string::npos) << "asked as a digest alone";
}

TEST_P(Batch, IsForTheDesignatedManager)
{
    const auto report = find("{\"surname\":\"Quillfeather\"}\n", permission::Role::duty_worker);
    EXPECT_EQ(report.error().code, RefusalCode::not_allowed);
    EXPECT_TRUE(answers().empty());
    EXPECT_EQ(find("", permission::Role::designated_manager)->questions, 0);
}

HEED_ON_EVERY_ENGINE(Batch);

} // namespace
} // namespace heed::lookup
