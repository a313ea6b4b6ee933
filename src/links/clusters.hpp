#pragma once

#include "core/outcome.hpp"
#include "links/decision.hpp"

#include <map>
#include <set>
#include <span>
#include <vector>

namespace heed::links {

/// What stands after some decisions, worked out from them alone. A decision stands unless a
/// decision that stands undid it; the records that standing joins connect are one child. So a
/// record whose joins were all undone, in whatever order, is as if it had never been joined.
class Standing {
public:
    /// `decisions` in the order in which they were made.
    static Standing of(std::span<const Decision> decisions);

    /// The record itself and all that are the same child, in order of id.
    std::vector<RecordId> same_child(const RecordId& record) const;
    bool are_joined(const Pair& pair) const;

    bool stands(const DecisionId& decision) const { return standing_.contains(decision); }
    /// The decisions that stand about exactly this pair, undoings left out.
    std::vector<Decision> about(const Pair& pair) const;
    /// The joins by which the two are one child, in order from the first to the second; none when
    /// they are not. It is what a page says to explain itself.
    std::vector<Decision> because(const Pair& pair) const;
    /// The decision that some record of the one's child and some of the other's are two children.
    const Decision* kept_apart_by(const Pair& pair) const;
    /// A request that they are joined, which waits for somebody else. Null when there is none.
    const Decision* waiting(const Pair& pair) const;
    const Decision* find(const DecisionId& id) const;
    const std::vector<Decision>& decisions() const { return decisions_; }

    /// Two records that a standing decision keeps apart and standing joins connect. Judging never
    /// lets it come to this.
    std::vector<Pair> contradictions() const;

private:
    std::vector<Decision> decisions_;
    std::set<DecisionId> standing_;
    std::map<RecordId, RecordId> root_;
    const RecordId& root_of(const RecordId& record) const;
};

/// The two as a pair. Refuses `same_record`, and `needed` when one is none.
Outcome<Pair> two_records(const RecordId& left, const RecordId& right);

/// Who decides, and why.
struct Deciding {
    std::string by; ///< user id
    std::string reason;
};

/// What a join comes to: it stands at once, or it waits for another person; and which request it
/// confirms.
struct Joining {
    Verdict verdict = Verdict::same;
    std::optional<DecisionId> confirms = {};
};

/// May the two be joined? `both_have_plans`: each side's child has or had a plan, so that a join
/// needs a second person. Refuses `say_why_decided`, `joined_already`, `not_the_same_child`,
/// `another_must_confirm` (the one who asked cannot confirm).
Outcome<Joining> judge_join(const Standing& standing, const Pair& pair, const Deciding& deciding,
                            bool both_have_plans);

/// May they be found to be two children? False when that stands already: nothing is to be written.
/// Refuses `joined_already`.
Outcome<bool> judge_split(const Standing& standing, const Pair& pair);

/// May that decision be undone? Refuses `say_why_decided`, `not_found`, `undone_already`, and, when
/// undoing an undoing would bring a contradiction back, `not_the_same_child` or `joined_already`.
Outcome<void> judge_undo(const Standing& standing, const DecisionId& decision,
                         const Deciding& deciding);

} // namespace heed::links
