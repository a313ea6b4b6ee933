#pragma once

#include "lookup/finding_store.hpp"

namespace heed::lookup {

/// `heed find --batch FILE --out FILE`.
struct BatchCommand {
    std::string questions, out;
    std::size_t top = top_default;
};

struct BatchReport {
    std::int64_t questions = 0, with_hits = 0, strong = 0;
    std::vector<std::pair<std::size_t, Refusal>> not_understood; ///< by line; the first hundred
    std::int64_t errors = 0;                                     ///< all of those
    std::set<std::string> unknown_keys; ///< the first hundred that were passed over
    std::size_t people = 0;
    double seconds = 0; ///< of asking, without opening
};
std::string to_json(const BatchReport& report);
std::string in_words(const BatchReport& report);

/// Answers a file of questions, a line each, in their order. A line that cannot be understood gets
/// an error that names it and its key, and costs no other. Each part of the answers is in the
/// ledger, durable, before it is written to the file.
///
/// Refuses `not_allowed` and `no_such_file`.
Outcome<BatchReport> find_batch(const office::Office& office, permission::Desk& desk,
                                family::People& people, const BatchCommand& command);

} // namespace heed::lookup
