#include "index/index_store.hpp"

#include "core/ensure.hpp"
#include "index/digest.hpp"

namespace heed::index {

namespace {

// Rows a statement: few round trips, and well under every engine's limit of parameters.
constexpr std::size_t rows_a_statement = 250, ids_a_statement = 500;

Version version_from(const store::Row& row)
{
    return {row.integer("seq"), row.text("feed_id"), row.text("fields")};
}

std::string placeholders(std::size_t rows, std::size_t columns)
{
    std::string text;
    std::size_t number = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        text += row == 0 ? "(" : ", (";
        for (std::size_t column = 0; column < columns; ++column)
            text += (column == 0 ? "$" : ", $") + std::to_string(++number);
        text += ')';
    }
    return text;
}

void insert(store::Transaction& records, const std::vector<store::Value>& values)
{
    static const std::string insert_into =
        "INSERT INTO indexed_child (seq, feed_id, fields) VALUES ";
    static const std::string whole = insert_into + placeholders(rows_a_statement, 3);
    const auto nothing = [](const store::Row&) {};
    const std::size_t rows = values.size() / 3;
    if (rows == rows_a_statement) return records.each(whole, values, nothing);
    // A remainder goes row by row: a statement for every length would stay prepared for good.
    static const std::string one = insert_into + placeholders(1, 3);
    for (std::size_t row = 0; row < rows; ++row) {
        const auto from = values.begin() + static_cast<std::ptrdiff_t>(row * 3);
        records.each(one, {from, from + 3}, nothing);
    }
}

void take_current(store::Records& records, std::span<const std::string> feed_ids,
                  std::map<std::string, Version, std::less<>>& found)
{
    static const std::string all = [] {
        std::string sql = "SELECT seq, feed_id, fields FROM indexed_child WHERE feed_id IN ";
        std::string list = placeholders(1, ids_a_statement);
        return sql + list + " ORDER BY seq";
    }();
    std::vector<store::Value> values;
    values.reserve(ids_a_statement);
    for (const std::string& id : feed_ids) values.push_back(store::to_value(id));
    // The last is repeated to the statement's length: one statement serves every number of ids.
    values.resize(ids_a_statement, values.back());
    records.each(all, values, [&](const store::Row& row) {
        Version version = version_from(row);
        std::string id = version.feed_id;
        found.insert_or_assign(std::move(id), std::move(version));
    });
}

} // namespace

std::int64_t head(store::Records& records)
{
    return records.row("SELECT seq FROM index_head WHERE id = 1")->integer("seq");
}

std::int64_t locked_head(store::Transaction& records)
{
    return records.row("UPDATE index_head SET seq = seq WHERE id = 1 RETURNING seq")
        ->integer("seq");
}

std::map<std::string, Version, std::less<>> current(store::Records& records,
                                                    std::span<const std::string> feed_ids)
{
    std::map<std::string, Version, std::less<>> found;
    for (std::size_t at = 0; at < feed_ids.size(); at += ids_a_statement)
        take_current(records, feed_ids.subspan(at, std::min(ids_a_statement, feed_ids.size() - at)),
                     found);
    return found;
}

std::optional<Version> current(store::Records& records, const std::string& feed_id)
{
    const auto row = records.row("SELECT seq, feed_id, fields FROM indexed_child"
                                 " WHERE feed_id = $1 ORDER BY seq DESC LIMIT 1",
                                 feed_id);
    if (!row) return std::nullopt;
    return version_from(*row);
}

void each_after(store::Records& records, std::int64_t seq, std::int64_t last,
                const std::function<void(Version)>& tell)
{
    records.each("SELECT seq, feed_id, fields FROM indexed_child"
                 " WHERE seq > $1 AND seq <= $2 ORDER BY seq",
                 {store::to_value(seq), store::to_value(last)},
                 [&](const store::Row& row) { tell(version_from(row)); });
}

feed::Fields fields_of(const Version& version)
{
    auto fields = feed::unpacked(version.feed_id, version.packed);
    ensure(fields.has_value(), "a row of the index that could not be written");
    return *std::move(fields);
}

Chunk append(store::Transaction& records, std::span<const feed::Fields> rows)
{
    ensure(!rows.empty(), "a chunk without rows");
    const auto taken = records.row("UPDATE index_head SET seq = seq + $1, chunks = chunks + 1"
                                   " WHERE id = 1 RETURNING seq, chunks",
                                   rows.size());
    Chunk chunk{.number = taken->integer("chunks"), .last = taken->integer("seq")};
    chunk.first = chunk.last - static_cast<std::int64_t>(rows.size()) + 1;
    ChunkDigest digest;
    std::vector<store::Value> values;
    values.reserve(rows_a_statement * 3);
    std::int64_t seq = chunk.first;
    for (const feed::Fields& fields : rows) {
        std::string packed = feed::packed(fields);
        const std::string& id = fields[feed::Column::id];
        digest.add(seq, id, packed);
        values.push_back(store::to_value(seq++));
        values.push_back(store::to_value(id));
        values.emplace_back(std::move(packed));
        if (values.size() < rows_a_statement * 3) continue;
        insert(records, values);
        values.clear();
    }
    insert(records, values);
    chunk.digest = digest.digest();
    chunk.marks = digest.marks();
    return chunk;
}

std::string chunk_subject(std::int64_t number) { return "index/" + std::to_string(number); }

} // namespace heed::index
