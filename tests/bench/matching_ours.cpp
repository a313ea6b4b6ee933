#include "matching_ours.hpp"

#include "core/ensure.hpp"
#include "feed/described.hpp"
#include "intake/likeness.hpp"
#include "support/progress.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <filesystem>
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

std::int64_t child_of_id(std::string_view id)
{
    std::int64_t number = -1;
    std::from_chars(id.data() + 1, id.data() + id.size(), number);
    return number;
}

Ours::Ours(std::uint64_t children, std::uint64_t seed) : children_{children}, seed_{seed}
{
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
    // Parts are made one when nobody has come for a moment, as in a record at work.
    const double loaded = wall_micros();
    while (!finder_.holdings().at_rest) std::this_thread::sleep_for(std::chrono::milliseconds{100});
    settled_in_ = (wall_micros() - loaded) / 1e6;
}

Outcome Ours::ask(const support::Question& question) const
{
    Outcome outcome;
    const double wall = wall_micros(), processor = processor_micros();
    const matching::Answer answer = finder_.search(question, 10);
    outcome.processor = processor_micros() - processor;
    outcome.wall = wall_micros() - wall;
    for (std::size_t at = 0; at < answer.shown; ++at) {
        const matching::Candidate& candidate = answer.candidates[at];
        outcome.hits.push_back({child_of_id(candidate.id), static_cast<double>(candidate.bits)});
    }
    outcome.shown = answer.shown;
    outcome.strong = matching::one_is_meant(answer) == matching::Meant::one;
    outcome.everyone = answer.looked_at_everyone;
    return outcome;
}

void Ours::print_size() const
{
    const matching::Holdings holdings = finder_.holdings();
    std::printf("ours: %zu children made in %.1f s, indexed in %.1f s, at rest after %.1f s more; "
                "%zu names, "
                "%zu words, %zu parts, %.0f bytes a child\n",
                holdings.people, made_in_, built_in_, settled_in_, holdings.rows, holdings.words,
                holdings.parts,
                static_cast<double>(holdings.bytes) / static_cast<double>(holdings.people));
}

namespace {

/// How one list stands beside that of a look at everyone.
struct Beside {
    std::size_t other_ten = 0;  ///< not the same first ten
    std::size_t other_list = 0; ///< not the same children worth a look
    std::size_t lost = 0;       ///< the child who is meant is in theirs alone

    void add(const matching::Answer& all, const matching::Answer& found, std::string_view meant)
    {
        const auto same = [&](std::size_t most) {
            const auto first = [&](const matching::Answer& answer) {
                return answer.candidates | std::views::take(most);
            };
            return std::ranges::equal(first(all), first(found), {}, &matching::Candidate::id,
                                      &matching::Candidate::id);
        };
        const auto has = [&](const matching::Answer& answer) {
            return std::ranges::find(answer.candidates, meant, &matching::Candidate::id) !=
                   answer.candidates.end();
        };
        other_ten += same(10) ? 0U : 1U;
        other_list += all.shown == found.shown && same(all.shown) ? 0U : 1U;
        lost += has(all) && !has(found) ? 1U : 0U;
    }
    void print(std::string_view what, std::size_t of) const
    {
        const auto percent = [&](std::size_t part) {
            return 100.0 * static_cast<double>(part) / static_cast<double>(of);
        };
        std::printf("  %-28.*s another list shown %5.2f %%, another ten %5.2f %%, the child lost "
                    "%5.2f %% (%zu)\n",
                    static_cast<int>(what.size()), what.data(), percent(other_list),
                    percent(other_ten), percent(lost), lost);
    }
};

} // namespace

