#include "links/links_store.hpp"

#include "child/child_store.hpp"

#include <algorithm>
#include <bit>

namespace heed::links {

namespace {

Decision decision_from(const store::Row& row)
{
    const auto verdict = from_code<Verdict>(row.text("verdict"));
    ensure(verdict.has_value(), "a decision that there is not");
    return {.id = row.id<DecisionId>("id"),
            .verdict = *verdict,
            .pair = {row.text("one"), row.text("other")},
            .about = row.maybe_id<DecisionId>("about"),
            .reason = row.text("reason"),
            .by = row.text("decided_by"),
            .at = row.moment("decided_at"),
            .turn = row.integer("seq")};
}

/// `$1, $2 …`
std::string places(std::size_t count)
{
    std::string text;
    for (std::size_t i = 1; i <= count; ++i) text += (i > 1 ? ", $" : "$") + std::to_string(i);
    return text;
}

const std::string columns = "id, verdict, one, other, about, reason, decided_by, decided_at, seq";

/// Everybody's turn: who decides next waits until this one is committed, and sees it.
std::int64_t take_turn(store::Transaction& records)
{
    return records
        .row("UPDATE link_head SET decisions = decisions + 1 WHERE id = 1 RETURNING decisions")
        ->integer("decisions");
}

void write(store::Transaction& records, const Decision& decision)
{
    records.change("link_decision", R"sql(
        INSERT INTO link_decision
               (id, verdict, one, other, about, reason, decided_by, decided_at, seq)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql",
                   decision.id, code(decision.verdict), decision.pair.one, decision.pair.other,
                   decision.about, decision.reason, decision.by, decision.at, decision.turn);
}

/// What readers read, after a decision: whoever's child it changed gets their new cluster.
void settle_clusters(store::Transaction& records, const Standing& before, const Decision& decision)
{
    std::vector<Decision> all = before.decisions();
    all.push_back(decision);
    const Standing after = Standing::of(all);
    std::set<RecordId> concerned;
    for (const Decision& one : all) concerned.insert({one.pair.one, one.pair.other});
    const std::vector<RecordId> all_concerned{concerned.begin(), concerned.end()};
    const Clusters held = clusters_of(records, all_concerned);
    for (const RecordId& record : concerned) {
        const auto child = after.same_child(record);
        const bool never_joined = child.size() == 1 && !held.has(record);
        if (never_joined || (held.has(record) && held.of(record) == child.front())) continue;
        records.change("link_member", R"sql(
            INSERT INTO link_member (id, cluster) VALUES ($1, $2)
            ON CONFLICT (id) DO UPDATE SET cluster = excluded.cluster)sql",
                       record, child.front());
    }
    // A shield of one is a shield of the other: the index of people must hear of it.
    for (const RecordId& record : concerned) child::touched(records, record);
}

void settle(store::Transaction& records, const Standing& before, const Decision& decision)
{
    write(records, decision);
    settle_clusters(records, before, decision);
    // Whoever decided about a pair has looked at it. Undone, it waits to be looked at again, but
    // not when it is kept apart: that was said for good until it is unsaid.
    const bool open = decision.verdict == Verdict::asked_same ||
                      (decision.verdict == Verdict::undone &&
                       before.find(*decision.about)->verdict != Verdict::undone);
    records.execute("UPDATE link_possible SET state = $3 WHERE one = $1 AND other = $2",
                    decision.pair.one, decision.pair.other, open ? "waiting" : "decided");
}

/// A decision at its turn; what it says is filled in once it is judged.
Decision fresh(store::Transaction& records, const office::Stamp& stamp, const Pair& pair,
               const Deciding& deciding)
{
    return {.id = stamp.fresh<DecisionId>(),
            .pair = pair,
            .reason = deciding.reason,
            .by = deciding.by,
            .at = stamp.now,
            .turn = take_turn(records)};
}

} // namespace

std::vector<RecordId> same_child(store::Records& records, const RecordId& record)
{
    std::vector<RecordId> all;
    records.each(R"sql(
        SELECT id FROM link_member
         WHERE cluster = (SELECT cluster FROM link_member WHERE id = $1) ORDER BY id)sql",
                 {store::to_value(record)},
                 [&](const store::Row& row) { all.push_back(row.text("id")); });
    if (all.empty()) all.push_back(record);
    return all;
}

std::vector<child::ChildId> same_child(store::Records& records, const child::ChildId& child)
{
    std::vector<child::ChildId> all{child};
    for (const RecordId& record : same_child(records, child.text()))
        if (auto other = child::ChildId::from(record); other && *other != child)
            if (child::exists(records, *other)) all.push_back(*std::move(other));
    return all;
}

