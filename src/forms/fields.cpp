#include "forms/fields.hpp"

#include "markup/components_text.hpp"

namespace heed::forms {

using markup::attribute_unless_empty;
using markup::class_attribute;
using markup::join_classes;
using markup::Literal;
using markup::truth_attribute;

namespace {

Html with_class(Literal base, bool error, Literal error_class, const std::string& more)
{
    Html html;
    html << " class=\"" << base;
    if (!more.empty()) html << " " << more;
    if (error) html << " " << error_class;
    html << "\"";
    return html;
}

Html affix(const std::optional<Affix>& affix, Literal kind)
{
    Html html;
    if (!affix || affix->text.empty()) return html;
    html << "<div class=\"govuk-input__" << kind;
    if (!affix->classes.empty()) html << " " << affix->classes;
    html << "\" aria-hidden=\"true\"" << affix->attributes.html() << ">" << affix->text.html()
         << "</div>";
    return html;
}

Html input_element(const Input& options, const std::string& id, const std::string& described_by)
{
    Html html;
    html << "<input"
         << with_class("govuk-input", options.error.has_value(), "govuk-input--error",
                       options.classes)
         << " id=\"" << id << "\" name=\"" << options.name.text() << "\" type=\"" << options.type
         << "\"" << truth_attribute("spellcheck", options.spellcheck);
    if (options.value) html << " value=\"" << *options.value << "\"";
    if (options.disabled) html << " disabled";
    html << attribute_unless_empty("aria-describedby", described_by)
         << attribute_unless_empty("autocomplete", options.autocomplete)
         << attribute_unless_empty("autocapitalize", options.autocapitalize)
         << attribute_unless_empty("pattern", options.pattern)
         << attribute_unless_empty("inputmode", options.inputmode) << options.attributes.html()
         << ">";
    return html;
}

// What the script says instead of its own English.
void say(Attributes& attributes, std::string_view key, const std::string& message)
{
    if (!message.empty()) attributes.set("data-i18n." + std::string{key}, message);
}

void say(Attributes& attributes, std::string_view key, const Plurals& messages)
{
    for (const auto& [form, message] : messages)
        attributes.set("data-i18n." + std::string{key} + "." + form, message);
}

std::string id_or_name(const std::string& id, const Name& name)
{
    return id.empty() ? name.text() : id;
}

std::string limit_message(const std::string& description, std::string_view kind, int limit)
{
    std::string message = description;
    if (message.empty())
        message = kind == "words" ? "You can enter up to %{count} words"
                                  : "You can enter up to %{count} characters";
    constexpr std::string_view place = "%{count}";
    if (const std::size_t at = message.find(place); at != std::string::npos)
        message.replace(at, place.size(), std::to_string(limit));
    return message;
}

} // namespace

Html input(const Input& options)
{
    const std::string id = id_or_name(options.id, options.name);
    const Described described = describe(id, options.hint, options.error, options.described_by);
    const Html element = input_element(options, id, described.ids);
    const Html before = around(options.form_group.before_input) + affix(options.prefix, "prefix");
    const Html after = affix(options.suffix, "suffix") + around(options.form_group.after_input);

    Html html = label(options.label, id) + described.html;
    if (before.empty() && after.empty())
        html << element;
    else
        html << "<div" << class_attribute("govuk-input__wrapper", options.wrapper_classes)
             << options.wrapper_attributes.html() << ">" << before << element << after << "</div>";
    return form_group(options.form_group, options.error.has_value(), html);
}

Html password_input(const PasswordInput& options)
{
    const std::string id = id_or_name(options.id, options.name);
    Attributes messages{{"data-module", "govuk-password-input"}};
    say(messages, "show-password", options.show_text.value_or(""));
    say(messages, "hide-password", options.hide_text.value_or(""));
    say(messages, "show-password-aria-label", options.show_label.value_or(""));
    say(messages, "hide-password-aria-label", options.hide_label.value_or(""));
    say(messages, "password-shown-announcement", options.shown_announcement.value_or(""));
    say(messages, "password-hidden-announcement", options.hidden_announcement.value_or(""));
    messages.add(options.form_group.attributes);

    Attributes of_button{{"aria-controls", id},
                         {"aria-label", options.show_label.value_or("Show password")}};
    of_button.flag("hidden");
    Html toggle = markup::button(
        {.text = options.show_text.value_or("Show"),
         .type = "button",
         .classes = join_classes("govuk-button--secondary govuk-password-input__toggle "
                                 "govuk-js-password-input-toggle",
                                 options.button_classes),
         .attributes = of_button});
    toggle << around(options.form_group.after_input);

    return input(
        {.label = options.label,
         .name = options.name,
         .id = id,
         .type = "password",
         .value = options.value,
         .hint = options.hint,
         .error = options.error,
         .classes = join_classes("govuk-password-input__input govuk-js-password-input-input",
                                 options.classes),
         .autocomplete = options.autocomplete,
         .autocapitalize = "none",
         .spellcheck = false,
         .disabled = options.disabled,
         .wrapper_classes = "govuk-password-input__wrapper",
         .described_by = options.described_by,
         .form_group = {.classes = join_classes("govuk-password-input", options.form_group.classes),
                        .attributes = messages,
                        .before_input = options.form_group.before_input,
                        .after_input = toggle},
         .attributes = options.attributes});
}

Html textarea(const Textarea& options)
{
    const std::string id = id_or_name(options.id, options.name);
    const Described described = describe(id, options.hint, options.error, options.described_by);
    Html html = label(options.label, id) + described.html;
    html << around(options.form_group.before_input) << "<textarea"
         << class_attribute(options.error ? Literal{"govuk-textarea govuk-textarea--error"}
                                          : Literal{"govuk-textarea"},
                            options.classes)
         << " id=\"" << id << "\" name=\"" << options.name.text() << "\" rows=\"" << options.rows
         << "\"" << truth_attribute("spellcheck", options.spellcheck);
    if (options.disabled) html << " disabled";
    html << attribute_unless_empty("aria-describedby", described.ids)
         << attribute_unless_empty("autocomplete", options.autocomplete)
         << options.attributes.html()
         << ">"
         // A browser drops one line break here, which would be lost from a text that begins so.
         << (options.value.starts_with('\n') ? Html{"\n"} : Html{}) << options.value
         << "</textarea>" << around(options.form_group.after_input);
    return form_group(options.form_group, options.error.has_value(), html);
}

Html character_count(const CharacterCount& options)
{
    const std::string id = id_or_name(options.id, options.name);
    const std::optional<int> limit = options.max_words ? options.max_words : options.max_characters;
    const std::string kind = !options.count_type.empty() ? options.count_type
                             : options.max_words         ? "words"
                                                         : "";

    Attributes module{{"data-module", "govuk-character-count"}};
    const auto number = [&](std::string_view name, std::optional<int> value) {
        if (value) module.set(name, std::to_string(*value));
    };
    number("data-maxlength", options.max_characters);
    number("data-maxwords", options.max_words);
    number("data-threshold", options.threshold_percent);
    if (!kind.empty()) module.set("data-count-type", kind);
    if (!limit) say(module, "textarea-description.other", options.description);
    say(module, "characters-under-limit", options.characters_under);
    say(module, "characters-at-limit", options.characters_at);
    say(module, "characters-over-limit", options.characters_over);
    say(module, "words-under-limit", options.words_under);
    say(module, "words-at-limit", options.words_at);
    say(module, "words-over-limit", options.words_over);
    module.add(options.form_group.attributes);

    Hint message{limit ? limit_message(options.description, kind, *limit) : "",
                 join_classes("govuk-character-count__message", options.message_classes)};
    message.id = id + "-info";
    return textarea(
        {.label = options.label,
         .name = options.name,
         .id = id,
         .value = options.value,
         .rows = options.rows,
         .hint = options.hint,
         .error = options.error,
         .spellcheck = options.spellcheck,
         .described_by = id + "-info",
         .classes = join_classes("govuk-js-character-count", options.classes),
         .form_group = {.classes =
                            join_classes("govuk-character-count", options.form_group.classes),
                        .attributes = module,
                        .before_input = options.form_group.before_input,
                        .after_input = hint(message) + around(options.form_group.after_input)},
         .attributes = options.attributes});
}

Html select(const Select& options)
{
    const std::string id = id_or_name(options.id, options.name);
    const Described described = describe(id, options.hint, options.error, options.described_by);
    Html html = label(options.label, id) + described.html;
    html << around(options.form_group.before_input) << "<select"
         << with_class("govuk-select", options.error.has_value(), "govuk-select--error",
                       options.classes)
         << " id=\"" << id << "\" name=\"" << options.name.text() << "\"";
    if (options.disabled) html << " disabled";
    html << attribute_unless_empty("aria-describedby", described.ids) << options.attributes.html()
         << ">";
    for (const Option& item : options.items) {
        const bool is_the_value =
            !options.value.empty() && item.value.value_or(item.text) == options.value;
        html << "<option";
        if (item.value) html << " value=\"" << *item.value << "\"";
        if (item.selected.value_or(is_the_value)) html << " selected";
        if (item.disabled) html << " disabled";
        html << item.attributes.html() << ">" << item.text << "</option>";
    }
    html << "</select>" << around(options.form_group.after_input);
    return form_group(options.form_group, options.error.has_value(), html);
}

Html file_upload(const FileUpload& options)
{
    const std::string id = id_or_name(options.id, options.name);
    const Described described = describe(id, options.hint, options.error, options.described_by);
    Attributes wrapper{{"data-module", "govuk-file-upload"}};
    say(wrapper, "choose-files-button", options.choose_text);
    say(wrapper, "no-file-chosen", options.no_file_text);
    say(wrapper, "multiple-files-chosen", options.chosen_text);
    say(wrapper, "drop-instruction", options.drop_text);
    say(wrapper, "entered-drop-zone", options.entered_text);
    say(wrapper, "left-drop-zone", options.left_text);
    wrapper.add(options.wrapper_attributes);

    Html element;
    element << "<input"
            << with_class("govuk-file-upload", options.error.has_value(),
                          "govuk-file-upload--error", options.classes)
            << " id=\"" << id << "\" name=\"" << options.name.text() << "\" type=\"file\"";
    if (options.disabled) element << " disabled";
    if (options.multiple) element << " multiple";
    element << attribute_unless_empty("aria-describedby", described.ids)
            << options.attributes.html() << ">";

    Html html = label(options.label, id) + described.html;
    html << around(options.form_group.before_input);
    if (options.javascript)
        html << "<div" << class_attribute("govuk-file-upload-wrapper", options.wrapper_classes)
             << wrapper.html() << ">" << element << "</div>";
    else
        html << element;
    html << around(options.form_group.after_input);
    return form_group(options.form_group, options.error.has_value(), html);
}

} // namespace heed::forms
