#include "names/chances.hpp"

#include "core/ensure.hpp"
#include "names/data.hpp"

#include <algorithm>
#include <array>
#include <atomic>

namespace heed::names {
namespace {

constexpr std::array<NamedChance, 13> table{
    {{"writes_it_right", &Chances::writes_it_right},
     {"writes_another_spelling", &Chances::writes_another_spelling},
     {"says_the_short_form", &Chances::says_the_short_form},
     {"says_the_full_form", &Chances::says_the_full_form},
     {"says_it_in_another_language", &Chances::says_it_in_another_language},
     {"slips_once", &Chances::slips_once},
     {"slips_twice", &Chances::slips_twice},
     {"letters_to_choose", &Chances::letters_to_choose},
     {"writes_what_it_sounds", &Chances::writes_what_it_sounds},
     {"ways_to_write_a_sound", &Chances::ways_to_write_a_sound},
     {"says_the_beginning", &Chances::says_the_beginning},
     {"scans_it_otherwise", &Chances::scans_it_otherwise},
     {"leaves_off_the_prefix", &Chances::leaves_off_the_prefix}}};
static_assert(table.size() * sizeof(float) == sizeof(Chances), "every chance has a name");

std::atomic<unsigned> chosen_times = 0;

Chances& in_use()
{
    static Chances held = [] {
        Chances read;
        std::size_t count = 0;
        for (const Value& value : values_in(whole_file("chances.toml"))) {
            const auto named = std::ranges::find(table, value.key, &NamedChance::name);
            if (value.section != "chances" || named == table.end() || !value.number) continue;
            read.*named->value = *value.number;
            ++count;
        }
        ensure(count == table.size(), "the chances inside the binary cannot be read");
        return read;
    }();
    return held;
}

} // namespace

std::span<const NamedChance> chance_table() { return table; }
const Chances& chances() { return in_use(); }

void use_chances(const Chances& chosen)
{
    in_use() = chosen;
    ++chosen_times;
}

unsigned chances_chosen() { return chosen_times; }

} // namespace heed::names
