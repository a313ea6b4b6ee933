#pragma once

#include "asking/weights.hpp"
#include "matching/finder.hpp"
#include "names/chances.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace heed::training {

using matching::Evidence;
using matching::Field;
using matching::Level;

/// A question and a child, compared; and whether somebody has looked and said that they are one.
struct Pair {
    std::vector<Evidence> evidence;
    std::optional<bool> same; ///< nothing when nobody has looked
};

/// How one level fared. `before` and `after` are shares of the true pairs in which the field was
/// asked and is held; `bits` is what the weight gains.
struct LevelTrained {
    std::string name; ///< as in the [rates] of a file of weights
    double before = 0;
    double after = 0;
    double seen = 0; ///< pairs, each counted as far as it is true
    double bits = 0;
};

struct Learned {
    std::vector<LevelTrained> levels;
    asking::Weights weights;
    names::Chances chances;
    asking::Rates rates;
    std::size_t reviewed = 0;
    double share_same = 0; ///< of the pairs that nobody has looked at, as far as can be told
    int rounds = 0;
};

/// Expectation and maximisation on the rates of levels among true pairs, from the weights in use.
/// How often strangers agree is left as it is: that comes from counting names and people, not from
/// pairs that somebody chose to look at. The old rates count as much as 40 pairs do, so few pairs
/// move little; no weight moves by more than four bits at once. Pure: nothing is put to use.
Learned train(std::span<const Pair> pairs);

/// A file of weights as training left them, for asking::use_weights.
std::string text_of(const Learned& learned, std::string_view source);

} // namespace heed::training
