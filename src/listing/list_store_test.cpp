#include "child/child_store.hpp"
#include "directory/directory_store.hpp"
#include "family/family_store.hpp"
#include "links/links_store.hpp"
#include "listing/list_pages.hpp"
#include "listing/list_store.hpp"
#include "pack/library.hpp"
#include "plan/plan_store.hpp"
#include "shield/shield_store.hpp"
#include "support/browser.hpp"
#include "support/record_room.hpp"

using namespace heed;
using namespace heed::listing;

class Listing : public heed::testing::RecordRoom {
protected:
    const pack::Pack pack = *pack::find("eng-wt2006-medway");

    Listing() { clock.set(*moment_from_iso("2026-11-24T09:00:00Z")); }

    ChildId born(const char* forename, const char* surname)
    {
        return *write([&](store::Transaction& records, const office::Stamp& stamp) {
            return child::add(
                records, stamp,
                {.particulars = {.birth = child::Birth::known(day(2019, 3, 14)),
                                 .sex = child::Sex::female},
                 .names = {{.name = *child::Name::of(forename, "", surname)}},
                 .addresses = {{.address = child::address_from("8 Quarry Row", std::nullopt)}}});
        });
    }
    ProfessionalId worker()
    {
        return *write([&](store::Transaction& records, const office::Stamp& stamp) {
            return directory::add(
                records, stamp,
                directory::ProfessionalDetails{.name = "Priya Shah",
                                               .telephone = "01632 960142",
                                               .is_qualified_social_worker = true});
        });
    }
    plan::PlanId begun(const ChildId& child, Day first, std::optional<ProfessionalId> worker = {})
    {
        return *write([&](store::Transaction& records, const office::Stamp& stamp) {
            return plan::begin(records, stamp,
                               {.child = child,
                                .period = plan::Period::open(first),
                                .categories = {"neglect"},
                                .key_worker = worker,
                                .next_review_due = day(2027, 2, 11)},
                               pack);
        });
    }
    std::size_t size(const office::AsOf& as_of)
    {
        return read([&](store::Snapshot& records) { return list(records, as_of, pack); })
            .lines.size();
    }
};
HEED_ON_EVERY_ENGINE(Listing);

TEST_P(Listing, HoldsEachChildWithAPlanOnThatDayAndNobodyElse)
{
    const auto mary = born("Mary", "Tansley");
    born("Jake", "Brandt");
    begun(mary, day(2026, 8, 14), worker());
    EXPECT_EQ(size({day(2026, 8, 13)}), 0U);
    const List found = read([&](store::Snapshot& records) {
        return list(records, now(), pack, Details::with_families);
    });
    ASSERT_EQ(found.lines.size(), 1U);
    const Line& line = found.lines[0];
    EXPECT_EQ(line.child.id, mary);
    EXPECT_EQ(line.key_worker->name, "Priya Shah");
    EXPECT_EQ(line.alarms, std::vector<Alarm>{Alarm::address_never_verified});
}

TEST_P(Listing, CanBeAskedAsItWasKnownBeforeACorrection)
{
    const auto plan = begun(born("Mary", "Tansley"), day(2026, 8, 14));
    const Moment before = clock.now();
    ASSERT_TRUE(write([&](store::Transaction& records, const office::Stamp& stamp) {
        return plan::strike_out(records, stamp, plan);
    }));
    EXPECT_EQ(size(now()), 0U);
    EXPECT_EQ(size({clock.today(), before}), 1U);
}

TEST_P(Listing, TellsOfFamiliesInWhatIsTakenAway)
{
    const auto mary = born("Mary", "Tansley"), jake = born("Jake", "Tansley");
    begun(mary, day(2026, 8, 14));
    ASSERT_TRUE(
        write([&](store::Transaction& records, const office::Stamp& stamp) -> Outcome<void> {
            const auto home = family::household_numbered(records, stamp, "1");
            const auto kerry = TRY(family::add_adult(records, stamp, {.name = "Kerry Tansley"}));
            for (const auto& id : {mary, jake}) {
                TRY_VOID(family::joins(records, stamp, {.household = home, .child = id}));
                TRY_VOID(family::relate(
                    records, stamp,
                    {.child = id, .adult = kerry, .tie = family::Tie::parent_or_carer}));
            }
            return {};
        }));
    const List found = read([&](store::Snapshot& records) {
        return list(records, now(), pack, Details::with_families);
    });
    EXPECT_EQ(found.lines.at(0).parents_and_carers,
              std::vector<std::string>{"Kerry Tansley (parent or carer)"});
    EXPECT_EQ(found.lines.at(0).household_children,
              std::vector<std::string>{"Jake Tansley (sister)"});
}

