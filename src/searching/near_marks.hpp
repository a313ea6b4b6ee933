#pragma once

#include "names/lexicon.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace heed::searching {

using names::WordId;

/// Which words are near any that was said, and of which all bearers were looked at: two bits for
/// every word. Borrows the thread's tables, so a thread has one at a time.
class NearMarks {
public:
    explicit NearMarks(std::size_t words);
    ~NearMarks();
    NearMarks(const NearMarks&) = delete;
    NearMarks& operator=(const NearMarks&) = delete;

    void add_near(WordId word) { near_.add(word); }
    void add_looked_at(WordId word) { looked_at_.add(word); }
    [[gnu::always_inline]] bool is_near(WordId word) const { return near_.has(word); }
    bool is_looked_at(WordId word) const { return looked_at_.has(word); }
    /// Each once.
    std::span<const WordId> near() const { return near_.words(); }

private:
    class Words {
    public:
        explicit Words(std::vector<std::uint64_t>& bits) : bits_{bits.data()} {}
        void clear()
        {
            for (const WordId word : words_) bits_[word / 64] = 0;
        }
        bool has(WordId word) const { return ((bits_[word / 64] >> (word % 64)) & 1U) != 0; }
        void add(WordId word)
        {
            if (has(word)) return;
            bits_[word / 64] |= 1ULL << (word % 64);
            words_.push_back(word);
        }
        std::span<const WordId> words() const { return words_; }

    private:
        std::uint64_t* bits_;
        std::vector<WordId> words_;
    };

    Words near_;
    Words looked_at_;
};

} // namespace heed::searching
