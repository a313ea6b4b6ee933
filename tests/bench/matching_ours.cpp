#include "matching_ours.hpp"

#include "support/progress.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <malloc.h>
#include <thread>

namespace heed::bench {
namespace {

constexpr std::uint64_t part = 50'000;

std::vector<matching::Person> made_part(std::uint64_t seed, std::uint64_t from, std::uint64_t end)
{
    std::vector<matching::Person> people(end - from);
    const std::uint64_t middle = (end - from) / 2;
    const auto make = [&](std::uint64_t first, std::uint64_t last) {
        for (std::uint64_t one = first; one < last; ++one)
            people[one] = support::made_person(seed, from + one).person;
    };
    std::jthread half{make, 0, middle};
    make(middle, end - from);
    return people;
}

std::string described(const support::MadePerson& made)
{
    const matching::Person& person = made.person;
    const matching::PersonName& name = person.names[0];
    std::string text = name.forename + ' ' + name.middle + (name.middle.empty() ? "" : " ") +
                       name.surname + ' ' + to_iso(person.birth.day);
    if (person.names.size() > 1)
        text += ", known as " + person.names[1].forename + ' ' + person.names[1].surname;
    return text + ", " + person.places[0].town + ", carer " + person.carers[0];
}

} // namespace

double resident_bytes()
{
    std::ifstream status{"/proc/self/status"};
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmRSS:")) return std::strtod(line.c_str() + 6, nullptr) * 1024;
    return 0;
}

std::int64_t child_of_id(std::string_view id)
{
    std::int64_t number = -1;
    std::from_chars(id.data() + 1, id.data() + id.size(), number);
    return number;
}

Ours::Ours(std::uint64_t children, std::uint64_t seed) : children_{children}, seed_{seed}
{
    malloc_trim(0);
    const double before = resident_bytes();
    support::Progress progress{"ours, children", children};
    for (std::uint64_t from = 0; from < children; from += part) {
        const std::uint64_t end = std::min(children, from + part);
        const double began = wall_micros();
        const auto people = made_part(seed, from, end);
        const double made = wall_micros();
        finder_.put_all(people);
        made_in_ += (made - began) / 1e6;
        built_in_ += (wall_micros() - made) / 1e6;
        progress.at(end);
    }
    malloc_trim(0);
    bytes_ = resident_bytes() - before;
}

Outcome Ours::ask(const support::Question& question) const
{
    Outcome outcome;
    const double wall = wall_micros(), processor = processor_micros();
    const matching::Answer answer = finder_.search(question, 10);
    outcome.processor = processor_micros() - processor;
    outcome.wall = wall_micros() - wall;
    for (const matching::Candidate& candidate : answer.candidates)
        outcome.hits.push_back({child_of_id(candidate.id), static_cast<double>(candidate.bits)});
    outcome.shown = answer.shown;
    outcome.strong = matching::one_is_meant(answer) == matching::Meant::one;
    outcome.everyone = answer.looked_at_everyone;
    return outcome;
}

void Ours::print_size() const
{
    std::printf("ours: %llu children made in %.1f s, indexed in %.1f s, %.0f bytes a child\n",
                static_cast<unsigned long long>(children_), made_in_, built_in_,
                bytes_ / static_cast<double>(children_));
}

std::size_t Ours::compare_with_everyone(std::span<const Case>, std::size_t) const { return 0; }

void Ours::print_speed(std::span<const Case> cases) const
{
    constexpr unsigned threads = 2;
    const double began = wall_micros();
    {
        std::vector<std::jthread> workers;
        for (unsigned worker = 0; worker < threads; ++worker)
            workers.emplace_back([&, worker] {
                for (std::size_t at = worker; at < cases.size(); at += threads)
                    finder_.search(cases[at].made.question, 10);
            });
    }
    std::printf("two at a time: %.0f searches a second\n",
                static_cast<double>(cases.size()) / ((wall_micros() - began) / 1e6));
}

void Ours::explain(std::span<const Case> cases, const Results& results) const
{
    for (std::size_t at = 0; at < cases.size(); ++at) {
        const Case& one = cases[at];
        const Judged& judged = results.judged[at];
        const bool missed = !one.about_nobody() && !one.made.thin && !judged.within(5);
        if (!missed && !judged.strong_and_wrong) continue;
        const auto& slip = support::slip_classes()[one.slip];
        std::printf(
            "\n%s %.*s %.*s: %s\n", missed ? "missed" : "strong and wrong",
            static_cast<int>(slip.name.size()), slip.name.data(),
            static_cast<int>(support::knows_names[static_cast<std::size_t>(one.knows)].size()),
            support::knows_names[static_cast<std::size_t>(one.knows)].data(),
            matching::spelled_back(one.made.question).c_str());
        if (!one.about_nobody())
            std::printf(
                "  meant (rank %d): %s\n", judged.rank,
                described(support::made_person(seed_, static_cast<std::uint64_t>(one.made.answer)))
                    .c_str());
        const auto answer = finder_.search(one.made.question, 10);
        for (std::size_t rank = 0; rank < std::min<std::size_t>(2, answer.candidates.size());
             ++rank) {
            const auto& candidate = answer.candidates[rank];
            std::printf("  %zu. %.1f bits: %s |", rank + 1, static_cast<double>(candidate.bits),
                        described(support::made_person(
                                      seed_, static_cast<std::uint64_t>(child_of_id(candidate.id))))
                            .c_str());
            for (const std::string& reason : matching::why(candidate))
                std::printf(" %s;", reason.c_str());
            std::puts("");
        }
    }
}

} // namespace heed::bench
