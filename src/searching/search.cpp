#include "searching/search.hpp"

#include "asking/weights.hpp"

#include <algorithm>
#include <cmath>

namespace heed::searching {
namespace {

using asking::weights;

using names::no_word;
using people::Filed;

// Rows that are far from one another are asked for so many before they are compared.
constexpr std::size_t ahead = 12;

bool before(const Found& left, const Found& right)
{
    if (left.bits != right.bits) return left.bits > right.bits;
    return left.tie < right.tie;
}

} // namespace

void Best::offer(const Found& one)
{
    const auto same = std::ranges::find(found_, one.person, &Found::person);
    if (same != found_.end()) {
        // Of two names that fit equally, the first, whichever was looked at first.
        if (same->bits > one.bits || (same->bits == one.bits && same->row < one.row)) return;
        found_.erase(same);
    }
    found_.insert(std::ranges::upper_bound(found_, one, before), one);
    if (found_.size() > most_) found_.pop_back();
}

void Search::judge(std::uint32_t at)
{
    const People::Rows rows = rows_about(at);
    if (rows.is_gone(at)) return;
    const Row row = rows.row(at);
    if (row.forename != no_word &&
        static_cast<int>(scorer_.most(row, sieve_.most_of_family(rows.packed(at))) * 8.0F) + 1 +
                sieve_.most_beside(rows.homes(at)) <
            wanted_)
        return;
    const Scored scored = scorer_.score(row);
    ++effort_.rows_scored;
    if (!best_.wants(scored.total()) || scored.total() < floor_ || !scored.agrees()) return;
    const auto tie = static_cast<std::uint32_t>(filing::key_of(people_.details(row.person).id));
    best_.offer({scored.total(), tie * 2'654'435'761U, row.person, at});
    raise_wanted();
}

float Search::behind_first() const
{
    return best_.found().front().bits - std::max(weights.shown_within, weights.strong_apart);
}

float Search::least_shown(float line) const
{
    // While nobody reaches the line, anybody near the first may be worth a look.
    return best_.found().front().bits >= line ? std::max(behind_first(), line) : behind_first();
}

void Search::raise_wanted()
{
    float least = best_.least();
    if (line_ && !best_.found().empty()) least = std::max(least, least_shown(*line_));
    least = std::max(least, floor_);
    wanted_ = static_cast<int>(std::floor(least * 8.0F));
}

void Search::want_the_same(float least_bits)
{
    floor_ = least_bits;
    the_same_ = true;
    raise_wanted();
}

void Search::want_only_shown(const Lines& lines)
{
    line_ = lines.shown;
    raise_wanted();
}

void Search::judge_promising()
{
    const auto follows = [](const Promising& left, const Promising& right) {
        return left.most != right.most ? left.most < right.most : left.row > right.row;
    };
    std::ranges::make_heap(promising_, follows);
    while (!promising_.empty() && promising_.front().most >= wanted_) {
        std::ranges::pop_heap(promising_, follows);
        const std::uint32_t row = promising_.back().row;
        promising_.pop_back();
        judge(row);
    }
    promising_.clear();
}

void Search::look_through(const Stretch& stretch, int born)
{
    const Sheet& sheet = *stretch.sheet;
    effort_.rows_compared += stretch.end - stretch.begin;
    const int far = born + sieve_.most_of_far();
    for (std::uint32_t at = stretch.begin; at < stretch.end; ++at) {
        if (far < wanted_ && sieve_.is_far(sheet.packed(at))) continue;
        if (is_another(sheet.packed(at), sheet)) continue;
        const int most = born + sieve_.most(sheet.packed(at), sheet);
        if (most >= wanted_) promise(most - sieve_.less_at(sheet.homes(at)), stretch.first + at);
    }
    judge_promising();
}

void Search::judge_rest(const Stretch& stretch, std::uint32_t row, int born)
{
    const Sheet& sheet = *stretch.sheet;
    if (is_another(sheet.packed(row), sheet)) return;
    promise(born + sieve_.most_of_rest(sheet.packed(row), sheet, sheet.homes(row)),
            stretch.first + row);
}

void Search::look_through_rest(const Stretch& stretch, int born)
{
    const Sheet& sheet = *stretch.sheet;
    effort_.rows_compared += stretch.end - stretch.begin;
    const int far = born + sieve_.most_of_far_rest();
    for (std::uint32_t at = stretch.begin; at < stretch.end; ++at) {
        if (far < wanted_ && sieve_.is_far(sheet.packed(at))) continue;
        judge_rest(stretch, at, born);
    }
    judge_promising();
}

void Search::look_by_words(const people::Segment& segment, const Stretch& stretch, int born,
                           std::span<const Sieve::NearWord> near)
{
    const Sheet& sheet = *stretch.sheet;
    std::vector<std::uint32_t> rows_there;
    const auto along = [&](const Sieve::NearWord& word) {
        const auto rows = segment.by_words().of(word.key, stretch.begin, stretch.end);
        effort_.rows_compared += rows.size();
        rows_there.clear();
        // Where they live lies closer together than their names.
        for (std::size_t at = 0; at < rows.size(); ++at) {
            if (at + ahead < rows.size()) sheet.fetch_homes(rows[at + ahead]);
            if (born + sieve_.most_near(word, sheet.homes(rows[at])) >= wanted_)
                rows_there.push_back(rows[at]);
        }
        for (std::size_t at = 0; at < rows_there.size(); ++at) {
            if (at + ahead < rows_there.size()) sheet.fetch(rows_there[at + ahead]);
            judge_rest(stretch, rows_there[at], born);
        }
        judge_promising();
    };
    for (const Sieve::NearWord& lacking : {sieve_.without_forename(), sieve_.without_surname()})
        if (born + lacking.most >= wanted_) along(lacking);
    for (const Sieve::NearWord& word : near) {
        if (born + word.most < wanted_) break;
        along(word);
    }
}

void Search::look_through_fresh()
{
    const Sheet& fresh = people_.fresh();
    for (std::uint32_t at = 0; at < fresh.size(); ++at)
        look_through({&fresh, people_.fresh_first(), at, at + 1},
                     sieve_.born(fresh.packed(at).birth()));
}

void Search::note_person(std::uint32_t person)
{
    for (std::uint32_t row = person; row < people_.end_of(person); ++row) note(row);
}

int Search::most_born() const
{
    return asked_.question().born ? static_cast<int>(weights.born_same * 8) + 1 : 0;
}

void Search::look_at_noted(int less)
{
    effort_.rows_compared += noted_.size();
    const int most_born = this->most_born() - less;
    for (std::size_t at = 0; at < noted_.size(); ++at) {
        const std::uint32_t number = noted_[at];
        const People::Rows rows = rows_about(number);
        if (at + ahead < noted_.size() && rows.have(noted_[at + ahead]))
            rows.sheet->fetch(noted_[at + ahead] - rows.first);
        const PackedRow& row = rows.packed(number);
        if (is_another(row, *rows.sheet)) continue;
        const int most = sieve_.most(row, *rows.sheet);
        if (most + most_born < wanted_) continue;
        const int with_born = most - less + sieve_.born(row.birth());
        if (with_born >= wanted_) promise(with_born - sieve_.less_at(rows.homes(number)), number);
    }
    noted_.clear();
    judge_promising();
}

bool Search::is_sure(const Lines& lines) const
{
    const auto& found = best_.found();
    if (found.empty()) return false;
    const float apart = found.size() > 1 ? found[0].bits - found[1].bits : found[0].bits;
    // Nobody else can come so near the first, or over the line, that they would be shown.
    const float rest = static_cast<float>(sieve_.most_of_all_rest() + most_born_of_rest()) / 8;
    // Or the first is strong, and nobody else comes before it.
    return rest < least_shown(lines.shown) ||
           (found[0].bits >= lines.strong && apart >= weights.strong_apart && rest < found[0].bits);
}

namespace {

/// Births of known days, as PackedRow::birth.
constexpr std::uint32_t known(std::uint32_t row_day)
{
    return (static_cast<std::uint32_t>(BirthKind::known) << 22U) + row_day;
}

int year_of(Day day) { return static_cast<int>(std::chrono::year_month_day{day}.year()); }

/// The first group of a birth or of a later one.
auto from_birth(const filing::Column<people::Segment::Group>& groups, std::uint32_t birth)
{
    return std::ranges::lower_bound(groups.begin(), groups.end() - 1, birth, {},
                                    &people::Segment::Group::birth);
}

/// The years of the first and the last of them that a part holds.
std::pair<int, int> years_of(const People::Part& part)
{
    const auto& groups = part.segment->groups();
    const auto first = from_birth(groups, known(1));
    const auto behind = from_birth(groups, known(people::row_days));
    if (first == behind) return {1, 0};
    return {year_of(people::day_of(first->born_day())),
            year_of(people::day_of((behind - 1)->born_day()))};
}

} // namespace

int Search::far_born() const { return static_cast<int>(std::ceil(weights.born_different * 8)); }

std::vector<Search::Births> Search::births_to_look_at(const People::Part& part,
                                                      bool wants_far) const
{
    const auto& born = asked_.question().born;
    if (!born) return {{0, ~0U, {}}};
    const auto of_day = [](Day day) { return known(people::row_day(day)); };
    const auto [from, to] = likeness::days_not_far(*born);
    std::vector<Births> births{{0, known(0), {}}};
    const auto look_at = [&](std::uint32_t first, std::uint32_t last) {
        const std::uint32_t next = births.back().last + 1;
        if (wants_far && next < first) births.push_back({next, first - 1, far_born()});
        births.push_back({first, last, {}});
    };
    // The same day of another year is a slip of the pen.
    const auto [first_year, last_year] = years_of(part);
    const auto in_year = [&](int year) {
        return add_months(born->from, 12 * (year - year_of(born->from)));
    };
    int year = first_year;
    for (; born->exact() && year <= last_year && in_year(year) < from; ++year)
        look_at(of_day(in_year(year)), of_day(in_year(year)));
    look_at(of_day(from), of_day(to));
    for (; born->exact() && year <= last_year; ++year)
        if (in_year(year) > to) look_at(of_day(in_year(year)), of_day(in_year(year)));
    look_at(known(people::row_days), ~0U);
    return births;
}

std::vector<Search::Days> Search::days_to_look_at(bool wants_far) const
{
    std::vector<Days> days;
    for (const People::Part& part : people_.parts()) {
        const auto& groups = part.segment->groups();
        const auto add = [&](auto first, auto behind) {
            if (first == behind) return;
            const Stretch rows{&part.segment->sheet(), part.first, first->begin, behind->begin};
            days.push_back({0, first->birth, rows, part.segment.get()});
        };
        if (wants_far) {
            add(groups.begin(), groups.end() - 1);
            continue;
        }
        for (const Births& births : births_to_look_at(part, false))
            add(from_birth(groups, births.first),
                births.last == ~0U ? groups.end() - 1 : from_birth(groups, births.last + 1));
    }
    return days;
}

void Search::add_rest(const People::Part& part, const Births& births, std::vector<Days>& days)
{
    const auto& groups = part.segment->groups();
    const auto end = groups.end() - 1;
    const auto add = [&](auto first, auto behind, int born) {
        if (first == behind || born + sieve_.most_of_all_rest() < wanted_) return;
        // Neighbours of one worth, as nearly all are, make one stretch.
        if (!days.empty() && days.back().born == born &&
            days.back().rows.ends_at(part, first->begin))
            days.back().rows.end = behind->begin;
        else
            days.push_back({born,
                            first->birth,
                            {&part.segment->sheet(), part.first, first->begin, behind->begin},
                            part.segment.get()});
    };
    auto group = from_birth(groups, births.first);
    if (births.born) return add(group, from_birth(groups, births.last + 1), *births.born);
    for (; group != end && group->birth <= births.last; ++group)
        if (!std::ranges::binary_search(births_looked_at_, group->birth))
            add(group, group + 1, sieve_.born(group->birth));
}

void Search::look_at_everyone(std::uint32_t look_up_costs)
{
    if (!along_orders_) look_along_orders();
    look_along_carers();
    std::vector<Days> all;
    const bool wants_far = far_born() + sieve_.most_of_all_rest() >= wanted_;
    for (const People::Part& part : people_.parts())
        for (const Births& some : births_to_look_at(part, wants_far)) add_rest(part, some, all);
    look_at_rest(all, look_up_costs);
}

void Search::look_at_rest(std::vector<Days>& all, std::uint32_t look_up_costs)
{
    std::ranges::sort(all, std::ranges::greater{}, &Days::born);
    if (all.empty() || all.front().born + sieve_.most_of_all_rest() < wanted_) return;
    if (const int least = wanted_ - all.front().born; !near_words_ || least < near_words_least_) {
        near_words_ = least > sieve_.most_of_near_words() ? std::vector<Sieve::NearWord>{}
                                                          : sieve_.near_words(least);
        near_words_least_ = least;
    }
    const auto& near = *near_words_;
    for (const Days& one : all) {
        if (one.born + sieve_.most_of_all_rest() < wanted_) break;
        const auto worth = static_cast<std::uint32_t>(
            std::ranges::lower_bound(near, wanted_ - one.born, std::ranges::greater_equal{},
                                     &Sieve::NearWord::most) -
            near.begin());
        if (one.born + sieve_.most_of_others() >= wanted_ ||
            one.rows.end - one.rows.begin < worth * look_up_costs)
            look_through_rest(one.rows, one.born);
        else
            look_by_words(*one.segment, one.rows, one.born, near);
    }
}

} // namespace heed::searching
