#include "child/child_store.hpp"
#include "family/family_store.hpp"
#include "family/people.hpp"
#include "family/summary_store.hpp"
#include "support/record_room.hpp"

using namespace heed;
using namespace heed::family;
using child::Name;

/// The Tansleys: Mary and Jake with Kerry at 8 Quarry Row, their father elsewhere, Dean visiting.
class Family : public heed::testing::RecordRoom {
protected:
    std::optional<HouseholdId> home;
    std::optional<AdultId> kerry, lee;
    std::optional<ChildId> mary, jake;

    void SetUp() override
    {
        mary = born("Mary", "Tansley", day(2019, 3, 14), Sex::female);
        jake = born("Jake", "Brandt", day(2014, 6, 2), Sex::male);
        done([&](auto& records, const auto& stamp) -> Outcome<bool> {
            home = household_numbered(records, stamp, "4001");
            kerry = TRY(add_adult(records, stamp, {.name = "Kerry Tansley", .sex = Sex::female}));
            lee = TRY(add_adult(records, stamp, {.name = "Lee Brandt", .sex = Sex::male}));
            const auto dean = TRY(add_adult(records, stamp, {.name = "Dean Orrell"}));
            for (const auto& id : {mary, jake}) {
                TRY_VOID(relate(records, stamp,
                                {.child = *id,
                                 .adult = kerry,
                                 .tie = Tie::mother,
                                 .parental_responsibility = Responsibility::yes}));
                TRY_VOID(relate(records, stamp, {.child = *id, .adult = lee, .tie = Tie::father}));
                TRY_VOID(joins(records, stamp, {.household = *home, .child = id}));
            }
            TRY_VOID(joins(records, stamp, {.household = *home, .adult = kerry}));
            TRY_VOID(joins(
                records, stamp,
                {.household = *home, .adult = dean, .visits = true, .role = "mother's partner"}));
            return true;
        });
    }
    ChildId born(const char* forename, const char* surname, Day day, Sex sex)
    {
        return *write([&](store::Transaction& records, const office::Stamp& stamp) {
            return child::add(
                records, stamp,
                {.particulars = {.birth = Birth::known(day), .sex = sex},
                 .names = {{.name = *Name::of(forename, "", surname)}},
                 .addresses = {{.address = child::address_from(
                                    "8 Quarry Row", *child::Postcode::from("ME4 2TB"))}}});
        });
    }
    template <class Work> void done(Work&& work)
    {
        const auto outcome = write([&](store::Transaction& records, const office::Stamp& stamp) {
            return work(records, stamp);
        });
        ASSERT_TRUE(outcome) << (outcome ? "" : code_name(outcome.error().code));
    }
    std::vector<OtherChild> household(const ChildId& id, std::optional<office::AsOf> when = {})
    {
        return read([&](store::Snapshot& records) {
            return household_of(records, id, when.value_or(now()));
        });
    }
    Summary line(const ChildId& id)
    {
        return *read([&](store::Snapshot& records) { return summary(records, id, now()); });
    }
};
HEED_ON_EVERY_ENGINE(Family);

TEST_P(Family, CallsTheOtherChildrenOfTheHouseholdByWhatTheyAre)
{
    const auto others = household(*mary);
    ASSERT_EQ(others.size(), 1U);
    EXPECT_EQ(others[0].id, *jake);
    EXPECT_EQ(others[0].name, "Jake Brandt");
    EXPECT_EQ(others[0].relation, "brother");
    EXPECT_TRUE(others[0].lives_with_child);
    EXPECT_EQ(household(*jake).at(0).relation, "sister");
}

TEST_P(Family, AsksAsOnADayAndAsKnownAtAMoment)
{
    const Moment before = clock.now();
    done([&](auto& records, const auto& stamp) -> Outcome<bool> {
        TRY_VOID(leaves(records, stamp, *jake, day(2026, 11, 20)));
        return true;
    });
    EXPECT_TRUE(household(*mary).empty());
    EXPECT_EQ(household(*mary, office::AsOf{day(2026, 11, 20)}).size(), 1U);
    EXPECT_EQ(household(*mary, office::AsOf{clock.today(), before}).size(), 1U);
    const auto near =
        read([&](store::Snapshot& records) { return children_near(records, *mary, now()); });
    ASSERT_EQ(near.size(), 1U) << "he is still her brother";
    EXPECT_FALSE(near[0].lives_with_child);
    EXPECT_EQ(near[0].relation, "brother");
}

TEST_P(Family, ShowsTheAdultsWhoLiveThereFirst)
{
    const auto adults =
        read([&](store::Snapshot& records) { return adults_of(records, *mary, now()); });
    ASSERT_EQ(adults.size(), 3U);
    EXPECT_EQ(adults[0].details.name, "Kerry Tansley");
    EXPECT_TRUE(adults[0].lives_with_child);
    EXPECT_EQ(adults[0].parental_responsibility, Responsibility::yes);
    EXPECT_EQ(adults[1].details.name, "Lee Brandt");
    EXPECT_FALSE(adults[1].lives_with_child);
    EXPECT_EQ(adults[2].role, "mother's partner");
    EXPECT_TRUE(adults[2].visits);
    EXPECT_FALSE(adults[2].relationship);
}

