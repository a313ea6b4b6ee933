#include "enquiry/enquiry_store.hpp"

#include "shield/shield_store.hpp"

namespace heed::enquiry {

namespace {

const std::string columns = R"sql(
       e.id, e.receipt, e.asked_at, e.asked_by, e.caller, e.job, e.agency, e.called_back,
       e.number_held, e.reason, e.about_typed, e.about_name, e.about_born, e.about_age,
       e.about_sex, e.about_address, e.about_postcode, e.about_identifier, e.fold, e.child_id,
       e.household_id, e.answer)sql";

About about_from(const store::Row& row)
{
    About about{.typed = row.text("about_typed"),
                .name = row.text("about_name"),
                .born = row.text("about_born"),
                .sex = row.text("about_sex"),
                .address = row.text("about_address"),
                .postcode = row.text("about_postcode"),
                .identifier = row.text("about_identifier")};
    if (const auto age = row.maybe_integer("about_age")) about.age = static_cast<int>(*age);
    return about;
}

pack::Answer answer_from(const store::Row& row)
{
    const auto answer = pack::from_code<pack::Answer>(row.text("answer"));
    ensure(answer.has_value(), "an enquiry holds an answer that there is not");
    return *answer;
}

Line line_from(const store::Row& row)
{
    Line line{.id = row.id<EnquiryId>("id"),
              .receipt = row.text("receipt"),
              .asked_by = row.text("asked_by"),
              .caller = row.text("caller"),
              .job = row.text("job"),
              .agency = row.text("agency"),
              .called_back = row.text("called_back"),
              .reason = row.text("reason"),
              .about = about_from(row),
              .asked_at = row.moment("asked_at"),
              .answer = answer_from(row),
              .child = row.maybe_id<child::ChildId>("child_id"),
              .number_held = row.flag("number_held"),
              .concerns = static_cast<int>(row.integer("concerns"))};
    if (const auto result = row.maybe_text("result"))
        line.considered =
            Considered{from_code<Result>(*result).value_or(Result::no_action), row.text("note"),
                       row.text("considered_by"), row.moment("considered_at")};
    return line;
}

/// Each line with how many concerns were taken and what was last made of it.
const std::string select_lines = "SELECT " + columns + R"sql(,
       (SELECT count(*) FROM enquiry_concern n WHERE n.enquiry_id = e.id) AS concerns,
       c.outcome AS result, c.note, c.considered_by, c.considered_at
  FROM enquiry e
  LEFT JOIN enquiry_considered c
    ON c.id = (SELECT max(l.id) FROM enquiry_considered l WHERE l.enquiry_id = e.id))sql";

std::vector<Line> lines_from(const std::vector<store::Row>& rows)
{
    std::vector<Line> lines;
    lines.reserve(rows.size());
    for (const auto& row : rows) lines.push_back(line_from(row));
    return lines;
}

} // namespace

void save(store::Transaction& records, const Enquiry& enquiry)
{
    const auto& [caller, reason, about, child_id, key] = enquiry.asked;
    records.insert("enquiry", {{"id", enquiry.id},
                               {"receipt", enquiry.told.receipt},
                               {"asked_at", enquiry.asked_at},
                               {"asked_by", enquiry.asked_by},
                               {"caller", caller.name},
                               {"job", caller.job},
                               {"agency", caller.agency},
                               {"called_back", caller.called_back},
                               {"number_held", enquiry.number_held},
                               {"reason", reason},
                               {"about_typed", about.typed},
                               {"about_name", about.name},
                               {"about_born", about.born},
                               {"about_age", about.age},
                               {"about_sex", about.sex},
                               {"about_address", about.address},
                               {"about_postcode", about.postcode},
                               {"about_identifier", about.identifier},
                               {"fold", enquiry.fold},
                               {"child_id", enquiry.child},
                               {"household_id", enquiry.household},
                               {"answer", pack::code(enquiry.told.answer)},
                               {"told", told_json(enquiry.told)}});
}

