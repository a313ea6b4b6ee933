#include "matching/search.hpp"

#include "asking/weights.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace heed::matching {
namespace {

using asking::weights;

using names::no_word;
using people::Filed;
using std::chrono::days;
using std::chrono::year_month_day;

bool before(const Found& left, const Found& right)
{
    if (left.bits != right.bits) return left.bits > right.bits;
    return left.tie < right.tie;
}

constexpr std::size_t days_most = 45;
// Somebody is born within six weeks of the day that was expected, or that is worth no more than a
// birth in another month.
constexpr days expected_near{42};
constexpr std::initializer_list<BirthKind> all_kinds{BirthKind::known, BirthKind::estimated_year,
                                                     BirthKind::expected};

constexpr PairsWanted nearest_names{
    .loss_most = 3, .least = 1000, .rare_whole = false, .last = false};
// Whoever is the same and has both names further off than that has a home or a birth in common.
constexpr PairsWanted near_enough_names{
    .loss_most = 8, .least = 1000, .rare_whole = false, .last = true};
// Of rare names also far ones say much, so that they are looked up too.
constexpr PairsWanted all_names{
    .loss_most = likeness::pair_loss_most, .least = 5, .rare_whole = true, .last = true};

// Of carers of a name so many children are looked at, and no more: it takes some milliseconds. More
// than a few only when it is not sure yet who is meant.
constexpr std::size_t carers_most = 500'000;
constexpr std::size_t carers_few = 5'000;
// Looking up two words in all parts takes as long as looking at so many rows of one of them.
constexpr std::size_t rows_for_a_pair = 16;

/// The days that somebody may mean who says this one.
std::set<Day> days_meant(Day said)
{
    const year_month_day date{said};
    std::set<Day> meant{said + days{1},
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

/// What births are worth, asked for in order, part by part: those of one part are mostly those of
/// the part before.
class BornOnDays {
public:
    explicit BornOnDays(const Sieve& sieve) : sieve_{sieve} {}
    void begin()
    {
        before_.swap(now_);
        now_.clear();
        at_ = 0;
    }
    int of(std::uint32_t birth)
    {
        while (at_ < before_.size() && before_[at_].first < birth) ++at_;
        const bool known = at_ < before_.size() && before_[at_].first == birth;
        now_.emplace_back(birth, known ? before_[at_].second : sieve_.born(birth));
        return now_.back().second;
    }

private:
    const Sieve& sieve_;
    std::vector<std::pair<std::uint32_t, int>> before_;
    std::vector<std::pair<std::uint32_t, int>> now_;
    std::size_t at_ = 0;
};

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
    if (row.forename != no_word &&
        static_cast<int>(scorer_.most(row, sieve_.most_of_family()) * 8.0F) + 1 +
                sieve_.most_beside(people_.homes(at)) <
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
    // Below the line too whoever agrees in all that was said is worth a look: they are found along
    // the orders.
    if (line_ && !best_.found().empty())
        least = std::max(least, rest_begun_ ? least_shown(*line_) : behind_first());
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
    const auto falls = [](const Promising& left, const Promising& right) {
        return left.most != right.most ? left.most > right.most : left.row < right.row;
    };
    for (std::ptrdiff_t some = 8; !promising_.empty(); some *= 2) {
        std::erase_if(promising_, [&](const Promising& one) { return one.most < wanted_; });
        const auto end = promising_.begin() + std::min(some, std::ssize(promising_));
        std::partial_sort(promising_.begin(), end, promising_.end(), falls);
        for (auto one = promising_.begin(); one != end && one->most >= wanted_; ++one)
            judge(one->row);
        promising_.erase(promising_.begin(), end);
    }
}

void Search::look_through(const Stretch& stretch, int born)
{
    const Sheet& sheet = *stretch.sheet;
    effort_.rows_compared += stretch.end - stretch.begin;
    for (std::uint32_t at = stretch.begin; at < stretch.end; ++at) {
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
    const auto along = [&](std::uint32_t key) {
        const auto rows = segment.by_words().of(key, stretch.begin, stretch.end);
        effort_.rows_compared += rows.size();
        for (const std::uint32_t row : rows) judge_rest(stretch, row, born);
        judge_promising();
    };
    if (born + sieve_.most_without_a_name() >= wanted_)
        along(people::word_key(no_word, Filed::by_own));
    for (const auto& [key, most] : near) {
        if (born + most < wanted_) break;
        along(key);
    }
}

void Search::look_through_fresh()
{
    const Sheet& fresh = people_.fresh();
    for (std::uint32_t at = 0; at < fresh.size(); ++at)
        look_through({&fresh, &people_.fresh_gone(), people_.fresh_first(), at, at + 1},
                     sieve_.born(fresh.packed(at).birth()));
}

void Search::add_days(const People::Part& part, std::uint32_t from, std::uint32_t to,
                      BirthKind kind, std::vector<Days>& days)
{
    const auto birth = [&](std::uint32_t day) {
        return day | (static_cast<std::uint32_t>(kind) << 22U);
    };
    const auto& groups = part.segment->groups();
    auto group = std::ranges::lower_bound(groups.begin(), groups.end() - 1, birth(from), {},
                                          &people::Segment::Group::birth);
    for (; group != groups.end() - 1 && group->birth <= birth(to); ++group)
        days.push_back(
            {sieve_.born(group->birth),
             group->birth,
             {&part.segment->sheet(), &part.gone, part.first, group->begin, (group + 1)->begin},
             part.segment.get()});
}

std::vector<Search::Days> Search::days_between(Day from, Day to,
                                               std::initializer_list<BirthKind> kinds)
{
    std::vector<Days> days;
    const std::uint32_t first = people::row_day(from);
    const std::uint32_t last = people::row_day(to);
    if (first == 0 || last == 0) return days;
    for (const People::Part& part : people_.parts())
        for (const BirthKind kind : kinds) add_days(part, first, last, kind, days);
    return days;
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
        if (is_another(row, people_.sheet_of(number))) continue;
        const int most = sieve_.most(row, people_.sheet_of(number));
        if (most + most_born < wanted_) continue;
        const int with_born = most + sieve_.born(row.birth());
        if (with_born >= wanted_)
            promise(with_born - sieve_.less_at(people_.homes(number)), number);
    }
    noted_.clear();
    judge_promising();
}

void Search::look_along_orders()
{
    along_orders_ = true;
    if (!asked_.identifier().empty())
        people_.numbered(people::held_identifier(asked_.identifier()),
                         [this](std::uint32_t person) { note_person(person); });
    look_at_noted();
    look_through_fresh();
    if (!the_same_) along_carers(carers_few);
    along_names(nearest_names); // whoever is meant is mostly here, and lets others be passed over
    along_the_day();
    along_places();
    PairsWanted all = the_same_ ? near_enough_names : all_names;
    if (floor_ > nobody_too_low || !best_.found().empty())
        all.least_of_all =
            static_cast<float>(wanted_ - most_born_of_rest() - sieve_.most_beside_pair() - 1) / 8;
    along_names(all);
    sieve_.read_rest();
    along_days();
}

void Search::along_the_day()
{
    const auto& born = asked_.question().born;
    if (!born || born->from != born->to) return;
    for (const Days& day : days_between(born->from, born->to, all_kinds)) {
        look_through(day.rows, day.born);
        births_looked_at_.push_back(day.birth);
    }
}

void Search::along_days()
{
    const auto& born = asked_.question().born;
    if (!born) return;
    std::vector<Days> all;
    const auto add = [&](Day from, Day to, std::initializer_list<BirthKind> kinds) {
        for (const Days& days : days_between(from, to, kinds))
            if (std::ranges::find(births_looked_at_, days.birth) == births_looked_at_.end())
                all.push_back(days);
    };
    const auto width = static_cast<std::size_t>((born->to - born->from).count()) + 1;
    if (born->from == born->to) {
        const Day said = born->from;
        add(said - expected_near, said + expected_near, {BirthKind::expected});
        for (const Day day : days_meant(said))
            add(day, day, {BirthKind::known, BirthKind::estimated_year});
    } else if (width <= days_most) {
        add(born->from, born->to, all_kinds);
    } else {
        effort_.days_left_out += width;
    }
    look_at_rest(all, usual_look_up_costs);
    for (const Days& days : all) births_looked_at_.push_back(days.birth);
    std::ranges::sort(births_looked_at_);
}

void Search::add_pairs(WorthTable& forename, WorthTable& surname, float cost,
                       const PairsWanted& wanted)
{
    const std::span<const Worth> surnames = surname.nearest_first();
    const float both_least =
        std::max(std::min(forename.exact() + surname.exact() - wanted.loss_most, wanted.least),
                 wanted.least_of_all - cost);
    for (const Worth& first : forename.nearest_first()) {
        const auto end = std::ranges::lower_bound(surnames, both_least - first.bits,
                                                  std::ranges::greater_equal{}, &Worth::bits);
        const auto count = static_cast<std::size_t>(end - surnames.begin());
        if (wanted.rare_whole && people_.words().held(first.word) < count * rows_for_a_pair) {
            whole_words_.push_back(first.word);
            continue;
        }
        for (auto last = surnames.begin(); last != end; ++last)
            keys_.push_back(people::key_of(last->word, first.word));
        if (!wanted.last || end == surnames.end()) continue;
        effort_.pairs_left_out += surnames.size() - count;
        sieve_.note_pair_left_out(cost + first.bits + end->bits);
    }
}

void Search::along_names(const PairsWanted& wanted)
{
    for (const Reading& reading : asked_.readings()) {
        std::vector<std::uint8_t> forenames = reading.forenames;
        forenames.insert(forenames.end(), reading.middles.begin(), reading.middles.end());
        for (const std::uint8_t first : forenames)
            for (const std::uint8_t last : reading.surnames)
                add_pairs(*asked_.words()[first].as_forename, *asked_.words()[last].as_surname,
                          reading.cost, wanted);
        for (const std::uint8_t last : wanted.last ? reading.surnames : std::vector<std::uint8_t>{})
            for (const Worth& worth : asked_.words()[last].as_surname->worths())
                keys_.push_back(people::key_of(worth.word, no_word));
    }
    // Somebody without a forename yet, by the mother who was named.
    if (asked_.carer().size() > 1)
        add_pairs(*asked_.carer().front().as_forename, *asked_.carer().back().as_surname, 0,
                  wanted);
    people_.named(keys_, [this](std::uint32_t row) { note(row); });
    keys_.clear();
    std::ranges::sort(whole_words_);
    const auto same = std::ranges::unique(whole_words_);
    whole_words_.erase(same.begin(), same.end());
    for (const People::Part& part : people_.parts())
        for (const WordId word : whole_words_)
            for (const std::uint32_t row :
                 part.segment->by_words().of_all(people::word_key(word, Filed::by_own),
                                                 people::word_key(word, Filed::by_other)))
                note(part.first + row);
    look_at_noted();
}

void Search::look_along_carers()
{
    if (along_carers_ || asked_.carer().empty()) return;
    along_carers(carers_most);
    if (!along_carers_) return;
    sieve_.read_rest();
}

void Search::along_carers(std::size_t most)
{
    std::vector<WordId> near;
    for (const AskedWord& said : asked_.carer())
        for (const Worth& worth : said.as_forename->worths()) near.push_back(worth.word);
    std::ranges::sort(near);
    const auto same = std::ranges::unique(near);
    near.erase(same.begin(), same.end());
    const auto with = [](const People::Part& part, WordId word) {
        return part.segment->by_words().of(people::word_key(word, Filed::by_carer));
    };
    std::size_t rows = 0;
    for (const People::Part& part : people_.parts())
        for (const WordId word : near) rows += with(part, word).size();
    if (rows > most) {
        effort_.carers_left_out = rows;
        return;
    }
    effort_.carers_left_out = 0;
    for (const People::Part& part : people_.parts())
        for (const WordId word : near)
            for (const std::uint32_t person : with(part, word)) note_person(part.first + person);
    look_at_noted();
    sieve_.note_carers_looked_at();
    along_carers_ = true;
}

void Search::along_places()
{
    const AskedPlace& place = asked_.place();
    if (place.whole_postcode && place.postcode != 0)
        people_.with_postcode(place.postcode,
                              [this](std::uint32_t person) { note_person(person); });
    const auto along = [this](std::uint16_t town) {
        for (const AskedWord& word : asked_.words())
            for (const WorthTable* table : {word.as_forename, word.as_surname}) {
                if (the_same_ && table == word.as_surname) continue; // their forename is near too
                for (const Worth& worth : table->worths())
                    if (worth.bits >= least_with_a_town(*table))
                        keys_.push_back(people::key_of(town, worth.word));
            }
    };
    for (const auto& [town, bits] : place.towns) along(town);
    for (const Reading& reading : asked_.readings())
        if (reading.town != 0) along(reading.town);
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

void Search::look_at_everyone(std::uint32_t look_up_costs)
{
    if (!along_orders_) look_along_orders();
    look_along_carers();
    rest_begun_ = true;
    raise_wanted();
    std::vector<Days> all;
    BornOnDays days_worth{sieve_};
    for (const People::Part& part : people_.parts()) {
        const auto& groups = part.segment->groups();
        days_worth.begin();
        for (std::size_t at = 0; at + 1 < groups.size(); ++at) {
            const int born = days_worth.of(groups[at].birth);
            if (born + sieve_.most_of_all_rest() < wanted_ ||
                std::ranges::binary_search(births_looked_at_, groups[at].birth))
                continue;
            const std::uint32_t from = groups[at].begin;
            // Neighbours of one worth, as nearly all are, make one stretch.
            if (!all.empty() && all.back().born == born && all.back().rows.ends_at(part, from))
                all.back().rows.end = groups[at + 1].begin;
            else
                all.push_back(
                    {born,
                     groups[at].birth,
                     {&part.segment->sheet(), &part.gone, part.first, from, groups[at + 1].begin},
                     part.segment.get()});
        }
    }
    look_at_rest(all, look_up_costs);
}

void Search::look_at_rest(std::vector<Days>& all, std::uint32_t look_up_costs)
{
    std::ranges::sort(all, std::ranges::greater{}, &Days::born);
    if (all.empty() || all.front().born + sieve_.most_of_all_rest() < wanted_) return;
    const auto near = sieve_.near_words(whole_words_);
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

} // namespace heed::matching
