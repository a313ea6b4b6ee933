#pragma once

#include "app/call.hpp"

namespace heed::app {

struct ServeOptions {
    std::string listen = "127.0.0.1:8080";
    std::string certificate, key; ///< PEM files: TLS when given
    bool behind_proxy = false;
    bool demo = false; ///< makes the demonstration authority first, if there is no record
    /// Where notices are mailed through: `smtp://host:587` or `smtps://host:465`. None: they wait
    /// in the inbox alone. User and password come from HEED_MAIL_USER and HEED_MAIL_PASSWORD.
    std::string mail_url, mail_from;
    std::string base_url = "http://127.0.0.1:8080"; ///< what links in mails begin with
    std::string unsafe_synchronous;                 ///< control runs of the power-cut test only
};

/// Serves until told to stop by SIGTERM or SIGINT, then finishes what is in flight.
Outcome<int> serve(const Call& call, const ServeOptions& options);

} // namespace heed::app
