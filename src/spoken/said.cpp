#include "spoken/said.hpp"

#include "spoken/days.hpp"
#include "spoken/places.hpp"

#include <algorithm>
#include <array>

namespace heed::spoken {
namespace {

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& words)
{
    return std::ranges::find(words, word) != words.end();
}

constexpr std::array<std::string_view, 30> carer_words{
    "mum",         "mums",    "mum's",       "mother",   "mothers",  "mother's",
    "mam",         "mom",     "mummy",       "ma",       "dad",      "dads",
    "dad's",       "father",  "fathers",     "father's", "daddy",    "carer",
    "carers",      "parent",  "parents",     "stepdad",  "step-dad", "stepfather",
    "step-father", "stepmum", "grandmother", "gran",     "nan",      "guardian"};
constexpr std::array<std::string_view, 6> girl_words{"girl",   "female", "daughter",
                                                     "sister", "girl's", "lass"};
constexpr std::array<std::string_view, 6> boy_words{"boy",     "male",  "son",
                                                    "brother", "boy's", "lad"};
constexpr std::array<std::string_view, 9> town_words{"town", "in",   "near",  "at",    "from",
                                                     "of",   "city", "lives", "living"};
constexpr std::array<std::string_view, 9> number_words{
    "number", "no", "nhs", "nhs-number", "upn", "id", "ref", "reference", "no."};
constexpr std::array<std::string_view, 4> address_words{"address", "addr", "house", "flat"};
constexpr std::array<std::string_view, 34> idle_words{
    "is",     "the",     "a",      "an",   "and",  "with",     "called",  "named", "name",
    "name's", "child",   "kid",    "she",  "he",   "her",      "his",     "who",   "whose",
    "for",    "about",   "around", "on",   "nee",  "postcode", "aka",     "known", "as",
    "alias",  "between", "early",  "late", "next", "toddler",  "teenager"};

bool has_figure(std::string_view word)
{
    return std::ranges::any_of(word, [](char one) { return one >= '0' && one <= '9'; });
}

bool is_whole_postcode(std::string_view text)
{
    const auto postcode = postcode_in(text);
    return postcode && !postcode->inward.empty();
}

/// Reads the words from left to right; each reader takes some from where the reading stands, or
/// none. What no reader takes belongs to the name.
class Reading {
public:
    Reading(std::vector<Word> words, Day today) : words_{std::move(words)}, today_{today} {}

    Said done()
    {
        while (at_ < words_.size()) {
            if (take_labelled() || take_postcode() || take_identifier() || take_carer() ||
                take_born() || take_odd_age() || take_sex() || take_address() || take_town() ||
                take_idle())
                continue;
            take_name();
        }
        said_.name = in_order();
        return std::move(said_);
    }

private:
    Words rest() const { return Words{words_}.subspan(at_); }
    const std::string& plain(std::size_t ahead = 0) const
    {
        static const std::string nothing;
        return at_ + ahead < words_.size() ? words_[at_ + ahead].plain : nothing;
    }
    /// The word begins something that is not a name.
    bool stops_a_name(std::size_t ahead) const
    {
        const std::string& word = plain(ahead);
        return word.empty() || has_figure(word) || one_of(owner(word), carer_words) ||
               one_of(word, girl_words) || one_of(word, boy_words) || one_of(word, town_words) ||
               one_of(word, number_words) || one_of(word, address_words) ||
               one_of(word, idle_words) || word == "born" || word == "dob" || word == "edd" ||
               word == "aged" || word == "age" || word == "due" || word == "forename" ||
               word == "surname" || word == "middle" ||
               days_at(rest().subspan(ahead), today_).has_value();
    }
    std::size_t name_words_from(std::size_t ahead, std::size_t most) const
    {
        std::size_t count = 0;
        while (count < most && !stops_a_name(ahead + count)) {
            ++count;
            if (words_[at_ + ahead + count - 1].comma_after) break;
        }
        return count;
    }
    std::string text(std::size_t from, std::size_t count) const
    {
        return text_of(rest(), from, count);
    }

