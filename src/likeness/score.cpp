#include "likeness/score.hpp"

#include "asking/weights.hpp"
#include "names/slips.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace heed::likeness {
namespace {

using asking::share_bits;
using asking::weights;

using names::Alike;
using names::no_word;
using people::day_of;
using people::HeldCarer;

Level level_of(Alike how)
{
    switch (how) {
    case Alike::same: return Level::same;
    case Alike::spelling: return Level::other_spelling;
    case Alike::short_form: return Level::short_form;
    case Alike::sounds: return Level::sounds_alike;
    case Alike::misspelt: return Level::misspelt;
    case Alike::begins: return Level::short_form;
    case Alike::initial: return Level::initial;
    }
    return Level::misspelt;
}

/// The best of several comparisons, with the table that gave it, so that the level is looked up
/// once for a row and not for every word of it.
struct Best {
    float bits = -100;
    const WorthTable* table = nullptr;
    WordId held = no_word;
    bool elsewhere = false;

    void offer(const WorthTable& by, WordId word, float more = 0, bool in_another_place = false)
    {
        if (word == no_word || !by.near(word)) return;
        const float worth = by.bits(word) + more;
        if (worth > bits) *this = {worth, &by, word, in_another_place};
    }
    /// A word that is held in another part of the name than it was said in. Kaur is a rare forename
    /// and a common middle name, so it is as frequent as it is in the part where it is more so.
    void offer_elsewhere(const AskedWord& said, WordId word, float cost)
    {
        if (word == no_word) return;
        const bool forename = said.as_forename->near(word);
        const bool surname = said.as_surname->near(word);
        if (!forename && !surname) return;
        const bool by_surname =
            !forename || (surname && said.as_surname->bits(word) < said.as_forename->bits(word));
        offer(by_surname ? *said.as_surname : *said.as_forename, word, cost, true);
    }
};

Mark mark_of(const Best& best, float different)
{
    if (best.table == nullptr || best.bits < different)
        return {different, Level::different, true, no_word};
    const Level level =
        best.elsewhere ? Level::in_another_place : level_of(best.table->how(best.held));
    return {best.bits, level, true, best.held};
}

bool is_figures(std::string_view text)
{
    return std::ranges::all_of(text, [](char one) { return one >= '0' && one <= '9'; });
}

} // namespace

Mark Scorer::forename_mark(const Row& row, const Reading& reading) const
{
    if (row.forename == no_word || (reading.forenames.empty() && reading.middles.empty()))
        return {};
    const auto table = [&](std::uint8_t number) -> const WorthTable& {
        return *asked_.words()[number].as_forename;
    };
    Best best;
    std::array<float, 2> each{};
    for (std::size_t at = 0; at < reading.forenames.size(); ++at) {
        const WorthTable& said = table(reading.forenames[at]);
        const float order = at == 0 ? 0.0F : -0.5F;
        best.offer(said, row.forename, order);
        best.offer(said, row.second_forename, at == 0 ? -1.0F : 0.0F);
        best.offer_elsewhere(asked_.words()[reading.forenames[at]], row.middle,
                             weights.in_another_place + order);
        if (at < each.size())
            for (const WordId held : {row.forename, row.second_forename})
                if (held != no_word && said.near(held))
                    each[at] = std::max(each[at], said.bits(held));
    }
    for (const std::uint8_t number : reading.middles)
        best.offer_elsewhere(asked_.words()[number], row.forename, weights.in_another_place);
    if (reading.forenames.empty()) {
        if (best.table == nullptr) return {};
    } else if (std::min(each[0], each[1]) > 0) {
        best.bits += std::min({each[0], each[1], weights.second_part_most});
    }
    return mark_of(best, weights.forename_different);
}

Mark Scorer::middle_mark(const Row& row, const Reading& reading) const
{
    if (reading.middles.empty()) return {};
    Best best;
    for (const std::uint8_t number : reading.middles) {
        const AskedWord& said = asked_.words()[number];
        best.offer(*said.as_forename, row.middle);
        best.offer(*said.as_forename, row.second_forename);
        best.offer(*said.as_surname, row.second_surname, -0.5F, true);
        best.offer(*said.as_surname, row.surname, -0.5F, true);
    }
    if (best.table != nullptr)
        best.bits = std::min(best.bits * 0.8F, best.elsewhere ? weights.second_part_most - 0.5F
                                                              : weights.middle_most);
    if (best.table == nullptr && row.middle == no_word && row.second_forename == no_word) return {};
    return mark_of(best, weights.middle_different);
}

