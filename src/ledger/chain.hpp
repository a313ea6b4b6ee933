#pragma once

#include "core/digest.hpp"
#include "ledger/ledger.hpp"

namespace heed::ledger {

/// What an entry's hash covers, as it lies in the table. The formats are written down in
/// docs/ledger-format.md, so that a verifier can be written without this program.
struct Link {
    std::int64_t seq = 0;
    std::string at, who, role, action, subject, content_hash, previous, hash;
};

/// SHA-256 over 0x01, the salt and the content. The salt dies with the content, so that what was
/// withheld cannot be guessed from its hash.
std::string content_hash(std::string_view salt, std::string_view body);

/// The hash that a link must have: SHA-256 over 0x02, the hash before and the link's own leaf.
std::string hash_of(const Link& link);

} // namespace heed::ledger
