#pragma once

#include "filing/order.hpp"
#include "filing/postings.hpp"
#include "people/sheet.hpp"

#include <memory>

namespace heed::people {

using filing::Order;
using filing::Postings;

/// Who of a sheet was removed or replaced since it was made: a bit for each row.
class Gone {
public:
    Gone() = default;
    explicit Gone(std::vector<std::uint64_t> bits);
    bool has(std::uint32_t row) const
    {
        return row / 64 < bits_.size() && ((bits_[row / 64] >> (row % 64)) & 1U) != 0;
    }
    void add(std::uint32_t row);
    std::uint32_t count() const { return count_; }
    const std::vector<std::uint64_t>& bits() const { return bits_; }
    std::size_t bytes() const { return bits_.capacity() * sizeof(std::uint64_t); }

private:
    std::vector<std::uint64_t> bits_;
    std::uint32_t count_ = 0;
};

/// Keys under which rows and people are filed.
using filing::key_of;
/// 48 bits; never 0.
std::uint64_t household_key(std::string_view household);

/// How a row is filed by a word: by its forename and its surname, or by no word when it lacks one;
/// by the others of its words, which of a row without a forename are its carers' forenames too; by
/// the surnames of the family that it does not bear; and by the forenames of the carers. All but
/// the last are words that a search for a name goes through, and stand together.
enum class Filed : std::uint8_t { by_forename, by_surname, by_other, by_family, by_carer };
constexpr std::uint32_t word_key(WordId word, Filed how)
{
    static_assert(names::word_bits + 3 <= 32);
    return (word << 3U) | static_cast<std::uint32_t>(how);
}

/// Visits key_of(surname, forename) of each pair of words that a row is found by: its own surnames
/// and those of its carers, brothers and sisters, with each of its forenames. Without a forename,
/// the carers' whole names, and each of its surnames with no word. A middle name counts as a
/// surname too, as some give it for one. Some come twice.
template <class Visit> void each_pair(const Row& row, const Details& details, Visit visit)
{
    const auto with = [&](WordId surname) {
        if (surname == names::no_word) return;
        for (const WordId forename : {row.forename, row.second_forename, row.middle})
            if (forename != names::no_word) visit(key_of(surname, forename));
    };
    with(row.surname);
    with(row.second_surname);
    for (const WordId forename : {row.forename, row.second_forename})
        if (row.middle != names::no_word && forename != names::no_word)
            visit(key_of(row.middle, forename));
    for (const WordId surname : details.siblings) with(surname);
    WordId before = names::no_word;
    for (const HeldCarer& carer : details.carers) {
        const WordId surname = carer.surname;
        if (surname != row.surname && surname != row.second_surname && surname != before)
            with(surname);
        before = surname;
        if (row.forename == names::no_word) visit(key_of(surname, carer.forename));
    }
    if (row.forename != names::no_word) return;
    for (const WordId surname : {row.surname, row.second_surname, row.middle})
        if (surname != names::no_word) visit(key_of(surname, names::no_word));
}

/// People in the order of their births, filed by all that they are looked for by, and never
/// changed. Many may read it at once.
class Segment {
public:
    struct Source {
        const Sheet* sheet;
        const Gone* gone;
    };
    /// All people of the sheets but those that are gone.
    static std::shared_ptr<const Segment> of(std::span<const Source> sources);

    /// Rows of one day and kind of birth.
    struct Group {
        std::uint32_t birth = 0; ///< as PackedRow::birth
        std::uint32_t begin = 0;

        std::uint32_t born_day() const { return birth & (row_days - 1); }
        BirthKind birth_kind() const { return static_cast<BirthKind>(birth >> 22U); }
    };

    const Sheet& sheet() const { return sheet_; }
    /// In the order of their days; one more, which begins at the end.
    const Column<Group>& groups() const { return groups_; }
    /// Rows by a surname, also of a carer, and a forename.
    const Order& by_names() const { return by_names_; }
    /// Rows, in the order of their births, by word_key of each of their words.
    const Postings& by_words() const { return by_words_; }
    /// Rows by a town and each of their words.
    const Order& by_towns() const { return by_towns_; }
    // People by:
    const Order& by_postcodes() const { return by_postcodes_; }
    const Order& by_identifiers() const { return by_identifiers_; }
    const Order& by_households() const { return by_households_; }
    const Order& by_ids() const { return by_ids_; }

    std::size_t bytes() const;
    template <class Self, class Visit> static void columns(Self& self, Visit visit)
    {
        Sheet::columns(self.sheet_, visit);
        visit(self.groups_);
        for (auto* order : {&self.by_names_, &self.by_towns_, &self.by_postcodes_,
                            &self.by_identifiers_, &self.by_households_, &self.by_ids_})
            Order::columns(*order, visit);
        Postings::columns(self.by_words_, visit);
    }
    bool is_whole(std::size_t words) const;

private:
    void group();
    void file();
    std::array<WordId, 5> words_of(std::uint32_t row) const;
    void file_words(std::uint32_t row, const Details& details, Postings::Entries& words) const;
    void file_family(std::uint32_t row, const Details& details, Postings::Entries& words) const;

    Sheet sheet_;
    Column<Group> groups_;
    Order by_names_;
    Postings by_words_;
    Order by_towns_;
    Order by_postcodes_;
    Order by_identifiers_;
    Order by_households_;
    Order by_ids_;
};

} // namespace heed::people
