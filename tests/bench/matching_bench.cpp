// Finding children among many, beside what a good engineer would write on PostgreSQL and with
// Xapian: recall by class of slip and by community, lists, latency, memory, growth.
#include "matching_ours.hpp"
#include "matching_postgres_store.hpp"
#include "matching_sets.hpp"
#include "matching_xapian.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

namespace heed::bench {
namespace {

struct Wanted {
    std::uint64_t children = 1'000'000;
    std::uint64_t seed = 20'261'122;
    std::uint64_t each = 60;
    bool long_run = false;
    bool explain = false;
    std::string published; ///< a folder
    std::string short_forms = "data/names/short-forms.txt";
    std::string folder = "build/bench"; ///< for what is left from one run to the next
    std::vector<std::string> parts;

    bool wants(const std::string& part) const
    {
        return parts.empty() || std::ranges::find(parts, part) != parts.end();
    }
};

constexpr std::uint64_t at_most_for_others = 3'000'000;

class MatchingBench {
public:
    explicit MatchingBench(const Wanted& wanted) : wanted_{wanted}
    {
        std::filesystem::create_directories(wanted.folder);
    }

    void run()
    {
        if (wanted_.wants("sets")) measure_sets();
        if (!wanted_.wants("ours") && !wanted_.wants("postgres") && !wanted_.wants("xapian"))
            return;
        cases_ = make_cases(wanted_.children, wanted_.seed, wanted_.each);
        std::printf("\n%llu children, seed %llu, %zu questions: %llu of each class and asker\n",
                    static_cast<unsigned long long>(wanted_.children),
                    static_cast<unsigned long long>(wanted_.seed), cases_.size(),
                    static_cast<unsigned long long>(wanted_.each));
        if (wanted_.wants("ours")) {
            measure_ours();
            print(); // what is known already, as the others take minutes
        }
        const bool others = wanted_.children <= at_most_for_others;
        if (wanted_.wants("postgres") && (others || wanted_.long_run)) measure_postgres();
        if (wanted_.wants("xapian") && others) measure_xapian();
        if (results_.size() > 1 || !wanted_.wants("ours")) print();
    }

private:
    void measure_sets()
    {
        std::puts("records of one person found by another: indexed, asked, within 1 / 5 / 10, "
                  "asked of nobody indexed, strong and wrong");
        const auto sets =
            wanted_.published.empty() ? sets_like_those(wanted_.seed) : sets_in(wanted_.published);
        for (const RecordSet& set : sets) measure(set, 6'000);
        if (sets.empty()) std::printf("no published set is in %s\n", wanted_.published.c_str());
    }

    void measure_ours()
    {
        const Ours ours{wanted_.children, wanted_.seed};
        ours.print_size();
        results_.push_back({"ours", ask_all("ours", cases_, [&](const Case& one) {
                                return ours.ask(one.made.question);
                            })});
        ours.print_speed(cases_);
        ours.print_feed(cases_);
        std::size_t everyone = 0;
        for (const Judged& judged : results_.back().judged) everyone += judged.everyone ? 1U : 0U;
        std::printf("looked at everyone: %zu of %zu questions\n", everyone, cases_.size());
        ours.print_caps(cases_);
        ours.compare_with_everyone(
            cases_, std::clamp<std::size_t>(600'000'000 / wanted_.children, 60, 600));
        ours.print_snapshot(wanted_.folder + "/people.snapshot");
        if (wanted_.explain) ours.explain(cases_, results_.back());
        print_growth();
    }

    void measure_postgres()
    {
        const char* url = std::getenv("HEED_TEST_POSTGRES");
        if (url == nullptr) {
            std::puts("PostgreSQL: left out, as HEED_TEST_POSTGRES names no server");
            return;
        }
        PostgresSearch postgres{url, wanted_.short_forms};
        postgres.fill(wanted_.children, wanted_.seed);
        postgres.print_size();
        results_.push_back({"PostgreSQL", ask_all("PostgreSQL", cases_, [&](const Case& one) {
                                return postgres.ask(one.made.question);
                            })});
    }

    void measure_xapian()
    {
        XapianSearch xapian{wanted_.folder + "/xapian", wanted_.short_forms};
        xapian.fill(wanted_.children, wanted_.seed);
        xapian.print_size();
        results_.push_back({"Xapian", ask_all("Xapian", cases_, [&](const Case& one) {
                                return xapian.ask(one.made.question);
                            })});
    }

    void print() const
    {
        if (results_.empty()) return;
        print_recall(cases_, results_);
        print_fairness(cases_, results_);
        for (const Results& finder : results_) print_totals(cases_, finder);
        std::puts("\none search at a time, milliseconds: p50, p95, p99, most, mean");
        for (const Results& finder : results_)
            print_times(finder, &finder == &results_.front() ? nullptr : &results_.front());
        std::fflush(stdout);
    }

    /// Each size's median is kept, so that two runs of different sizes say how it grows.
    void print_growth() const
    {
        std::vector<double> times;
        for (const Judged& judged : results_.back().judged) times.push_back(judged.processor);
        const double median = percentile(times, 0.5);
        const std::string file = wanted_.folder + "/growth-";
        std::ofstream{file + std::to_string(wanted_.children)} << median << '\n';
        for (const std::uint64_t other : {1'000'000U, 11'000'000U}) {
            std::ifstream in{file + std::to_string(other)};
            double then = 0;
            if (other == wanted_.children || !(in >> then)) continue;
            std::printf("growth: p50 of processor %.3f ms here, %.3f ms at %llu children when last "
                        "run, ratio %.2f\n",
                        median / 1'000, then / 1'000, static_cast<unsigned long long>(other),
                        std::max(median, then) / std::min(median, then));
        }
    }

    Wanted wanted_;
    std::vector<Case> cases_;
    std::vector<Results> results_;
};

} // namespace
} // namespace heed::bench

int main(int count, char** words)
try {
    heed::bench::Wanted wanted;
    CLI::App app{"How well and how fast children are found."};
    app.add_option("--children", wanted.children, "how many are made and indexed (1,000,000)");
    app.add_option("--seed", wanted.seed, "the same seed makes the same people and questions");
    app.add_option("--each", wanted.each, "questions of each class and asker (60)");
    app.add_flag("--long", wanted.long_run, "PostgreSQL also among more than three million");
    app.add_flag("--explain", wanted.explain, "every child that was missed, and who came first");
    app.add_option("--public", wanted.published,
                   "a folder with the published sets' CSV files, measured instead of our likes");
    app.add_option("--only", wanted.parts, "parts: sets, ours, postgres, xapian")->delimiter(',');
    CLI11_PARSE(app, count, words);
    if (!wanted.published.empty() && wanted.parts.empty()) wanted.parts = {"sets"};
    heed::bench::MatchingBench{wanted}.run();
    return 0;
} catch (const std::exception& wrong) {
    std::fprintf(stderr, "the benchmark failed: %s\n", wrong.what());
    return 1;
}
