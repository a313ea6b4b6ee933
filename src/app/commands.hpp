#pragma once

#include "app/call.hpp"

namespace CLI {
class App;
}

namespace heed::app {

/// Each adds its commands to the program: their options, their help, and what they do. The chosen
/// one is left in `chosen`.
void add_record_commands(CLI::App& program, const Call& call, Command& chosen); // init, user …
void add_ask_command(CLI::App& program, const Call& call, Command& chosen);
void add_import_commands(CLI::App& program, const Call& call, Command& chosen);
void add_find_command(CLI::App& program, const Call& call, Command& chosen);
void add_list_command(CLI::App& program, const Call& call, Command& chosen);
void add_pack_commands(CLI::App& program, const Call& call, Command& chosen);     // pack, due
void add_matching_commands(CLI::App& program, const Call& call, Command& chosen); // matching train
void add_serve_command(CLI::App& program, const Call& call, Command& chosen);

} // namespace heed::app
