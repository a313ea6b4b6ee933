#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace heed::names {

/// How a folded word sounds, for English ears: letters that are heard alike are written alike and
/// vowels only said to be there, so Tansley, Tansly and Tanzlee are one. Never empty for a word
/// with a letter.
std::string sound_of(std::string_view word);

/// The consonants of the sound alone: vowels come and go between scripts, so Hussain, Hossein and
/// Husayn are one. Words that begin with a vowel keep saying so.
std::string skeleton_of(std::string_view sound);

/// The two as hashes.
struct Heard {
    Heard() = default;
    Heard(std::string_view sound, std::string_view skeleton);

    std::uint32_t sound = 0;
    std::uint32_t skeleton = 0;
};

} // namespace heed::names
