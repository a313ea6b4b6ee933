#include "correction/correction_test.hpp"

namespace heed::correction {

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
    EXPECT_TRUE(says(without, in_words({RefusalCode::needed, "verified_by", {}})));
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
        EXPECT_FALSE(office::action_in_words(form->action).contains('.')) << form->action;
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

} // namespace heed::correction
