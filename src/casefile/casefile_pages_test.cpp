#include "casefile/casefile_pages.hpp"

#include "casefile/family_drawing_page.hpp"
#include "family/family_store.hpp"
#include "links/links_store.hpp"
#include "office/look.hpp"
#include "shield/shield_store.hpp"
#include "support/record_pages.hpp"

using namespace heed;
using namespace heed::casefile;
using permission::Role;

class Casefile : public heed::testing::PagesOfMary {
protected:
    void SetUp() override
    {
        PagesOfMary::SetUp();
        routes(router, guard, {office, people, {source}});
    }
    static std::vector<ChronologyLine> source(store::Records&, const ChildId&, const office::AsOf&)
    {
        return {{.on = day(2026, 11, 13), .title = "Emergency department enquiry"}};
    }
    child::Child held()
    {
        return *read([&](store::Snapshot& records) { return child::find(records, *mary, now()); });
    }
    std::optional<plan::Plan> plan()
    {
        return read([&](store::Snapshot& records) { return plan::on(records, *mary, now()); });
    }
    static bool says(const web::Response& response, std::string_view text)
    {
        return response.body.find(text) != std::string::npos;
    }
    std::vector<ledger::Entry> entries()
    {
        return read(
            [&](store::Snapshot& records) { return ledger::about(records, mary->text(), 50); });
    }
};
HEED_ON_EVERY_ENGINE(Casefile);

TEST_P(Casefile, AsksWhyBeforeAnythingOfTheChildIsRead)
{
    sign_in(Role::duty_worker);
    const auto asked = browser.get(address());
    EXPECT_EQ(asked.status, 200U);
    EXPECT_FALSE(says(asked, "Tansley"));
    EXPECT_TRUE(says(asked, "Why do you need to see this record?"));
    const auto without = browser.post(address("open"), {{"reason_words", " "}});
    EXPECT_EQ(without.status, 422U);
    EXPECT_TRUE(says(without, sentence(RefusalCode::say_your_reason)));
    EXPECT_TRUE(entries().empty());
}

TEST_P(Casefile, OpensForAReasonAndWritesEveryLookWithIt)
{
    const auto person = sign_in(Role::duty_worker);
    const auto opened = browser.post(
        address("open"), {{"reason_words", "bruising, in A&E now"}, {"then", address("people")}});
    EXPECT_EQ(heed::testing::Browser::location(opened), address("people"));
    const auto page = browser.get(address());
    EXPECT_TRUE(says(page, "Mary Tansley"));
    EXPECT_TRUE(says(page, "Girl, 7 years (born 14 March 2019)"));
    EXPECT_TRUE(says(page, "Not on a plan"));
    EXPECT_TRUE(says(page, "Emergency department enquiry"));
    EXPECT_FALSE(says(page, "Change")) << "a duty worker corrects nothing";
    EXPECT_TRUE(says(page, "<title>Child's record</title>")) << "no name in a title";
    const auto looks = entries();
    EXPECT_EQ(looks[0].act.action, "child.seen");
    EXPECT_EQ(looks[0].act.reason, "bruising, in A&E now");
    EXPECT_EQ(looks[0].actor.who, person.user.text());
}

TEST_P(Casefile, AsksWhyAgainTheNextDayAndOfEverybody)
{
    enter();
    EXPECT_TRUE(says(browser.get(address()), "Mary Tansley"));
    clock.advance(std::chrono::hours{11});
    heed::testing::Browser other{router};
    heed::testing::sign_in_as(other, Role::designated_manager, database, office.pen());
    EXPECT_FALSE(says(other.get(address()), "Mary Tansley"));
    clock.advance(std::chrono::hours{2});
    sign_in(Role::designated_manager);
    EXPECT_FALSE(says(browser.get(address()), "Mary Tansley"));
}

TEST_P(Casefile, RemembersTheReasonThroughABusyMorning)
{
    enter();
    for (int look = 0; look < 70; ++look) browser.get(address("details"));
    EXPECT_TRUE(says(browser.get(address()), "Mary Tansley"));
}

TEST_P(Casefile, LeadsNowhereElseAfterTheReason)
{
    sign_in(Role::duty_worker);
    for (const char* then : {"//elsewhere.example", "/users", "https://elsewhere.example"})
        EXPECT_EQ(heed::testing::Browser::location(browser.post(
                      address("open"), {{"reason_words", "a reason"}, {"then", then}})),
                  address());
}

