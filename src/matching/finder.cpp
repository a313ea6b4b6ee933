#include "matching/finder.hpp"

#include "asking/asked.hpp"
#include "asking/weights.hpp"
#include "matching/confidence.hpp"
#include "matching/search.hpp"
#include "people/people.hpp"

#include <algorithm>
#include <mutex>
#include <shared_mutex>

namespace heed::matching {
namespace {

using asking::weights;

// Up to so many people, looking at everyone takes less than a millisecond, and loses nobody.
constexpr std::size_t always_everyone = 20'000;

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
    Answer search(const Question& question, std::size_t top, Reach reach) const
    {
        const auto lock = to_read();
        const Asked asked{question, people_};
        const Lines lines = lines_for(asked.best_possible(), people_.size());
        // One more than are wanted, as the first is judged by how far it is from the second.
        Search search{asked, people_, top + 1};
        Answer answer;
        // Along the orders first in any case: whoever is found there lets the rest be passed over.
        search.look_along_orders();
        answer.looked_at_everyone =
            people_.size() <= always_everyone ||
            (reach == Reach::everyone_when_unsure && !search.is_sure(lines));
        if (answer.looked_at_everyone) search.look_at_everyone();
        answer.looked_at = answer.looked_at_everyone ? people_.size() : search.looked_at();
        describe(search, answer);
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

    void describe(const Search& search, Answer& answer) const
    {
        for (const Found& found : search.best().found()) {
            const Row& row = people_.rows()[found.row];
            answer.candidates.push_back({std::string{people_.details(found.person).id}, found.bits,
                                         Confidence::possible,
                                         evidence_of(search.scorer().score(row), row, people_)});
        }
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

Answer Finder::search(const Question& question, std::size_t top, Reach reach) const
{
    if (question.empty() || top == 0) return {};
    return index_->search(question, top, reach);
}

std::size_t Finder::size() const { return index_->size(); }

Holdings Finder::holdings() const { return {.people = size()}; }

Outcome<void> Finder::save(const std::filesystem::path&, const SnapshotMark&,
                           const SnapshotKey&) const
{
    return refuse(RefusalCode::snapshot_unwritten);
}

Outcome<SnapshotMark> Finder::open(const std::filesystem::path& file, const SnapshotWanted&,
                                   const SnapshotKey&)
{
    if (!std::filesystem::exists(file)) return refuse(RefusalCode::no_such_file);
    return refuse(RefusalCode::snapshot_damaged);
}

} // namespace heed::matching
