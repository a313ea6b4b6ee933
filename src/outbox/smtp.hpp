#pragma once

#include "outbox/sender.hpp"

#include <string>

namespace heed::outbox {

/// The mail server that takes our notices.
struct SmtpOptions {
    std::string url;       ///< `smtp://mail.example:587` (STARTTLS) or `smtps://…:465`
    std::string from;      ///< `heed@example.gov.uk`
    std::string user = {}; ///< empty: no log-in
    std::string password = {};
    bool tls_required = true;          ///< off only towards a server on this machine
    std::chrono::seconds patience{30}; ///< for one mail
};

/// A Deliver that hands mails to that server. Safe from any thread. A Fault when libcurl cannot be
/// used at all.
Deliver by_smtp(SmtpOptions options);

/// The mail as it goes over the wire. Broken when an address or the subject holds a line break.
std::string message_of(const Mail& mail, const std::string& from);

} // namespace heed::outbox
