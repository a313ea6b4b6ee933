#pragma once

#include "support/chance.hpp"
#include "support/people_questions.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

/// The questions of one run, and how well a finder of children did with each.
namespace heed::bench {

struct Case {
    support::MadeQuestion made;
    std::size_t slip = 0; ///< place in support::slip_classes()
    support::Knows knows{};

    bool about_nobody() const { return made.answer < 0; }
};

/// `each` questions of every class and every kind of asker about `children` made children, and four
/// times as many about children who are not there.
std::vector<Case> make_cases(std::uint64_t children, std::uint64_t seed, std::uint64_t each);

struct Hit {
    std::int64_t child = -1;
    double score = 0;
};

/// What one finder said to one question. Times in microseconds.
struct Outcome {
    std::vector<Hit> hits; ///< best first
    std::size_t shown = 0; ///< how many of them it would show
    bool strong = false;   ///< it would show the first as the answer by itself
    bool everyone = false; ///< it looked at everyone
    double wall = 0;
    double processor = 0;
};

constexpr int not_found = 1'000;

/// One outcome held against the truth.
struct Judged {
    int rank = not_found; ///< of the child who is meant; 0 is the first
    std::size_t shown = 0;
    bool strong = false;
    bool strong_and_wrong = false;
    bool everyone = false;
    double wall = 0;
    double processor = 0;

    bool within(int most) const { return rank < most; }
};

/// Equal scores are put in an order by chance: who breaks ties by number would look better.
Judged judged(const Outcome& outcome, std::int64_t answer, support::Chance& chance);

using Ask = std::function<Outcome(const Case&)>;
/// Asks every case, says on standard error how far it is, and judges the outcomes.
std::vector<Judged> ask_all(std::string_view who, std::span<const Case> cases, const Ask& ask);

/// What this thread has used, in microseconds: on a machine that others use too the honest figure.
double processor_micros();
double wall_micros();

} // namespace heed::bench
