#pragma once

#include "forms/parts.hpp"

#include <optional>
#include <string>
#include <vector>

// Fields of several parts: choices and dates. A group of them has a legend, as a field has a label.
namespace heed::forms {

struct Fieldset {
    Legend legend;
    Html html = {};
    std::string described_by = {};
    std::string role = {};
    std::string classes = {};
    Attributes attributes = {};
};
Html fieldset(const Fieldset& options);

/// The group that choices or the parts of a date stand in.
struct Group {
    template <std::convertible_to<Legend> T> Group(T&& words) : legend{std::forward<T>(words)} {}

    Legend legend;
    std::string described_by;
    std::string classes;
    Attributes attributes;
};

/// One radio button or checkbox.
struct Choice {
    Words text = Words::none();
    std::string value = {};
    std::optional<Hint> hint = {};
    std::optional<bool> checked = {}; ///< by the group's value when absent
    bool disabled = false;
    Html conditional = {};      ///< shown when chosen (always, without script)
    std::string divider = {};   ///< instead of a choice: a word between choices, as "or"
    std::string behaviour = {}; ///< "exclusive": choosing it clears the other checkboxes
    std::string id = {}, name = {};
    std::string label_classes = {};
    Attributes label_attributes = {};
    Attributes attributes = {};
};

struct Radios {
    std::optional<Group> group; ///< required to be said: a group, or {} when a heading names it
    Name name;
    std::vector<Choice> items;
    std::string value = {};
    std::string id_prefix = {};
    std::optional<Hint> hint = {};
    std::optional<ErrorMessage> error = {};
    std::string classes = {}; ///< "govuk-radios--inline", "govuk-radios--small"
    FormGroup form_group = {};
    Attributes attributes = {};
};
Html radios(const Radios& options);

struct Checkboxes {
    std::optional<Group> group;
    Name name;
    std::vector<Choice> items;
    std::vector<std::string> values = {};
    std::string id_prefix = {};
    std::string described_by = {};
    std::optional<Hint> hint = {};
    std::optional<ErrorMessage> error = {};
    std::string classes = {};
    FormGroup form_group = {};
    Attributes attributes = {};
};
Html checkboxes(const Checkboxes& options);

/// Day, month or year of a date.
struct DatePart {
    std::string name;       ///< "day", "month", "year", after the date's name prefix
    std::string label = {}; ///< the name with a capital when empty
    std::optional<std::string> value = {};
    std::optional<bool> error = {}; ///< all parts are marked when none says
    std::string id = {};
    std::string classes = {};
    std::string inputmode = "numeric";
    std::string autocomplete = {}, pattern = {};
    Attributes attributes = {};
    int width = 2; ///< in characters
};
/// The three parts, with values as typed.
std::vector<DatePart> date_parts(std::string day, std::string month, std::string year);

struct DateInput {
    std::optional<Group> group;
    Name id;
    std::vector<DatePart> parts = date_parts({}, {}, {});
    std::string name_prefix = {};
    std::optional<Hint> hint = {};
    std::optional<ErrorMessage> error = {};
    std::string classes = {};
    FormGroup form_group = {};
    Attributes attributes = {};
};
Html date_input(const DateInput& options);

} // namespace heed::forms
