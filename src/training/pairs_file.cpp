#include "training/pairs_file.hpp"

#include "core/ensure.hpp"
#include "core/json.hpp"
#include "interop/csv_reader.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace heed::training {
namespace {

/// A row of the file of pairs, by its headings: asked_forename, held_forename … same.
class Row {
public:
    Row(const std::vector<std::string>& headings, const std::vector<std::string>& fields)
        : headings_{headings}, fields_{fields}
    {
    }
    std::string operator[](std::string_view heading) const
    {
        const auto at = std::ranges::find(headings_, heading) - headings_.begin();
        return static_cast<std::size_t>(at) < fields_.size() ? fields_[static_cast<std::size_t>(at)]
                                                             : "";
    }

private:
    const std::vector<std::string>& headings_;
    const std::vector<std::string>& fields_;
};

matching::Sex sex_of(std::string_view text)
{
    if (text.starts_with('f') || text.starts_with('F')) return matching::Sex::female;
    if (text.starts_with('m') || text.starts_with('M')) return matching::Sex::male;
    return matching::Sex::unknown;
}

matching::Question asked_in(const Row& row)
{
    matching::Question question;
    question.forename = row["asked_forename"];
    question.middle = row["asked_middle"];
    question.surname = row["asked_surname"];
    question.sex = sex_of(row["asked_sex"]);
    question.born = matching::born_from_iso(row["asked_born"]);
    question.house = row["asked_house"];
    question.street = row["asked_street"];
    question.town = row["asked_town"];
    question.postcode = row["asked_postcode"];
    question.carer = row["asked_carer"];
    question.identifier = row["asked_identifier"];
    return question;
}

matching::Person held_in(const Row& row, std::size_t number)
{
    matching::Person person;
    person.id = std::to_string(number);
    person.names.push_back({row["held_forename"], row["held_middle"], row["held_surname"]});
    if (const auto born = day_from_iso(row["held_born"]))
        person.birth = {matching::BirthKind::known, *born};
    person.sex = sex_of(row["held_sex"]);
    person.places.push_back(
        {row["held_house"], row["held_street"], row["held_town"], "", row["held_postcode"], true});
    if (const auto carer = row["held_carer"]; !carer.empty()) person.carers.push_back(carer);
    if (const auto number_held = row["held_identifier"]; !number_held.empty())
        person.identifiers.push_back(number_held);
    return person;
}

struct ReadPair {
    matching::Question question;
    std::optional<bool> same;
};

/// All held people are put into one index, so that names are as frequent as they are among them.
Outcome<std::vector<ReadPair>> read_pairs(std::istream& file, matching::Finder& finder)
{
    interop::CsvReader reader{file};
    interop::CsvRecord headings;
    if (!TRY(reader.next(headings))) return refuse(RefusalCode::no_rows);
    std::vector<ReadPair> pairs;
    std::vector<matching::Person> held;
    for (interop::CsvRecord record; TRY(reader.next(record));) {
        if (record.is_blank()) continue;
        const Row row{headings.fields, record.fields};
        const std::string same = row["same"];
        pairs.push_back({asked_in(row), same.empty()
                                            ? std::nullopt
                                            : std::optional{same == "yes" || same == "1"}});
        held.push_back(held_in(row, pairs.size() - 1));
    }
    if (pairs.empty()) return refuse(RefusalCode::no_rows);
    finder.put_all(held);
    return pairs;
}

std::vector<Pair> compared(const std::vector<ReadPair>& pairs, const matching::Finder& finder)
{
    std::vector<Pair> all;
    for (std::size_t number = 0; number < pairs.size(); ++number) {
        const auto answer = finder.search(pairs[number].question, 200, matching::Reach::everyone);
        const auto found =
            std::ranges::find(answer.candidates, std::to_string(number), &matching::Candidate::id);
        // Two that agree in nothing say nothing about how things that agree were written.
        if (found != answer.candidates.end()) all.push_back({found->evidence, pairs[number].same});
    }
    return all;
}

} // namespace

Outcome<std::vector<Pair>> pairs_in(std::istream& file)
{
    matching::Finder finder;
    const auto pairs = TRY(read_pairs(file, finder));
    return compared(pairs, finder);
}

std::string difference(const Learned& learned, std::size_t compared)
{
    std::string words = std::to_string(compared) + " pairs compared, " +
                        std::to_string(learned.reviewed) + " of them reviewed; " +
                        std::to_string(learned.rounds) + " rounds\n\n";
    for (const LevelTrained& level : learned.levels) {
        std::array<char, 160> line{};
        std::snprintf(line.data(), line.size(), "%-24s %8.4f -> %8.4f   %+6.2f bits   seen %.0f\n",
                      level.name.c_str(), level.before, level.after, level.bits, level.seen);
        words += line.data();
    }
    return words;
}

Outcome<Told> train_command(const std::string& pairs_path, const std::string& out_path)
{
    if (std::ifstream{out_path}) return refuse(RefusalCode::already_there, out_path);
    std::ifstream file{pairs_path, std::ios::binary};
    if (!file) return refuse(RefusalCode::no_such_file, pairs_path);
    const auto pairs = TRY(pairs_in(file));
    const Learned learned = train(pairs);
    std::ofstream out{out_path, std::ios::binary};
    out << text_of(learned, "trained on " + std::to_string(pairs.size()) + " pairs");
    out.flush();
    if (!out) throw Fault{"the new file of weights cannot be written"};
    JsonWriter json;
    json.object().key("compared").value(pairs.size()).key("levels").array();
    for (const LevelTrained& level : learned.levels) {
        json.object().key("name").value(level.name).key("before").value(level.before, 4);
        json.key("after").value(level.after, 4).key("bits").value(level.bits, 2).end();
    }
    return Told{json.end().end().text(),
                difference(learned, pairs.size()) + "\nWritten to " + out_path +
                    ". Nothing has changed: HEED_WEIGHTS_FILE puts it to use.\n"};
}

Outcome<void> use_weights_of_environment()
{
    const char* path = std::getenv("HEED_WEIGHTS_FILE");
    if (path == nullptr || *path == '\0') return {};
    std::ifstream file{path, std::ios::binary};
    if (!file) return refuse(RefusalCode::no_such_file, path);
    std::ostringstream text;
    text << file.rdbuf();
    return asking::use_weights(text.str());
}

} // namespace heed::training
