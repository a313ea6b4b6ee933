#pragma once

#include "child/child.hpp"
#include "office/sheet_page.hpp"

#include <string>
#include <vector>

// The names of the fields as people read them, once: on the form and where two texts are shown.
namespace heed::correction {

/// "Since when"; the field's own name when it is none of these forms'.
std::string label_of(const std::string& field);
/// What can be chosen in it; none for a field that is typed into.
std::vector<forms::Choice> choices_of(const std::string& field);
/// What is chosen or typed, as it is read: the text of the choice.
std::string value_words(const std::string& field, const std::string& value);

/// Fields of a sheet, one after the other, with the labels above.
class FieldSet {
public:
    explicit FieldSet(const office::Sheet& sheet) : sheet_{sheet} {}

    FieldSet& input(const std::string& field, const std::string& hint = {});
    FieldSet& date(const char* field, const std::string& hint = {});
    FieldSet& radios(const char* field);
    /// With these choices, which are of this form alone.
    FieldSet& radios(const char* field, std::vector<forms::Choice> choices);
    FieldSet& checkboxes(const char* field, std::vector<forms::Choice> choices);
    FieldSet& heading(const char* words);
    FieldSet& add(const markup::Html& html);
    FieldSet& address(); ///< house, street, town, area, postcode
    markup::Html html() const { return html_; }

private:
    const office::Sheet& sheet_;
    markup::Html html_;
};

/// The address as it was typed into FieldSet::address, of the kind chosen in `kind`, else a home.
/// Refuses `needed` (nothing typed), `wrong_postcode`.
Outcome<child::AddressHeld> address_in(const office::Sheet& sheet, const child::Days& days);

} // namespace heed::correction
