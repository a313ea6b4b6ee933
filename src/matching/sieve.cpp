#include "matching/sieve.hpp"

#include "asking/weights.hpp"

#include <algorithm>
#include <cmath>

namespace heed::matching {
namespace {

using asking::weights;
using names::no_word;

struct Tables {
    std::vector<std::uint16_t> forenames;
    std::vector<std::uint16_t> surnames;
    std::vector<std::uint16_t> elsewhere;
};

/// Large, and wanted by every search, so a thread keeps them. All nought between two searches.
Tables& tables_of_thread()
{
    static thread_local Tables tables;
    return tables;
}

/// Rounded up, as it is a bound.
int eighths(float bits) { return static_cast<int>(std::ceil(bits * 8.0F - 0.001F)); }

void raise(std::uint16_t* table, const WorthTable& by, int least)
{
    for (const Worth& worth : by.worths()) {
        const int gain = eighths(by.bits(worth.word)) - least;
        if (gain > table[worth.word]) table[worth.word] = static_cast<std::uint16_t>(gain);
    }
}

float most_of(const WorthTable& table) { return std::max({0.0F, table.exact(), table.nearest()}); }

int most_of(const std::uint16_t* table, const WorthTable& by)
{
    int most = 0;
    for (const Worth& worth : by.worths()) most = std::max<int>(most, table[worth.word]);
    return most;
}

} // namespace

Sieve::Sieve(const Asked& asked, const People& people) : asked_{asked}
{
    Tables& tables = tables_of_thread();
    const std::size_t words = people.words().size();
    for (auto* table : {&tables.forenames, &tables.surnames, &tables.elsewhere})
        if (table->size() < words) table->resize(words + words / 4);
    forenames_ = tables.forenames.data();
    surnames_ = tables.surnames.data();
    elsewhere_ = tables.elsewhere.data();
    read_names();
    read_beside();
}

Sieve::~Sieve()
{
    for (const AskedWord& word : asked_.words()) {
        for (const WorthTable* table : {word.as_forename, word.as_surname})
            for (const Worth& worth : table->worths())
                forenames_[worth.word] = surnames_[worth.word] = elsewhere_[worth.word] = 0;
    }
}

void Sieve::read_names()
{
    in_another_place_ = eighths(weights.in_another_place);
    surname_as_middle_ = eighths(weights.surname_as_middle);
    least_ = asked_.readings().empty() ? 0 : -100'000;
    float beside = 0;
    float town = 0;
    float without_forename = 0;
    const auto words = asked_.words();
    for (const Reading& reading : asked_.readings()) {
        const int forename = reading.forenames.empty() ? 0 : eighths(weights.forename_different);
        const int surname = reading.surnames.empty() ? 0 : eighths(weights.surname_different);
        least_ = std::max(least_, eighths(reading.cost) + forename + surname);
        unknown_surname_ = std::max(unknown_surname_, -surname);
        family_ =
            std::max(family_, eighths(asked_.best_surname() + weights.through_carer) - surname);
        float best_forename = 0;
        float best_surname = 0;
        for (const auto* numbers : {&reading.forenames, &reading.middles})
            for (const std::uint8_t number : *numbers) {
                raise(forenames_, *words[number].as_forename, forename);
                // A middle name that was said is looked for among forenames as either.
                if (numbers == &reading.middles)
                    raise(forenames_, *words[number].as_surname, forename);
                best_forename = std::max(best_forename, most_of(*words[number].as_forename));
            }
        for (const std::uint8_t number : reading.surnames) {
            raise(surnames_, *words[number].as_surname, surname);
            best_surname = std::max(best_surname, most_of(*words[number].as_surname));
        }
        without_forename = std::max(without_forename, reading.cost + best_forename + best_surname);
        beside = std::max(beside, (reading.forenames.size() > 1 ? weights.second_part_most : 0) +
                                      (reading.surnames.size() > 1 ? weights.second_part_most : 0) +
                                      (reading.middles.empty() ? 0 : weights.middle_most));
        town = std::max(town, reading.town != 0 ? weights.place_most : 0);
    }
    without_forename_ = eighths(without_forename + beside + town);
    least_names_ = least_;
    beside_names_ = eighths(beside);
    least_ += beside_names_ + eighths(town);
    const int least_either =
        std::min(eighths(weights.forename_different), eighths(weights.surname_different));
    for (const AskedWord& word : words)
        for (const WorthTable* table : {word.as_forename, word.as_surname})
            raise(elsewhere_, *table, least_either);
    int forename = 0;
    int surname = std::max(unknown_surname_, family_);
    for (const AskedWord& word : words) {
        for (const WorthTable* table : {word.as_forename, word.as_surname}) {
            const int elsewhere = most_of(elsewhere_, *table);
            forename =
                std::max({forename, most_of(forenames_, *table), elsewhere + in_another_place_});
            surname =
                std::max({surname, most_of(surnames_, *table), elsewhere + surname_as_middle_});
        }
    }
    forename_most_ = forename;
    surname_most_ = surname;
    most_of_all_ = std::max(without_forename_, least_ + forename + surname);
}

void Sieve::read_beside()
{
    const AskedPlace& place = asked_.place();
    float near = 0; ///< without the postcode itself
    for (const auto& [town, bits] : place.towns) near = std::max(near, std::max(bits, 0.5F));
    for (const auto& [area, bits] : place.areas) near = std::max(near, bits);
    for (const auto& [street, bits] : place.streets)
        near = std::max(near, bits + weights.place_most);
    if (place.postcode_said)
        near = std::max({near, weights.postcode_figure_off, weights.place_most});
    if (!place.streets.empty()) near = std::max(near, weights.address_most);
    if (place.said) near += weights.house_more;
    float most = near;
    if (place.whole_postcode) most = std::max(most, weights.postcode_most + weights.house_more);
    float more = 0;
    if (!asked_.carer().empty()) {
        float forename = 0;
        float surname = weights.carer_same_surname;
        for (const AskedWord& said : asked_.carer()) {
            forename = std::max(forename, said.as_forename->nearest());
            surname = std::max(surname, said.as_surname->nearest() * 0.7F);
        }
        more += std::min(std::min(forename, weights.carer_most) +
                             std::min(surname, weights.carer_most * 0.7F),
                         weights.carer_most + 4.0F);
    }
    if (!asked_.identifier().empty()) most += weights.identifier_same;
    if (asked_.unborn()) more += weights.unborn_as_said;
    read_rest(least_names_ + beside_names_,
              eighths(more + (asked_.identifier().empty() ? 0 : weights.identifier_figure_off)));
    const int beside = eighths(most) + eighths(more);
    least_ += beside;
    without_forename_ += beside;
    most_of_all_ += beside;
    const Sex said = asked_.question().sex;
    if (said == Sex::unknown) return;
    sexes_.fill(eighths(weights.sex_different));
    sexes_[static_cast<std::size_t>(Sex::unknown)] = 0;
    sexes_[static_cast<std::size_t>(said)] = eighths(weights.sex_same);
    without_forename_ += eighths(weights.sex_same);
    most_of_all_ += eighths(weights.sex_same);
}

/// What is left for whoever was not looked at along the orders.
void Sieve::read_rest(int names, int beside)
{
    const AskedPlace& place = asked_.place();
    float far = 0;
    float near = 0;
    for (const auto& [area, bits] : place.areas) far = std::max(far, bits);
    // A street may count beside the town it is in.
    for (const auto& [street, bits] : place.streets) far = std::max(far, bits + weights.place_most);
    if (place.postcode_said) far = std::max({far, weights.postcode_figure_off, weights.place_most});
    for (const auto& [town, bits] : place.towns) near = std::max(near, std::max(bits, 0.5F));
    if (place.said) far += weights.house_more;
    near = std::max(near + weights.house_more, far);
    for (const Reading& reading : asked_.readings())
        if (reading.town != 0) near += weights.place_most;
    far_place_ = eighths(far);
    near_place_ = eighths(near);
    rest_ = names + beside;
    const auto words = asked_.words();
    float pair = -100;
    for (const Reading& reading : asked_.readings()) {
        const int forename = reading.forenames.empty() ? 0 : eighths(weights.forename_different);
        const int surname = reading.surnames.empty() ? 0 : eighths(weights.surname_different);
        for (const auto* numbers : {&reading.forenames, &reading.middles})
            for (const std::uint8_t one : *numbers) {
                const WorthTable& table = *words[one].as_forename;
                far_forename_ =
                    std::max(far_forename_, eighths(table.exact() - pair_loss_most) + 1 - forename);
                for (const std::uint8_t other : reading.surnames)
                    pair = std::max(pair, reading.cost + table.exact() +
                                              words[other].as_surname->exact() - pair_loss_most);
            }
        for (const std::uint8_t one : reading.surnames) {
            const WorthTable& table = *words[one].as_surname;
            far_surname_ =
                std::max(far_surname_, eighths(table.exact() - pair_loss_most) + 1 - surname);
        }
    }
    pair_ = eighths(pair) + 2 - least_names_;
    rest_without_forename_ =
        rest_ + std::max({pair_, -least_names_, unknown_surname_}) + near_place_;
    const int one = std::max({forename_most_ + unknown_surname_, surname_most_, pair_});
    most_of_nearly_all_rest_ =
        std::max({rest_ + one + far_place_, rest_ + far_forename_ + far_surname_ + near_place_,
                  rest_without_forename_}) +
        eighths(weights.sex_same);
    most_of_all_rest_ =
        std::max(rest_ + forename_most_ + surname_most_ + near_place_, rest_without_forename_) +
        eighths(weights.sex_same);
}

void Sieve::take_others(const PackedRow& row, const Sheet& sheet, int& forename, int& surname,
                        int& as_middle) const
{
    const people::OtherWords others = sheet.others(row);
    const int elsewhere = elsewhere_[others.middle];
    forename = std::max<int>(
        {forename, forenames_[others.second_forename], elsewhere + in_another_place_});
    surname = std::max<int>(surname, surnames_[others.second_surname]);
    as_middle = std::max(0, elsewhere + surname_as_middle_);
}

int Sieve::born(std::uint32_t birth) const
{
    const auto& said = asked_.question().born;
    if (!said) return 0;
    const PackedRow row{.born = birth};
    return eighths(born_mark(*said, row.birth_kind(), people::day_of(row.born_day())).bits);
}

} // namespace heed::matching
