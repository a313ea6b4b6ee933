#include "matching/search.hpp"

#include "asking/weights.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace heed::matching {
namespace {

using asking::weights;

using names::no_word;
using std::chrono::days;
using std::chrono::year_month_day;

bool before(const Found& left, const Found& right)
{
    if (left.bits != right.bits) return left.bits > right.bits;
    return left.tie < right.tie;
}

constexpr std::size_t days_most = 45;

/// The days that somebody may mean who says this one.
std::set<Day> days_meant(Day said)
{
    const year_month_day date{said};
    std::set<Day> meant{said,
                        said + days{1},
                        said - days{1},
                        add_months(said, 12),
                        add_months(said, -12),
                        add_months(said, 1),
                        add_months(said, -1),
                        day(static_cast<int>(date.year()), 1, 1)};
    if (const auto turned =
            day_if_real(static_cast<int>(date.year()), static_cast<unsigned>(date.day()),
                        static_cast<unsigned>(date.month())))
        meant.insert(*turned);
    return meant;
}

/// The nearest first: all tables are filled in that order but for the words added at the end.
std::vector<Worth> nearest(const WorthTable& table)
{
    std::vector<Worth> worths(table.worths().begin(), table.worths().end());
    std::ranges::sort(worths, [](const Worth& left, const Worth& right) {
        return left.bits != right.bits ? left.bits > right.bits : left.word < right.word;
    });
    return worths;
}

} // namespace

void Best::offer(const Found& one)
{
    const auto same = std::ranges::find(found_, one.person, &Found::person);
    if (same != found_.end()) {
        if (same->bits >= one.bits) return;
        found_.erase(same);
    }
    found_.insert(std::ranges::upper_bound(found_, one, before), one);
    if (found_.size() > most_) found_.pop_back();
}

