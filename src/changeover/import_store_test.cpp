#include "changeover/changeover_test.hpp"

#include "changeover/changeover_store.hpp"
#include "child/child_store.hpp"
#include "directory/directory_store.hpp"
#include "family/family_store.hpp"
#include "ledger/verify.hpp"
#include "links/possible_store.hpp"
#include "plan/plan_store.hpp"
#include "store/migrate.hpp"

#include <boost/json.hpp>

namespace heed::changeover {
namespace {

namespace json = boost::json;
using extract::code_name;
using testing::test_data;

class ImportStore : public ChangeoverTest {
protected:
    std::vector<plan::Plan> list_on(Day day)
    {
        return database.read(
            [&](store::Snapshot& records) { return plan::all_on(records, {.on = day}); });
    }
    child::Child child_of(const RowReport& row)
    {
        return database
            .read([&](store::Snapshot& records) {
                return child::find(records, row.child.value(), now());
            })
            .value();
    }
    std::optional<plan::Plan> plan_of(const RowReport& row, Day day)
    {
        return database.read([&](store::Snapshot& records) {
            return plan::on(records, row.child.value(), {.on = day});
        });
    }
    void expect_that_the_ledger_verifies()
    {
        const auto report = ledger::verify(database, store::record_tables(store::migrations()),
                                           std::nullopt, [](std::int64_t) {});
        EXPECT_TRUE(report.good());
    }
};
HEED_ON_EVERY_ENGINE(ImportStore);

std::vector<std::string_view> codes_of(const RowReport& row)
{
    std::vector<std::string_view> codes;
    for (const auto& one : row.findings) codes.push_back(code_name(one.code));
    return codes;
}

Counts counts_of(const json::object& summary)
{
    const auto count = [&](const char* key) {
        return static_cast<std::size_t>(summary.at(key).as_int64());
    };
    return {.rows = count("rows"),
            .accepted = count("accepted"),
            .questions = count("questions"),
            .held = count("held"),
            .already_there = count("already_there"),
            .children = count("children"),
            .plans_open = count("plans_open"),
            .plans_ended = count("plans_ended")};
}

TEST_P(ImportStore, BringsTheSampleRegisterInAsACarefulClerkWould)
{
    const auto truth = json::parse(test_data("register/truth.json")).as_object();
    const auto report = import(test_data("register/register.csv"));
    ASSERT_TRUE(report) << in_words(report.error());
    EXPECT_EQ(report->counts, counts_of(truth.at("summary").as_object()));
    EXPECT_EQ(list_on(changeover_day).size(), report->counts.plans_open);

    const auto& rows = truth.at("rows").as_array();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& clerks = rows[i].as_object();
        const RowReport& ours = report->rows[i];
        SCOPED_TRACE("line " + std::to_string(ours.line));
        EXPECT_EQ(ours.child.has_value(), ours.outcome != RowOutcome::held);
        if (ours.outcome == RowOutcome::held || ours.outcome == RowOutcome::already_there) continue;
        const auto plan = plan_of(ours, *day_from_iso(clerks.at("registered").as_string()));
        ASSERT_TRUE(plan);
        EXPECT_EQ(plan->period.last().has_value(), !clerks.at("ended").is_null());
        EXPECT_EQ(plan->categories.size(), clerks.at("categories").as_array().size());
        EXPECT_EQ(plan->key_worker().has_value(), !clerks.at("key_worker").is_null());
    }
    expect_that_the_ledger_verifies();
}

TEST_P(ImportStore, ChangesNothingTheSecondTime)
{
    const std::string csv = test_data("register/register.csv");
    const auto first = import(csv);
    const auto waiting_before = database.read([](store::Snapshot& r) { return waiting(r).held; });
    const auto second = import(csv);
    ASSERT_TRUE(first && second);
    EXPECT_EQ(second->counts, (Counts{.rows = 429, .already_there = 429}));
    EXPECT_EQ(list_on(changeover_day).size(), first->counts.plans_open);
    EXPECT_EQ(database.read([](store::Snapshot& r) { return waiting(r).held; }), waiting_before);
    for (std::size_t i = 0; i < 429; ++i)
        EXPECT_EQ(second->rows[i].child, first->rows[i].child) << second->rows[i].line;
}

TEST_P(ImportStore, WritesNothingOfADryRunAndSaysTheSame)
{
    const std::string csv = test_data("register/register.csv");
    const auto tried = import(csv, true);
    ASSERT_TRUE(tried);
    EXPECT_EQ(ledger_length(), 1) << "that somebody looked";
    EXPECT_TRUE(list_on(changeover_day).empty());
    EXPECT_FALSE(tried->import);

    const auto done = import(csv);
    ASSERT_TRUE(done);
    EXPECT_EQ(tried->counts, done->counts);
    for (std::size_t i = 0; i < done->rows.size(); ++i) {
        EXPECT_EQ(tried->rows[i].outcome, done->rows[i].outcome);
        EXPECT_EQ(tried->rows[i].findings, done->rows[i].findings);
    }
}

TEST_P(ImportStore, IsForThoseWhoMayImport)
{
    permission::SignedIn analyst = manager;
    analyst.role = permission::Role::analyst;
    permission::Desk other{database, {clock, randomness}, analyst};
    std::istringstream file{headings};
    const auto refused = import_register(office, other, {.file = file});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, RefusalCode::not_allowed);
}

