#include "support/people_words.hpp"

#include "support/slips.hpp"

#include <algorithm>
#include <cmath>

namespace heed::support {
namespace {

using Words = std::vector<std::string_view>;

struct Stock {
    Words girls, boys, surnames, beginnings, middles, endings;
};

const Stock& stock(std::size_t community)
{
    static const std::vector<Stock> all = [] {
        std::vector<Stock> made;
        for (const NameStock& one : name_stocks())
            made.push_back({words_of_text(one.girls), words_of_text(one.boys),
                            words_of_text(one.surnames), words_of_text(one.beginnings),
                            words_of_text(one.middles), words_of_text(one.surname_endings)});
        return made;
    }();
    return all[community];
}

std::string_view any(const Words& words, Chance& chance)
{
    return words[chance.below(words.size())];
}

// Which words a community has is settled once and for all, whatever the seed of the people.
Chance of_word(std::size_t community, std::uint64_t kind, std::uint64_t rank)
{
    return {0x5EED, community * 4 + kind, rank};
}

/// Many rare surnames are common ones that a clerk once wrote otherwise.
bool written_otherwise(std::string& name, Chance& chance)
{
    return swap_one(name, respelt(), chance, 1);
}

std::string rare_surname(std::size_t community, std::uint64_t rank)
{
    Chance chance = of_word(community, 0, rank);
    const Stock& of = stock(community);
    if (chance.happens(0.22)) {
        std::string name{any(of.surnames, chance)};
        if (written_otherwise(name, chance)) return name;
    }
    std::string name{any(of.beginnings, chance)};
    if (chance.happens(rank < 2'000 ? 0.35 : 0.8)) name += any(of.middles, chance);
    if (rank > 4'000 && chance.happens(0.45)) name += any(of.beginnings, chance);
    name += any(of.endings, chance);
    return capital(name);
}

std::string rare_forename(std::size_t community, bool girl, std::uint64_t rank)
{
    static constexpr std::array<std::string_view, 12> of_girls{
        "a", "ia", "elle", "ine", "y", "ie", "ah", "een", "anna", "lyn", "isha", "ette"};
    static constexpr std::array<std::string_view, 12> of_boys{
        "o", "an", "on", "us", "el", "en", "ir", "y", "am", "ian", "ash", "ard"};
    Chance chance = of_word(community, girl ? 1 : 2, rank);
    const Stock& of = stock(community);
    // New spellings of names that are in fashion are what most rare forenames are.
    if (chance.happens(0.4)) {
        std::string name{any(girl ? of.girls : of.boys, chance)};
        if (written_otherwise(name, chance)) return name;
    }
    std::string name{any(of.beginnings, chance)};
    if (chance.happens(0.5)) name += any(of.middles, chance);
    name += girl ? of_girls[chance.below(of_girls.size())] : of_boys[chance.below(of_boys.size())];
    return capital(name);
}

std::string plain_forename(std::size_t community, bool girl, Chance& chance)
{
    const NameStock& of = name_stocks()[community];
    const Words& common = girl ? stock(community).girls : stock(community).boys;
    const auto many = static_cast<double>(common.size());
    const auto rank =
        static_cast<std::size_t>(common_rank(many + of.rare_forenames, {11, 1.35}, chance));
    return rank < common.size() ? std::string{common[rank]} : rare_forename(community, girl, rank);
}

} // namespace

std::span<const NameStock> name_stocks()
{
    static const std::vector<NameStock> all = [] {
        std::vector<NameStock> both{stocks_of_these_islands.begin(), stocks_of_these_islands.end()};
        both.insert(both.end(), stocks_from_elsewhere.begin(), stocks_from_elsewhere.end());
        return both;
    }();
    return all;
}

std::vector<std::string_view> words_of_text(std::string_view text)
{
    std::vector<std::string_view> out;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        if (end > at) out.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

double common_rank(double many, Spread spread, Chance& chance)
{
    const double share = chance.share();
    const double whole = (many + spread.flat) / spread.flat;
    const double over = spread.steep - 1;
    const double reached = over == 0
                               ? std::pow(whole, share)
                               : std::pow(1 - share * (1 - std::pow(whole, -over)), -1 / over);
    return std::min(spread.flat * (reached - 1), many - 0.5);
}

std::string capital(std::string text)
{
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string made_word(Chance& chance)
{
    const Stock& of = stock(0);
    std::string word{any(of.beginnings, chance)};
    if (chance.happens(0.5)) word += any(of.middles, chance);
    word += any(of.endings, chance);
    return capital(word);
}

std::string drawn_surname(std::size_t community, Chance& chance)
{
    const NameStock& of = name_stocks()[community];
    const Words& common = stock(community).surnames;
    const auto many = static_cast<double>(common.size());
    const Spread spread{of.rare_surnames > 50'000 ? 12.0 : 8.0, 1.12};
    const auto rank =
        static_cast<std::size_t>(common_rank(many + of.rare_surnames, spread, chance));
    return rank < common.size() ? std::string{common[rank]} : rare_surname(community, rank);
}

std::string drawn_forename(std::size_t community, bool girl, Chance& chance)
{
    const Custom custom = name_stocks()[community].custom;
    // Children of every community are given names of the country too.
    if (community != 0 && chance.happens(custom == Custom::mohammed ? 0.04 : 0.12))
        return plain_forename(0, girl, chance);
    std::string name = plain_forename(community, girl, chance);
    if (custom == Custom::two_words && chance.happens(0.6))
        name += ' ' + plain_forename(community, girl, chance);
    return name;
}

std::size_t drawn_community(Chance& chance)
{
    double left = chance.share();
    const auto stocks = name_stocks();
    for (std::size_t one = 0; one < stocks.size(); ++one) {
        left -= stocks[one].share;
        if (left < 0) return one;
    }
    return 0;
}

std::string_view drawn_mohammed(Chance& chance)
{
    static constexpr std::array<std::string_view, 9> spellings{"Mohammed", "Muhammad", "Mohammad",
                                                               "Mohamed",  "Muhammed", "Mohamad",
                                                               "Muhamad",  "Mohammod", "Mohd"};
    return spellings[static_cast<std::size_t>(common_rank(9, {1.2}, chance))];
}

std::string feminine(std::string surname)
{
    const auto ends = [&](std::string_view with) { return surname.ends_with(with); };
    if (ends("ski") || ends("cki"))
        surname.back() = 'a';
    else if (ends("ov") || ends("ev") || ends("in"))
        surname += 'a';
    else if (ends("ák") || ends("ek"))
        surname += "ová";
    else if (ends("auskas"))
        surname.replace(surname.size() - 2, 2, "aitė");
    return surname;
}

} // namespace heed::support
