#include "ledger/chain.hpp"
#include "ledger/content.hpp"

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

} // namespace

Head append(store::Transaction& records, const Pen& pen, const Actor& actor, const Act& act)
{
    // Taking the head is what orders writers, on this node and on every other.
    const auto before =
        records.row("UPDATE ledger_head SET seq = seq + 1 WHERE id = 1 RETURNING seq, hash, at");
    ensure(before.has_value(), "the ledger has no head");
    const std::string salt = fresh_salt(pen.randomness);
    const std::string body = write_content(act, records.take_images());
    Link link{.seq = before->integer("seq"),
              .at = std::max(to_iso(pen.clock.now()), before->text("at")),
              .who = actor.who,
              .role = actor.role,
              .action = act.action,
              .subject = act.subject,
              .content_hash = content_hash(salt, body),
              .previous = before->text("hash")};
    link.hash = hash_of(link);
    records.execute(R"sql(
        INSERT INTO ledger_entry
               (seq, at, who, role, action, subject, content_hash, previous, hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql",
                    link.seq, link.at, link.who, link.role, link.action, link.subject,
                    link.content_hash, link.previous, link.hash);
    records.execute("INSERT INTO ledger_content (seq, salt, body) VALUES ($1, $2, $3)", link.seq,
                    salt, body);
    for (const std::string& other : act.also_about)
        records.execute("INSERT INTO ledger_also (subject, seq) VALUES ($1, $2) "
                        "ON CONFLICT (subject, seq) DO NOTHING",
                        other, link.seq);
    records.execute("UPDATE ledger_head SET hash = $1, at = $2 WHERE id = 1", link.hash, link.at);
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
