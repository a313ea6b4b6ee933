#include "matching_xapian.hpp"

#include "matching_plain.hpp"

#include "core/ensure.hpp"
#include "support/people_words.hpp"
#include "support/progress.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>
#include <unordered_map>
#include <xapian.h>

namespace heed::bench {
namespace {

/// A letter for each kind of term, so that kinds do not meet.
enum class Kind : char {
    trigram = 'T',
    forename = 'F',
    surname = 'S',
    sound = 'M',
    day = 'D',
    year = 'Y',
    year_and_month = 'N',
    day_and_month = 'K',
    town = 'P',
};

std::string term(Kind kind, std::string_view text)
{
    return static_cast<char>(kind) + std::string{text};
}

/// Soundex, with all consonants kept.
std::string sound(std::string_view word)
{
    static constexpr std::string_view codes = "01230120022455012623010202"; // a to z
    std::string out;
    char last = '0';
    for (const char letter : word) {
        if (letter < 'a' || letter > 'z') continue;
        const char code = codes[static_cast<std::size_t>(letter - 'a')];
        if (out.empty())
            out += letter;
        else if (code != '0' && code != last)
            out += code;
        if (letter != 'h' && letter != 'w') last = code;
    }
    return out;
}

void add_trigrams(std::set<std::string>& terms, std::string_view name)
{
    for (const std::string_view word : support::words_of_text(name)) {
        const std::string padded = '_' + std::string{word} + '_';
        for (std::size_t at = 0; at + 3 <= padded.size(); ++at)
            terms.insert(term(Kind::trigram, padded.substr(at, 3)));
    }
}

void add_name(std::set<std::string>& terms, const std::string& forename, const std::string& surname)
{
    add_trigrams(terms, forename);
    add_trigrams(terms, surname);
    for (const std::string_view word : support::words_of_text(forename)) {
        terms.insert(term(Kind::forename, word));
        terms.insert(term(Kind::sound, sound(word)));
    }
    for (const std::string_view word : support::words_of_text(surname)) {
        terms.insert(term(Kind::surname, word));
        terms.insert(term(Kind::sound, sound(word)));
    }
}

void add_day(std::set<std::string>& terms, Day day)
{
    const std::string iso = to_iso(day);
    terms.insert(term(Kind::day, iso));
    terms.insert(term(Kind::year, iso.substr(0, 4)));
    terms.insert(term(Kind::year_and_month, iso.substr(0, 7)));
    terms.insert(term(Kind::day_and_month, iso.substr(5)));
}

void add_asked_days(std::set<std::string>& terms, const PlainQuestion& question)
{
    if (!question.born) return;
    if (question.born->exact()) {
        add_day(terms, question.born->from);
        if (question.turned) terms.insert(term(Kind::day, to_iso(*question.turned)));
        return;
    }
    for (Day day = question.born->from; day <= question.born->to; day += std::chrono::days{15}) {
        terms.insert(term(Kind::year, to_iso(day).substr(0, 4)));
        terms.insert(term(Kind::year_and_month, to_iso(day).substr(0, 7)));
    }
}

std::string packed(const PlainRow& row)
{
    return row.forename + '\t' + row.surname + '\t' + row.town + '\t' + to_iso(row.born) + '\n';
}

std::vector<PlainRow> unpacked(const std::string& data)
{
    std::vector<PlainRow> rows;
    for (std::size_t at = 0; at < data.size();) {
        std::array<std::string, 4> fields;
        for (std::string& field : fields) {
            const auto end = data.find_first_of("\t\n", at);
            field = data.substr(at, end - at);
            at = end + 1;
        }
        rows.push_back({fields[0], fields[1], fields[2], day_from_iso(fields[3]).value()});
    }
    return rows;
}

} // namespace

class XapianSearch::Index {
public:
    Index(const std::string& folder, const std::string& short_forms) : folder_{folder}
    {
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
        for (const auto& [said, meant] : short_form_pairs(short_forms))
            short_forms_[said].push_back(meant);
    }

    void fill(std::uint64_t children, std::uint64_t seed)
    {
        const double began = wall_micros();
        support::Progress progress{"Xapian, children", children};
        Xapian::WritableDatabase database{folder_, Xapian::DB_CREATE_OR_OVERWRITE};
        for (std::uint64_t one = 0; one < children; ++one) {
            const auto rows = plain_rows(support::made_person(seed, one).person);
            std::set<std::string> terms;
            std::string data;
            for (const PlainRow& row : rows) {
                add_name(terms, row.forename, row.surname);
                data += packed(row);
            }
            add_day(terms, rows[0].born);
            terms.insert(term(Kind::town, rows[0].town));
            Xapian::Document document;
            for (const std::string& one_term : terms) document.add_term(one_term);
            document.set_data(data);
            document.add_value(0, std::to_string(one));
            database.add_document(document);
            progress.at(one + 1);
            if ((one + 1) % 200'000 == 0) database.commit();
        }
        database.commit();
        database_ = Xapian::Database{folder_};
        built_in_ = (wall_micros() - began) / 1e6;
    }

    Outcome ask(const PlainQuestion& question) const
    {
        std::set<std::string> terms;
        add_name(terms, question.forename, question.surname);
        std::vector<std::string> meant;
        if (const auto known = short_forms_.find(question.forename); known != short_forms_.end())
            meant = known->second;
        for (const std::string& name : meant) terms.insert(term(Kind::forename, name));
        add_asked_days(terms, question);
        if (!question.town.empty()) terms.insert(term(Kind::town, question.town));
        Outcome outcome;
        Xapian::Enquire enquire{database_};
        enquire.set_query({Xapian::Query::OP_OR, terms.begin(), terms.end()});
        enquire.set_weighting_scheme(Xapian::TradWeight{0});
        const Xapian::MSet found = enquire.get_mset(0, 100);
        for (auto at = found.begin(); at != found.end(); ++at) {
            double best = -100;
            for (const PlainRow& row : unpacked(at.get_document().get_data()))
                best = std::max(best,
                                plain_score(question, row,
                                            std::ranges::find(meant, row.forename) != meant.end()));
            outcome.hits.push_back({std::stoll(at.get_document().get_value(0)), best});
        }
        std::ranges::sort(outcome.hits, std::greater{}, &Hit::score);
        if (outcome.hits.size() > 20) outcome.hits.resize(20);
        return outcome;
    }

    void print_size() const
    {
        std::uintmax_t bytes = 0;
        for (const auto& file : std::filesystem::directory_iterator{folder_})
            bytes += file.file_size();
        std::printf("Xapian: indexed in %.1f s, %.0f MB\n", built_in_,
                    static_cast<double>(bytes) / 1e6);
    }

private:
    std::string folder_;
    std::unordered_map<std::string, std::vector<std::string>> short_forms_;
    Xapian::Database database_;
    double built_in_ = 0;
};

XapianSearch::XapianSearch(const std::string& folder, const std::string& short_forms)
    : index_{std::make_unique<Index>(folder, short_forms)}
{
}
XapianSearch::~XapianSearch() = default;

void XapianSearch::fill(std::uint64_t children, std::uint64_t seed)
{
    index_->fill(children, seed);
}

Outcome XapianSearch::ask(const support::Question& question) const
{
    const PlainQuestion plain = plain_question(question);
    const double wall = wall_micros(), processor = processor_micros();
    Outcome outcome = index_->ask(plain);
    outcome.processor = processor_micros() - processor;
    outcome.wall = wall_micros() - wall;
    plain_confidence(outcome, plain.best_possible());
    return outcome;
}

void XapianSearch::print_size() const { index_->print_size(); }

} // namespace heed::bench
