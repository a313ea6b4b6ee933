#pragma once

#include "filing/column.hpp"
#include "people/row.hpp"

#include <optional>
#include <span>

namespace heed::people {

using filing::bytes_of;
using filing::Column;

/// A row as it is kept: 16 bytes, four to a line of the processor's memory.
struct PackedRow {
    WordId forename : names::word_bits = names::no_word;
    std::uint32_t one_of_family : 8 = no_family_mark; ///< a FamilyMark, when the family differs
    WordId surname : names::word_bits = names::no_word;
    std::uint32_t another_of_family : 8 = no_family_mark;
    std::uint32_t other =
        0;                  ///< no other word, one and where it stands, or where all three are kept
    std::uint32_t born = 0; ///< the day, and what takes few bits

    /// Rows of one value belong together in the order of births.
    std::uint32_t birth() const { return born & 0x00FF'FFFFU; }
    std::uint32_t born_day() const { return born & (row_days - 1); }
    BirthKind birth_kind() const { return static_cast<BirthKind>((born >> 22U) & 3U); }
    Sex sex() const { return static_cast<Sex>((born >> 24U) & 3U); }
    NameKind name_kind() const { return static_cast<NameKind>((born >> 26U) & 3U); }
    bool place_hidden() const { return ((born >> 28U) & 1U) != 0; }
    /// The row is another name of the person of the row before it.
    bool continues() const { return ((born >> 29U) & 1U) != 0; }
    bool family_differs() const { return ((born >> 30U) & 1U) != 0; }

    /// Where the other word stands.
    enum class Stands : std::uint8_t { middle, second_forename, second_surname, several };
    Stands stands() const { return static_cast<Stands>(other >> 30U); }
    std::uint32_t other_word() const { return other & 0x3FFF'FFFFU; }
};
static_assert(sizeof(PackedRow) == 16);

/// The words of a row beside forename and surname, when they are more than one.
struct OtherWords {
    WordId second_forename = names::no_word;
    WordId middle = names::no_word;
    WordId second_surname = names::no_word;
};

/// People one after the other in columns: the rows of each, and their details packed. A person's
/// number is that of their first row.
class Sheet {
public:
    void append(std::span<const Row> rows, const Details& details);
    /// A person of another sheet, as they are there.
    void append(const Sheet& from, std::uint32_t person);
    void reserve(const Sheet& as_much_as);
    void shrink();

    std::uint32_t size() const { return static_cast<std::uint32_t>(rows_.size()); }
    const PackedRow& packed(std::uint32_t row) const { return rows_.data()[row]; }
    /// Of a row whose place is hidden, none.
    Homes homes(std::uint32_t row) const { return homes_.data()[row]; }
    /// Asks memory for both, for somebody who will want them soon.
    void fetch(std::uint32_t row) const
    {
        __builtin_prefetch(rows_.data() + row);
        __builtin_prefetch(homes_.data() + row);
    }
    void fetch_homes(std::uint32_t row) const { __builtin_prefetch(homes_.data() + row); }
    Row row(std::uint32_t at) const;
    OtherWords others(const PackedRow& row) const
    {
        const WordId word = row.other_word();
        switch (row.stands()) {
        case PackedRow::Stands::middle: return {.middle = word};
        case PackedRow::Stands::second_forename: return {.second_forename = word};
        case PackedRow::Stands::second_surname: return {.second_surname = word};
        case PackedRow::Stands::several: break;
        }
        return others_.data()[word];
    }
    std::uint32_t person_of(std::uint32_t row) const;
    /// One after the person's last row, which is the next person.
    std::uint32_t end_of(std::uint32_t person) const;
    Details details(std::uint32_t person) const;
    std::uint64_t household(std::uint32_t person) const;

    std::size_t bytes() const;
    template <class Self, class Visit> static void columns(Self& self, Visit visit)
    {
        visit(self.rows_);
        visit(self.homes_);
        visit(self.others_);
        visit(self.lengths_);
        visit(self.begin_);
        visit(self.details_);
    }
    /// Whether opened columns belong together, so that nothing that is asked leaves them, and every
    /// word is below `words`.
    bool is_whole(std::size_t words) const;

private:
    static constexpr std::uint8_t long_details = 255; ///< their length stands before them

    void begin_row(std::span<const std::uint8_t> packed);
    /// How many bytes details take that begin there.
    std::uint32_t bytes_at(std::uint32_t row, std::uint32_t begin) const;
    std::span<const std::uint8_t> packed_details(std::uint32_t person) const;

    Column<PackedRow> rows_;
    Column<Homes> homes_;
    Column<OtherWords> others_;
    Column<std::uint8_t> lengths_; ///< of the details of whose first row it is; else 0
    Column<std::uint32_t> begin_;  ///< of the details of every 16th row
    Column<std::uint8_t> details_;
};

} // namespace heed::people
