#include "correction/forms_pages.hpp"

#include "casefile/casefile_pages.hpp"
#include "casefile/look.hpp"
#include "child/child_store.hpp"
#include "correction/correction_pages.hpp"
#include "directory/directory_store.hpp"
#include "family/family_store.hpp"
#include "family/ties_store.hpp"
#include "pack/library.hpp"
#include "plan/plan_store.hpp"
#include "support/browser.hpp"
#include "support/record_room.hpp"

using namespace heed;
using namespace heed::correction;
using casefile::ChildId;
using permission::Role;

class Corrections : public heed::testing::RecordRoom {
protected:
    pack::Pack pack = *pack::find("eng-wt2006-medway");
    office::Office office{
        database, clock, randomness, pack, {.name = "Northmere"}, heed::testing::bare_pages()};
    permission::Guard guard{{database, office.pen(), office.page}};
    family::People people;
    web::Router router;
    heed::testing::Browser browser{router};
    std::optional<ChildId> mary;
    std::optional<directory::ProfessionalId> shah;

    void SetUp() override
    {
        read([&](store::Snapshot& records) { people.load(records); });
        casefile::routes(router, guard, {office, people, {}});
        routes(router, guard, office, people);
        mary = *write([&](store::Transaction& records, const office::Stamp& stamp) {
            return child::add(
                records, stamp,
                {.particulars = {.birth = child::Birth::known(day(2019, 3, 14)),
                                 .sex = child::Sex::female},
                 .names = {{.name = *child::Name::of("Mary", "", "Tansley")}},
                 .addresses = {{.address = child::address_from(
                                    "8 Quarry Row", *child::Postcode::from("ME4 2TB"))}}});
        });
        shah = *write([&](store::Transaction& records, const office::Stamp& stamp) {
            return directory::add(
                records, stamp,
                directory::ProfessionalDetails{.name = "Priya Shah",
                                               .telephone = "01632 960142",
                                               .is_qualified_social_worker = true});
        });
    }
    permission::SignedIn sign_in(Role role)
    {
        return heed::testing::sign_in_as(browser, role, database, office.pen());
    }
    std::string address(const std::string& part = {}) const
    {
        return "/children/" + mary->text() + (part.empty() ? "" : "/" + part);
    }
    /// Signs in as the Designated Manager, who has said why.
    void enter()
    {
        sign_in(Role::designated_manager);
        browser.post(address("open"), {{"reason", "Checking that the record is right"}});
    }
    plan::PlanId on_plan()
    {
        return *write([&](store::Transaction& records, const office::Stamp& stamp) {
            return plan::begin(records, stamp,
                               {.child = *mary,
                                .period = plan::Period::open(day(2026, 8, 14)),
                                .categories = {"neglect"},
                                .key_worker = shah,
                                .next_review_due = day(2027, 2, 11)},
                               pack);
        });
    }
    /// The value of a hidden field or an input, as the page has it.
    static std::string value_in(const web::Response& page, const std::string& name)
    {
        const std::string before = "name=\"" + name + "\"";
        const auto at = page.body.find(before);
        if (at == std::string::npos) return {};
        const std::string key = " value=\"";
        const auto from = page.body.find(key, at) + key.size();
        std::string value = page.body.substr(from, page.body.find('"', from) - from);
        for (std::size_t amp = 0; (amp = value.find("&amp;", amp)) != std::string::npos; ++amp)
            value.replace(amp, 5, "&");
        return value;
    }
    /// Opens the form as a person does, and sends it with these fields and a reason.
    web::Response send(const std::string& form, web::Fields fields)
    {
        const auto page = browser.get(address(form));
        EXPECT_EQ(page.status, 200U) << form;
        fields.add("was", value_in(page, "was"));
        const auto of = form.find("?of=");
        if (of != std::string::npos) fields.add("of", form.substr(of + 4));
        if (!fields.has("why")) fields.add("why", "told by school");
        return browser.post(address(form.substr(0, of)), std::move(fields));
    }
    void sent(const std::string& form, web::Fields fields)
    {
        const auto response = send(form, std::move(fields));
        EXPECT_EQ(response.status, 303U) << form << response.body;
    }
    /// The day of a date's three fields.
    static web::Fields with_day(web::Fields fields, const std::string& name, Day on)
    {
        office::put_day(fields, name, on);
        return fields;
    }
    ChildId add_child(const char* forename, const char* surname, const std::string& household = {})
    {
        return *write(
            [&](store::Transaction& records, const office::Stamp& stamp) -> Outcome<ChildId> {
                const auto id =
                    TRY(child::add(records, stamp,
                                   {.particulars = {.birth = child::Birth::known(day(2014, 5, 1)),
                                                    .sex = child::Sex::male},
                                    .names = {{.name = *child::Name::of(forename, "", surname)}}}));
                if (household.empty()) return id;
                const auto there = family::household_numbered(records, stamp, household);
                TRY_VOID(family::joins(records, stamp, {.household = there, .child = id}));
                return id;
            });
    }
    void house(const std::string& number)
    {
        ASSERT_TRUE(write([&](store::Transaction& records, const office::Stamp& stamp) {
            return family::joins(
                records, stamp,
                {.household = family::household_numbered(records, stamp, number), .child = *mary});
        }));
    }
    std::vector<family::FamilyMember> adults(const ChildId& of)
    {
        return read(
            [&](store::Snapshot& records) { return family::adults_of(records, of, now()); });
    }
    std::vector<family::OtherChild> others()
    {
        return read(
            [&](store::Snapshot& records) { return family::children_near(records, *mary, now()); });
    }
    child::Child held() { return held(*mary); }
    child::Child held(const ChildId& id)
    {
        return *read([&](store::Snapshot& records) { return child::find(records, id, now()); });
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
HEED_ON_EVERY_ENGINE(Corrections);

TEST_P(Corrections, KeepsWhatWasTypedWhenOneIsRefused)
{
    enter();
    const auto refused = send("new-address", {{"street", "New Road"}, {"postcode", "nowhere"}});
    EXPECT_EQ(refused.status, 422U);
    EXPECT_TRUE(says(refused, "value=\"New Road\""));
    EXPECT_TRUE(says(refused, "told by school"));
    EXPECT_TRUE(says(refused, sentence(RefusalCode::wrong_postcode)));
    const auto silent = browser.post(address("new-address"), {{"street", "New Road"}});
    EXPECT_TRUE(says(silent, sentence(RefusalCode::say_why_changed)));
    EXPECT_EQ(send("new-address", {{"street", "New Road"},
                                   {"from-day", "31"},
                                   {"from-month", "2"},
                                   {"from-year", "2026"}})
                  .status,
              422U)
        << code_name(RefusalCode::not_a_date);
}

TEST_P(Corrections, MoveAChildAndWriteWhy)
{
    enter();
    sent("new-address", with_day({{"house", "1"}, {"street", "New Road"}, {"kind", "home"}}, "from",
                                 day(2026, 11, 20)));
    EXPECT_EQ(held().home_on(clock.today())->address.in_line(), "1 New Road");
    EXPECT_EQ(entries()[0].act.action, "child.moved");
    EXPECT_EQ(entries()[0].act.reason, "told by school");
}

TEST_P(Corrections, ShowBothTextsWhenSomebodyElseWasFirst)
{
    enter();
    const auto before = browser.get(address("address"));
    const std::string was = value_in(before, "was");
    web::Fields mine{{"kind", "home"},        {"house", "8"},           {"street", "Quarry Close"},
                     {"postcode", "ME4 2TB"}, {"why", "a letter came"}, {"was", was}};
    sent("address",
         {{"kind", "home"}, {"house", "80"}, {"street", "Quarry Road"}, {"postcode", "ME4 2TB"}});
    const auto second = browser.post(address("address"), mine);
    EXPECT_EQ(second.status, 422U);
    EXPECT_TRUE(says(second, sentence(RefusalCode::changed_meanwhile)));
    EXPECT_TRUE(says(second, "Quarry Road")) << "the record's";
    EXPECT_TRUE(says(second, "value=\"Quarry Close\"")) << "and what was typed";
    EXPECT_TRUE(says(second, "by Dele Okafor at 9:00am on 24 November 2026"));
    EXPECT_EQ(value_in(second, "house"), "80") << "which only the other changed";
    EXPECT_TRUE(says(second, "a letter came"));
    EXPECT_EQ(held().addresses[0].address.street, "Quarry Road");
    web::Fields again{{"kind", "home"},
                      {"house", "80"},
                      {"street", "Quarry Close"},
                      {"postcode", "ME4 2TB"},
                      {"why", "both together"}};
    again.add("was", value_in(second, "was"));
    EXPECT_EQ(browser.post(address("address"), again).status, 303U);
    EXPECT_EQ(held().addresses[0].address.short_form(), "80 Quarry Close");
}

TEST_P(Corrections, SayWhenWhatIsCorrectedWasTakenOutMeanwhile)
{
    enter();
    sent("new-name", {{"how", "alias"}, {"forename", "May"}, {"surname", "Brandt"}});
    const std::string of = held().names[1].statement.text();
    const auto open = browser.get(address("name?of=" + of));
    sent("name?of=" + of, {{"how", "withdrawn"}, {"surname", "Brandt"}});
    EXPECT_EQ(held().names.size(), 1U);
    const auto late = browser.post(
        address("name"),
        {{"of", of}, {"surname", "Brand"}, {"why", "a"}, {"was", value_in(open, "was")}});
    EXPECT_EQ(late.status, 422U);
    EXPECT_TRUE(says(late, "taken out of the record"));
    EXPECT_EQ(browser.get(address("name?of=" + of)).status, 404U);
}

TEST_P(Corrections, OfNamesKeepEachWithItsDays)
{
    enter();
    const std::string statement = held().names[0].statement.text();
    sent("name?of=" + statement, {{"how", "correct"},
                                  {"name_kind", "legal"},
                                  {"forename", "Maria"},
                                  {"surname", "Tansley"}});
    sent("new-name", with_day({{"how", "renamed"}, {"forename", "Maria"}, {"surname", "Orrell"}},
                              "from", day(2026, 1, 5)));
    sent("new-name", {{"how", "preferred"}, {"forename", "May"}});
    const child::Child child = held();
    EXPECT_EQ(child.name_on(clock.today()).spoken(), "Maria Orrell");
    EXPECT_EQ(child.name_on(day(2025, 12, 31)).spoken(), "Maria Tansley");
    EXPECT_EQ(child.names.size(), 3U);
    const auto page = browser.get(address("details"));
    for (const char* text : {"Maria Orrell", "Likes to be called", "Since 5 January 2026",
                             "Until 4 January 2026", "name?of="})
        EXPECT_TRUE(says(page, text)) << text;
}

TEST_P(Corrections, OfParticularsLanguageNumbersAndSchool)
{
    enter();
    sent("particulars",
         with_day({{"birth", "known"}, {"sex", "female"}}, "born", day(2019, 4, 13)));
    sent("language", {{"first_language", "Welsh"}, {"interpreter", "yes"}});
    sent("involved", {{"school", "Meadow Lane Primary"}});
    sent("numbers", {{"nhs_number", "999 012 3454"}, {"local", "CP-00417"}});
    sent("legal-status", with_day({{"legal_status", "Section 20"}}, "from", day(2026, 10, 1)));
    sent("legal-status",
         with_day({{"legal_status", "Interim care order"}}, "from", day(2026, 11, 1)));
    child::Child child = held();
    EXPECT_EQ(child.particulars.birth, child::Birth::known(day(2019, 4, 13)));
    EXPECT_EQ(child.particulars.first_language, "Welsh");
    EXPECT_EQ(child.particulars.needs_interpreter, true);
    EXPECT_EQ(child.involved_on(child::Part::school, clock.today())->words, "Meadow Lane Primary");
    EXPECT_EQ(child.identifiers.size(), 2U);
    EXPECT_EQ(child.legal_status_on(day(2026, 10, 31)), "Section 20");
    EXPECT_EQ(child.legal_status_on(clock.today()), "Interim care order");
    sent("numbers", {{"nhs_number", ""}, {"local", "CP-00418"}});
    child = held();
    ASSERT_EQ(child.identifiers.size(), 1U);
    EXPECT_EQ(child.identifiers[0].value(), "CP-00418");
    EXPECT_TRUE(says(send("numbers", {{"nhs_number", "999 012 3453"}}),
                     sentence(RefusalCode::wrong_nhs_number)));
    EXPECT_TRUE(says(browser.get(address()), "Interpreter needed"));
}

TEST_P(Corrections, OfAnAddressSayWhoVerifiedItAndHow)
{
    enter();
    const auto without = send("address", with_day({{"how", "verified"}, {"street", "Quarry Row"}},
                                                  "verified", day(2026, 11, 20)));
    EXPECT_TRUE(says(without, sentence(RefusalCode::needed)));
    sent("address", with_day({{"how", "verified"},
                              {"house", "8"},
                              {"street", "Quarry Row"},
                              {"kind", "home"},
                              {"verified_by", "Priya Shah"},
                              {"verified_how", "visited"}},
                             "verified", day(2026, 11, 20)));
    EXPECT_EQ(held().addresses[0].verified->how, "visited");
    EXPECT_TRUE(says(browser.get(address("details")), "20 November 2026, by Priya Shah: visited"));
}

TEST_P(Corrections, AddACarerForSeveralChildrenAtOnce)
{
    enter();
    house("H1");
    const ChildId jake = add_child("Jake", "Brandt", "H1");
    const auto needed = send("new-adult", {{"name", "Kerry Tansley"}});
    EXPECT_TRUE(says(needed, sentence(RefusalCode::needed)));
    sent("new-adult", {{"name", "Kerry Tansley"},
                       {"adult_sex", "female"},
                       {"telephone", "07700 900411"},
                       {"tie", "mother"},
                       {"responsibility", "yes"},
                       {"lives", "lives"},
                       {"also", jake.text()}});
    for (const ChildId& child : {*mary, jake}) {
        const auto found = adults(child);
        ASSERT_EQ(found.size(), 1U);
        EXPECT_EQ(found[0].details.name, "Kerry Tansley");
        EXPECT_EQ(found[0].parental_responsibility, family::Responsibility::yes);
        EXPECT_TRUE(found[0].lives_with_child);
    }
    EXPECT_EQ(others()[0].relation, "brother or half-brother");
    const auto about_jake =
        read([&](store::Snapshot& records) { return ledger::about(records, jake.text(), 5); });
    EXPECT_EQ(about_jake[0].act.action, "family.adult_added") << "his ledger says so, too";
}

TEST_P(Corrections, OfAnAdultChangeThemEverywhereAndTheTieHere)
{
    enter();
    house("H1");
    const ChildId jake = add_child("Jake", "Brandt", "H1");
    sent("new-adult", {{"name", "Dean Orell"}, {"tie", "parent_or_carer"}, {"also", jake.text()}});
    const std::string of = adults(*mary)[0].relationship->text();
    sent("adult?of=" + of, {{"how", "correct"},
                            {"name", "Dean Orrell"},
                            {"adult_sex", "male"},
                            {"tie", "step_parent"},
                            {"responsibility", "no"}});
    EXPECT_EQ(adults(*mary)[0].tie, family::Tie::step_parent);
    EXPECT_EQ(adults(jake)[0].tie, family::Tie::parent_or_carer) << "as it was";
    EXPECT_EQ(adults(jake)[0].details.name, "Dean Orrell");
    const std::string tie = adults(*mary)[0].relationship->text();
    sent("adult?of=" + tie, with_day({{"how", "correct"},
                                      {"name", "Dean Orrell"},
                                      {"tie", "step_parent"},
                                      {"responsibility", "no"}},
                                     "to", day(2026, 11, 1)));
    EXPECT_TRUE(adults(*mary).empty());
    const auto page = browser.get(address("people"));
    EXPECT_TRUE(says(page, "Before"));
    EXPECT_TRUE(says(page, "1 November 2026"));
    const auto former =
        read([&](store::Snapshot& records) { return family::ties_of(records, *mary, now()); });
    sent("adult?of=" + former[0].held.statement.text(), {{"how", "withdrawn"}});
    EXPECT_FALSE(says(browser.get(address("people")), "Dean Orrell"));
}

TEST_P(Corrections, FindABrotherByWhatIsSaidOfHim)
{
    enter();
    const ChildId lee = add_child("Lee", "Brandt");
    const auto nobody = send("new-sibling", {{"look_for", "zebedee quill"}});
    EXPECT_TRUE(says(nobody, "Nobody like that is known"));
    const auto found = send("new-sibling", {{"look_for", "lee brant 2014"}});
    EXPECT_EQ(found.status, 422U);
    EXPECT_TRUE(says(found, sentence(RefusalCode::say_which_child)));
    EXPECT_TRUE(says(found, lee.text())) << found.body;
    sent("new-sibling",
         {{"look_for", "lee brant 2014"}, {"other", lee.text()}, {"sibling_tie", "half_sibling"}});
    ASSERT_EQ(others().size(), 1U);
    EXPECT_EQ(others()[0].relation, "half-brother");
    const auto ties =
        read([&](store::Snapshot& records) { return family::ties_of(records, *mary, now()); });
    sent("sibling?of=" + ties[0].held.statement.text(),
         {{"how", "correct"}, {"sibling_tie", "sibling"}});
    EXPECT_EQ(others()[0].relation, "brother");
    const auto again =
        read([&](store::Snapshot& records) { return family::ties_of(records, *mary, now()); });
    sent("sibling?of=" + again[0].held.statement.text(), {{"how", "withdrawn"}});
    EXPECT_TRUE(others().empty());
}

TEST_P(Corrections, MoveAChildToTheHouseholdOfAnother)
{
    enter();
    house("H1");
    const ChildId lee = add_child("Lee", "Brandt", "H2");
    sent("new-sibling", {{"other", lee.text()}, {"sibling_tie", "sibling"}});
    sent("move", with_day({{"where", "c" + lee.text()},
                           {"house", "3"},
                           {"street", "Mill Lane"},
                           {"kind", "home"}},
                          "from", day(2026, 11, 20)));
    EXPECT_TRUE(others()[0].lives_with_child);
    EXPECT_EQ(held().home_on(clock.today())->address.in_line(), "3 Mill Lane");
    const auto stays =
        read([&](store::Snapshot& records) { return family::stays_of(records, *mary, now()); });
    ASSERT_EQ(stays.size(), 2U);
    EXPECT_EQ(stays[0].held.days.from, day(2026, 11, 20));
    EXPECT_EQ(stays[1].held.days.to, day(2026, 11, 19));
    EXPECT_EQ(stays[1].household_number, "H1");
    EXPECT_EQ(send("move", with_day({{"where", "none"}}, "from", day(2026, 11, 21))).status, 422U)
        << "an address is needed";
}

TEST_P(Corrections, MoveAWholeHouseholdButForThoseWhoStay)
{
    enter();
    house("H1");
    const ChildId jake = add_child("Jake", "Brandt", "H1");
    const ChildId left = add_child("Lee", "Brandt", "H1");
    sent("new-adult", {{"name", "Kerry Tansley"}, {"tie", "mother"}, {"lives", "lives"}});
    web::Fields moving =
        with_day({{"house", "3"}, {"street", "Mill Lane"}}, "from", day(2026, 11, 20));
    const auto household = *read([&](store::Snapshot& records) {
        return family::household_of_child(records, *mary, now());
    });
    for (const auto& stay : read(
             [&](store::Snapshot& records) { return family::stays_in(records, household, now()); }))
        if (stay.held.child != left) moving.add("who_moves", stay.held.statement.text());
    sent("move-household", moving);
    EXPECT_EQ(held().home_on(clock.today())->address.in_line(), "3 Mill Lane");
    EXPECT_EQ(held(jake).home_on(clock.today())->address.in_line(), "3 Mill Lane");
    EXPECT_EQ(held(left).home_on(clock.today()), nullptr);
    EXPECT_TRUE(adults(*mary)[0].lives_with_child);
    ASSERT_EQ(others().size(), 1U);
    EXPECT_EQ(others()[0].id, jake);
    EXPECT_TRUE(says(browser.get(address("people")), "19 November 2026")) << "he is in the past";
}

TEST_P(Corrections, SayWhoVisitsAndUntilWhen)
{
    enter();
    house("H1");
    sent("new-adult", {{"name", "Dean Orrell"}, {"tie", "partner_of_parent"}, {"lives", "no"}});
    const std::string dean = adults(*mary)[0].adult.text();
    EXPECT_EQ(send("new-stay", {{"lives", "visits"}}).status, 422U);
    sent("new-stay", {{"who", "a" + dean}, {"lives", "visits"}, {"role", "mother's partner"}});
    EXPECT_TRUE(adults(*mary)[0].visits);
    const auto household = *read([&](store::Snapshot& records) {
        return family::household_of_child(records, *mary, now());
    });
    const auto stays =
        read([&](store::Snapshot& records) { return family::stays_in(records, household, now()); });
    sent("stay?of=" + stays.back().held.statement.text(),
         {{"how", "correct"}, {"lives", "lives"}, {"role", "mother's partner"}});
    EXPECT_TRUE(adults(*mary)[0].lives_with_child);
    const auto now_lives =
        read([&](store::Snapshot& records) { return family::stays_in(records, household, now()); });
    for (const auto& stay : now_lives)
        if (stay.held.adult) sent("stay?of=" + stay.held.statement.text(), {{"how", "withdrawn"}});
    EXPECT_FALSE(adults(*mary)[0].lives_with_child);
}

TEST_P(Corrections, WorkAPlan)
{
    enter();
    sent("begin-plan",
         with_day({{"whose", "own"}, {"categories", "physical_abuse"}, {"main", "neglect"}},
                  "first_day", day(2026, 8, 14)));
    EXPECT_EQ(plan()->categories.size(), 2U);
    EXPECT_EQ(plan()->main_category()->code, "neglect");
    sent("key-worker",
         with_day({{"key_worker", shah->text()}, {"team", "East"}}, "since", day(2026, 8, 20)));
    EXPECT_EQ(plan()->key_worker(), shah);
    sent("review", with_day({}, "next_review_due", day(2027, 2, 11)));
    EXPECT_EQ(plan()->next_review_due, day(2027, 2, 11));
    sent("categories", with_day({{"main", "emotional_abuse"}}, "since", day(2026, 9, 1)));
    EXPECT_EQ(plan()->main_category()->code, "emotional_abuse");
    sent("plan-days", with_day({{"how", "correct"}}, "first_day", day(2026, 8, 13)));
    EXPECT_EQ(plan()->period.first(), day(2026, 8, 13));
    sent("end-plan",
         with_day({{"ended_because", "no_longer_at_risk"}}, "last_day", day(2026, 11, 23)));
    EXPECT_FALSE(plan());
    EXPECT_TRUE(says(browser.get(address()), "Last plan ended"));
    sent("plan-days", with_day({{"how", "correct"}}, "first_day", day(2026, 8, 13)));
    EXPECT_TRUE(plan()) << "it was ended by mistake";
    sent("plan-days", {{"how", "withdrawn"}});
    EXPECT_FALSE(plan());
}

TEST_P(Corrections, RecordAChildWhoIsHereForAWhile)
{
    enter();
    sent("begin-plan",
         with_day(
             {{"whose", "temporary"}, {"authority", "Eastshire"}, {"their_key_worker", "R. Osei"}},
             "first_day", day(2026, 11, 20)));
    EXPECT_EQ(plan()->kind, plan::Kind::temporary);
    EXPECT_TRUE(says(browser.get(address()), "on a plan of Eastshire"));
}

TEST_P(Corrections, AreShownWithWhatIsHeldToThoseWhoMay)
{
    on_plan();
    enter();
    house("H1");
    for (const Correction* form : every_correction()) {
        const std::string path = form->path;
        if (path == "stay" || path == "adult" || path == "sibling") {
            EXPECT_EQ(browser.get(address(path)).status, 404U) << "of nobody";
            continue;
        }
        const auto page = browser.get(address(path));
        EXPECT_TRUE(says(page, "Why is this changed")) << path;
        EXPECT_TRUE(says(page, "data-draft=\"" + path)) << path;
        EXPECT_FALSE(casefile::action_in_words(form->action).contains('.')) << form->action;
    }
    EXPECT_TRUE(says(browser.get(address("name")), "value=\"Tansley\""));
    EXPECT_TRUE(says(browser.get(address("review")), "value=\"2027\""));
    sign_in(Role::key_worker);
    EXPECT_EQ(browser.get(address("name")).status, 403U);
    EXPECT_EQ(browser.post(address("name"), {{"why", "a"}}).status, 403U);
}

TEST_P(Corrections, AreFoundAgainWhenTheyCameTooLate)
{
    const auto post = [&](const std::string& path, const std::string& body = {}) {
        auto request =
            *web::understand({.method = "POST",
                              .target = path,
                              .headers = {{"Host", "heed.example"},
                                          {"Content-Type", "application/x-www-form-urlencoded"}},
                              .body = body});
        if (path.starts_with(address()))
            request.path_parameters = web::Fields{{"id", mary->text()}};
        return draft_of_post(request);
    };
    EXPECT_EQ(post(address("address")).form, "address-" + mary->text().substr(24));
    EXPECT_EQ(post(address("address")).path, address("address"));
    EXPECT_EQ(post(address("name"), "of=01900000-0000-7000-8000-123456789abc").path,
              address("name") + "?of=01900000-0000-7000-8000-123456789abc");
    EXPECT_EQ(post(address("open")).form, "");
    EXPECT_EQ(post("/enquiries").form, "");
}

TEST_P(Corrections, OfAChildWhoIsNotThereAreRefused)
{
    sign_in(Role::designated_manager);
    const std::string nobody = "/children/01900000-0000-7000-8000-000000000000";
    EXPECT_EQ(browser.post(nobody + "/address", {{"why", "a"}}).status, 200U)
        << "asks why it is opened";
}
