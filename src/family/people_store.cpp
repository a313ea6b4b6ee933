#include "family/people.hpp"
#include "feed/described.hpp"
#include "index/index_store.hpp"

#include <algorithm>

namespace heed::family {

namespace {

/// How many are read and indexed at a time: bounds the memory that loading takes.
constexpr std::size_t batch_size = 2000, few = 100, many = 20'000;

Fence head_of(store::Records& records)
{
    const auto row = records.row("SELECT p.seq AS record, i.seq AS indexed"
                                 "  FROM person_change_head p, index_head i"
                                 " WHERE p.id = 1 AND i.id = 1");
    return {row->integer("record"), row->integer("indexed")};
}

} // namespace

void People::load(store::Records& records, const Progress& progress)
{
    const std::scoped_lock lock{one_at_a_time_};
    catch_up_to(records, head_of(records), progress);
}

void People::catch_up(store::Records& records, const Progress& progress)
{
    const Fence head = head_of(records);
    if (head.record <= record_fence_ && head.index <= index_fence_) return;
    const std::scoped_lock lock{one_at_a_time_};
    catch_up_to(records, head, progress);
}

void People::catch_up_to(store::Records& records, const Fence& head, const Progress& progress)
{
    // Somebody with a later snapshot may have been here meanwhile: what they put is newer.
    if (head.record > record_fence_) {
        if (record_fence_ < 0)
            read_all(records, progress);
        else
            read_children_since(records, record_fence_);
        record_fence_ = head.record;
    }
    if (head.index > index_fence_) {
        read_indexed(records, head, progress);
        index_fence_ = head.index;
    }
}

void People::read_all(store::Records& records, const Progress& progress)
{
    std::string after;
    while (true) {
        const auto ids = records.rows("SELECT id FROM child WHERE id > $1 ORDER BY id LIMIT $2",
                                      after, batch_size);
        if (ids.empty()) return;
        const std::string last = ids.back().text("id");
        put_children(records, described_between(records, after, last));
        after = last;
        if (progress) progress(finder_->size());
    }
}

void People::read_children_since(store::Records& records, std::int64_t fence)
{
    const auto changed =
        records.rows("SELECT child_id FROM person_change WHERE seq > $1 ORDER BY seq", fence);
    std::vector<ChildId> some;
    for (const store::Row& row : changed) {
        const auto child = ChildId::from(row.text("child_id"));
        if (!child) { // of the index: what is kept of them from sight has changed
            const auto feed_id = feed::feed_id_of(row.text("child_id"));
            if (feed_id && !child_of(std::string{*feed_id}))
                put_as_kept(records, std::string{*feed_id});
            continue;
        }
        some.push_back(*child);
        if (some.size() < few) continue;
        put_children(records, described_with_links(records, some));
        some.clear();
    }
    put_children(records, described_with_links(records, some));
}

void People::put_children(store::Records& records, const std::vector<Described>& children)
{
    std::vector<matching::Person> people;
    people.reserve(children.size());
    for (const Described& child : children) {
        relink(records, child);
        people.push_back(child.person);
    }
    hide_shielded(records, people);
    finder_->put_all(people);
}

/// Whoever is a child of the record is not found a second time as one of the index.
void People::relink(store::Records& records, const Described& child)
{
    const auto before = feed_ids_of(child.person.id);
    if (before.empty() && child.feed_ids.empty()) return;
    for (const std::string& feed_id : before)
        if (std::ranges::count(child.feed_ids, feed_id) == 0 &&
            child_of(feed_id) == child.person.id)
            unlink(records, feed_id);
    for (const std::string& feed_id : child.feed_ids) finder_->remove(feed::key_of(feed_id));
    const std::unique_lock lock{links_guard_};
    for (const std::string& feed_id : child.feed_ids) linked_[feed_id] = child.person.id;
    if (child.feed_ids.empty())
        feed_ids_.erase(child.person.id);
    else
        feed_ids_[child.person.id] = child.feed_ids;
}

void People::unlink(store::Records& records, const std::string& feed_id)
{
    {
        const std::unique_lock lock{links_guard_};
        linked_.erase(feed_id);
    }
    put_as_kept(records, feed_id);
}

void People::put_as_kept(store::Records& records, const std::string& feed_id)
{
    if (const auto version = index::current(records, feed_id)) {
        std::vector<matching::Person> one{feed::described(index::fields_of(*version))};
        hide_shielded(records, one);
        finder_->put_all(one);
    }
}

void People::read_indexed(store::Records& records, const Fence& head, const Progress& progress)
{
    std::vector<matching::Person> people;
    std::vector<ChildId> children; // of the record, of whom the index says something new
    const auto put = [&] {
        hide_shielded(records, people);
        finder_->put_all(people);
        people.clear();
        if (progress) progress(finder_->size());
    };
    index::each_after(
        records, std::max<std::int64_t>(index_fence_, 0), head.index, [&](const auto& version) {
            if (const auto link = linked_.find(version.feed_id); link != linked_.end()) {
                children.push_back(*ChildId::from(link->second));
                return;
            }
            people.push_back(feed::described(index::fields_of(version)));
            if (people.size() == many) put();
        });
    put();
    for (std::size_t at = 0; at < children.size(); at += few)
        put_children(records,
                     described_with_links(records, std::span{children}.subspan(
                                                       at, std::min(few, children.size() - at))));
}

void People::put_indexed(store::Records& records, std::span<const feed::Fields> rows,
                         std::int64_t last)
{
    const std::scoped_lock lock{one_at_a_time_};
    std::vector<matching::Person> people;
    people.reserve(rows.size());
    for (const feed::Fields& fields : rows)
        if (!linked_.contains(fields[feed::Column::id])) people.push_back(feed::described(fields));
    hide_shielded(records, people);
    finder_->put_all(people);
    // What is said anew of a child of the record is read from the store, when it is there.
    if (people.size() == rows.size()) index_fence_ = last;
}

Fence People::fence() const { return {record_fence_, index_fence_}; }

std::optional<std::string> People::child_of(const std::string& feed_id) const
{
    const std::shared_lock lock{links_guard_};
    const auto found = linked_.find(feed_id);
    return found == linked_.end() ? std::nullopt : std::optional{found->second};
}

std::vector<std::string> People::feed_ids_of(const std::string& child_id) const
{
    const std::shared_lock lock{links_guard_};
    const auto found = feed_ids_.find(child_id);
    return found == feed_ids_.end() ? std::vector<std::string>{} : found->second;
}

} // namespace heed::family
