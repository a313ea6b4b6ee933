#include "training/training.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace heed::training {
namespace {

using asking::Weights;
using names::Chances;

constexpr double old_rates_count_as = 40;
constexpr double most_bits_at_once = 4;
constexpr int most_rounds = 50;

/// One rate: what counts as having been compared, what as having reached the level, and which
/// weight or chance follows it.
struct Trained {
    std::string_view name;
    bool (*compared)(Field);
    Level level;
    float Weights::* bits = nullptr;
    float Chances::* chance = nullptr;
};

bool is_name(Field field) { return field == Field::forename || field == Field::surname; }
template <Field which> bool is(Field field) { return field == which; }

constexpr std::array<Trained, 19> trained{{
    {"name_same", is_name, Level::same, nullptr, &Chances::writes_it_right},
    {"name_other_spelling", is_name, Level::other_spelling, nullptr,
     &Chances::writes_another_spelling},
    {"name_short_form", is_name, Level::short_form, nullptr, &Chances::says_the_short_form},
    {"name_sounds_alike", is_name, Level::sounds_alike, nullptr, &Chances::writes_what_it_sounds},
    {"name_misspelt", is_name, Level::misspelt, nullptr, &Chances::slips_once},
    {"forename_different", is<Field::forename>, Level::different, &Weights::forename_different},
    {"surname_different", is<Field::surname>, Level::different, &Weights::surname_different},
    {"born_same", is<Field::born>, Level::same, &Weights::born_same},
    {"born_turned", is<Field::born>, Level::turned_round, &Weights::born_turned},
    {"born_year_off", is<Field::born>, Level::year_off, &Weights::born_year_off},
    {"born_figure_off", is<Field::born>, Level::figure_off, &Weights::born_figure_off},
    {"born_different", is<Field::born>, Level::different, &Weights::born_different},
    {"sex_same", is<Field::sex>, Level::same, &Weights::sex_same},
    {"sex_different", is<Field::sex>, Level::different, &Weights::sex_different},
    {"place_different", is<Field::place>, Level::different, &Weights::place_different},
    {"carer_different", is<Field::carer>, Level::different, &Weights::carer_different},
    {"identifier_same", is<Field::identifier>, Level::same, &Weights::identifier_same},
    {"identifier_figure_off", is<Field::identifier>, Level::figure_off,
     &Weights::identifier_figure_off},
    {"identifier_different", is<Field::identifier>, Level::different,
     &Weights::identifier_different},
}};

using All = std::array<double, trained.size()>;

double bits_gained(double before, double after)
{
    return std::clamp(std::log2(after / before), -most_bits_at_once, most_bits_at_once);
}

/// The bits of a pair if the rates were these.
double bits_of(const Pair& pair, const All& before, const All& after)
{
    double bits = 0;
    for (const Evidence& evidence : pair.evidence) {
        bits += static_cast<double>(evidence.bits);
        for (std::size_t one = 0; one < trained.size(); ++one)
            if (trained[one].compared(evidence.field) && trained[one].level == evidence.level)
                bits += bits_gained(before[one], after[one]);
    }
    return bits;
}

double chance_of_same(const Pair& pair, double bits, double prior)
{
    if (pair.same) return *pair.same ? 1 : 0;
    const double odds = prior / (1 - prior) * std::exp2(std::clamp(bits, -60.0, 60.0));
    return odds / (1 + odds);
}

struct Counts {
    All compared{};
    All reached{};
};

void count(const Pair& pair, double same, Counts& counts)
{
    for (const Evidence& evidence : pair.evidence)
        for (std::size_t one = 0; one < trained.size(); ++one) {
            if (!trained[one].compared(evidence.field)) continue;
            counts.compared[one] += same;
            if (trained[one].level == evidence.level) counts.reached[one] += same;
        }
}

void put_to(Learned& learned, const All& before, const All& after)
{
    for (std::size_t one = 0; one < trained.size(); ++one) {
        const double bits = bits_gained(before[one], after[one]);
        learned.levels[one].after = after[one];
        learned.levels[one].bits = bits;
        learned.rates[std::string{trained[one].name}] = after[one];
        if (trained[one].bits != nullptr)
            learned.weights.*trained[one].bits += static_cast<float>(bits);
        if (trained[one].chance != nullptr) {
            float& chance = learned.chances.*trained[one].chance;
            chance = std::min(chance * static_cast<float>(std::exp2(bits)), 0.999F);
        }
    }
}

} // namespace

Learned train(std::span<const Pair> pairs)
{
    Learned learned{.weights = asking::weights_in_use(),
                    .chances = names::chances(),
                    .rates = asking::rates_in_use()};
    All before{};
    for (std::size_t one = 0; one < trained.size(); ++one) {
        const auto rate = learned.rates.find(trained[one].name);
        before[one] = rate == learned.rates.end() ? 0.01 : std::clamp(rate->second, 1e-4, 0.9999);
        learned.levels.push_back({std::string{trained[one].name}, before[one]});
    }
    learned.reviewed = static_cast<std::size_t>(
        std::ranges::count_if(pairs, [](const Pair& pair) { return pair.same.has_value(); }));
    const auto unseen = static_cast<double>(pairs.size() - learned.reviewed);
    All rates = before;
    double prior = 0.5;
    Counts counts;
    for (bool moved = true; moved && learned.rounds < most_rounds; ++learned.rounds) {
        counts = {};
        double same_of_unseen = 0;
        for (const Pair& pair : pairs) {
            const double same = chance_of_same(pair, bits_of(pair, before, rates), prior);
            if (!pair.same) same_of_unseen += same;
            count(pair, same, counts);
        }
        if (unseen > 0) prior = std::clamp(same_of_unseen / unseen, 0.001, 0.999);
        moved = false;
        for (std::size_t one = 0; one < trained.size(); ++one) {
            const double rate = (counts.reached[one] + old_rates_count_as * before[one]) /
                                (counts.compared[one] + old_rates_count_as);
            moved |= std::abs(rate - rates[one]) > 1e-5;
            rates[one] = rate;
        }
    }
    learned.share_same = unseen > 0 ? prior : 0;
    for (std::size_t one = 0; one < trained.size(); ++one)
        learned.levels[one].seen = counts.reached[one];
    put_to(learned, before, rates);
    return learned;
}

std::string text_of(const Learned& learned, std::string_view source)
{
    return asking::weights_text(learned.weights, learned.chances, learned.rates, source);
}

} // namespace heed::training
