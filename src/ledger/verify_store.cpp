#include "core/json.hpp"
#include "ledger/chain.hpp"
#include "ledger/content.hpp"
#include "ledger/verify.hpp"

#include <boost/json.hpp>

namespace heed::ledger {

namespace {

/// Sixteen bytes of a hash: enough to know a row by, and small at eleven million children.
struct RowKey {
    std::array<std::uint8_t, 16> bytes;
    bool operator==(const RowKey&) const = default;
};
struct HashRowKey {
    std::size_t operator()(const RowKey& key) const
    {
        std::size_t hash = 0;
        std::copy_n(key.bytes.begin(), sizeof hash, reinterpret_cast<std::uint8_t*>(&hash));
        return hash;
    }
};

RowKey short_hash(std::string_view text)
{
    const Digest digest = sha256(text);
    RowKey key{};
    std::copy_n(digest.begin(), key.bytes.size(), key.bytes.begin());
    return key;
}

RowKey key_of(std::string_view table, std::string_view id)
{
    return short_hash(std::string{table} + '/' + std::string{id});
}

struct Last {
    RowKey image;
    std::int64_t seq = 0;
    bool seen = false;
};

class Verifier {
public:
    Verifier(store::Snapshot& records, const std::optional<Head>& kept,
             const std::function<void(std::int64_t)>& progress)
        : records_{records}, kept_{kept}, progress_{progress}
    {
    }

    Report run(const std::vector<std::string>& tables)
    {
        collect_withheld();
        records_.each("SELECT subject, seq FROM ledger_also", {}, [&](const store::Row& row) {
            concerned_[row.integer("seq")].insert(row.text("subject"));
        });
        records_.each(R"sql(
            SELECT e.seq, e.at, e.who, e.role, e.action, e.subject, e.content_hash, e.previous,
                   e.hash, c.salt, c.body
              FROM ledger_entry e
              LEFT JOIN ledger_content c ON c.seq = e.seq
             ORDER BY e.seq)sql",
                      {}, [&](const store::Row& row) { check_entry(row); });
        check_head();
        for (const std::string& table : tables) check_table(table);
        check_nothing_gone();
        return std::move(report_);
    }

private:
    void find(Trouble kind, std::int64_t seq, std::string where = {})
    {
        if (report_.findings.size() < findings_max)
            report_.findings.push_back({kind, seq, std::move(where)});
    }

    void collect_withheld()
    {
        for (const auto& row :
             records_.rows("SELECT subject FROM ledger_entry WHERE action = 'ledger.withheld'"))
            withheld_.insert(row.text("subject"));
    }

