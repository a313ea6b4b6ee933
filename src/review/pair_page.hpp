#pragma once

#include "links/clusters.hpp"
#include "links/possible_store.hpp"
#include "markup/html.hpp"
#include "office/sheet_page.hpp"
#include "review/compare.hpp"

namespace heed::review {

/// The queue: who may be recorded twice.
struct QueueLine {
    links::Waiting pair;
    std::string one, other; ///< what they are called
};
markup::Html queue_page(const std::vector<QueueLine>& lines, std::int64_t waiting);

/// Two records side by side, and what may be made of them.
struct PairPage {
    links::Waiting pair;
    RecordFacts one, other;
    Agreement agreement;
    std::vector<Row> rows;
    bool both_have_plans = false;
    bool joined = false;             ///< they are one child already
    bool kept_apart = false;         ///< they are two children already
    std::string asked_by, asked_why; ///< whose request waits for another person; empty when none
    bool asked_by_reader = false;
    std::string csrf;
    office::Sheet sheet;
};
markup::Html pair_page(const PairPage& page);

/// "the children's index", "the register", "a person".
std::string_view in_words(links::Source source);

} // namespace heed::review
