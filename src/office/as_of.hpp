#pragma once

#include "core/id.hpp"
#include "core/moment.hpp"
#include "core/random.hpp"

#include <optional>
#include <string>

namespace heed::office {

/// Which day is asked about, and as known when. Every reader of the record takes one.
///
/// Each fact of the record is a statement: true of its days (`from_day` to `to_day`, both
/// counting), recorded at a moment, and superseded at another if it was corrected. A correction
/// never edits it: so what was known at a past moment can always be asked again.
struct AsOf {
    Day on;
    std::optional<Moment> known_at = {}; ///< absent: all that is known now

    /// For `recorded_at <= $n AND (superseded_at IS NULL OR superseded_at > $n)`.
    std::string known() const
    {
        return known_at ? to_iso(*known_at) : std::string{"9999-12-31T23:59:59.999Z"};
    }
    bool operator==(const AsOf&) const = default;
};

/// What a writer needs of the world: the moment that its statements are recorded at, and fresh
/// ids.
struct Stamp {
    Moment now;
    Randomness& randomness;

    template <class AnyId> AnyId fresh() const { return *AnyId::from(uuid()); }
    std::string uuid() const { return new_uuid(now, randomness); }
};

} // namespace heed::office