TEST_P(ImportStore, WritesNothingOfAFileThatIsDamagedAtItsEnd)
{
    const auto refused = import_rows("1,Hill,Ann,14/3/03,F,1 Dock Road,ME1 1AA,Neglect,1/2/08,"
                                     "1/5/08,Ada Okafor,01632 960001,,,\n2,\"Bell");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, RefusalCode::quote_not_closed);
    EXPECT_TRUE(list_on(changeover_day).empty());
}

TEST_P(ImportStore, MakesOfARowAChildWithFamilyPlanAndKeyWorker)
{
    const auto report = import(
        "Register No,Surname,Forename(s),Also known as,DOB,Sex,Ethnicity,Address,Postcode,Category,"
        "Date registered,Next review,Key worker,Key worker telephone,Social work team,GP,School,"
        "HV/School nurse,Parent/Carer 1,Parent/Carer 2,Household no,Legal status\n"
        "CPR7,MCDONNELL,Eoin Patrick,Owen,17/11/2005,Boy,WBRI,\"124 Beacon Hill, Chatham\",me18el,"
        "Physical/Neglect,21/04/2007,01/06/2008,ADA OKAFOR,01632960001,Strood,Dr Bell,"
        "Riverside Nursery,R. Osei,GRAINNE MCDONNELL (mother),Fionn Johnston,4016,ICO\n");
    ASSERT_TRUE(report);
    const RowReport& row = report->rows.at(0);
    EXPECT_EQ(row.outcome, RowOutcome::accepted);
    const child::Child held = child_of(row);
    EXPECT_EQ(held.name_on(changeover_day).full(), "Eoin Patrick McDonnell");
    ASSERT_EQ(held.names.size(), 2U);
    EXPECT_EQ(held.names[1].name.full(), "Owen McDonnell");
    EXPECT_EQ(held.particulars.birth, child::Birth::known(day(2005, 11, 17)));
    EXPECT_EQ(held.particulars.sex, child::Sex::male);
    ASSERT_EQ(held.identifiers.size(), 1U);
    EXPECT_EQ(held.identifiers[0].value(), "CPR7");
    EXPECT_EQ(held.home_on(changeover_day)->address.in_line(), "124 Beacon Hill, Chatham, ME1 8EL");
    EXPECT_EQ(held.legal_status_on(changeover_day), "ICO");
    EXPECT_EQ(held.involved_on(child::Part::gp, changeover_day)->words, "Dr Bell");

    const auto plan = plan_of(row, changeover_day).value();
    EXPECT_EQ(plan.period.first(), day(2007, 4, 21));
    EXPECT_EQ(plan.main_category()->code, "physical_abuse");
    EXPECT_EQ(plan.categories.size(), 2U);
    EXPECT_EQ(plan.next_review_due, day(2008, 6, 1));
    EXPECT_EQ(plan.allocation->team, "Strood");
    database.read([&](store::Snapshot& records) {
        const auto worker = directory::find(records, *plan.key_worker(), now()).value();
        EXPECT_EQ(worker.name, "Ada Okafor");
        EXPECT_EQ(worker.telephone, "01632 960001");
        EXPECT_TRUE(worker.is_qualified_social_worker);
        const auto adults = family::adults_of(records, *row.child, now());
        ASSERT_EQ(adults.size(), 2U);
        EXPECT_EQ(adults[0].details.name, "Grainne McDonnell");
        EXPECT_EQ(adults[0].tie, family::Tie::mother);
        EXPECT_FALSE(adults[0].lives_with_child) << "the register did not say so";
        EXPECT_EQ(adults[1].tie, family::Tie::parent_or_carer);
    });
}

constexpr const char* ann = "1,Hill,Ann,14/3/03,F,1 Dock Road,ME1 1AA,Neglect,1/2/08,1/5/08,"
                            "Ada Okafor,01632 960001,Kim Hill,77,\n";

