#include "matching/index.hpp"

#include "asking/asked.hpp"
#include "matching/confidence.hpp"
#include "names/scripts.hpp"
#include "searching/search.hpp"

#include <algorithm>
#include <numeric>
#include <ranges>

namespace heed::matching {
namespace {

using asking::Asked;
using asking::Lines;
using asking::lines_for;
using people::Row;
using searching::Found;
using searching::Search;

// Up to so many people, looking at everyone takes less than a millisecond, and loses nobody.
constexpr std::size_t always_everyone = 20'000;
// A search reads through so many fresh rows in some ten microseconds.
constexpr std::uint32_t fresh_most = 2'000;
// Each part costs every search a look-up a key. More than these are waited for.
constexpr std::size_t parts_most = 24;
// Longer than a batch of an import takes: else millions of rows are moved between two of them.
constexpr std::chrono::seconds at_rest_after{10};
// More than half of all names that are asked for; it takes half a second of a thread that nobody
// waits for.
constexpr std::ptrdiff_t words_compared_beforehand = 6'000;

/// Those that most names hold, the most first: they are asked for most.
std::vector<names::WordId> most_held(const names::Lexicon& lexicon)
{
    std::vector<names::WordId> words(lexicon.size() - 1);
    std::iota(words.begin(), words.end(), names::WordId{1});
    const auto end = words.begin() + std::min(std::ssize(words), words_compared_beforehand);
    std::ranges::partial_sort(words, end, [&](names::WordId left, names::WordId right) {
        const std::uint32_t one = lexicon.held(left);
        const std::uint32_t other = lexicon.held(right);
        return one != other ? one > other : left < right;
    });
    words.erase(end, words.end());
    return words;
}

std::vector<Candidate> described(const Search& search, const people::People& people)
{
    std::vector<Candidate> candidates;
    for (const Found& found : search.best().found()) {
        if (!search.may_be_shown(found)) break;
        const Row row = people.row(found.row);
        candidates.push_back({people.details(found.person).id, found.bits, Confidence::possible,
                              evidence_of(search.scorer().score(row), row, people)});
    }
    return candidates;
}

Answer answer_to(const Question& question, const people::People& people, std::size_t top,
                 Reach reach)
{
    const Asked asked{question, people};
    const Lines lines = lines_for(asked.best_possible(), people.size());
    // One more than are wanted, as the first is judged by how far it is from the second.
    Search search{asked, people, top + 1};
    Answer answer;
    if (reach != Reach::everyone && people.size() > always_everyone) search.want_only_shown(lines);
    // Along the orders first in any case: whoever is found there lets the rest be passed over.
    search.look_along_orders();
    bool sure = people.size() > always_everyone && search.is_sure(lines);
    if (!sure && reach == Reach::everyone_when_unsure) {
        search.look_along_carers();
        sure = people.size() > always_everyone && search.is_sure(lines);
    }
    answer.looked_at = search.effort().rows_compared;
    answer.looked_at_everyone =
        reach == Reach::everyone || (reach == Reach::everyone_when_unsure && !sure);
    if (answer.looked_at_everyone) {
        search.look_at_everyone();
        answer.looked_at = people.size();
    }
    answer.effort = search.effort();
    answer.candidates = described(search, people);
    answer.spellings = asked.spellings(people.words());
    judge(answer, lines);
    if (answer.candidates.size() > top) answer.candidates.resize(top);
    answer.shown = std::min(answer.shown, top);
    return answer;
}

} // namespace

Finder::Index::~Index()
{
    // Before what it uses goes.
    if (merger_.joinable()) {
        merger_.request_stop();
        merger_.join();
    }
}

void Finder::Index::put_all(std::span<const Person> people)
{
    while (people_.read([](const People& held) { return held.parts().size(); }) > parts_most)
        std::this_thread::sleep_for(std::chrono::milliseconds{2});
    std::shared_ptr<const people::Segment> frozen;
    people_.write([&](People& held, bool /*first*/) {
        for (const Person& person : people) held.put(person);
        if (held.fresh().size() > fresh_most) frozen = held.freeze(frozen);
    });
    if (frozen) call_merger();
}

void Finder::Index::remove(std::string_view id)
{
    people_.write([&](People& held, bool /*first*/) { held.remove(id); });
}

std::size_t Finder::Index::size() const
{
    return people_.read([](const People& held) { return held.size(); });
}

Holdings Finder::Index::holdings() const
{
    return people_.read([this](const People& held) {
        return Holdings{.people = held.size(),
                        .rows = held.rows_end(),
                        .words = held.words().size(),
                        .parts = held.parts().size() + 1,
                        .at_rest = at_rest_,
                        .bytes = held.bytes()};
    });
}

Answer Finder::Index::search(const Question& question, std::size_t top, Reach reach) const
{
    return people_.read([&](const People& held) { return answer_to(question, held, top, reach); });
}

std::vector<Candidate> Finder::Index::alike(const Question& question, std::size_t top,
                                            float least_bits) const
{
    return people_.read([&](const People& held) {
        const Asked asked{question, held};
        Search search{asked, held, top};
        search.want_the_same(least_bits);
        search.look_along_orders();
        return described(search, held);
    });
}

people::People Finder::Index::copy() const
{
    return people_.read([](const People& held) { return held; });
}

void Finder::Index::replace(const People& by)
{
    people_.write([&](People& held, bool /*first*/) { held = by; });
    opened_ = true;
    call_merger();
}

Finder::Index::Parts Finder::Index::to_merge(Pace pace) const
{
    return people_.read([pace](const People& held) {
        const Parts& parts = held.parts();
        std::vector<std::uint32_t> sizes;
        for (const People::Part& part : parts) sizes.push_back(part.segment->sheet().size());
        if (const std::size_t from = first_to_merge(sizes, pace); from < parts.size())
            return Parts(parts.begin() + static_cast<std::ptrdiff_t>(from), parts.end());
        // A part of which a third is gone is made anew.
        for (const People::Part& part : parts)
            if (part.gone.count() * 3ULL > part.segment->sheet().size()) return Parts{part};
        return Parts{};
    });
}

void Finder::Index::call_merger()
{
    const std::scoped_lock lock{merging_};
    if (!merger_.joinable())
        merger_ = std::jthread{[this](const std::stop_token& stop) { merge_while_any(stop); }};
    wanted_ = true;
    at_rest_ = false;
    called_.notify_one();
}

void Finder::Index::merge_while_any(const std::stop_token& stop)
{
    for (;;) {
        {
            std::unique_lock lock{merging_};
            called_.wait(lock, stop, [this] { return wanted_; });
            if (stop.stop_requested()) return;
            wanted_ = false;
        }
        merge(stop, Pace::people_come);
        if (opened_.exchange(false)) compare_beforehand(stop);
        std::unique_lock lock{merging_};
        called_.wait_for(lock, stop, at_rest_after, [this] { return wanted_; });
        if (wanted_) continue;
        lock.unlock();
        merge(stop, Pace::at_rest);
        lock.lock();
        at_rest_ = !wanted_;
        lock.unlock();
        compare_beforehand(stop);
    }
}

void Finder::Index::compare_beforehand(const std::stop_token& stop) const
{
    const auto words = people_.read([](const People& held) { return most_held(held.words()); });
    // The most wanted last, as they may not be driven out by others.
    for (const names::WordId word : words | std::views::reverse) {
        if (stop.stop_requested()) return;
        people_.read([word](const People& held) {
            if (word < held.words().size()) held.words().compare_beforehand(word);
        });
    }
    names::read_scripts();
}

void Finder::Index::merge(const std::stop_token& stop, Pace pace)
{
    for (Parts parts = to_merge(pace); !parts.empty() && !stop.stop_requested();
         parts = to_merge(pace)) {
        std::vector<people::Segment::Source> sources;
        for (const People::Part& part : parts)
            sources.push_back({&part.segment->sheet(), &part.gone});
        const auto made = people::Segment::of(sources);
        people_.write([&](People& held, bool /*first*/) { held.replace(parts, made); });
    }
}

} // namespace heed::matching
