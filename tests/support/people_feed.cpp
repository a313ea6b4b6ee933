#include "support/people_feed.hpp"

#include "core/ensure.hpp"

namespace heed::support {
namespace {

using matching::BirthKind;
using matching::Sex;
using std::chrono::days;
using std::chrono::year_month_day;

std::string_view letter_of(Sex sex)
{
    return sex == Sex::female ? "F" : sex == Sex::male ? "M" : "U";
}

std::string_view letter_of(BirthKind kind)
{
    return kind == BirthKind::known            ? "D"
           : kind == BirthKind::estimated_year ? "Y"
           : kind == BirthKind::expected       ? "E"
                                               : "";
}

void add(std::string& text, std::string_view field)
{
    ensure(field.find_first_of("\t\n") == std::string_view::npos, "a made name has a tab");
    text += field;
    text += '\t';
}

void add_json(std::string& text, std::string_view key, std::string_view value)
{
    if (value.empty()) return;
    text += ",\"";
    text += key;
    text += "\":\"";
    for (const char sign : value) {
        if (sign == '"' || sign == '\\') text += '\\';
        text += sign;
    }
    text += '"';
}

/// "2003" or "2003-03" when the days are just that.
std::string short_form(const matching::Born& born)
{
    const year_month_day first{born.from};
    const std::string iso = to_iso(born.from);
    if (static_cast<unsigned>(first.day()) != 1) return {};
    if (born.to == add_months(born.from, 1) - days{1}) return iso.substr(0, 7);
    if (static_cast<unsigned>(first.month()) == 1 && born.to == add_months(born.from, 12) - days{1})
        return iso.substr(0, 4);
    return {};
}

void add_birth(std::string& text, const MadeQuestion& made)
{
    const auto& born = made.question.born;
    if (made.age) {
        text += ",\"age\":" + std::to_string(*made.age);
    } else if (born && born->exact()) {
        add_json(text, "born", to_iso(born->from));
    } else if (born && !short_form(*born).empty()) {
        add_json(text, "born", short_form(*born));
    } else if (born) {
        add_json(text, "born_from", to_iso(born->from));
        add_json(text, "born_to", to_iso(born->to));
    }
}

} // namespace

std::string_view feed_heading()
{
    return "id\tforename\tmiddle\tsurname\tsex\tdob\tdob_kind\thouse\tstreet\ttown\tarea\t"
           "postcode\tprev_postcode\taliases\tcarer\thousehold\n";
}

void add_feed_line(std::string& text, const Person& person)
{
    const matching::PersonName& name = person.names.at(0);
    const matching::Place& place = person.places.at(0);
    add(text, person.id);
    for (const std::string* part : {&name.forename, &name.middle, &name.surname}) add(text, *part);
    add(text, letter_of(person.sex));
    add(text, to_iso(person.birth.day));
    add(text, letter_of(person.birth.kind));
    for (const std::string* part :
         {&place.house, &place.street, &place.town, &place.area, &place.postcode})
        add(text, *part);
    add(text, person.places.size() > 1 ? person.places[1].postcode : "");
    std::string aliases;
    for (std::size_t one = 1; one < person.names.size(); ++one)
        aliases +=
            (one > 1 ? ";" : "") + person.names[one].forename + '|' + person.names[one].surname;
    add(text, aliases);
    add(text, person.carers.empty() ? "" : person.carers.front());
    text += person.household;
    text += '\n';
}

void add_question_line(std::string& text, std::string_view id, const MadeQuestion& made)
{
    const Question& question = made.question;
    ensure(question.name.empty(), "the file has no field for a name in one box");
    text += "{\"q\":\"";
    text += id;
    text += '"';
    add_json(text, "forename", question.forename);
    add_json(text, "middle", question.middle);
    add_json(text, "surname", question.surname);
    if (question.sex != Sex::unknown) add_json(text, "sex", letter_of(question.sex));
    add_birth(text, made);
    add_json(text, "town", question.town);
    add_json(text, "postcode", question.postcode);
    add_json(text, "carer", question.carer);
    text += "}\n";
}

} // namespace heed::support
