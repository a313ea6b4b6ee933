#pragma once

#include <span>
#include <string_view>

namespace heed::names {

/// What people do to a name between meaning and writing it, as chances (two are numbers to divide
/// by). The values, with where they come from, are in data/names/chances.toml.
struct Chances {
    float writes_it_right = 0;
    float writes_another_spelling = 0;
    float says_the_short_form = 0;
    float says_the_full_form = 0;
    float says_it_in_another_language = 0;
    float slips_once = 0;
    float slips_twice = 0;
    float letters_to_choose = 0;
    float writes_what_it_sounds = 0;
    float ways_to_write_a_sound = 0;
    float says_the_beginning = 0;
    float scans_it_otherwise = 0;
    float leaves_off_the_prefix = 0;
};

struct NamedChance {
    std::string_view name;
    float Chances::* value;
};
std::span<const NamedChance> chance_table();

/// Those in use: the ones inside the binary, until others are chosen (which is not done while words
/// are compared; what lexicons remember of earlier comparisons is forgotten).
const Chances& chances();
void use_chances(const Chances& chosen);
/// Goes up by one with every use_chances.
unsigned chances_chosen();

} // namespace heed::names
