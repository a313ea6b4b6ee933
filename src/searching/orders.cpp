// Where those who may be meant are filed, one after the other.
#include "asking/weights.hpp"
#include "filing/once.hpp"
#include "searching/search.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace heed::searching {
namespace {

using asking::weights;

using names::no_word;
using people::Filed;
using std::chrono::days;
using std::chrono::year_month_day;

constexpr std::size_t days_most = 45;
// Somebody is born within six weeks of the day that was expected, or that is worth no more than a
// birth in another month.
constexpr days expected_near{42};
constexpr std::initializer_list<BirthKind> all_kinds{BirthKind::known, BirthKind::estimated_year,
                                                     BirthKind::expected};
constexpr std::initializer_list<BirthKind> born_kinds{BirthKind::known, BirthKind::estimated_year};

constexpr PairsWanted nearest_names{.loss_most = 3, .last = false};
// Whoever is the same and has both names further off than that has a home or a birth in common.
constexpr PairsWanted near_enough_names{.loss_most = 8, .last = true};
constexpr PairsWanted all_names{.loss_most = 1000, .last = true};

// How far under the best spelling, in bits, a word is that is looked up with a town for whoever is
// the same.
constexpr float town_loss_most = 11;

// Of carers of a name so many children are looked at, and no more: it takes some milliseconds. More
// than a few only when it is not sure yet who is meant.
constexpr std::size_t carers_most = 500'000;
constexpr std::size_t carers_few = 5'000;
// Looking up two words takes as long as looking at so many of those who bear one of them.
constexpr std::size_t rows_for_a_pair = 2;

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

} // namespace

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
    // Some eighths less, as bounds are rounded up: what is left out is then too little for the
    // rest.
    if (floor_ > nobody_too_low || !best_.found().empty())
        all.least =
            static_cast<float>(wanted_ - most_born_of_rest() - sieve_.most_beside_pair() - 4) / 8;
    along_names(all);
    sieve_.read_rest();
    // Whoever is the same and was born on another day has both names near, or the home.
    if (the_same_) return;
    // A carer may outweigh much: once all that are near were looked at, few of the rest matter.
    if (line_ && sieve_.most_of_all_rest() + most_born_of_rest() >= wanted_) look_along_carers();
    along_days();
}

void Search::along_the_day()
{
    const auto& born = asked_.question().born;
    if (!born) return;
    const auto width = static_cast<std::size_t>((born->to - born->from).count()) + 1;
    if (width > days_most) effort_.days_left_out += width;
    if (width > 1) return;
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
    if (effort_.days_left_out > 0) return;
    add(born->from - expected_near, born->to + expected_near, {BirthKind::expected});
    if (born->from == born->to)
        for (const Day day : days_meant(born->from)) add(day, day, born_kinds);
    else
        add(born->from, born->to, born_kinds);
    look_at_rest(all, usual_look_up_costs);
    for (const Days& days : all) births_looked_at_.push_back(days.birth);
    std::ranges::sort(births_looked_at_);
}

void Search::add_pairs(WorthTable& forename, WorthTable& surname, float cost,
                       const PairsWanted& wanted)
{
    float both_least =
        std::max(forename.exact() + surname.exact() - wanted.loss_most, wanted.least - cost);
    if (forename.is_near_very_many() || surname.is_near_very_many())
        return add_pairs_of_a_letter(forename, surname, both_least, cost, wanted);
    // The first look took those worth more; the lists reach down to what it left out.
    const float both_below = forename.exact() + surname.exact() - nearest_names.loss_most;
    if (wanted.last) both_least = std::min(both_least, both_below);
    PairsLeft left{forename.nearest_first(both_least - surname.nearest()),
                   surname.nearest_first(both_least - forename.nearest()), both_least};
    if (wanted.last) left.both_below = both_below;
    add_pairs(std::move(left), cost, wanted.last);
}

void Search::add_pairs_of_other_parts(const AskedWord& first, const AskedWord& last, float cost,
                                      const PairsWanted& wanted)
{
    const float least = wanted.least - cost;
    const auto only_as_other = [&](WorthTable& as, const WorthTable& usual, WorthTable& other) {
        std::vector<Worth> words;
        if (as.is_near_very_many() || other.is_near_very_many()) {
            for (const Worth& worth : as.worths())
                if (!usual.near(worth.word))
                    sieve_.note_pair_left_out(cost + worth.bits + other.nearest());
            return words;
        }
        const float least_alone = least - other.nearest();
        for (const Worth& worth : as.nearest_first(least_alone))
            if (worth.bits < least_alone || !usual.near(worth.word)) words.push_back(worth);
        return words;
    };
    if (const auto words = only_as_other(*first.as_surname, *first.as_forename, *last.as_surname);
        !words.empty())
        add_pairs(
            {words, last.as_surname->nearest_first(least - first.as_surname->nearest()), least},
            cost, true);
    if (const auto words = only_as_other(*last.as_forename, *last.as_surname, *first.as_forename);
        !words.empty())
        add_pairs(
            {first.as_forename->nearest_first(least - last.as_forename->nearest()), words, least},
            cost, true);
}

