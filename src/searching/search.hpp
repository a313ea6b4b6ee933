#pragma once

#include "asking/asked.hpp"
#include "asking/lines.hpp"
#include "likeness/score.hpp"
#include "searching/effort.hpp"
#include "searching/sieve.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

namespace heed::searching {

using asking::Lines;

/// Less than anybody comes to, in bits.
constexpr float nobody_too_low = -1000;

struct Found {
    float bits;
    std::uint32_t tie; ///< of the id: who comes first of those who are alike
    std::uint32_t person;
    std::uint32_t row;
};

/// The best few people seen so far, each by the best of their names. Ties fall the same way every
/// time, and not by who came first.
class Best {
public:
    explicit Best(std::size_t most) : most_{most} {}

    bool wants(float bits) const { return found_.size() < most_ || bits >= found_.back().bits; }
    /// What nobody is wanted below.
    float least() const { return found_.size() < most_ ? nobody_too_low : found_.back().bits; }
    void offer(const Found& one);
    const std::vector<Found>& found() const { return found_; }

private:
    std::size_t most_;
    std::vector<Found> found_;
};

/// Which two words of a name are looked up together: those so near what was said, in bits, that are
/// worth so much.
struct PairsWanted {
    float loss_most;
    bool last; ///< what is left out is looked up by nobody else
    float least = nobody_too_low;
};

/// One search: where those who may be meant are looked for, and everybody when that is not enough.
class Search {
public:
    Search(const Asked& asked, const People& people, std::size_t most)
        : asked_{asked}, people_{people}, scorer_{asked, people}, sieve_{asked, people}, best_{most}
    {
    }

    /// Looks along the orders: the days that may be meant, the names that are near, the place, the
    /// number, a carer who was named, when that one is rare or many may still be wanted; and at all
    /// that is fresh. Quick, and blind to who is alike in none of these.
    void look_along_orders();
    /// Looks at the children of all whose forename is near that of a carer who was named, when they
    /// are not far too many.
    void look_along_carers();
    /// What was found along the orders is so near to what was said that nobody who is alike in
    /// nothing they are filed under can be shown beside it; or so far before the next that nobody
    /// of them can come before it.
    bool is_sure(const Lines& lines) const;
    /// From now on nobody is looked for who would not be shown: who is too far behind the first, or
    /// below the line while the first is not.
    void want_only_shown(const Lines& lines);
    /// From now on nobody is looked for who comes to less or whose forename or birth differs;
    /// nor by the carers alone.
    void want_the_same(float least_bits);
    /// Looks along the orders, and then among everybody: days in falling order of what they are
    /// worth, until no row of a day can come among the best; of a day those who bear a word that is
    /// near, or all when that may not be needed.
    void look_at_everyone(std::uint32_t look_up_costs = usual_look_up_costs);
    /// To look a word up among some rows takes as long as to look at so many of them.
    static constexpr std::uint32_t usual_look_up_costs = 30;

    const Best& best() const { return best_; }
    /// Those who may not were not looked for, and are here by chance.
    bool may_be_shown(const Found& found) const
    {
        return !line_ || found.bits >= least_shown(*line_);
    }
    const Scorer& scorer() const { return scorer_; }
    Sieve& sieve() { return sieve_; }
    const Effort& effort() const { return effort_; }

private:
    struct Stretch {
        const Sheet* sheet;
        std::uint32_t first; ///< the number of the sheet's first row
        std::uint32_t begin;
        std::uint32_t end;

        bool ends_at(const People::Part& part, std::uint32_t row) const
        {
            return first == part.first && end == row;
        }
    };

    /// Rows of births of one worth, in one part.
    struct Days {
        int born;
        std::uint32_t birth; ///< the first
        Stretch rows;
        const people::Segment* segment;
    };
    void add_days(const People::Part& part, std::uint32_t from, std::uint32_t to, BirthKind kind,
                  std::vector<Days>& days);
    std::vector<Days> days_between(Day from, Day to, std::initializer_list<BirthKind> kinds);
    /// Births from one to another, as PackedRow::birth.
    struct Births {
        std::uint32_t first;
        std::uint32_t last;
        std::optional<int> born; ///< what all of them are worth, when that is known
    };
    /// Those of a part, in order: all, or all but those that are far from what was said.
    std::vector<Births> births_to_look_at(const People::Part& part, bool wants_far) const;
    int far_born() const; ///< what those come to that are far
    /// The rows of the same births in all parts, without what they are worth.
    std::vector<Days> days_to_look_at(bool wants_far) const;
    void add_rest(const People::Part& part, const Births& births, std::vector<Days>& days);
    /// Of these days whoever of the rest may be wanted.
    void look_at_rest(std::vector<Days>& all, std::uint32_t look_up_costs);

