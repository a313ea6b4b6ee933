#pragma once

#include "keeping/left_right.hpp"
#include "matching/finder.hpp"
#include "matching/merging.hpp"
#include "people/people.hpp"

#include <atomic>
#include <condition_variable>
#include <thread>

namespace heed::matching {

/// What stands behind a Finder: the people, twice, and a thread that makes few large segments of
/// many small ones.
class Finder::Index {
public:
    Index() = default;
    ~Index();
    Index(const Index&) = delete;
    Index& operator=(const Index&) = delete;

    void put_all(std::span<const Person> people);
    void remove(std::string_view id);
    std::size_t size() const;
    Holdings holdings() const;
    Answer search(const Question& question, std::size_t top, Reach reach) const;
    std::vector<Candidate> alike(const Question& question, std::size_t top, float least_bits) const;
    /// Everybody as they are now, to be read at leisure.
    people::People copy() const;
    void replace(const people::People& by);

private:
    using People = people::People;
    using Parts = std::vector<People::Part>;

    /// The smallest parts, when they are too many or too alike in size; else none.
    Parts to_merge(Pace pace) const;
    void merge_while_any(const std::stop_token& stop);
    void merge(const std::stop_token& stop, Pace pace);
    void call_merger();
    void compare_beforehand(const std::stop_token& stop) const;

    keeping::LeftRight<People> people_;
    std::mutex merging_; ///< guards the three below
    std::condition_variable_any called_;
    bool wanted_ = false;
    std::atomic<bool> at_rest_ = true;
    std::atomic<bool> opened_ = false; ///< from a file: nobody asked for any word yet
    std::jthread merger_;              ///< begun when there is first something to merge
};

} // namespace heed::matching
