#include "searching/sieve.hpp"

#include "asking/weights.hpp"
#include "searching/eighths.hpp"

#include <algorithm>

namespace heed::searching {
namespace {

using asking::weights;
using names::no_word;

/// Large, and wanted by every search, so a thread keeps it. All nought between two searches.
std::vector<Gains>& gains_of_thread()
{
    static thread_local std::vector<Gains> gains;
    return gains;
}

int forename_differs(const Reading& reading)
{
    return reading.forenames.empty() ? 0 : eighths(weights.forename_different);
}
int surname_differs(const Reading& reading)
{
    return reading.surnames.empty() ? 0 : eighths(weights.surname_different);
}
/// When both names differ.
int least_of(const Reading& reading)
{
    return eighths(reading.cost) + forename_differs(reading) + surname_differs(reading);
}

/// A word that is near stays so, however little is left of what it is worth.
void raise(Gains* gains, std::uint16_t Gains::* as, const WorthTable& by, int least, int cost = 0)
{
    for (const Worth& worth : by.worths()) {
        const int gain = std::max(1, eighths(by.bits(worth.word)) - least - cost);
        std::uint16_t& most = gains[worth.word].*as;
        most = static_cast<std::uint16_t>(std::max<int>(most, gain));
    }
}

float most_of(const WorthTable& table) { return std::max(0.0F, table.nearest()); }

} // namespace

Sieve::Sieve(const Asked& asked, const People& people)
    : asked_{asked}, births_{asked.question().born}, homes_{asked}, marks_{people.words().size()}
{
    std::vector<Gains>& gains = gains_of_thread();
    const std::size_t words = people.words().size();
    if (gains.size() < words) gains.resize(words + words / 4);
    gains_ = gains.data();
    read_names();
    read_beside();
}

Sieve::~Sieve()
{
    for (const AskedWord& word : asked_.words()) {
        for (const WorthTable* table : {word.as_forename, word.as_surname})
            for (const Worth& worth : table->worths()) gains_[worth.word] = {};
    }
}

void Sieve::read_names()
{
    family_bits_.fill(Scorer::Family{}.surname);
    mothers_.fill(-100'000);
    in_another_place_ = eighths(weights.in_another_place);
    surname_as_middle_ = eighths(weights.surname_as_middle);
    least_ = asked_.readings().empty() ? 0 : -100'000;
    for (const Reading& reading : asked_.readings()) least_ = std::max(least_, least_of(reading));
    float beside = 0;
    float town = 0;
    float mother = -1000;
    cost_ = surname_differs_ = asked_.readings().empty() ? 0 : -100'000;
    const auto words = asked_.words();
    for (const Reading& reading : asked_.readings()) {
        forename_said_ |= !reading.forenames.empty();
        // What a reading costs is taken from the forename, once.
        const int cost = least_ - least_of(reading);
        const int forename = forename_differs(reading);
        const int surname = surname_differs(reading);
        unknown_surname_ = std::max(unknown_surname_, -surname);
        float best_forename = 0;
        for (const auto* numbers : {&reading.forenames, &reading.middles})
            for (const std::uint8_t number : *numbers) {
                raise(gains_, &Gains::forename, *words[number].as_forename, forename, cost);
                // A middle name that was said is looked for among forenames as either.
                if (numbers == &reading.middles)
                    raise(gains_, &Gains::forename, *words[number].as_surname, forename, cost);
                best_forename = std::max(best_forename, most_of(*words[number].as_forename));
            }
        for (const std::uint8_t number : reading.forenames)
            for (const WorthTable* by : {words[number].as_forename, words[number].as_surname})
                raise(gains_, &Gains::middle_as_forename, *by, forename, cost);
        for (const std::uint8_t number : reading.surnames) {
            for (const WorthTable* by : {words[number].as_forename, words[number].as_surname})
                if (!reading.turned_round) raise(gains_, &Gains::middle_as_surname, *by, surname);
            raise(gains_, &Gains::surname, *words[number].as_surname, surname);
        }
        if (!reading.turned_round) note_near_both(reading);
        for (const std::uint8_t number : reading.surnames)
            note_family(*words[number].as_surname, surname);
        cost_ = std::max(cost_, eighths(reading.cost));
        surname_differs_ = std::max(surname_differs_, surname);
        mother = std::max(mother, reading.cost + std::min(best_forename, weights.carer_most) +
                                      weights.as_the_mother);
        beside = std::max(beside, (reading.forenames.size() > 1 ? weights.second_part_most : 0) +
                                      (reading.surnames.size() > 1 ? weights.second_part_most : 0) +
                                      (reading.middles.empty() ? 0 : weights.middle_most));
        town = std::max(town, reading.town != 0 ? weights.place_most : 0);
    }
    mother_ = eighths(mother) + 1;
    least_names_ = least_;
    beside_names_ = eighths(beside);
    least_ += beside_names_ + eighths(town);
    surname_most_ = std::max(unknown_surname_, family_);
    for (const AskedWord& word : words)
        for (const WorthTable* table : {word.as_forename, word.as_surname})
            for (const Worth& worth : table->worths()) {
                const Gains& gains = gains_[worth.word];
                marks_.add_near(worth.word);
                forename_most_ = std::max<int>(
                    {forename_most_, gains.forename, gains.middle_as_forename + in_another_place_});
                surname_most_ = std::max<int>(
                    {surname_most_, gains.surname, gains.middle_as_surname + surname_as_middle_});
            }
    nearest_mother_ = std::max(mothers_[people::any_family_mark], surname_differs_ + surname_most_);
    most_of_all_ = std::max(
        least_ + forename_most_ + surname_most_,
        least_ - least_names_ +
            std::max({mother_ + nearest_mother_, cost_, cost_ + surname_differs_ + surname_most_}));
}

void Sieve::note_family(const WorthTable& surname, int differs)
{
    for (const Worth& worth : surname.worths()) {
        const float bits =
            surname.bits(worth.word) + std::max(weights.through_carer, weights.through_sibling);
        for (const people::FamilyMark mark :
             {people::family_mark(worth.word), people::any_family_mark}) {
            family_bits_[mark] = std::max(family_bits_[mark], bits);
            families_[mark] = std::max(families_[mark], eighths(bits) - differs);
            mothers_[mark] = std::max(mothers_[mark], eighths(surname.bits(worth.word)));
        }
    }
    family_ = families_[people::any_family_mark];
}

void Sieve::note_near_both(const Reading& reading)
{
    const auto words = asked_.words();
    for (const std::uint8_t first : reading.forenames)
        for (const WorthTable* by : {words[first].as_forename, words[first].as_surname})
            for (const Worth& worth : by->worths())
                for (const std::uint8_t last : reading.surnames)
                    if (words[last].as_forename->near(worth.word) ||
                        words[last].as_surname->near(worth.word))
                        near_both_.push_back(worth.word);
}

void Sieve::read_beside()
{
    if (!asked_.carer().empty()) {
        float forename = 0;
        carers_surname_ = weights.carer_same_surname;
        for (const AskedWord& said : asked_.carer()) {
            forename = std::max(forename, said.as_forename->nearest());
            carers_surname_ = std::max(carers_surname_, said.as_surname->nearest() * 0.7F);
        }
        carers_surname_ = std::min(carers_surname_, weights.carer_most * 0.7F);
        carers_ = most_of_carers(forename);
    }
    const float numbers = asked_.identifier().empty() ? 0 : weights.identifier_same;
    const float anywhere = (asked_.unborn() ? weights.unborn_as_said : 0) +
                           (asked_.identifier().empty() ? 0 : weights.identifier_figure_off);
    beside_all_ = carers_ + eighths(anywhere);
    beside_all_without_carers_ = eighths(carers_surname_ + anywhere);
    read_places();
    most_beside_ =
        eighths(numbers) + carers_ + (asked_.unborn() ? eighths(weights.unborn_as_said) : 0);
    const int beside = most_beside_ + homes_.most_of_all();
    least_ += beside;
    most_of_all_ += beside;
    const Sex said = asked_.question().sex;
    if (said == Sex::unknown) return;
    sexes_.fill(eighths(weights.sex_different));
    sexes_[static_cast<std::size_t>(Sex::unknown)] = 0;
    sexes_[static_cast<std::size_t>(said)] = eighths(weights.sex_same);
    most_of_all_ += eighths(weights.sex_same);
}

int Sieve::most_of_carers(float forename) const
{
    return eighths(std::min(std::min(forename, weights.carer_most) + carers_surname_,
                            weights.carer_most + 4.0F));
}

/// What a place comes to of whoever was not looked at along the orders.
void Sieve::read_places()
{
    const AskedPlace& place = asked_.place();
    float far = 0;
    float near = 0;
    for (const auto& [area, bits] : place.areas) far = std::max(far, bits);
    // A street may count beside the town it is in.
    for (const auto& [street, bits] : place.streets) far = std::max(far, bits + weights.place_most);
    if (place.postcode_said) far = std::max({far, weights.postcode_figure_off, weights.place_most});
    for (const auto& [town, bits] : place.towns) near = std::max(near, std::max(bits, 0.5F));
    const float house = place.house != 0 ? weights.house_more : 0;
    far += house;
    near = std::max(near + house, far);
    if (std::ranges::any_of(asked_.readings(), [](const Reading& one) { return one.town != 0; }))
        near += weights.place_most;
    far_place_ = eighths(far);
    near_place_ = eighths(near);
}

void Sieve::read_rest()
{
    rest_ = least_names_ + beside_names_ + beside_all_;
    const auto words = asked_.words();
    const auto raise_far = [&](int& far, std::uint8_t number, int differs) {
        for (const WorthTable* table : {words[number].as_forename, words[number].as_surname})
            if (table->is_near_very_many())
                far = std::max(far, eighths(table->nearest()) + 1 - differs);
    };
    for (const Reading& reading : asked_.readings()) {
        for (const auto* numbers : {&reading.forenames, &reading.middles})
            for (const std::uint8_t one : *numbers)
                raise_far(far_forename_, one, forename_differs(reading));
        for (const std::uint8_t one : reading.surnames)
            raise_far(far_surname_, one, surname_differs(reading));
    }
    pair_ = eighths(pair_left_out_) + 2 - least_names_;
    most_beside_ = beside_all_;
    rest_read_ = true;
    far_other_ = std::max(far_forename_, far_surname_);
    int alone = std::max(forename_most_, surname_most_);
    for (const WordId word : marks_.near())
        if (gains_[word].middle_as_forename > 0 || gains_[word].middle_as_surname > 0)
            alone = std::max(alone, gains_of({.middle = word}).alone());
    const int sex = std::ranges::max(sexes_);
    const auto lacking = [&](people::Filed how, int far, int near) -> NearWord {
        return {people::word_key(no_word, how),
                rest_ + sex + std::max(far + far_place_, near + near_place_), rest_ + sex + far};
    };
    by_surname_ = std::max(cost_ + surname_differs_, eighths(surname_left_out_) + 1);
    const int without_forename =
        std::max({cost_, by_surname_, std::min(mother_ + nearest_mother_, pair_ + least_names_)}) -
        least_names_;
    without_forename_ = lacking(people::Filed::by_forename, without_forename, without_forename);
    // In a town that was said every near word was looked up, but for letters, and for surnames of
    // the family beside one.
    int near = unknown_surname_;
    if (far_other_ > 0) near = std::max({2 * far_other_, far_other_ + unknown_surname_, pair_});
    without_surname_ = lacking(people::Filed::by_surname,
                               std::max({alone, pair_, forename_most_ + unknown_surname_}), near);
    most_of_near_words_ =
        near_word(no_word, people::Filed::by_other, {alone, forename_most_, far_other_}).most;
    most_of_others_ = rest_ - beside_names_ + near_place_ + sex;
    most_of_all_rest_ = std::max(without_forename_.most, without_surname_.most);
}

/// Two words of a row of the rest, one of which is worth so much; the other is worth less, or it is
/// a surname of the family and the one a forename.
int Sieve::most_of_both(int one, int forename) const
{
    const int family = forename > 0 ? forename + family_ : 0;
    return std::max(one, std::min(pair_, std::max(2 * one, family)));
}

Sieve::NearWord Sieve::near_word(WordId word, people::Filed how, const Bearing& bearing) const
{
    const int far = bearing.far;
    const int names = rest_ + std::ranges::max(sexes_);
    const int elsewhere = names + most_of_both(bearing.alone, bearing.forename);
    const int there =
        names + most_of_both(std::min(bearing.alone, far), std::min(bearing.forename, far));
    return {people::word_key(word, how), std::max(elsewhere + far_place_, there + near_place_),
            elsewhere};
}

std::vector<Sieve::NearWord> Sieve::near_words(int least)
{
    using people::Filed;
    std::vector<NearWord> near;
    const auto add = [&](WordId word, Filed how, const Bearing& bearing) {
        const NearWord one = near_word(word, how, bearing);
        if (one.most >= least) near.push_back(one);
    };
    for (const WordId word : marks_.near()) {
        if (marks_.is_looked_at(word)) continue;
        const Gains& gains = gains_[word];
        // Most are ruled out wherever they stand.
        const Bearing any{gains.most(), gains.most(), far_other_};
        if (near_word(word, Filed::by_other, any).most < least) continue;
        add(word, Filed::by_forename, {gains.forename, gains.forename, far_forename_});
        add(word, Filed::by_surname, {gains.surname, 0, far_surname_});
        const OtherGains others = gains_of({word, word, word});
        add(word, Filed::by_other, {others.alone(), others.forename(), far_other_});
    }
    std::ranges::sort(near, [](const NearWord& left, const NearWord& right) {
        return left.most != right.most ? left.most > right.most : left.key < right.key;
    });
    return near;
}

} // namespace heed::searching
