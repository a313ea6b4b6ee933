#include "extract/words_as_typed.hpp"

#include "core/text.hpp"
#include "extract/names_as_typed.hpp"

#include <algorithm>
#include <array>

namespace heed::extract {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }

/// Cuts at the first separator that stands in the text; both halves are looked at again.
struct Cut {
    std::string_view left, right;
};
std::optional<Cut> cut_at(std::string_view text, std::string_view separator)
{
    const auto at = lower_ascii(text).find(separator);
    if (at == std::string::npos) return std::nullopt;
    return Cut{text.substr(0, at), text.substr(at + separator.size())};
}

void add_categories(std::string_view text, const pack::Pack& pack, TypedCategories& found)
{
    text = trimmed(text);
    if (says_nothing(text)) return;
    const auto add_both = [&](const Cut& cut) {
        add_categories(cut.left, pack, found);
        add_categories(cut.right, pack, found);
    };
    // Marks before names: "Physical/neglect" is two, "Physical neglect" is one.
    for (const std::string_view mark : {";", "\n", "/", "&", ",", "+"})
        if (const auto cut = cut_at(text, mark)) return add_both(*cut);
    if (const auto* const category = pack.category_typed(text)) {
        if (std::ranges::find(found.codes, category->code) == found.codes.end())
            found.codes.push_back(category->code);
        return;
    }
    for (const std::string_view word : {" and ", " with ", " plus "})
        if (const auto cut = cut_at(text, word)) return add_both(*cut);
    // "Neglect (main)" and "Main: neglect"
    if (const auto bracket = text.find('('); bracket != std::string_view::npos && bracket > 0)
        return add_categories(text.substr(0, bracket), pack, found);
    if (const auto colon = text.find(':');
        colon != std::string_view::npos && pack.category_typed(text.substr(colon + 1)))
        return add_categories(text.substr(colon + 1), pack, found);
    found.unknown.emplace_back(text);
}

/// A word that makes a team or a vacancy of whatever stands beside it.
bool names_no_person(std::string_view word)
{
    static constexpr std::string_view words[]{"duty", "team",   "unallocated", "unassigned", "tbc",
                                              "tba",  "vacant", "vacancy",     "pool",       "tray",
                                              "desk", "office", "intake",      "customer"};
    return is_one_of(word, words);
}

/// A word that is no name, though a name may stand beside it.
bool is_no_name(std::string_view word)
{
    static constexpr std::string_view words[]{
        "",   "social", "worker", "sw",  "key",       "agency",  "manager",    "not",
        "to", "be",     "yet",    "the", "allocated", "pending", "allocation", "awaiting"};
    return is_one_of(word, words);
}

} // namespace

Sex sex_as_typed(std::string_view typed)
{
    const std::string word = lower_ascii(trimmed(typed));
    static constexpr std::string_view female[]{"f", "female", "girl", "fem", "woman", "2"};
    static constexpr std::string_view male[]{"m", "male", "boy", "man", "1"};
    if (is_one_of(word, female)) return Sex::female;
    if (is_one_of(word, male)) return Sex::male;
    return Sex::unknown;
}

TypedCategories categories_as_typed(std::string_view typed, const pack::Pack& pack)
{
    TypedCategories found;
    add_categories(typed, pack, found);
    return found;
}

std::string key_worker_as_typed(std::string_view typed)
{
    std::string text = tidied(typed);
    if (const auto bracket = text.find('('); bracket != std::string::npos)
        text = tidied(std::string_view{text}.substr(0, bracket));
    if (says_nothing(text)) return {};
    std::string letters;
    for (const char c : lower_ascii(text)) letters += c == '/' || c == '-' || c == ',' ? ' ' : c;
    const auto words = split(letters, ' ');
    if (std::ranges::any_of(words, names_no_person) || std::ranges::all_of(words, is_no_name))
        return {};
    if (std::ranges::none_of(letters, [](char c) { return c >= 'a' && c <= 'z'; }) &&
        std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return {}; // figures or marks only
    const auto comma = text.find(',');
    if (comma != std::string::npos && comma == text.rfind(','))
        text = tidied(text.substr(comma + 1) + ' ' + text.substr(0, comma));
    return proper_case(text, NamePart::whole);
}

std::string telephone_as_typed(std::string_view typed)
{
    std::string as_typed = tidied(typed);
    if (says_nothing(as_typed)) return {};
    std::string digits;
    for (std::size_t i = 0; i < as_typed.size(); ++i) {
        const char c = as_typed[i];
        if (is_digit(c) || (c == '+' && i == 0))
            digits += c;
        else if (!std::string_view{" -().\t"}.contains(c))
            return as_typed;
    }
    for (const std::string_view abroad : {"+44", "0044"})
        if (digits.starts_with(abroad)) {
            digits.erase(0, abroad.size());
            if (!digits.starts_with('0')) digits.insert(0, "0");
        }
    if (digits.size() != 11 || digits[0] != '0') return as_typed;
    const bool london_like = digits.starts_with("02");
    const bool short_area = digits.starts_with("011") || (digits[1] == '1' && digits[3] == '1');
    if (london_like)
        return digits.substr(0, 3) + ' ' + digits.substr(3, 4) + ' ' + digits.substr(7);
    if (short_area || digits.starts_with("08") || digits.starts_with("03"))
        return digits.substr(0, 4) + ' ' + digits.substr(4, 3) + ' ' + digits.substr(7);
    return digits.substr(0, 5) + ' ' + digits.substr(5);
}

TypedPostcode postcode_as_typed(std::string_view typed)
{
    std::string text;
    for (const char c : trimmed(typed))
        if (c >= 'a' && c <= 'z')
            text += static_cast<char>(c - 'a' + 'A');
        else if (is_digit(c) || is_letter(c))
            text += c;
        else if (c != ' ' && c != '-' && c != '.')
            return {tidied(typed), false};
    const std::size_t size = text.size();
    if (size < 5 || size > 7) return {tidied(typed), false};

    // Inward: a figure and two letters, of which C I K M O V are never used.
    const auto inward_letter = [](char c) {
        return is_letter(c) && !std::string_view{"CIKMOV"}.contains(c);
    };
    const std::string outward = text.substr(0, size - 3), inward = text.substr(size - 3);
    const auto letters = std::ranges::find_if_not(outward, is_letter) - outward.begin();
    const auto figures = outward.substr(static_cast<std::size_t>(letters));
    const bool shape = letters >= 1 && letters <= 2 && !figures.empty() && figures.size() <= 2 &&
                       is_digit(figures.front()) && is_digit(inward[0]) &&
                       inward_letter(inward[1]) && inward_letter(inward[2]);
    if (!shape) return {tidied(typed), false};
    return {outward + ' ' + inward, true};
}

} // namespace heed::extract
