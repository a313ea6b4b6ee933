#include "feed/described.hpp"

#include "core/text.hpp"

namespace heed::feed {

namespace {

constexpr char mark = '=';

matching::Birth birth_of(const Fields& fields)
{
    const auto day = day_from_iso(fields[Column::dob]);
    if (!day) return {};
    const std::string& kind = fields[Column::dob_kind];
    using Kind = matching::BirthKind;
    return {kind == "E" ? Kind::expected : kind == "Y" ? Kind::estimated_year : Kind::known, *day};
}

matching::Sex sex_of(const Fields& fields)
{
    const std::string& sex = fields[Column::sex];
    if (sex == "F") return matching::Sex::female;
    return sex == "M" ? matching::Sex::male : matching::Sex::unknown;
}

void add_aliases(const Fields& fields, matching::Person& person)
{
    const std::string& aliases = fields[Column::aliases];
    if (aliases.empty()) return;
    for (const auto alias : split(aliases, ';')) {
        const auto bar = alias.find('|');
        const auto forename = trimmed(alias.substr(0, bar));
        const auto surname =
            bar == std::string_view::npos ? std::string_view{} : trimmed(alias.substr(bar + 1));
        if (forename.empty() && surname.empty()) continue;
        person.names.push_back({.forename = std::string{forename},
                                .surname = std::string{surname},
                                .kind = matching::NameKind::alias});
    }
}

void add_places(const Fields& fields, matching::Person& person)
{
    matching::Place now{.house = fields[Column::house],
                        .street = fields[Column::street],
                        .town = fields[Column::town],
                        .area = fields[Column::area],
                        .postcode = fields[Column::postcode]};
    if (now != matching::Place{}) person.places.push_back(std::move(now));
    const std::string& before = fields[Column::prev_postcode];
    if (!before.empty() && before != fields[Column::postcode])
        person.places.push_back({.postcode = before, .current = false});
}

} // namespace

matching::Person described(const Fields& fields)
{
    matching::Person person{
        .id = key_of(fields[Column::id]), .birth = birth_of(fields), .sex = sex_of(fields)};
    person.names.push_back({.forename = fields[Column::forename],
                            .middle = fields[Column::middle],
                            .surname = fields[Column::surname]});
    add_aliases(fields, person);
    add_places(fields, person);
    if (!fields[Column::carer].empty()) person.carers.push_back(fields[Column::carer]);
    if (!fields[Column::household].empty()) person.household = key_of(fields[Column::household]);
    person.identifiers.push_back(fields[Column::id]);
    return person;
}

matching::Question question_for(const matching::Person& person)
{
    matching::Question question{.sex = person.sex};
    if (!person.names.empty()) {
        question.forename = person.names.front().forename;
        question.middle = person.names.front().middle;
        question.surname = person.names.front().surname;
    }
    if (!person.places.empty() && person.places.front().current) {
        const matching::Place& place = person.places.front();
        question.house = place.house;
        question.street = place.street;
        question.town = place.town;
        question.postcode = place.postcode;
    }
    if (!person.carers.empty()) question.carer = person.carers.front();
    const matching::Birth& birth = person.birth;
    using Kind = matching::BirthKind;
    if (birth.kind == Kind::known) question.born = matching::born_on(birth.day);
    if (birth.kind == Kind::expected) question.born = matching::Born{birth.day, birth.day, true};
    if (birth.kind == Kind::estimated_year)
        question.born =
            matching::born_in_year(static_cast<int>(std::chrono::year_month_day{birth.day}.year()));
    return question;
}

matching::Question question_for(const Fields& fields) { return question_for(described(fields)); }

std::string key_of(std::string_view feed_id) { return mark + std::string{feed_id}; }

std::optional<std::string_view> feed_id_of(std::string_view key)
{
    if (!key.starts_with(mark)) return std::nullopt;
    return key.substr(1);
}

} // namespace heed::feed
