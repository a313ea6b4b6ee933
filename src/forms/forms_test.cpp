#include "forms/forms.hpp"

#include "support/escaping.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <type_traits>

using namespace heed::forms;
using heed::markup::Html;

// A field that nobody can name, or that would not be sent, does not compile.
static_assert(!std::is_default_constructible_v<Label>);
static_assert(!std::is_default_constructible_v<Legend>);
static_assert(!std::is_default_constructible_v<Name>);
static_assert(!std::is_default_constructible_v<Input>);
static_assert(!std::is_default_constructible_v<Radios>);

namespace {

using Component = std::function<Html(const std::string&)>;

const std::vector<std::pair<std::string, Component>>& components()
{
    using T = const std::string&;
    static const std::vector<std::pair<std::string, Component>> all{
        {"input",
         [](T t) {
             return input({.label = t,
                           .name = t,
                           .value = t,
                           .hint = t,
                           .error = t,
                           .classes = t,
                           .autocomplete = t,
                           .prefix = t,
                           .suffix = t});
         }},
        {"password_input",
         [](T t) { return password_input({.label = t, .name = t, .error = t, .show_text = t}); }},
        {"textarea",
         [](T t) { return textarea({.label = t, .name = t, .value = "a" + t, .hint = t}); }},
        {"character_count",
         [](T t) {
             return character_count({.label = t,
                                     .name = t,
                                     .value = "a" + t,
                                     .characters_under = {{"other", t}},
                                     .characters_at = t});
         }},
        {"select",
         [](T t) {
             return select({.label = t, .name = t, .items = {{.text = t, .value = t}}, .value = t});
         }},
        {"file_upload", [](T t) { return file_upload({.label = t, .name = t, .error = t}); }},
        {"radios",
         [](T t) {
             return radios({.group = t,
                            .name = t,
                            .items = {{.text = t, .value = t, .hint = t}, {.divider = t}},
                            .value = t,
                            .hint = t,
                            .error = t});
         }},
        {"checkboxes",
         [](T t) {
             return checkboxes({.group = t,
                                .name = t,
                                .items = {{.text = t, .value = t, .conditional = Html{"<i>x</i>"}}},
                                .values = {t}});
         }},
        {"date_input",
         [](T t) {
             return date_input({.group = t, .id = t, .parts = date_parts(t, t, t), .error = t});
         }},
        {"error_summary",
         [](T t) {
             return error_summary({.errors = {{.text = t, .href = "#x"}, {.text = t}}, .title = t});
         }},
        {"form", [](T t) {
             return form({.action = "/x", .csrf = "t0k", .content = Html::escaped(t), .draft = t});
         }}};
    return all;
}

} // namespace

RC_GTEST_PROP(Fields, GiveAnyTextBackEscaped, ())
{
    const auto text =
        *rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::weightedOneOf<char>(
            {{1, rc::gen::arbitrary<char>()}, {2, rc::gen::elementOf(std::string{"<>&\"' =/"})}})));
    for (const auto& [name, component] : components())
        if (!heed::support::escapes(component, text)) RC_FAIL(name);
}

TEST(Textarea, KeepsALineBreakThatATextBeginsWith)
{
    const Html html = textarea({.label = "Words", .name = "words", .value = "\nfirst"});
    EXPECT_NE(html.view().find(">\n\nfirst</textarea>"), std::string_view::npos);
}

TEST(Form, CarriesTheTokenAndTheDraft)
{
    const Html html =
        form({.action = "/enquiries", .csrf = "t0k", .content = Html{"x"}, .draft = "enquiry"});
    EXPECT_EQ(html.view(), "<form method=\"post\" action=\"/enquiries\" data-draft=\"enquiry\" "
                           "data-draft-kept=\"Draft kept at\" data-draft-failed=\"Draft not kept: "
                           "what you type is only on this screen\" novalidate>"
                           "<input type=\"hidden\" name=\"csrf\" value=\"t0k\">x"
                           "<p class=\"heed-draft\" role=\"status\"></p></form>");
}

TEST(Form, CarriesAKeyOfItsOwnInAPageThatHasOne)
{
    const auto token = [](const char* action, const char* content, const char* page) {
        const Html html = form(
            {.action = action, .csrf = form_token("t0k", page), .content = Html::escaped(content)});
        const std::string text{html.view()};
        const auto at = text.find("value=\"") + 7;
        return text.substr(at, text.find('"', at) - at);
    };
    EXPECT_EQ(read_form_token(token("/x", "x", "page")).csrf, "t0k");
    EXPECT_EQ(token("/x", "x", "page"), token("/x", "x", "page"));
    EXPECT_NE(token("/x", "x", "page"), token("/y", "x", "page"));
    EXPECT_NE(token("/x", "x", "page"), token("/x", "y", "page"));
    EXPECT_NE(token("/x", "x", "page"), token("/x", "x", "another page"));
    EXPECT_EQ(read_form_token("t0k").key, "");
}

TEST(Form, WithoutADraftKeepsNone)
{
    const Html html = form({.action = "/x", .content = Html{"x"}});
    EXPECT_EQ(html.view(), "<form method=\"post\" action=\"/x\" novalidate>x</form>");
}
