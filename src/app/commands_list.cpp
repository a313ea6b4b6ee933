#include "app/commands.hpp"

#include "listing/list_store.hpp"
#include "listing/list_wire.hpp"

#include <CLI/CLI.hpp>

namespace heed::app {

namespace {

struct ListOptions {
    std::string on, as_known_at, format = "table";
};

Outcome<office::AsOf> as_of(const ListOptions& options, const Clock& clock)
{
    office::AsOf as_of{clock.today()};
    if (!options.on.empty()) as_of.on = TRY(day_of_option(options.on, "on", as_of.on));
    if (!options.as_known_at.empty()) {
        const auto moment = listing::moment_typed(options.as_known_at);
        if (!moment) return refuse(RefusalCode::not_understood, "as-known-at");
        as_of.known_at = TRY(listing::known_by_now(*moment, clock.now(), "as-known-at"));
    }
    return as_of;
}

Outcome<int> list_children(const Call& call, const ListOptions& options)
{
    const auto record = TRY(open_record(call));
    const auto wanted = TRY(as_of(options, record->clock));
    permission::Desk desk = TRY(desk_of(call, *record));
    const auto permit =
        desk.look<permission::Right::see_list>("list.seen", "", "the list on " + to_iso(wanted.on));
    desk.settle();
    if (!permit) return std::unexpected{permit.error()};
    const bool as_table = !call.json && options.format == "table";
    const auto details =
        as_table ? listing::Details::without_families : listing::Details::with_families;
    const auto list = record->database->read([&](store::Snapshot& records) {
        return listing::list(records, wanted, *record->pack, details);
    });
    const auto lines = listing::chosen(list, {.sort_by = listing::SortBy::name});
    if (call.json || options.format == "json")
        print({.json = true}, listing::list_json(list, lines, *record->pack), "");
    else if (options.format == "csv")
        print(call, "", listing::list_csv(list, lines, *record->pack));
    else
        print(call, "", listing::list_table(list, lines, *record->pack));
    return exit_code::done;
}

} // namespace

void add_list_command(CLI::App& program, const Call& call, Command& chosen)
{
    auto options = std::make_shared<ListOptions>();
    auto* list = program.add_subcommand("list", "the children subject to a plan on a day");
    list->add_option("--on", options->on, "a day, as 1/4/2008 or 2008-04-01; today when left out");
    list->add_option("--as-known-at", options->as_known_at, "a past moment");
    list->add_option("--format", options->format)
        ->check(CLI::IsMember({"table", "csv", "json"}))
        ->capture_default_str();
    list->callback(
        [&, options] { chosen = [&call, options] { return list_children(call, *options); }; });
}

} // namespace heed::app
