#include "app/commands.hpp"

#include <CLI/CLI.hpp>

namespace heed::app {

void add_children_commands(CLI::App&, const Call&, Command&) {}

} // namespace heed::app