    bool take_labelled()
    {
        std::string* part = plain() == "forename"  ? &said_.forename
                            : plain() == "middle"  ? &said_.middle
                            : plain() == "surname" ? &said_.surname
                                                   : nullptr;
        if (part == nullptr || !part->empty()) return false;
        const std::size_t count = name_words_from(1, 6);
        if (count == 0) return false;
        *part = text(1, count);
        at_ += 1 + count;
        return true;
    }

    bool take_postcode()
    {
        if (!said_.postcode.empty()) return false;
        const std::size_t label = plain() == "postcode" ? 1 : 0;
        const std::string& first = plain(label);
        if (!has_figure(first)) return false;
        const bool whole = is_whole_postcode(first);
        const bool begun = !whole && postcode_in(first).has_value();
        const bool in_two = begun && !words_[at_ + label].comma_after &&
                            is_whole_postcode(first + plain(label + 1));
        std::size_t count = whole || begun ? 1 : 0;
        if (in_two) count = 2;
        if (count == 0) return false;
        said_.postcode = in_capitals(*postcode_in(text(label, count)));
        at_ += label + count;
        return true;
    }

    /// An NHS number in one word or three; a local number with five figures or more; or whatever
    /// with a figure comes after "number".
    bool take_identifier()
    {
        if (!said_.identifier.empty()) return false;
        std::size_t label = 0;
        while (one_of(plain(label), number_words)) ++label;
        const std::string& first = plain(label);
        if (!has_figure(first) || first.find('/') != std::string::npos) return false;
        std::size_t count = 0;
        if (is_figures(first) && first.size() == 3 && is_figures(plain(label + 1)) &&
            plain(label + 1).size() == 3 && is_figures(plain(label + 2)) &&
            plain(label + 2).size() == 4)
            count = 3;
        else if (label > 0 || is_long_number(first))
            count = 1;
        if (count == 0) return false;
        for (std::size_t word = 0; word < count; ++word)
            said_.identifier += words_[at_ + label + word].typed;
        at_ += label + count;
        return true;
    }
    bool is_long_number(std::string_view word) const
    {
        const auto figures =
            std::ranges::count_if(word, [](char one) { return one >= '0' && one <= '9'; });
        if (figures < 5 || days_at(rest(), today_)) return false;
        return std::ranges::none_of(word, [](char one) { return one == '-' || one == '.'; }) ||
               figures > 8;
    }

    bool take_carer()
    {
        if (carers_named_ == carers_most) return false;
        // "mum mum, carer Kerry": the comma ends what is not a label after all.
        if (words_[at_].comma_after && plain(1) == "carer") return false;
        const bool of_a_child = plain() == "of" && at_ > 0 && is_a_child(words_[at_ - 1].plain);
        if (!of_a_child && !one_of(owner(plain()), carer_words)) return false;
        std::size_t from = 1;
        while (plain(from) == "is" || plain(from) == "called" || plain(from) == "name" ||
               plain(from) == "named" || plain(from) == "or" || plain(from) == "carer")
            ++from;
        // Both parents may be named; a label that we wrote ourselves is followed by all of it.
        const bool labelled = plain() == "carer";
        const std::size_t count = name_words_from(from, labelled ? 4 : 2);
        if (count == 0) return false;
        carers_named_ = labelled ? carers_most : carers_named_ + 1;
        said_.carer += (said_.carer.empty() ? "" : " ") + text(from, count);
        at_ += from + count;
        return true;
    }
    /// "stepfather's": whose.
    static std::string_view owner(std::string_view word)
    {
        for (const std::string_view ending : {"'s", "’s"})
            if (word.ends_with(ending)) word.remove_suffix(ending.size());
        return word;
    }
    static bool is_a_child(std::string_view word)
    {
        return word == "baby" || word == "child" || word == "unborn" || word == "daughter" ||
               word == "son" || word == "kid";
    }

