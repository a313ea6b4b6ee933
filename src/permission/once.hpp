#pragma once

#include "core/outcome.hpp"
#include "ledger/ledger.hpp"
#include "store/records.hpp"

#include <optional>
#include <string>

namespace heed::permission {

/// A command that may be sent again because its first answer never came.
struct Errand {
    std::string key;       ///< the sender's own, at most 200 characters; empty: not to be repeated
    std::string request;   ///< all that was asked, in one text: the same key must ask the same
    std::string part = {}; ///< which change of several that one errand makes
};

/// What somebody's errand was answered the first time, if it was carried out. Refuses
/// `key_used_for_another`, `too_long`.
Outcome<std::optional<std::string>> answered_before(store::Records& records, const std::string& who,
                                                    const Errand& errand);

/// Keeps the answer in the transaction that carries the errand out. Sealed with the key itself: who
/// has only the database can read neither. Keys of different people never meet.
void keep_answer(store::Transaction& records, const ledger::Pen& pen, const std::string& who,
                 const Errand& errand, const std::string& answer);

/// Answers are kept for 30 days; what is older goes.
void forget_answers(store::Transaction& records, Moment now);

} // namespace heed::permission
