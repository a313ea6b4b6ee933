#include "extract/names_as_typed.hpp"

#include "core/text.hpp"
#include "names/fold.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace heed::extract {

namespace {

using Letters = std::u32string;

Letters letters_of(std::string_view text)
{
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int64_t>(text.size());
    Letters letters;
    for (std::int64_t at = 0; at < length;) {
        UChar32 letter = 0;
        U8_NEXT_OR_FFFD(bytes, at, length, letter); // NOLINT(bugprone-inc-dec-in-conditions)
        letters += static_cast<char32_t>(letter);
    }
    return letters;
}

std::string text_of(const Letters& letters)
{
    std::string text;
    for (const char32_t letter : letters) {
        std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
        std::size_t size = 0;
        U8_APPEND_UNSAFE(bytes, size, letter);
        text.append(reinterpret_cast<const char*>(bytes.data()), size);
    }
    return text;
}

char32_t upper(char32_t letter)
{
    return static_cast<char32_t>(u_toupper(static_cast<UChar32>(letter)));
}
char32_t lower(char32_t letter)
{
    return static_cast<char32_t>(u_tolower(static_cast<UChar32>(letter)));
}
bool is_upper(char32_t letter) { return u_isupper(static_cast<UChar32>(letter)) != 0; }
bool is_lower(char32_t letter) { return u_islower(static_cast<UChar32>(letter)) != 0; }
bool is_letter(char32_t letter) { return u_isalpha(static_cast<UChar32>(letter)) != 0; }
bool is_apostrophe(char32_t letter) { return letter == U'\'' || letter == U'\u2019'; }

bool is_word_of(std::span<const std::u32string_view> words, std::u32string_view word)
{
    return std::ranges::find(words, word) != words.end();
}

/// What follows "mac" in the Gaelic names that take a capital after it. Macey, Mackie, Machin and
/// Maciejewski are other names.
bool is_gaelic_after_mac(const Letters& rest)
{
    static constexpr std::u32string_view names[]{
        U"alister", U"allister", U"alpine", U"arthur",  U"askill",   U"aulay",   U"auley",
        U"bride",   U"callum",   U"carthy", U"coll",    U"connell",  U"cormack", U"dermot",
        U"dermott", U"diarmid",  U"donald", U"donnell", U"dougal",   U"dougall", U"duff",
        U"eachern", U"ewan",     U"ewen",   U"fadyen",  U"farlane",  U"fie",     U"gillivray",
        U"gowan",   U"gregor",   U"guire",  U"innes",   U"intosh",   U"intyre",  U"iver",
        U"kenna",   U"kenzie",   U"kinnon", U"kintosh", U"lachlan",  U"laren",   U"laughlin",
        U"lean",    U"leay",     U"lellan", U"lennan",  U"leod",     U"mahon",   U"manus",
        U"master",  U"millan",   U"nab",    U"namara",  U"naughton", U"neil",    U"neill",
        U"nicol",   U"pherson",  U"phail",  U"quarrie", U"rae",      U"sween",   U"taggart",
        U"tavish"};
    return is_word_of(names, rest);
}

/// Words inside a surname that its owner writes small.
bool is_small_word(const Letters& word, bool after_de_or_van)
{
    static constexpr std::u32string_view words[]{U"de",  U"da",   U"dos", U"du",  U"del",
                                                 U"van", U"von",  U"der", U"den", U"ter",
                                                 U"bin", U"bint", U"ibn"};
    static constexpr std::u32string_view following[]{U"la", U"las", U"los", U"het"};
    return is_word_of(words, word) || (after_de_or_van && is_word_of(following, word));
}

bool is_roman_numeral(const Letters& word)
{
    return word == U"ii" || word == U"iii" || word == U"iv";
}

/// A word of one case, without spaces or hyphens, as its owner would write it.
Letters recased(Letters word, bool may_be_mac)
{
    std::ranges::transform(word, word.begin(), lower);
    std::size_t begin = 0; // of the run of letters we are in
    for (std::size_t i = 0; i < word.size(); ++i) {
        const bool first = i == 0 || !is_letter(word[i - 1]);
        if (first) {
            const bool after_apostrophe = i > 0 && is_apostrophe(word[i - 1]);
            // O'Neill and D'Arcy, but James's
            const bool prefix = i - begin <= 3 && i + 1 < word.size();
            if (!after_apostrophe || prefix) word[i] = upper(word[i]);
            begin = i;
        }
    }
    if (word.size() > 3 && word.starts_with(U"Mc")) word[2] = upper(word[2]);
    if (may_be_mac && word.starts_with(U"Mac") && is_gaelic_after_mac(word.substr(3)))
        word[3] = upper(word[3]);
    return word;
}

// Among words of small letters "JJ" is two initials; "SMITH" is a shout.
constexpr std::size_t initials_max = 2;

struct Case {
    bool upper = false, lower = false;
    bool mixed() const { return upper && lower; }
};

Case case_of(const Letters& letters)
{
    return {std::ranges::any_of(letters, is_upper), std::ranges::any_of(letters, is_lower)};
}

std::vector<std::string_view> words_of(std::string_view text)
{
    std::vector<std::string_view> words;
    for (const auto word : split(text, ' '))
        if (!word.empty()) words.push_back(word);
    return words;
}

std::string joined(std::vector<std::string_view>::const_iterator from,
                   std::vector<std::string_view>::const_iterator to)
{
    std::string all;
    for (; from != to; ++from) {
        if (!all.empty()) all += ' ';
        all += *from;
    }
    return all;
}

/// Takes what stands between brackets or quotation marks out of the text.
std::vector<std::string> take_out_bracketed(std::string& text)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> pairs{
        {{"(", ")"}, {"[", "]"}, {"\"", "\""}, {"“", "”"}, {"‘", "’"}}};
    std::vector<std::string> inside;
    for (const auto& [open, close] : pairs)
        for (;;) {
            const auto begin = text.find(open);
            if (begin == std::string::npos) break;
            const auto end = text.find(close, begin + open.size());
            if (end == std::string::npos) break;
            inside.emplace_back(trimmed(
                std::string_view{text}.substr(begin + open.size(), end - begin - open.size())));
            text.replace(begin, end + close.size() - begin, " ");
        }
    text = tidied(text);
    return inside;
}