void Search::add_pairs(PairsLeft left, float cost, bool last_look)
{
    const bool forenames_first = left.forenames.size() < left.surnames.size();
    for (const bool of_forenames : {forenames_first, !forenames_first})
        take_whole(left, of_forenames);
    for (const Worth& first : left.forenames) {
        const auto begin = left.first_with(left.surnames, first);
        const auto end = left.end_with(left.surnames, first);
        for (auto last = begin; last != end; ++last)
            keys_.push_back(people::key_of(last->word, first.word));
        if (!last_look || end == left.surnames.end()) continue;
        effort_.pairs_left_out += static_cast<std::size_t>(left.surnames.end() - end);
        sieve_.note_pair_left_out(cost + first.bits + end->bits);
    }
}

void Search::add_pairs_of_a_letter(WorthTable& forename, WorthTable& surname, float both_least,
                                   float cost, const PairsWanted& wanted)
{
    if (!wanted.last) return;
    const bool forename_is_short = forename.is_near_very_many();
    const float letter = (forename_is_short ? forename : surname).nearest();
    WorthTable& other = forename_is_short ? surname : forename;
    if (other.is_near_very_many())
        return sieve_.note_pair_left_out(cost + letter + other.nearest());
    // In a town the letter is not looked up, so that the other may be a parent's there.
    const float least = both_least - sieve_.more_in_town();
    for (const Worth& worth : other.nearest_first(least - letter)) {
        if (letter + worth.bits < least) {
            ++effort_.pairs_left_out;
            return sieve_.note_pair_left_out(cost + letter + worth.bits);
        }
        take_whole(worth.word);
    }
}

std::vector<Worth>::const_iterator Search::PairsLeft::end_with(const std::vector<Worth>& words,
                                                               const Worth& other) const
{
    return std::ranges::lower_bound(words, both_least - other.bits, std::ranges::greater_equal{},
                                    &Worth::bits);
}

std::vector<Worth>::const_iterator Search::PairsLeft::first_with(const std::vector<Worth>& words,
                                                                 const Worth& other) const
{
    return std::ranges::lower_bound(words, both_below - other.bits, std::ranges::greater_equal{},
                                    &Worth::bits);
}

void Search::take_whole(PairsLeft& left, bool of_forenames)
{
    auto& some = of_forenames ? left.forenames : left.surnames;
    const auto& others = of_forenames ? left.surnames : left.forenames;
    std::erase_if(some, [&](const Worth& one) {
        const auto pairs = static_cast<std::size_t>(left.end_with(others, one) - others.begin());
        // The first that is in no pair stands for all behind it, which were not put in order.
        if (pairs == 0) return false;
        if (sieve_.marks().is_looked_at(one.word)) return true;
        if (the_same_ || people_.words().held(one.word) >= pairs * rows_for_a_pair) return false;
        take_whole(one.word);
        return true;
    });
}

void Search::take_whole(WordId word)
{
    if (sieve_.marks().is_looked_at(word)) return;
    sieve_.marks().add_looked_at(word);
    whole_words_.push_back(word);
}

void Search::along_names(const PairsWanted& wanted)
{
    for (const Reading& reading : asked_.readings()) {
        std::vector<std::uint8_t> forenames = reading.forenames;
        forenames.insert(forenames.end(), reading.middles.begin(), reading.middles.end());
        for (const std::uint8_t first : forenames)
            for (const std::uint8_t last : reading.surnames) {
                const AskedWord& one = asked_.words()[first];
                const AskedWord& other = asked_.words()[last];
                add_pairs(*one.as_forename, *other.as_surname, reading.cost, wanted);
                if (wanted.last) add_pairs_of_other_parts(one, other, reading.cost, wanted);
            }
        if (!wanted.last) continue;
        // Of a town not every surname was looked up for whoever is the same.
        const float least = the_same_ ? wanted.least - sieve_.more_in_town() : wanted.least;
        for (const std::uint8_t last : reading.surnames)
            for (WorthTable* near :
                 {asked_.words()[last].as_surname, asked_.words()[last].as_forename})
                add_without_forename(*near, reading.cost, least);
    }
    // Somebody without a forename yet, by the mother who was named.
    if (asked_.carer().size() > 1)
        add_pairs(*asked_.carer().front().as_forename, *asked_.carer().back().as_surname, 0,
                  wanted);
    people_.named(keys_, [this](std::uint32_t row) { note(row); });
    keys_.clear();
    note_whole_words();
    look_at_noted();
}

void Search::add_without_forename(WorthTable& surname, float cost, float least)
{
    for (const Worth& worth : surname.nearest_first(least - cost)) {
        const float bits = cost + worth.bits;
        if (bits < least) return sieve_.note_surname_left_out(bits);
        keys_.push_back(people::key_of(worth.word, no_word));
    }
}

