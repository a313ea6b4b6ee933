#include "review/compare.hpp"

#include "links/twins.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace heed::review {

namespace {

using matching::Evidence;
using matching::Field;

/// Deep enough that whoever is at all alike is among them.
constexpr std::size_t looked_at = 200;

constexpr std::array titles{
    std::pair{Part::names, "Names"},
    std::pair{Part::born, "Born"},
    std::pair{Part::sex, "Sex"},
    std::pair{Part::places, "Places"},
    std::pair{Part::carers, "Parents and carers"},
    std::pair{Part::household, "Other children"},
    std::pair{Part::numbers, "Numbers"},
    std::pair{Part::involved, "School, GP and others"},
    std::pair{Part::plan, "Plans"},
};

std::optional<Part> part_of(Field field)
{
    switch (field) {
    case Field::forename:
    case Field::middle:
    case Field::surname:
    case Field::name_order:
    case Field::other_name: return Part::names;
    case Field::born:
    case Field::unborn: return Part::born;
    case Field::sex: return Part::sex;
    case Field::place: return Part::places;
    case Field::carer: return Part::carers;
    case Field::identifier: return Part::numbers;
    }
    return std::nullopt;
}

const matching::Candidate* of(const matching::Answer& answer, const std::string& id)
{
    const auto found = std::ranges::find(answer.candidates, id, &matching::Candidate::id);
    return found == answer.candidates.end() ? nullptr : &*found;
}

std::string with_bits(const Evidence& evidence, bool weighed)
{
    std::string words;
    for (const std::string& word : matching::why({.id = {}, .evidence = {evidence}}))
        words += (words.empty() ? "" : ", ") + word;
    if (words.empty() || !weighed) return words;
    const long bits = std::lround(evidence.bits);
    return words + " (" +
           (bits > 0   ? "+"
            : bits < 0 ? "\u2212"
                       : "") +
           std::to_string(std::abs(bits)) + ")";
}

} // namespace

matching::Question question_about(const matching::Person& person)
{
    matching::Question question;
    if (!person.names.empty()) {
        question.forename = person.names.front().forename;
        question.middle = person.names.front().middle;
        question.surname = person.names.front().surname;
    }
    question.sex = person.sex;
    const auto& birth = person.birth;
    if (birth.kind == matching::BirthKind::known || birth.kind == matching::BirthKind::expected)
        question.born = matching::born_on(birth.day);
    if (birth.kind == matching::BirthKind::estimated_year)
        question.born =
            matching::born_in_year(static_cast<int>(std::chrono::year_month_day{birth.day}.year()));
    const auto place = std::ranges::find(person.places, true, &matching::Place::current);
    if (place != person.places.end()) {
        question.house = place->house;
        question.street = place->street;
        question.town = place->town;
        question.postcode = place->postcode;
    }
    if (!person.carers.empty()) question.carer = person.carers.front();
    if (!person.identifiers.empty()) question.identifier = person.identifiers.front();
    return question;
}

Agreement agreement(const matching::Finder& finder, const matching::Person& one,
                    const matching::Person& other)
{
    const matching::Question question = question_about(one);
    Agreement agreement;
    const auto found = finder.search(question, looked_at);
    if (const auto* candidate = of(found, other.id)) {
        agreement = {candidate->evidence, candidate->bits, true, false};
    } else {
        // Too many are more alike. What agrees can still be said; what it is worth cannot.
        matching::Finder alone;
        alone.put(other);
        const auto held = alone.search(question, 1);
        if (const auto* only = of(held, other.id)) agreement.evidence = only->evidence;
    }
    agreement.twins = links::reads_as_twins(agreement.evidence);
    return agreement;
}

std::vector<Row> compare(const RecordFacts& one, const RecordFacts& other,
                         const Agreement& agreement)
{
    std::vector<Row> rows;
    for (const auto& [part, title] : titles) {
        Row row{.field = title};
        if (const auto held = one.lines.find(part); held != one.lines.end()) row.one = held->second;
        if (const auto held = other.lines.find(part); held != other.lines.end())
            row.other = held->second;
        for (const Evidence& evidence : agreement.evidence)
            if (part_of(evidence.field) == part)
                if (auto words = with_bits(evidence, agreement.weighed); !words.empty())
                    row.agrees.push_back(std::move(words));
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string bits_in_words(float bits)
{
    const long whole = std::lround(bits);
    if (whole <= 0) return "Nothing speaks for one child more than for two.";
    static constexpr std::array<const char*, 7> sizes{
        "", "thousand", "million", "billion", "trillion", "thousand trillion", "million trillion"};
    // 2^10 is a thousand, near enough for words.
    const auto thousands = static_cast<std::size_t>(std::min<long>(whole / 10, 6));
    const long times = 1L << (whole - static_cast<long>(thousands) * 10 > 10
                                  ? 10
                                  : whole - static_cast<long>(thousands) * 10);
    std::string words = std::to_string(times);
    if (thousands > 0) words += std::string{" "} + sizes.at(thousands);
    return std::to_string(whole) + " bits: what agrees is " + words +
           " times likelier of one child than of two chosen by chance.";
}

} // namespace heed::review
