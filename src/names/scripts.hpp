#pragma once

#include <string>
#include <string_view>

namespace heed::names {

/// Plain Latin letters by ICU's rules, letter by letter.
std::string transliterated(std::u16string_view text);

/// A word in letters that are not Latin, as people who bear it write it in England: by
/// data/names/own-letters.txt where the word stands there; Russian and other Cyrillic letters as
/// passports do; else by ICU's rules, without the vowel that Indian scripts only imply at the end.
std::string in_latin_letters(std::u16string_view word);

/// Reads the rules of the scripts that names are written in, which takes a tenth of a second:
/// whoever first asks for somebody in one of them then does not wait for it.
void read_scripts();

} // namespace heed::names