TEST_P(Listing, ShowsAChildOfTwoRecordsOnceAlsoAsItWasKnownThen)
{
    const auto mary = born("Mary", "Tansley"), marie = born("Marie", "Harwood");
    begun(mary, day(2026, 8, 14));
    begun(marie, day(2026, 9, 1), worker());
    EXPECT_EQ(size(now()), 2U);
    const Moment before = clock.now();
    ASSERT_TRUE(write([&](store::Transaction& records, const office::Stamp& stamp) {
        return links::join(records, stamp, *links::Pair::of(mary.text(), marie.text()),
                           {"dora", "the NHS number"}, false);
    }));
    const List found = read([&](store::Snapshot& records) { return list(records, now(), pack); });
    ASSERT_EQ(found.lines.size(), 1U);
    EXPECT_EQ(found.lines[0].child.id, mary) << "whose plan began first";
    EXPECT_EQ(found.lines[0].also_recorded_as,
              std::vector<std::string>{
                  "Marie Harwood, plan since 1 September 2026, key worker Priya Shah"});
    EXPECT_EQ(size({clock.today(), before}), 2U);
}

TEST_P(Listing, LeavesOutWhereAShieldedChildLivesAndWithWhom)
{
    const auto mary = born("Mary", "Tansley"), jake = born("Jake", "Tansley");
    begun(mary, day(2026, 8, 14));
    begun(jake, day(2026, 8, 14));
    ASSERT_TRUE(
        write([&](store::Transaction& records, const office::Stamp& stamp) -> Outcome<void> {
            const auto home = family::household_numbered(records, stamp, "1");
            for (const auto& id : {mary, jake})
                TRY_VOID(family::joins(records, stamp, {.household = home, .child = id}));
            TRY_VOID(shield::set(records, stamp,
                                 {.record = mary.text(),
                                  .from = clock.today(),
                                  .reason = "the father looks for her",
                                  .by = "dora"}));
            return {};
        }));
    const List found = read([&](store::Snapshot& records) {
        return list(records, now(), pack, Details::with_families);
    });
    ASSERT_EQ(found.lines.size(), 2U) << "she is on the list all the same";
    for (const Line& line : found.lines) {
        EXPECT_TRUE(line.household_children.empty());
        EXPECT_EQ(line.child.addresses.empty(), line.child.id == mary);
    }
}

namespace {

/// The pages of the list in front of a browser, with the page's own content for a body.
struct House {
    store::Database& database;
    const Clock& clock;
    Randomness& randomness;
    pack::Pack pack = *pack::find("eng-wt2006-medway");
    office::Office office{
        database, clock, randomness, pack, {.name = "Northmere"}, heed::testing::bare_pages()};
    permission::Guard guard{{database, office.pen(), office.page}};
    web::Router router{};
    heed::testing::Browser browser{router};

    House(store::Database& on, const Clock& time, Randomness& chance)
        : database{on}, clock{time}, randomness{chance}
    {
        routes(router, guard, office);
    }
};

} // namespace