void Search::note_whole_words()
{
    for (const People::Part& part : people_.parts())
        for (const WordId word : whole_words_)
            for (const std::uint32_t row :
                 part.segment->by_words().of_all(people::word_key(word, Filed::by_forename),
                                                 people::word_key(word, Filed::by_family)))
                note(part.first + row);
    whole_words_.clear();
}

void Search::look_along_carers()
{
    if (along_carers_ || asked_.carer().empty()) return;
    along_carers(carers_most);
    if (!along_carers_) return;
    sieve_.read_rest();
    near_words_.reset();
}

std::vector<Search::NearCarer> Search::near_carers() const
{
    std::vector<NearCarer> near;
    filing::Once& once = filing::once_of_thread(people_.words().size());
    for (const AskedWord& said : asked_.carer())
        for (const Worth& worth : said.as_forename->worths()) once.add(worth.word);
    for (const WordId word : once.taken()) {
        float bits = nobody_too_low;
        for (const AskedWord& said : asked_.carer())
            if (said.as_forename->near(word)) bits = std::max(bits, said.as_forename->bits(word));
        near.push_back({word, bits});
    }
    std::ranges::sort(near, [](const NearCarer& left, const NearCarer& right) {
        return left.bits != right.bits ? left.bits > right.bits : left.forename < right.forename;
    });
    return near;
}

void Search::along_carers(std::size_t most)
{
    const std::vector<NearCarer> near = near_carers();
    std::size_t rows = 0;
    for (const People::Part& part : people_.parts())
        for (const NearCarer& carer : near) rows += part.segment->by_words().of(carer.key()).size();
    if (rows > most) {
        effort_.carers_left_out = rows;
        return;
    }
    effort_.carers_left_out = 0;
    const std::vector<Days> everybody = days_to_look_at(true);
    // Where they are few, all are looked at as quickly as births that are far are left out.
    const std::vector<Days> not_far = rows > carers_few ? days_to_look_at(false) : everybody;
    // Of several carers the one counts who comes to most, and whose forename is before the others.
    for (const NearCarer& carer : near) {
        const int less = sieve_.less_by_carer(carer.bits);
        const int without_birth = sieve_.most_of_all() - less;
        if (without_birth + most_born() < wanted_) break;
        for (const Days& days : without_birth + far_born() < wanted_ ? not_far : everybody)
            for (const std::uint32_t row :
                 days.segment->by_words().of(carer.key(), days.rows.begin, days.rows.end))
                note(days.rows.first + row);
        look_at_noted(less);
    }
    sieve_.note_carers_looked_at();
    along_carers_ = true;
}

void Search::along_places()
{
    const AskedPlace& place = asked_.place();
    if (place.whole_postcode && place.postcode != 0)
        people_.with_postcode(place.postcode,
                              [this](std::uint32_t person) { note_person(person); });
    std::set<std::uint16_t> towns;
    for (const auto& [town, bits] : place.towns) towns.insert(town);
    for (const Reading& reading : asked_.readings())
        if (reading.town != 0) towns.insert(reading.town);
    if (!towns.empty()) along_towns(towns);
    look_at_noted();
}

void Search::along_towns(const std::set<std::uint16_t>& towns)
{
    filing::Once& near = filing::once_of_thread(people_.words().size());
    for (const AskedWord& word : asked_.words())
        for (const WorthTable* table : {word.as_forename, word.as_surname}) {
            if (the_same_ && table == word.as_surname) continue; // their forename is near too
            if (table->is_near_very_many()) continue;
            // Whoever is the same has another name that is nearer.
            const float least =
                the_same_ ? std::min(table->exact() - town_loss_most, 0.0F) : nobody_too_low;
            for (const Worth& worth : table->worths())
                if (worth.bits >= least) near.add(worth.word);
        }
    for (const WordId word : near.taken()) {
        if (sieve_.marks().is_looked_at(word)) continue;
        if (!the_same_ && people_.words().held(word) < towns.size() * rows_for_a_pair)
            take_whole(word);
        else
            for (const std::uint16_t town : towns) keys_.push_back(people::key_of(town, word));
    }
    people_.in_town(keys_, [this](std::uint32_t row) { note(row); });
    keys_.clear();
    note_whole_words();
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
        days.push_back({sieve_.born(group->birth),
                        group->birth,
                        {&part.segment->sheet(), part.first, group->begin, (group + 1)->begin},
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

int Search::most_born_of_rest() const
{
    const auto& born = asked_.question().born;
    if (!born) return 0;
    const auto bits = [&](float most) { return static_cast<int>(std::ceil(most * 8)); };
    // The days that it may be a slip for are not looked along for whoever is the same.
    if (the_same_ && born->from == born->to)
        return bits(std::max(weights.born_turned, weights.expected_within_days));
    if (born->exact()) return bits(weights.born_month_off);
    const float inside = born_mark(*born, BirthKind::known, born->from).bits;
    return bits(the_same_ || effort_.days_left_out > 0 ? inside
                                                       : inside - weights.born_outside_range);
}

} // namespace heed::searching
