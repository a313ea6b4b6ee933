#include "matching_cases.hpp"

#include "support/progress.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <thread>

namespace heed::bench {
namespace {

using support::Knows;

constexpr std::uint64_t more_about_nobody = 4;
constexpr std::array<Knows, 3> all_knows{Knows::rich, Knows::desk, Knows::phone};

std::vector<Case> cases_of(std::size_t slip, std::uint64_t children, std::uint64_t seed,
                           std::uint64_t each)
{
    std::vector<Case> cases;
    // To be sure of somebody who is not there is rare, and the worst: it takes more to count it.
    if (support::slip_classes()[slip].about_nobody) each *= more_about_nobody;
    for (const Knows knows : all_knows)
        for (std::uint64_t number = 0; number < each; ++number) {
            auto made = support::made_question(seed, children, support::slip_classes()[slip], knows,
                                               number);
            if (!made) break;
            cases.push_back({std::move(*made), slip, knows});
        }
    return cases;
}

} // namespace

std::vector<Case> make_cases(std::uint64_t children, std::uint64_t seed, std::uint64_t each)
{
    const std::size_t slips = support::slip_classes().size();
    std::vector<std::vector<Case>> made(slips);
    {
        std::vector<std::jthread> makers;
        for (std::size_t maker = 0; maker < 2; ++maker)
            makers.emplace_back([&, maker] {
                for (std::size_t slip = maker; slip < slips; slip += 2)
                    made[slip] = cases_of(slip, children, seed, each);
            });
    }
    std::vector<Case> all;
    for (std::vector<Case>& some : made) std::ranges::move(some, std::back_inserter(all));
    return all;
}

Judged judged(const Outcome& outcome, std::int64_t answer, support::Chance& chance)
{
    Judged judged{.shown = outcome.shown,
                  .strong = outcome.strong,
                  .everyone = outcome.everyone,
                  .wall = outcome.wall,
                  .processor = outcome.processor};
    const auto found = std::ranges::find(outcome.hits, answer, &Hit::child);
    if (answer >= 0 && found != outcome.hits.end()) {
        const auto above = std::ranges::count_if(
            outcome.hits, [&](const Hit& hit) { return hit.score > found->score; });
        const auto equal = std::ranges::count(outcome.hits, found->score, &Hit::score);
        judged.rank = static_cast<int>(above) +
                      static_cast<int>(chance.below(static_cast<std::uint64_t>(equal)));
    }
    judged.strong_and_wrong =
        outcome.strong && (outcome.hits.empty() || outcome.hits.front().child != answer);
    return judged;
}

std::vector<Judged> ask_all(std::string_view who, std::span<const Case> cases, const Ask& ask)
{
    std::vector<Judged> all;
    support::Chance ties{1, 2, 3};
    support::Progress progress{std::string{who} + ", questions", cases.size()};
    for (const Case& one : cases) {
        all.push_back(judged(ask(one), one.made.answer, ties));
        progress.at(all.size());
    }
    return all;
}

double processor_micros()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

double wall_micros()
{
    return std::chrono::duration<double, std::micro>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

} // namespace heed::bench
