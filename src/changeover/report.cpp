#include "changeover/report.hpp"

#include "core/ensure.hpp"
#include "core/json.hpp"

namespace heed::changeover {

namespace {

std::string counted(std::size_t number, const char* one, const char* many)
{
    return std::to_string(number) + ' ' + (number == 1 ? one : many);
}

void write_row(JsonWriter& json, const RowReport& row)
{
    json.object().key("line").value(row.line).key("outcome").value(code(row.outcome));
    json.key("child_id");
    if (row.child)
        json.value(row.child->text());
    else
        json.null();
    json.key("codes").array();
    for (const Finding& one : row.findings) json.value(extract::code_name(one.code));
    json.end().key("sentences").array();
    for (const Finding& one : row.findings) json.value(one.sentence);
    json.end().end();
}

const char* label(RowOutcome outcome)
{
    switch (outcome) {
    case RowOutcome::accepted: return "accepted";
    case RowOutcome::accepted_with_questions: return "accepted with questions";
    case RowOutcome::held: return "held";
    case RowOutcome::already_there: return "already there";
    }
    throw Broken{"an outcome that there is not"};
}

} // namespace

std::string to_json(const ImportReport& report)
{
    const Counts& counts = report.counts;
    JsonWriter json;
    json.object().key("rows").value(counts.rows).key("accepted").value(counts.accepted);
    json.key("questions").value(counts.questions).key("held").value(counts.held);
    json.key("already_there").value(counts.already_there).key("children").value(counts.children);
    json.key("plans_open").value(counts.plans_open).key("plans_ended").value(counts.plans_ended);
    json.key("rows_detail").array();
    for (const RowReport& row : report.rows) write_row(json, row);
    return json.end().end().text();
}

std::string in_words(const Counts& counts)
{
    return counted(counts.rows, "row", "rows") + ": " + std::to_string(counts.accepted) +
           " accepted, " + std::to_string(counts.questions) + " accepted with questions, " +
           std::to_string(counts.held) + " held, " + std::to_string(counts.already_there) +
           " already there.";
}

std::string children_in_words(const Counts& counts)
{
    return counted(counts.children, "child", "children") + ", " +
           counted(counts.plans_open, "plan", "plans") + " open, " +
           std::to_string(counts.plans_ended) + " ended.";
}

std::string in_words(const ImportReport& report)
{
    std::string words;
    if (!report.import) words += "Dry run: nothing was written.\n";
    words += "As at " + heed::in_words(report.as_at) + ".\n";
    words += in_words(report.counts) + '\n' + children_in_words(report.counts) + '\n';
    if (report.windows_1252)
        words += "Some of the file is not UTF-8 and was read as Windows-1252.\n";
    for (const auto& heading : report.unknown_headings)
        words += "Not understood, and kept: the heading '" + heading + "'.\n";
    for (const RowReport& row : report.rows) {
        if (row.findings.empty()) continue;
        words += "line " + std::to_string(row.line) + ": " + label(row.outcome) + ".";
        for (const Finding& one : row.findings) words += ' ' + one.sentence;
        words += '\n';
    }
    return words;
}

} // namespace heed::changeover
