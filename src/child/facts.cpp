#include "child/facts.hpp"

#include "core/ensure.hpp"
#include "core/text.hpp"

#include <algorithm>

namespace heed::child {

namespace {

constexpr std::size_t part_max = 100, number_max = 60;

/// The parts that are not empty, with `between` between them.
std::string together(std::initializer_list<std::string_view> parts, std::string_view between)
{
    std::string all;
    for (const std::string_view part : parts) {
        if (part.empty()) continue;
        if (!all.empty()) all += between;
        all += part;
    }
    return all;
}

std::string year_of(Day day)
{
    return std::to_string(static_cast<int>(std::chrono::year_month_day{day}.year()));
}

} // namespace

Name::Name(std::string forename, std::string middle, std::string surname)
    : forename_{std::move(forename)}, middle_{std::move(middle)}, surname_{std::move(surname)}
{
}

Outcome<Name> Name::of(std::string_view forename, std::string_view middle, std::string_view surname)
{
    for (const auto& [part, field] :
         {std::pair{forename, "forename"}, {middle, "middle"}, {surname, "surname"}})
        if (part.size() > part_max) return refuse(RefusalCode::too_long, field);
    Name name{std::string{trimmed(forename)}, std::string{trimmed(middle)},
              std::string{trimmed(surname)}};
    if (name.full().empty()) return refuse(RefusalCode::needed, "surname");
    return name;
}

std::string Name::full() const { return together({forename_, middle_, surname_}, " "); }

std::string Name::spoken() const
{
    const std::string spoken = together({forename_, surname_}, " ");
    return spoken.empty() ? middle_ : spoken;
}

std::string Name::sorting() const
{
    return together({surname_, together({forename_, middle_}, " ")}, ", ");
}

Birth Birth::held(BirthKind kind, std::optional<Day> day)
{
    ensure((kind == BirthKind::unknown) == !day, "a birth has a day unless it is unknown");
    return Birth{kind, day.value_or(Day{})};
}

std::optional<Day> Birth::day_known() const
{
    if (kind_ == BirthKind::unknown) return std::nullopt;
    return day_;
}

std::optional<int> Birth::age_on(Day day) const
{
    if (kind_ != BirthKind::known && kind_ != BirthKind::estimated_year) return std::nullopt;
    const int age = heed::age_on(day_, day);
    if (age < 0) return std::nullopt;
    return age;
}

std::string Birth::in_words() const
{
    switch (kind_) {
    case BirthKind::unknown: return "date of birth not known";
    case BirthKind::known: return heed::in_words(day_);
    case BirthKind::estimated_year: return "about " + year_of(day_);
    case BirthKind::expected: return "expected " + heed::in_words(day_);
    }
    return {};
}

std::string Birth::iso() const
{
    switch (kind_) {
    case BirthKind::unknown: return {};
    case BirthKind::estimated_year: return year_of(day_);
    case BirthKind::known:
    case BirthKind::expected: return to_iso(day_);
    }
    return {};
}

char letter(Sex sex)
{
    switch (sex) {
    case Sex::female: return 'F';
    case Sex::male: return 'M';
    case Sex::not_known: return 'U';
    }
    return 'U';
}

Outcome<Identifier> Identifier::of(IdentifierKind kind, std::string_view typed)
{
    const std::string value{trimmed(typed)};
    const std::string field{code(kind)};
    if (value.empty()) return refuse(RefusalCode::needed, field);
    if (value.size() > number_max) return refuse(RefusalCode::too_long, field);
    if (kind == IdentifierKind::nhs_number)
        return Identifier{kind, TRY(NhsNumber::from(value)).digits()};
    if (kind == IdentifierKind::upn) return Identifier{kind, TRY(Upn::from(value)).text()};
    return Identifier{kind, value};
}

std::string Identifier::in_words() const
{
    std::string shown = value_;
    if (kind_ == IdentifierKind::nhs_number)
        if (const auto number = NhsNumber::from(value_)) shown = number->spaced();
    return std::string{label(kind_)} + " " + shown;
}

std::string Address::short_form() const
{
    const std::string line = together({house, street}, " ");
    if (!line.empty()) return line;
    return together({town, area, postcode ? postcode->text() : ""}, ", ");
}

std::string Address::in_line() const
{
    return together({together({house, street}, " "), town, area,
                     postcode ? std::string_view{postcode->text()} : std::string_view{}},
                    ", ");
}

Address address_from(std::string_view line, std::optional<Postcode> postcode)
{
    std::vector<std::string> parts;
    for (const std::string_view part : split(line, ','))
        if (!trimmed(part).empty()) parts.emplace_back(trimmed(part));
    Address address{.postcode = std::move(postcode)};
    if (parts.empty()) return address;
    // "Flat 2, 8 Quarry Row": what stands before the part that begins with a number is the house.
    std::size_t first = 0;
    while (first + 1 < parts.size() &&
           !(parts[first].front() >= '0' && parts[first].front() <= '9'))
        ++first;
    const bool numbered = parts[first].front() >= '0' && parts[first].front() <= '9';
    if (!numbered) first = 0;
    const auto space = parts[first].find(' ');
    for (std::size_t i = 0; i < first; ++i) address.house += parts[i] + ", ";
    if (numbered && space != std::string::npos) {
        address.house += parts[first].substr(0, space);
        address.street = trimmed(std::string_view{parts[first]}.substr(space));
    } else if (numbered && first + 1 < parts.size()) {
        address.house += parts[first];
        address.street = parts[++first];
    } else {
        address.street = parts[first];
    }
    std::vector<std::string> rest{parts.begin() + static_cast<std::ptrdiff_t>(first) + 1,
                                  parts.end()};
    if (!rest.empty()) address.town = rest.front();
    for (std::size_t i = 1; i < rest.size(); ++i) address.area += (i > 1 ? ", " : "") + rest[i];
    return address;
}

std::string_view label(NameKind kind)
{
    switch (kind) {
    case NameKind::legal: return "Legal name";
    case NameKind::preferred: return "Likes to be called";
    case NameKind::alias: return "Also known as";
    case NameKind::former: return "Formerly";
    }
    return "";
}

std::string_view label(IdentifierKind kind)
{
    switch (kind) {
    case IdentifierKind::nhs_number: return "NHS number";
    case IdentifierKind::upn: return "Pupil number";
    case IdentifierKind::local: return "Record number";
    case IdentifierKind::register_number: return "Number in the old register";
    case IdentifierKind::feed: return "Number in the children's index";
    }
    return "";
}

std::string_view label(AddressKind kind)
{
    switch (kind) {
    case AddressKind::home: return "Home";
    case AddressKind::staying: return "Staying for a while";
    case AddressKind::placement: return "Placed by the authority";
    }
    return "";
}

std::string_view label(Part part)
{
    switch (part) {
    case Part::gp: return "GP";
    case Part::school: return "School or nursery";
    case Part::health_visitor: return "Health visitor";
    case Part::school_nurse: return "School nurse";
    case Part::other: return "Other";
    }
    return "";
}

std::string_view label(Sex sex)
{
    switch (sex) {
    case Sex::female: return "Girl";
    case Sex::male: return "Boy";
    case Sex::not_known: return "Sex not known";
    }
    return "";
}

} // namespace heed::child
