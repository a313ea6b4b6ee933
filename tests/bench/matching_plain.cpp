#include "matching_plain.hpp"

#include "core/ensure.hpp"
#include "support/people_words.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <numeric>
#include <set>

namespace heed::bench {
namespace {

using std::chrono::year_month_day;

std::set<std::string> trigrams(std::string_view text)
{
    std::set<std::string> all;
    for (const std::string_view word : support::words_of_text(text)) {
        const std::string padded = "  " + std::string{word} + ' ';
        for (std::size_t at = 0; at + 3 <= padded.size(); ++at) all.insert(padded.substr(at, 3));
    }
    return all;
}

bool same_day_of_year(Day left, Day right)
{
    const year_month_day one{left}, other{right};
    return one.month() == other.month() && one.day() == other.day();
}

double score_of_birth(const PlainQuestion& question, Day born)
{
    if (!question.born) return 0;
    const Day from = question.born->from;
    const auto width = static_cast<double>((question.born->to - from).count());
    if (born >= from && born <= question.born->to)
        return 8 - std::min(5.0, std::log1p(width) * 0.8);
    if (question.turned && born == *question.turned) return 5;
    if (same_day_of_year(born, from)) return 3.5;
    const std::string held = to_iso(born), said = to_iso(from);
    const auto differ = std::inner_product(held.begin(), held.end(), said.begin(), 0, std::plus{},
                                           std::not_equal_to{});
    if (differ == 1) return 3.5;
    return std::abs((born - from).count()) < 400 ? 0 : -3;
}

double score_of_word(std::string_view held, std::string_view said, double most)
{
    if (said.empty()) return 0;
    return held == said ? most : most * shared_trigrams(held, said) - 1;
}

} // namespace

std::string plain_name(std::string_view name)
{
    std::string plain;
    const std::string unmarked = support::without_marks(name);
    for (std::size_t at = 0; at < unmarked.size(); ++at) {
        const char sign = unmarked[at];
        if (sign == '\'') continue;
        if (unmarked.compare(at, 3, "’") == 0) {
            at += 2;
            continue;
        }
        plain += sign == '-' || sign == '\t'  ? ' '
                 : sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a')
                                              : sign;
    }
    return plain;
}

std::vector<PlainRow> plain_rows(const matching::Person& person)
{
    std::vector<PlainRow> rows;
    const std::string town = plain_name(person.places.at(0).town);
    for (const matching::PersonName& name : person.names) {
        const std::string forename = plain_name(name.forename), surname = plain_name(name.surname);
        rows.push_back({forename, surname, town, person.birth.day});
        const auto parts = support::words_of_text(surname);
        if (parts.size() > 1)
            for (const std::string_view half : parts)
                rows.push_back({forename, std::string{half}, town, person.birth.day});
    }
    return rows;
}

PlainQuestion plain_question(const support::Question& question)
{
    PlainQuestion plain{plain_name(question.forename), plain_name(question.surname),
                        plain_name(question.town), question.born, std::nullopt};
    if (plain.surname.empty() && !question.carer.empty()) {
        const std::string carer = plain_name(question.carer);
        const auto space = carer.rfind(' ');
        if (space != std::string::npos) plain.surname = carer.substr(space + 1);
    }
    if (!question.name.empty()) { // the last word as the surname, as forms do
        const std::string name = plain_name(question.name);
        const auto space = name.rfind(' ');
        plain.forename = space == std::string::npos ? "" : name.substr(0, space);
        plain.surname = space == std::string::npos ? name : name.substr(space + 1);
    }
    if (question.born && question.born->exact()) {
        const year_month_day date{question.born->from};
        plain.turned = day_if_real(static_cast<int>(date.year()), static_cast<unsigned>(date.day()),
                                   static_cast<unsigned>(date.month()));
    }
    return plain;
}

double PlainQuestion::best_possible() const
{
    return (forename.empty() ? 0 : 6) + (surname.empty() ? 0 : 7) + (town.empty() ? 0 : 4) +
           (born ? score_of_birth(*this, born->from) : 0);
}

double shared_trigrams(std::string_view left, std::string_view right)
{
    const auto one = trigrams(left), other = trigrams(right);
    std::size_t both = 0;
    for (const std::string& trigram : one) both += other.count(trigram);
    const std::size_t either = one.size() + other.size() - both;
    return either == 0 ? 0 : static_cast<double>(both) / static_cast<double>(either);
}

double plain_score(const PlainQuestion& question, const PlainRow& row, bool short_form)
{
    double forename = score_of_word(row.forename, question.forename, 6);
    if (short_form) forename = std::max(forename, 4.0);
    const double straight = forename + score_of_word(row.surname, question.surname, 7);
    const double turned = question.forename.empty() || question.surname.empty()
                              ? 0
                              : 5 * shared_trigrams(row.forename, question.surname) +
                                    6 * shared_trigrams(row.surname, question.forename);
    const double town = question.town.empty() ? 0 : row.town == question.town ? 4 : -0.5;
    return std::max(straight, turned) + score_of_birth(question, row.born) + town;
}

void plain_confidence(Outcome& outcome, double best_possible)
{
    const auto worth_a_look = std::ranges::count_if(
        outcome.hits, [&](const Hit& hit) { return hit.score >= 0.6 * best_possible; });
    outcome.shown = std::min<std::size_t>(10, static_cast<std::size_t>(worth_a_look));
    outcome.strong =
        !outcome.hits.empty() && best_possible >= 17 &&
        outcome.hits[0].score >= 0.85 * best_possible &&
        (outcome.hits.size() < 2 || outcome.hits[0].score - outcome.hits[1].score >= 3);
}

std::vector<std::pair<std::string, std::string>> short_form_pairs(const std::string& file)
{
    std::ifstream in{file};
    if (!in) throw Fault{"there is no file of short forms: " + file};
    std::vector<std::pair<std::string, std::string>> pairs;
    for (std::string line; std::getline(in, line);) {
        const auto colon = line.find(':');
        if (line.empty() || line[0] == '#' || colon == std::string::npos) continue;
        const std::string full = line.substr(0, colon), said = line.substr(colon + 1);
        for (const std::string_view name : support::words_of_text(full))
            for (const std::string_view short_form : support::words_of_text(said)) {
                pairs.emplace_back(name, short_form);
                pairs.emplace_back(short_form, name);
            }
    }
    return pairs;
}

} // namespace heed::bench
