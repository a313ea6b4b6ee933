#include "changeover/changeover_store.hpp"

namespace heed::changeover {

namespace {

using store::Records;
using store::Row;
using store::Transaction;

constexpr std::chrono::hours upload_kept{24};

std::size_t size(const Row& row, std::string_view column)
{
    return static_cast<std::size_t>(row.integer(column));
}

Import import_from(const Row& row)
{
    return {.id = row.id<ImportId>("id"),
            .as_at = row.day("as_at"),
            .begun_at = row.moment("begun_at"),
            .begun_by = row.text("begun_by"),
            .finished_at = row.maybe_moment("finished_at"),
            .counts = {.rows = size(row, "row_count"),
                       .accepted = size(row, "accepted"),
                       .questions = size(row, "questions"),
                       .held = size(row, "held"),
                       .already_there = size(row, "already_there"),
                       .children = size(row, "children"),
                       .plans_open = size(row, "plans_open"),
                       .plans_ended = size(row, "plans_ended")}};
}

const std::string import_sql = R"sql(
    SELECT id, as_at, begun_at, begun_by, finished_at, row_count, accepted, questions, held,
           already_there, children, plans_open, plans_ended
      FROM changeover_import)sql";

/// Rows with their findings, a row of the answer for each finding.
std::vector<KeptRow> kept_rows(Records& records, const std::string& which,
                               const std::vector<store::Value>& values)
{
    std::vector<KeptRow> found;
    const auto take = [&](const Row& row) {
        if (found.empty() || found.back().id.text() != row.text("id")) {
            const auto state = from_code<RowState>(row.text("state"));
            ensure(state.has_value(), "a kept row is in a state that there is not");
            KeptRow kept{.id = row.id<RowId>("id"),
                         .import = row.id<ImportId>("import_id"),
                         .as_at = row.day("as_at"),
                         .state = *state,
                         .child = row.maybe_id<ChildId>("child_id"),
                         .plan = row.maybe_id<plan::PlanId>("plan_id"),
                         .reason = row.text("reason"),
                         .changed_by = row.text("changed_by"),
                         .changed_at = row.moment("changed_at")};
            kept.row.line = size(row, "line");
            kept.row.text = row.text("body");
            fields_from_json(kept.row, row.text("fields"));
            found.push_back(std::move(kept));
        }
        if (row.is_null("finding_id")) return;
        const auto code = extract::row_code_named(row.text("code"));
        ensure(code.has_value(), "a finding has a code that there is not");
        found.back().findings.push_back({.id = row.id<FindingId>("finding_id"),
                                         .finding = {*code, row.text("sentence")},
                                         .settled = !row.is_null("settled_at"),
                                         .settled_as = row.text("settled_as"),
                                         .settled_by = row.text("settled_by"),
                                         .settled_at = row.maybe_moment("settled_at")});
    };
    records.each(R"sql(
        SELECT r.id, r.import_id, i.as_at, r.line, r.body, r.fields, r.state, r.child_id,
               r.plan_id, r.reason, r.changed_at, r.changed_by, f.id AS finding_id, f.code,
               f.sentence, f.settled_at, f.settled_as, f.settled_by
          FROM changeover_row r
          JOIN changeover_import i ON i.id = r.import_id
          LEFT JOIN changeover_finding f ON f.row_id = r.id
         WHERE )sql" +
                     which + " ORDER BY i.begun_at, r.import_id, r.line, r.id, f.position",
                 values, take);
    return found;
}

/// What is settled stands there already, and is not asked a second time.
void save_findings(Transaction& records, const office::Stamp& stamp, const KeptRow& row)
{
    int position = 0;
    for (const KeptFinding& one : row.findings) {
        if (one.settled) continue;
        records.change("changeover_finding", R"sql(
            INSERT INTO changeover_finding
                (id, row_id, position, code, sentence, settled_by, settled_as)
            VALUES ($1, $2, $3, $4, $5, '', ''))sql",
                       stamp.uuid(), row.id, ++position, extract::code_name(one.finding.code),
                       one.finding.sentence);
    }
}

} // namespace

void save(store::Transaction& records, const Import& import)
{
    records.change("changeover_import", R"sql(
        INSERT INTO changeover_import
            (id, as_at, begun_at, begun_by, row_count, accepted, questions, held, already_there,
             children, plans_open, plans_ended)
        VALUES ($1, $2, $3, $4, $5, 0, 0, 0, 0, 0, 0, 0))sql",
                   import.id, import.as_at, import.begun_at, import.begun_by, import.counts.rows);
}

void finish(store::Transaction& records, const ImportId& id, const Counts& counts, Moment now)
{
    records.change("changeover_import", R"sql(
        UPDATE changeover_import
           SET finished_at = $2, row_count = $3, accepted = $4, questions = $5, held = $6,
               already_there = $7, children = $8, plans_open = $9, plans_ended = $10
         WHERE id = $1)sql",
                   id, now, counts.rows, counts.accepted, counts.questions, counts.held,
                   counts.already_there, counts.children, counts.plans_open, counts.plans_ended);
}

std::optional<Import> find(store::Records& records, const ImportId& id)
{
    const auto row = records.row(import_sql + " WHERE id = $1", id);
    if (!row) return std::nullopt;
    return import_from(*row);
}

std::vector<Import> imports(store::Records& records)
{
    std::vector<Import> all;
    for (const Row& row : records.rows(import_sql + " ORDER BY begun_at DESC, id DESC"))
        all.push_back(import_from(row));
    return all;
}