std::optional<Enquiry> with_receipt(store::Records& records, const std::string& receipt)
{
    const auto row =
        records.row("SELECT " + columns + ", e.told FROM enquiry e WHERE e.receipt = $1", receipt);
    if (!row) return std::nullopt;
    return Enquiry{.id = row->id<EnquiryId>("id"),
                   .asked_at = row->moment("asked_at"),
                   .asked_by = row->text("asked_by"),
                   .asked = {.caller = {row->text("caller"), row->text("job"), row->text("agency"),
                                        row->text("called_back")},
                             .reason = row->text("reason"),
                             .about = about_from(*row)},
                   .number_held = row->flag("number_held"),
                   .fold = row->text("fold"),
                   .child = row->maybe_id<child::ChildId>("child_id"),
                   .household = row->maybe_id<family::HouseholdId>("household_id"),
                   .told = told_from_json(row->text("told"))};
}

std::vector<Told::Earlier> earlier(store::Records& records, const SameMatter& matter)
{
    // Each way of being the same matter has its own index; one OR over them would have none.
    std::map<std::string, Told::Earlier, std::greater<>> by_time;
    std::string sql;
    std::vector<store::Value> values{store::to_value(matter.since)};
    const auto also = [&](const char* column, store::Value value) {
        values.push_back(std::move(value));
        sql += sql.empty() ? "" : " UNION ALL ";
        sql += "SELECT * FROM (SELECT receipt, asked_at, agency FROM enquiry WHERE ";
        sql += column;
        sql += " = $" + std::to_string(values.size()) +
               " AND asked_at >= $1 AND answer <> 'which_child'"
               " ORDER BY asked_at DESC LIMIT 10) AS found_" +
               std::to_string(values.size());
    };
    for (const auto& record : matter.records) also("child_id", store::to_value(record));
    if (matter.household) also("household_id", store::to_value(*matter.household));
    if (matter.records.empty() && !matter.fold.empty()) also("fold", store::to_value(matter.fold));
    if (sql.empty()) return {};
    records.each(sql, values, [&](const store::Row& row) {
        by_time.try_emplace(row.text("asked_at") + row.text("receipt"),
                            Told::Earlier{row.text("receipt"),
                                          to_iso_seconds(row.moment("asked_at")),
                                          row.text("agency")});
    });
    std::vector<Told::Earlier> found;
    for (auto& [when, enquiry] : by_time)
        if (found.size() < 10) found.push_back(std::move(enquiry));
    return found;
}

namespace {

// Nobody was chosen: the same question has no later answer about a child.
const std::string left_open = R"sql(e.answer = 'which_child'
                    AND NOT EXISTS (SELECT 1 FROM enquiry l
                                     WHERE l.fold = e.fold AND l.asked_at > e.asked_at
                                       AND l.child_id IS NOT NULL))sql";

} // namespace

std::vector<Unanswered> unanswered(store::Records& records, Moment since)
{
    std::vector<Unanswered> found;
    records.each("SELECT " + columns + R"sql(, e.told FROM enquiry e
         WHERE e.asked_at >= $1
           AND (e.answer = 'not_found' OR ()sql" +
                     left_open +
                     R"sql())
         ORDER BY e.asked_at, e.id)sql",
                 {store::to_value(since)}, [&](const store::Row& row) {
                     Unanswered one{row.id<EnquiryId>("id"),
                                    row.text("receipt"),
                                    row.moment("asked_at"),
                                    about_from(row),
                                    {}};
                     for (auto& possible : told_from_json(row.text("told")).candidates)
                         one.offered.push_back(std::move(possible.id));
                     found.push_back(std::move(one));
                 });
    return found;
}

std::optional<std::string> receipt_of(store::Records& records, const EnquiryId& id)
{
    const auto row = records.row("SELECT receipt FROM enquiry WHERE id = $1", id);
    if (!row) return std::nullopt;
    return row->text("receipt");
}

