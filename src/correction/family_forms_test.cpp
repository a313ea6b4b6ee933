#include "correction/correction_test.hpp"

namespace heed::correction {

class FamilyForms : public Corrections {};
HEED_ON_EVERY_ENGINE(FamilyForms);

TEST_P(FamilyForms, AddACarerForSeveralChildrenAtOnce)
{
    enter();
    house("H1");
    const ChildId jake = add_child("Jake", "Brandt", "H1");
    const auto needed = send("new-adult", {{"name", "Kerry Tansley"}});
    EXPECT_TRUE(says(needed, in_words({RefusalCode::needed, "tie", {}})));
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

TEST_P(FamilyForms, OfAnAdultChangeThemEverywhereAndTheTieHere)
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

TEST_P(FamilyForms, FindABrotherByWhatIsSaidOfHim)
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

TEST_P(FamilyForms, MoveAChildToTheHouseholdOfAnother)
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

TEST_P(FamilyForms, MoveAWholeHouseholdButForThoseWhoStay)
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

TEST_P(FamilyForms, SayWhoVisitsAndUntilWhen)
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

} // namespace heed::correction
