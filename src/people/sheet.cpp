#include "people/sheet.hpp"

#include "core/ensure.hpp"
#include "people/packing.hpp"

#include <algorithm>
#include <array>

namespace heed::people {
namespace {

using names::no_word;
using Stands = PackedRow::Stands;

constexpr std::uint32_t rows_in_a_block = 16;

std::uint32_t other_of(Stands place, std::uint32_t word)
{
    return (static_cast<std::uint32_t>(place) << 30U) | word;
}

template <class Kind> std::uint32_t bits(Kind kind, unsigned at)
{
    return static_cast<std::uint32_t>(kind) << at;
}

Homes homes_of(const Row& row, const Details& details)
{
    Homes homes = 0;
    if (row.place_hidden) return homes;
    for (const HeldPlace& place : details.places)
        homes |= in_town(place.town) | in_area(place.area) | with_outward(place.postcode);
    return homes;
}

/// The surnames of the family that the row does not bear, as their marks.
std::array<FamilyMark, 2> family_of(const Row& row, const Details& details)
{
    std::array<FamilyMark, 2> family{};
    if (!row.family_differs) return family;
    const auto add = [&](WordId surname) {
        if (surname == no_word || surname == row.surname || surname == row.second_surname) return;
        const FamilyMark mark = family_mark(surname);
        if (std::ranges::find(family, mark) != family.end()) return;
        const auto free = std::ranges::find(family, no_family_mark);
        (free == family.end() ? family[0] : *free) = free == family.end() ? any_family_mark : mark;
    };
    for (const HeldCarer& carer : details.carers) add(carer.surname);
    for (const WordId surname : details.siblings) add(surname);
    return family;
}

} // namespace

std::uint32_t row_day(Day day)
{
    const auto days = day.time_since_epoch().count() + static_cast<int>(row_days / 2);
    return days > 0 && days < static_cast<int>(row_days) ? static_cast<std::uint32_t>(days) : 0;
}

void Sheet::begin_row(std::span<const std::uint8_t> packed)
{
    ensure(packed.size() < 65'536 && details_.size() < 0xFFFF'0000U, "details fit their columns");
    if (rows_.size() % rows_in_a_block == 0)
        begin_.push_back(static_cast<std::uint32_t>(details_.size()));
    const auto length =
        static_cast<std::uint8_t>(std::min<std::size_t>(packed.size(), long_details));
    lengths_.push_back(length);
    if (length == long_details) {
        details_.push_back(static_cast<std::uint8_t>(packed.size() & 0xFFU));
        details_.push_back(static_cast<std::uint8_t>(packed.size() >> 8U));
    }
    details_.insert(details_.end(), packed.begin(), packed.end());
}

void Sheet::append(std::span<const Row> rows, const Details& details)
{
    std::vector<std::uint8_t> packed;
    pack(details, packed);
    bool continues = false;
    for (const Row& row : rows) {
        if (continues)
            begin_row({});
        else
            begin_row(packed);
        const auto [one_of_family, another_of_family] = family_of(row, details);
        PackedRow made{row.forename, one_of_family, row.surname, another_of_family, 0, 0};
        const OtherWords others{row.second_forename, row.middle, row.second_surname};
        const int held = (row.second_forename != no_word ? 1 : 0) +
                         (row.middle != no_word ? 1 : 0) + (row.second_surname != no_word ? 1 : 0);
        if (held > 1) {
            made.other = other_of(Stands::several, static_cast<std::uint32_t>(others_.size()));
            others_.push_back(others);
        } else if (row.second_forename != no_word) {
            made.other = other_of(Stands::second_forename, row.second_forename);
        } else if (row.second_surname != no_word) {
            made.other = other_of(Stands::second_surname, row.second_surname);
        } else {
            made.other = other_of(Stands::middle, row.middle);
        }
        made.born = row.born_day | bits(row.birth_kind, 22) | bits(row.sex, 24) |
                    bits(row.name_kind, 26) | bits(row.place_hidden, 28) | bits(continues, 29) |
                    bits(row.family_differs, 30);
        rows_.push_back(made);
        homes_.push_back(homes_of(row, details));
        continues = true;
    }
}

void Sheet::append(const Sheet& from, std::uint32_t person)
{
    const auto packed = from.packed_details(person);
    for (std::uint32_t at = person; at < from.end_of(person); ++at) {
        begin_row(at == person ? packed : std::span<const std::uint8_t>{});
        PackedRow row = from.rows_[at];
        if (row.stands() == Stands::several) {
            const OtherWords others = from.others(row);
            row.other = other_of(Stands::several, static_cast<std::uint32_t>(others_.size()));
            others_.push_back(others);
        }
        rows_.push_back(row);
        homes_.push_back(from.homes_[at]);
    }
}

void Sheet::reserve(const Sheet& as_much_as)
{
    rows_.reserve(rows_.size() + as_much_as.rows_.size());
    homes_.reserve(homes_.size() + as_much_as.homes_.size());
    others_.reserve(others_.size() + as_much_as.others_.size());
    lengths_.reserve(lengths_.size() + as_much_as.lengths_.size());
    begin_.reserve(begin_.size() + as_much_as.begin_.size() + 1);
    details_.reserve(details_.size() + as_much_as.details_.size());
}

void Sheet::shrink()
{
    columns(*this, [](auto& column) {
        if (column.capacity() > column.size() + column.size() / 16) column.shrink_to_fit();
    });
}

Row Sheet::row(std::uint32_t at) const
{
    const PackedRow& packed = rows_.data()[at];
    const OtherWords others = this->others(packed);
    Row row;
    row.forename = packed.forename;
    row.second_forename = others.second_forename;
    row.middle = others.middle;
    row.surname = packed.surname;
    row.second_surname = others.second_surname;
    row.person = person_of(at);
    row.born_day = packed.born_day();
    row.birth_kind = packed.birth_kind();
    row.sex = packed.sex();
    row.name_kind = packed.name_kind();
    row.place_hidden = packed.place_hidden();
    row.family_differs = packed.family_differs();
    return row;
}

std::uint32_t Sheet::person_of(std::uint32_t row) const
{
    while (rows_.data()[row].continues()) --row;
    return row;
}

std::uint32_t Sheet::end_of(std::uint32_t person) const
{
    std::uint32_t end = person + 1;
    while (end < size() && rows_.data()[end].continues()) ++end;
    return end;
}

std::span<const std::uint8_t> Sheet::packed_details(std::uint32_t person) const
{
    const std::uint32_t block = person / rows_in_a_block;
    std::uint32_t begin = begin_.data()[block];
    for (std::uint32_t at = block * rows_in_a_block; at < person; ++at)
        begin += bytes_at(at, begin);
    const std::uint32_t bytes = bytes_at(person, begin);
    const std::uint32_t before = lengths_.data()[person] == long_details ? 2 : 0;
    return {details_.data() + begin + before, bytes - before};
}

std::uint32_t Sheet::bytes_at(std::uint32_t row, std::uint32_t begin) const
{
    const std::uint8_t length = lengths_.data()[row];
    if (length != long_details) return length;
    return 2U + details_.data()[begin] + (std::uint32_t{details_.data()[begin + 1]} << 8U);
}

Details Sheet::details(std::uint32_t person) const { return unpacked(packed_details(person)); }

std::uint64_t Sheet::household(std::uint32_t person) const
{
    return household_in(packed_details(person));
}

std::size_t Sheet::bytes() const
{
    return bytes_of(rows_) + bytes_of(homes_) + bytes_of(others_) + bytes_of(lengths_) +
           bytes_of(begin_) + bytes_of(details_);
}

bool Sheet::is_whole(std::size_t words) const
{
    if (lengths_.size() != rows_.size() || homes_.size() != rows_.size() ||
        size() != rows_.size() ||
        begin_.size() != (rows_.size() + rows_in_a_block - 1) / rows_in_a_block)
        return false;
    std::uint64_t end = 0;
    bool first = true;
    for (std::uint32_t at = 0; at < size(); ++at) {
        const PackedRow& row = rows_[at];
        if (at % rows_in_a_block == 0 && begin_[at / rows_in_a_block] != end) return false;
        if (row.continues() ? first || lengths_[at] != 0 : lengths_[at] == 0) return false;
        first = false;
        if (lengths_[at] == long_details && end + 2 > details_.size()) return false;
        end += bytes_at(at, static_cast<std::uint32_t>(end));
        if (end > details_.size()) return false;
        const bool several = row.stands() == Stands::several;
        if (row.forename >= words || row.surname >= words ||
            row.other_word() >= (several ? others_.size() : words))
            return false;
    }
    return end == details_.size() && std::ranges::all_of(others_, [=](const OtherWords& one) {
               return one.second_forename < words && one.middle < words &&
                      one.second_surname < words;
           });
}

} // namespace heed::people
