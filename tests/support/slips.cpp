#include "support/slips.hpp"

#include "support/people.hpp"

#include <vector>

namespace heed::support {
namespace {

// How a name that was only heard is written, by an English ear.
constexpr std::array<Swap, 34> heard_swaps{
    {{"ph", "f"},  {"ck", "k"},  {"ie", "y"},  {"y", "ie"},    {"ee", "ea"},    {"ea", "ee"},
     {"ai", "ay"}, {"ay", "ai"}, {"ey", "y"},  {"ley", "lee"}, {"son", "sen"},  {"er", "ar"},
     {"c", "k"},   {"k", "c"},   {"tt", "t"},  {"ll", "l"},    {"nn", "n"},     {"ss", "s"},
     {"s", "z"},   {"th", "t"},  {"ou", "oo"}, {"oo", "u"},    {"j", "g"},      {"g", "j"},
     {"wh", "w"},  {"x", "ks"},  {"qu", "kw"}, {"igh", "y"},   {"ough", "uff"}, {"mb", "m"},
     {"au", "aw"}, {"e", ""},    {"h", ""},    {"n", "nn"}}};

// How clerks have written names otherwise, so that both spellings stay.
constexpr std::array<Swap, 22> respelt_swaps{
    {{"i", "y"},  {"y", "i"},     {"ie", "y"},      {"y", "ey"},  {"ee", "ea"}, {"ea", "ee"},
     {"ck", "k"}, {"c", "k"},     {"k", "c"},       {"ll", "l"},  {"tt", "t"},  {"nn", "n"},
     {"ss", "s"}, {"son", "sen"}, {"ley", "leigh"}, {"ai", "ay"}, {"ou", "oo"}, {"l", "ll"},
     {"n", "nn"}, {"er", "ar"},   {"ton", "tun"},   {"ph", "f"}}};

// How names cross from other letters and tongues.
constexpr std::array<Swap, 30> crossed_swaps{
    {{"oo", "u"},  {"u", "oo"},  {"ee", "i"},  {"i", "ee"}, {"ou", "u"}, {"kh", "k"},
     {"q", "k"},   {"k", "q"},   {"aa", "a"},  {"a", "aa"}, {"dd", "d"}, {"mm", "m"},
     {"ss", "s"},  {"y", "i"},   {"e", "a"},   {"o", "u"},  {"w", "v"},  {"v", "w"},
     {"ch", "cz"}, {"cz", "ch"}, {"sz", "sh"}, {"j", "y"},  {"y", "j"},  {"ai", "ei"},
     {"ei", "ai"}, {"ah", "a"},  {"h", ""},    {"sh", "s"}, {"dh", "d"}, {"x", "h"}}};

constexpr std::array<Swap, 12> scanned_swaps{{{"rn", "m"},
                                              {"m", "rn"},
                                              {"cl", "d"},
                                              {"d", "cl"},
                                              {"l", "i"},
                                              {"i", "l"},
                                              {"vv", "w"},
                                              {"w", "vv"},
                                              {"h", "b"},
                                              {"e", "c"},
                                              {"u", "v"},
                                              {"n", "ri"}}};

std::string upper_first(std::string text)
{
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string lower(std::string_view text)
{
    std::string out{text};
    for (char& letter : out)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return out;
}

char neighbouring_key(char key, Chance& chance)
{
    static constexpr std::array<std::string_view, 3> rows{"qwertyuiop", "asdfghjkl", "zxcvbnm"};
    const char small = lower(std::string_view{&key, 1})[0];
    for (const std::string_view row : rows) {
        const auto at = row.find(small);
        if (at == std::string_view::npos) continue;
        const bool right = at == 0 || (at + 1 < row.size() && chance.happens(0.5));
        return right ? row[at + 1] : row[at - 1];
    }
    return small;
}

} // namespace

std::span<const Swap> heard() { return heard_swaps; }
std::span<const Swap> respelt() { return respelt_swaps; }
std::span<const Swap> crossed() { return crossed_swaps; }
std::span<const Swap> scanned() { return scanned_swaps; }

bool swap_one(std::string& name, std::span<const Swap> swaps, Chance& chance, std::size_t from)
{
    std::string plain = lower(name);
    std::vector<std::pair<std::size_t, const Swap*>> fits;
    for (const Swap& swap : swaps)
        for (auto at = plain.find(swap.first, from); at != std::string::npos;
             at = plain.find(swap.first, at + 1))
            fits.emplace_back(at, &swap);
    if (fits.empty()) return false;
    const auto& [at, swap] = fits[chance.below(fits.size())];
    plain.replace(at, swap->first.size(), swap->second);
    name = upper_first(plain);
    return true;
}

bool mistype(std::string& name, Chance& chance)
{
    std::string plain = without_marks(name);
    if (plain.size() < 3) return false;
    const std::size_t at = chance.happens(0.08) ? 0 : 1 + chance.below(plain.size() - 1);
    const char letter = chance.happens(0.6) ? neighbouring_key(plain[at], chance)
                                            : static_cast<char>('a' + chance.below(26));
    switch (chance.below(4)) {
    case 0: plain[at] = letter; break;
    case 1: plain.insert(at, 1, letter); break;
    case 2: plain.erase(at, 1); break;
    default:
        if (at == 0) return false;
        std::swap(plain[at], plain[at - 1]);
    }
    if (plain == without_marks(name)) return false;
    name = upper_first(plain);
    return true;
}

bool mishear(std::string& name, Chance& chance)
{
    name = without_marks(name);
    const bool once = swap_one(name, heard(), chance, 1);
    if (chance.happens(0.3)) swap_one(name, heard(), chance, 1);
    return once;
}

} // namespace heed::support
