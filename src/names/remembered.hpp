#pragma once

#include "names/lexicon.hpp"

#include <memory>
#include <optional>

namespace heed::names {

/// What was compared lately, for all threads. People ask for the same names again and again, and
/// how a word looks and sounds does not change; only words that were added since may be missing. A
/// word that is asked for often is not driven out by one that is asked for once. Some 45 MB when it
/// is full and three hundred thousand words are held.
class Remembered {
public:
    /// Up to which word of which lexicon it is known, and by which chances.
    struct UpTo {
        WordId words = 0; ///< one more than the last
        std::uint64_t history = 0;
        unsigned chances = 0;
    };
    struct Known {
        UpTo up_to;
        std::shared_ptr<const std::vector<Near>> near;
    };
    static std::optional<Known> of(std::string_view word);
    static void keep(std::string_view word, Known known);
};

} // namespace heed::names
