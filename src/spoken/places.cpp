#include "spoken/places.hpp"

#include "core/text.hpp"
#include "names/fold.hpp"

#include <algorithm>
#include <array>

namespace heed::spoken {
namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
bool is_letter(char letter) { return letter >= 'a' && letter <= 'z'; }

/// A1, A11, AA1, AA11, A1A, AA1A.
bool is_outward(std::string_view text)
{
    if (text.size() < 2 || text.size() > 4 || !is_letter(text[0])) return false;
    const std::size_t letters = is_letter(text[1]) ? 2 : 1;
    return letters < text.size() && is_digit(text[letters]) && text.size() - letters <= 2;
}

bool is_inward(std::string_view text)
{
    return text.size() == 3 && is_digit(text[0]) && is_letter(text[1]) && is_letter(text[2]);
}

std::string upper(std::string_view text)
{
    std::string out{text};
    for (char& letter : out)
        if (is_letter(letter)) letter = static_cast<char>(letter - 'a' + 'A');
    return out;
}

} // namespace

std::optional<Postcode> postcode_in(std::string_view text)
{
    std::string plain;
    for (const char letter : lower_ascii(text))
        if (letter != ' ') plain += letter;
    if (plain.size() >= 5 && is_inward(std::string_view{plain}.substr(plain.size() - 3))) {
        const std::string outward = plain.substr(0, plain.size() - 3);
        if (is_outward(outward)) return Postcode{outward, plain.substr(plain.size() - 3)};
    }
    if (is_outward(plain)) return Postcode{plain, ""};
    return std::nullopt;
}

std::optional<Postcode> postcode_written(std::string_view text)
{
    if (const auto british = postcode_in(text)) return british;
    std::string plain;
    for (const char letter : lower_ascii(text))
        if (is_letter(letter) || is_digit(letter)) plain += letter;
    if (plain.size() < 3 || plain.size() > 10 || std::ranges::none_of(plain, is_digit))
        return std::nullopt;
    return Postcode{plain, ""};
}

std::string plain_town(std::string_view text)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> written_out{
        {{"st ", "saint "},
         {"mt ", "mount "},
         {"nth ", "north "},
         {"sth ", "south "},
         {"gt ", "great "},
         {"upr ", "upper "}}};
    std::string plain = names::folded(text);
    for (const auto& [written, whole] : written_out)
        if (plain.starts_with(written)) return std::string{whole} + plain.substr(written.size());
    return plain;
}

std::string in_capitals(const Postcode& postcode)
{
    std::string text = upper(postcode.outward);
    if (!postcode.inward.empty()) text += ' ' + upper(postcode.inward);
    return text;
}

std::string plain_street(std::string_view text)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 15> written_out{
        {{"rd", "road"},
         {"st", "street"},
         {"str", "street"},
         {"ave", "avenue"},
         {"av", "avenue"},
         {"ln", "lane"},
         {"cl", "close"},
         {"dr", "drive"},
         {"ct", "court"},
         {"gdns", "gardens"},
         {"sq", "square"},
         {"pl", "place"},
         {"cres", "crescent"},
         {"ter", "terrace"},
         {"grn", "green"}}};
    std::string out;
    const std::string plain = names::folded(text);
    for (const std::string_view word : split(plain, ' ')) {
        if (word.empty()) continue;
        const auto longer =
            std::ranges::find(written_out, word, [](const auto& pair) { return pair.first; });
        // A first "st" is a saint.
        const bool writes_out = longer != written_out.end() && !out.empty();
        if (!out.empty()) out += ' ';
        out += writes_out ? longer->second : word;
    }
    return out;
}

bool ends_a_street(std::string_view word)
{
    static constexpr std::array<std::string_view, 48> endings{
        "road",   "rd",     "street",  "st",    "str",   "lane",     "ln",     "avenue",
        "ave",    "av",     "close",   "cl",    "drive", "dr",       "court",  "ct",
        "row",    "hill",   "view",    "way",   "walk",  "crescent", "cres",   "gardens",
        "gdns",   "square", "sq",      "place", "pl",    "terrace",  "ter",    "grove",
        "rise",   "mews",   "green",   "park",  "house", "parade",   "gate",   "yard",
        "estate", "flats",  "cottage", "farm",  "wharf", "quay",     "meadow", "fields"};
    return std::ranges::find(endings, word) != endings.end();
}

HouseAndStreet house_and_street(std::string_view house, std::string_view street)
{
    HouseAndStreet apart{names::folded(house), plain_street(street)};
    if (apart.street.empty() && apart.house.find(' ') != std::string::npos)
        apart = {"", plain_street(house)};
    const auto space = apart.street.find(' ');
    if (apart.house.empty() && space != std::string::npos && is_digit(apart.street[0])) {
        apart.house = apart.street.substr(0, space);
        apart.street = apart.street.substr(space + 1);
    }
    return apart;
}

} // namespace heed::spoken
