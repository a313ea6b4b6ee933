#include "held/described.hpp"

#include "core/text.hpp"
#include "extract/dates_as_typed.hpp"
#include "extract/names_as_typed.hpp"

#include <set>

namespace heed::held {

namespace {

using extract::Heading;
using matching::Person;

matching::Birth birth_of(const std::string& typed, Day as_at)
{
    const auto date = extract::date_as_typed(typed, as_at, extract::DateOf::birth);
    using Kind = extract::TypedDate::Kind;
    if (date.kind == Kind::day)
        return {date.expected ? matching::BirthKind::expected : matching::BirthKind::known,
                date.day};
    if (date.kind == Kind::month || date.kind == Kind::year)
        return {matching::BirthKind::estimated_year, date.day};
    return {}; // Whatever cannot be read speaks against nobody.
}

void add_name(Person& person, std::string forename, std::string middle, std::string surname,
              matching::NameKind kind)
{
    if (forename.empty() && surname.empty()) return;
    person.names.push_back({.forename = std::move(forename),
                            .middle = std::move(middle),
                            .surname = std::move(surname),
                            .kind = kind});
}

std::string unless_it_says_nothing(const std::string& typed)
{
    return extract::says_nothing(typed) ? std::string{} : std::string{trimmed(typed)};
}

void add_names(const extract::Row& row, Person& person)
{
    std::string surname = unless_it_says_nothing(row[Heading::surname]);
    std::string forenames = unless_it_says_nothing(row[Heading::forenames]);
    if (surname.empty() && forenames.empty()) {
        const auto whole = extract::whole_name_as_typed(row[Heading::whole_name]);
        surname = whole.surname;
        forenames = whole.forenames;
    }
    const auto typed = extract::forenames_as_typed(forenames);
    using Kind = matching::NameKind;
    add_name(person, typed.forename, typed.middle, surname, Kind::legal);
    const auto add_aliases = [&](const std::vector<extract::Alias>& aliases) {
        for (const auto& alias : aliases)
            add_name(person, alias.forename, {}, alias.surname.empty() ? surname : alias.surname,
                     Kind::alias);
    };
    add_aliases(typed.aliases);
    add_aliases(extract::aliases_as_typed(row[Heading::also_known_as], surname));
    // Nobody can say which cell is which: each pair of neighbours may be the name.
    if (!row.too_many_fields) return;
    for (std::size_t i = 0; i + 1 < row.fields.size(); ++i)
        add_name(person, row.fields.at(i + 1), {}, row.fields.at(i), Kind::alias);
}

} // namespace

Person described(const std::string& id, const extract::Row& row, Day as_at)
{
    Person person{.id = id, .birth = birth_of(row[Heading::born], as_at)};
    add_names(row, person);
    for (const auto heading : {Heading::carer_1, Heading::carer_2})
        if (const auto carer = extract::carer_as_typed(row[heading]); !carer.name.empty())
            person.carers.push_back(carer.name);
    if (const auto postcode = unless_it_says_nothing(row[Heading::postcode]); !postcode.empty())
        person.places.push_back({.postcode = postcode});
    if (const auto number = unless_it_says_nothing(row[Heading::register_no]); !number.empty())
        person.identifiers.push_back(number);
    return person;
}

std::vector<std::string> like(const std::vector<matching::Person>& people,
                              const std::vector<matching::Question>& questions)
{
    matching::Finder finder;
    finder.put_all(people);
    std::set<std::string> found;
    for (const auto& question : questions) {
        const auto answer = finder.search(question, people.size());
        for (std::size_t i = 0; i < answer.shown; ++i) found.insert(answer.candidates[i].id);
    }
    return {found.begin(), found.end()};
}

} // namespace heed::held