void hide_shielded(store::Records& records, Told& told, Day today)
{
    std::vector<std::string> ids;
    if (told.child) ids.push_back(told.child->id);
    for (const auto& possible : told.candidates) ids.push_back(possible.id);
    for (const auto& other : told.household) ids.push_back(other.child_id);
    const auto shielded = shield::on(records, ids, today);
    if (shielded.empty()) return;
    std::erase_if(told.household,
                  [&](const auto& other) { return shielded.contains(other.child_id); });
    for (auto& possible : told.candidates) {
        if (!shielded.contains(possible.id)) continue;
        possible.area.clear();
        possible.why.clear();
    }
    if (!told.child || !shielded.contains(told.child->id)) return;
    told.child->check = "where this child lives is kept from sight";
    told.household.clear();
}

std::vector<Line> lines(store::Records& records, const Window& window)
{
    const std::string open = window.only_open ? " AND c.id IS NULL" : "";
    return lines_from(records.rows(select_lines + R"sql(
 WHERE e.asked_at >= $1 AND e.asked_at < $2 AND (e.answer <> 'which_child' OR ()sql" +
                                       left_open + "))" + open +
                                       " ORDER BY e.asked_at DESC LIMIT $3",
                                   window.from, window.to, window.limit));
}

std::vector<Line> lines_about(store::Records& records, const child::ChildId& child, int limit)
{
    return lines_from(records.rows(
        select_lines + " WHERE e.child_id = $1 ORDER BY e.asked_at DESC LIMIT $2", child, limit));
}

void add_concern(store::Transaction& records, const EnquiryId& enquiry, const Concern& concern,
                 const std::string& id)
{
    records.change("enquiry_concern", R"sql(
        INSERT INTO enquiry_concern (id, enquiry_id, concern, recorded_by, recorded_at)
        VALUES ($1, $2, $3, $4, $5))sql",
                   id, enquiry, concern.text, concern.by, concern.at);
}

std::vector<Concern> concerns(store::Records& records, const EnquiryId& enquiry)
{
    std::vector<Concern> found;
    records.each(R"sql(
        SELECT concern, recorded_by, recorded_at FROM enquiry_concern
         WHERE enquiry_id = $1 ORDER BY recorded_at, id)sql",
                 {store::to_value(enquiry)}, [&](const store::Row& row) {
                     found.push_back(
                         {row.text("concern"), row.text("recorded_by"), row.moment("recorded_at")});
                 });
    return found;
}

void consider(store::Transaction& records, const EnquiryId& enquiry, const Considered& considered,
              const std::string& id)
{
    records.change("enquiry_considered", R"sql(
        INSERT INTO enquiry_considered
               (id, enquiry_id, outcome, note, considered_by, considered_at)
        VALUES ($1, $2, $3, $4, $5, $6))sql",
                   id, enquiry, heed::code(considered.result), considered.note, considered.by,
                   considered.at);
}

std::optional<Considered> considered(store::Records& records, const EnquiryId& enquiry)
{
    const auto row = records.row(R"sql(
        SELECT outcome, note, considered_by, considered_at FROM enquiry_considered
         WHERE enquiry_id = $1 ORDER BY id DESC LIMIT 1)sql",
                                 enquiry);
    if (!row) return std::nullopt;
    return Considered{from_code<Result>(row->text("outcome")).value_or(Result::no_action),
                      row->text("note"), row->text("considered_by"), row->moment("considered_at")};
}

std::string_view label(Result result)
{
    switch (result) {
    case Result::passed_to_key_worker: return "Passed to the key worker";
    case Result::taken_as_referral: return "Taken as a referral";
    case Result::advice_given: return "Advice given";
    case Result::no_action: return "No further action";
    }
    throw Broken{"a result that there is not"};
}

} // namespace heed::enquiry
