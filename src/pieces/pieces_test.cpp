#include "pieces/answer.hpp"
#include "pieces/chart.hpp"
#include "pieces/data_table.hpp"
#include "pieces/page.hpp"
#include "pieces/record.hpp"
#include "pieces/search.hpp"

#include "core/ensure.hpp"
#include "support/escaping.hpp"
#include "support/golden.hpp"

#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

using namespace heed::pieces;
using heed::markup::Html;
using heed::markup::Words;
using heed::support::by_lines;
using heed::support::expect_golden;

namespace {

void golden(const std::string& name, const Html& html)
{
    expect_golden("src/pieces/golden/" + name + ".html", by_lines(html.view()));
}

std::size_t times(std::string_view text, std::string_view part)
{
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string_view::npos;
         at += part.size())
        ++count;
    return count;
}

Page plain_page()
{
    return {.title = "Desk",
            .organisation = "Northmere",
            .service_name = "Heed",
            .navigation = {{.text = "Desk", .href = "/desk", .current = true}},
            .user_line = user_line({.who = "F. Castell", .note = "Recorded.", .csrf = "t0k"}),
            .main = Html{"<h1>Desk</h1>"},
            .footer = {Html{"<a href=\"/help\">Help</a>"}}};
}

} // namespace

TEST(Page, IsAsItWas) { golden("page", page_skeleton(plain_page())); }

TEST(Page, SaysItsLanguageAndDirection)
{
    Page page = plain_page();
    page.lang = "ar";
    page.right_to_left = true;
    EXPECT_NE(page_skeleton(page).view().find("<html lang=\"ar\" dir=\"rtl\""),
              std::string_view::npos);
}

TEST(Page, SaysInItsTitleThatThereIsAProblem)
{
    Page page = plain_page();
    page.has_problems = true;
    EXPECT_NE(page_skeleton(page).view().find("<title>Error: Desk –"), std::string_view::npos);
}

TEST(Page, KnowsTheHashOfTheScriptThatStandsInIt)
{
    const Html made = page_skeleton(plain_page());
    const std::string_view html = made.view();
    const std::size_t begin = html.find("<script>") + 8;
    const std::string_view script = html.substr(begin, html.find("</script>") - begin);
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    EVP_Digest(script.data(), script.size(), digest, &size, EVP_sha256(), nullptr);
    unsigned char base64[64];
    EVP_EncodeBlock(base64, digest, static_cast<int>(size));
    EXPECT_EQ(script_hash(), "sha256-" + std::string{reinterpret_cast<char*>(base64)});
    EXPECT_EQ(times(html, "<script"), 2U) << "one in the page, one from a file";
}

TEST(AnswerCard, IsAsItWas)
{
    golden("answer_yes",
           answer_card({.tone = Tone::yes,
                        .sentence = "Yes.",
                        .about = "A. B.",
                        .content = contact({.role = "Key worker",
                                            .name = "C. D.",
                                            .telephone = "01632 960 164",
                                            .notes = {Html{"Until 5pm."}}}) +
                                   fact("Check", "lives here") + small_print("Since March."),
                        .next = danger_line("Now? 999.") + steps("Next", {"Ring."}),
                        .notice = "Receipt 1."}));
}

TEST(AnswerCard, LooksDifferentForEachTone)
{
    std::vector<std::string> heads;
    for (const Tone tone : {Tone::yes, Tone::caution, Tone::no, Tone::question, Tone::failed})
        heads.emplace_back(answer_card({.tone = tone, .sentence = "x"}).view());
    std::ranges::sort(heads);
    EXPECT_EQ(std::ranges::unique(heads).size(), 0U);
}

TEST(SearchBox, IsAsItWas)
{
    golden("search_box", search_box({.action = "/ask",
                                     .label = "Anything",
                                     .button = "Ask",
                                     .value = "bell 2018",
                                     .understood = {"Name: bell", "Born: 2018"},
                                     .compact = true,
                                     .csrf = "t0k"}));
}

TEST(SearchBox, KeepsWhatIsAskedOutOfAddresses)
{
    const Html html = search_box({.action = "/ask", .label = "Anything", .button = "Ask"});
    EXPECT_NE(html.view().find("method=\"post\""), std::string_view::npos);
}

