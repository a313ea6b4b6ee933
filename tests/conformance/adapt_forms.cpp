#include "conformance/fixture.hpp"

namespace heed::conformance {

using namespace heed::markup;
using namespace heed::forms;

namespace {

Label label_options(const value& options)
{
    Label all{words(options), text(options, "classes")};
    all.is_page_heading = truthy(at(options, "isPageHeading"));
    all.attributes = attributes(options);
    return all;
}

std::optional<Hint> hint_options(const value& owner)
{
    const value& options = at(owner, "hint");
    if (!truthy(options)) return std::nullopt;
    Hint all{words(options), text(options, "classes")};
    all.attributes = attributes(options);
    all.id = text(options, "id");
    return all;
}

ErrorMessage error_options(const value& options)
{
    ErrorMessage all{words(options), text(options, "classes")};
    all.attributes = attributes(options);
    all.id = text(options, "id");
    const value& hidden = at(options, "visuallyHiddenText");
    if (!hidden.is_null()) all.visually_hidden_text = truthy(hidden) ? text(hidden) : "";
    return all;
}

std::optional<ErrorMessage> maybe_error(const value& owner)
{
    const value& options = at(owner, "errorMessage");
    if (!truthy(options)) return std::nullopt;
    return error_options(options);
}

FormGroup group_options(const value& owner, const char* before, const char* after)
{
    const value& options = at(owner, "formGroup");
    return {.classes = text(options, "classes"),
            .attributes = attributes(options),
            .before_input = maybe_words(at(options, before)),
            .after_input = maybe_words(at(options, after))};
}

FormGroup one_field(const value& owner)
{
    return group_options(owner, "beforeInput", "afterInput");
}

FormGroup many_fields(const value& owner)
{
    return group_options(owner, "beforeInputs", "afterInputs");
}

Legend legend_options(const value& options)
{
    return {words(options), text(options, "classes"), truthy(at(options, "isPageHeading"))};
}

std::optional<Group> maybe_group(const value& owner)
{
    const value& options = at(owner, "fieldset");
    if (!truthy(options)) return std::nullopt;
    Group all{legend_options(at(options, "legend"))};
    all.described_by = text(options, "describedBy");
    all.classes = text(options, "classes");
    all.attributes = attributes(options);
    return all;
}

Html adapt_label(const value& options)
{
    return label(label_options(options), text(options, "for"));
}

Html adapt_hint(const value& options)
{
    return hint(*hint_options(boost::json::object{{"hint", options}}));
}

Html adapt_error_message(const value& options) { return error_message(error_options(options)); }

Html adapt_fieldset(const value& options)
{
    return fieldset({.legend = legend_options(at(options, "legend")),
                     .html = raw(options, "html"),
                     .described_by = text(options, "describedBy"),
                     .role = text(options, "role"),
                     .classes = text(options, "classes"),
                     .attributes = attributes(options)});
}

Html adapt_error_summary(const value& options)
{
    ErrorSummary all{.errors = {},
                     .title = words(options, "titleHtml", "titleText"),
                     .description = maybe_words(options, "descriptionHtml", "descriptionText"),
                     .disable_auto_focus = maybe_bool(options, "disableAutoFocus"),
                     .classes = text(options, "classes"),
                     .attributes = attributes(options)};
    for (const auto& [place, item] : elements(options, "errorList"))
        all.errors.push_back({.text = words(*item),
                              .href = maybe_url(*item, "href"),
                              .attributes = attributes(*item)});
    return error_summary(all);
}

std::optional<Affix> maybe_affix(const value& options)
{
    if (!truthy(options)) return std::nullopt;
    Affix all{words(options)};
    all.classes = text(options, "classes");
    all.attributes = attributes(options);
    return all;
}

Html adapt_input(const value& options)
{
    const std::string type = text(options, "type");
    const value& wrapper = at(options, "inputWrapper");
    return input({.label = label_options(at(options, "label")),
                  .name = text(options, "name"),
                  .id = text(options, "id"),
                  .type = type.empty() ? "text" : type,
                  .value = maybe_text(options, "value"),
                  .hint = hint_options(options),
                  .error = maybe_error(options),
                  .classes = text(options, "classes"),
                  .autocomplete = text(options, "autocomplete"),
                  .autocapitalize = text(options, "autocapitalize"),
                  .inputmode = text(options, "inputmode"),
                  .pattern = text(options, "pattern"),
                  .spellcheck = maybe_bool(options, "spellcheck"),
                  .disabled = truthy(at(options, "disabled")),
                  .prefix = maybe_affix(at(options, "prefix")),
                  .suffix = maybe_affix(at(options, "suffix")),
                  .wrapper_classes = text(wrapper, "classes"),
                  .wrapper_attributes = attributes(wrapper),
                  .described_by = text(options, "describedBy"),
                  .form_group = one_field(options),
                  .attributes = attributes(options)});
}

Html adapt_password_input(const value& options)
{
    PasswordInput all{.label = label_options(at(options, "label")),
                      .name = text(options, "name"),
                      .id = text(options, "id"),
                      .value = maybe_text(options, "value"),
                      .hint = hint_options(options),
                      .error = maybe_error(options),
                      .disabled = truthy(at(options, "disabled")),
                      .described_by = text(options, "describedBy"),
                      .classes = text(options, "classes"),
                      .button_classes = text(at(options, "button"), "classes"),
                      .show_text = maybe_text(options, "showPasswordText"),
                      .hide_text = maybe_text(options, "hidePasswordText"),
                      .show_label = maybe_text(options, "showPasswordAriaLabelText"),
                      .hide_label = maybe_text(options, "hidePasswordAriaLabelText"),
                      .shown_announcement = maybe_text(options, "passwordShownAnnouncementText"),
                      .hidden_announcement = maybe_text(options, "passwordHiddenAnnouncementText"),
                      .form_group = one_field(options),
                      .attributes = attributes(options)};
    if (truthy(at(options, "autocomplete"))) all.autocomplete = text(options, "autocomplete");
    return password_input(all);
}

Html adapt_textarea(const value& options)
{
    return textarea({.label = label_options(at(options, "label")),
                     .name = text(options, "name"),
                     .id = text(options, "id"),
                     .value = text(options, "value"),
                     .rows = number(options, "rows", 5),
                     .hint = hint_options(options),
                     .error = maybe_error(options),
                     .autocomplete = text(options, "autocomplete"),
                     .spellcheck = maybe_bool(options, "spellcheck"),
                     .disabled = truthy(at(options, "disabled")),
                     .described_by = text(options, "describedBy"),
                     .classes = text(options, "classes"),
                     .form_group = one_field(options),
                     .attributes = attributes(options)});
}

Plurals plurals(const value& options, std::string_view key)
{
    Plurals all;
    const value& given = at(options, key);
    if (given.is_object())
        for (const auto& [form, message] : given.as_object()) all.emplace_back(form, text(message));
    return all;
}

std::optional<int> maybe_number(const value& options, std::string_view key)
{
    if (at(options, key).is_null()) return std::nullopt;
    return number(options, key, 0);
}

Html adapt_character_count(const value& options)
{
    return character_count({.label = label_options(at(options, "label")),
                            .name = text(options, "name"),
                            .id = text(options, "id"),
                            .value = text(options, "value"),
                            .rows = number(options, "rows", 5),
                            .max_characters = maybe_number(options, "maxlength"),
                            .max_words = maybe_number(options, "maxwords"),
                            .count_type = text(options, "countType"),
                            .threshold_percent = maybe_number(options, "threshold"),
                            .hint = hint_options(options),
                            .error = maybe_error(options),
                            .spellcheck = maybe_bool(options, "spellcheck"),
                            .description = text(options, "textareaDescriptionText"),
                            .message_classes = text(at(options, "countMessage"), "classes"),
                            .characters_under = plurals(options, "charactersUnderLimitText"),
                            .characters_over = plurals(options, "charactersOverLimitText"),
                            .words_under = plurals(options, "wordsUnderLimitText"),
                            .words_over = plurals(options, "wordsOverLimitText"),
                            .characters_at = text(options, "charactersAtLimitText"),
                            .words_at = text(options, "wordsAtLimitText"),
                            .classes = text(options, "classes"),
                            .form_group = one_field(options),
                            .attributes = attributes(options)});
}

Html adapt_select(const value& options)
{
    Select all{.label = label_options(at(options, "label")),
               .name = text(options, "name"),
               .items = {},
               .id = text(options, "id"),
               .value = text(options, "value"),
               .hint = hint_options(options),
               .error = maybe_error(options),
               .disabled = truthy(at(options, "disabled")),
               .described_by = text(options, "describedBy"),
               .classes = text(options, "classes"),
               .form_group = one_field(options),
               .attributes = attributes(options)};
    for (const auto& [place, item] : elements(options, "items"))
        all.items.push_back({.text = text(*item, "text"),
                             .value = maybe_text(*item, "value"),
                             .selected = maybe_bool(*item, "selected"),
                             .disabled = truthy(at(*item, "disabled")),
                             .attributes = attributes(*item)});
    return select(all);
}

Html adapt_file_upload(const value& options)
{
    return file_upload({.label = label_options(at(options, "label")),
                        .name = text(options, "name"),
                        .id = text(options, "id"),
                        .hint = hint_options(options),
                        .error = maybe_error(options),
                        .multiple = truthy(at(options, "multiple")),
                        .disabled = truthy(at(options, "disabled")),
                        .described_by = text(options, "describedBy"),
                        .classes = text(options, "classes"),
                        .form_group = one_field(options),
                        .attributes = attributes(options),
                        .javascript = truthy(at(options, "javascript")),
                        .wrapper_classes = text(options, "wrapperClasses"),
                        .wrapper_attributes = attributes(options, "wrapperAttributes"),
                        .choose_text = text(options, "chooseFilesButtonText"),
                        .no_file_text = text(options, "noFileChosenText"),
                        .drop_text = text(options, "dropInstructionText"),
                        .entered_text = text(options, "enteredDropZoneText"),
                        .left_text = text(options, "leftDropZoneText"),
                        .chosen_text = plurals(options, "multipleFilesChosenText")});
}

Choice choice_options(const value& item, const std::string& prefix, std::size_t place)
{
    Choice all{.text = words(item),
               .value = text(item, "value"),
               .hint = hint_options(item),
               .checked = maybe_bool(item, "checked"),
               .disabled = truthy(at(item, "disabled")),
               .divider = text(item, "divider"),
               .behaviour = text(item, "behaviour"),
               .id = text(item, "id"),
               .name = text(item, "name"),
               .label_classes = text(at(item, "label"), "classes"),
               .label_attributes = attributes(at(item, "label")),
               .attributes = attributes(item)};
    if (truthy(at(at(item, "conditional"), "html")))
        all.conditional = raw(at(item, "conditional"), "html");
    // The templates count the places of a list that hold nothing; our lists have none.
    if (all.id.empty() && place > 0) all.id = prefix + "-" + std::to_string(place + 1);
    return all;
}

std::vector<Choice> choices(const value& options)
{
    const std::string prefix =
        truthy(at(options, "idPrefix")) ? text(options, "idPrefix") : text(options, "name");
    std::vector<Choice> all;
    for (const auto& [place, item] : elements(options, "items"))
        all.push_back(choice_options(*item, prefix, place));
    return all;
}

Html adapt_radios(const value& options)
{
    return radios({.group = maybe_group(options),
                   .name = text(options, "name"),
                   .items = choices(options),
                   .value = text(options, "value"),
                   .id_prefix = text(options, "idPrefix"),
                   .hint = hint_options(options),
                   .error = maybe_error(options),
                   .classes = text(options, "classes"),
                   .form_group = many_fields(options),
                   .attributes = attributes(options)});
}

Html adapt_checkboxes(const value& options)
{
    Checkboxes all{.group = maybe_group(options),
                   .name = text(options, "name"),
                   .items = choices(options),
                   .id_prefix = text(options, "idPrefix"),
                   .described_by = text(options, "describedBy"),
                   .hint = hint_options(options),
                   .error = maybe_error(options),
                   .classes = text(options, "classes"),
                   .form_group = many_fields(options),
                   .attributes = attributes(options)};
    for (const auto& [place, chosen] : elements(options, "values"))
        all.values.push_back(text(*chosen));
    return checkboxes(all);
}

DatePart date_part(const value& options, const value& item, const char* name, int width)
{
    const value& values = at(options, "values");
    DatePart all{.name = truthy(at(item, "name")) ? text(item, "name") : name,
                 .label = text(item, "label"),
                 .value = maybe_text(item, "value"),
                 .error = maybe_bool(item, "error"),
                 .id = text(item, "id"),
                 .classes = text(item, "classes"),
                 .autocomplete = text(item, "autocomplete"),
                 .pattern = text(item, "pattern"),
                 .attributes = attributes(item),
                 .width = width};
    if (truthy(at(item, "inputmode"))) all.inputmode = text(item, "inputmode");
    if (!all.value) all.value = maybe_text(at(options, all.name), "value");
    if (!all.value) {
        const std::string prefix =
            truthy(at(options, "namePrefix")) ? text(options, "namePrefix") + "-" : "";
        all.value = maybe_text(values, prefix + all.name);
    }
    return all;
}

std::vector<DatePart> parts(const value& options)
{
    std::vector<DatePart> all;
    const auto width = [](const std::string& name) { return name == "year" ? 4 : 2; };
    for (const auto& [place, item] : elements(options, "items"))
        all.push_back(date_part(options, *item, "", width(text(*item, "name"))));
    if (!all.empty()) return all;
    for (const char* name : {"day", "month", "year"}) {
        // A part that is said to be false is left out.
        const value& item = at(options, name);
        if (item.is_bool() && !item.as_bool()) continue;
        all.push_back(date_part(options, item, name, width(name)));
    }
    return all;
}

Html adapt_date_input(const value& options)
{
    return date_input({.group = maybe_group(options),
                       .id = text(options, "id"),
                       .parts = parts(options),
                       .name_prefix = text(options, "namePrefix"),
                       .hint = hint_options(options),
                       .error = maybe_error(options),
                       .classes = text(options, "classes"),
                       .form_group = many_fields(options),
                       .attributes = attributes(options)});
}

} // namespace

std::vector<Named> adapters_of_forms()
{
    return {{"label", adapt_label},
            {"hint", adapt_hint},
            {"error-message", adapt_error_message},
            {"fieldset", adapt_fieldset},
            {"error-summary", adapt_error_summary},
            {"input", adapt_input},
            {"password-input", adapt_password_input},
            {"textarea", adapt_textarea},
            {"character-count", adapt_character_count},
            {"select", adapt_select},
            {"file-upload", adapt_file_upload},
            {"radios", adapt_radios},
            {"checkboxes", adapt_checkboxes},
            {"date-input", adapt_date_input}};
}

} // namespace heed::conformance
