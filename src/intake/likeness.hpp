#pragma once

#include "core/codes.hpp"
#include "feed/row.hpp"
#include "matching/finder.hpp"

#include <span>
#include <string>
#include <vector>

namespace heed::intake {

/// What an incoming child came to. Only an agreeing number makes *same* by itself; every other
/// *same* is a proposal that a person confirms.
enum class Ending { same, possible, fresh };

/// Somebody whom an incoming child is like.
struct Likeness {
    Ending ending = Ending::possible; ///< same or possible
    matching::Candidate other;
};

/// Where the lines run, in bits over log2 of how many are findable.
struct LikenessLines {
    double possible = 3;
    double same = 11;
    double apart = 7; ///< between who is the same and the next best
};

/// What nobody is less than who has a say in what an incoming child comes to, in bits.
float least_of_likenesses(std::size_t people, const LikenessLines& lines = {});

/// One incoming child, with who was found for them, best first: neither themselves nor those who
/// came after them.
struct Incoming {
    const feed::Fields* fields = nullptr;
    std::vector<matching::Candidate> found;
};

/// Those of them who may be this very child. Somebody of another forename never is, whatever the
/// sum says: brothers, sisters and twins share all the rest.
std::vector<Likeness> likenesses(std::span<const matching::Candidate> found, std::size_t people,
                                 const LikenessLines& lines = {});

/// The same for children who came together. Within a household each of those found is given to the
/// one incoming child they are most like, so that twins find each their own.
std::vector<std::vector<Likeness>> likenesses_together(std::span<const Incoming> incoming,
                                                       std::size_t people,
                                                       const LikenessLines& lines = {});

/// What the likenesses come to together.
Ending ending_of(std::span<const Likeness> likenesses);

} // namespace heed::intake

namespace heed {
template <>
inline constexpr std::array<std::string_view, 3> codes<intake::Ending>{"same", "possible", "new"};
} // namespace heed