    /// What a birth comes to at most whose day was not looked along, but for those of whom only the
    /// year is known. In eighths of a bit.
    int most_born_of_rest() const;
    int most_born() const; ///< what any birth comes to at most
    /// What nobody is shown below who was not found yet, in bits.
    float least_shown(float line) const;
    float behind_first() const;
    void raise_wanted();
    void look_through_rest(const Stretch& stretch, int born);
    /// The same, but for the rows that bear no near word: nobody of them can come among the best.
    void look_by_words(const people::Segment& segment, const Stretch& stretch, int born,
                       std::span<const Sieve::NearWord> near);
    void judge_rest(const Stretch& stretch, std::uint32_t row, int born);
    void look_through(const Stretch& stretch, int born);
    void look_through_fresh();
    /// Compares the rows that were found along an order, all at once, so that memory is asked for
    /// the next while one is compared. All of them come to so much less than the sieve says.
    void look_at_noted(int less = 0);
    void note(std::uint32_t row) { noted_.push_back(row); }
    void note_person(std::uint32_t person);
    /// A row that may come to so much at most: judged later, if that may still be enough then.
    void promise(int most, std::uint32_t row)
    {
        if (most < wanted_) return;
        promising_.push_back({most, row});
        if (promising_.size() == promising_most) judge_promising();
    }
    static constexpr std::size_t promising_most = 4096;
    bool is_another(const PackedRow& row, const Sheet& sheet) const
    {
        return the_same_ && sieve_.is_another(row, sheet);
    }
    /// The most promising first, so that those who follow are passed over.
    void judge_promising();
    void judge(std::uint32_t row);
    People::Rows rows_about(std::uint32_t row)
    {
        if (!rows_.have(row)) rows_ = people_.rows_about(row);
        return rows_;
    }
    void along_the_day(); ///< that was said
    void along_days();    ///< that it may be a slip for
    void along_names(const PairsWanted& wanted);
    /// The same where one of the words is a letter, near which are thousands: all who bear the
    /// other.
    void add_pairs_of_a_letter(WorthTable& forename, WorthTable& surname, float both_least,
                               float cost, const PairsWanted& wanted);
    /// Words near two that were said, of which those are still to be looked up together that are
    /// worth enough.
    struct PairsLeft {
        PairsLeft(std::span<const Worth> near_forenames, std::span<const Worth> near_surnames,
                  float least)
            : forenames{near_forenames.begin(), near_forenames.end()},
              surnames{near_surnames.begin(), near_surnames.end()}, both_least{least}
        {
        }
        /// Behind those of the words that are worth enough with the other.
        std::vector<Worth>::const_iterator end_with(const std::vector<Worth>& words,
                                                    const Worth& other) const;
        /// The first of them that was not looked up with the other.
        std::vector<Worth>::const_iterator first_with(const std::vector<Worth>& words,
                                                      const Worth& other) const;

        std::vector<Worth> forenames; ///< in falling order of what they are worth
        std::vector<Worth> surnames;
        float both_least;
        float both_below = 1000; ///< pairs worth so much were looked up; never below `both_least`
    };
    void add_pairs(WorthTable& forename, WorthTable& surname, float cost,
                   const PairsWanted& wanted);
    /// Whoever is asked for may bear a word as another part of the name than it was said in: the
    /// words that are near in that part alone.
    void add_pairs_of_other_parts(const AskedWord& first, const AskedWord& last, float cost,
                                  const PairsWanted& wanted);
    void add_pairs(PairsLeft left, float cost, bool last_look);
    /// Whoever has such a surname and no forename yet.
    void add_without_forename(WorthTable& surname, float cost, float least);
    /// Takes out the words of which it is quicker to look at all who bear them.
    void take_whole(PairsLeft& left, bool of_forenames);
    void take_whole(WordId word);
    void note_whole_words();
    void along_carers(std::size_t most);
    /// A forename that is near a carer's who was named, and what it is worth in bits.
    struct NearCarer {
        WordId forename;
        float bits;

        std::uint32_t key() const { return people::word_key(forename, people::Filed::by_carer); }
    };
    /// In falling order of what they are worth.
    std::vector<NearCarer> near_carers() const;
    void along_places();
    void along_towns(const std::set<std::uint16_t>& towns);

    const Asked& asked_;
    const People& people_;
    Scorer scorer_;
    Sieve sieve_;
    Best best_;
    int wanted_ = static_cast<int>(
        nobody_too_low * 8);    ///< as Best::least, in eighths; or what is shown, when that is more
    std::optional<float> line_; ///< below it nobody is shown, when only who is shown is wanted
    bool along_orders_ = false;
    bool along_carers_ = false;
    bool the_same_ = false;        ///< whoever has another forename or birth is not wanted
    float floor_ = nobody_too_low; ///< whoever comes to less is not wanted, in bits
    std::vector<std::uint32_t> births_looked_at_;
    Effort effort_;
    struct Promising {
        int most; ///< in eighths of a bit
        std::uint32_t row;
    };
    std::vector<Promising> promising_;
    std::vector<std::uint32_t> noted_;
    People::Rows rows_; ///< those that were asked for last
    std::vector<std::uint64_t> keys_;
    std::optional<std::vector<Sieve::NearWord>> near_words_;
    int near_words_least_ = 0;        ///< those that come to less are not among them
    std::vector<WordId> whole_words_; ///< whose bearers are all to be looked at
};

} // namespace heed::searching
