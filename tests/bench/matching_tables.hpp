#pragma once

#include "matching_cases.hpp"

namespace heed::bench {

/// One finder's outcomes of the run's cases, in their order.
struct Results {
    std::string name;
    std::vector<Judged> judged;
};

/// Recall by class, ours in full and within five of the others beside it.
void print_recall(std::span<const Case> cases, std::span<const Results> finders);
/// Recall within five by what the asker knows, over all and the answerable; lists; false alarms.
void print_totals(std::span<const Case> cases, const Results& finder);
void print_fairness(std::span<const Case> cases, std::span<const Results> finders);
/// Percentiles of one finder's times. Ratios to `ours` when it is another's.
void print_times(const Results& finder, const Results* ours);

double percentile(std::vector<double> values, double part);

} // namespace heed::bench
