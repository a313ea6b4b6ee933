#include "review/shield_page.hpp"

#include "core/ensure.hpp"

#include "markup/components.hpp"
#include "pieces/data_table.hpp"

namespace heed::review {

namespace {

using markup::Html;
using markup::Url;
using markup::Words;

Html lift_form(const ShieldPage& page, const shield::Shield& one)
{
    const std::string id = one.id.text();
    const bool typed_here = page.sheet.text("shield") == id;
    Html fields{"<input type=\"hidden\" name=\"shield\" value=\""};
    fields << id << "\">";
    fields << forms::input({.label = "Why it is lifted",
                            .name = "reason",
                            .id = typed_here ? "reason" : "reason-" + id,
                            .value = typed_here ? page.sheet.text("reason") : std::string{},
                            .error = typed_here ? page.sheet.error_at("reason") : std::nullopt})
           << markup::button({.text = "Lift this shield", .classes = "govuk-button--warning"});
    return markup::details(
        {.summary = "Lift it",
         .text = forms::form({.action = Url{"/children/" + page.id + "/shield/lift"},
                              .csrf = page.csrf,
                              .content = fields}),
         .open = typed_here});
}

Html standing(const ShieldPage& page)
{
    if (page.set.empty()) {
        if (!page.covered) return markup::paragraph("Nothing of this child is kept from sight.");
        return markup::inset_text(
            {.text = "A shield of another record covers this one (" +
                     std::string{in_words(*page.covered)} +
                     "): it is the same child, or may be, until somebody has decided."});
    }
    pieces::DataTable table{.caption = "Shields that stand",
                            .columns = {{"What"}, {"From"}, {"To"}, {"Why"}, {"Set by"}, {"Lift"}}};
    for (const auto& one : page.set) {
        const auto name = page.names.find(one.by);
        table.rows.push_back({std::string{in_words(one.kind)}, heed::in_words(one.from),
                              one.to ? heed::in_words(*one.to) : std::string{"Until it is lifted"},
                              one.reason, name == page.names.end() ? one.by : name->second,
                              Words{lift_form(page, one)}});
    }
    return pieces::data_table(table);
}

Html setting(const ShieldPage& page)
{
    const bool lifting = !page.sheet.text("shield").empty();
    const office::Sheet sheet = lifting ? office::Sheet{} : page.sheet;
    Html fields = sheet.radios(
        "What is kept from sight?", "kind",
        {{.text = "Where the child lives, with whom, and who cares for them",
          .value = "place",
          .hint = forms::Hint{"A question is still answered by name, birth date and numbers"}},
         {.text = "The whole record",
          .value = "whole",
          .hint = forms::Hint{"Only a Designated Manager opens it; whether there is a plan is "
                              "still answered"}}});
    fields << sheet.date("From", "from") << sheet.date("To", "to", "Leave empty until it is lifted")
           << sheet.textarea("Why", "reason", "Kept for good beside the shield")
           << markup::button({.text = "Set the shield", .prevent_double_click = true});
    return markup::heading(2, "Set a shield", "govuk-heading-m") +
           forms::form({.action = Url{"/children/" + page.id + "/shield"},
                        .csrf = page.csrf,
                        .content = fields});
}

} // namespace

std::string_view in_words(shield::Kind kind)
{
    switch (kind) {
    case shield::Kind::place: return "Places, carers and household";
    case shield::Kind::whole: return "The whole record";
    }
    throw Broken{"a shield of a kind that there is not"};
}

markup::Html shield_page(const ShieldPage& page)
{
    Html main = page.sheet.problems();
    main << markup::heading(1, "Who must not find this child?", "govuk-heading-l")
         << markup::paragraph(page.name)
         << markup::paragraph("What is shielded is shown only to a Designated Manager, and adds "
                              "nothing to any search by others. It covers the child's other "
                              "records too, and a likely duplicate until you have decided.")
         << standing(page) << setting(page);
    return main;
}

} // namespace heed::review
