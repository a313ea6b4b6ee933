#include "matching/search.hpp"

#include "asking/weights.hpp"

#include <algorithm>
#include <set>

namespace heed::matching {
namespace {

using asking::weights;

using names::no_word;
using std::chrono::days;
using std::chrono::year_month_day;

std::uint32_t mixed(std::uint32_t number) { return (number + 1) * 2'654'435'761U; }

bool before(const Found& left, const Found& right)
{
    if (left.bits != right.bits) return left.bits > right.bits;
    return mixed(left.person) < mixed(right.person);
}

// How far under the best spelling the two words of a name may be together and still be looked up.
constexpr float pair_loss_most = 11.0F;
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

void Search::look_at(std::uint32_t at)
{
    const Row& row = people_.rows()[at];
    ++looked_at_;
    if (row.gone || !best_.wants(scorer_.bound(row))) return;
    const Scored scored = scorer_.score(row);
    if (best_.wants(scored.total()) && scored.agrees())
        best_.offer({scored.total(), row.person, at});
}

void Search::look_at_person(std::uint32_t person)
{
    for (const std::uint32_t row : people_.details(person).rows) look_at(row);
}

void Search::look_along_orders()
{
    if (!asked_.identifier().empty())
        people_.by_identifiers().each(people::held_identifier(asked_.identifier()).key(),
                                      [this](std::uint32_t person) { look_at_person(person); });
    along_days();
    along_names();
    along_places();
}

void Search::along_days()
{
    const auto& born = asked_.question().born;
    if (!born) return;
    const auto width = static_cast<std::size_t>((born->to - born->from).count()) + 1;
    if (born->from == born->to) {
        for (const Day day : days_meant(born->from))
            for (const std::uint32_t row : people_.born_on(people::row_day(day))) look_at(row);
    } else if (width <= days_most) {
        for (Day day = born->from; day <= born->to; day += days{1})
            for (const std::uint32_t row : people_.born_on(people::row_day(day))) look_at(row);
    }
}

void Search::along_pairs(const WorthTable& forename, const WorthTable& surname)
{
    const std::vector<Worth> surnames = nearest(surname);
    for (const Worth& first : nearest(forename)) {
        const float first_loss = forename.exact() - first.bits;
        if (first_loss > pair_loss_most) break;
        for (const Worth& last : surnames) {
            if (first_loss + surname.exact() - last.bits > pair_loss_most) break;
            people_.by_names().each(people::key_of(last.word, first.word),
                                    [this](std::uint32_t row) { look_at(row); });
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
                along_pairs(*asked_.words()[first].as_forename, *asked_.words()[last].as_surname);
        for (const std::uint8_t last : reading.surnames)
            for (const Worth& worth : nearest(*asked_.words()[last].as_surname))
                people_.by_names().each(people::key_of(worth.word, no_word),
                                        [this](std::uint32_t row) { look_at(row); });
    }
    // Somebody without a forename yet, by the mother who was named.
    if (asked_.carer().size() < 2) return;
    along_pairs(*asked_.carer().front().as_forename, *asked_.carer().back().as_surname);
}

void Search::along_places()
{
    const AskedPlace& place = asked_.place();
    if (place.whole_postcode && place.postcode != 0)
        people_.by_postcodes().each(place.postcode, [this](std::uint32_t row) { look_at(row); });
    const auto along = [this](std::uint16_t town, const AskedWord& word) {
        for (const WorthTable* table : {word.as_forename, word.as_surname})
            for (const Worth& worth : nearest(*table)) {
                if (table->exact() - worth.bits > pair_loss_most) break;
                people_.by_towns().each(people::key_of(town, worth.word),
                                        [this](std::uint32_t row) { look_at(row); });
            }
    };
    for (const auto& [town, bits] : place.towns)
        for (const AskedWord& word : asked_.words()) along(town, word);
    for (const Reading& reading : asked_.readings())
        if (reading.town != 0)
            for (const AskedWord& word : asked_.words()) along(reading.town, word);
}

bool Search::is_sure(const Lines& lines) const
{
    const auto& found = best_.found();
    if (found.empty()) return false;
    const float apart = found.size() > 1 ? found[0].bits - found[1].bits : found[0].bits;
    return found[0].bits >= asked_.best_held() - weights.sure_below_best ||
           (found[0].bits >= lines.strong && apart >= weights.strong_apart);
}

void Search::look_at_everyone()
{
    const auto rows = static_cast<std::uint32_t>(people_.rows().size());
    for (std::uint32_t at = 0; at < rows; ++at) look_at(at);
}

} // namespace heed::matching