    bool take_born()
    {
        if (said_.born) return false;
        said_.born = days_at(rest(), today_);
        if (!said_.born) said_.born = age_at(rest(), today_, is_bare_age());
        if (!said_.born) return false;
        at_ += said_.born->words;
        return true;
    }
    bool take_odd_age()
    {
        const std::size_t count = street_words() == 0 ? odd_age_at(rest(), today_) : 0;
        if (count == 0) return false;
        if (!said_.odd_age.empty()) said_.odd_age += ' ';
        for (std::size_t i = 0; i < count; ++i)
            said_.odd_age += (i > 0 ? " " : "") + std::string{words_[at_ + i].minus ? "-" : ""} +
                             words_[at_ + i].typed;
        at_ += count;
        return true;
    }
    /// A small number is an age unless a street comes after it.
    bool is_bare_age() const
    {
        const int number = small_number(plain());
        return number >= 0 && number <= 18 && street_words() == 0;
    }

    bool take_sex()
    {
        if (said_.girl || said_.boy) return false;
        if (one_of(plain(), girl_words))
            said_.girl = true;
        else if (one_of(plain(), boy_words))
            said_.boy = true;
        else
            return false;
        // "Baby girl" is no name, and neither is "girl" in it.
        ++at_;
        return true;
    }

    /// How many words after the house number make a street.
    std::size_t street_words() const
    {
        for (std::size_t count = 1; count <= 4; ++count) {
            const std::string& word = plain(count);
            if (word.empty() || has_figure(word)) return 0;
            if (count > 1 && ends_a_street(word)) return count;
            if (words_[at_ + count].comma_after) return 0;
        }
        return 0;
    }

    bool take_address()
    {
        if (!said_.street.empty()) return false;
        const std::size_t label = one_of(plain(), address_words) ? 1 : 0;
        if (label == 1) {
            std::size_t count = 0;
            while (count < 6 && !plain(1 + count).empty() &&
                   (!said_.postcode.empty() || !postcode_in(plain(1 + count))) &&
                   !(count > 0 && words_[at_ + count].comma_after))
                ++count;
            if (count == 0 || !said_.house.empty()) return false;
            set_address(1, count);
            at_ += 1 + count;
            return true;
        }
        const std::size_t count = has_figure(plain()) ? street_words() : 0;
        if (count == 0) return false;
        set_address(0, count + 1);
        at_ += count + 1;
        return true;
    }
    void set_address(std::size_t from, std::size_t count)
    {
        if (count > 1 && has_figure(plain(from))) {
            said_.house = words_[at_ + from].typed;
            said_.street = text(from + 1, count - 1);
        } else if (has_figure(plain(from))) {
            said_.house = words_[at_ + from].typed;
        } else {
            said_.street = text(from, count);
        }
    }

    bool take_town()
    {
        if (!said_.town.empty() || !one_of(plain(), town_words)) return false;
        std::size_t from = 1;
        while (one_of(plain(from), town_words)) ++from;
        const std::size_t count = name_words_from(from, 2);
        if (count == 0) return false;
        said_.town = text(from, count);
        at_ += from + count;
        return true;
    }

    /// Little words that say nothing, unless they stand alone: "An" and "Her" are names too.
    bool take_idle()
    {
        if (words_.size() < 3 || !one_of(plain(), idle_words)) return false;
        ++at_;
        return true;
    }

    void take_name()
    {
        name_.push_back(words_[at_]);
        ++at_;
    }

    /// "Tansley, Mary" is Mary Tansley.
    std::string in_order() const
    {
        if (name_.size() > 1 && name_.size() < 5 && name_.front().comma_after &&
            std::ranges::count_if(name_, &Word::comma_after) == (name_.back().comma_after ? 2 : 1))
            return text_of(name_, 1, name_.size() - 1) + ' ' + name_.front().typed;
        return text_of(name_, 0, name_.size());
    }

    std::vector<Word> words_;
    Day today_;
    std::size_t at_ = 0;
    std::vector<Word> name_;
    static constexpr int carers_most = 2; // what comes after both parents is somebody else
    int carers_named_ = 0;
    Said said_;
};

} // namespace

Said said_in(std::string_view typed, Day today) { return Reading{words_in(typed), today}.done(); }

} // namespace heed::spoken
