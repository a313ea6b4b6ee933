#include "index/proof_store.hpp"

#include "core/json.hpp"
#include "index/digest.hpp"
#include "interop/json_reader.hpp"

namespace heed::index {

namespace {

using ledger::Trouble;

std::optional<Chunk> read_details(std::int64_t number, const std::string& details)
{
    const auto json = interop::read_json(details, std::size_t{16} << 20U);
    if (!json) return std::nullopt;
    const auto first = json->integer("first"), last = json->integer("last");
    const auto digest = json->text("digest"), marks = json->text("marks");
    if (!first || !last || !digest || !marks) return std::nullopt;
    return Chunk{number, *first, *last, *digest, *marks};
}

class Prover {
public:
    Prover(store::Records& records, const std::function<void(std::int64_t)>& progress)
        : records_{records}, progress_{progress}
    {
    }

    Proof run()
    {
        std::int64_t told = 0;
        for (std::int64_t number = 1;; ++number) {
            const auto entries = ledger::about(records_, chunk_subject(number), 1);
            if (entries.empty()) break;
            const ledger::Entry& entry = entries.front();
            const auto chunk = read_details(number, entry.act.details);
            if (!chunk || chunk->first != told + 1)
                find(Trouble::content_altered, entry.seq);
            else
                check(*chunk, entry.seq);
            if (chunk) told = chunk->last;
        }
        records_.each("SELECT seq FROM indexed_child WHERE seq > $1 OR seq < 1 ORDER BY seq",
                      {store::to_value(told)}, [&](const store::Row& row) {
                          ++proof_.rows;
                          find(Trouble::row_untold, 0, name_of(row.integer("seq")));
                      });
        if (head(records_) != told) find(Trouble::row_missing, 0, "index_head");
        return std::move(proof_);
    }

private:
    void find(Trouble kind, std::int64_t entry, std::string where = {})
    {
        if (proof_.findings.size() < ledger::findings_max)
            proof_.findings.push_back({kind, entry, std::move(where)});
    }

    static std::string name_of(std::int64_t seq) { return "indexed_child " + std::to_string(seq); }

    void check(const Chunk& chunk, std::int64_t entry)
    {
        ChunkDigest all;
        const std::size_t troubles = proof_.findings.size();
        std::int64_t expected = chunk.first;
        each_after(records_, chunk.first - 1, chunk.last, [&](const Version& version) {
            for (; expected < version.seq; ++expected)
                find(Trouble::row_missing, entry, name_of(expected));
            ++expected;
            ++proof_.rows;
            ChunkDigest one;
            one.add(version.seq, version.feed_id, version.packed);
            all.add(version.seq, version.feed_id, version.packed);
            const auto at = static_cast<std::size_t>(version.seq - chunk.first) * mark_size;
            if (chunk.marks.compare(at, mark_size, one.marks()) != 0)
                find(Trouble::row_altered, entry, name_of(version.seq));
        });
        for (; expected <= chunk.last; ++expected)
            find(Trouble::row_missing, entry, name_of(expected));
        // An edit that was made to keep its mark is still an edit: the whole does not agree.
        if (all.digest() != chunk.digest && proof_.findings.size() == troubles)
            find(Trouble::row_altered, entry,
                 name_of(chunk.first) + " to " + std::to_string(chunk.last));
        if (progress_) progress_(proof_.rows);
    }

    store::Records& records_;
    const std::function<void(std::int64_t)>& progress_;
    Proof proof_;
};

} // namespace

std::string details_of(const Chunk& chunk)
{
    JsonWriter json;
    json.object().key("chunk").value(chunk.number).key("first").value(chunk.first);
    json.key("last").value(chunk.last).key("digest").value(chunk.digest);
    return json.key("marks").value(chunk.marks).end().text();
}

Proof prove(store::Database& database, const std::function<void(std::int64_t)>& progress)
{
    return database.read([&](store::Snapshot& records) { return Prover{records, progress}.run(); });
}

} // namespace heed::index
