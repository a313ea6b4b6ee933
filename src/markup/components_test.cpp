#include "markup/components.hpp"

#include "support/escaping.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace heed::markup;

namespace {

using Component = std::function<Html(const std::string&)>;

const std::vector<std::pair<std::string, Component>>& components()
{
    using T = const std::string&;
    static const std::vector<std::pair<std::string, Component>> all{
        {"tag", [](T t) { return tag({.text = t, .classes = t, .attributes = {{"data-x", t}}}); }},
        {"button", [](T t) { return button({.text = t, .name = t, .value = t, .id = t}); }},
        {"inset_text", [](T t) { return inset_text({.text = t, .id = t, .classes = t}); }},
        {"warning_text", [](T t) { return warning_text({.text = t, .icon_fallback_text = t}); }},
        {"details", [](T t) { return details({.summary = t, .text = t, .id = t}); }},
        {"panel", [](T t) { return panel({.title = t, .text = t}); }},
        {"notification_banner",
         [](T t) { return notification_banner({.text = t, .title = t, .title_id = t}); }},
        {"helpers",
         [](T t) {
             return paragraph(t) + heading(2, t, t, t) + link(t, "/x") + bullet_list({t, t}) +
                    visually_hidden(t);
         }},
        {"back_link", [](T t) { return back_link({.text = t, .classes = t}); }},
        {"breadcrumbs",
         [](T t) {
             return breadcrumbs(
                 {.items = {{.text = t, .href = "/x"}, {.text = t}}, .label_text = t});
         }},
        {"generic_header", [](T t) { return generic_header({.logo = t, .container_classes = t}); }},
        {"service_navigation",
         [](T t) {
             return service_navigation({.service_name = t,
                                        .navigation = {{.text = t, .href = "/x", .current = true}},
                                        .navigation_label = t,
                                        .navigation_id = t,
                                        .label = t});
         }},
        {"skip_link", [](T t) { return skip_link({.text = t}); }},
        {"phase_banner", [](T t) { return phase_banner({.text = t, .tag = {.text = t}}); }},
        {"pagination",
         [](T t) {
             return pagination({.items = {{.number = t, .href = "/x"}},
                                .next = PaginationLink{.href = "/y", .text = t},
                                .landmark_label = t});
         }},
        {"summary_list",
         [](T t) {
             const ActionLinks change{{{.text = t, .href = "/x", .visually_hidden_text = t}}};
             return summary_list({.rows = {{.key = t, .value = t, .actions = change}},
                                  .card = SummaryCard{.title = SummaryTitle{t}}});
         }},
        {"table",
         [](T t) { return table({.caption = t, .head = {{{t}, {t, t}}}, .rows = {{t, {t, t}}}}); }},
        {"task_list", [](T t) {
             return task_list(
                 {.items =
                      {{.title = t, .status = {.tag = Tag{.text = t}}, .href = "/x", .hint = t}},
                  .id_prefix = t});
         }}};
    return all;
}

} // namespace

RC_GTEST_PROP(Components, GiveAnyTextBackEscaped, ())
{
    const auto text =
        *rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::weightedOneOf<char>(
            {{1, rc::gen::arbitrary<char>()}, {2, rc::gen::elementOf(std::string{"<>&\"' =/"})}})));
    for (const auto& [name, component] : components())
        if (!heed::support::escapes(component, text)) RC_FAIL(name);
}

// The property above would notice a component that does not escape.
TEST(Components, AreHeldByATestThatCanFail)
{
    const Component wrong = [](const std::string& text) {
        return text.contains('<') ? Html{"<b>"} : Html::escaped(text);
    };
    EXPECT_FALSE(heed::support::escapes(wrong, "a<b"));
    EXPECT_TRUE(heed::support::escapes(wrong, "a&b"));
}

TEST(SummaryList, LeavesNoEmptyColumnWhenNoRowHasActions)
{
    const Html list = summary_list({.rows = {{.key = "a", .value = "b"}}});
    EXPECT_EQ(list.view().find("no-actions"), std::string_view::npos);
}
