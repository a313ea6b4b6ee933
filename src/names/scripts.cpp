#include "names/scripts.hpp"

#include "core/ensure.hpp"
#include "core/text.hpp"
#include "names/data.hpp"

#include <array>
#include <memory>
#include <mutex>
#include <unicode/translit.h>
#include <unicode/unistr.h>
#include <unordered_map>

namespace heed::names {
namespace {

std::string utf8(const icu::UnicodeString& text)
{
    std::string out;
    text.toUTF8String(out);
    return out;
}

icu::UnicodeString unicode(std::u16string_view text)
{
    return {text.data(), static_cast<std::int32_t>(text.size())};
}

/// Letters that Arabic, Persian and Urdu keyboards give for one and the same; marks left out.
icu::UnicodeString one_form(const icu::UnicodeString& word)
{
    icu::UnicodeString out;
    for (int at = 0; at < word.length(); ++at) {
        const char16_t letter = word[at];
        if ((letter >= 0x064B && letter <= 0x0652) || letter == 0x0640 || letter == 0x200C)
            continue;
        switch (letter) {
        case 0x06CC:
        case 0x0649: out += char16_t{0x064A}; break;
        case 0x06A9: out += char16_t{0x0643}; break;
        case 0x0622:
        case 0x0623:
        case 0x0625: out += char16_t{0x0627}; break;
        case 0x0629:
        case 0x06C1:
        case 0x06BE: out += char16_t{0x0647}; break;
        default: out += letter;
        }
    }
    return out;
}

const std::unordered_map<std::string, std::string>& known_words()
{
    static const auto known = [] {
        std::unordered_map<std::string, std::string> words;
        for_each_line("own-letters.txt", [&](std::string_view line) {
            const auto colon = line.find(':');
            ensure(colon != std::string_view::npos, "a line of own letters has no colon");
            for (const std::string_view word : split(line.substr(colon + 1), ' ')) {
                if (word.empty()) continue;
                const auto written = icu::UnicodeString::fromUTF8(
                    icu::StringPiece{word.data(), static_cast<std::int32_t>(word.size())});
                words.try_emplace(utf8(one_form(written)), line.substr(0, colon));
            }
        });
        return words;
    }();
    return known;
}

/// From U+0430, as British passports and visas have them.
constexpr std::array<std::string_view, 32> cyrillic{
    "a", "b", "v", "g", "d", "e",  "zh", "z",  "i",  "y",    "k", "l", "m", "n", "o",  "p",
    "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "",  "y", "",  "e", "yu", "ya"};
/// From U+0450: Ukrainian, Belarusian, Serbian and Macedonian letters.
constexpr std::array<std::string_view, 16> more_cyrillic{
    "e", "yo", "dj", "g", "ye", "dz", "i", "yi", "j", "lj", "nj", "c", "k", "i", "u", "dz"};

bool is_cyrillic(const icu::UnicodeString& word)
{
    for (int at = 0; at < word.length(); ++at)
        if (word[at] < 0x0400 || word[at] > 0x0491) return false;
    return true;
}

std::string from_cyrillic(icu::UnicodeString word)
{
    std::string out;
    word.toLower();
    for (int at = 0; at < word.length(); ++at) {
        const char16_t letter = word[at];
        if (letter >= 0x0430 && letter < 0x0450)
            out += cyrillic[letter - 0x0430U];
        else if (letter >= 0x0450 && letter < 0x0460)
            out += more_cyrillic[letter - 0x0450U];
        else if (letter == 0x0491 || letter == 0x0490)
            out += 'g';
    }
    // Dmitrii, Yurii and Andrey are written with one letter at the end.
    if (out.ends_with("iy") || out.ends_with("yy")) out.replace(out.size() - 2, 2, "y");
    return out;
}

/// Devanagari to Gujarati: a last consonant is written with an "a" that nobody says.
bool ends_in_a_silent_vowel(const icu::UnicodeString& word)
{
    const char16_t last = word[word.length() - 1];
    const bool consonant = (last & 0x7FU) >= 0x15 && (last & 0x7FU) <= 0x39;
    const char16_t block = last & 0xFF80U;
    return block >= 0x0900 && block <= 0x0A80 && consonant;
}

} // namespace

std::string transliterated(std::u16string_view text)
{
    // One for all, as it reads the rules of a script when it first meets it, for up to 90 ms; and
    // one at a time, as it is not promised to be safe for two.
    static std::mutex one_at_a_time;
    const std::scoped_lock lock{one_at_a_time};
    static const std::unique_ptr<icu::Transliterator> plain = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> made{icu::Transliterator::createInstance(
            "Any-Latin; NFKD; [:Mark:] Remove; Latin-ASCII; Lower", UTRANS_FORWARD, status)};
        if (U_FAILURE(status)) throw Fault{"ICU has no transliterator to plain letters"};
        return made;
    }();
    icu::UnicodeString changed = unicode(text);
    plain->transliterate(changed);
    return utf8(changed);
}

std::string in_latin_letters(std::u16string_view text)
{
    const icu::UnicodeString word = unicode(text);
    const auto& known = known_words();
    if (const auto found = known.find(utf8(one_form(word))); found != known.end())
        return found->second;
    if (is_cyrillic(word)) return from_cyrillic(word);
    std::string plain = transliterated(text);
    if (plain.size() > 3 && plain.back() == 'a' && ends_in_a_silent_vowel(word)) plain.pop_back();
    return plain;
}

void read_scripts()
{
    for (const std::u16string_view letter :
         {u"ا", u"अ", u"অ", u"ਅ", u"અ", u"அ", u"王", u"Ω", u"א", u"ก", u"김", u"გ", u"አ", u"Ա"})
        transliterated(letter);
}

} // namespace heed::names
