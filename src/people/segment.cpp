#include "people/segment.hpp"

#include <algorithm>
#include <bit>

namespace heed::people {
namespace {

using names::no_word;

/// Calls with each person of the sheet and their details.
template <class Visit> void each_person(const Sheet& sheet, Visit visit)
{
    for (std::uint32_t person = 0; person < sheet.size(); person = sheet.end_of(person))
        visit(person, sheet.details(person));
}

} // namespace

Gone::Gone(std::vector<std::uint64_t> bits) : bits_{std::move(bits)}
{
    for (const std::uint64_t some : bits_)
        count_ += static_cast<std::uint32_t>(std::popcount(some));
}

void Gone::add(std::uint32_t row)
{
    if (row / 64 >= bits_.size()) bits_.resize(row / 64 + 1);
    bits_[row / 64] |= 1ULL << (row % 64);
    ++count_;
}

std::uint64_t household_key(std::string_view household)
{
    const std::uint64_t key = filing::key_of(household);
    return ((key ^ (key >> 47U)) & 0xFFFF'FFFF'FFFFULL) | 1U;
}

std::shared_ptr<const Segment> Segment::of(std::span<const Source> sources)
{
    // By birth, then source and row: 24, 8 and 32 bits.
    Column<std::uint64_t> people;
    auto made = std::make_shared<Segment>();
    for (std::size_t number = 0; number < sources.size(); ++number) {
        const auto& [sheet, gone] = sources[number];
        for (std::uint32_t person = 0; person < sheet->size(); person = sheet->end_of(person))
            if (!gone->has(person))
                people.push_back(
                    (static_cast<std::uint64_t>(sheet->packed(person).birth()) << 40U) |
                    (static_cast<std::uint64_t>(number) << 32U) | person);
        made->sheet_.reserve(*sheet);
    }
    std::ranges::sort(people);
    for (const std::uint64_t one : people)
        made->sheet_.append(*sources[(one >> 32U) & 0xFFU].sheet, static_cast<std::uint32_t>(one));
    people = {};
    made->sheet_.shrink();
    made->group();
    made->file();
    return made;
}

void Segment::group()
{
    for (std::uint32_t row = 0; row < sheet_.size(); ++row)
        if (groups_.empty() || groups_.back().birth != sheet_.packed(row).birth())
            groups_.push_back({sheet_.packed(row).birth(), row});
    groups_.push_back({0, sheet_.size()});
}

void Segment::file()
{
    {
        Order::Entries names;
        each_person(sheet_, [&](std::uint32_t person, const Details& details) {
            for (std::uint32_t row = person; row < sheet_.end_of(person); ++row)
                each_pair(sheet_.row(row), details,
                          [&](std::uint64_t key) { names.add(key, row); });
        });
        by_names_ = Order{names};
    }
    {
        Postings::Entries words;
        each_person(sheet_, [&](std::uint32_t person, const Details& details) {
            for (std::uint32_t row = person; row < sheet_.end_of(person); ++row) {
                file_words(row, details, words);
                if (sheet_.packed(row).family_differs()) file_family(row, details, words);
            }
        });
        by_words_ = Postings{std::move(words)};
    }
    {
        Order::Entries towns;
        Order::Entries postcodes;
        each_person(sheet_, [&](std::uint32_t person, const Details& details) {
            if (sheet_.packed(person).place_hidden()) return;
            for (const HeldPlace& place : details.places) {
                if (place.postcode != 0) postcodes.add(place.postcode, person);
                if (place.town == 0) continue;
                for (std::uint32_t row = person; row < sheet_.end_of(person); ++row)
                    for (const WordId word : words_of(row))
                        if (word != no_word) towns.add(key_of(place.town, word), row);
            }
        });
        by_towns_ = Order{towns};
        by_postcodes_ = Order{postcodes};
    }
    Order::Entries identifiers;
    Order::Entries households;
    Order::Entries ids;
    each_person(sheet_, [&](std::uint32_t person, const Details& details) {
        ids.add(filing::key_of(details.id), person);
        if (details.household != 0) households.add(details.household, person);
        for (const HeldIdentifier& one : details.identifiers) identifiers.add(one.key(), person);
    });
    by_identifiers_ = Order{identifiers};
    by_households_ = Order{households};
    by_ids_ = Order{ids};
}

std::array<WordId, 5> Segment::words_of(std::uint32_t row) const
{
    const PackedRow& packed = sheet_.packed(row);
    const OtherWords others = sheet_.others(packed);
    return {packed.forename, packed.surname, others.second_forename, others.middle,
            others.second_surname};
}

void Segment::file_words(std::uint32_t row, const Details& details, Postings::Entries& words) const
{
    const PackedRow& packed = sheet_.packed(row);
    words.add(word_key(packed.forename, Filed::by_forename), row);
    words.add(word_key(packed.surname, Filed::by_surname), row);
    for (const HeldCarer& carer : details.carers)
        if (carer.forename != no_word) words.add(word_key(carer.forename, Filed::by_carer), row);
    const auto file_other = [&](WordId word) {
        if (word != no_word) words.add(word_key(word, Filed::by_other), row);
    };
    if (packed.forename == no_word)
        for (const HeldCarer& carer : details.carers) file_other(carer.forename);
    if (packed.other == 0) return;
    const OtherWords others = sheet_.others(packed);
    for (const WordId word : {others.second_forename, others.middle, others.second_surname})
        file_other(word);
}

void Segment::file_family(std::uint32_t row, const Details& details, Postings::Entries& words) const
{
    const PackedRow& packed = sheet_.packed(row);
    const auto file = [&](WordId surname) {
        if (surname != no_word && surname != packed.surname)
            words.add(word_key(surname, Filed::by_family), row);
    };
    for (const HeldCarer& carer : details.carers) file(carer.surname);
    for (const WordId surname : details.siblings) file(surname);
}

std::size_t Segment::bytes() const
{
    std::size_t bytes = 0;
    columns(*this, [&](const auto& column) { bytes += bytes_of(column); });
    return bytes;
}

bool Segment::is_whole(std::size_t words) const
{
    if (!sheet_.is_whole(words) || groups_.empty() || groups_.back().begin != sheet_.size())
        return false;
    std::uint32_t at = 0;
    for (std::size_t number = 0; number + 1 < groups_.size(); ++number) {
        const std::uint32_t end = groups_[number + 1].begin;
        if (groups_[number].begin != at || end <= at || end > sheet_.size()) return false;
        for (; at < end; ++at)
            if (sheet_.packed(at).birth() != groups_[number].birth) return false;
    }
    const auto is_row = [&](std::uint32_t row) { return row < sheet_.size(); };
    const auto is_person = [&](std::uint32_t row) {
        return is_row(row) && !sheet_.packed(row).continues();
    };
    for (const Order* order : {&by_postcodes_, &by_identifiers_, &by_households_, &by_ids_})
        if (!order->is_whole(is_person)) return false;
    if (!by_words_.is_whole(is_row) || !by_names_.is_whole(is_row) || !by_towns_.is_whole(is_row))
        return false;
    return at == sheet_.size();
}

} // namespace heed::people
