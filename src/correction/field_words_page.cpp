#include "correction/field_words_page.hpp"

#include "family/family.hpp"
#include "markup/components.hpp"
#include "plan/plan.hpp"

#include <map>

namespace heed::correction {

namespace {

/// As it begins a line.
std::string titled(std::string words)
{
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
        words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

/// What can be chosen: the value, and how it is read.
using Options = std::vector<std::pair<std::string, std::string>>;

template <class E> Options all_of(std::initializer_list<E> some)
{
    Options options;
    for (const E one : some)
        options.emplace_back(std::string{code(one)}, titled(std::string{label(one)}));
    return options;
}

Options sexes(const char* female, const char* male)
{
    return {{"female", female}, {"male", male}, {"not_known", "Not known"}};
}

const std::map<std::string, std::string, std::less<>>& labels()
{
    static const std::map<std::string, std::string, std::less<>> known{
        {"how", "What is it about?"},
        {"name_kind", "What kind of name"},
        {"forename", "Forename"},
        {"middle", "Middle names"},
        {"surname", "Surname"},
        {"from", "Since when"},
        {"to", "Until when"},
        {"birth", "Birth"},
        {"born", "Born or expected on"},
        {"sex", "Sex"},
        {"adult_sex", "Sex"},
        {"ethnicity", "Ethnicity"},
        {"died", "Died on"},
        {"first_language", "First language"},
        {"interpreter", "Is an interpreter needed?"},
        {"kind", "What kind of address"},
        {"house", "House name or number"},
        {"street", "Street"},
        {"town", "Town"},
        {"area", "Area"},
        {"postcode", "Postcode"},
        {"verified", "Verified on"},
        {"verified_by", "Verified by"},
        {"verified_how", "How"},
        {"gp", "GP"},
        {"school", "School or nursery"},
        {"health_visitor", "Health visitor"},
        {"school_nurse", "School nurse"},
        {"nhs_number", "NHS number"},
        {"upn", "Pupil number"},
        {"local", "Record number"},
        {"legal_status", "Legal status"},
        {"name", "Name"},
        {"telephone", "Telephone"},
        {"address", "Address, if it is not the child's"},
        {"tie", "What are they to the child?"},
        {"sibling_tie", "What is the other child to this one?"},
        {"responsibility", "Parental responsibility"},
        {"court_order", "Court order about it"},
        {"lives", "Do they live with the child?"},
        {"role", "In the household they are"},
        {"also", "The same is true for"},
        {"other", "Which child?"},
        {"look_for", "Look for the other child"},
        {"who", "Who?"},
        {"who_moves", "Who moves?"},
        {"where", "Where to?"},
        {"household_number", "Household number"},
        {"key_worker", "Key worker"},
        {"team", "Team"},
        {"since", "Since when"},
        {"categories", "Categories"},
        {"main", "The main one"},
        {"next_review_due", "Next review conference by"},
        {"first_day", "First day"},
        {"last_day", "Last day"},
        {"ended_because", "Why the plan ends"}};
    return known;
}

using Choices = std::map<std::string, Options, std::less<>>;

const Choices& choices()
{
    using child::AddressKind;
    using child::NameKind;
    using family::Tie;
    static const Choices known{
        {"name_kind",
         all_of({NameKind::legal, NameKind::preferred, NameKind::alias, NameKind::former})},
        {"birth",
         {{"known", "Born on this day"},
          {"expected", "Not born yet, and expected on this day"},
          {"estimated_year", "Only the year is known"},
          {"unknown", "Not known"}}},
        {"sex", sexes("Girl", "Boy")},
        {"adult_sex", sexes("Woman", "Man")},
        {"interpreter", {{"yes", "Yes"}, {"no", "No"}, {"not_asked", "Not asked yet"}}},
        {"kind", all_of({AddressKind::home, AddressKind::staying, AddressKind::placement})},
        {"tie",
         all_of({Tie::mother, Tie::father, Tie::parent, Tie::parent_or_carer, Tie::step_parent,
                 Tie::partner_of_parent, Tie::foster_carer, Tie::grandparent, Tie::aunt_or_uncle,
                 Tie::other_relative, Tie::not_related})},
        {"sibling_tie", all_of({Tie::sibling, Tie::half_sibling, Tie::step_sibling, Tie::cousin,
                                Tie::mother, Tie::father, Tie::other_relative, Tie::not_related})},
        {"responsibility",
         {{"yes", "Yes, has it in law"}, {"no", "No"}, {"not_known", "Not known"}}},
        {"lives", {{"lives", "Lives there"}, {"visits", "Visits regularly"}, {"no", "No"}}}};
    return known;
}

} // namespace

std::string label_of(const std::string& field)
{
    const auto known = labels().find(field);
    return known == labels().end() ? field : known->second;
}

std::vector<forms::Choice> choices_of(const std::string& field)
{
    std::vector<forms::Choice> found;
    if (const auto known = choices().find(field); known != choices().end())
        for (const auto& [value, words] : known->second)
            found.push_back({.text = words, .value = value});
    return found;
}

std::string value_words(const std::string& field, const std::string& value)
{
    const auto known = choices().find(field);
    if (known == choices().end()) return value;
    for (const auto& [code, words] : known->second)
        if (code == value) return words;
    return value;
}

FieldSet& FieldSet::input(const std::string& field, const std::string& hint)
{
    html_ << sheet_.input(label_of(field), field, hint);
    return *this;
}

FieldSet& FieldSet::date(const char* field, const std::string& hint)
{
    html_ << sheet_.date(label_of(field), field, hint);
    return *this;
}

FieldSet& FieldSet::radios(const char* field) { return radios(field, choices_of(field)); }

FieldSet& FieldSet::radios(const char* field, std::vector<forms::Choice> choices)
{
    html_ << sheet_.radios(label_of(field), field, std::move(choices));
    return *this;
}

FieldSet& FieldSet::checkboxes(const char* field, std::vector<forms::Choice> choices)
{
    html_ << sheet_.checkboxes(label_of(field), field, std::move(choices));
    return *this;
}

FieldSet& FieldSet::heading(const char* words)
{
    html_ << markup::heading(3, words, "govuk-heading-m");
    return *this;
}

FieldSet& FieldSet::add(const markup::Html& html)
{
    html_ << html;
    return *this;
}

FieldSet& FieldSet::address()
{
    return input("house").input("street").input("town").input("area").input("postcode");
}

Outcome<child::AddressHeld> address_in(const office::Sheet& sheet, const child::Days& days)
{
    child::AddressHeld held{.days = days};
    held.kind =
        from_code<child::AddressKind>(sheet.text("kind")).value_or(child::AddressKind::home);
    held.address = {.house = sheet.text("house"),
                    .street = sheet.text("street"),
                    .town = sheet.text("town"),
                    .area = sheet.text("area")};
    if (const auto typed = sheet.text("postcode"); !typed.empty())
        held.address.postcode = TRY(child::Postcode::from(typed));
    if (held.address.in_line().empty()) return refuse(RefusalCode::needed, "street");
    return held;
}

} // namespace heed::correction
