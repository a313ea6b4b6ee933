#pragma once

#include "app/call.hpp"

namespace heed::app {

struct ServeOptions {
    std::string listen = "127.0.0.1:8080";
    std::string certificate, key; ///< PEM files: TLS when given
    bool behind_proxy = false;
    bool demo = false; ///< makes the demonstration authority first, if there is no record
    std::string unsafe_synchronous; ///< control runs of the power-cut test only
};

/// Serves until told to stop by SIGTERM or SIGINT, then finishes what is in flight.
Outcome<int> serve(const Call& call, const ServeOptions& options);

} // namespace heed::app
