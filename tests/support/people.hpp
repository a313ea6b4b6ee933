#pragma once

#include "matching/person.hpp"
#include "support/people_names.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// People made by rule: the same for a seed, however many are made, in whatever order and by
/// however many threads. Names of eighteen communities of England with heads that are common and
/// long tails; households with brothers, sisters and twins; carers, aliases, moves, estimated and
/// expected births. Nobody is real. No table of the matching rooms is used.
namespace heed::support {

using matching::Person;

/// The day on which everybody is as old as they are.
constexpr Day people_today{std::chrono::days{20'779}}; // 22 November 2026

struct MadePerson {
    Person person;
    std::size_t community = 0;
    std::uint64_t household = 0;
    std::uint64_t town = 0;
    bool twin = false;
    /// What the asker may know and the index may not: the day of birth even if only the year is
    /// held, and the names with their marks even if they are held without.
    Day born{};
    std::string forename;
    std::string surname;
};

/// The child of a number. Its id is "c" and the number.
MadePerson made_person(std::uint64_t seed, std::uint64_t number);

/// A further brother or sister of the child, who is in no index.
MadePerson held_out_sibling(std::uint64_t seed, std::uint64_t number);

/// The number of a twin of the child.
std::optional<std::uint64_t> twin_of(std::uint64_t seed, std::uint64_t number);

/// The name without accents and the like: what many registers hold.
std::string without_marks(std::string_view name);

} // namespace heed::support
