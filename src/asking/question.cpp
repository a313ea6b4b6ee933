#include "asking/question.hpp"

#include "core/text.hpp"
#include "spoken/days.hpp"
#include "spoken/places.hpp"
#include "spoken/said.hpp"

namespace heed::asking {
namespace {

using std::chrono::days;

Born from_said(const spoken::Days& said) { return {said.from, said.to, said.about}; }

bool is_whole_month(const Born& born)
{
    const std::chrono::year_month_day from{born.from};
    return static_cast<unsigned>(from.day()) == 1 && born.to == add_months(born.from, 1) - days{1};
}

bool is_whole_year(const Born& born)
{
    const std::chrono::year_month_day from{born.from};
    return static_cast<unsigned>(from.day()) == 1 && from.month() == std::chrono::January &&
           born.to == add_months(born.from, 12) - days{1};
}

/// Reads back as the same days.
std::string days_in_words(const Born& born)
{
    const std::string about = born.about ? "about " : "";
    const std::string first = in_words(born.from);
    if (born.from == born.to) return about + first;
    if (is_whole_year(born)) return about + first.substr(first.rfind(' ') + 1);
    if (is_whole_month(born)) return about + first.substr(first.find(' ') + 1);
    return about + first + " to " + in_words(born.to);
}

std::string joined(std::initializer_list<std::string_view> parts, std::string_view between)
{
    std::string out;
    for (const std::string_view part : parts) {
        if (part.empty()) continue;
        if (!out.empty()) out += between;
        out += part;
    }
    return out;
}

std::string postcode_in_capitals(std::string_view text)
{
    const auto postcode = spoken::postcode_in(text);
    return postcode ? spoken::in_capitals(*postcode) : std::string{text};
}

/// 10 figures as 3, 3 and 4: how NHS numbers are read out.
std::string spaced_identifier(std::string_view text)
{
    if (text.size() != 10 || !spoken::is_figures(text)) return std::string{text};
    return joined({text.substr(0, 3), text.substr(3, 3), text.substr(6)}, " ");
}

} // namespace

Born born_on(Day day) { return {day, day, false}; }
Born born_in_month(int year, unsigned month)
{
    return from_said(spoken::days_of_month(year, month));
}
Born born_in_year(int year) { return from_said(spoken::days_of_year(year)); }
Born born_at_age(int age, Day today) { return from_said(spoken::days_of_age(age, today)); }

std::optional<Born> born_from_iso(std::string_view text)
{
    if (text.size() == 10) {
        const auto day = day_from_iso(text);
        return day ? std::optional{born_on(*day)} : std::nullopt;
    }
    const int year = spoken::small_number(text.substr(0, 4));
    if (year < 1400 || year > 2199 || text.size() < 4) return std::nullopt;
    if (text.size() == 4) return born_in_year(year);
    const int month = text.size() == 7 && text[4] == '-' ? spoken::small_number(text.substr(5)) : 0;
    if (month < 1 || month > 12) return std::nullopt;
    return born_in_month(year, static_cast<unsigned>(month));
}

bool Question::empty() const
{
    return name.empty() && forename.empty() && middle.empty() && surname.empty() && !born &&
           house.empty() && street.empty() && town.empty() && postcode.empty() && carer.empty() &&
           identifier.empty();
}

std::vector<Chip> chips(const Question& question)
{
    std::vector<Chip> chips;
    const auto add = [&](std::string_view label, std::string value) {
        if (!value.empty()) chips.push_back({std::string{label}, std::move(value)});
    };
    add("Name", question.name);
    add("Forename", question.forename);
    add("Middle name", question.middle);
    add("Surname", question.surname);
    if (question.born) add("Born", days_in_words(*question.born));
    if (question.sex != Sex::unknown) add("Sex", question.sex == Sex::female ? "girl" : "boy");
    add("Address", joined({question.house, question.street}, " "));
    add("Town", question.town);
    add("Postcode", postcode_in_capitals(question.postcode));
    add("Parent or carer", question.carer);
    add(question.identifier.size() == 10 && spoken::is_figures(question.identifier) ? "NHS number"
                                                                                    : "Number",
        spaced_identifier(question.identifier));
    if (!question.odd_age.empty()) add("Age", "not understood (" + question.odd_age + ")");
    return chips;
}

std::string spelled_back(const Question& question)
{
    std::string out;
    const auto add = [&](std::string_view before, std::string_view value) {
        if (value.empty()) return;
        if (!out.empty()) out += ", ";
        if (!before.empty()) (out += before) += ' ';
        out += value;
    };
    // Words in the name that would be read as something else are read last.
    const bool plain = spoken::said_in(question.name, Day{}).name == question.name;
    if (plain) add("", question.name);
    add("forename", question.forename);
    add("middle", question.middle);
    add("surname", question.surname);
    if (question.born) add("born", days_in_words(*question.born));
    if (question.sex != Sex::unknown) add("", question.sex == Sex::female ? "girl" : "boy");
    // Before the address, where a word may look like one.
    add("postcode", postcode_in_capitals(question.postcode));
    add("address", joined({question.house, question.street}, " "));
    add("town", question.town);
    add("carer", question.carer);
    add("number", spaced_identifier(question.identifier));
    add("", question.odd_age);
    if (!plain) add("", question.name);
    return out;
}

Understood understand(std::string_view typed, Day today)
{
    spoken::Said said = spoken::said_in(typed, today);
    Understood understood;
    Question& question = understood.question;
    question.name = std::move(said.name);
    question.forename = std::move(said.forename);
    question.middle = std::move(said.middle);
    question.surname = std::move(said.surname);
    if (said.born) question.born = from_said(*said.born);
    if (said.girl || said.boy) question.sex = said.girl ? Sex::female : Sex::male;
    question.house = std::move(said.house);
    question.street = std::move(said.street);
    question.town = std::move(said.town);
    question.postcode = std::move(said.postcode);
    question.carer = std::move(said.carer);
    question.identifier = std::move(said.identifier);
    question.odd_age = std::move(said.odd_age);
    understood.chips = chips(question);
    return understood;
}

} // namespace heed::asking