TEST_P(Family, TellsOneChildFromAnotherInALine)
{
    done([&](auto& records, const auto& stamp) -> Outcome<bool> {
        TRY_VOID(child::add_name(
            records, stamp, *mary,
            {.name = *Name::of("May", "", "Tansley"), .kind = child::NameKind::preferred}));
        return true;
    });
    const Summary said = line(*mary);
    EXPECT_EQ(said.name, "Mary Tansley");
    EXPECT_EQ(said.check, "lives at 8 Quarry Row with Kerry Tansley (mother)");
    EXPECT_EQ(said.area, "ME4");
    EXPECT_EQ(said.birth, Birth::known(day(2019, 3, 14)));
    EXPECT_EQ(said.sex, Sex::female);
    EXPECT_EQ(said.also_known_as, std::vector<std::string>{"May Tansley"});
}

TEST_P(Family, SummarisesManyInTheOrderAsked)
{
    const auto nobody = *ChildId::from("01900000-0000-7000-8000-000000000000");
    const std::vector<ChildId> asked{*jake, nobody, *mary};
    const auto all =
        read([&](store::Snapshot& records) { return summaries(records, asked, now()); });
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].name, "Jake Brandt");
    EXPECT_EQ(all[1].name, "Mary Tansley");
}

TEST_P(Family, ForgetsNobodyWhoWasRenamed)
{
    done([&](auto& records, const auto& stamp) -> Outcome<bool> {
        TRY_VOID(child::renamed(
            records, stamp, *mary,
            {.name = *Name::of("Mary", "", "Orrell"), .days = {day(2026, 9, 1), {}}}));
        return true;
    });
    EXPECT_EQ(line(*mary).name, "Mary Orrell");
    EXPECT_EQ(line(*mary).also_known_as, std::vector<std::string>{"Mary Tansley"});
    const auto person = read([&](store::Snapshot& records) { return described(records, *mary); });
    ASSERT_EQ(person->names.size(), 2U);
    EXPECT_EQ(person->names[0].kind == matching::NameKind::former,
              person->names[0].surname == "Tansley");
}

TEST_P(Family, DescribesAChildToMatchingWithAllThatShouldFindThem)
{
    done([&](auto& records, const auto& stamp) -> Outcome<bool> {
        TRY_VOID(child::moved(records, stamp, *mary,
                              {.address = child::address_from("1 New Road, Strood", std::nullopt),
                               .days = {day(2026, 11, 1), {}}}));
        TRY_VOID(child::add_identifier(
            records, stamp, *mary,
            *child::Identifier::of(child::IdentifierKind::nhs_number, "9990000018")));
        return true;
    });
    const auto person = read([&](store::Snapshot& records) { return described(records, *mary); });
    ASSERT_TRUE(person);
    EXPECT_EQ(person->id, mary->text());
    EXPECT_EQ(person->birth, (matching::Birth{matching::BirthKind::known, day(2019, 3, 14)}));
    EXPECT_EQ(person->sex, matching::Sex::female);
    EXPECT_EQ(person->places.size(), 2U);
    for (const auto& place : person->places) EXPECT_EQ(place.current, place.street == "New Road");
    EXPECT_EQ(std::set<std::string>(person->carers.begin(), person->carers.end()),
              (std::set<std::string>{"Kerry Tansley", "Lee Brandt"}));
    EXPECT_EQ(person->household, home->text());
    EXPECT_EQ(person->identifiers, std::vector<std::string>{"9990000018"});
}

TEST_P(Family, FindsAnAdultOfTheHouseholdByNameForAnImport)
{
    const auto found = [&](const char* name) {
        return read([&](store::Snapshot& records) { return adult_in(records, *home, name); });
    };
    EXPECT_EQ(found("kerry  TANSLEY"), kerry);
    EXPECT_EQ(found("Lee Brandt"), lee) << "he is the children's father, though he lives elsewhere";
    EXPECT_FALSE(found("Somebody Else"));
    done([&](auto& records, const auto& stamp) -> Outcome<bool> {
        return household_numbered(records, stamp, "4001") == *home;
    });
}

TEST_P(Family, KeepsARelationshipBetweenTwoOnly)
{
    const auto refused = [&](const Relationship& relationship) {
        return write([&](store::Transaction& records, const office::Stamp& stamp) {
                   return relate(records, stamp, relationship);
               })
            .error()
            .code;
    };
    EXPECT_EQ(refused({.child = *mary}), RefusalCode::needed);
    EXPECT_EQ(refused({.child = *mary, .adult = kerry, .other_child = jake}), RefusalCode::needed);
    EXPECT_EQ(refused({.child = *mary, .other_child = mary}), RefusalCode::not_found);
}

TEST_P(Family, CorrectsARelationshipAndReadsASiblingFromBothSides)
{
    const auto cousin = born("Ola", "Nowak", day(2016, 1, 1), Sex::female);
    done([&](auto& records, const auto& stamp) -> Outcome<bool> {
        TRY_VOID(
            relate(records, stamp, {.child = *mary, .other_child = cousin, .tie = Tie::cousin}));
        const auto adults = adults_of(records, *mary, office::AsOf{clock.today()});
        TRY_VOID(correct_relationship(records, stamp, *adults.at(1).relationship,
                                      {.child = *mary, .adult = lee, .tie = Tie::step_parent}));
        return true;
    });
    const auto near =
        read([&](store::Snapshot& records) { return children_near(records, cousin, now()); });
    ASSERT_EQ(near.size(), 1U);
    EXPECT_EQ(near[0].relation, "cousin");
    EXPECT_EQ(household(*mary).at(0).relation, "brother or half-brother")
        << "one parent of hers is not on the record now";
}
