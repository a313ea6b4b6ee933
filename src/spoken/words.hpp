#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heed::spoken {

/// One word as typed, and how it is compared.
struct Word {
    std::string typed; ///< without the signs around it
    std::string plain; ///< ASCII letters small, else as typed: "14/3/19", "o'brien"
    bool comma_after = false;
    bool minus = false; ///< "-3": a sign that may be of the number

    bool operator==(const Word&) const = default;
};

using Words = std::span<const Word>;

/// The words of a text, parted at white space and at , ; and brackets.
std::vector<Word> words_in(std::string_view text);

/// The words from `from`, `count` of them, as typed, with single spaces.
std::string text_of(Words words, std::size_t from, std::size_t count);

bool is_figures(std::string_view text);

/// 1 to 4 figures as a number; -1 for anything else.
int small_number(std::string_view text);

} // namespace heed::spoken
