#pragma once

#include "core/outcome.hpp"
#include "store/records.hpp"

#include <functional>

namespace heed::office {

/// A command that may be sent again because its first answer never came. `key` is the sender's
/// own (an Idempotency-Key header, a hidden field of the form); empty when there is none.
struct Repeatable {
    std::string who;     ///< keys of different senders never meet
    std::string key;     ///< at most 200 characters
    std::string request; ///< all that was asked, in one text: the same key must ask the same
    Moment now;
};

/// Carries `work` out once for each key, in the caller's transaction: the second time its answer
/// is the first time's, and nothing is done. Without a key it is simply carried out. Refuses
/// `key_used_for_another`; what `work` refuses is not remembered.
Outcome<std::string> once(store::Transaction& records, const Repeatable& command,
                          const std::function<Outcome<std::string>()>& work);

} // namespace heed::office
