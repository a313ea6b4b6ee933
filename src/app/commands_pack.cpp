#include "app/commands.hpp"

#include "core/json.hpp"
#include "pack/due.hpp"
#include "pack/library.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <sstream>

namespace heed::app {

namespace {

std::string pack_line(const pack::Pack& pack)
{
    return pack.id() + "  " + pack.title() + ", from " + in_words(pack.valid_from()) +
           (pack.valid_to() ? " to " + in_words(*pack.valid_to()) : "");
}

void pack_json(JsonWriter& json, const pack::Pack& pack)
{
    json.object().key("id").value(pack.id()).key("title").value(pack.title());
    json.key("valid_from").value(to_iso(pack.valid_from())).key("valid_to");
    if (pack.valid_to())
        json.value(to_iso(*pack.valid_to()));
    else
        json.null();
}

void authority_json(JsonWriter& json, const pack::Authority& authority)
{
    json.key("authority").object().key("document").value(authority.document);
    json.key("heading").value(authority.heading);
    json.key("certainty").value(pack::code(authority.certainty)).end();
}

Outcome<int> list_packs(const Call& call)
{
    JsonWriter json;
    std::string words;
    json.object().key("packs").array();
    for (const pack::Pack& pack : pack::list()) {
        pack_json(json, pack);
        json.end();
        words += pack_line(pack) + '\n';
    }
    print(call, json.end().end().text(), words);
    return exit_code::done;
}

/// "10 working days", "1 month".
std::string in_words(const pack::Timescale& timescale)
{
    std::string unit{pack::code(timescale.unit)};
    std::ranges::replace(unit, '_', ' ');
    return std::to_string(timescale.n) + ' ' + unit + (timescale.n == 1 ? "" : "s");
}

/// "initial_assessment, icpc": the time limits that the pack has, by the names `due` takes.
std::string rules_of(const pack::Pack& pack)
{
    std::string names;
    for (const std::string_view code : pack::codes<pack::Rule>) {
        if (pack.timescale(*pack::from_code<pack::Rule>(code)) == nullptr) continue;
        names += (names.empty() ? "" : ", ") + std::string{code};
    }
    return names;
}

Outcome<int> show_pack(const Call& call, const std::string& id)
{
    const pack::Pack pack = TRY(pack::find(id));
    JsonWriter json;
    pack_json(json, pack);
    json.key("timescales").array();
    std::string words = pack_line(pack) + "\n\n";
    for (const std::string_view code : pack::codes<pack::Rule>) {
        const pack::Rule rule = *pack::from_code<pack::Rule>(code);
        const pack::Timescale* timescale = pack.timescale(rule);
        if (timescale == nullptr) continue;
        json.object().key("rule").value(code).key("n").value(timescale->n);
        json.key("unit").value(pack::code(timescale->unit));
        json.key("anchor").value(pack::code(timescale->anchor));
        authority_json(json, timescale->authority);
        json.end();
        words += std::string{code} + ": " + pack.words_for(rule) + ", " + in_words(*timescale) +
                 " from " + pack.words_for(timescale->anchor) + " (" +
                 timescale->authority.document + ", " +
                 std::string{pack::code(timescale->authority.certainty)} + ")\n";
    }
    json.end().key("categories").array();
    for (const pack::Category& category : pack.categories()) {
        json.object().key("code").value(category.code).key("label").value(category.label).end();
        words += category.code + ": " + category.label + "\n";
    }
    print(call, json.end().end().text(), words);
    return exit_code::done;
}

Outcome<int> check_pack(const Call& call, const std::string& path)
{
    std::ifstream file{path, std::ios::binary};
    if (!file) return refuse(RefusalCode::not_found, "file");
    std::stringstream text;
    text << file.rdbuf();
    const auto problems = pack::check(text.str());
    JsonWriter json;
    std::string words;
    json.object().key("good").value(problems.empty()).key("problems").array();
    for (const pack::Problem& problem : problems) {
        json.object().key("line").value(problem.line).key("text").value(problem.text).end();
        words += in_words(problem) + '\n';
    }
    print(call, json.end().end().text(), problems.empty() ? "The pack can be used.\n" : words);
    return problems.empty() ? exit_code::done : exit_code::refused;
}

Outcome<int> show_due(const Call& call, const std::string& rule, const std::string& id,
                      const std::string& from)
{
    const pack::Pack pack = TRY(pack::find(id));
    const auto which = pack::from_code<pack::Rule>(rule);
    if (!which || pack.timescale(*which) == nullptr)
        return refuse(RefusalCode::not_in_this_pack, "rule", "It has: " + rules_of(pack) + ".");
    const Day day = TRY(day_of_option(from, "from", SystemClock{}.today()));
    const pack::Due due = TRY(pack::due(pack, *which, day));
    print(call, pack::due_json(due), pack::due_in_words(pack, due));
    return exit_code::done;
}

} // namespace

void add_pack_commands(CLI::App& program, const Call& call, Command& chosen)
{
    auto* packs = program.add_subcommand("pack", "procedure packs");
    packs->require_subcommand(1);
    packs->add_subcommand("list", "the packs inside this program")->callback([&] {
        chosen = [&] { return list_packs(call); };
    });
    auto text = std::make_shared<std::string>();
    auto* show = packs->add_subcommand("show", "what a pack holds");
    show->add_option("ID", *text)->required();
    show->callback([&, text] { chosen = [&call, text] { return show_pack(call, *text); }; });
    auto* check = packs->add_subcommand("check", "whether a file can be used as a pack");
    check->add_option("FILE", *text)->required();
    check->callback([&, text] { chosen = [&call, text] { return check_pack(call, *text); }; });

    struct DueOptions {
        std::string rule, pack = "eng-wt2006-medway", from;
    };
    auto due = std::make_shared<DueOptions>();
    auto* command = program.add_subcommand("due", "one deadline and its working");
    command->add_option("RULE", due->rule, "for instance core_group_first")->required();
    command->add_option("--pack", due->pack)->capture_default_str();
    command->add_option("--from", due->from, "the day of the anchor, as 2008-04-01")->required();
    command->callback([&, due] {
        chosen = [&call, due] { return show_due(call, due->rule, due->pack, due->from); };
    });
}

} // namespace heed::app