Mark Scorer::surname_mark(const Row& row, const Reading& reading) const
{
    if (row.surname == no_word || reading.surnames.empty()) return {};
    Best best;
    std::array<float, 2> each{};
    for (std::size_t at = 0; at < reading.surnames.size(); ++at) {
        const WorthTable& said = *asked_.words()[reading.surnames[at]].as_surname;
        best.offer(said, row.surname);
        best.offer(said, row.second_surname);
        if (!reading.turned_round)
            best.offer_elsewhere(asked_.words()[reading.surnames[at]], row.middle,
                                 weights.surname_as_middle);
        if (at < each.size())
            for (const WordId held : {row.surname, row.second_surname})
                if (held != no_word && said.near(held))
                    each[at] = std::max(each[at], said.bits(held));
    }
    const bool two_said = reading.surnames.size() > 1;
    const bool two_held = row.second_surname != no_word;
    if (std::min(each[0], each[1]) > 0)
        best.bits += std::min({each[0], each[1], weights.second_part_most});
    Mark mark = mark_of(best, weights.surname_different);
    if (two_said != two_held && mark.held != no_word) {
        mark.bits += weights.part_missing;
        if (mark.level == Level::same) mark.level = Level::part;
    }
    return mark;
}

Scored Scorer::score_reading(const Row& row, const Details& details, const Reading& reading) const
{
    Scored scored;
    scored.forename = forename_mark(row, reading);
    scored.surname = surname_mark(row, reading);
    scored.middle = middle_mark(row, reading);
    if (row.family_differs && scored.surname.level == Level::different && scored.surname.told &&
        scored.forename.held != no_word && !row.place_hidden) {
        const Mark family = family_surname(row, details, reading);
        if (family.told && family.bits > scored.surname.bits) scored.surname = family;
    }
    if (reading.town != 0) scored.town = town_word_mark(row, details, reading.town);
    scored.order = reading.cost;
    scored.turned_round = reading.turned_round;
    return scored;
}

float Scorer::most(const Row& row, const Family& family) const
{
    const Question& question = asked_.question();
    float names = asked_.readings().empty() ? 0 : -100;
    for (const Reading& reading : asked_.readings()) {
        const Mark forename = forename_mark(row, reading);
        const Mark surname = surname_mark(row, reading);
        const float beside = reading.cost + middle_mark(row, reading).bits +
                             (reading.town != 0 ? weights.place_most : 0);
        float both = forename.bits + surname.bits;
        if (row.family_differs && surname.told && surname.level == Level::different &&
            forename.held != no_word)
            both = std::max(both,
                            std::min(forename.bits + family.surname, family.both - reading.cost));
        names = std::max(names, both + beside);
    }
    if (question.born) names += born_mark(*question.born, row.birth_kind, day_of(row.born())).bits;
    if (question.sex != Sex::unknown && row.sex != Sex::unknown)
        names += question.sex == row.sex ? weights.sex_same : weights.sex_different;
    return names;
}

Scored Scorer::score_names(const Row& row, const Details& details) const
{
    Scored best;
    bool first = true;
    for (const Reading& reading : asked_.readings()) {
        Scored scored = score_reading(row, details, reading);
        if (first || scored.names() > best.names()) best = scored;
        first = false;
    }
    return best;
}

/// The surname that was said may be a parent's, or a brother's or sister's.
Mark Scorer::family_surname(const Row& row, const Details& details, const Reading& reading) const
{
    Best best;
    Level level = Level::through_carer;
    const auto offer = [&](WordId held, float cost, Level how) {
        const float before = best.bits;
        for (const std::uint8_t number : reading.surnames)
            best.offer(*asked_.words()[number].as_surname, held, cost);
        if (best.bits > before) level = how;
    };
    for (const HeldCarer& carer : details.carers)
        offer(carer.surname, weights.through_carer, Level::through_carer);
    // What surnames they have is known; who has which is only looked up when one may be meant.
    const bool sibling_near = std::ranges::any_of(details.siblings, [&](WordId held) {
        return std::ranges::any_of(reading.surnames, [&](std::uint8_t number) {
            return asked_.words()[number].as_surname->near(held);
        });
    });
    if (sibling_near) {
        people_.in_household(details.household, [&](std::uint32_t other) {
            const Row sibling = people_.row(other);
            if (other != row.person && !sibling.place_hidden)
                offer(sibling.surname, weights.through_sibling, Level::through_sibling);
        });
    }
    if (best.table == nullptr) return {};
    return {best.bits, level, true, best.held};
}

