#include "ledger/chain.hpp"
#include "ledger/content.hpp"

#include <any>
#include <bit>

namespace heed::ledger {

namespace {

std::string fresh_salt(Randomness& randomness) { return random_token(randomness, 16); }

Entry entry_from(const store::Row& row)
{
    Entry entry{.seq = row.integer("seq"),
                .at = row.moment("at"),
                .actor = {row.text("who"), row.text("role")},
                .act = {.action = row.text("action"), .subject = row.text("subject")},
                .withheld = row.is_null("body")};
    if (!entry.withheld) {
        Content content = read_content(row.text("body"));
        entry.act.reason = std::move(content.reason);
        entry.act.details = std::move(content.details);
        entry.act.also_about = std::move(content.also_about);
    }
    return entry;
}

const std::string select_entry = R"sql(
    SELECT e.seq, e.at, e.who, e.role, e.action, e.subject, c.body
      FROM ledger_entry e
      LEFT JOIN ledger_content c ON c.seq = e.seq)sql";

std::vector<Entry> entries(const std::vector<store::Row>& rows)
{
    std::vector<Entry> found;
    found.reserve(rows.size());
    for (const store::Row& row : rows) found.push_back(entry_from(row));
    return found;
}

/// The head while several entries share one commit: read once, which is also what orders writers,
/// on this node and on every other; written once, before the commit.
struct KeptHead {
    std::int64_t seq;
    std::string hash, at;
};

void write_head(store::Transaction& records)
{
    const auto& head = std::any_cast<const KeptHead&>(records.shared().kept);
    records.execute("UPDATE ledger_head SET seq = $1, hash = $2, at = $3 WHERE id = 1", head.seq,
                    head.hash, head.at);
}

KeptHead& head_of_commit(store::Transaction& records)
{
    store::Shared& shared = records.shared();
    if (!shared.kept.has_value()) {
        const auto row =
            records.row("UPDATE ledger_head SET seq = seq WHERE id = 1 RETURNING seq, hash, at");
        ensure(row.has_value(), "the ledger has no head");
        shared.kept = KeptHead{row->integer("seq"), row->text("hash"), row->text("at")};
        shared.before_commit = write_head;
    }
    return std::any_cast<KeptHead&>(shared.kept);
}

/// In few forms of the statement, so that each stays prepared: the last once more, up to a power
/// of two.
void write_also(store::Transaction& records, const std::vector<std::string>& others,
                std::int64_t seq)
{
    if (others.empty()) return;
    std::string sql = "INSERT INTO ledger_also (subject, seq) VALUES ";
    std::vector<store::Value> values{seq};
    const std::size_t places = std::bit_ceil(others.size());
    for (std::size_t i = 0; i < places; ++i) {
        values.emplace_back(others[std::min(i, others.size() - 1)]);
        sql += (i ? ", ($" : "($") + std::to_string(values.size()) + ", $1)";
    }
    records.post(sql + " ON CONFLICT (subject, seq) DO NOTHING", values);
}

} // namespace

Head append(store::Transaction& records, const Pen& pen, const Actor& actor, const Act& act)
{
    KeptHead& head = head_of_commit(records);
    const std::string salt = fresh_salt(pen.randomness);
    const std::string body = write_content(act, records.take_images());
    Link link{.seq = head.seq + 1,
              .at = std::max(to_iso(pen.clock.now()), head.at),
              .who = actor.who,
              .role = actor.role,
              .action = act.action,
              .subject = act.subject,
              .content_hash = content_hash(salt, body),
              .previous = head.hash};
    link.hash = hash_of(link);
    records.execute(R"sql(
        INSERT INTO ledger_entry
               (seq, at, who, role, action, subject, content_hash, previous, hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql",
                    link.seq, link.at, link.who, link.role, link.action, link.subject,
                    link.content_hash, link.previous, link.hash);
    records.execute("INSERT INTO ledger_content (seq, salt, body) VALUES ($1, $2, $3)", link.seq,
                    salt, body);
    write_also(records, act.also_about, link.seq);
    head = {link.seq, link.hash, link.at};
    return {link.seq, link.hash};
}

Head head(store::Records& records)
{
    const auto row = records.row("SELECT seq, hash FROM ledger_head WHERE id = 1");
    ensure(row.has_value(), "the ledger has no head");
    return {row->integer("seq"), row->text("hash")};
}

std::vector<Entry> about(store::Records& records, const std::string& subject, int limit)
{
    return entries(records.rows(select_entry + R"sql(
     WHERE e.seq IN (SELECT seq FROM (SELECT seq FROM ledger_entry WHERE subject = $1
                                      UNION
                                      SELECT seq FROM ledger_also WHERE subject = $1) AS found
                      ORDER BY seq DESC LIMIT $2)
     ORDER BY e.seq DESC)sql",
                                subject, limit));
}

std::vector<Entry> by(store::Records& records, const std::string& who, int limit)
{
    return entries(
        records.rows(select_entry + " WHERE e.who = $1 ORDER BY e.seq DESC LIMIT $2", who, limit));
}

Outcome<void> withhold(store::Transaction& records, const Pen& pen, const Actor& actor,
                       std::int64_t seq, const std::string& why)
{
    const auto row = records.row(
        "UPDATE ledger_content SET body = NULL, salt = '' WHERE seq = $1 RETURNING seq", seq);
    if (!row) return refuse(RefusalCode::not_found, "seq");
    append(records, pen, actor,
           {.action = "ledger.withheld", .subject = std::to_string(seq), .reason = why});
    return {};
}

} // namespace heed::ledger
