#include "matching/finder.hpp"

#include "matching/asked.hpp"
#include "matching/confidence.hpp"
#include "matching/score.hpp"
#include "people/people.hpp"

#include <algorithm>
#include <mutex>
#include <shared_mutex>

namespace heed::matching {
namespace {

struct Found {
    float bits;
    std::uint32_t person;
    std::uint32_t row;
};

/// Ties fall the same way every time, and not by who came first.
std::uint32_t mixed(std::uint32_t number) { return (number + 1) * 2'654'435'761U; }

bool before(const Found& left, const Found& right)
{
    if (left.bits != right.bits) return left.bits > right.bits;
    return mixed(left.person) < mixed(right.person);
}

/// The best few people seen so far, each by the best of their names.
class Best {
public:
    explicit Best(std::size_t most) : most_{most} {}

    bool wants(float bits) const { return found_.size() < most_ || bits >= found_.back().bits; }
    void offer(const Found& one)
    {
        const auto same = std::ranges::find(found_, one.person, &Found::person);
        if (same != found_.end()) {
            if (same->bits >= one.bits) return;
            found_.erase(same);
        }
        found_.insert(std::ranges::upper_bound(found_, one, before), one);
        if (found_.size() > most_) found_.pop_back();
    }
    const std::vector<Found>& found() const { return found_; }

private:
    std::size_t most_;
    std::vector<Found> found_;
};

} // namespace

class Finder::Index {
public:
    void put(const Person& person)
    {
        const auto lock = to_write();
        people_.put(person);
    }
    void remove(std::string_view id)
    {
        const auto lock = to_write();
        people_.remove(id);
    }
    std::size_t size() const
    {
        const auto lock = to_read();
        return people_.size();
    }
    Answer search(const Question& question, std::size_t top) const
    {
        const auto lock = to_read();
        const Asked asked{question, people_};
        const Lines lines = lines_for(asked.best_possible(), people_.size());
        Answer answer;
        answer.candidates = candidates(asked, top);
        answer.looked_at = people_.size();
        answer.looked_at_everyone = true;
        answer.spellings = asked.spellings(people_.words());
        judge(answer, lines);
        if (answer.candidates.size() > top) answer.candidates.resize(top);
        answer.shown = std::min(answer.shown, top);
        return answer;
    }

private:
    // glibc lets new readers pass a waiting writer, who would then wait for as long as there are
    // enough of them. The turnstile makes them queue behind it.
    std::unique_lock<std::shared_mutex> to_write()
    {
        const std::scoped_lock turn{turnstile_};
        return std::unique_lock{guard_};
    }
    std::shared_lock<std::shared_mutex> to_read() const
    {
        const std::scoped_lock turn{turnstile_};
        return std::shared_lock{guard_};
    }

    std::vector<Candidate> candidates(const Asked& asked, std::size_t top) const
    {
        const Scorer scorer{asked, people_};
        // One more than are wanted, as the first is judged by how far it is from the second.
        Best best{std::max<std::size_t>(top, 1) + 1};
        const auto& rows = people_.rows();
        for (std::uint32_t at = 0; at < rows.size(); ++at) {
            const Row& row = rows[at];
            if (row.gone) continue;
            const Scored scored = scorer.score(row);
            if (best.wants(scored.total()) && scored.agrees())
                best.offer({scored.total(), row.person, at});
        }
        std::vector<Candidate> candidates;
        for (const Found& found : best.found()) {
            const Row& row = rows[found.row];
            candidates.push_back({people_.details(found.person).id, found.bits,
                                  Confidence::possible,
                                  evidence_of(scorer.score(row), row, people_)});
        }
        return candidates;
    }

    mutable std::mutex turnstile_;
    mutable std::shared_mutex guard_;
    People people_;
};

Finder::Finder() : index_{std::make_unique<Index>()} {}
Finder::~Finder() = default;

void Finder::put(const Person& person) { index_->put(person); }

void Finder::put_all(const std::vector<Person>& people)
{
    for (const Person& person : people) index_->put(person);
}

void Finder::remove(std::string_view id) { index_->remove(id); }

Answer Finder::search(const Question& question, std::size_t top) const
{
    if (question.empty() || top == 0) return {};
    return index_->search(question, top);
}

std::size_t Finder::size() const { return index_->size(); }

} // namespace heed::matching