Mark Scorer::town_word_mark(const Row& row, const Details& details, std::uint16_t town) const
{
    if (row.place_hidden) return {};
    Mark best;
    for (const HeldPlace& held : details.places) {
        if (held.town == 0) continue;
        if (held.town == town) {
            const float bits = share_bits(people_.towns(), town, people_.size());
            return held.current ? Mark{bits, Level::town, true, no_word}
                                : Mark{bits + weights.former_place, Level::formerly, true, no_word};
        }
        best = {weights.place_different, Level::different, true, no_word};
    }
    return best;
}

/// Somebody without a forename yet is asked for by the mother's name.
Mark Scorer::mother_mark(const Details& details) const
{
    Mark best;
    for (const Reading& reading : asked_.readings()) {
        if (reading.forenames.empty() || reading.surnames.empty()) continue;
        const WorthTable& forename = *asked_.words()[reading.forenames[0]].as_forename;
        const WorthTable& surname = *asked_.words()[reading.surnames[0]].as_surname;
        for (const HeldCarer& carer : details.carers) {
            if (!forename.near(carer.forename) || !surname.near(carer.surname)) continue;
            const float bits = std::min(forename.bits(carer.forename), weights.carer_most) +
                               surname.bits(carer.surname) + weights.as_the_mother + reading.cost;
            if (!best.told || bits > best.bits)
                best = {bits, Level::through_carer, true, carer.forename};
        }
    }
    return best;
}

void Scorer::score_family(const Row& row, const Details& details, Scored& scored) const
{
    if (row.place_hidden || asked_.readings().empty()) return;
    if (row.forename != no_word) return;
    const Mark mother = mother_mark(details);
    if (!mother.told || mother.bits <= scored.names()) return;
    scored.forename = {};
    scored.middle = {};
    scored.surname = mother;
    scored.order = 0;
}

namespace {

/// The best of several marks of one place; `told` when any of them could be compared.
void offer(Mark& best, float bits, Level level)
{
    if (bits > best.bits || !best.told) best = {bits, level, true, no_word};
}

/// Towns, and areas of the same or other towns.
void offer_town(Mark& best, const AskedPlace& asked, const HeldPlace& held)
{
    if (held.town == 0) return;
    offer(best, weights.place_different, Level::different);
    for (const auto& [number, bits] : asked.towns)
        if (number == held.town) offer(best, std::max(bits, 0.5F), Level::town);
    for (const auto& [number, bits] : asked.areas)
        if (number == held.area && number != 0) offer(best, bits, Level::near);
}

bool one_slip_inward(people::Postcode left, people::Postcode right)
{
    return people::inward_slips(left, right) == 1;
}

} // namespace

void Scorer::offer_postcode(Mark& best, const HeldPlace& held) const
{
    const AskedPlace& asked = asked_.place();
    if (!asked.postcode_said || held.postcode == 0) return;
    offer(best, weights.place_different, Level::different);
    const auto outward = static_cast<std::uint16_t>(held.postcode >> 16U);
    const bool both_inward = asked.whole_postcode && (held.postcode & 0xFFFFU) != 0;
    const bool same_inward = (asked.postcode & 0xFFFFU) == (held.postcode & 0xFFFFU);
    const float share = share_bits(people_.outcodes(), outward, people_.size());
    if (outward == asked.postcode >> 16U) {
        // Codes of other countries have no halves.
        const bool whole = !asked.whole_postcode && (held.postcode & 0xFFFFU) == 0;
        offer(best, share - (both_inward ? 1.5F : 0.0F), whole ? Level::postcode : Level::outcode);
        const auto people = static_cast<float>(std::max<std::size_t>(people_.size(), 2));
        if (both_inward && same_inward)
            offer(
                best,
                std::clamp(std::log2(people / 7.0F), weights.postcode_least, weights.postcode_most),
                Level::postcode);
        else if (both_inward && one_slip_inward(asked.postcode, held.postcode))
            offer(best, std::max(share, weights.postcode_figure_off), Level::postcode_off);
        return;
    }
    if (std::ranges::find(asked.outwards_near, outward) == asked.outwards_near.end()) return;
    if (both_inward && same_inward)
        offer(best, weights.postcode_figure_off, Level::postcode_off);
    else if (!asked.whole_postcode)
        offer(best, share - weights.outcode_figure_off, Level::postcode_off);
}

