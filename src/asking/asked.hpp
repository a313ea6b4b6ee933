#pragma once

#include "asking/question.hpp"
#include "names/lexicon.hpp"
#include "people/people.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace heed::asking {

using names::WordId;
using people::People;
using people::Postcode;
using people::Row;

/// What a held word is worth for a word that was said.
struct Worth {
    WordId word;
    names::Alike how;
    float bits;
};

/// A byte for every word of the lexicon, filled once a search: what the word is worth for one word
/// that was said, in one part of a name. From then on a person is compared by look-ups alone.
class WorthTable {
public:
    /// `exact` is what the very word would be worth. Must be clear.
    void begin(float exact, std::size_t lexicon_size);
    void add(const Worth& worth);
    void clear();
    /// The word may be what was meant.
    bool near(WordId word) const { return bytes_[word] != 0; }
    float bits(WordId word) const { return static_cast<float>(bytes_[word]) / 8.0F - 8.0F; }
    std::span<const Worth> worths() const { return worths_; }
    /// As a letter is: too many to be looked up one by one with something else.
    bool is_near_very_many() const { return worths_.size() >= 3000; }
    /// Those that are worth so much, in falling order, and the first that is not; perhaps more.
    std::span<const Worth> nearest_first(float least);
    float exact() const { return exact_; }
    /// What the nearest held word is worth; 0 when there is none.
    float nearest() const { return nearest_; }
    names::Alike how(WordId word) const;

private:
    std::vector<std::uint8_t> bytes_;
    std::vector<Worth> worths_;
    std::size_t by_word_ = 0;     ///< so many of them, from the first, are in the order of words
    std::vector<Worth> in_order_; ///< those worth `in_order_least_`, and the next
    float in_order_least_ = 0;
    float exact_ = 0;
    float nearest_ = 0;
};

/// One word of the name that was said, weighed as a forename and as a surname.
struct AskedWord {
    std::string text;
    WorthTable* as_forename = nullptr;
    WorthTable* as_surname = nullptr;
    bool joined = false; ///< made of two words that were said
};

/// One way to understand which word is which part of the name. Numbers of AskedWords.
struct Reading {
    std::vector<std::uint8_t> forenames;
    std::vector<std::uint8_t> middles;
    std::vector<std::uint8_t> surnames;
    float cost = 0; ///< bits, 0 or less
    bool turned_round = false;
    std::uint16_t town = 0; ///< one of the words was a town
};

/// What it is worth to live at a place that so many do.
float share_bits(const places::Gazetteer& places, std::uint16_t place, std::size_t people);

struct AskedPlace {
    bool said = false;
    bool postcode_said = false;
    Postcode postcode = 0;
    bool whole_postcode = false;
    std::vector<std::uint16_t> outwards_near; ///< outward codes with one figure or letter wrong
    std::uint32_t house = 0;
    std::vector<std::pair<std::uint32_t, float>> streets; ///< with what each is worth
    std::vector<std::pair<std::uint16_t, float>> towns;   ///< with what each is worth
    std::vector<std::pair<std::uint16_t, float>> areas;
};

/// A question made ready to be compared with everybody: valid while the people do not change.
/// Borrows the thread's tables, so a thread has one at a time.
class Asked {
public:
    Asked(const Question& question, const People& people);
    ~Asked();
    Asked(const Asked&) = delete;
    Asked& operator=(const Asked&) = delete;

    const Question& question() const { return question_; }
    std::span<const AskedWord> words() const { return words_; }
    std::span<const Reading> readings() const { return readings_; }
    const AskedPlace& place() const { return place_; }
    std::span<const AskedWord> carer() const { return carer_; }
    const std::string& identifier() const { return identifier_; }
    bool unborn() const { return unborn_; }
    /// What somebody would score who is exactly as was said.
    float best_possible() const;
    /// The same, if every word is the nearest that anybody bears.
    float best_held() const;
    float best_name() const;
    float best_surname() const;
    std::vector<std::string> spellings(const names::Lexicon& words) const;

private:
    std::uint8_t word(const std::string& text);
    std::vector<std::uint8_t> words_in(std::string_view text);
    float beside_names() const;
    void add_joined(std::vector<std::uint8_t>& numbers);
    void read_parts();
    void read_one_box();
    /// A town that words of the name may be, and what it costs to take them for it.
    struct TownWord {
        std::uint16_t number = 0;
        float cost = 0;
    };
    TownWord town_word(std::string_view name) const;
    void read_box_words(const std::vector<std::uint8_t>& all, const TownWord& said);
    void read_place();
    void read_postcode();
    AskedWord asked_word(const std::string& text);
    WorthTable* next_table();

    Question question_;
    const People& people_;
    std::vector<AskedWord> words_;
    std::vector<AskedWord> carer_;
    std::vector<Reading> readings_;
    AskedPlace place_;
    std::string identifier_;
    bool unborn_ = false;
    std::size_t tables_used_ = 0;
};

} // namespace heed::asking
