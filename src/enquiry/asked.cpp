#include "enquiry/asked.hpp"

#include "core/text.hpp"
#include "directory/telephone.hpp"

#include <algorithm>

namespace heed::enquiry {

namespace {

struct Needed {
    const std::string& value;
    const char* field;
    RefusalCode code;
};

/// Somebody outside can be rung on it: it is more than an extension.
bool can_be_rung(const std::string& number) { return directory::dialled(number).size() >= 7; }

/// A birth as it was said: `2003-03-14`, `2003-03`, `2003`, or as people type it.
std::optional<matching::Born> born_of(const std::string& said, Day today)
{
    if (const auto born = matching::born_from_iso(trimmed(said))) return born;
    return matching::understand(said, today).question.born;
}

/// `8 Quarry Row, Chatham, ME4 4TR`: the house and street, then the town; the postcode anywhere.
void place_from(const std::string& address, matching::Question& question)
{
    std::vector<std::string> parts;
    for (const auto part : split(address, ','))
        if (const auto text = trimmed(part); !text.empty()) parts.emplace_back(text);
    if (parts.empty()) return;
    std::string_view street = parts.front();
    const auto space = street.find(' ');
    if (space != std::string_view::npos && street.front() >= '0' && street.front() <= '9') {
        question.house = std::string{street.substr(0, space)};
        street = trimmed(street.substr(space + 1));
    }
    question.street = std::string{street};
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const bool has_figure =
            std::ranges::any_of(parts[i], [](char c) { return c >= '0' && c <= '9'; });
        if (has_figure && question.postcode.empty())
            question.postcode = parts[i];
        else if (question.town.empty())
            question.town = parts[i];
    }
}

} // namespace

std::vector<Refusal> amiss(const Asked& asked, Day today)
{
    std::vector<Refusal> found;
    const auto note = [&](RefusalCode code, const char* field) {
        found.push_back({code, field, {}});
    };
    const Needed needed[] = {
        {asked.caller.name, "caller", RefusalCode::say_who_is_asking},
        {asked.caller.agency, "agency", RefusalCode::say_who_is_asking},
        {asked.caller.called_back, "called_back", RefusalCode::say_who_is_asking},
        {asked.reason, "reason", RefusalCode::say_why},
    };
    for (const Needed& field : needed) {
        if (trimmed(field.value).empty())
            note(field.code, field.field);
        else if (field.value.size() > 4000)
            note(RefusalCode::too_long, field.field);
        else if (&field.value == &asked.caller.called_back && !can_be_rung(field.value))
            found.push_back({field.code, field.field,
                             "Write it with its area code, in at least seven figures. An extension "
                             "alone rings nobody."});
    }
    const About& about = asked.about;
    for (const std::string* text : {&about.typed, &about.name, &about.address, &about.identifier})
        if (text->size() > 400) {
            note(RefusalCode::too_long, "about");
            return found; // What is so long is not read.
        }
    if (!trimmed(about.born).empty() && !born_of(about.born, today))
        note(RefusalCode::not_understood, "born");
    if (about.age && (*about.age < 0 || *about.age > 120)) note(RefusalCode::not_understood, "age");
    if (!asked.child_id && question_of(about, today).empty() && about.born.empty() && !about.age)
        note(RefusalCode::say_which_child, "about");
    return found;
}

Outcome<void> check(const Asked& asked, Day today)
{
    if (auto found = amiss(asked, today); !found.empty())
        return std::unexpected{std::move(found.front())};
    return {};
}

matching::Question question_of(const About& about, Day today)
{
    matching::Question question;
    if (!trimmed(about.typed).empty()) question = matching::understand(about.typed, today).question;
    // Programs, too, put what they were told into the name: a date or a postcode is read as one.
    const bool more_than_a_name = about.name.find_first_of("0123456789") != std::string::npos;
    if (more_than_a_name && question.empty())
        question = matching::understand(about.name, today).question;
    else if (!trimmed(about.name).empty())
        question.name = std::string{trimmed(about.name)};
    if (!trimmed(about.born).empty())
        question.born = born_of(about.born, today);
    else if (about.age)
        question.born = matching::born_at_age(*about.age, today);
    if (about.sex == "F") question.sex = matching::Sex::female;
    if (about.sex == "M") question.sex = matching::Sex::male;
    if (!trimmed(about.address).empty()) place_from(about.address, question);
    if (!trimmed(about.postcode).empty()) question.postcode = std::string{trimmed(about.postcode)};
    if (!trimmed(about.identifier).empty())
        question.identifier = std::string{trimmed(about.identifier)};
    return question;
}

std::string fold_of(const matching::Question& question)
{
    const std::string names = lower_ascii(question.forename + ' ' + question.middle + ' ' +
                                          question.surname + ' ' + question.name);
    std::vector<std::string> words;
    for (const auto word : split(names, ' '))
        if (!word.empty()) words.emplace_back(word);
    std::ranges::sort(words);
    std::string fold;
    for (const auto& word : words) fold += word + ' ';
    if (question.born) fold += to_iso(question.born->from) + '/' + to_iso(question.born->to);
    if (words.empty()) fold += ' ' + lower_ascii(question.postcode + question.identifier);
    return fold;
}

} // namespace heed::enquiry
