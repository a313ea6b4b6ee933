#include "links/clusters.hpp"

#include <algorithm>
#include <deque>
#include <ranges>

namespace heed::links {

std::optional<Pair> Pair::of(const RecordId& left, const RecordId& right)
{
    if (left.empty() || right.empty() || left == right) return std::nullopt;
    return left < right ? Pair{left, right} : Pair{right, left};
}

Standing Standing::of(std::span<const Decision> decisions)
{
    Standing standing;
    standing.decisions_.assign(decisions.begin(), decisions.end());
    // From the last to the first: whatever could undo a decision was made after it.
    std::set<DecisionId> undone;
    for (const Decision& decision : decisions | std::views::reverse) {
        if (undone.contains(decision.id)) continue;
        standing.standing_.insert(decision.id);
        if (decision.verdict == Verdict::undone) undone.insert(*decision.about);
    }
    for (const Decision& decision : decisions) {
        if (decision.verdict != Verdict::same || !standing.stands(decision.id)) continue;
        const RecordId one = standing.root_of(decision.pair.one);
        const RecordId other = standing.root_of(decision.pair.other);
        standing.root_.try_emplace(decision.pair.one, one);
        standing.root_.try_emplace(decision.pair.other, other);
        for (auto& [record, root] : standing.root_)
            if (root == one || root == other) root = std::min(one, other);
    }
    return standing;
}

const RecordId& Standing::root_of(const RecordId& record) const
{
    const auto found = root_.find(record);
    return found == root_.end() ? record : found->second;
}

std::vector<RecordId> Standing::same_child(const RecordId& record) const
{
    const auto own = root_.find(record);
    if (own == root_.end()) return {record};
    std::vector<RecordId> all;
    for (const auto& [other, root] : root_)
        if (root == own->second) all.push_back(other);
    return all;
}

bool Standing::are_joined(const Pair& pair) const
{
    return root_of(pair.one) == root_of(pair.other);
}

std::vector<Decision> Standing::about(const Pair& pair) const
{
    std::vector<Decision> found;
    for (const Decision& decision : decisions_)
        if (decision.pair == pair && decision.verdict != Verdict::undone && stands(decision.id))
            found.push_back(decision);
    return found;
}

std::vector<Decision> Standing::because(const Pair& pair) const
{
    // Breadth first, so that the shortest chain of joins is told.
    std::map<RecordId, const Decision*> came_by{{pair.one, nullptr}};
    std::deque<RecordId> next{pair.one};
    while (!next.empty() && !came_by.contains(pair.other)) {
        const RecordId at = next.front();
        next.pop_front();
        for (const Decision& decision : decisions_) {
            if (decision.verdict != Verdict::same || !stands(decision.id)) continue;
            if (decision.pair.one != at && decision.pair.other != at) continue;
            const RecordId& to = decision.pair.one == at ? decision.pair.other : decision.pair.one;
            if (came_by.try_emplace(to, &decision).second) next.push_back(to);
        }
    }
    std::vector<Decision> chain;
    if (!came_by.contains(pair.other)) return chain;
    for (RecordId at = pair.other; at != pair.one;) {
        const Decision& step = *came_by.at(at);
        chain.push_back(step);
        at = step.pair.one == at ? step.pair.other : step.pair.one;
    }
    std::ranges::reverse(chain);
    return chain;
}

const Decision* Standing::kept_apart_by(const Pair& pair) const
{
    const RecordId &one = root_of(pair.one), &other = root_of(pair.other);
    for (const Decision& decision : decisions_) {
        if (decision.verdict != Verdict::not_same || !stands(decision.id)) continue;
        const RecordId &left = root_of(decision.pair.one), &right = root_of(decision.pair.other);
        if ((left == one && right == other) || (left == other && right == one)) return &decision;
    }
    return nullptr;
}

const Decision* Standing::waiting(const Pair& pair) const
{
    const Decision* found = nullptr;
    for (const Decision& decision : decisions_) {
        if (decision.pair != pair || !stands(decision.id)) continue;
        if (decision.verdict == Verdict::asked_same) found = &decision;
    }
    // A request is used up by the join that confirmed it, also when that was undone since.
    if (found != nullptr && std::ranges::any_of(decisions_, [&](const Decision& decision) {
            return decision.verdict == Verdict::same && decision.about == found->id;
        }))
        return nullptr;
    return found;
}

const Decision* Standing::find(const DecisionId& id) const
{
    const auto found = std::ranges::find(decisions_, id, &Decision::id);
    return found == decisions_.end() ? nullptr : &*found;
}

std::vector<Pair> Standing::contradictions() const
{
    std::vector<Pair> found;
    for (const Decision& decision : decisions_)
        if (decision.verdict == Verdict::not_same && stands(decision.id) &&
            are_joined(decision.pair))
            found.push_back(decision.pair);
    return found;
}

Outcome<Pair> two_records(const RecordId& left, const RecordId& right)
{
    if (left.empty() || right.empty()) return refuse(RefusalCode::needed, "other");
    const auto pair = Pair::of(left, right);
    if (!pair) return refuse(RefusalCode::same_record, "other");
    return *pair;
}

Outcome<Joining> judge_join(const Standing& standing, const Pair& pair, const Deciding& deciding,
                            bool both_have_plans)
{
    if (deciding.reason.empty()) return refuse(RefusalCode::say_why_decided, "reason");
    if (standing.are_joined(pair)) return refuse(RefusalCode::joined_already);
    if (standing.kept_apart_by(pair) != nullptr) return refuse(RefusalCode::not_the_same_child);
    const Decision* asked = standing.waiting(pair);
    if (asked != nullptr && asked->by == deciding.by)
        return refuse(RefusalCode::another_must_confirm);
    if (asked != nullptr) return Joining{Verdict::same, asked->id};
    return Joining{both_have_plans ? Verdict::asked_same : Verdict::same};
}

Outcome<bool> judge_split(const Standing& standing, const Pair& pair)
{
    if (standing.are_joined(pair)) return refuse(RefusalCode::joined_already);
    return std::ranges::none_of(standing.about(pair), [](const Decision& decision) {
        return decision.verdict == Verdict::not_same;
    });
}

Outcome<void> judge_undo(const Standing& standing, const DecisionId& decision,
                         const Deciding& deciding)
{
    if (deciding.reason.empty()) return refuse(RefusalCode::say_why_decided, "reason");
    const Decision* undone = standing.find(decision);
    if (undone == nullptr) return refuse(RefusalCode::not_found);
    if (!standing.stands(decision)) return refuse(RefusalCode::undone_already);
    if (undone->verdict != Verdict::undone) return {};
    // What was undone comes back: it must not contradict what was decided since.
    std::vector<Decision> would = standing.decisions();
    Decision again = *undone;
    again.about = undone->id;
    again.id = *DecisionId::from("ffffffff-ffff-4fff-bfff-ffffffffffff");
    would.push_back(again);
    if (Standing::of(would).contradictions().empty()) return {};
    return refuse(standing.kept_apart_by(undone->pair) != nullptr ? RefusalCode::not_the_same_child
                                                                  : RefusalCode::joined_already);
}

} // namespace heed::links
