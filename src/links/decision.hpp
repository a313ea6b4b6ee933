#pragma once

#include "core/codes.hpp"
#include "core/id.hpp"
#include "core/moment.hpp"

#include <optional>
#include <string>

namespace heed::links {

/// Names one record: a child's id, or one that the children's index gave.
using RecordId = std::string;
using DecisionId = Id<struct LinkDecisionKind>;

/// Two records, in the order of their ids: the same pair whichever was named first.
struct Pair {
    RecordId one, other;

    /// Nothing when both are the same record, or one is none.
    static std::optional<Pair> of(const RecordId& left, const RecordId& right);
    auto operator<=>(const Pair&) const = default;
};

enum class Verdict {
    same,       ///< the two are records of one child
    not_same,   ///< they are two children: never proposed again
    asked_same, ///< somebody found them to be one, and another must confirm it
    undone,     ///< an earlier decision no longer stands
};

/// What somebody decided about two records. Never edited.
struct Decision {
    DecisionId id;
    Verdict verdict = Verdict::same;
    Pair pair;
    std::optional<DecisionId> about = {}; ///< what is undone, or the request that is confirmed
    std::string reason;                   ///< empty only for not_same
    std::string by;                       ///< user id
    Moment at = {};
    std::int64_t turn = 0; ///< decisions are made one after another; this one's place
};

} // namespace heed::links

namespace heed {
template <>
inline constexpr std::array<std::string_view, 4> codes<links::Verdict>{"same", "not_same",
                                                                       "asked_same", "undone"};
} // namespace heed
