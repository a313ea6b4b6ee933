// Finding people among many: recall by class of slip and by community, latency, searches a second
// and memory. matching_bench [PEOPLE] [QUESTIONS A CLASS] [SEED]
#include "support/people.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <map>
#include <thread>

namespace {

using namespace heed;
using Clock = std::chrono::steady_clock;

/// What this thread has used: on a machine that others use too, the honest figure.
double cpu_micros()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

double seconds_since(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

double resident_megabytes()
{
    std::ifstream status{"/proc/self/status"};
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmRSS:")) return std::strtod(line.c_str() + 6, nullptr) / 1024;
    return 0;
}

struct Tally {
    int asked = 0, first = 0, five = 0, ten = 0, shown = 0, strong = 0, strong_wrong = 0;
    int thin = 0;
    int answerable_five = 0;

    void add(const support::MadeQuestion& made, const matching::Answer& answer)
    {
        ++asked;
        thin += made.thin ? 1 : 0;
        shown += static_cast<int>(answer.shown);
        const std::string id = "c" + std::to_string(made.answer);
        const auto found = std::ranges::find(answer.candidates, id, &matching::Candidate::id);
        const auto rank = found - answer.candidates.begin();
        const bool held = made.answer >= 0 && found != answer.candidates.end();
        first += held && rank < 1 ? 1 : 0;
        five += held && rank < 5 ? 1 : 0;
        ten += held && rank < 10 ? 1 : 0;
        answerable_five += held && rank < 5 && !made.thin ? 1 : 0;
        if (matching::one_is_meant(answer) == matching::Meant::one) {
            ++strong;
            strong_wrong += held && rank == 0 ? 0 : 1;
        }
    }
};

double percent(int part, int whole) { return whole == 0 ? 0 : 100.0 * part / whole; }

void print(std::string_view name, const Tally& tally)
{
    std::printf("%-20.*s %6d  %5.1f / %5.1f / %5.1f  answerable %5.1f  shown %4.1f  strong %5.1f  "
                "wrong %5.2f\n",
                static_cast<int>(name.size()), name.data(), tally.asked,
                percent(tally.first, tally.asked), percent(tally.five, tally.asked),
                percent(tally.ten, tally.asked),
                percent(tally.answerable_five, tally.asked - tally.thin),
                tally.asked == 0 ? 0 : static_cast<double>(tally.shown) / tally.asked,
                percent(tally.strong, tally.asked), percent(tally.strong_wrong, tally.asked));
}

struct Run {
    std::map<std::string, Tally> by_class, by_community, by_knows;
    Tally all, absent;
    std::vector<double> micros, cpu;
    std::vector<matching::Question> questions;
    std::size_t everyone = 0;
};

/// What was not found, or was found wrongly, for whoever sets the weights.
void explain(std::string_view slip, const support::MadeQuestion& made,
             const matching::Answer& answer, std::uint64_t seed)
{
    const std::string id = "c" + std::to_string(made.answer);
    const auto found = std::ranges::find(answer.candidates, id, &matching::Candidate::id);
    const auto rank = found - answer.candidates.begin();
    const bool held = made.answer >= 0 && found != answer.candidates.end();
    const bool strong = matching::one_is_meant(answer) == matching::Meant::one;
    if ((!strong || (held && rank == 0)) && (made.answer < 0 || made.thin || (held && rank < 5)))
        return;
    std::string who;
    if (made.answer >= 0) {
        const auto person =
            support::made_person(seed, static_cast<std::uint64_t>(made.answer)).person;
        who = person.names[0].forename + ' ' + person.names[0].middle + ' ' +
              person.names[0].surname + ' ' + to_iso(person.birth.day);
    }
    std::printf("%s %s: %s | %s |", strong ? "wrong" : "missed", std::string{slip}.c_str(),
                matching::spelled_back(made.question).c_str(), who.c_str());
    if (!answer.candidates.empty()) {
        std::printf(" %.1f", static_cast<double>(answer.candidates[0].bits));
        for (const auto& reason : matching::why(answer.candidates[0]))
            std::printf(" %s,", reason.c_str());
    }
    std::puts("");
}

void ask_all(const matching::Finder& finder, Run& run, std::uint64_t people, std::uint64_t each,
             std::uint64_t seed)
{
    static constexpr std::array names{"rich", "desk", "phone"};
    for (const std::string_view slip : support::slip_classes()) {
        for (const auto knows :
             {support::Knows::rich, support::Knows::desk, support::Knows::phone}) {
            for (std::uint64_t number = 0; number < each; ++number) {
                const auto made = support::made_question(seed, people, slip, knows, number);
                if (!made) break;
                const auto start = Clock::now();
                const double cpu = cpu_micros();
                const auto answer = finder.search(made->question, 10);
                run.cpu.push_back(cpu_micros() - cpu);
                run.micros.push_back(seconds_since(start) * 1e6);
                run.everyone += answer.looked_at_everyone ? 1 : 0;
                run.questions.push_back(made->question);
                run.by_class[std::string{slip}].add(*made, answer);
                if (std::getenv("HEED_BENCH_MISSES") != nullptr) explain(slip, *made, answer, seed);
                if (made->answer < 0) {
                    run.absent.add(*made, answer);
                    continue;
                }
                run.all.add(*made, answer);
                run.by_community[std::string{support::communities[made->community]}].add(*made,
                                                                                         answer);
                run.by_knows[names[static_cast<std::size_t>(knows)]].add(*made, answer);
            }
        }
    }
}

double searches_a_second(const matching::Finder& finder, const Run& run, unsigned threads)
{
    const auto start = Clock::now();
    std::vector<std::thread> workers;
    for (unsigned worker = 0; worker < threads; ++worker)
        workers.emplace_back([&, worker] {
            for (std::size_t at = worker; at < run.questions.size(); at += threads)
                finder.search(run.questions[at], 10);
        });
    for (std::thread& worker : workers) worker.join();
    return static_cast<double>(run.questions.size()) / seconds_since(start);
}

} // namespace

int main(int count, char** words)
{
    const auto number = [&](int at, std::uint64_t otherwise) {
        return count > at ? std::strtoull(words[at], nullptr, 10) : otherwise;
    };
    const std::uint64_t people = number(1, 20'000);
    const std::uint64_t each = number(2, 50);
    const std::uint64_t seed = number(3, 1);

    matching::Finder finder;
    const double before = resident_megabytes();
    auto start = Clock::now();
    std::vector<matching::Person> some;
    for (std::uint64_t one = 0; one < people; ++one) {
        some.push_back(support::made_person(seed, one).person);
        if (some.size() == 100'000 || one + 1 == people) {
            finder.put_all(some);
            some.clear();
        }
    }
    some.shrink_to_fit();
    std::printf("%llu people made and put in %.1f s, %.0f bytes each\n",
                static_cast<unsigned long long>(people), seconds_since(start),
                (resident_megabytes() - before) * 1024 * 1024 / static_cast<double>(people));

    Run run;
    ask_all(finder, run, people, each, seed);
    for (const auto& [name, tally] : run.by_class) print(name, tally);
    std::puts("");
    for (const auto& [name, tally] : run.by_community) print(name, tally);
    std::puts("");
    for (const auto& [name, tally] : run.by_knows) print(name, tally);
    print("all", run.all);
    print("nobody there", run.absent);
    const auto print_times = [](const char* what, std::vector<double>& micros) {
        std::ranges::sort(micros);
        const auto at = [&](double part) {
            return micros[static_cast<std::size_t>(part * static_cast<double>(micros.size() - 1))];
        };
        std::printf("%s: p50 %.0f  p95 %.0f  p99 %.0f  most %.0f microseconds\n", what, at(0.5),
                    at(0.95), at(0.99), at(1));
    };
    std::puts("");
    print_times("by the clock", run.micros);
    print_times("of the processor", run.cpu);
    std::printf("%.1f %% looked at everyone\n",
                percent(static_cast<int>(run.everyone), static_cast<int>(run.micros.size())));
    std::printf("two at a time: %.0f searches a second\n", searches_a_second(finder, run, 2));
}
