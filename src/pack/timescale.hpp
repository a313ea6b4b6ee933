#pragma once

#include "core/codes.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace heed::pack {

// Each closed list below has its codes, which packs and programs write: core/codes.hpp.
using heed::code;
using heed::codes;
using heed::from_code;

/// What has a time limit. Initial and core assessments belong to the editions before 2013, the
/// single assessment to those after; a pack has one kind or the other.
enum class Rule {
    referral_decision,
    initial_assessment,
    core_assessment,
    single_assessment,
    icpc, ///< initial child protection conference
    transfer_in,
    core_group_first,
    core_group_next,
    review_first,
    review_next,
    visit,
};
} // namespace heed::pack

template <>
inline constexpr std::array<std::string_view, 11> heed::codes<heed::pack::Rule>{
    "referral_decision",
    "initial_assessment",
    "core_assessment",
    "single_assessment",
    "icpc",
    "transfer_in",
    "core_group_first",
    "core_group_next",
    "review_first",
    "review_next",
    "visit"};

namespace heed::pack {

/// What is counted. Working days are Monday to Friday less bank holidays; months clip to the
/// month's end.
enum class Unit { working_day, week, month };
} // namespace heed::pack

template <>
inline constexpr std::array<std::string_view, 3> heed::codes<heed::pack::Unit>{"working_day",
                                                                               "week", "month"};

namespace heed::pack {

/// The event whose day is day 0. Editions differ: 2006 counted the conference from the last
/// strategy discussion, later ones from the one that began the section 47 enquiries.
enum class Anchor {
    referral_received,
    core_started,
    strategy_last,
    strategy_began_s47,
    transfer_notified_in_writing,
    icpc_held,
    core_group_held,
    review_held,
    visit_child_seen,
};
} // namespace heed::pack

template <>
inline constexpr std::array<std::string_view, 9> heed::codes<heed::pack::Anchor>{
    "referral_received",
    "core_started",
    "strategy_last",
    "strategy_began_s47",
    "transfer_notified_in_writing",
    "icpc_held",
    "core_group_held",
    "review_held",
    "visit_child_seen"};

namespace heed::pack {

/// How sure we are that a document says so.
enum class Certainty {
    quoted,     ///< its words were read in that document
    pointed_at, ///< another document, which was read, says that it stands there
    unchecked,  ///< from memory, or our own choice: never shown as authority
};
} // namespace heed::pack

template <>
inline constexpr std::array<std::string_view, 3> heed::codes<heed::pack::Certainty>{
    "quoted", "pointed_at", "unchecked"};

namespace heed::pack {

/// Where a figure or a word comes from. There is no place for a paragraph number: none has been
/// checked against the document.
struct Authority {
    std::string document; ///< its title in full, with its year
    std::string heading;  ///< the heading in it
    Certainty certainty = Certainty::unchecked;
    std::string read_in; ///< pointed_at: the document that was read; else empty

    bool operator==(const Authority&) const = default;
};

/// "Working Together to Safeguard Children (2006), Core group (read in: the Norfolk procedures)".
/// An unchecked one says first that it is not checked.
std::string in_words(const Authority& authority);

/// One time limit: so many units from the anchor, and who says so.
struct Timescale {
    Rule rule;
    int n; ///< at least 1
    Unit unit;
    Anchor anchor;
    Authority authority;

    bool operator==(const Timescale&) const = default;
};

} // namespace heed::pack