void save(store::Transaction& records, const office::Stamp& stamp, const KeptRow& row,
          const std::string& who)
{
    records.change("changeover_row", R"sql(
        INSERT INTO changeover_row
            (id, import_id, row_key, line, body, fields, state, child_id, plan_id, reason,
             changed_at, changed_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))sql",
                   row.id, row.import, row_key(row.row), row.row.line, row.row.text,
                   fields_json(row.row), code(row.state), row.child, row.plan, row.reason,
                   stamp.now, who);
    save_findings(records, stamp, row);
}

void replace(store::Transaction& records, const office::Stamp& stamp, const KeptRow& row,
             const std::string& who)
{
    records.change("changeover_row", R"sql(
        UPDATE changeover_row
           SET fields = $2, state = $3, child_id = $4, plan_id = $5, reason = $6,
               changed_at = $7, changed_by = $8
         WHERE id = $1)sql",
                   row.id, fields_json(row.row), code(row.state), row.child, row.plan, row.reason,
                   stamp.now, who);
    records.change("changeover_finding", R"sql(
        UPDATE changeover_finding
           SET settled_at = $2, settled_by = $3, settled_as = 'The row was looked at again.'
         WHERE row_id = $1 AND settled_at IS NULL)sql",
                   row.id, stamp.now, who);
    save_findings(records, stamp, row);
}

void settle(store::Transaction& records, const office::Stamp& stamp, const FindingId& finding,
            const std::string& who, const std::string& how)
{
    records.change("changeover_finding", R"sql(
        UPDATE changeover_finding SET settled_at = $2, settled_by = $3, settled_as = $4
         WHERE id = $1 AND settled_at IS NULL)sql",
                   finding, stamp.now, who, how);
}

std::optional<KeptRow> find(store::Records& records, const RowId& id)
{
    auto rows = kept_rows(records, "r.id = $1", {store::to_value(id)});
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
}

std::optional<Known> known(store::Records& records, const std::string& row_key)
{
    const auto row =
        records.row("SELECT state, child_id FROM changeover_row WHERE row_key = $1", row_key);
    if (!row) return std::nullopt;
    return Known{from_code<RowState>(row->text("state")).value(),
                 row->maybe_id<ChildId>("child_id")};
}

std::vector<KeptRow> rows_of(store::Records& records, const ImportId& import)
{
    return kept_rows(records, "r.import_id = $1", {store::to_value(import)});
}

std::vector<KeptRow> rows_in(store::Records& records, RowState state)
{
    return kept_rows(records, "r.state = $1", {store::to_value(code(state))});
}

std::vector<KeptRow> rows_with_questions(store::Records& records)
{
    return kept_rows(records, R"sql(
        r.state = 'in_record' AND r.id IN
            (SELECT row_id FROM changeover_finding WHERE settled_at IS NULL))sql",
                     {});
}

Waiting waiting(store::Records& records)
{
    const auto row = records.row(R"sql(
        SELECT COALESCE(SUM(CASE WHEN state = 'held' THEN 1 ELSE 0 END), 0) AS held,
               COALESCE(SUM(CASE WHEN state = 'set_aside' THEN 1 ELSE 0 END), 0) AS set_aside,
               (SELECT COUNT(DISTINCT f.row_id) FROM changeover_finding f
                  JOIN changeover_row q ON q.id = f.row_id
                 WHERE f.settled_at IS NULL AND q.state = 'in_record') AS questions
          FROM changeover_row)sql");
    return {row->integer("held"), row->integer("questions"), row->integer("set_aside")};
}

std::vector<ChildId> children_born(store::Records& records, Day day)
{
    std::vector<ChildId> found;
    for (const Row& row : records.rows(R"sql(
        SELECT child_id FROM child_particulars
         WHERE birth_day = $1 AND superseded_at IS NULL ORDER BY child_id)sql",
                                       day))
        found.push_back(row.id<ChildId>("child_id"));
    return found;
}

std::vector<ChildId> children_at(store::Records& records, const std::string& postcode)
{
    std::vector<ChildId> found;
    for (const Row& row : records.rows(R"sql(
        SELECT child_id FROM child_address
         WHERE postcode = $1 AND postcode <> '' AND to_day IS NULL AND superseded_at IS NULL
         ORDER BY id)sql",
                                       postcode))
        found.push_back(row.id<ChildId>("child_id"));
    return found;
}

bool lives_in_household(store::Records& records, const ChildId& child,
                        const std::string& local_number)
{
    return records
        .row(R"sql(
        SELECT COUNT(*) AS stays FROM household h JOIN stay s ON s.household_id = h.id
         WHERE h.local_number = $2 AND s.child_id = $1 AND s.visits = 0
           AND s.superseded_at IS NULL)sql",
             child, local_number)
        ->flag("stays");
}

void keep_upload(store::Transaction& records, const Upload& upload, Moment now)
{
    records.execute("DELETE FROM changeover_upload WHERE at < $1", now - upload_kept);
    records.execute(R"sql(
        INSERT INTO changeover_upload (id, who, as_at, file, map, at)
        VALUES ($1, $2, $3, $4, $5, $6))sql",
                    upload.id, upload.who, upload.as_at, store::Blob{upload.file}, upload.map, now);
}

std::optional<Upload> upload(store::Records& records, const std::string& id, Moment now)
{
    const auto row = records.row(
        "SELECT id, who, as_at, file, map FROM changeover_upload WHERE id = $1 AND at >= $2", id,
        now - upload_kept);
    if (!row) return std::nullopt;
    return Upload{row->text("id"), row->text("who"), row->day("as_at"), row->blob("file"),
                  row->text("map")};
}

void forget_upload(store::Transaction& records, const std::string& id)
{
    records.execute("DELETE FROM changeover_upload WHERE id = $1", id);
}

} // namespace heed::changeover
