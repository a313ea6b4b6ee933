#include "forms/choices.hpp"

#include "forms/fields.hpp"

#include <algorithm>
#include <cctype>

namespace heed::forms {

using markup::attribute_unless_empty;
using markup::class_attribute;
using markup::join_classes;
using markup::Literal;

namespace {

// What radios and checkboxes have in common; they differ in these words and in what describes a
// choice that stands in no group.
struct ChoiceKind {
    Literal type, item, input, label, hint, divider, conditional, hidden;
};
constexpr ChoiceKind radio_kind{"radio",
                                "govuk-radios__item",
                                "govuk-radios__input",
                                "govuk-radios__label",
                                "govuk-radios__hint",
                                "govuk-radios__divider",
                                "govuk-radios__conditional",
                                " govuk-radios__conditional--hidden"};
constexpr ChoiceKind checkbox_kind{"checkbox",
                                   "govuk-checkboxes__item",
                                   "govuk-checkboxes__input",
                                   "govuk-checkboxes__label",
                                   "govuk-checkboxes__hint",
                                   "govuk-checkboxes__divider",
                                   "govuk-checkboxes__conditional",
                                   " govuk-checkboxes__conditional--hidden"};

struct ChoiceContext {
    const ChoiceKind& kind;
    std::string id, name;
    bool checked;
    std::string described_by;
};

Html choice_input(const Choice& item, const ChoiceContext& context, const std::string& described_by)
{
    Html html;
    html << "<input class=\"" << context.kind.input << "\" id=\"" << context.id << "\" name=\""
         << context.name << "\" type=\"" << context.kind.type << "\" value=\"" << item.value
         << "\"";
    if (context.checked) html << " checked";
    if (item.disabled) html << " disabled";
    if (!item.conditional.empty())
        html << " data-aria-controls=\"conditional-" << context.id << "\"";
    html << attribute_unless_empty("data-behaviour", item.behaviour)
         << attribute_unless_empty("aria-describedby", described_by) << item.attributes.html()
         << ">";
    return html;
}

Html choice(const Choice& item, const ChoiceContext& context)
{
    const ChoiceKind& kind = context.kind;
    Html html;
    if (!item.divider.empty()) {
        html << "<div class=\"" << kind.divider << "\">" << item.divider << "</div>";
        return html;
    }
    std::string described_by = context.described_by;
    Html hint_html;
    if (item.hint && !item.hint->text.empty()) {
        Hint with_id = *item.hint;
        with_id.id = context.id + "-item-hint";
        with_id.classes = join_classes(kind.hint.view(), item.hint->classes);
        hint_html = hint(with_id);
        described_by = described_by.empty() ? with_id.id : described_by + " " + with_id.id;
    }
    Label words{item.text, join_classes(kind.label.view(), item.label_classes)};
    words.attributes = item.label_attributes;
    html << "<div class=\"" << kind.item << "\">" << choice_input(item, context, described_by)
         << " " << label(words, context.id) << " " << hint_html << "</div>";
    if (!item.conditional.empty())
        html << "<div class=\"" << kind.conditional << (context.checked ? Html{} : kind.hidden)
             << "\" id=\"conditional-" << context.id << "\">" << item.conditional << "</div>";
    return html;
}

// The first choice has the group's own id, so that an error can link to it.
std::string choice_id(const Choice& item, const std::string& prefix, std::size_t place)
{
    if (!item.id.empty()) return item.id;
    return place == 0 ? prefix : prefix + "-" + std::to_string(place + 1);
}

Html in_a_group(const std::optional<Group>& group, const std::string& described_by,
                const std::string& role, const Html& content)
{
    if (!group) return content;
    return fieldset({.legend = group->legend,
                     .html = content,
                     .described_by = described_by,
                     .role = role,
                     .classes = group->classes,
                     .attributes = group->attributes});
}

std::string capitalised(std::string text)
{
    if (!text.empty())
        text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    return text;
}

Html date_part(const DateInput& options, const DatePart& part, bool has_error)
{
    std::string classes = "govuk-date-input__input";
    if (has_error && !part.classes.contains("govuk-input--error")) classes += " govuk-input--error";
    if (!part.classes.contains("govuk-input--width-"))
        classes += " govuk-input--width-" + std::to_string(part.width);
    const std::string prefix = options.name_prefix.empty() ? "" : options.name_prefix + "-";
    Html html{"<div class=\"govuk-date-input__item\">"};
    html << input({.label = {part.label.empty() ? capitalised(part.name) : part.label,
                             "govuk-date-input__label"},
                   .name = prefix + part.name,
                   .id = part.id.empty() ? options.id.text() + "-" + part.name : part.id,
                   .value = part.value,
                   .classes = join_classes(classes, part.classes),
                   .autocomplete = part.autocomplete,
                   .inputmode = part.inputmode,
                   .pattern = part.pattern,
                   .attributes = part.attributes})
         << "</div>";
    return html;
}

} // namespace

Html fieldset(const Fieldset& options)
{
    const Legend& legend = options.legend;
    Html html;
    html << "<fieldset" << class_attribute("govuk-fieldset", options.classes)
         << attribute_unless_empty("role", options.role)
         << attribute_unless_empty("aria-describedby", options.described_by)
         << options.attributes.html() << ">";
    if (!legend.text.empty()) {
        html << "<legend" << class_attribute("govuk-fieldset__legend", legend.classes) << ">";
        if (legend.is_page_heading)
            html << "<h1 class=\"govuk-fieldset__heading\">" << legend.text.html() << "</h1>";
        else
            html << legend.text.html();
        html << "</legend>";
    }
    html << options.html << "</fieldset>";
    return html;
}

Html radios(const Radios& options)
{
    const std::string prefix = options.id_prefix.empty() ? options.name.text() : options.id_prefix;
    const Described described = describe(prefix, options.hint, options.error,
                                         options.group ? options.group->described_by : "");
    Html html = described.html;
    html << "<div" << class_attribute("govuk-radios", options.classes) << options.attributes.html()
         << " data-module=\"govuk-radios\">" << around(options.form_group.before_input);
    for (std::size_t place = 0; place < options.items.size(); ++place) {
        const Choice& item = options.items[place];
        const bool is_the_value = !options.value.empty() && item.value == options.value;
        html << choice(item, {.kind = radio_kind,
                              .id = choice_id(item, prefix, place),
                              .name = options.name.text(),
                              .checked = item.checked.value_or(is_the_value),
                              .described_by = {}});
    }
    html << around(options.form_group.after_input) << "</div>";
    return form_group(options.form_group, options.error.has_value(),
                      in_a_group(options.group, described.ids, "", html));
}

Html checkboxes(const Checkboxes& options)
{
    const std::string prefix = options.id_prefix.empty() ? options.name.text() : options.id_prefix;
    const bool group_describes = options.group && !options.group->described_by.empty();
    const Described described =
        describe(prefix, options.hint, options.error,
                 group_describes ? options.group->described_by : options.described_by);
    Html html = described.html;
    html << "<div" << class_attribute("govuk-checkboxes", options.classes)
         << options.attributes.html() << " data-module=\"govuk-checkboxes\">"
         << around(options.form_group.before_input);
    for (std::size_t place = 0; place < options.items.size(); ++place) {
        const Choice& item = options.items[place];
        const bool is_a_value =
            std::ranges::find(options.values, item.value) != options.values.end();
        html << choice(item, {.kind = checkbox_kind,
                              .id = choice_id(item, prefix, place),
                              .name = item.name.empty() ? options.name.text() : item.name,
                              .checked = item.checked.value_or(is_a_value),
                              .described_by = options.group ? std::string{} : described.ids});
    }
    html << around(options.form_group.after_input) << "</div>";
    return form_group(options.form_group, options.error.has_value(),
                      in_a_group(options.group, described.ids, "", html));
}

std::vector<DatePart> date_parts(std::string day, std::string month, std::string year)
{
    return {{.name = "day", .value = std::move(day)},
            {.name = "month", .value = std::move(month)},
            {.name = "year", .value = std::move(year), .width = 4}};
}

Html date_input(const DateInput& options)
{
    const Described described = describe(options.id.text(), options.hint, options.error,
                                         options.group ? options.group->described_by : "");
    const bool some_part_is_wrong = std::ranges::any_of(options.parts, [](const DatePart& part) {
        return part.error.value_or(false) || part.classes.contains("govuk-input--error");
    });
    const bool all_are_wrong = options.error && !some_part_is_wrong;
    Html html = described.html;
    html << "<div" << class_attribute("govuk-date-input", options.classes)
         << options.attributes.html() << attribute_unless_empty("id", options.id.text()) << ">"
         << around(options.form_group.before_input);
    for (const DatePart& part : options.parts)
        html << date_part(options, part, part.error.value_or(all_are_wrong));
    html << around(options.form_group.after_input) << "</div>";
    // Without the role JAWS does not read out what describes a group of text inputs.
    return form_group(options.form_group, options.error.has_value(),
                      in_a_group(options.group, described.ids, "group", html));
}

} // namespace heed::forms
