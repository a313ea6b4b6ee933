#include "listing/list.hpp"

#include "listing/list_wire.hpp"
#include "pack/library.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace heed;
using namespace heed::listing;

namespace {

const Day today = day(2026, 11, 24);
const pack::Pack& medway()
{
    static const pack::Pack pack = *pack::find("eng-wt2006-medway");
    return pack;
}

template <class AnyId> AnyId numbered(int number)
{
    std::string text = "01900000-0000-7000-8000-000000000000";
    const std::string digits = std::to_string(number);
    return *AnyId::from(text.replace(text.size() - digits.size(), digits.size(), digits));
}

Line line(int number, const char* forename, const char* surname)
{
    const auto id = numbered<ChildId>(number);
    Line made{.plan = {.id = numbered<plan::PlanId>(number),
                       .child = id,
                       .pack = "eng-wt2006-medway",
                       .period = plan::Period::open(day(2026, 1, 1) + std::chrono::days{number})},
              .child = {.id = id}};
    made.child.names = {
        {{.name = *child::Name::of(forename, "", surname)}, numbered<child::StatementId>(number)}};
    return made;
}

std::vector<std::string> names(const List& list, const Wanted& wanted)
{
    std::vector<std::string> found;
    for (const Line* one : chosen(list, wanted)) found.push_back(one->name(today).spoken());
    return found;
}

using Names = std::vector<std::string>;

} // namespace

TEST(List, PutsThoseToBeSeenToFirst)
{
    List list{.as_of = {today}};
    list.lines = {line(1, "Calm", "Adams"), line(2, "Late", "Baker"), line(3, "Two", "Clark"),
                  line(4, "Alone", "Davis")};
    list.lines[1].alarms = {Alarm::review_late};
    list.lines[2].alarms = {Alarm::review_late, Alarm::no_address};
    list.lines[3].alarms = {Alarm::no_key_worker};
    EXPECT_EQ(names(list, {}), (Names{"Two Clark", "Alone Davis", "Late Baker", "Calm Adams"}));
}

TEST(List, SortsByNameWithoutCaseAndEitherWay)
{
    List list{.as_of = {today}};
    list.lines = {line(1, "B", "smith"), line(2, "A", "Smith"), line(3, "C", "ADAMS")};
    EXPECT_EQ(names(list, {.sort_by = SortBy::name}), (Names{"C ADAMS", "A Smith", "B smith"}));
    EXPECT_EQ(names(list, {.sort_by = SortBy::name, .descending = true}),
              (Names{"B smith", "A Smith", "C ADAMS"}));
}

TEST(List, IsFilteredByWhatIsHeld)
{
    List list{.as_of = {today}};
    list.lines = {line(1, "A", "A"), line(2, "B", "B"), line(3, "C", "C")};
    list.lines[0].plan.categories = {{"neglect", true, today}};
    list.lines[1].plan.categories = {{"sexual_abuse", true, today}, {"neglect", false, today}};
    list.lines[1].plan.allocation = plan::Allocation{.team = "East", .since = today};
    list.lines[2].plan.kind = plan::Kind::temporary;
    list.lines[2].key_worker =
        directory::Professional{{.name = "P. Shah"}, numbered<ProfessionalId>(9), {}, {}, {}};
    list.lines[2].alarms = {Alarm::review_late};
    EXPECT_EQ(names(list, {.category = "neglect"}), (Names{"A A", "B B"}));
    EXPECT_EQ(names(list, {.team = "East"}), Names{"B B"});
    EXPECT_EQ(names(list, {.key_worker = numbered<ProfessionalId>(9).text()}), Names{"C C"});
    EXPECT_EQ(names(list, {.alarm = Alarm::review_late}), Names{"C C"});
    EXPECT_EQ(names(list, {.temporary_only = true}), Names{"C C"});
    EXPECT_EQ(teams(list), Names{"East"});
    EXPECT_EQ(key_workers(list).at(0).second, "P. Shah");
}

RC_GTEST_PROP(List, CountsWhatItsLinksOpen, ())
{
    List list{.as_of = {today}};
    const int many = *rc::gen::inRange(0, 30);
    for (int i = 0; i < many; ++i) {
        list.lines.push_back(line(i, "A", "B"));
        for (std::size_t alarm = 0; alarm < heed::codes<Alarm>.size(); ++alarm)
            if (*rc::gen::inRange(0, 3) == 0)
                list.lines.back().alarms.push_back(static_cast<Alarm>(alarm));
    }
    for (std::size_t i = 0; i < heed::codes<Alarm>.size(); ++i) {
        const auto alarm = static_cast<Alarm>(i);
        RC_ASSERT(counts(list).of(alarm) == chosen(list, {.alarm = alarm}).size());
    }
    RC_ASSERT(counts(list).all == chosen(list, {.descending = true}).size());
}

