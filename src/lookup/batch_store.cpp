#include "lookup/batch_store.hpp"

#include "core/clock.hpp"
#include "core/json.hpp"
#include "core/text.hpp"

#include <cstdio>
#include <fstream>

namespace heed::lookup {

namespace {

// A ledger entry, and a commit, for so many questions.
constexpr std::size_t part_questions = 2000;
constexpr std::size_t line_bytes_max = std::size_t{64} * 1024, errors_kept = 100;

class Batch {
public:
    Batch(const office::Office& office, permission::Desk& desk, family::People& people,
          const BatchCommand& command)
        : office_{office}, desk_{desk}, people_{people}, command_{command},
          in_{command.questions, std::ios::binary}
    {
    }

    Outcome<BatchReport> run()
    {
        if (!in_ || (in_.peek() == std::ifstream::traits_type::eof() && !in_.eof()))
            return refuse(RefusalCode::no_such_file, "batch");
        in_.clear();
        std::ofstream out{command_.out, std::ios::binary | std::ios::trunc};
        if (!out) return refuse(RefusalCode::no_such_file, "out");
        const Stopwatch stopwatch;
        for (auto asked = read(); !asked.empty(); asked = read()) {
            office_.database.read([&](store::Snapshot& records) { people_.catch_up(records); });
            const auto found = find_all(people_, asked, command_.top);
            TRY_VOID(note(office_, desk_, asked, found));
            for (std::size_t i = 0; i < asked.size(); ++i) write(out, asked[i], found[i]);
            std::fprintf(stderr, "%lld questions\n", static_cast<long long>(report_.questions));
        }
        out.flush();
        if (!out) throw Fault{"the answers cannot be written"};
        report_.people = people_.finder().size();
        report_.seconds = stopwatch.seconds();
        return std::move(report_);
    }

private:
    std::vector<Asked> read()
    {
        std::vector<Asked> asked;
        std::string text;
        const Day today = office_.clock.today();
        while (asked.size() < part_questions && std::getline(in_, text)) {
            ++line_;
            if (line_ == 1 && text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
            if (trimmed(text).empty()) continue;
            if (text.size() > line_bytes_max) text.resize(line_bytes_max);
            auto query = query_from_json(text, today);
            asked.push_back({line_, std::move(text), std::move(query)});
        }
        if (in_.bad()) throw Fault{"the questions cannot be read to their end"};
        return asked;
    }

    void write(std::ostream& out, const Asked& asked, const Found& found)
    {
        ++report_.questions;
        if (!asked.query) {
            ++report_.errors;
            if (report_.not_understood.size() < errors_kept)
                report_.not_understood.emplace_back(asked.line, asked.query.error());
            out << error_json(name_in(asked.text), asked.line, asked.query.error()) << '\n';
            return;
        }
        for (const std::string& key : asked.query->unknown)
            if (report_.unknown_keys.size() < errors_kept) report_.unknown_keys.insert(key);
        if (!found.hits.empty()) ++report_.with_hits;
        if (!found.hits.empty() && found.hits.front().strong) ++report_.strong;
        out << to_json(found, asked.line) << '\n';
    }

    const office::Office& office_;
    permission::Desk& desk_;
    family::People& people_;
    const BatchCommand& command_;
    std::ifstream in_;
    std::size_t line_ = 0;
    BatchReport report_;
};

} // namespace

std::string to_json(const BatchReport& report)
{
    JsonWriter json;
    json.object().key("questions").value(report.questions);
    json.key("with_hits").value(report.with_hits).key("strong").value(report.strong);
    json.key("errors").value(report.errors).key("error_lines").array();
    for (const auto& [line, refusal] : report.not_understood) {
        json.object().key("line").value(line).key("field").value(refusal.field);
        json.key("code").value(code_name(refusal.code));
        json.key("sentence").value(in_words(refusal)).end();
    }
    json.end().key("unknown_keys").array();
    for (const std::string& key : report.unknown_keys) json.value(key);
    json.end().key("children").value(report.people);
    return json.key("seconds").value(report.seconds, 3).end().text();
}

std::string in_words(const BatchReport& report)
{
    std::string words = std::to_string(report.questions) + " questions among " +
                        std::to_string(report.people) +
                        " children: " + std::to_string(report.with_hits) +
                        " with somebody to look at, " + std::to_string(report.strong) +
                        " of them sure; " + std::to_string(report.errors) + " not understood.";
    for (const auto& [line, refusal] : report.not_understood)
        words += "\nLine " + std::to_string(line) + ": " + in_words(refusal) +
                 (refusal.field.empty() ? "" : " (" + refusal.field + ")");
    for (const std::string& key : report.unknown_keys)
        words += "\nThe key \"" + key + "\" means nothing here and was passed over.";
    return words;
}

Outcome<BatchReport> find_batch(const office::Office& office, permission::Desk& desk,
                                family::People& people, const BatchCommand& command)
{
    return Batch{office, desk, people, command}.run();
}

} // namespace heed::lookup
