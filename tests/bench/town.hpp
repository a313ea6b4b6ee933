#pragma once

#include "app/call.hpp"
#include "child/child.hpp"

#include <random>

namespace heed::bench {

/// The same numbers every time.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : engine_{seed} {}
    std::size_t below(std::size_t limit) { return engine_() % limit; }
    /// The same, but the small ones come up far more often: as surnames do.
    std::size_t mostly_small(std::size_t limit) { return below(below(limit) + 1); }
    bool one_in(std::size_t many) { return below(many) == 0; }
    template <class List> const auto& any(const List& list) { return list[below(std::size(list))]; }

private:
    std::mt19937_64 engine_;
};

struct Resident {
    child::ChildId id;
    std::string forename, surname, street, postcode;
    Day born;
    bool is_on_plan = false;
    bool is_twin = false; ///< another of the household was born on that day
};

/// Invented families and those who work with them.
struct Town {
    std::vector<Resident> children; ///< those of one household stand together
    std::string token;              ///< of a duty worker
    std::string switchboard;        ///< a number that the directory holds
};

struct TownSize {
    std::size_t children, on_plan;
};

/// Fills an empty record with about so many children, in households, through the rooms' own
/// functions, many households to a transaction.
Town settle(app::OpenRecord& record, TownSize size);

} // namespace heed::bench