TEST_P(Casefile, ShowsPlanKeyWorkerAndWhatIsToBeSeenTo)
{
    on_plan();
    enter();
    const auto page = browser.get(address());
    for (const char* text : {"On a plan: Neglect", "Priya Shah", "01632", "11 February 2027",
                             "Plan began", "Address never verified", "8 Quarry Row, ME4 2TB"})
        EXPECT_TRUE(says(page, text)) << text;
}

TEST_P(Casefile, TellsWhoLookedWithoutShowingTheChild)
{
    enter();
    browser.get(address());
    sign_in(Role::auditor);
    const auto looks = browser.get(address("looks"));
    EXPECT_EQ(looks.status, 200U);
    EXPECT_FALSE(says(looks, "Tansley"));
    EXPECT_TRUE(says(looks, "Looked at the record"));
    EXPECT_TRUE(says(looks, "Checking that the record is right"));
    EXPECT_EQ(browser.get(address()).status, 403U);
}

TEST_P(Casefile, DrawsTheFamilyBesideItsTables)
{
    const auto jake =
        *write([&](store::Transaction& records, const office::Stamp& stamp) -> Outcome<ChildId> {
            const auto id =
                TRY(child::add(records, stamp,
                               {.particulars = {.birth = child::Birth::known(day(2014, 8, 27)),
                                                .sex = child::Sex::male},
                                .names = {{.name = *child::Name::of("Jake", "", "Brandt")}}}));
            const auto home = family::household_numbered(records, stamp, "1");
            const auto kerry = TRY(family::add_adult(records, stamp, {.name = "Kerry Tansley"}));
            const auto lee = TRY(family::add_adult(records, stamp, {.name = "Lee Brandt"}));
            const auto dean = TRY(family::add_adult(records, stamp, {.name = "Dean Orrell"}));
            TRY_VOID(family::joins(records, stamp, {.household = home, .adult = kerry}));
            TRY_VOID(family::joins(records, stamp, {.household = home, .adult = dean}));
            TRY_VOID(family::relate(records, stamp,
                                    {.child = id, .adult = dean, .tie = family::Tie::father}));
            for (const ChildId& child : {*mary, id}) {
                TRY_VOID(family::joins(records, stamp, {.household = home, .child = child}));
                TRY_VOID(family::relate(
                    records, stamp, {.child = child, .adult = kerry, .tie = family::Tie::mother}));
            }
            TRY_VOID(family::relate(records, stamp,
                                    {.child = id, .adult = lee, .tie = family::Tie::father}));
            return id;
        });
    on_plan();
    enter();
    const auto about =
        *read([&](store::Snapshot& records) { return read_case(records, *mary, now(), pack); });
    const auto tree = drawn_family(about);
    EXPECT_EQ(pieces::faults(tree, pieces::lay_out(tree)), std::vector<std::string>{});
    std::map<std::string, pieces::TreePerson> people_there;
    for (const auto& person : tree.people) people_there[person.name] = person;
    EXPECT_TRUE(people_there["Mary Tansley"].is_subject);
    EXPECT_EQ(people_there["Mary Tansley"].mark, "on a plan");
    EXPECT_EQ(people_there["Jake Brandt"].mark, "");
    EXPECT_EQ(people_there["Lee Brandt"].detail, "father of Jake");
    EXPECT_FALSE(people_there["Lee Brandt"].at_home);
    EXPECT_TRUE(people_there["Kerry Tansley"].at_home);
    EXPECT_TRUE(people_there["Dean Orrell"].at_home);
    EXPECT_EQ(people_there["Dean Orrell"].figure, pieces::Figure::man);
    EXPECT_EQ(tree.links.size(), 4U);
    const auto page = browser.get(address("people"));
    EXPECT_TRUE(says(page, "Mary Tansley lives with Kerry Tansley (mother)"));
    EXPECT_TRUE(says(page, "On a plan: Mary Tansley."));
    EXPECT_TRUE(says(page, "Brothers, sisters and other children"));
    EXPECT_TRUE(says(page, jake.text()));
}