TEST(Record, IsAsItWas)
{
    golden("record",
           person_banner({.name = "A. B.",
                          .description = "Girl, 8",
                          .tags = {{.text = "On a plan"}},
                          .aside = {Html{"Next: May"}},
                          .note = "Number 1"}) +
               sub_navigation("A. B.", {{"Overview", "/1", true}, {"Plan", "/1/plan"}}) +
               fact_strip({{"Seen", "1 May", "alone", true}}) +
               timeline({.groups = {{.heading = "2026",
                                     .events = {{.title = "Began",
                                                 .when = "1 May",
                                                 .text = "Because.",
                                                 .source = "Desk",
                                                 .key = true,
                                                 .machine_when = "2026-05-01"},
                                                {.title = "Seen", .when = "2 May"}}}}}) +
               tiles({{"9", "late", "/late", true, "two more than last week"}, {"187", "all"}}) +
               empty_state("None", "Nothing was put here."));
}

TEST(DataTable, IsAsItWas)
{
    const Sorting sorting{.url = "/list?team=west", .by = "age", .descending = false};
    golden("data_table", data_table({.caption = "Two",
                                     .columns = {sorting.column("Name", "name"),
                                                 sorting.column("Age", "age"),
                                                 {.title = "Now"}},
                                     .rows = {{"A", "3", "Late"}, {"B", "4", "In time"}},
                                     .state_column = 2}) +
                             paging({.url = "/list", .page = 7, .total = 1203}));
}

TEST(DataTable, RefusesARowOfAnotherLength)
{
    EXPECT_THROW(data_table({.caption = "x", .columns = {{.title = "a"}}, .rows = {{"1", "2"}}}),
                 heed::Broken);
}

TEST(DataTable, SaysWhenItIsEmpty)
{
    const DataTable none{.caption = "x",
                         .columns = {{.title = "a"}},
                         .rows = {},
                         .when_empty = empty_state("None", "Nothing.")};
    EXPECT_EQ(data_table(none), none.when_empty);
}

TEST(Sorting, TurnsRoundTheColumnItIsSortedBy)
{
    const Sorting up{.url = "/list", .by = "age", .descending = false};
    EXPECT_EQ(up.column("Age", "age").sort->text(), "/list?sort=age&order=descending");
    EXPECT_EQ(up.column("Age", "age").order, Order::ascending);
    EXPECT_EQ(up.column("Name", "name").sort->text(), "/list?sort=name&order=ascending");
    EXPECT_EQ(up.column("Name", "name").order, Order::none);
    const Sorting down{.url = "/list", .by = "age", .descending = true};
    EXPECT_EQ(down.column("Age", "age").sort->text(), "/list?sort=age&order=ascending");
}

TEST(Grouped, PutsCommasAtThousands)
{
    EXPECT_EQ(grouped(0), "0");
    EXPECT_EQ(grouped(999), "999");
    EXPECT_EQ(grouped(1203), "1,203");
    EXPECT_EQ(grouped(11'000'000), "11,000,000");
}

