#include "listing/list_page.hpp"

#include "pack/library.hpp"
#include "support/golden.hpp"

#include <gtest/gtest.h>

using namespace heed;
using namespace heed::listing;

namespace {

template <class AnyId> AnyId one(char last)
{
    return *AnyId::from(std::string{"01900000-0000-7000-8000-00000000000"} + last);
}

/// A child with a plan that is well, one late with nobody, and one here for a while.
List three_children()
{
    List list{.as_of = {day(2026, 11, 24), moment_from_iso("2026-11-24T09:00:00Z")}};
    const auto add = [&](char last, const child::Name& name) -> Line& {
        Line line{.plan = {.id = one<plan::PlanId>(last),
                           .child = one<ChildId>(last),
                           .pack = "eng-wt2006-medway",
                           .period = plan::Period::open(day(2026, 8, 14))},
                  .child = {.id = one<ChildId>(last)}};
        line.child.names = {{{.name = name}, one<child::StatementId>(last)}};
        line.child.particulars.birth = child::Birth::known(day(2019, 3, 14));
        list.lines.push_back(std::move(line));
        return list.lines.back();
    };
    Line& mary = add('1', *child::Name::of("Mary", "", "Tansley"));
    mary.plan.categories = {{"neglect", true, day(2026, 8, 14)}};
    mary.plan.next_review_due = day(2027, 2, 11);
    mary.plan.allocation = plan::Allocation{one<ProfessionalId>('9'), "East", day(2026, 8, 14)};
    mary.key_worker = directory::Professional{
        {.name = "Priya Shah", .telephone = "01632 960142"}, one<ProfessionalId>('9'), {}, {}, {}};
    Line& hartley = add('2', *child::Name::of("", "", "Hartley"));
    hartley.child.particulars.birth = child::Birth::expected(day(2027, 2, 2));
    hartley.plan.next_review_due = day(2026, 11, 12);
    hartley.alarms = {Alarm::no_key_worker, Alarm::review_late};
    Line& visitor = add('3', *child::Name::of("O'Brien <b>", "", "Ng"));
    visitor.plan.kind = plan::Kind::temporary;
    visitor.plan.home = plan::HomeAuthority{.name = "Eastshire", .key_worker = "R. Osei"};
    return list;
}

} // namespace

TEST(ListPage, ShowsCountsFiltersAndChildren)
{
    const List list = three_children();
    web::Fields days{{"known-time", "09:00"}};
    office::put_day(days, "on", day(2026, 11, 24));
    office::put_day(days, "known", day(2026, 11, 24));
    const auto html = list_page({.list = list,
                                 .asked = {{"on", "2026-11-24"}, {"known", "2026-11-24T09:00"}},
                                 .sheet = office::Sheet{days},
                                 .authority = "Northmere",
                                 .reader = "Dora Quill, Designated Manager",
                                 .read_at = *moment_from_iso("2026-11-24T14:40:00Z")},
                                *pack::find("eng-wt2006-medway"));
    support::expect_golden("src/listing/golden/list.html", support::by_lines(html.view()));
}

TEST(ListPage, SaysThatNobodyListedDoesNotMeanSafe)
{
    const List list{.as_of = {day(2026, 11, 24)}};
    const auto html = list_page({.list = list}, *pack::find("eng-wt2006-medway"));
    EXPECT_NE(html.view().find("does not mean that a child is safe"), std::string_view::npos);
}

TEST(ListPage, SaysOnPaperWhoseItIsAsAtWhichMomentAndWhoPrintedIt)
{
    const List list{.as_of = {day(2026, 11, 24)}};
    const auto html = list_page({.list = list,
                                 .authority = "Northmere",
                                 .reader = "Dora Quill, Designated Manager",
                                 .read_at = *moment_from_iso("2026-11-24T14:40:00Z")},
                                *pack::find("eng-wt2006-medway"));
    EXPECT_NE(html.view().find("Northmere. As on 24 November 2026, as known at 2:40pm on 24 "
                               "November 2026. Printed by Dora Quill, Designated Manager, from "
                               "the record of 2:40pm on 24 November 2026."),
              std::string_view::npos);
}