TEST_P(Listing, TakesItsDaysInThreeFieldsOrInOne)
{
    begun(born("Mary", "Tansley"), day(2026, 8, 14));
    House house{database, clock, randomness};
    heed::testing::sign_in_as(house.browser, permission::Role::designated_manager, database,
                              house.office.pen());
    const auto has = [&](const std::string& query, std::string_view text) {
        return house.browser.get("/list?" + query).body.find(text) != std::string::npos;
    };
    EXPECT_TRUE(has("on-day=14&on-month=8&on-year=2026", "Tansley, Mary"));
    EXPECT_FALSE(has("on-day=13&on-month=8&on-year=2026", "Tansley, Mary"));
    EXPECT_TRUE(has("on=2026-08-14", "Tansley, Mary"));
    EXPECT_TRUE(has("on=2026-08-14", R"(name="on-day" type="text" value="14")"))
        << "a link fills them";
    EXPECT_TRUE(has("on-day=14&on-month=8&on-year=2026", "/list.csv?on=2026-08-14"));
    EXPECT_EQ(house.browser.get("/list.csv?on-day=14&on-month=8&on-year=2026").status, 200U);
    EXPECT_TRUE(has("on=yesterday", "href=\"#on-day\""));

    const std::string known = "known-day=23&known-month=11&known-year=2026";
    EXPECT_TRUE(has(known, "As on 24 November 2026, as it was known at 11:59pm on 23 November"));
    EXPECT_TRUE(has(known + "&known-time=9:05", "known at 9:05am on 23 November 2026"));
    EXPECT_TRUE(has(known + "&known-time=2pm", "known at 2:00pm on 23 November 2026"));
    EXPECT_TRUE(has(known + "&known-time=9:05", "/list.csv?known=2026-11-23T09%3A05"));
    EXPECT_TRUE(has("known=2026-07-24T08:05Z", R"(name="known-time" type="text" value="09:05")"));
    for (const std::string& wrong :
         {std::string{"known-time=9:05"}, std::string{"known=soon"}, std::string{"known-day=9"}}) {
        const auto page = house.browser.get("/list?" + wrong);
        EXPECT_EQ(page.status, 422U) << wrong;
        EXPECT_NE(page.body.find("href=\"#known-day\""), std::string::npos) << wrong;
    }
    EXPECT_TRUE(has(known + "&known-time=noon", "href=\"#known-time\""));
    EXPECT_TRUE(has(known + "&known-time=noon", "Write it as 14:30, 1430 or 2:30pm."));
}

TEST_P(Listing, KnowsNoMomentThatHasNotCome)
{
    clock.set(*moment_from_iso("2026-11-24T14:40:00Z"));
    House house{database, clock, randomness};
    heed::testing::sign_in_as(house.browser, permission::Role::designated_manager, database,
                              house.office.pen());
    const auto page = house.browser.get("/list?known-day=24&known-month=11&known-year=2026");
    EXPECT_EQ(page.status, 200U);
    EXPECT_NE(page.body.find("known at 2:40pm on 24 November 2026"), std::string::npos);
    const auto later = house.browser.get("/list?known-day=25&known-month=11&known-year=2026");
    EXPECT_EQ(later.status, 422U);
    EXPECT_NE(later.body.find("has not come yet"), std::string::npos);
    EXPECT_EQ(house.browser.get("/list.csv?known=2026-11-25").status, 422U);
}

TEST_P(Listing, ShowsNoListUnderAWrongDay)
{
    begun(born("Mary", "Tansley"), day(2026, 8, 14));
    House house{database, clock, randomness};
    heed::testing::sign_in_as(house.browser, permission::Role::designated_manager, database,
                              house.office.pen());
    const auto page = house.browser.get("/list?on-day=31&on-month=2&on-year=2026&team=East");
    EXPECT_EQ(page.status, 422U);
    for (const char* absent : {"Tansley", "heed-tiles", "/list.csv"})
        EXPECT_EQ(page.body.find(absent), std::string::npos) << absent;
    EXPECT_NE(page.body.find("value=\"31\""), std::string::npos) << "what was typed is kept";
    EXPECT_NE(page.body.find("<option value=\"East\" selected>"), std::string::npos);
}

