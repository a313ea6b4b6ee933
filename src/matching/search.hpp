#pragma once

#include "asking/asked.hpp"
#include "matching/confidence.hpp"
#include "matching/score.hpp"

#include <cstdint>
#include <vector>

namespace heed::matching {

struct Found {
    float bits;
    std::uint32_t person;
    std::uint32_t row;
};

/// The best few people seen so far, each by the best of their names. Ties fall the same way every
/// time, and not by who came first.
class Best {
public:
    explicit Best(std::size_t most) : most_{most} {}

    bool wants(float bits) const { return found_.size() < most_ || bits >= found_.back().bits; }
    void offer(const Found& one);
    const std::vector<Found>& found() const { return found_; }

private:
    std::size_t most_;
    std::vector<Found> found_;
};

/// One search: where those who may be meant are looked for, and everybody when that is not enough.
class Search {
public:
    Search(const Asked& asked, const People& people, std::size_t most)
        : asked_{asked}, people_{people}, scorer_{asked, people}, best_{most}
    {
    }

    /// Looks along the orders: the days that may be meant, the names that are near, the place, the
    /// number. Quick, and blind to who is alike in none of these.
    void look_along_orders();
    /// What was found along the orders is so near to what was said, or so far before the next, that
    /// nobody who is alike in nothing they are filed under can come before it.
    bool is_sure(const Lines& lines) const;
    /// Looks at every row there is.
    void look_at_everyone();

    const Best& best() const { return best_; }
    const Scorer& scorer() const { return scorer_; }
    std::size_t looked_at() const { return looked_at_; }

private:
    void look_at(std::uint32_t row);
    void look_at_person(std::uint32_t person);
    void along_days();
    void along_names();
    void along_pairs(const WorthTable& forename, const WorthTable& surname);
    void along_places();

    const Asked& asked_;
    const People& people_;
    Scorer scorer_;
    Best best_;
    std::size_t looked_at_ = 0;
};

} // namespace heed::matching