std::vector<ledger::Entry> entries_about(store::Records& records, const child::ChildId& child,
                                         int limit)
{
    std::map<std::int64_t, ledger::Entry, std::greater<>> entries;
    for (const RecordId& record : same_child(records, child.text()))
        for (auto& entry : ledger::about(records, record, limit))
            entries.try_emplace(entry.seq, std::move(entry));
    std::vector<ledger::Entry> newest;
    for (auto& [seq, entry] : entries)
        if (std::ssize(newest) < limit) newest.push_back(std::move(entry));
    return newest;
}

const RecordId& Clusters::of(const RecordId& record) const
{
    const auto found = cluster_of_.find(record);
    return found == cluster_of_.end() ? record : found->second;
}

Clusters clusters_of(store::Records& records, std::span<const RecordId> ids)
{
    if (ids.empty()) return {};
    std::vector<store::Value> values;
    for (const RecordId& id : ids) values.push_back(store::to_value(id));
    // Up to a power of two: the statement then has few forms, and each of them stays prepared.
    values.resize(std::bit_ceil(values.size()), values.back());
    std::map<RecordId, RecordId> cluster_of;
    records.each(
        "SELECT id, cluster FROM link_member WHERE id IN (" + places(values.size()) + ")", values,
        [&](const store::Row& row) { cluster_of.emplace(row.text("id"), row.text("cluster")); });
    return Clusters{std::move(cluster_of)};
}

Clusters clusters_of(store::Records& records, std::span<const RecordId> ids,
                     const office::AsOf& as_of)
{
    Clusters now = clusters_of(records, ids);
    if (!as_of.known_at || now.empty()) return now;
    // Whoever was ever joined has a row: nobody else can have been joined then.
    std::map<RecordId, RecordId> then;
    for (const RecordId& id : ids) {
        if (!now.has(id)) continue;
        std::vector<Decision> decisions = standing_of(records, std::span{&id, 1}).decisions();
        std::erase_if(decisions,
                      [&](const Decision& decision) { return decision.at > *as_of.known_at; });
        then.emplace(id, Standing::of(decisions).same_child(id).front());
    }
    return Clusters{std::move(then)};
}

Standing standing_of(store::Records& records, std::span<const RecordId> ids)
{
    std::map<DecisionId, Decision> decisions;
    std::set<RecordId> seen{ids.begin(), ids.end()};
    std::vector<RecordId> next{seen.begin(), seen.end()};
    while (!next.empty()) {
        const RecordId record = next.back();
        next.pop_back();
        for (const auto& row :
             records.rows("SELECT " + columns + " FROM link_decision WHERE one = $1 OR other = $1",
                          record)) {
            Decision decision = decision_from(row);
            for (const RecordId& end : {decision.pair.one, decision.pair.other})
                if (seen.insert(end).second) next.push_back(end);
            decisions.emplace(decision.id, std::move(decision));
        }
    }
    std::vector<Decision> in_order;
    for (auto& [id, decision] : decisions) in_order.push_back(std::move(decision));
    std::ranges::sort(in_order, {}, &Decision::turn);
    return Standing::of(in_order);
}

Standing standing_of(store::Records& records, const Pair& pair)
{
    const std::array both{pair.one, pair.other};
    return standing_of(records, both);
}

std::optional<Decision> find(store::Records& records, const DecisionId& id)
{
    const auto row = records.row("SELECT " + columns + " FROM link_decision WHERE id = $1", id);
    if (!row) return std::nullopt;
    return decision_from(*row);
}

Outcome<Decision> join(store::Transaction& records, const office::Stamp& stamp, const Pair& pair,
                       const Deciding& deciding, bool both_have_plans)
{
    Decision decision = fresh(records, stamp, pair, deciding);
    const Standing before = standing_of(records, pair);
    const Joining joining = TRY(judge_join(before, pair, deciding, both_have_plans));
    decision.verdict = joining.verdict;
    decision.about = joining.confirms;
    settle(records, before, decision);
    return decision;
}

Outcome<std::optional<Decision>> split(store::Transaction& records, const office::Stamp& stamp,
                                       const Pair& pair, const Deciding& deciding)
{
    Decision decision = fresh(records, stamp, pair, deciding);
    const Standing before = standing_of(records, pair);
    if (!TRY(judge_split(before, pair))) return std::nullopt;
    decision.verdict = Verdict::not_same;
    settle(records, before, decision);
    return decision;
}

Outcome<Decision> undo(store::Transaction& records, const office::Stamp& stamp,
                       const DecisionId& decision, const Deciding& deciding)
{
    const auto undone = find(records, decision);
    if (!undone) return refuse(RefusalCode::not_found);
    Decision written = fresh(records, stamp, undone->pair, deciding);
    const Standing before = standing_of(records, undone->pair);
    TRY_VOID(judge_undo(before, decision, deciding));
    written.verdict = Verdict::undone;
    written.about = decision;
    settle(records, before, written);
    return written;
}

} // namespace heed::links
