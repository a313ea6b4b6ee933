#include "names/fold.hpp"

#include "core/embedded.hpp"
#include "core/ensure.hpp"
#include "names/data.hpp"
#include "names/scripts.hpp"

#include <array>
#include <optional>
#include <unicode/utf16.h>
#include <unicode/utf8.h>
#include <unordered_set>

namespace heed::names {
namespace {

/// Windows-1252 where it differs from Latin-1 in a letter; the rest are signs.
char32_t from_windows(unsigned char byte)
{
    switch (byte) {
    case 0x8A: return U'Š';
    case 0x8C: return U'Œ';
    case 0x8E: return U'Ž';
    case 0x91:
    case 0x92: return U'’';
    case 0x9A: return U'š';
    case 0x9C: return U'œ';
    case 0x9E: return U'ž';
    case 0x9F: return U'Ÿ';
    default: return byte;
    }
}

char32_t next_letter(std::string_view text, std::int32_t& at)
{
    const auto start = at;
    UChar32 letter = 0;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int32_t>(text.size());
    U8_NEXT(bytes, at, length, letter); // NOLINT(bugprone-inc-dec-in-conditions)
    if (letter >= 0) return static_cast<char32_t>(letter);
    at = start + 1;
    return from_windows(bytes[start]);
}

bool is_apostrophe(char32_t letter)
{
    switch (letter) {
    case U'\'':
    case U'`':
    case U'´':
    case U'ʹ':
    case U'ʻ':
    case U'ʼ':
    case U'ʾ':
    case U'ʿ':
    case U'‘':
    case U'’':
    case U'‛':
    case U'′': return true;
    default: return false;
    }
}

/// What each letter of Latin-1 and Latin Extended-A and -B becomes, so that most names never meet
/// the transliterator, which takes microseconds.
class LatinLetters {
public:
    LatinLetters()
    {
        for (char32_t letter = first; letter < last; ++letter) {
            plain_[letter - first] =
                transliterated(std::u16string(1, static_cast<char16_t>(letter)));
        }
        plain_[U'ə' - first < plain_.size() ? U'ə' - first : 0] = "a";
    }
    std::optional<std::string_view> plain(char32_t letter) const
    {
        if (letter < first || letter >= last) return std::nullopt;
        return plain_[letter - first];
    }

private:
    static constexpr char32_t first = 0xA0;
    static constexpr char32_t last = 0x250;
    std::array<std::string, last - first> plain_;
};

class Writer {
public:
    void add(std::string_view plain)
    {
        for (const char letter : plain) add(letter);
    }
    void add(char letter)
    {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
        const bool word = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (word) {
            if (gap_ && !out_.empty()) out_ += ' ';
            gap_ = false;
            out_ += letter;
        } else if (letter != '\'') {
            gap_ = true;
        }
    }
    std::string done() { return std::move(out_); }

private:
    std::string out_;
    bool gap_ = false;
};

bool joins_forward(std::string_view word)
{
    static const std::unordered_set<std::string_view> particles{
        "o",   "mc",  "mac", "al",  "el",    "ul", "ud",  "ur", "us", "uz", "ad",   "as",
        "ar",  "an",  "at",  "ash", "abd",   "de", "da",  "di", "du", "le", "la",   "van",
        "von", "der", "den", "st",  "saint", "ni", "nic", "ui", "ap", "ab", "fitz", "dos"};
    return particles.contains(word);
}

} // namespace

std::string folded(std::string_view text)
{
    static const LatinLetters latin;
    Writer out;
    std::u16string other;
    const auto write_other = [&] {
        if (other.empty()) return;
        out.add(in_latin_letters(other));
        other.clear();
    };
    for (std::int32_t at = 0; at < static_cast<std::int32_t>(text.size());) {
        const char32_t letter = next_letter(text, at);
        if (letter < 0x80 || is_apostrophe(letter)) {
            write_other();
            out.add(letter < 0x80 ? static_cast<char>(letter == U'`' ? U'\'' : letter) : '\'');
        } else if (const auto plain = latin.plain(letter)) {
            write_other();
            out.add(*plain);
        } else {
            // Whole runs, as what an Arabic or Greek letter becomes depends on its neighbours, and
            // so does a mark of its own after a Latin letter: it adds nothing.
            if (letter > 0xFFFF) other += static_cast<char16_t>(U16_LEAD(letter));
            other += static_cast<char16_t>(letter > 0xFFFF ? U16_TRAIL(letter) : letter);
        }
    }
    write_other();
    return out.done();
}

std::vector<std::string> words_of(std::string_view name)
{
    const std::string plain = folded(name);
    std::vector<std::string> words;
    std::string held;
    for (std::size_t at = 0; at < plain.size();) {
        const auto end = std::min(plain.find(' ', at), plain.size());
        const std::string_view word{plain.data() + at, end - at};
        at = end + 1;
        const bool more = at < plain.size();
        // A lone first letter is an initial: only a later "o" belongs to "O Brien".
        const bool initial = word.size() == 1 && words.empty() && held.empty() && word != "o";
        if (more && !initial && joins_forward(word) && held.size() < 8) {
            held += word;
            continue;
        }
        words.push_back(held + std::string{word});
        held.clear();
    }
    if (!held.empty()) words.push_back(held);
    return words;
}

std::string_view without_particle(std::string_view word)
{
    for (const std::string_view particle :
         {"abdul", "abdal", "abd", "ash", "van", "von", "fitz", "al", "el", "ul",
          "ud",    "ur",    "as",  "ar",  "an",  "de",  "da",   "di", "la", "le"}) {
        if (word.size() >= particle.size() + 4 && word.starts_with(particle))
            return word.substr(particle.size());
    }
    return {};
}

std::string capitalised(std::string_view word)
{
    std::string out{word};
    if (!out.empty() && out[0] >= 'a' && out[0] <= 'z')
        out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out;
}

bool is_placeholder(std::string_view word)
{
    static const std::unordered_set<std::string_view> placeholders = [] {
        std::unordered_set<std::string_view> all;
        for_each_line("placeholders.txt", [&](std::string_view line) { all.insert(line); });
        return all;
    }();
    return placeholders.contains(word);
}

} // namespace heed::names
