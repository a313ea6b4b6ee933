#include "enquiry/asking_test.hpp"
#include "feed/described.hpp"
#include "index/index_store.hpp"
#include "links/links_store.hpp"
#include "links/possible_store.hpp"
#include "shield/shield_store.hpp"
#include "support/chance.hpp"

using namespace heed;
using namespace heed::enquiry;
using pack::Answer;
using plan::Period;

namespace {

class OfMary : public Asking {};

} // namespace

namespace {

/// One child under two records, the plan under the second.
class RecordedTwice : public OfMary {
protected:
    void SetUp() override
    {
        OfMary::SetUp();
        mary = mary_on_a_plan();
        marie = person({"Marie", "Harwood", mary_born, "41 Castle Street"});
    }
    links::DecisionId join()
    {
        return write([&](store::Transaction& records, const Stamp& stamp) {
                   return links::join(records, stamp, *links::Pair::of(mary->text(), marie->text()),
                                      {"dora", "the same NHS number"}, false);
               })
            ->id;
    }
    std::optional<child::ChildId> mary, marie;
};
HEED_ON_EVERY_ENGINE(RecordedTwice);

} // namespace

TEST_P(RecordedTwice, IsOnAPlanUnderWhicheverRecordIsAskedAbout)
{
    EXPECT_EQ(told(about("Marie Harwood", "2019-03-14")).answer, Answer::known_not_on_plan);
    const auto decision = join();
    const Told answer = told(about("Marie Harwood", "2019-03-14"));
    EXPECT_EQ(answer.answer, Answer::on_plan);
    EXPECT_EQ(answer.key_worker->name, "Priya Shah");
    EXPECT_EQ(answer.child->id, mary->text()) << "the record with the plan is shown";
    EXPECT_TRUE(answer.child->check.contains("also recorded as Marie Harwood"));
    EXPECT_EQ(answer.earlier_enquiries.size(), 1U) << "asked under the other name";
    Asked picked = about("marie");
    picked.child_id = marie->text();
    EXPECT_EQ(told(picked).answer, Answer::on_plan);
    for (const auto& record : {*mary, *marie}) EXPECT_FALSE(entries_about(record.text()).empty());
    ASSERT_TRUE(write([&](store::Transaction& records, const Stamp& stamp) {
        return links::undo(records, stamp, decision, {"dora", "two girls after all"});
    }));
    EXPECT_EQ(told(about("Marie Harwood", "2019-03-14")).answer, Answer::known_not_on_plan);
}

TEST_P(RecordedTwice, IsOneCandidateAndMakesItselfNotDoubtful)
{
    const auto again = person({"Mary", "Tansley", mary_born, "2 Mill Lane"});
    EXPECT_EQ(told(about("Mary Tansley", "2019-03-14")).answer, Answer::which_child);
    ASSERT_TRUE(write([&](store::Transaction& records, const Stamp& stamp) {
        return links::join(records, stamp, *links::Pair::of(mary->text(), again.text()),
                           {"dora", "she moved"}, false);
    }));
    EXPECT_EQ(told(about("Mary Tansley", "2019-03-14")).answer, Answer::on_plan);
}

TEST_P(RecordedTwice, WithTwoPlansTellsOfBothKeyWorkers)
{
    on_plan(*marie, Period::open(day(2026, 9, 1)));
    join();
    const Told answer = told(about("Mary Tansley", "2019-03-14"));
    EXPECT_EQ(answer.answer, Answer::on_plan);
    EXPECT_EQ(answer.plan->since, "2026-08-14");
    EXPECT_TRUE(std::ranges::any_of(answer.do_next, [](const std::string& line) {
        return line.contains("Another record of this child is on a plan too");
    }));
}

