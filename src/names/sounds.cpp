#include "names/sounds.hpp"

#include "filing/chains.hpp"

#include <array>

namespace heed::names {
namespace {

struct Spelling {
    std::string_view written;
    std::string_view heard;
};

// At the start of a word, longest first. A is any vowel.
constexpr std::array<Spelling, 22> beginnings{
    {{"sch", "X"}, {"kn", "n"}, {"gn", "n"}, {"pn", "n"},  {"wr", "r"},   {"ps", "s"},
     {"wh", "v"},  {"ts", "s"}, {"rh", "r"}, {"mc", "mk"}, {"mac", "mk"}, {"cz", "X"},
     {"dz", "s"},  {"nk", "k"}, {"ng", "n"}, {"mb", "b"},  {"gb", "b"},   {"kp", "p"},
     {"eu", "iA"}, {"hs", "s"}, {"x", "s"},  {"pf", "f"}}};

// Anywhere, longest first.
constexpr std::array<Spelling, 38> insides{
    {{"tsch", "X"}, {"szcz", "X"}, {"augh", "Af"}, {"ough", "A"}, {"eigh", "A"}, {"igh", "A"},
     {"sch", "X"},  {"tch", "X"},  {"dge", "j"},   {"chr", "kr"}, {"cia", "XA"}, {"tio", "XA"},
     {"ph", "f"},   {"gh", "g"},   {"ck", "k"},    {"ch", "X"},   {"cz", "X"},   {"sh", "X"},
     {"sz", "X"},   {"zh", "j"},   {"rz", "j"},    {"dj", "j"},   {"th", "t"},   {"dh", "d"},
     {"bh", "b"},   {"kh", "k"},   {"qu", "kv"},   {"cq", "k"},   {"wr", "r"},   {"ce", "sA"},
     {"ci", "sA"},  {"cy", "sA"},  {"ge", "jA"},   {"gi", "jA"},  {"gy", "jA"},  {"mb", "mb"},
     {"sc", "sk"},  {"ee", "A"}}};

/// The sound of one letter by itself.
char heard(char letter)
{
    switch (letter) {
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
    case 'y': return 'A';
    case 'c':
    case 'q': return 'k';
    case 'z': return 's';
    case 'w': return 'v';
    case 'h': return '\0';
    default: return letter;
    }
}

void say(std::string& out, char sound)
{
    if (sound == '\0' || (!out.empty() && out.back() == sound)) return;
    out += sound;
}

template <std::size_t N>
const Spelling* begins_with(const std::array<Spelling, N>& table, std::string_view rest)
{
    for (const Spelling& spelling : table) {
        if (rest.starts_with(spelling.written)) return &spelling;
    }
    return nullptr;
}

} // namespace

std::string sound_of(std::string_view word)
{
    std::string out;
    std::size_t at = 0;
    if (const Spelling* first = begins_with(beginnings, word)) {
        out = first->heard;
        at = first->written.size();
    } else if (word.starts_with('h')) {
        out = "h";
        at = 1;
    } else if (word.size() > 1 && word[0] == 'y' && heard(word[1]) == 'A') {
        out = "j"; // Yusuf and Jusuf, Yasmin and Jasmin
        at = 1;
    }
    while (at < word.size()) {
        const std::string_view rest = word.substr(at);
        if (const Spelling* spelling = begins_with(insides, rest)) {
            for (const char sound : spelling->heard) say(out, sound);
            at += spelling->written.size();
        } else if (rest.starts_with('x')) {
            say(out, 'k');
            say(out, 's');
            ++at;
        } else if (rest == "e" && !out.empty()) {
            break; // mute: Anne and Ann, Clarke and Clark
        } else if (rest[0] == 'w' && out.ends_with('A') &&
                   (rest.size() == 1 || heard(rest[1]) != 'A')) {
            ++at; // part of the vowel: Chowdhury and Choudhury, Dawson and Dauson
        } else {
            say(out, heard(rest[0]));
            ++at;
        }
    }
    return out.empty() ? std::string{word} : out;
}

std::string skeleton_of(std::string_view sound)
{
    std::string out;
    for (std::size_t at = 0; at < sound.size(); ++at) {
        if (sound[at] == 'A' && at > 0) continue;
        say(out, sound[at]);
    }
    return out;
}

Heard::Heard(std::string_view sound, std::string_view skeleton)
    : sound{static_cast<std::uint32_t>(filing::key_of(sound))},
      skeleton{static_cast<std::uint32_t>(filing::key_of(skeleton))}
{
}

} // namespace heed::names