void Ours::compare_with_everyone(std::span<const Case> cases, std::size_t most) const
{
    const std::size_t step = std::max<std::size_t>(1, cases.size() / most);
    std::size_t compared = 0;
    Beside as_asked, along_orders;
    std::vector<double> times;
    support::Progress progress{"ours beside a look at everyone, questions",
                               (cases.size() + step - 1) / step};
    for (std::size_t at = 0; at < cases.size(); at += step) {
        const auto& question = cases[at].made.question;
        const double began = processor_micros();
        const auto all = finder_.search(question, 10, matching::Reach::everyone);
        times.push_back(processor_micros() - began);
        const std::string meant = 'c' + std::to_string(cases[at].made.answer);
        as_asked.add(all, finder_.search(question, 10), meant);
        along_orders.add(all, finder_.search(question, 10, matching::Reach::along_orders), meant);
        progress.at(++compared);
    }
    std::printf("beside a look at everyone (processor p50 %.1f ms, p99 %.1f ms), %zu questions:\n",
                percentile(times, 0.5) / 1'000, percentile(times, 0.99) / 1'000, compared);
    as_asked.print("as it is asked", compared);
    along_orders.print("along the orders alone", compared);
}

void Ours::print_caps(std::span<const Case> cases) const
{
    std::size_t words = 0, days = 0, pairs = 0, carers = 0, compared = 0, scored = 0;
    for (const Case& one : cases) {
        const auto effort =
            finder_.search(one.made.question, 10, matching::Reach::along_orders).effort;
        words += effort.words_left_out > 0 ? 1U : 0U;
        days += effort.days_left_out > 0 ? 1U : 0U;
        pairs += effort.pairs_left_out > 0 ? 1U : 0U;
        carers += effort.carers_left_out > 0 ? 1U : 0U;
        compared += effort.rows_compared;
        scored += effort.rows_scored;
    }
    std::printf("along the orders: %.0f names compared and %.0f scored a question; questions in "
                "which a cap bit: words %zu, days %zu, pairs of words %zu, carers %zu\n",
                static_cast<double>(compared) / static_cast<double>(cases.size()),
                static_cast<double>(scored) / static_cast<double>(cases.size()), words, days, pairs,
                carers);
}

void Ours::print_snapshot(const std::string& file) const
{
    const double began = wall_micros();
    const auto saved = finder_.save(file, {});
    const double written = wall_micros();
    if (!saved) throw Fault{"the index could not be saved in " + file};
    matching::Finder other;
    const auto opened = other.open(file, {});
    const double open = wall_micros();
    if (!opened || other.size() != finder_.size()) throw Fault{"what was saved did not open"};
    std::printf("saved in %.1f s, %.0f MB, opened in %.1f s\n", (written - began) / 1e6,
                static_cast<double>(std::filesystem::file_size(file)) / 1e6,
                (open - written) / 1e6);
    std::filesystem::remove(file);
}

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

void Ours::print_feed(std::span<const Case> cases) const
{
    constexpr std::uint64_t half = 4'000;
    constexpr unsigned threads = 2;
    std::vector<matching::Question> asked;
    for (std::uint64_t one = 0; one < half; ++one)
        for (const std::uint64_t child : {children_ + one, one * (children_ / half)})
            asked.push_back(feed::question_for(support::made_person(seed_, child).person));
    const float least = intake::least_of_likenesses(children_);
    const double began = wall_micros();
    {
        std::vector<std::jthread> workers;
        for (unsigned worker = 0; worker < threads; ++worker)
            workers.emplace_back([&, worker] {
                for (std::size_t at = worker; at < asked.size(); at += threads)
                    finder_.alike(asked[at], 8, least);
            });
    }
    std::printf("as a feed is compared, half of it held already, two at a time: %.0f a second\n",
                static_cast<double>(asked.size()) / ((wall_micros() - began) / 1e6));
    std::size_t slipped = 0, proposed = 0;
    for (const Case& one : cases) {
        if (one.knows != support::Knows::rich || one.about_nobody()) continue;
        const auto alike =
            intake::likenesses(finder_.alike(one.made.question, 8, least), children_);
        const std::string meant = 'c' + std::to_string(one.made.answer);
        ++slipped;
        proposed += std::ranges::any_of(
                        alike, [&](const auto& likeness) { return likeness.other.id == meant; })
                        ? 1U
                        : 0U;
    }
    std::printf(
        "  of %zu with a slip, exact birth and town, proposed as the same or possible %.1f %%\n",
        slipped, 100.0 * static_cast<double>(proposed) / static_cast<double>(slipped));
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
