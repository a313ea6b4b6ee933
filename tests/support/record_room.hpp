#pragma once

#include "ledger/ledger.hpp"
#include "office/as_of.hpp"
#include "support/engines.hpp"

namespace heed::testing {

/// The base of a store test of a room of the record. A clock that moves a second with each change,
/// and changes made as a command makes them: with an entry in the ledger.
class RecordRoom : public OnEveryEngine {
protected:
    FixedClock clock{*moment_from_iso("2026-11-24T09:00:00Z")};
    SystemRandomness randomness;

    /// Gives what `work(records, stamp)` gives; nothing is kept of what it refuses.
    template <class Work> auto write(Work&& work)
    {
        clock.advance(std::chrono::seconds{1});
        return database.write([&](store::Transaction& records) {
            auto done = work(records, office::Stamp{clock.now(), randomness});
            if (done)
                ledger::append(records, {clock, randomness}, {"test", "system"},
                               {.action = "test"});
            return done;
        });
    }
    template <class Work> auto read(Work&& work) { return database.read(work); }
    office::AsOf now() const { return {.on = clock.today()}; }
};

} // namespace heed::testing
