#include "app/commands.hpp"

#include "app/findable.hpp"
#include "changeover/command_store.hpp"
#include "index/index_store.hpp"
#include "intake/command_store.hpp"
#include "intake/compare_store.hpp"
#include "training/pairs_file.hpp"

#include <CLI/CLI.hpp>

namespace heed::app {

namespace {

/// Who of the register the children's index knows already: pairs wait for a person.
Outcome<void> compare_with_index(OpenRecord& record, const office::Office& office,
                                 permission::Desk& desk, const changeover::ImportReport& report)
{
    if (record.database->read([](store::Snapshot& records) { return index::head(records); }) == 0)
        return {};
    family::People people;
    open_people(record, people);
    std::set<child::ChildId> children;
    for (const auto& row : report.rows)
        if (row.child) children.insert(*row.child);
    const std::vector<child::ChildId> all{children.begin(), children.end()};
    const int pairs = TRY(intake::compare_with_index(office, desk, people, all));
    std::fprintf(stderr, "%d of them may be children of the index: see 'Recorded twice?'\n", pairs);
    return {};
}

Outcome<int> import_register(const Call& call, const changeover::ImportCommand& command)
{
    const auto record = TRY(open_record(call));
    const office::Office office{*record->database, record->clock,     record->randomness,
                                *record->pack,     record->authority, {}};
    // Without the errand's key: what is in the record already does not go in again.
    permission::Desk desk{*record->database, record->pen(), TRY(who_acts(call, *record))};
    const auto report = changeover::import_register_command(office, desk, command);
    desk.settle();
    if (!report) return std::unexpected{report.error()};
    if (!command.dry_run) TRY_VOID(compare_with_index(*record, office, desk, *report));
    print(call, changeover::to_json(*report), changeover::in_words(*report));
    return exit_code::done;
}

Outcome<int> import_children(const Call& call, const intake::ImportCommand& command)
{
    const auto record = TRY(open_record(call));
    const office::Office office{*record->database, record->clock,     record->randomness,
                                *record->pack,     record->authority, {}};
    permission::Desk desk{*record->database, record->pen(), TRY(who_acts(call, *record))};
    // Before millions are read for somebody who may not.
    if (!desk.allowed(permission::Right::feed_children)) return refuse(RefusalCode::not_allowed);
    family::People people;
    open_people(*record, people);
    const auto report = intake::import_children_command(office, desk, people, command);
    desk.settle();
    if (!report) return std::unexpected{report.error()};
    if (!command.dry_run) save_people(*record, people);
    print(call, intake::to_json(*report), intake::in_words(*report));
    return exit_code::done;
}

Outcome<int> train(const Call& call, const std::string& pairs, const std::string& out)
{
    const auto told = TRY(training::train_command(pairs, out));
    print(call, told.json, told.words);
    return exit_code::done;
}

} // namespace

void add_matching_commands(CLI::App& program, const Call& call, Command& chosen)
{
    auto pairs = std::make_shared<std::string>();
    auto out = std::make_shared<std::string>();
    auto* matching = program.add_subcommand("matching", "how children are found");
    matching->require_subcommand(1);
    auto* learn = matching->add_subcommand("train", "learns weights from reviewed pairs");
    learn->add_option("--pairs", *pairs, "a CSV: asked_forename, held_forename … same")->required();
    learn->add_option("--out", *out, "the new file of weights")->required();
    learn->callback(
        [&, pairs, out] { chosen = [&call, pairs, out] { return train(call, *pairs, *out); }; });
}

void add_import_commands(CLI::App& program, const Call& call, Command& chosen)
{
    auto command = std::make_shared<changeover::ImportCommand>();
    auto* import = program.add_subcommand("import", "brings data of other systems in");
    import->require_subcommand(1);
    auto* extract = import->add_subcommand("register", "a child protection register of 2008");
    extract->add_option("FILE", command->file, "CSV")->required();
    extract->add_option("--map", command->map, "TOML: \"their heading\" = \"our heading\"");
    extract->add_option("--as-at", command->as_at, "the day of the change-over; 1 April 2008");
    extract->add_flag("--dry-run", command->dry_run, "says what would be done, and does nothing");
    extract->callback(
        [&, command] { chosen = [&call, command] { return import_register(call, *command); }; });

    auto feed = std::make_shared<intake::ImportCommand>();
    auto* children = import->add_subcommand("children", "a feed of the children's index");
    children->add_option("FILE", feed->file, "tab- or comma-separated, with a heading")->required();
    children->add_flag("--dry-run", feed->dry_run, "says what would be done, and does nothing");
    children->add_option("--report", feed->report, "a line of JSON for each row goes there");
    children->callback(
        [&, feed] { chosen = [&call, feed] { return import_children(call, *feed); }; });
}

} // namespace heed::app