void Search::judge(std::uint32_t at)
{
    if (people_.is_gone(at)) return;
    const Row row = people_.row(at);
    const Scored scored = scorer_.score(row);
    ++effort_.rows_scored;
    if (!best_.wants(scored.total()) || !scored.agrees()) return;
    const auto tie = static_cast<std::uint32_t>(names::key_of(people_.details(row.person).id));
    best_.offer({scored.total(), tie * 2'654'435'761U, row.person, at});
    raise_wanted();
}

float Search::least_shown(float line) const
{
    const float first = best_.found().front().bits;
    const float behind = first - std::max(weights.shown_within, weights.strong_apart);
    // While nobody reaches the line, anybody near the first may be worth a look.
    return first >= line ? std::max(behind, line) : behind;
}

void Search::raise_wanted()
{
    float least = best_.least();
    if (line_ && !best_.found().empty()) least = std::max(least, least_shown(*line_));
    wanted_ = static_cast<int>(std::floor(least * 8.0F));
}

void Search::want_only_shown(const Lines& lines)
{
    line_ = lines.shown;
    raise_wanted();
}

void Search::look_through(const Stretch& stretch, int born)
{
    const Sheet& sheet = *stretch.sheet;
    effort_.rows_compared += stretch.end - stretch.begin;
    for (std::uint32_t at = stretch.begin; at < stretch.end; ++at)
        if (born + sieve_.most(sheet.packed(at), sheet) >= wanted_) judge(stretch.first + at);
}

void Search::look_through_rest(const Stretch& stretch, int born)
{
    const Sheet& sheet = *stretch.sheet;
    effort_.rows_compared += stretch.end - stretch.begin;
    const int far = born + sieve_.most_of_far_rest();
    for (std::uint32_t at = stretch.begin; at < stretch.end; ++at) {
        const PackedRow& row = sheet.packed(at);
        if (far < wanted_ && sieve_.is_far(row)) continue;
        if (born + sieve_.most_of_rest(row, sheet) >= wanted_) judge(stretch.first + at);
    }
}

void Search::look_through_fresh()
{
    const Sheet& fresh = people_.fresh();
    for (std::uint32_t at = 0; at < fresh.size(); ++at)
        look_through({&fresh, &people_.fresh_gone(), people_.fresh_first(), at, at + 1},
                     sieve_.born(fresh.packed(at).birth()));
}

void Search::look_at_day(Day day)
{
    const std::uint32_t wanted = people::row_day(day);
    if (wanted == 0 || !days_looked_at_.insert(wanted).second) return;
    for (const People::Part& part : people_.parts()) {
        const auto& groups = part.segment->groups();
        for (const std::uint32_t kind : {1U, 2U, 3U}) {
            const std::uint32_t birth = wanted | (kind << 22U);
            const auto group = std::ranges::lower_bound(groups.begin(), groups.end() - 1, birth, {},
                                                        &people::Segment::Group::birth);
            if (group == groups.end() - 1 || group->birth != birth) continue;
            look_through(
                {&part.segment->sheet(), &part.gone, part.first, group->begin, (group + 1)->begin},
                sieve_.born(birth));
        }
    }
}

void Search::note_person(std::uint32_t person)
{
    for (std::uint32_t row = person; row < people_.end_of(person); ++row) note(row);
}

void Search::look_at_noted()
{
    constexpr std::size_t ahead = 12;
    effort_.rows_compared += noted_.size();
    const int most_born = asked_.question().born ? static_cast<int>(weights.born_same * 8) + 1 : 0;
    for (std::size_t at = 0; at < noted_.size(); ++at) {
        if (at + ahead < noted_.size()) __builtin_prefetch(&people_.packed(noted_[at + ahead]));
        const std::uint32_t number = noted_[at];
        const PackedRow& row = people_.packed(number);
        const int most = sieve_.most(row, people_.sheet_of(number));
        if (most + most_born < wanted_) continue;
        if (most + sieve_.born(row.birth()) >= wanted_) judge(number);
    }
    noted_.clear();
}

void Search::look_along_orders()
{
    along_orders_ = true;
    if (!asked_.identifier().empty())
        people_.numbered(people::held_identifier(asked_.identifier()),
                         [this](std::uint32_t person) { note_person(person); });
    look_at_noted();
    look_through_fresh();
    along_names();
    along_days();
    along_places();
}

void Search::along_days()
{
    const auto& born = asked_.question().born;
    if (!born) return;
    const auto width = static_cast<std::size_t>((born->to - born->from).count()) + 1;
    if (born->from == born->to) {
        for (const Day day : days_meant(born->from)) look_at_day(day);
    } else if (width <= days_most) {
        for (Day day = born->from; day <= born->to; day += days{1}) look_at_day(day);
    } else {
        effort_.days_left_out += width;
    }
}

void Search::add_pairs(const WorthTable& forename, const WorthTable& surname)
{
    const std::vector<Worth> surnames = nearest(surname);
    for (const Worth& first : nearest(forename)) {
        const float first_loss = forename.exact() - first.bits;
        for (const Worth& last : surnames) {
            if (first_loss + surname.exact() - last.bits > pair_loss_most) {
                effort_.pairs_left_out +=
                    surnames.size() - static_cast<std::size_t>(&last - surnames.data());
                break;
            }
            keys_.push_back(people::key_of(last.word, first.word));
        }
    }
}

void Search::along_names()
{
    for (const Reading& reading : asked_.readings()) {
        std::vector<std::uint8_t> forenames = reading.forenames;
        forenames.insert(forenames.end(), reading.middles.begin(), reading.middles.end());
        for (const std::uint8_t first : forenames)
            for (const std::uint8_t last : reading.surnames)
                add_pairs(*asked_.words()[first].as_forename, *asked_.words()[last].as_surname);
        for (const std::uint8_t last : reading.surnames)
            for (const Worth& worth : asked_.words()[last].as_surname->worths())
                keys_.push_back(people::key_of(worth.word, no_word));
    }
    // Somebody without a forename yet, by the mother who was named.
    if (asked_.carer().size() > 1)
        add_pairs(*asked_.carer().front().as_forename, *asked_.carer().back().as_surname);
    people_.named(keys_, [this](std::uint32_t row) { note(row); });
    keys_.clear();
    look_at_noted();
}

void Search::along_places()
{
    const AskedPlace& place = asked_.place();
    if (place.whole_postcode && place.postcode != 0)
        people_.with_postcode(place.postcode,
                              [this](std::uint32_t person) { note_person(person); });
    const auto along = [this](std::uint16_t town, const AskedWord& word) {
        for (const WorthTable* table : {word.as_forename, word.as_surname})
            for (const Worth& worth : table->worths())
                if (table->exact() - worth.bits <= pair_loss_most)
                    keys_.push_back(people::key_of(town, worth.word));
    };
    for (const auto& [town, bits] : place.towns)
        for (const AskedWord& word : asked_.words()) along(town, word);
    for (const Reading& reading : asked_.readings())
        if (reading.town != 0)
            for (const AskedWord& word : asked_.words()) along(reading.town, word);
    people_.in_town(keys_, [this](std::uint32_t row) { note(row); });
    keys_.clear();
    look_at_noted();
}

int Search::most_born_of_rest() const
{
    const auto& born = asked_.question().born;
    if (!born) return 0;
    const auto bits = [&](float most) { return static_cast<int>(std::ceil(most * 8)); };
    if (born->from == born->to) return bits(weights.born_month_off);
    const float inside = born_mark(*born, BirthKind::known, born->from).bits;
    return bits(effort_.days_left_out > 0 ? inside : inside - weights.born_outside_range);
}

bool Search::is_sure(const Lines& lines) const
{
    const auto& found = best_.found();
    if (found.empty()) return false;
    const float apart = found.size() > 1 ? found[0].bits - found[1].bits : found[0].bits;
    // Nobody else can come so near the first, or over the line, that they would be shown.
    const float rest =
        static_cast<float>(sieve_.most_of_nearly_all_rest() + most_born_of_rest()) / 8;
    return rest < least_shown(lines.shown) ||
           (found[0].bits >= lines.strong && apart >= weights.strong_apart);
}

void Search::look_at_everyone()
{
    struct Days {
        int born;
        Stretch rows;
    };
    if (!along_orders_) look_along_orders();
    std::vector<Days> all;
    for (const People::Part& part : people_.parts()) {
        const auto& groups = part.segment->groups();
        for (std::size_t at = 0; at + 1 < groups.size(); ++at) {
            if (days_looked_at_.contains(groups[at].born_day())) continue;
            const int born = sieve_.born(groups[at].birth);
            if (born + sieve_.most_of_all_rest() < wanted_) continue;
            const std::uint32_t from = groups[at].begin;
            // Neighbours of one worth, as nearly all are, make one stretch.
            if (!all.empty() && all.back().born == born && all.back().rows.ends_at(part, from))
                all.back().rows.end = groups[at + 1].begin;
            else
                all.push_back(
                    {born,
                     {&part.segment->sheet(), &part.gone, part.first, from, groups[at + 1].begin}});
        }
    }
    std::ranges::sort(all, std::ranges::greater{}, &Days::born);
    for (const Days& one : all) {
        if (one.born + sieve_.most_of_all_rest() < wanted_) break;
        look_through_rest(one.rows, one.born);
    }
}

} // namespace heed::matching
