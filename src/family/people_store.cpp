#include "family/people.hpp"

namespace heed::family {

namespace {

/// How many are read and indexed at a time: bounds the memory that loading takes.
constexpr std::size_t batch_size = 2000, few = 100;

std::int64_t head_of(store::Records& records)
{
    return records.row("SELECT seq FROM person_change_head WHERE id = 1")->integer("seq");
}

} // namespace

void People::load(store::Records& records)
{
    const std::scoped_lock lock{one_at_a_time_};
    const std::int64_t head = head_of(records);
    read_all(records);
    fence_ = head;
}

void People::catch_up(store::Records& records)
{
    const std::int64_t head = head_of(records);
    if (head <= fence_) return;
    const std::scoped_lock lock{one_at_a_time_};
    // Somebody with a later snapshot may have been here meanwhile: what they put is newer.
    if (head <= fence_) return;
    if (fence_ < 0)
        read_all(records);
    else
        read_since(records, fence_);
    fence_ = head;
}

void People::read_all(store::Records& records)
{
    std::string after;
    while (true) {
        const auto ids = records.rows("SELECT id FROM child WHERE id > $1 ORDER BY id LIMIT $2",
                                      after, batch_size);
        if (ids.empty()) return;
        const std::string last = ids.back().text("id");
        finder_.put_all(described_between(records, after, last));
        after = last;
    }
}

void People::read_since(store::Records& records, std::int64_t fence)
{
    const auto changed =
        records.rows("SELECT child_id FROM person_change WHERE seq > $1 ORDER BY seq", fence);
    std::vector<ChildId> some;
    for (const store::Row& row : changed) {
        some.push_back(row.id<ChildId>("child_id"));
        if (some.size() < few) continue;
        finder_.put_all(described(records, some));
        some.clear();
    }
    finder_.put_all(described(records, some));
}

} // namespace heed::family