TEST_P(Listing, ShowsThePageAndLeavesALook)
{
    begun(born("Mary", "Tansley"), day(2026, 8, 14));
    House house{database, clock, randomness};
    const auto person = heed::testing::sign_in_as(
        house.browser, permission::Role::designated_manager, database, house.office.pen());
    const auto page = house.browser.get("/list");
    EXPECT_EQ(page.status, 200U);
    EXPECT_NE(page.body.find("Tansley, Mary"), std::string::npos);
    EXPECT_NE(page.body.find("No key worker"), std::string::npos);
    EXPECT_EQ(house.browser.get("/list?on=2026-02-30").status, 422U);
    const auto csv = house.browser.get("/list.csv?show=no_key_worker");
    EXPECT_EQ(csv.status, 200U);
    EXPECT_NE(csv.body.find("Mary Tansley"), std::string::npos);
    const auto looks =
        read([&](store::Snapshot& records) { return ledger::by(records, person.user.text(), 10); });
    ASSERT_GE(looks.size(), 2U);
    EXPECT_EQ(looks[0].act.action, "list.taken_away");
    EXPECT_EQ(looks[1].act.action, "list.seen");
}

TEST_P(Listing, IsKeptFromThoseWhoMayNotSeeIt)
{
    House house{database, clock, randomness};
    heed::testing::sign_in_as(house.browser, permission::Role::administrator, database,
                              house.office.pen());
    EXPECT_EQ(house.browser.get("/list").status, 403U);
    EXPECT_EQ(house.browser.get("/list.csv").status, 403U);
}

TEST_P(Listing, IsPagedAtFifty)
{
    const auto all = std::views::iota(0, 51);
    for (const int i : all)
        begun(born("Child", ("S" + std::to_string(i)).c_str()), day(2026, 8, 14));
    House house{database, clock, randomness};
    heed::testing::sign_in_as(house.browser, permission::Role::designated_manager, database,
                              house.office.pen());
    const auto lines = [&](const char* target) {
        const std::string body = house.browser.get(target).body;
        std::size_t count = 0;
        for (auto at = body.find("/children/"); at != std::string::npos;
             at = body.find("/children/", at + 1))
            ++count;
        return count;
    };
    EXPECT_EQ(lines("/list"), 50U);
    EXPECT_EQ(lines("/list?page=2"), 1U);
    EXPECT_EQ(lines("/list?page=99"), 1U);
    EXPECT_EQ(lines("/list?all=1"), 51U);
}

TEST_P(Listing, ShowsAKeyWorkerTheirOwnChildrenAndNobodyElses)
{
    office::Office office{
        database, clock, randomness, pack, {.name = "Northmere"}, heed::testing::bare_pages()};
    permission::Guard guard{{database, office.pen(), office.page}};
    web::Router router;
    heed::testing::Browser browser{router};
    listing::routes(router, guard, office);
    const auto shah = worker();
    begun(born("Mary", "Tansley"), day(2026, 8, 14), shah);
    begun(born("Oskar", "Wozniak"), day(2026, 8, 14));
    const auto priya =
        heed::testing::sign_in_as(browser, permission::Role::key_worker, database, office.pen());
    const auto says = [](const web::Response& page, const char* words) {
        return page.body.find(words) != std::string::npos;
    };
    const auto nobody = browser.get("/my-children");
    EXPECT_EQ(nobody.status, 200U);
    EXPECT_TRUE(says(nobody, "Nobody has said who you are"));
    EXPECT_FALSE(says(nobody, "Tansley"));
    ASSERT_TRUE(write([&](store::Transaction& records, const office::Stamp& stamp) {
        return directory::change(records, stamp, shah,
                                 directory::ProfessionalDetails{.name = "Priya Shah",
                                                                .is_qualified_social_worker = true,
                                                                .user = priya.user.text()});
    }));
    const auto own = browser.get("/my-children");
    EXPECT_TRUE(says(own, "Tansley, Mary"));
    EXPECT_TRUE(says(own, "Mary Tansley, review by 11 February 2027"));
    EXPECT_FALSE(says(own, "Wozniak"));
    EXPECT_EQ(browser.get("/list").status, 403U) << "the whole list is not theirs to see";
    EXPECT_EQ(browser.get("/list.csv").status, 403U);
    heed::testing::sign_in_as(browser, permission::Role::team_manager, database, office.pen());
    EXPECT_TRUE(says(browser.get("/list"), "Wozniak"));
    EXPECT_EQ(browser.get("/my-children").status, 403U);
}