bool is_unborn(std::string_view word)
{
    static constexpr std::string_view words[]{"unborn", "ub", "bump", "foetus", "fetus", "unborn."};
    return is_one_of(lower_ascii(word), words);
}

bool is_baby(std::string_view word)
{
    static constexpr std::string_view words[]{"baby", "child", "infant", "of"};
    return is_one_of(lower_ascii(word), words);
}

bool is_in_capitals(std::string_view word)
{
    const Letters letters = letters_of(word);
    return letters.size() > 1 && case_of(letters).upper && !case_of(letters).lower;
}

/// Longer than the initials of forenames.
bool is_long(std::string_view word) { return letters_of(word).size() > initials_max; }

Alias alias_as_typed(std::string_view typed)
{
    const auto words = words_of(typed);
    if (words.size() < 2) return {proper_case(typed, NamePart::forename), {}};
    return {proper_case(joined(words.begin(), words.end() - 1), NamePart::forename),
            proper_case(words.back(), NamePart::surname)};
}

/// Where a word of small letters stands between two others as a word of its own.
std::string with_semicolons_for(std::string text, std::string_view word)
{
    const std::string lowered = lower_ascii(text);
    for (auto at = lowered.rfind(word); at != std::string::npos && at > 0;
         at = lowered.rfind(word, at - 1))
        text.replace(at, word.size(), ";");
    return text;
}

} // namespace

std::string tidied(std::string_view text)
{
    std::string tidy;
    bool space = false;
    for (const char c : trimmed(text)) {
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            space = true;
            continue;
        }
        if (space && !tidy.empty()) tidy += ' ';
        space = false;
        tidy += c;
    }
    return tidy;
}

bool says_nothing(std::string_view text)
{
    static constexpr std::string_view words[]{
        "",          "-",       "--",   "?",   "??",  "n/a", "na",           "n/k", "nk",
        "not known", "unknown", "none", "nil", "tbc", "tba", "not recorded", "null"};
    return is_one_of(lower_ascii(trimmed(text)), words);
}

