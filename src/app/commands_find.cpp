#include "app/commands.hpp"

#include "app/findable.hpp"
#include "lookup/batch_store.hpp"

#include <CLI/CLI.hpp>

namespace heed::app {

namespace {

Outcome<int> find_many(const Call& call, const lookup::BatchCommand& command)
{
    const auto record = TRY(open_record(call));
    const office::Office office{*record->database, record->clock,     record->randomness,
                                *record->pack,     record->authority, {}};
    permission::Desk desk{*record->database, record->pen(), TRY(who_acts(call, *record))};
    // Before millions are read for somebody who may not.
    if (!desk.allowed(permission::Right::find_many)) return refuse(RefusalCode::not_allowed);
    family::People people;
    open_people(*record, people);
    const auto report = lookup::find_batch(office, desk, people, command);
    desk.settle();
    if (!report) return std::unexpected{report.error()};
    print(call, lookup::to_json(*report), lookup::in_words(*report));
    // Every other question is answered all the same.
    return report->errors == 0 ? exit_code::done : exit_code::refused;
}

} // namespace

void add_find_command(CLI::App& program, const Call& call, Command& chosen)
{
    auto batch = std::make_shared<lookup::BatchCommand>();
    auto* find = program.add_subcommand("find", "finds many children at once");
    find->add_option("--batch", batch->questions, "a JSON object a line")->required();
    find->add_option("--out", batch->out, "where the answers go, a line each")->required();
    find->add_option("--top", batch->top, "at most so many children a question")
        ->capture_default_str()
        ->check(CLI::Range(std::size_t{1}, lookup::top_max));
    find->callback([&, batch] { chosen = [&call, batch] { return find_many(call, *batch); }; });
}

} // namespace heed::app
