#pragma once

#include "forms/parts.hpp"

#include <optional>
#include <string>
#include <vector>

// What a person fills in. Every field has a label and every group a legend, because neither has a
// default. Ids are the field's name when none is given, so that an error can link to it.
namespace heed::forms {

/// Words at the left or right end of an input, as a unit.
struct Affix {
    template <std::convertible_to<Words> T> Affix(T&& words) : text{std::forward<T>(words)} {}

    Words text;
    std::string classes;
    Attributes attributes;
};
struct Input {
    Label label;
    Name name;
    std::string id = {};
    std::string type = "text";
    std::optional<std::string> value = {};
    std::optional<Hint> hint = {};
    std::optional<ErrorMessage> error = {};
    std::string classes = {}; ///< width: "govuk-input--width-10", "govuk-!-width-one-half"
    std::string autocomplete = {}, autocapitalize = {}, inputmode = {}, pattern = {};
    std::optional<bool> spellcheck = {};
    bool disabled = false;
    std::optional<Affix> prefix = {}, suffix = {};
    std::string wrapper_classes = {};
    Attributes wrapper_attributes = {};
    std::string described_by = {};
    FormGroup form_group = {};
    Attributes attributes = {};
};
Html input(const Input& options);

struct PasswordInput {
    Label label;
    Name name;
    std::string id = {};
    std::optional<std::string> value = {};
    std::optional<Hint> hint = {};
    std::optional<ErrorMessage> error = {};
    std::string autocomplete = "current-password";
    bool disabled = false;
    std::string described_by = {};
    std::string classes = {}, button_classes = {};
    /// Absent: the words of the script ("Show", "Hide" and what is said about them).
    std::optional<std::string> show_text = {}, hide_text = {}, show_label = {}, hide_label = {},
                               shown_announcement = {}, hidden_announcement = {};
    FormGroup form_group = {};
    Attributes attributes = {};
};
Html password_input(const PasswordInput& options);

struct Textarea {
    Label label;
    Name name;
    std::string id = {};
    std::string value = {};
    int rows = 5;
    std::optional<Hint> hint = {};
    std::optional<ErrorMessage> error = {};
    std::string autocomplete = {};
    std::optional<bool> spellcheck = {};
    bool disabled = false;
    std::string described_by = {};
    std::string classes = {};
    FormGroup form_group = {};
    Attributes attributes = {};
};
Html textarea(const Textarea& options);

/// A message for each plural form of a language: {"one", "…"}, {"other", "…"}.
using Plurals = std::vector<std::pair<std::string, std::string>>;

/// A textarea that says how much room is left. The limit is a help: saving is never prevented.
struct CharacterCount {
    Label label;
    Name name;
    std::string id = {};
    std::string value = {};
    int rows = 5;
    std::optional<int> max_characters = {}, max_words = {};
    std::string count_type = {}; ///< "words", "characters" or what the script should find out
    std::optional<int> threshold_percent = {}; ///< say nothing before this much is used
    std::optional<Hint> hint = {};
    std::optional<ErrorMessage> error = {};
    std::optional<bool> spellcheck = {};
    std::string description = {}; ///< "You can enter up to %{count} …"
    std::string message_classes = {};
    Plurals characters_under, characters_over, words_under, words_over;
    std::string characters_at = {}, words_at = {};
    std::string classes = {};
    FormGroup form_group = {};
    Attributes attributes = {};
};
Html character_count(const CharacterCount& options);

struct Option {
    std::string text;
    std::optional<std::string> value = {}; ///< the text when absent
    std::optional<bool> selected = {};     ///< by the select's value when absent
    bool disabled = false;
    Attributes attributes = {};
};
struct Select {
    Label label;
    Name name;
    std::vector<Option> items;
    std::string id = {};
    std::string value = {};
    std::optional<Hint> hint = {};
    std::optional<ErrorMessage> error = {};
    bool disabled = false;
    std::string described_by = {};
    std::string classes = {};
    FormGroup form_group = {};
    Attributes attributes = {};
};
Html select(const Select& options);

struct FileUpload {
    Label label;
    Name name;
    std::string id = {};
    std::optional<Hint> hint = {};
    std::optional<ErrorMessage> error = {};
    bool multiple = false, disabled = false;
    std::string described_by = {};
    std::string classes = {};
    FormGroup form_group = {};
    Attributes attributes = {};
    bool javascript = false; ///< the enhanced one, a place to drop files
    std::string wrapper_classes = {};
    Attributes wrapper_attributes = {};
    std::string choose_text = {}, no_file_text = {}, drop_text = {}, entered_text = {},
                left_text = {};
    Plurals chosen_text = {};
};
Html file_upload(const FileUpload& options);

} // namespace heed::forms