TEST(Look, IsToldByPersonAndSpell)
{
    const Moment nine = *moment_from_iso("2026-11-24T09:00:00Z");
    const auto at = [&](int minutes) { return nine + std::chrono::minutes{minutes}; };
    const auto found = office::spells({{at(0), "Dora", "Manager", "Looked", "a review"},
                                       {at(5), "Sam", "Duty worker", "Looked", "a call"},
                                       {at(30), "Dora", "Manager", "Looked", "a review"},
                                       {at(31), "Dora", "Manager", "Changed a name", "a letter"},
                                       {at(600), "Dora", "Manager", "Looked", "a review"}});
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].looks.size(), 1U) << "the evening is another spell, and the latest";
    EXPECT_EQ(found[1].who, "Dora");
    EXPECT_EQ(found[1].what(), "Looked (2 times); Changed a name");
    EXPECT_EQ(found[1].reasons(), (std::vector<std::string>{"a review", "a letter"}));
    EXPECT_EQ(found[2].who, "Sam");
}

TEST_P(Casefile, SaysThatThereIsNoSuchChild)
{
    sign_in(Role::designated_manager);
    const std::string nobody = "/children/01900000-0000-7000-8000-000000000000";
    browser.post(nobody + "/open", {{"reason_words", "a reason"}});
    EXPECT_EQ(browser.get(nobody).status, 404U);
    EXPECT_EQ(browser.get("/children/nonsense").status, 404U);
    EXPECT_EQ(browser.post("/children/nonsense/open", {{"reason", "a"}}).status, 404U);
}

TEST_P(Casefile, WarnsBeforeAddingAChildWhoMayBeHere)
{
    sign_in(Role::designated_manager);
    EXPECT_EQ(browser.get("/children/new").status, 200U);
    web::Fields typed{{"forename", "Mary"},        {"surname", "Tansly"},  {"birth", "known"},
                      {"born-day", "14"},          {"born-month", "3"},    {"born-year", "2019"},
                      {"address", "8 Quarry Row"}, {"postcode", "ME4 2TB"}};
    const auto warned = browser.post("/children/new", typed);
    EXPECT_EQ(warned.status, 422U);
    EXPECT_TRUE(says(warned, sentence(RefusalCode::child_may_be_here)));
    EXPECT_TRUE(says(warned, "Mary Tansley"));
    EXPECT_EQ(entries()[0].act.action, "child.compared");
    typed.add("surely_new", "yes");
    typed.add("csrf", browser.fresh_token());
    const auto added = browser.post("/children/new", typed);
    ASSERT_EQ(added.status, 303U);
    EXPECT_EQ(heed::testing::Browser::location(browser.post("/children/new", typed)),
              heed::testing::Browser::location(added))
        << "sent twice, added once";
    typed = {{"forename", "Zebedee"},
             {"surname", "Quill"},
             {"birth", "unknown"},
             {"csrf", browser.fresh_token()}};
    const auto alone = browser.post("/children/new", typed);
    EXPECT_EQ(alone.status, 303U) << "nobody is alike";
    EXPECT_EQ(heed::testing::Browser::location(browser.post("/children/new", typed)),
              heed::testing::Browser::location(alone))
        << "sent twice, nobody is taken for somebody alike";
    EXPECT_EQ(browser.post("/children/new", {{"surname", "Quill"}}).status, 422U);
}

TEST_P(Casefile, ShowsAllRecordsOfOneChildOnThePageOfEither)
{
    const auto marie = *write([&](store::Transaction& records, const office::Stamp& stamp) {
        return child::add(records, stamp,
                          {.particulars = {.birth = child::Birth::known(day(2019, 3, 14))},
                           .names = {{.name = *child::Name::of("Marie", "", "Harwood")}}});
    });
    on_plan();
    ASSERT_TRUE(write([&](store::Transaction& records, const office::Stamp& stamp) {
        return links::join(records, stamp, *links::Pair::of(mary->text(), marie.text()),
                           {"dora", "the NHS number"}, false);
    }));
    sign_in(Role::designated_manager);
    const std::string home = "/children/" + marie.text();
    browser.post(home + "/open", {{"reason", "Checking that the record is right"}});
    const std::string page = browser.get(home).body;
    for (const char* words :
         {"Also recorded as", "Mary Tansley", "On a plan", "Plan began", "Priya Shah"})
        EXPECT_TRUE(page.contains(words)) << words;
    EXPECT_TRUE(page.contains(address()));
    EXPECT_TRUE(browser.get(address("looks")).body.contains("Looked at the record"))
        << "who looked at the one looked at the other";
}

