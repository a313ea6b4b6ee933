#include "intake/report.hpp"

#include "core/json.hpp"
#include "interop/json_reader.hpp"

namespace heed::intake {

namespace {

struct Counted {
    const char* name;
    std::int64_t Counts::* count;
};
constexpr std::array every_count{
    Counted{"rows", &Counts::rows},         Counted{"same", &Counts::same},
    Counted{"possible", &Counts::possible}, Counted{"new", &Counts::fresh},
    Counted{"held", &Counts::held},         Counted{"already_there", &Counts::already_there},
    Counted{"changed", &Counts::changed},   Counted{"proposed", &Counts::proposed},
};

void write(JsonWriter& json, const Counts& counts)
{
    for (const Counted& one : every_count) json.key(one.name).value(counts.*one.count);
}

void write(JsonWriter& json, const HeldRow& row)
{
    json.object().key("line").value(row.line).key("outcome").value("held").key("field");
    if (row.complaint.column)
        json.value(code(*row.complaint.column));
    else
        json.null();
    json.key("code").value(code(row.complaint.wrong));
    json.key("sentence").value(feed::sentence(row.complaint.wrong));
    json.key("words").value(row.words).end();
}

void write_other(JsonWriter& json, const Likeness& one)
{
    const auto feed_id = one.other.id.starts_with('=')
                             ? std::optional{std::string_view{one.other.id}.substr(1)}
                             : std::nullopt;
    json.object().key("outcome").value(code(one.ending));
    json.key("kind").value(feed_id ? "indexed" : "record");
    json.key("id").value(feed_id ? *feed_id : std::string_view{one.other.id});
    json.key("bits").value(static_cast<double>(one.other.bits), 1).key("why").array();
    for (const std::string& reason : matching::why(one.other)) json.value(reason);
    json.end().end();
}

std::string counted(std::int64_t count, const char* one, const char* several)
{
    return std::to_string(count) + ' ' + (count == 1 ? one : several);
}

} // namespace

std::string_view sentence(Known known)
{
    switch (known) {
    case Known::no: return "";
    case Known::as_it_is: return "the same row is known";
    case Known::otherwise: return "the feeder's id is known; what the row says has changed";
    case Known::as_record_child: return "a child of the record has this number";
    }
    return "";
}

std::string to_json(const Counts& counts)
{
    JsonWriter json;
    json.object();
    write(json, counts);
    return json.end().text();
}

std::optional<Counts> counts_from_json(std::string_view text)
{
    const auto json = interop::read_json(text);
    if (!json) return std::nullopt;
    Counts counts;
    for (const Counted& one : every_count) {
        const auto count = json->integer(one.name);
        if (!count) return std::nullopt;
        counts.*one.count = *count;
    }
    return counts;
}

std::string to_json(const RowEnding& row)
{
    JsonWriter json;
    json.object().key("line").value(row.line).key("id").value(row.feed_id);
    json.key("outcome").value(code(row.ending)).key("why").array();
    if (row.known != Known::no) json.value(sentence(row.known));
    json.end().key("like").array();
    for (const Likeness& one : row.likenesses) write_other(json, one);
    return json.end().end().text();
}

std::string to_json(const HeldRow& row)
{
    JsonWriter json;
    write(json, row);
    return json.text();
}

std::string to_json(const ImportReport& report)
{
    JsonWriter json;
    json.object();
    write(json, report.counts);
    json.key("dry_run").value(report.dry_run).key("resumed_after_line");
    if (report.resumed_after == 0)
        json.null();
    else
        json.value(report.resumed_after);
    json.key("children").value(report.people).key("unknown_headings").array();
    for (const std::string& heading : report.unknown_headings) json.value(heading);
    json.end().key("windows_1252").value(report.windows_1252).key("held_rows").array();
    for (const HeldRow& row : report.held) write(json, row);
    return json.end().end().text();
}

std::string in_words(const ImportReport& report)
{
    const Counts& counts = report.counts;
    std::string words = counted(counts.rows, "row", "rows") + ": " + std::to_string(counts.fresh) +
                        " new, " + std::to_string(counts.same) + " the same as somebody known (" +
                        std::to_string(counts.already_there) + " without a change, " +
                        std::to_string(counts.changed) + " changed, " +
                        std::to_string(counts.proposed) + " to be confirmed), " +
                        std::to_string(counts.possible) + " possibly the same, " +
                        std::to_string(counts.held) + " held.\n";
    if (report.dry_run) words += "This was a dry run: nothing was written.\n";
    if (report.resumed_after != 0)
        words += "It went on after line " + std::to_string(report.resumed_after) +
                 ", where an earlier import had stopped.\n";
    for (const std::string& heading : report.unknown_headings)
        words += "The column \"" + heading + "\" was passed over.\n";
    for (const HeldRow& row : report.held) {
        words += "Line " + std::to_string(row.line) + " is held";
        if (row.complaint.column) words += " (" + std::string{code(*row.complaint.column)} + ")";
        words += ". " + std::string{feed::sentence(row.complaint.wrong)} + '\n';
    }
    return words + std::to_string(report.people) + " children are findable.";
}

} // namespace heed::intake
