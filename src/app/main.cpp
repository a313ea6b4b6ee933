#include "app/commands.hpp"

#include "core/json.hpp"
#include "core/log.hpp"
#include "core/text.hpp"
#include "training/pairs_file.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace heed;
using namespace heed::app;

std::string default_database()
{
    const char* named = std::getenv("HEED_DATABASE");
    return named != nullptr && *named != '\0' ? named : "./heed.db";
}

int refused(const Call& call, const Refusal& refusal)
{
    const std::string about = refusal.field.empty() ? "" : " (" + refusal.field + ")";
    std::fprintf(stderr, "heed: refused: %s: %s%s\n", std::string{code_name(refusal.code)}.c_str(),
                 in_words(refusal).c_str(), about.c_str());
    if (call.json) {
        JsonWriter json;
        json.object().key("refused").value(code_name(refusal.code));
        json.key("field");
        if (refusal.field.empty())
            json.null();
        else
            json.value(refusal.field);
        json.key("sentence").value(in_words(refusal)).end();
        std::puts(json.text().c_str());
    }
    return exit_code::refused;
}

/// The door: the one place where a fault or a mistake of ours is caught.
int carry_out(const Call& call, const Command& command)
{
    try {
        const auto weights = training::use_weights_of_environment();
        const auto outcome = weights ? command() : std::unexpected{weights.error()};
        return outcome ? *outcome : refused(call, outcome.error());
    } catch (const Broken& why) {
        log::failure("broken", why);
        std::fputs("heed: broken: this is our mistake. Nothing is half-done.\n", stderr);
    } catch (const Fault& why) {
        std::fprintf(stderr, "heed: could not check: %s. Nothing is half-done.\n", why.what());
    } catch (const std::exception& why) {
        log::failure("fault", why);
        std::fputs("heed: could not check. Nothing is half-done.\n", stderr);
    }
    return exit_code::fault;
}

/// What was asked, without the program's name and the key.
std::string asked_in(std::span<char*> arguments)
{
    std::string asked;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const std::string_view argument{arguments[i]};
        if (argument == "--key")
            ++i;
        else if (!argument.starts_with("--key="))
            asked += std::string{argument} + '\n';
    }
    return asked;
}

} // namespace

// What CLI11 throws while the program is put together is our own mistake, and ends it.
int main(int count, char** arguments) // NOLINT(bugprone-exception-escape)
{
    CLI::App program{"Heed: the record of children subject to a Child Protection Plan", "heed"};
    program.set_version_flag("--version", HEED_VERSION);
    program.require_subcommand(1);
    program.fallthrough();
    for (int at = 1; at < count; ++at)
        if (!is_utf8(arguments[at])) { // nothing that cannot be written down gets further
            std::fprintf(stderr, "heed: argument %d is not UTF-8 text\n", at);
            return exit_code::usage;
        }
    Call call{.database = default_database()};
    program.add_option("--database", call.database,
                       "an SQLite file, or postgresql://… (HEED_DATABASE, else ./heed.db)");
    program.add_option("--as", call.as, "who acts; proved by HEED_TOKEN or a password");
    program.add_flag("--json", call.json, "one JSON document on standard output");
    program.add_option(
        "--key", call.key,
        "makes a repeat safe: a key is carried out once, and its first answer given");
    call.command = asked_in({arguments, static_cast<std::size_t>(count)});
    Command chosen;
    add_record_commands(program, call, chosen);
    add_ask_command(program, call, chosen);
    add_import_commands(program, call, chosen);
    add_find_command(program, call, chosen);
    add_list_command(program, call, chosen);
    add_pack_commands(program, call, chosen);
    add_matching_commands(program, call, chosen);
    add_serve_command(program, call, chosen);
    try {
        program.parse(count, arguments);
    } catch (const CLI::RequiredError& error) {
        if (const auto unknown = program.remaining(); unknown.empty())
            program.exit(error, std::cout, std::cerr);
        else
            std::fprintf(stderr, "heed: there is no command '%s'; heed --help lists them\n",
                         unknown.front().c_str());
        return exit_code::usage;
    } catch (const CLI::ParseError& error) {
        const int code = program.exit(error, std::cout, std::cerr);
        return code == 0 ? exit_code::done : exit_code::usage;
    }
    return carry_out(call, chosen);
}