TEST_P(Casefile, KeepsAShieldedChildsPlacesAndARestrictedRecordFromOthers)
{
    ASSERT_TRUE(
        write([&](store::Transaction& records, const office::Stamp& stamp) -> Outcome<void> {
            const auto jean = TRY(family::add_adult(records, stamp, {.name = "Jean Tansley"}));
            TRY_VOID(family::relate(
                records, stamp, {.child = *mary, .adult = jean, .tie = family::Tie::grandparent}));
            const auto home = family::household_numbered(records, stamp, "H9");
            return family::joins(records, stamp, {.household = home, .child = *mary});
        }));
    const auto shield = [&](shield::Kind kind) {
        ASSERT_TRUE(write([&](store::Transaction& records, const office::Stamp& stamp) {
            return shield::set(records, stamp,
                               {.record = mary->text(),
                                .kind = kind,
                                .from = clock.today(),
                                .reason = "the father looks for her",
                                .by = "dora"});
        }));
    };
    const auto seen_by = [&](Role role) {
        sign_in(role);
        browser.post(address("open"), {{"reason", "I work with this child or family"}});
        return browser.get(address());
    };
    shield(shield::Kind::place);
    const auto duty = seen_by(Role::duty_worker).body;
    EXPECT_TRUE(duty.contains("Mary Tansley"));
    EXPECT_TRUE(duty.contains("kept from sight"));
    EXPECT_FALSE(duty.contains("Quarry Row"));
    EXPECT_FALSE(duty.contains("ME4"));
    for (const char* part : {"people", "details"}) {
        const std::string page = browser.get(address(part)).body;
        EXPECT_TRUE(page.contains("kept from sight")) << part;
        for (const char* hidden : {"Quarry Row", "ME4", "Jean Tansley", "household H9", "<svg"})
            EXPECT_FALSE(page.contains(hidden)) << part << ": " << hidden;
    }
    EXPECT_TRUE(seen_by(Role::designated_manager).body.contains("Quarry Row"));
    EXPECT_TRUE(browser.get(address("people")).body.contains("Jean Tansley"));
    shield(shield::Kind::whole);
    const auto shut = seen_by(Role::duty_worker);
    EXPECT_EQ(shut.status, 403U);
    EXPECT_FALSE(shut.body.contains("Mary"));
    EXPECT_TRUE(seen_by(Role::designated_manager).body.contains("Mary Tansley"));
    EXPECT_TRUE(browser.get(address("looks")).body.contains("which is restricted"));
}

TEST_P(Casefile, DoesNotShowAShieldedChildBesideThoseTheyLiveWith)
{
    const auto jake =
        *write([&](store::Transaction& records, const office::Stamp& stamp) -> Outcome<ChildId> {
            const auto id =
                TRY(child::add(records, stamp,
                               {.particulars = {.birth = child::Birth::unknown()},
                                .names = {{.name = *child::Name::of("Jake", "", "Brandt")}}}));
            const auto household = family::household_numbered(records, stamp, "17");
            TRY_VOID(family::joins(records, stamp, {.household = household, .child = id}));
            TRY_VOID(family::joins(records, stamp, {.household = household, .child = *mary}));
            const auto lee = TRY(family::add_adult(records, stamp, {.name = "Lee Orme"}));
            TRY_VOID(family::relate(records, stamp,
                                    {.child = *mary, .adult = lee, .tie = family::Tie::father}));
            return id;
        });
    const auto people_of_jake = [&](Role role) {
        sign_in(role);
        browser.post("/children/" + jake.text() + "/open", {{"reason", "I work with this child"}});
        return browser.get("/children/" + jake.text() + "/people").body;
    };
    EXPECT_TRUE(people_of_jake(Role::duty_worker).contains("Mary Tansley"));
    EXPECT_TRUE(people_of_jake(Role::duty_worker).contains("Lee Orme")) << "drawn as her father";
    ASSERT_TRUE(write([&](store::Transaction& records, const office::Stamp& stamp) {
        return shield::set(records, stamp,
                           {.record = mary->text(),
                            .from = clock.today(),
                            .reason = "the father looks for her",
                            .by = "dora"});
    }));
    EXPECT_FALSE(people_of_jake(Role::duty_worker).contains("Mary Tansley"));
    EXPECT_FALSE(people_of_jake(Role::duty_worker).contains("Lee Orme"));
    EXPECT_TRUE(people_of_jake(Role::designated_manager).contains("Mary Tansley"));
}
