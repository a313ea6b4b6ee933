#pragma once

#include "ledger/ledger.hpp"

#include <string>
#include <string_view>

namespace heed::permission {

/// How strictly people sign in to this record.
struct Settings {
    bool second_factor_required = true; ///< `second_factor`: required | optional
    int idle_minutes = 15;              ///< `idle_minutes`: 1 to 120
    int idle_minutes_out_of_hours = 60; ///< `idle_minutes_out_of_hours`: 1 to 720
};

Settings settings(store::Records& records);

/// Sets one by its name. Refuses `no_such_setting` for a name or value that is none of the above.
Outcome<void> change_setting(store::Transaction& records, const ledger::Pen& pen,
                             const ledger::Actor& actor, const std::string& name,
                             const std::string& value);

} // namespace heed::permission