    void check_entry(const store::Row& row)
    {
        const Link link{row.integer("seq"),       row.text("at"),       row.text("who"),
                        row.text("role"),         row.text("action"),   row.text("subject"),
                        row.text("content_hash"), row.text("previous"), row.text("hash")};
        if (link.seq != running_.seq + 1)
            find(Trouble::entry_missing, running_.seq + 1);
        else if (link.previous != running_.hash)
            find(Trouble::chain_broken, link.seq);
        if (hash_of(link) != link.hash) find(Trouble::entry_altered, link.seq);
        if (kept_ && kept_->seq == link.seq && kept_->hash != link.hash)
            find(Trouble::history_rewritten, link.seq);
        running_ = {link.seq, link.hash};
        ++report_.entries;
        check_content(link, row);
        if (progress_ && report_.entries % 10'000 == 0) progress_(report_.entries);
    }

    void check_content(const Link& link, const store::Row& row)
    {
        if (row.is_null("body")) {
            if (!withheld_.contains(std::to_string(link.seq)))
                find(Trouble::content_missing, link.seq);
            return;
        }
        const std::string& body = row.text("body");
        if (content_hash(row.text("salt"), body) != link.content_hash)
            return find(Trouble::content_altered, link.seq);
        const auto content = content_if_readable(body);
        if (!content) return find(Trouble::content_unreadable, link.seq);
        check_concerned(link.seq, content->also_about);
        for (const store::Image& image : content->images)
            last_.insert_or_assign(key_of(image.table, image.id),
                                   Last{short_hash(image.json), link.seq});
    }

    void check_concerned(std::int64_t seq, const std::vector<std::string>& also_about)
    {
        const auto found = concerned_.find(seq);
        const std::set<std::string> told{also_about.begin(), also_about.end()};
        const bool same = found == concerned_.end() ? told.empty() : found->second == told;
        if (!same) find(Trouble::concern_hidden, seq);
    }

    void check_head()
    {
        report_.head = head(records_);
        if (report_.head != running_) find(Trouble::head_wrong, running_.seq);
        if (kept_ && kept_->seq > running_.seq) find(Trouble::history_rewritten, kept_->seq);
    }

    void check_table(const std::string& table)
    {
        records_.each("SELECT * FROM " + table, {}, [&](const store::Row& row) {
            ++report_.rows;
            const std::string& id = row.text("id");
            const auto found = last_.find(key_of(table, id));
            if (found == last_.end()) return find(Trouble::row_untold, 0, table + ' ' + id);
            found->second.seen = true;
            const std::string now = store::canonical_json(row);
            if (short_hash(now) != found->second.image) suspects_.push_back({table, id, now});
        });
        for (const store::Image& suspect : suspects_) check_suspect(suspect);
        suspects_.clear();
    }

    // The row's bytes differ from its last image: it was altered, unless only columns of a later
    // migration were added.
    void check_suspect(const store::Image& suspect)
    {
        const std::int64_t seq = last_.at(key_of(suspect.table, suspect.id)).seq;
        const auto row = records_.row("SELECT body FROM ledger_content WHERE seq = $1", seq);
        if (!row || row->is_null("body")) return;
        bool agreed = false;
        for (const store::Image& image : read_content(row->text("body")).images)
            if (image.table == suspect.table && image.id == suspect.id)
                agreed = agrees(image.json, suspect.json);
        if (!agreed) find(Trouble::row_altered, seq, suspect.table + ' ' + suspect.id);
    }

    void check_nothing_gone()
    {
        for (const auto& [key, last] : last_)
            if (!last.seen) find(Trouble::row_missing, last.seq);
    }

    store::Snapshot& records_;
    const std::optional<Head>& kept_;
    const std::function<void(std::int64_t)>& progress_;
    Head running_;
    std::set<std::string> withheld_;
    std::unordered_map<std::int64_t, std::set<std::string>> concerned_;
    std::unordered_map<RowKey, Last, HashRowKey> last_;
    std::vector<store::Image> suspects_;
    Report report_;
};

} // namespace

std::string Finding::sentence() const
{
    const std::string entry = "Entry " + std::to_string(seq);
    switch (kind) {
    case Trouble::entry_altered: return entry + " was altered: its fields do not give its hash.";
    case Trouble::entry_missing: return entry + " is missing: one or more entries were removed.";
    case Trouble::chain_broken:
        return entry + " does not follow the one before it: it was inserted, moved or rewritten.";
    case Trouble::content_altered:
        return "The content of entry " + std::to_string(seq) + " was altered.";
    case Trouble::content_unreadable:
        return "The content of entry " + std::to_string(seq) + " cannot be read.";
    case Trouble::content_missing:
        return "The content of entry " + std::to_string(seq) +
               " is gone, and no entry says that it was withheld.";
    case Trouble::concern_hidden:
        return entry + " cannot be found by all whom it concerned: its index was altered.";
    case Trouble::head_wrong:
        return "The ledger's head is not its last entry (" + std::to_string(seq) +
               "): entries were cut from the end or added to it.";
    case Trouble::history_rewritten:
        return "The head kept from before, at entry " + std::to_string(seq) +
               ", is not in this ledger: history was rewritten or cut.";
    case Trouble::row_altered:
        return "A row is not as entry " + std::to_string(seq) + " left it: " + where + ".";
    case Trouble::row_missing:
        return "A row that entry " + std::to_string(seq) + " tells of is gone" +
               (where.empty() ? "." : ": " + where + ".");
    case Trouble::row_untold: return "A row is there that no entry tells of: " + where + ".";
    }
    throw Broken{"a finding of no kind"};
}

Report verify(store::Database& database, const std::vector<std::string>& record_tables,
              const std::optional<Head>& kept_head,
              const std::function<void(std::int64_t)>& progress)
{
    return database.read([&](store::Snapshot& records) {
        return Verifier{records, kept_head, progress}.run(record_tables);
    });
}

std::string head_json(const Head& head)
{
    JsonWriter json;
    return json.object().key("seq").value(head.seq).key("hash").value(head.hash).end().text();
}

std::optional<Head> head_from_json(std::string_view text)
{
    boost::json::error_code failed;
    const auto value = boost::json::parse(text, failed);
    if (failed || !value.is_object()) return std::nullopt;
    const auto* seq = value.get_object().if_contains("seq");
    const auto* hash = value.get_object().if_contains("hash");
    if (!seq || !seq->is_int64() || !hash || !hash->is_string()) return std::nullopt;
    return Head{seq->get_int64(), boost::json::value_to<std::string>(*hash)};
}

} // namespace heed::ledger
