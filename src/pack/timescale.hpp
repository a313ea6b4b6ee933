#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace heed::pack {

/// Each closed list below has its codes, in the order of its enumerators: what packs and programs
/// write. `code(Rule::icpc)` is "icpc"; `from_code<Rule>("icpc")` is Rule::icpc, or nothing.
template <class E> inline constexpr std::array<std::string_view, 0> codes{};

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
template <>
inline constexpr std::array<std::string_view, 11> codes<Rule>{"referral_decision",
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

/// What is counted. Working days are Monday to Friday less bank holidays; months clip to the
/// month's end.
enum class Unit { working_day, week, month };
template <>
inline constexpr std::array<std::string_view, 3> codes<Unit>{"working_day", "week", "month"};

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
template <>
inline constexpr std::array<std::string_view, 9> codes<Anchor>{"referral_received",
                                                               "core_started",
                                                               "strategy_last",
                                                               "strategy_began_s47",
                                                               "transfer_notified_in_writing",
                                                               "icpc_held",
                                                               "core_group_held",
                                                               "review_held",
                                                               "visit_child_seen"};

/// How sure we are that a document says so.
enum class Certainty {
    quoted,     ///< its words were read in that document
    pointed_at, ///< another document, which was read, says that it stands there
    unchecked,  ///< from memory, or our own choice: never shown as authority
};
template <>
inline constexpr std::array<std::string_view, 3> codes<Certainty>{"quoted", "pointed_at",
                                                                  "unchecked"};

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

template <class E> constexpr std::string_view code(E value)
{
    static_assert(!codes<E>.empty(), "a list without codes");
    return codes<E>.at(static_cast<std::size_t>(value));
}

template <class E> constexpr std::optional<E> from_code(std::string_view text)
{
    for (std::size_t i = 0; i < codes<E>.size(); ++i)
        if (codes<E>[i] == text) return static_cast<E>(i);
    return std::nullopt;
}

} // namespace heed::pack
