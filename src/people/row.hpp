#pragma once

#include "core/day.hpp"
#include "names/lexicon.hpp"
#include "people/person.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace heed::people {

using names::WordId;

/// One name of one person.
struct Row {
    WordId forename = names::no_word;
    WordId second_forename = names::no_word;
    WordId middle = names::no_word;
    WordId surname = names::no_word;
    WordId second_surname = names::no_word; ///< the other half, or the same without its particle
    std::uint32_t person = 0;               ///< the number of the person's first row
    std::uint32_t born_day = 0;
    BirthKind birth_kind = BirthKind::unknown;
    Sex sex = Sex::unknown;
    NameKind name_kind = NameKind::legal;
    bool place_hidden = false;
    /// A carer, brother or sister has, or once had, another surname.
    bool family_differs = false;

    /// As `row_day` gives it; 0 when unknown.
    std::uint32_t born() const { return born_day; }
};

constexpr std::uint32_t row_days = 1U << 22U; ///< twice 5,741 years around 1970
/// 0 for a day that no row can hold.
std::uint32_t row_day(Day day);
constexpr Day day_of(std::uint32_t row_day)
{
    return Day{std::chrono::days{static_cast<int>(row_day) - static_cast<int>(row_days / 2)}};
}

/// A postcode in four bytes: the outward code's number in the upper half, the inward half as
/// written in the lower (0 when only the outward is known, and for postcodes of other countries,
/// which are kept whole as if they were outward). 0 is no postcode.
using Postcode = std::uint32_t;
/// How many of the three signs of the inward halves differ.
int inward_slips(Postcode left, Postcode right);
/// 0 for anything but a figure and two letters.
std::uint16_t inward_number(std::string_view inward);

struct HeldPlace {
    Postcode postcode = 0;
    std::uint32_t house = 0;
    std::uint32_t street = 0;
    std::uint16_t town = 0;
    std::uint16_t area = 0;
    bool current = true;

    bool operator==(const HeldPlace&) const = default;
};

/// The towns, areas and outward codes where somebody lives or lived, blurred into 16 bits: whoever
/// has no bit of a place does not live there.
using Homes = std::uint16_t;
constexpr Homes in_some_town = 0x007F;
constexpr Homes with_some_outward = 0xF800;
constexpr Homes home_bit(std::uint32_t place, unsigned first, unsigned count)
{
    return place == 0 ? Homes{0} : static_cast<Homes>(1U << (first + place % count));
}
constexpr Homes in_town(std::uint16_t town) { return home_bit(town, 0, 7); }
constexpr Homes in_area(std::uint16_t area) { return home_bit(area, 7, 4); }
constexpr Homes with_outward(Postcode postcode) { return home_bit(postcode >> 16U, 11, 5); }

/// Another surname of the family, blurred into eight bits.
using FamilyMark = std::uint8_t;
constexpr FamilyMark no_family_mark = 0;
constexpr FamilyMark any_family_mark = 255; ///< there are too many for their marks to be kept
constexpr FamilyMark family_mark(WordId surname)
{
    return static_cast<FamilyMark>(1U + ((surname * 2'654'435'769U) >> 16U) % 254U);
}

struct HeldCarer {
    WordId forename = names::no_word;
    WordId surname = names::no_word;

    bool operator==(const HeldCarer&) const = default;
};

/// A number of up to 15 figures is kept as it is, with how many there are; anything else as a hash.
struct HeldIdentifier {
    std::uint64_t value = 0;

    bool operator==(const HeldIdentifier&) const = default;
    std::uint64_t key() const { return value; }
    /// The figures; empty for a hash.
    std::string figures() const;
};
HeldIdentifier held_identifier(std::string_view plain);

/// Figures and letters alone, small: how identifiers are compared.
std::string plain_identifier(std::string_view text);

/// A list that is mostly short: the first few stand in it, and only more than that elsewhere.
template <class T, std::size_t count> class Few {
public:
    void push_back(const T& one)
    {
        if (size_ == count) far_.assign(near_.begin(), near_.end());
        if (size_ >= count)
            far_.push_back(one);
        else
            near_[size_] = one;
        ++size_;
    }
    const T* begin() const { return size_ > count ? far_.data() : near_.data(); }
    const T* end() const { return begin() + size_; }
    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    bool operator==(const Few& other) const
    {
        return std::equal(begin(), end(), other.begin(), other.end());
    }

private:
    std::array<T, count> near_;
    std::vector<T> far_;
    std::size_t size_ = 0;
};

/// What is held of a person besides the rows.
struct Details {
    std::string id;
    Few<HeldPlace, 4> places;
    Few<HeldCarer, 4> carers;
    Few<HeldIdentifier, 3> identifiers;
    /// Other surnames that brothers and sisters have, or once had: only to be looked for by them.
    Few<WordId, 2> siblings;
    std::uint64_t household = 0; ///< of 48 bits; 0 when it is not known

    bool operator==(const Details&) const = default;
};

} // namespace heed::people