TEST_P(ImportStore, PutsTheChildrenOfAHouseholdTogether)
{
    const auto report =
        import_rows(std::string{ann} + "2,Hill,Ben,1/1/01,M,1 Dock Road,ME1 1AA,Neglect,1/2/08,"
                                       "1/5/08,Ada Okafor,01632 960001,Kim Hill,77,\n");
    ASSERT_TRUE(report);
    database.read([&](store::Snapshot& records) {
        const auto near = family::household_of(records, *report->rows[0].child, now());
        ASSERT_EQ(near.size(), 1U);
        EXPECT_EQ(near[0].id, *report->rows[1].child);
        EXPECT_EQ(family::adults_of(records, *report->rows[0].child, now()).at(0).adult,
                  family::adults_of(records, *report->rows[1].child, now()).at(0).adult)
            << "one mother, not two of one name";
        EXPECT_EQ(directory::professionals(records, now()).size(), 1U);
    });
}

TEST_P(ImportStore, PutsAFamilyTogetherWithoutHouseholdNumbers)
{
    const std::string rest = ",1 Dock Road,ME1 1AA,Neglect,1/2/08,1/5/08,Ada Okafor,01632 960001,";
    const auto report =
        import_rows("1,Hill,Ann,14/3/03,F" + rest + "Kim Hill,,\n" + "2,Bell,Ben,1/1/01,M" + rest +
                    "KIM HILL,,\n" + "3,Ross,Cat,1/1/02,F" + rest + "Jo Ross,,\n");
    ASSERT_TRUE(report);
    database.read([&](store::Snapshot& records) {
        const auto near = family::household_of(records, *report->rows[0].child, now());
        ASSERT_EQ(near.size(), 1U) << "other families may live in the same house";
        EXPECT_EQ(near[0].id, *report->rows[1].child);
    });
}

TEST_P(ImportStore, FindsAChildOfAnEarlierFileAgain)
{
    const auto first = import_rows(ann);
    const auto second = import_rows("1,HILL,Ann,14/3/03,F,1 Dock Road,ME1 1AA,Neglect,1/2/05,,Ada "
                                    "Okafor,01632 960001,Kim Hill,77,1/8/06\n");
    ASSERT_TRUE(first && second);
    EXPECT_EQ(second->rows[0].outcome, RowOutcome::accepted);
    EXPECT_EQ(second->rows[0].child, first->rows[0].child);
    EXPECT_EQ(second->counts.plans_ended, 1U);
}

TEST_P(ImportStore, FindsAChildWithoutANumberByNameBirthAndHome)
{
    const auto first = import_rows(ann);
    const auto second = import_rows("9,Hill,Ann,14/3/03,F,1 dock road,ME1 1AA,Neglect,1/2/05,,Ada "
                                    "Okafor,01632 960001,Kim Hill,,1/8/06\n");
    ASSERT_TRUE(first && second);
    EXPECT_EQ(second->rows[0].child, first->rows[0].child);
    EXPECT_EQ(child_of(second->rows[0]).identifiers.size(), 2U);
}

TEST_P(ImportStore, AsksWhereTheRecordSaysOtherwise)
{
    const auto first = import_rows(ann);
    const auto second = import_rows("1,Bell,Ann,14/3/03,F,9 Gun Lane,ME3 1AA,Neglect,1/2/05,,Ada "
                                    "Okafor,01632 960001,Kim Hill,77,1/8/06\n");
    ASSERT_TRUE(first && second);
    EXPECT_EQ(second->rows[0].child, first->rows[0].child);
    EXPECT_EQ(codes_of(second->rows[0]), std::vector<std::string_view>{"record_says_otherwise"});
    EXPECT_NE(second->rows[0].findings[0].sentence.find("the name and the address"),
              std::string::npos);
}

TEST_P(ImportStore, KnowsAPlanThatTheRecordHoldsInOtherWords)
{
    const auto first = import_rows(ann);
    const auto second = import_rows("1,HILL,ANN,2003-03-14,girl,1 Dock Road,ME1 1AA,neg,1-Feb-08,"
                                    "1/5/08,Ada Okafor,01632 960001,Kim Hill,77,\n");
    ASSERT_TRUE(first && second);
    EXPECT_EQ(second->rows[0].outcome, RowOutcome::already_there);
    EXPECT_EQ(codes_of(second->rows[0]), std::vector<std::string_view>{"plan_in_record"});
    EXPECT_EQ(second->rows[0].child, first->rows[0].child);
}

TEST_P(ImportStore, HoldsAPlanThatWouldRunBesideOneOfTheRecord)
{
    ASSERT_TRUE(import_rows(ann));
    const auto second = import_rows("1,Hill,Ann,14/3/03,F,1 Dock Road,ME1 1AA,Neglect,1/3/08,"
                                    "1/5/08,Ada Okafor,01632 960001,Kim Hill,77,\n");
    ASSERT_TRUE(second);
    EXPECT_EQ(second->rows[0].outcome, RowOutcome::held);
    EXPECT_EQ(codes_of(second->rows[0]), std::vector<std::string_view>{"overlaps_record"});
    EXPECT_FALSE(second->rows[0].child);
}

