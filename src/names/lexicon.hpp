#pragma once

#include "filing/shelves.hpp"
#include "names/slips.hpp"
#include "names/sounds.hpp"
#include "names/strings.hpp"
#include "names/variants.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heed::names {

using WordId = std::uint32_t;
constexpr WordId no_word = 0;
using filing::Shelves;

constexpr unsigned word_bits = 24; ///< of every WordId: sixteen million words

/// How a word that was heard or typed is like a word that is held.
enum class Alike : std::uint8_t {
    same,
    spelling,
    short_form,
    sounds,
    misspelt,
    begins, ///< one is the beginning of the other
    initial,
};

/// A held word that may be what was meant.
struct Near {
    WordId word;
    Alike how;
    float chance;   ///< that somebody who means `word` writes what was written
    float bits = 0; ///< its binary logarithm
};

/// Every distinct word in the names that are held, each once, with how often it is borne. Names
/// are compared here, once a word and search, and never once a person. Words are never taken out;
/// their counts fall to nothing.
class Lexicon {
public:
    Lexicon();

    WordId add(std::string_view word);
    /// The same, but nothing is found to be like the word until `pack`.
    WordId add_unfiled(std::string_view word);
    /// Files all words side by side: worth while when many came.
    void pack();
    /// no_word when it is not held.
    WordId find(std::string_view word) const { return words_.find(word); }
    std::string_view text(WordId word) const { return words_.text(word); }
    /// One more than the highest id.
    std::size_t size() const { return words_.size(); }

    /// One name more, or fewer, holds the word. A word that no name holds is never meant.
    void hold(WordId word, int by);
    std::uint32_t held(WordId word) const { return counts_[word].held; }
    bool is_held(WordId word) const { return held(word) > 0; }
    /// Somebody more, or fewer, bears the word.
    void count(WordId word, Part part, int by);
    /// The share of people who bear the word as that part. What is known beforehand of English
    /// names stands in for the people a small index does not hold.
    double share(std::string_view word, Part part) const;
    double share(WordId word, Part part) const;

    /// What may be meant by a word, the likeliest first, itself included if it is held. Words that
    /// are alike in no way are left out.
    std::vector<Near> near(std::string_view word, Part part) const;
    /// The same for both parts of a name, by number and not by likelihood: how words look and sound
    /// is compared once. With the share of people of whom somebody would write the word.
    struct Meant {
        std::vector<Near> near;
        double share = 0;
    };
    struct MeantBoth {
        Meant as_forename;
        Meant as_surname;
    };
    MeantBoth meant_by(std::string_view word) const;
    /// Compares a word for whoever asks for it next.
    void compare_beforehand(WordId word) const { alike(text(word)); }

    /// All words that begin with the letter.
    const std::vector<WordId>& beginning_with(char letter) const;

private:
    struct Counts {
        std::uint32_t forename = 0;
        std::uint32_t surname = 0;
        std::uint32_t held = 0;        ///< names of any kind that the word is in
        float forename_beforehand = 0; ///< people, of those who stand in for the rest
        float surname_beforehand = 0;
    };
    void file(WordId word, std::string_view text);
    /// A key of its first four letters.
    static std::uint32_t beginning_of(std::string_view word);
    /// Visits words with their texts. Asks memory for the next while it visits one.
    template <class Visit> void each_text(std::span<const WordId> words, Visit visit) const
    {
        constexpr std::size_t ahead = 8;
        for (std::size_t at = 0; at < words.size(); ++at) {
            if (at + 2 * ahead < words.size()) words_.fetch_place(words[at + 2 * ahead]);
            if (at + ahead < words.size()) words_.fetch(words[at + ahead]);
            visit(words[at], text(words[at]));
        }
    }
    using Alikes = std::shared_ptr<const std::vector<Near>>;
    /// What looks or sounds alike, each word once and by number: remembered for whoever asks next.
    Alikes alike(std::string_view word) const;
    std::vector<Near> compared(std::string_view word) const;
    /// The same, when those below a number are known already.
    std::vector<Near> compared_from(WordId first, std::string_view word,
                                    std::vector<Near> known) const;
    /// By spelling alone: letters that a scanner takes for others, prefixes that are left off.
    void add_respelt(std::string_view word, std::vector<Near>& found) const;
    /// Other names for the same, each once and by number.
    std::vector<Near> relatives_of(std::string_view word, Part part) const;
    double people_of(Part part) const;
    double bearers(const Counts& counts, Part part) const;
    void add_slips(std::string_view word, std::vector<Near>& found) const;
    void add_scanned(std::string_view word, std::vector<Near>& found) const;
    void add_beginnings(std::string_view word, std::vector<Near>& found) const;
    void add_prefixed(std::string_view word, std::vector<Near>& found) const;
    void add_sounding(std::string_view word, std::vector<Near>& found) const;

    Strings words_;
    std::vector<Counts> counts_;
    std::vector<std::uint32_t> shapes_;
    std::size_t packed_ = 0; ///< so many words are filed side by side
    Shelves sounds_;         ///< words by how they sound
    Shelves skeletons_;      ///< words by their consonants
    Shelves beginnings_;     ///< words of five letters and more by their first four
    std::array<std::vector<WordId>, 36> initials_; ///< words by their first letter
    SlipIndex slips_;
    /// Of each word, a hash of it and of all before it: two lexicons with the same have the same
    /// words up to it, under the same numbers.
    std::vector<std::uint64_t> histories_;
    std::vector<Heard> heard_; ///< of each word
    std::uint64_t forenames_ = 0;
    std::uint64_t surnames_ = 0;
};

} // namespace heed::names
