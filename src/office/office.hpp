#pragma once

#include "ledger/ledger.hpp"
#include "pack/pack.hpp"
#include "permission/visitor.hpp"
#include "store/database.hpp"

namespace heed::office {

/// The council whose record this is.
struct Authority {
    std::string name;
    std::string pack_id;
    std::string duty_telephone; ///< to ring when the record cannot be read; never empty
    bool demonstration = false; ///< all its people are invented
};

/// What every working room finds on its desk. Built once by the app; nothing in it changes after.
struct Office {
    store::Database& database;
    const Clock& clock;
    Randomness& randomness;
    const pack::Pack& pack;
    Authority authority;
    permission::PageMaker page;

    ledger::Pen pen() const { return {clock, randomness}; }
};

/// The authority of this record. Refuses `not_a_record` when there is none yet.
Outcome<Authority> authority_of(store::Records& records);

/// Makes the empty tables the record of `authority`. Refuses `already_a_record`.
Outcome<void> found(store::Transaction& records, const Authority& authority, Moment now);

} // namespace heed::office