TEST_P(ImportStore, HoldsOnlyTheRowThatTheRecordCannotTake)
{
    const auto report = import_rows("1," + std::string(150, 'x') +
                                    ",Ben,1/1/01,M,1 Dock Road,ME1 1AA,Neglect,"
                                    "1/2/08,1/5/08,Ada Okafor,01632 960001,,,\n" +
                                    std::string{ann}.replace(0, 1, "2"));
    ASSERT_TRUE(report);
    EXPECT_EQ(codes_of(report->rows[0]), std::vector<std::string_view>{"not_taken"});
    EXPECT_EQ(report->rows[1].outcome, RowOutcome::accepted);
    expect_that_the_ledger_verifies();
}

TEST_P(ImportStore, GivesASharedNumberToTheFirstChildOnly)
{
    const auto report =
        import_rows(std::string{ann} + "1,Hill,Ben,1/1/01,M,1 Dock Road,ME1 1AA,Neglect,1/2/08,"
                                       "1/5/08,Ada Okafor,01632 960001,Kim Hill,77,\n");
    ASSERT_TRUE(report);
    EXPECT_EQ(codes_of(report->rows[1]), std::vector<std::string_view>{"register_number_shared"});
    EXPECT_NE(report->rows[0].child, report->rows[1].child);
    EXPECT_TRUE(child_of(report->rows[1]).identifiers.empty());
}

TEST_P(ImportStore, AsksForANumberThatCanBeDialled)
{
    const auto report = import_rows(
        "1,Hill,Ann,14/3/03,F,1 Dock Road,ME1 1AA,Neglect,1/2/08,1/5/08,Ada Okafor,ext 12,,,\n");
    ASSERT_TRUE(report);
    EXPECT_EQ(codes_of(report->rows[0]), std::vector<std::string_view>{"no_key_worker_telephone"});
}

TEST_P(ImportStore, ProposesThatANamesakeBornOnTheSameDayIsTheSameChildAndNeverATwin)
{
    const auto report = *import_rows(
        "1,Tansley,Mary,14/03/2003,F,8 Quarry Row,ME4 4TR,Neglect,05/02/2008,,,,,,\n"
        "2,Harwood,Mary,14/03/2003,F,41 Castle Street,ME7 5QQ,Neglect,06/02/2008,,,,,,\n"
        "3,Tansley,Jake,14/03/2003,M,8 Quarry Row,ME4 4TR,Neglect,05/02/2008,,,,,,\n");
    const auto waiting = database.read(
        [&](store::Snapshot& records) { return links::waiting(records, clock.now(), 10); });
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_EQ(waiting[0].source, links::Source::register_);
    EXPECT_EQ(waiting[0].pair,
              *links::Pair::of(report.rows.at(0).child->text(), report.rows.at(1).child->text()));
}

TEST_P(ImportStore, GoesOnWhereItWasStopped)
{
    std::string rows;
    for (int i = 0; i < 100; ++i)
        rows += std::to_string(i) + ",Hill" + std::to_string(i) +
                ",Ann,14/3/03,F,1 Dock Road,ME1 1AA,Neglect,1/2/08,1/5/08,Ada Okafor,01632 "
                "960001,,,\n";
    struct Killed {};
    std::istringstream file{headings + rows};
    const ImportOrder stopped{.file = file, .progress = [](std::size_t done, std::size_t) {
                                  if (done >= 40) throw Killed{};
                              }};
    EXPECT_THROW((void)import_register(office, desk, stopped), Killed);
    EXPECT_EQ(list_on(changeover_day).size(), 40U);

    const auto again = import_rows(rows);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->counts.already_there, 40U);
    EXPECT_EQ(again->counts.accepted, 60U);
    EXPECT_EQ(list_on(changeover_day).size(), 100U);
    expect_that_the_ledger_verifies();
}

TEST_P(ImportStore, KeepsEveryRowWordForWord)
{
    const std::string odd =
        "x, \"Hill\" ,,31/02/2001,F,\"1 \"\"Dock\"\" Road\",,Neglect,1/2/08,,,,,,";
    ASSERT_TRUE(import_rows(odd + '\n'));
    const auto rows =
        database.read([](store::Snapshot& records) { return rows_in(records, RowState::held); });
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].row.text, odd);
    EXPECT_EQ(rows[0].row[extract::Heading::address], "1 \"Dock\" Road");
    EXPECT_EQ(rows[0].row.line, 2U);
}

} // namespace
} // namespace heed::changeover