RC_GTEST_PROP(Paging, LinksTheFirstTheLastAndTheNeighbours, ())
{
    const auto total = *rc::gen::inRange<std::size_t>(101, 20'000);
    const std::size_t last = (total + 49) / 50;
    const auto page = *rc::gen::inRange<std::size_t>(1, last + 3);
    const std::size_t here = std::min(page, last);
    const Html made = paging({.url = "/list", .page = page, .total = total});
    const std::string_view html = made.view();
    const auto linked = [&](std::size_t number) {
        return html.contains("href=\"/list?page=" + std::to_string(number) + "\"");
    };
    RC_ASSERT(linked(1) && linked(last));
    RC_ASSERT(here == 1 || linked(here - 1));
    RC_ASSERT(here == last || linked(here + 1));
    RC_ASSERT(times(html, "aria-current=\"page\"") == 1U);
    RC_ASSERT(times(html, "<li") <= 7U);
}

TEST(Paging, OfOnePageHasNoLinks)
{
    EXPECT_EQ(times(paging({.url = "/list", .total = 50}).view(), "<a "), 0U);
    EXPECT_TRUE(paging({.url = "/list", .total = 0}).empty());
}

TEST(Chart, IsAsItWas)
{
    golden("chart",
           goal_bars({.words = {.title = "One reaches it", .description = "Two", .id = "goal"},
                      .rows = {{"Held", 44, 46}, {"Seen", 84, 100}, {"None", 0, 0}},
                      .goal_percent = 95,
                      .row_title = "Measure",
                      .part_title = "Done",
                      .whole_title = "All"}) +
               counts_over_time(
                   {.words = {.title = "Late in June", .description = "Months", .id = "months"},
                    .periods = {{"May", 30, 0}, {"Jun", 20, 4}},
                    .good_word = "In time",
                    .late_word = "Late",
                    .period_title = "Month"}));
}

// 94.6 of a goal of 95 is below it, and must be neither rounded up nor drawn as met.
TEST(Chart, NeverShowsAMissedGoalAsMet)
{
    const Html html = goal_bars({.words = {.title = "x", .description = "x", .id = "x"},
                                 .rows = {{"Held", 946, 1000}},
                                 .goal_percent = 95});
    EXPECT_TRUE(html.view().contains(">94%</text>"));
    EXPECT_TRUE(html.view().contains("below the goal"));
    EXPECT_TRUE(html.view().contains("url(#x-hatch)\" class"));
}

RC_GTEST_PROP(Chart, DrawsInsideItsPicture, ())
{
    CountsOverTime options{.words = {.title = "x", .description = "x", .id = "x"},
                           .periods = {},
                           .good_word = "a",
                           .late_word = "b",
                           .period_title = "c"};
    const auto count = *rc::gen::inRange<std::size_t>(1, 25);
    for (std::size_t made = 0; made < count; ++made)
        options.periods.push_back({"x", *rc::gen::inRange<std::size_t>(0, 100'000),
                                   *rc::gen::inRange<std::size_t>(0, 100'000)});
    const Html made = counts_over_time(options);
    // No number that was below zero wraps round to an enormous one.
    RC_ASSERT(!made.view().contains("1844674407"));
}

namespace {

using Component = std::function<Html(const std::string&)>;

const std::vector<std::pair<std::string, Component>>& pieces()
{
    using T = const std::string&;
    static const std::vector<std::pair<std::string, Component>> all{
        {"page",
         [](T t) {
             return page_skeleton({.title = t,
                                   .organisation = t,
                                   .service_name = t,
                                   .user_line = user_line({.who = t, .note = t, .csrf = "t0k"}),
                                   .main = Html::escaped(t),
                                   .lang = t});
         }},
        {"answer_card",
         [](T t) {
             return answer_card({.tone = Tone::no,
                                 .sentence = t,
                                 .about = t,
                                 .content = contact({.role = t, .name = t}) + fact(t, t),
                                 .next = steps(t, {t}) + danger_line(t),
                                 .id = t,
                                 .notice = t});
         }},
        {"search_box",
         [](T t) {
             return search_box({.action = "/x",
                                .label = t,
                                .button = t,
                                .name = t,
                                .value = t,
                                .understood = {t},
                                .csrf = "t0k"});
         }},
        {"record",
         [](T t) {
             return person_banner({.name = t, .description = t, .tags = {{.text = t}}, .note = t}) +
                    sub_navigation(t, {{t, "/x"}}) + fact_strip({{t, t, t}}) +
                    timeline({.groups = {{t, {{t, t, t, t, true, t}}}}}) +
                    tiles({{t, t, "/x", true, t}}) + empty_state(t, t) + chips({t});
         }},
        {"data_table",
         [](T t) { return data_table({.caption = t, .columns = {{t}, {t}}, .rows = {{t, t}}}); }},
        {"chart", [](T t) {
             return goal_bars({.words = {t, t, t, t}, .rows = {{t, 1, 2}}, .row_title = t}) +
                    counts_over_time({.words = {t, t, t, t},
                                      .periods = {{t, 1, 2}},
                                      .good_word = t,
                                      .late_word = t,
                                      .period_title = t});
         }}};
    return all;
}

} // namespace

RC_GTEST_PROP(Pieces, GiveAnyTextBackEscaped, ())
{
    const auto text =
        *rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::weightedOneOf<char>(
            {{1, rc::gen::arbitrary<char>()}, {2, rc::gen::elementOf(std::string{"<>&\"' =/"})}})));
    for (const auto& [name, piece] : pieces())
        if (!heed::support::escapes(piece, text)) RC_FAIL(name);
}