Mark Scorer::held_place_mark(const HeldPlace& held) const
{
    const AskedPlace& asked = asked_.place();
    Mark best{weights.place_different, Level::different, false, no_word};
    offer_postcode(best, held);
    if (!asked_.question().town.empty()) offer_town(best, asked, held);
    if (!asked.streets.empty() && held.street != 0) {
        offer(best, weights.place_different, Level::different);
        for (const auto& [street, bits] : asked.streets) {
            if (street != held.street) continue;
            // In a town that agrees, a street says which part of it; alone, it says the town too.
            const float within = bits - weights.street_most + weights.street_more;
            const float together =
                std::min(best.bits + within, std::max(best.bits, weights.address_most));
            const bool narrower = best.level != Level::postcode && best.level != Level::different;
            offer(best, bits, Level::street);
            if (narrower) offer(best, together, Level::street);
        }
    }
    // Many houses have the same number: it says something only where the rest agrees.
    if (best.bits > 0 && asked.house != 0 && asked.house == held.house) {
        best.bits += weights.house_more;
        if (best.level == Level::postcode || best.level == Level::street) best.level = Level::house;
    }
    return best;
}

Mark Scorer::place_mark(const Row& row, const Details& details) const
{
    const AskedPlace& asked = asked_.place();
    if (!asked.said || row.place_hidden) return {};
    Mark best;
    for (const HeldPlace& held : details.places) {
        Mark mark = held_place_mark(held);
        if (!mark.told) continue;
        if (!held.current && mark.level != Level::different) {
            mark.bits += weights.former_place;
            mark.level = Level::formerly;
        }
        if (!best.told || mark.bits > best.bits) best = mark;
    }
    return best;
}

Mark Scorer::carer_mark(const Row& row, const Details& details, const Mark& surname_found) const
{
    const auto& carers = details.carers;
    if (asked_.carer().empty() || row.place_hidden || carers.empty()) return {};
    Mark best{weights.carer_different, Level::different, true, no_word};
    for (const HeldCarer& carer : carers) {
        Best forename;
        Best surname;
        for (const AskedWord& said : asked_.carer()) {
            forename.offer(*said.as_forename, carer.forename);
            surname.offer(*said.as_surname, carer.surname);
        }
        const bool known_surname =
            carer.surname == row.surname || carer.surname == row.second_surname ||
            (surname_found.level == Level::through_carer && surname_found.held == carer.surname);
        float bits = 0;
        if (forename.table != nullptr) bits += std::min(forename.bits, weights.carer_most);
        if (surname.table != nullptr)
            bits += known_surname ? weights.carer_same_surname
                                  : std::min(surname.bits, weights.carer_most) * 0.7F;
        if (forename.table == nullptr && surname.table == nullptr) continue;
        // The right surname with another forename is another grown-up of the family.
        if (forename.table == nullptr && carer.forename != no_word && asked_.carer().size() > 1)
            bits -= 1.5F;
        if (bits > best.bits) {
            const Best& reason = forename.table != nullptr ? forename : surname;
            best = {bits, level_of(reason.table->how(reason.held)), true, reason.held};
        }
    }
    best.bits = std::min(best.bits, weights.carer_most + 4.0F);
    return best;
}

Mark Scorer::identifier_mark(const Details& details) const
{
    const std::string& said = asked_.identifier();
    if (said.empty()) return {};
    const people::HeldIdentifier whole = people::held_identifier(said);
    Mark best;
    for (const people::HeldIdentifier& held : details.identifiers) {
        if (held == whole) {
            return {said.size() < 5 ? weights.identifier_short : weights.identifier_same,
                    Level::same, true, no_word};
        }
        const std::string figures = held.figures();
        if (figures.size() != said.size() || figures.size() < 7 || !is_figures(said)) continue;
        const bool close = names::Pattern{figures}.slips_to(said, 1) == 1;
        if (!best.told || close)
            best = {close ? weights.identifier_figure_off : weights.identifier_different,
                    close ? Level::figure_off : Level::different, true, no_word};
    }
    return best;
}

Scored Scorer::score(const Row& row) const
{
    const Details details = people_.details(row.person);
    Scored scored = score_names(row, details);
    score_family(row, details, scored);
    const Question& question = asked_.question();
    if (question.born) scored.born = born_mark(*question.born, row.birth_kind, day_of(row.born()));
    if (question.sex != Sex::unknown && row.sex != Sex::unknown) {
        const bool same = question.sex == row.sex;
        scored.sex = {same ? weights.sex_same : weights.sex_different,
                      same ? Level::same : Level::different, true, no_word};
    }
    scored.place = place_mark(row, details);
    scored.carer = carer_mark(row, details, scored.surname);
    scored.identifier = identifier_mark(details);
    if (row.name_kind == NameKind::alias || row.name_kind == NameKind::former)
        scored.other_name = weights.other_name;
    if (asked_.unborn())
        scored.unborn = row.birth_kind == BirthKind::expected || row.forename == no_word
                            ? weights.unborn_as_said
                            : weights.born_though_said_unborn;
    return scored;
}

} // namespace heed::likeness
