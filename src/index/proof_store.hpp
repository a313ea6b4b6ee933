#pragma once

#include "index/index_store.hpp"
#include "ledger/verify.hpp"

namespace heed::index {

/// What a chunk's ledger entry holds as its details.
std::string details_of(const Chunk& chunk);

/// What verifying the index came to, in the ledger's terms: a row that was edited, taken away or
/// put in, each named by its seq.
struct Proof {
    std::int64_t rows = 0;
    std::vector<ledger::Finding> findings; ///< at most ledger::findings_max
};

/// Holds every row against the entry of its chunk. The ledger itself is verified by ledger::verify.
/// `progress` is told the number of rows from time to time.
Proof prove(store::Database& database, const std::function<void(std::int64_t)>& progress = {});

} // namespace heed::index
