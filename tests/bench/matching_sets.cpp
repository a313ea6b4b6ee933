#include "matching_sets.hpp"

#include "core/ensure.hpp"
#include "interop/csv_reader.hpp"
#include "matching/finder.hpp"
#include "support/chance.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>
#include <unordered_map>

namespace heed::bench {
namespace {

using matching::BirthKind;
using matching::Sex;

std::string trimmed(std::string_view text)
{
    const auto from = text.find_first_not_of(" \t\r");
    if (from == std::string_view::npos) return {};
    return std::string{text.substr(from, text.find_last_not_of(" \t\r") - from + 1)};
}

/// One row by the names of its columns.
class ByColumn {
public:
    explicit ByColumn(const std::vector<std::string>& heading)
    {
        for (std::size_t at = 0; at < heading.size(); ++at) columns_[trimmed(heading[at])] = at;
    }
    bool has(const std::string& column) const { return columns_.contains(column); }
    std::string get(const std::vector<std::string>& fields, const std::string& column) const
    {
        const auto found = columns_.find(column);
        return found == columns_.end() || found->second >= fields.size()
                   ? ""
                   : trimmed(fields[found->second]);
    }

private:
    std::unordered_map<std::string, std::size_t> columns_;
};

using Fields = std::vector<std::string>;

std::optional<Day> day_in(std::string text)
{
    if (text.size() == 8 && text.find('-') == std::string::npos)
        text = text.substr(0, 4) + '-' + text.substr(4, 2) + '-' + text.substr(6);
    const auto day = day_from_iso(text.substr(0, 10));
    return day;
}

void say_name(SetRecord& record, const std::string& forename, const std::string& surname)
{
    record.person.names.push_back({forename, "", surname, matching::NameKind::legal});
    record.question.forename = forename;
    record.question.surname = surname;
}

void say_birth(SetRecord& record, const std::string& text)
{
    const auto day = day_in(text);
    if (!day) return;
    record.person.birth = {BirthKind::known, *day};
    record.question.born = matching::born_on(*day);
}

void say_place(SetRecord& record, const matching::Place& place)
{
    record.person.places.push_back(place);
    record.question.house = place.house;
    record.question.street = place.street;
    record.question.town = place.town;
    record.question.postcode = place.postcode;
}

SetRecord febrl(const ByColumn& columns, const Fields& fields)
{
    SetRecord record;
    record.person.id = columns.get(fields, "rec_id");
    // rec-12-org and rec-12-dup-0 are one.
    record.entity = record.person.id.substr(0, record.person.id.find('-', 4));
    say_name(record, columns.get(fields, "given_name"), columns.get(fields, "surname"));
    say_birth(record, columns.get(fields, "date_of_birth"));
    say_place(record, {columns.get(fields, "street_number"), columns.get(fields, "address_1"),
                       columns.get(fields, "suburb"), columns.get(fields, "state"),
                       columns.get(fields, "postcode")});
    return record;
}

SetRecord fake(const ByColumn& columns, const Fields& fields)
{
    SetRecord record;
    record.person.id = columns.get(fields, "unique_id");
    record.entity = columns.get(fields, columns.has("cluster") ? "cluster" : "group");
    say_name(record, columns.get(fields, "first_name"), columns.get(fields, "surname"));
    say_birth(record, columns.get(fields, "dob"));
    say_place(record, {"", "", columns.get(fields, "city"), "", ""});
    return record;
}

SetRecord historical(const ByColumn& columns, const Fields& fields)
{
    SetRecord record;
    record.person.id = columns.get(fields, "unique_id");
    record.entity = columns.get(fields, "cluster");
    const std::string forename = columns.get(fields, "first_name"),
                      surname = columns.get(fields, "surname"),
                      full = columns.get(fields, "full_name");
    say_name(record, forename, surname);
    if (forename.empty() || surname.empty()) record.question.name = full;
    // "Sir Thomas of Chudleigh" is held as a further name, as whoever enters it would.
    const auto space = full.rfind(' ');
    if (space != std::string::npos && full != forename + ' ' + surname)
        record.person.names.push_back(
            {full.substr(0, space), "", full.substr(space + 1), matching::NameKind::alias});
    say_birth(record, columns.get(fields, "dob"));
    const std::string sex = columns.get(fields, "gender");
    record.person.sex = sex == "female" ? Sex::female : sex == "male" ? Sex::male : Sex::unknown;
    record.question.sex = record.person.sex;
    say_place(record, {"", "", columns.get(fields, "birth_place"), "",
                       columns.get(fields, "postcode_fake")});
    return record;
}

using Convert = SetRecord (*)(const ByColumn&, const Fields&);

Convert converter(const ByColumn& columns)
{
    if (columns.has("rec_id") && columns.has("given_name")) return febrl;
    if (columns.has("postcode_fake") && columns.has("birth_place")) return historical;
    if (columns.has("unique_id") && columns.has("city")) return fake;
    throw Fault{"no published set has these headings"};
}

struct Split {
    std::vector<matching::Person> indexed;
    std::vector<const SetRecord*> asked;
    std::unordered_map<std::string, std::string> ids; ///< of an entity's indexed record
};

Split split(const RecordSet& set)
{
    Split split;
    std::unordered_map<std::string, std::size_t> entities;
    for (const SetRecord& record : set.records) {
        const auto [entity, first] = entities.try_emplace(record.entity, entities.size());
        if (!first) {
            split.asked.push_back(&record);
        } else if (entity->second % 10 != 9) {
            split.indexed.push_back(record.person);
            split.ids[record.entity] = record.person.id;
        }
    }
    return split;
}

} // namespace

RecordSet read_set(std::string name, std::istream& csv)
{
    interop::CsvReader reader{csv};
    interop::CsvRecord record;
    const auto next = [&] {
        const auto more = reader.next(record);
        if (!more) throw Fault{name + " cannot be read as CSV"};
        return *more;
    };
    if (!next()) throw Fault{name + " is empty"};
    const ByColumn columns{record.fields};
    const Convert convert = converter(columns);
    RecordSet set{std::move(name), {}};
    while (next())
        if (!record.is_blank()) set.records.push_back(convert(columns, record.fields));
    return set;
}

std::vector<RecordSet> sets_in(const std::string& folder)
{
    struct Published {
        std::string name;
        std::vector<std::string> files;
    };
    const std::vector<Published> published{
        {"Febrl 1", {"dataset1.csv"}},    {"Febrl 2", {"dataset2.csv"}},
        {"Febrl 3", {"dataset3.csv"}},    {"Febrl 4", {"dataset4a.csv", "dataset4b.csv"}},
        {"fake_1000", {"fake_1000.csv"}}, {"historical_50k", {"historical_50k.csv"}}};
    std::vector<RecordSet> sets;
    for (const auto& [name, files] : published) {
        RecordSet set{name, {}};
        for (const std::string& file : files) {
            std::ifstream in{std::filesystem::path{folder} / file, std::ios::binary};
            if (!in) continue;
            RecordSet part = read_set(name, in);
            std::ranges::move(part.records, std::back_inserter(set.records));
        }
        if (!set.records.empty()) sets.push_back(std::move(set));
    }
    return sets;
}

void measure(const RecordSet& set, std::size_t most)
{
    const Split parts = split(set);
    matching::Finder finder;
    finder.put_all(parts.indexed);
    std::size_t asked = 0, one = 0, five = 0, ten = 0, absent = 0, wrong = 0;
    support::Chance chance{9, 9, parts.asked.size()};
    const double share = static_cast<double>(most) / static_cast<double>(parts.asked.size());
    for (const SetRecord* record : parts.asked) {
        if (!chance.happens(share)) continue;
        const auto answer = finder.search(record->question, 10);
        const auto id = parts.ids.find(record->entity);
        const bool strong = matching::one_is_meant(answer) == matching::Meant::one;
        const bool first = id != parts.ids.end() && !answer.candidates.empty() &&
                           answer.candidates[0].id == id->second;
        wrong += strong && !first ? 1U : 0U;
        if (id == parts.ids.end()) {
            ++absent;
            continue;
        }
        ++asked;
        const auto found =
            std::ranges::find(answer.candidates, id->second, &matching::Candidate::id);
        const auto rank = static_cast<std::size_t>(found - answer.candidates.begin());
        if (found == answer.candidates.end()) continue;
        one += rank < 1 ? 1U : 0U;
        five += rank < 5 ? 1U : 0U;
        ten += rank < 10 ? 1U : 0U;
    }
    const auto percent = [](std::size_t part, std::size_t whole) {
        return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
    };
    std::printf("%-22s %7zu %7zu   %5.1f / %5.1f / %5.1f   %6zu   %5.2f %%\n", set.name.c_str(),
                parts.indexed.size(), asked, percent(one, asked), percent(five, asked),
                percent(ten, asked), absent, percent(wrong, asked + absent));
}

} // namespace heed::bench