TEST_P(RecordedTwice, IsOnAPlanForABrotherOfEitherHousehold)
{
    const auto jake =
        person({"Jake", "Harwood", child::Birth::known(day(2014, 1, 2)), "41 Castle Street", "23"});
    ASSERT_TRUE(write([&](store::Transaction& records, const Stamp& stamp) -> Outcome<void> {
        const auto household = family::household_numbered(records, stamp, "23");
        return family::joins(records, stamp, {.household = household, .child = *marie});
    }));
    EXPECT_EQ(told(about("Jake Harwood", "2014-01-02")).answer, Answer::known_not_on_plan);
    join();
    EXPECT_EQ(told(about("Jake Harwood", "2014-01-02")).answer, Answer::household_on_plan);
    EXPECT_EQ(told(about("Mary Tansley", "2019-03-14")).household.at(0).child_id, jake.text());
}

TEST_P(RecordedTwice, IsOnAPlanWhenOnlyTheChildrensIndexKnowsThatName)
{
    feed::Fields fields;
    fields[feed::Column::id] = "F-77";
    fields[feed::Column::forename] = "Zofia";
    fields[feed::Column::surname] = "Wolska";
    fields[feed::Column::dob] = "2019-03-14";
    fields[feed::Column::dob_kind] = "D";
    ASSERT_TRUE(write([&](store::Transaction& records, const Stamp& stamp) -> Outcome<void> {
        static_cast<void>(index::append(records, std::span{&fields, 1}));
        TRY_VOID(links::join(records, stamp, *links::Pair::of(mary->text(), feed::key_of("F-77")),
                             {"dora", "her mother's surname"}, false));
        return {};
    }));
    const Told answer = told(about("Zofia Wolska", "2019-03-14"));
    EXPECT_EQ(answer.answer, Answer::on_plan);
    EXPECT_EQ(answer.child->id, mary->text());
}

namespace {

class Shielded : public OfMary {
protected:
    void shield(const child::ChildId& child)
    {
        ASSERT_TRUE(write([&](store::Transaction& records, const Stamp& stamp) {
            return shield::set(records, stamp,
                               {.record = child.text(),
                                .from = clock.today(),
                                .reason = "the father looks for her",
                                .by = "dora"});
        }));
    }
    static bool tells_of_place(const Told& told)
    {
        const std::string json = told_json(told);
        return json.contains("Quarry Row") || json.contains("ME4");
    }
};
HEED_ON_EVERY_ENGINE(Shielded);

} // namespace

TEST_P(Shielded, ChildrenAreAnsweredForAndTheirPlacesAreNot)
{
    const auto mary = mary_on_a_plan("17");
    const auto jake =
        person({"Jake", "Brandt", child::Birth::known(day(2014, 1, 2)), "8 Quarry Row", "17"});
    const Told before = told(about("mary tansly", "2019-03-14"));
    EXPECT_TRUE(tells_of_place(before));
    EXPECT_EQ(before.household.size(), 1U);
    shield(mary);
    const Told answer = told(about("mary tansly", "2019-03-14"));
    EXPECT_EQ(answer.answer, Answer::on_plan) << "never a false no";
    EXPECT_EQ(answer.key_worker->name, "Priya Shah");
    EXPECT_FALSE(tells_of_place(answer));
    EXPECT_TRUE(answer.household.empty());
    const Told brother = told(about("Jake Brandt", "2014-01-02"));
    EXPECT_EQ(brother.answer, Answer::household_on_plan);
    EXPECT_TRUE(brother.household.empty()) << "it would say where she lives";
    Told shown_later = before;
    read([&](store::Snapshot& records) { hide_shielded(records, shown_later, clock.today()); });
    EXPECT_FALSE(tells_of_place(shown_later)) << "nor an answer given before";
    EXPECT_TRUE(shown_later.household.empty());
}

