#include "intake/compare_store.hpp"

#include "feed/described.hpp"
#include "intake/intake_store.hpp"

#include <algorithm>

namespace heed::intake {

namespace {

// Children a transaction.
constexpr std::size_t at_a_time = 200, found_most = 8;

struct Pair {
    std::string feed_id;
    Likeness likeness; ///< to the child of the record
};

std::vector<Pair> pairs_of(store::Records& records, const family::People& people,
                           std::span<const child::ChildId> children)
{
    std::vector<Pair> pairs;
    for (const auto& person : family::described(records, children)) {
        auto found = people.finder().alike(feed::question_for(person), found_most,
                                           least_of_likenesses(people.finder().size()));
        std::erase_if(found, [](const auto& other) { return !feed::feed_id_of(other.id); });
        for (Likeness& one : likenesses(found, people.finder().size())) {
            std::string feed_id{*feed::feed_id_of(one.other.id)};
            one.other.id = person.id;
            pairs.push_back({std::move(feed_id), std::move(one)});
        }
    }
    return pairs;
}

} // namespace

Outcome<int> compare_with_index(const office::Office& office, permission::Desk& desk,
                                family::People& people, std::span<const child::ChildId> children)
{
    int proposed = 0;
    for (std::size_t at = 0; at < children.size(); at += at_a_time) {
        const auto some = children.subspan(at, std::min(at_a_time, children.size() - at));
        const auto pairs = office.database.read([&](store::Snapshot& records) {
            people.catch_up(records);
            return pairs_of(records, people, some);
        });
        if (pairs.empty()) continue;
        proposed += TRY(office.database.write([&](store::Transaction& records) -> Outcome<int> {
            const auto permit = TRY(desk.act<permission::Right::import_register>(records));
            int fresh = 0;
            ledger::Act act{.action = "index.compared"};
            for (const Pair& pair : pairs) {
                fresh += propose(records, {office.clock.now(), office.randomness}, pair.feed_id,
                                 pair.likeness)
                             ? 1
                             : 0;
                act.also_about.push_back(pair.likeness.other.id);
            }
            ledger::append(records, office.pen(), permit.actor(), act);
            return fresh;
        }));
    }
    return proposed;
}

} // namespace heed::intake