TEST(MomentTyped, IsReadAsPeopleAndProgramsWriteIt)
{
    const auto read = [](const char* text) {
        const auto moment = moment_typed(text);
        return moment ? to_iso(*moment) : std::string{"nothing"};
    };
    EXPECT_EQ(read("2026-11-22T03:10:07Z"), "2026-11-22T03:10:07.000Z");
    EXPECT_EQ(read("2026-11-22T03:10"), "2026-11-22T03:10:00.000Z");
    EXPECT_EQ(read("2026-07-22 03:10"), "2026-07-22T02:10:00.000Z") << "summer time";
    EXPECT_EQ(read("2026-07-22T00:30"), "2026-07-21T23:30:00.000Z");
    EXPECT_EQ(read("2026-11-22"), "2026-11-22T23:59:59.999Z");
    EXPECT_EQ(read("2026-07-22"), "2026-07-22T22:59:59.999Z");
    EXPECT_EQ(read("2026-07-22 03:10:07"), "2026-07-22T02:10:07.000Z");
    for (const char* text : {"", "yesterday", "2026-13-01", "2026-11-22T3", "2026-11-22x03:10",
                             "2026-11-22T14:30:99", "2026-11-22T14:30x10"})
        EXPECT_EQ(read(text), "nothing") << text;
}

TEST(ClockTyped, IsReadAsPeopleWriteATime)
{
    const auto read = [](const char* text) { return clock_typed(text).value_or("nothing"); };
    for (const char* text : {"14:30", "14.30", "1430", "2:30pm", "2.30 PM", "230pm"})
        EXPECT_EQ(read(text), "14:30") << text;
    EXPECT_EQ(read("2pm"), "14:00");
    EXPECT_EQ(read("9:05"), "09:05");
    EXPECT_EQ(read("12am"), "00:00");
    EXPECT_EQ(read("12:15pm"), "12:15");
    EXPECT_EQ(read("14:30:05"), "14:30:05");
    for (const char* text : {"", "noon", "14", "25:00", "14:60", "14:30:99", "13pm", "0am", "14:3",
                             "14:30:", "14::30", "-9:05", "143000", "pm", "9:05:05:05"})
        EXPECT_EQ(read(text), "nothing") << text;
}

TEST(KnownByNow, IsNoMomentThatHasNotCome)
{
    const Moment now = *moment_from_iso("2026-11-24T14:40:00Z");
    const auto at = [&](const char* text) {
        return known_by_now(*moment_typed(text), now, "known");
    };
    EXPECT_EQ(at("2026-11-24"), now);
    EXPECT_EQ(at("2026-11-24T14:39"), now - std::chrono::minutes{1});
    EXPECT_EQ(at("2026-11-25").error(), (Refusal{RefusalCode::not_yet, "known", ""}));
}

TEST(ListWire, WritesEveryKeyAndNothingAsNull)
{
    List list{.as_of = {today}};
    list.lines = {line(1, "Mary", "Tansley")};
    const auto lines = chosen(list, {});
    EXPECT_EQ(
        list_json(list, lines, medway()),
        R"({"on":"2026-11-24","known_at":null,"count":1,"children":[{)"
        R"("child_id":"01900000-0000-7000-8000-000000000001","name":"Mary Tansley",)"
        R"("other_names":null,"also_recorded_as":[],"born":null,"born_kind":"unknown","sex":"U",)"
        R"("ethnicity":null,"legal_status":null,"address":null,"staying_at":null,)"
        R"("address_verified_on":null,"nhs_number":null,"register_number":null,)"
        R"("plan_id":"01900000-0000-7000-8000-000000000001","kind":"own",)"
        R"("home_authority":null,"since":"2026-01-02","categories":[],)"
        R"("main_category":null,"next_review_due":null,"team":null,"key_worker":null,)"
        R"("key_worker_telephone":null,"parents_and_carers":[],"household_children":[],)"
        R"("gp":null,"school":null,"health_visitor":null,"attention":[]}]})");
}

TEST(ListWire, NeverLetsASpreadsheetExecuteAName)
{
    List list{.as_of = {today}};
    list.lines = {line(1, "=HYPERLINK(1)", "Tansley")};
    const std::string csv = list_csv(list, chosen(list, {}), medway());
    EXPECT_NE(csv.find("'=HYPERLINK(1) Tansley"), std::string::npos) << csv;
}

TEST(ListWire, DrawsATableForATerminal)
{
    List list{.as_of = {today}};
    list.lines = {line(1, "Zoë", "Tansley"), line(2, "Al", "Ng")};
    list.lines[0].alarms = {Alarm::no_key_worker};
    EXPECT_EQ(list_table(list, chosen(list, {.sort_by = SortBy::name}), medway()),
              "Name         Born  Category  Since       Key worker  Next review  To be seen to\n"
              "Al Ng                        2026-01-03  none\n"
              "Zoë Tansley                  2026-01-02  none                     No key worker\n"
              "2 children are subject to a plan on 24 November 2026.\n");
}
