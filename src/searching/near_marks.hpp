#pragma once

#include "names/lexicon.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace heed::searching {

using names::WordId;

/// Which words are near any that was said, and of which all bearers were looked at: a byte for
/// every word. Borrows the thread's table, so a thread has one at a time.
class NearMarks {
public:
    explicit NearMarks(std::size_t words);
    ~NearMarks();
    NearMarks(const NearMarks&) = delete;
    NearMarks& operator=(const NearMarks&) = delete;

    void add_near(WordId word) { add(word, near_bit, near_); }
    void add_looked_at(WordId word) { add(word, looked_at_bit, looked_at_); }
    [[gnu::always_inline]] bool is_near(WordId word) const
    {
        return (marks_[word] & near_bit) != 0;
    }
    bool is_looked_at(WordId word) const { return (marks_[word] & looked_at_bit) != 0; }
    /// Each once.
    std::span<const WordId> near() const { return near_; }

private:
    static constexpr std::uint8_t near_bit = 1;
    static constexpr std::uint8_t looked_at_bit = 2;
    void add(WordId word, std::uint8_t bit, std::vector<WordId>& words)
    {
        if ((marks_[word] & bit) != 0) return;
        marks_[word] |= bit;
        words.push_back(word);
    }

    std::uint8_t* marks_; ///< by word
    std::vector<WordId> near_;
    std::vector<WordId> looked_at_;
};

} // namespace heed::searching