std::string proper_case(std::string_view name, NamePart part)
{
    const std::string tidy = tidied(name);
    const Letters letters = letters_of(tidy);
    const bool whole_name_mixed = case_of(letters).mixed();

    Letters out;
    bool first_word = true, after_de_or_van = false;
    for (std::size_t at = 0; at < letters.size();) {
        const auto end = std::min(letters.find_first_of(U" -", at), letters.size());
        const Letters word = letters.substr(at, end - at);
        const bool last_word = end == letters.size();
        const bool leave =
            case_of(word).mixed() ||
            (whole_name_mixed && (word.size() <= initials_max || !is_upper(word[0])));
        Letters small{word};
        std::ranges::transform(small, small.begin(), lower);

        const bool in_surname =
            part == NamePart::surname || (part == NamePart::whole && !first_word);
        const bool is_number = !first_word && last_word && is_roman_numeral(small);
        if (leave || is_number)
            out += word;
        else if (in_surname && !last_word && is_small_word(small, after_de_or_van))
            out += small;
        else
            out += recased(word, in_surname);

        after_de_or_van = small == U"de" || small == U"van";
        if (!last_word) out += letters[end];
        first_word = false;
        at = end + 1;
    }
    return text_of(out);
}

std::string folded(std::string_view name)
{
    std::string letters = names::folded(name);
    std::erase(letters, ' ');
    return letters;
}

TypedForenames forenames_as_typed(std::string_view typed)
{
    TypedForenames names;
    std::string text = tidied(typed);
    const auto bracketed = take_out_bracketed(text);
    const auto words = words_of(text);
    if (words.empty()) {
        if (bracketed.empty()) return names;
        return forenames_as_typed(bracketed.front());
    }
    const bool unborn = std::ranges::any_of(words, is_unborn);
    if (unborn) {
        names.unborn = true;
        names.forename = "Unborn";
        std::string rest;
        for (const auto word : words)
            if (!is_unborn(word) && !is_baby(word)) rest += std::string{word} + ' ';
        for (const auto& text_inside : bracketed) rest += text_inside + ' ';
        names.middle = tidied(rest);
        return names;
    }
    names.forename = proper_case(words.front(), NamePart::forename);
    names.middle = proper_case(joined(words.begin() + 1, words.end()), NamePart::forename);
    for (const auto& alias : bracketed)
        if (!says_nothing(alias)) names.aliases.push_back(alias_as_typed(alias));
    return names;
}

std::vector<Alias> aliases_as_typed(std::string_view typed, std::string_view childs_surname)
{
    std::vector<Alias> aliases;
    std::string text = tidied(typed);
    if (says_nothing(text)) return aliases;
    if (lower_ascii(text).starts_with("aka ")) text.erase(0, 4);

    const auto comma = text.find(',');
    if (comma != std::string::npos && comma == text.rfind(',') &&
        text.find(';') == std::string::npos &&
        folded(text.substr(0, comma)) == folded(childs_surname)) {
        const auto forenames = forenames_as_typed(text.substr(comma + 1));
        return {{forenames.forename, proper_case(text.substr(0, comma), NamePart::surname)}};
    }
    for (const std::string_view between : {" and ", " & ", " or ", " aka ", "/", ",", "\n"})
        text = with_semicolons_for(std::move(text), between);
    for (const auto one : split(text, ';'))
        if (!says_nothing(one)) aliases.push_back(alias_as_typed(tidied(one)));
    return aliases;
}

TypedName whole_name_as_typed(std::string_view typed)
{
    const std::string text = tidied(typed);
    if (const auto comma = text.find(','); comma != std::string::npos)
        return {tidied(text.substr(0, comma)), tidied(text.substr(comma + 1))};
    const auto words = words_of(text);
    if (words.empty()) return {};
    // Among small letters a surname in capitals may have several words and stand on either side.
    const auto front = std::ranges::find_if_not(words, is_in_capitals);
    const auto back = std::ranges::find_if_not(words.rbegin(), words.rend(), is_in_capitals).base();
    if (front != words.end() && std::any_of(words.begin(), front, is_long))
        return {joined(words.begin(), front), joined(front, words.end())};
    const auto surname =
        back != words.begin() && std::any_of(back, words.end(), is_long) ? back : words.end() - 1;
    return {joined(surname, words.end()), joined(words.begin(), surname)};
}

Carer carer_as_typed(std::string_view typed)
{
    std::string text = tidied(typed);
    if (says_nothing(text)) return {};
    Carer carer;
    if (const auto inside = take_out_bracketed(text); !inside.empty())
        carer.relation = lower_ascii(inside.front());
    if (const auto dash = text.find(" - "); dash != std::string::npos && carer.relation.empty()) {
        carer.relation = lower_ascii(trimmed(std::string_view{text}.substr(dash + 3)));
        text.erase(dash);
    }
    carer.name = proper_case(text, NamePart::whole);
    return carer;
}

} // namespace heed::extract
