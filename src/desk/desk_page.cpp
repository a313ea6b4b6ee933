#include "desk/desk_page.hpp"

#include "core/text.hpp"
#include "forms/forms.hpp"
#include "markup/components.hpp"
#include "pieces/answer.hpp"
#include "pieces/page.hpp"
#include "pieces/search.hpp"

#include <algorithm>
#include <charconv>

namespace heed::desk {

using markup::Html;

Asked asked_from(const web::Fields& form)
{
    const auto text = [&](std::string_view name) { return std::string{trimmed(form.text(name))}; };
    Asked asked{.caller = {text("caller"), text("job"), text("agency"), text("called_back")},
                .reason = text("reason"),
                .about = {.typed = text("typed"),
                          .name = text("name"),
                          .born = text("born"),
                          .sex = text("sex"),
                          .address = text("address"),
                          .postcode = text("postcode"),
                          .identifier = text("identifier")}};
    if (const auto child = text("child_id"); !child.empty()) asked.child_id = child;
    int age = 0;
    const auto typed = text("age");
    const auto read = std::from_chars(typed.data(), typed.data() + typed.size(), age);
    if (!typed.empty() && read.ptr == typed.data() + typed.size()) asked.about.age = age;
    return asked;
}

namespace {

/// The box that a refusal is about: all that is said of the child stands in one.
std::string box_of(const Refusal& refusal)
{
    const bool of_child =
        refusal.field == "about" || refusal.field == "born" || refusal.field == "age";
    return of_child ? "typed" : refusal.field;
}

std::optional<forms::ErrorMessage> error_at(const DeskPage& page, std::string_view field)
{
    const auto found = std::ranges::find(page.refusals, field, &Refusal::field);
    if (found == page.refusals.end()) return std::nullopt;
    return forms::ErrorMessage{in_words(*found)};
}

forms::Input text_input(const DeskPage& page, const char* label, const char* name)
{
    return {.label = label,
            .name = name,
            .value = std::string{page.typed.text(name)},
            .error = error_at(page, name),
            .autocomplete = "off"};
}

Html about_box(const DeskPage& page)
{
    forms::Input box{
        .label = {"Name, date of birth, address, postcode or number", "govuk-label--s"},
        .name = "typed",
        .value = std::string{page.typed.text("typed")},
        .hint = forms::Hint{"In any order, as you hear it: mary tansly 14/3/19 me4, or "
                            "about March 2003, mum kerry"},
        .autocomplete = "off",
        .spellcheck = false};
    for (const Refusal& refusal : page.refusals)
        if (box_of(refusal) == "typed") box.error = forms::ErrorMessage{in_words(refusal)};
    if (page.refusals.empty() && page.typed.empty()) box.attributes.flag("autofocus");
    Html all = forms::input(box);
    std::vector<std::string> understood;
    const std::string typed{page.typed.text("typed")};
    if (!typed.empty())
        for (const auto& chip : matching::understand(typed, page.today).chips)
            understood.push_back(chip.label + ": " + chip.value);
    if (!understood.empty()) all << pieces::chips(understood);
    return all;
}

/// What the directory holds, offered as somebody types; without it the field is a plain one.
Html agency_choices(const std::vector<directory::Agency>& agencies)
{
    Html list;
    list << "<datalist id=\"agencies\">";
    for (const auto& agency : agencies) list << "<option value=\"" << agency.name << "\"></option>";
    list << "</datalist><datalist id=\"numbers\">";
    for (const auto& agency : agencies)
        for (const auto& number : agency.numbers)
            list << "<option value=\"" << number.telephone << "\">" << agency.name << "</option>";
    return list << "</datalist>";
}

Html caller_fields(const DeskPage& page)
{
    auto agency = text_input(page, "Agency", "agency");
    agency.attributes.set("list", "agencies");
    auto number = text_input(page, "Number you rang back: their agency’s own, not the caller’s",
                             "called_back");
    number.type = "tel";
    number.classes = "govuk-input--width-20";
    number.attributes.set("list", "numbers");
    Html left = forms::input(text_input(page, "Caller’s name", "caller"));
    left << forms::input(text_input(page, "Caller’s job", "job"));
    Html right = forms::input(agency) + forms::input(number);
    return pieces::even_columns(left, right);
}

Html old_words(const std::vector<pack::Term>& terms)
{
    Html all;
    for (const auto& term : terms) {
        Html line;
        line << "“" << term.old.front() << "” is now “" << term.now << "”.";
        if (!term.where.empty()) line << " " << markup::link("Go there", term.where);
        all << markup::inset_text({.text = line});
    }
    return all;
}

/// In the order of the boxes, whom it is about first.
Html summary_of(const std::vector<Refusal>& refusals)
{
    forms::ErrorSummary summary;
    const auto add = [&](bool about) {
        for (const Refusal& refusal : refusals)
            if ((box_of(refusal) == "typed") == about)
                summary.errors.push_back(
                    {.text = in_words(refusal), .href = markup::Url{"#" + box_of(refusal)}});
    };
    add(true);
    add(false);
    return forms::error_summary(summary);
}

} // namespace

Html desk_page(const DeskPage& page)
{
    Html main;
    if (!page.refusals.empty()) main << summary_of(page.refusals);
    main << markup::heading(1, "Is a child subject to a plan?", "govuk-heading-l");
    main << old_words(page.old_words);
    if (!page.draft_kept.empty())
        main << markup::inset_text({.text = "What you had typed was kept at " + page.draft_kept +
                                            ". Go on where you were."});
    Html content;
    content << about_box(page);
    content << markup::heading(2, "Who is asking", "govuk-heading-s") << caller_fields(page);
    content << forms::textarea(
        {.label = {"What has happened: whoever is told will read this", "govuk-label--s"},
         .name = "reason",
         .value = std::string{page.typed.text("reason")},
         .rows = 2,
         .error = error_at(page, "reason")});
    content << markup::button({.text = "Ask and record"});
    content << pieces::small_print("The answer is shown once the enquiry is written down.");
    content << agency_choices(page.agencies);
    main << forms::form({.action = "/enquiries",
                         .csrf = page.csrf,
                         .content = content,
                         .draft = desk_form,
                         .classes = "heed-desk"});
    return main;
}

} // namespace heed::desk
