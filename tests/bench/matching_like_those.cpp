#include "matching_sets.hpp"

#include "support/people.hpp"
#include "support/people_places.hpp"
#include "support/people_words.hpp"
#include "support/slips.hpp"

#include <sstream>

// How often what goes wrong is as was counted in the published sets, and what goes wrong is as
// their makers describe it. Columns as theirs, so that both go the same way.
namespace heed::bench {
namespace {

using std::chrono::days;
using support::Chance;

struct Original {
    std::string forename, surname, house, street, town, area, postcode;
    Day born{};
    bool girl = false;
};

Original made_original(std::uint64_t seed, std::uint64_t purpose, std::uint64_t number,
                       Day earliest, std::uint64_t born_within)
{
    Chance chance{seed, purpose, number};
    Original made;
    const std::size_t community = chance.happens(0.85) ? 0 : support::drawn_community(chance);
    made.girl = chance.happens(0.5);
    made.forename = support::drawn_forename(community, made.girl, chance);
    made.surname = support::drawn_surname(community, chance);
    made.born = earliest + days{chance.below(born_within)};
    const auto place = support::drawn_place(support::drawn_town(chance), chance);
    made.house = place.house;
    made.street = place.street;
    made.town = place.town;
    made.area = place.area;
    made.postcode = place.postcode;
    return made;
}

/// What a keyboard, an ear or a scanner makes of a word.
void spoil(std::string& word, Chance& chance)
{
    switch (chance.below(4)) {
    case 0: support::mishear(word, chance); break;
    case 1: support::swap_one(word, support::scanned(), chance, 0); break;
    default: support::mistype(word, chance);
    }
}

std::string plain_day(Day day)
{
    std::string text = to_iso(day);
    std::erase(text, '-');
    return text;
}

std::string spoilt_figures(std::string text, Chance& chance)
{
    const std::size_t at = chance.below(text.size());
    if (text[at] >= '0' && text[at] <= '9') text[at] = static_cast<char>('0' + chance.below(10));
    return text;
}

std::string febrl_row(const std::string& id, const Original& one, const std::string& born)
{
    return id + ", " + one.forename + ", " + one.surname + ", " + one.house + ", " + one.street +
           ", , " + one.town + ", " + one.postcode + ", " + one.area + ", " + born + ", 1\n";
}

std::string febrl_duplicate(const std::string& id, Original one, Chance& chance)
{
    if (chance.happens(0.05)) std::swap(one.forename, one.surname);
    if (chance.happens(0.26)) spoil(one.forename, chance);
    if (chance.happens(0.05)) one.forename.clear();
    if (chance.happens(0.29)) spoil(one.surname, chance);
    if (chance.happens(0.03)) one.surname.clear();
    if (chance.happens(0.24)) spoil(one.town, chance);
    if (chance.happens(0.03)) one.town.clear();
    if (chance.happens(0.2)) spoil(one.street, chance);
    if (chance.happens(0.12)) one.house = spoilt_figures(one.house, chance);
    if (chance.happens(0.04)) one.area.clear();
    std::string born = plain_day(one.born);
    if (chance.happens(0.065)) born = spoilt_figures(born, chance);
    if (chance.happens(0.03)) born.clear();
    return febrl_row(id, one, born);
}

RecordSet like_febrl(std::uint64_t seed, std::uint64_t people)
{
    std::stringstream csv;
    csv << "rec_id, given_name, surname, street_number, address_1, address_2, suburb, postcode, "
           "state, date_of_birth, soc_sec_id\n";
    for (std::uint64_t number = 0; number < people; ++number) {
        const Original one = made_original(seed, 11, number, day(1900, 1, 1), 36'500);
        Chance chance{seed, 12, number};
        const std::string id = "rec-" + std::to_string(number);
        csv << febrl_row(id + "-org", one, plain_day(one.born))
            << febrl_duplicate(id + "-dup-0", one, chance);
    }
    return read_set("like Febrl 4", csv);
}

std::string fake_duplicate(Original one, Chance& chance)
{
    if (chance.happens(0.12)) std::swap(one.forename, one.surname);
    if (chance.happens(0.3)) spoil(one.forename, chance);
    if (chance.happens(0.2)) one.forename.clear();
    if (chance.happens(0.3)) spoil(one.surname, chance);
    if (chance.happens(0.22)) one.surname.clear();
    if (chance.happens(0.35)) spoil(one.town, chance);
    if (chance.happens(0.25)) one.town.clear();
    Day born = one.born;
    const double how = chance.share();
    if (how < 0.2)
        born = add_months(born, 12 * (static_cast<int>(chance.below(15)) - 7));
    else if (how < 0.45)
        born += days{chance.below(120)} - days{60};
    return one.forename + ',' + one.surname + ',' + to_iso(born) + ',' + one.town + ',';
}

RecordSet like_fake(std::uint64_t seed, std::uint64_t people)
{
    std::stringstream csv;
    csv << "unique_id,first_name,surname,dob,city,email,cluster\n";
    std::uint64_t id = 0;
    for (std::uint64_t number = 0; number < people; ++number) {
        const Original one = made_original(seed, 21, number, day(1950, 1, 1), 25'000);
        Chance chance{seed, 22, number};
        for (std::uint64_t copies = 2 + chance.below(5); copies > 0; --copies)
            csv << id++ << ',' << fake_duplicate(one, chance) << ',' << number << '\n';
    }
    return read_set("like fake_1000", csv);
}

std::string historical_duplicate(Original one, const std::string& title, Chance& chance)
{
    const double named = chance.share();
    std::string full = one.forename + ' ' + one.surname;
    if (named < 0.2 && !title.empty()) {
        full = one.forename + " of " + title;
        one.surname = title;
    } else if (named < 0.3) {
        full = "sir " + full + ", 1st baronet";
    } else if (named < 0.38) {
        one.forename.resize(1);
        full = one.forename + ' ' + one.surname;
    } else if (named < 0.6) {
        spoil(chance.happens(0.5) ? one.forename : one.surname, chance);
        full = one.forename + ' ' + one.surname;
    } else if (named < 0.7) {
        if (const auto said = support::called(one.forename, chance)) one.forename = *said;
    }
    std::string born = to_iso(one.born);
    const double when = chance.share();
    if (when < 0.25)
        born.clear();
    else if (when < 0.4)
        born = born.substr(0, 4) + "-01-01";
    else if (when < 0.49)
        born = spoilt_figures(born, chance);
    const double where = chance.share();
    if (where < 0.25)
        one.postcode.clear();
    else if (where < 0.44)
        one.postcode = support::drawn_place(support::drawn_town(chance), chance).postcode;
    if (chance.happens(0.2)) one.town.clear();
    return '"' + full + "\"," + one.forename + ' ' + one.surname + ',' + one.forename + ',' +
           one.surname + ',' + born + ',' + one.town + ',' + one.postcode + ',' +
           (chance.happens(0.15) ? ""
            : one.girl           ? "female"
                                 : "male") +
           ",politician";
}

RecordSet like_historical(std::uint64_t seed, std::uint64_t people)
{
    std::stringstream csv;
    csv << "unique_id,cluster,full_name,first_and_surname,first_name,surname,dob,birth_place,"
           "postcode_fake,gender,occupation\n";
    for (std::uint64_t number = 0; number < people; ++number) {
        Original one = made_original(seed, 31, number, day(1805, 1, 1), 40'000);
        Chance chance{seed, 32, number};
        one.forename = support::without_marks(one.forename);
        one.surname = support::without_marks(one.surname);
        const std::string title = chance.happens(0.3) ? support::made_word(chance) : "";
        for (std::uint64_t copy = 0, copies = 4 + chance.below(12); copy < copies; ++copy)
            csv << 'Q' << number << '-' << copy << ",Q" << number << ','
                << historical_duplicate(one, title, chance) << '\n';
    }
    return read_set("like historical_50k", csv);
}

} // namespace

std::vector<RecordSet> sets_like_those(std::uint64_t seed)
{
    return {like_febrl(seed, 5'000), like_fake(seed, 250), like_historical(seed, 5'156)};
}

} // namespace heed::bench