// Whoever types towns, streets and carers must learn nothing of where a shielded child is: not by
// a score, an order, a reason or a word that is suddenly known.
TEST_P(Shielded, ChildrensHiddenFieldsChangeNothingThatASearchGives)
{
    const auto mary = mary_on_a_plan("17");
    for (int i = 0; i < 6; ++i)
        person({i % 2 ? "Mary" : "Maria", i % 3 ? "Tansley" : "Brandt",
                child::Birth::known(day(2019, 3, 10U + static_cast<unsigned>(i))), "3 Mill Lane"});
    shield(mary);
    const std::array streets{"1 Refuge Close", "22 Zyzzyx Way", "8 Quarry Row", "3 Mill Lane"};
    const std::array said{"mary tansley",     "mary tansley refuge close",
                          "mary zyzzyx way",  "tansley me4 4tr mum kerry refuge",
                          "mary 3 mill lane", "m tansley born 14 march 2019 zyzzyx"};
    const auto everything = [&] {
        std::vector<matching::Answer> answers;
        read([&](store::Snapshot& records) { people.catch_up(records); });
        for (const char* words : said)
            answers.push_back(
                people.finder().search(matching::understand(words, clock.today()).question, 10));
        return answers;
    };
    const auto before = everything();
    support::Chance chance{7, 7, GetParam() == heed::testing::FreshRecord::Engine::sqlite};
    for (int change = 0; change < 40; ++change) {
        ASSERT_TRUE(write([&](store::Transaction& records, const Stamp& stamp) -> Outcome<void> {
            switch (chance.below(3)) {
            case 0:
                return child::add_address(
                    records, stamp, mary,
                    {.address = child::address_from(streets.at(chance.below(4)), {}),
                     .kind = child::AddressKind::staying,
                     .days = {.from = day(2020, 1, 1) + std::chrono::days{change * 2},
                              .to = day(2020, 1, 2) + std::chrono::days{change * 2}}});
            case 1: {
                const auto adult = TRY(family::add_adult(
                    records, stamp, {.name = change % 2 ? "Kerry Refuge" : "Zyzzyx Way"}));
                return family::relate(records, stamp,
                                      {.child = mary, .adult = adult, .tie = family::Tie::mother});
            }
            default:
                return family::joins(records, stamp,
                                     {.household = family::household_numbered(
                                          records, stamp, std::to_string(change)),
                                      .child = mary});
            }
        }));
        const auto after = everything();
        for (std::size_t i = 0; i < before.size(); ++i) {
            EXPECT_EQ(after[i].candidates, before[i].candidates) << said.at(i);
            EXPECT_EQ(after[i].shown, before[i].shown) << said.at(i);
            EXPECT_EQ(after[i].spellings, before[i].spellings) << said.at(i);
        }
    }
}

TEST_P(Shielded, ChildrensDuplicatesInTheIndexAreCoveredBeforeTheyAreSeen)
{
    const auto mary = mary_on_a_plan();
    shield(mary);
    feed::Fields fields;
    fields[feed::Column::id] = "F-78";
    fields[feed::Column::forename] = "Mary";
    fields[feed::Column::surname] = "Tansley";
    fields[feed::Column::dob] = "2019-03-14";
    fields[feed::Column::dob_kind] = "D";
    fields[feed::Column::street] = "Refuge Close";
    fields[feed::Column::town] = "Zyzzyx";
    const auto pair = *links::Pair::of(mary.text(), feed::key_of("F-78"));
    const auto bits = [&] {
        read([&](store::Snapshot& records) { people.catch_up(records); });
        for (const auto& one : people.finder()
                                   .search({.forename = "Mary",
                                            .surname = "Tansley",
                                            .street = "Refuge Close",
                                            .town = "Zyzzyx"},
                                           10)
                                   .candidates)
            if (one.id == feed::key_of("F-78")) return one.bits;
        return 0.0F;
    };
    ASSERT_TRUE(write([&](store::Transaction& records, const Stamp& stamp) -> Outcome<void> {
        static_cast<void>(index::append(records, std::span{&fields, 1}));
        links::propose(records, stamp, {.pair = pair, .source = links::Source::feed, .bits = 30});
        return {};
    }));
    const float covered = bits();
    ASSERT_TRUE(write([&](store::Transaction& records, const Stamp& stamp) {
        return links::split(records, stamp, pair, {"dora", "another Mary"});
    }));
    EXPECT_GT(bits(), covered) << "decided: another child, and found by where they live";
}
