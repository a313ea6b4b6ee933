#pragma once

#include "names/chains.hpp"
#include "names/gazetteer.hpp"
#include "names/lexicon.hpp"
#include "names/streets.hpp"
#include "people/person.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace heed::people {

using names::Chains;
using names::Gazetteer;
using names::key_of;
using names::WordId;

/// One name of one person, and what a search compares first: 32 bytes, side by side in memory.
struct Row {
    WordId forename = names::no_word;
    WordId second_forename = names::no_word;
    WordId middle = names::no_word;
    WordId surname = names::no_word;
    WordId second_surname = names::no_word; ///< the other half, or the same without its particle
    std::uint32_t person = 0;
    std::uint16_t born_low = 0; ///< the lower half of born()
    std::uint16_t town = 0;
    std::uint16_t area = 0;
    BirthKind birth_kind : 2 = BirthKind::unknown;
    Sex sex : 2 = Sex::unknown;
    NameKind name_kind : 2 = NameKind::legal;
    bool place_hidden : 1 = false;
    bool gone : 1 = false; ///< removed; the row waits to be used again
    /// A carer, brother or sister has, or once had, another surname.
    bool family_differs : 1 = false;
    std::uint8_t born_high : 2 = 0;

    /// Days since 1 January 1400; 0 when unknown.
    std::uint32_t born() const { return (static_cast<std::uint32_t>(born_high) << 16U) | born_low; }
    void set_born(std::uint32_t row_day)
    {
        born_low = static_cast<std::uint16_t>(row_day);
        born_high = (row_day >> 16U) & 3U;
    }
};
static_assert(sizeof(Row) == 32);

constexpr Day rows_begin{std::chrono::sys_days{std::chrono::year{1400} / 1 / 1}};
/// 0 for a day that no row can hold: before 1400 or after 2117.
std::uint32_t row_day(Day day);
inline Day day_of(std::uint32_t row_day) { return rows_begin + std::chrono::days{row_day}; }

/// A postcode in four bytes: the outward code's number in the upper half, the inward half as
/// written in the lower (0 when only the outward is known, and for postcodes of other countries,
/// which are kept whole as if they were outward). 0 is no postcode.
using Postcode = std::uint32_t;
/// How many of the three signs of the inward halves differ.
int inward_slips(Postcode left, Postcode right);

struct HeldPlace {
    Postcode postcode = 0;
    WordId house = names::no_word;
    WordId street = names::no_word;
    std::uint16_t town = 0;
    std::uint16_t area : 15 = 0;
    std::uint16_t current : 1 = 1;
};
static_assert(sizeof(HeldPlace) == 16);

struct HeldCarer {
    WordId forename = names::no_word;
    WordId surname = names::no_word;
};

/// A number of up to 15 figures is kept as it is, with how many there are; anything else as a hash.
struct HeldIdentifier {
    std::uint32_t low = 0;
    std::uint32_t high = 0;

    bool operator==(const HeldIdentifier&) const = default;
    std::uint64_t key() const { return (static_cast<std::uint64_t>(high) << 32U) | low; }
    /// The figures; empty for a hash.
    std::string figures() const;
};
HeldIdentifier held_identifier(std::string_view plain);

/// Figures and letters alone, small: how identifiers are compared.
std::string plain_identifier(std::string_view text);

/// Everybody in the index: rows in columns of their own, the rest packed behind them.
class People {
public:
    /// A view of what is packed; valid until the people change.
    struct Details {
        std::string_view id;
        std::span<const HeldPlace> places;
        std::span<const HeldCarer> carers;
        std::span<const HeldIdentifier> identifiers;
        std::span<const std::uint32_t> rows; ///< the first is the first name that was given
        std::uint64_t household = 0;         ///< 0 when it is not known
    };

    void put(const Person& person);
    void remove(std::string_view id);
    std::size_t size() const { return size_; }

    const std::vector<Row>& rows() const { return rows_; }
    Details details(std::uint32_t person) const;

    /// Rows of all who were born, or are expected, on a day (as in Row).
    const std::vector<std::uint32_t>& born_on(std::uint32_t day) const;
    /// Rows that hold both words: a surname, also a parent's, and a forename.
    const Chains& by_names() const { return by_names_; }
    /// Rows of who lives in a town, by the town and a word of the name.
    const Chains& by_towns() const { return by_towns_; }
    const Chains& by_postcodes() const { return by_postcodes_; }
    /// People, not rows.
    const Chains& by_identifiers() const { return by_identifiers_; }
    const Chains& by_households() const { return by_households_; }

    const names::Lexicon& words() const { return words_; }
    const names::Streets& streets() const { return streets_; }
    const Gazetteer& towns() const { return towns_; }
    const Gazetteer& areas() const { return areas_; }
    const Gazetteer& outcodes() const { return outcodes_; }
    /// The areas that people of a town were said to live in.
    const std::vector<std::uint16_t>& areas_of(std::uint16_t town) const;
    Postcode find_postcode(std::string_view text) const;

private:
    struct Unpacked;

    std::optional<std::uint32_t> find(std::string_view id) const;
    Row row_of(const PersonName& name, const Person& person);
    std::vector<HeldPlace> held_places(const Person& person);
    std::vector<HeldCarer> held_carers(const Person& person);
    void pack(std::uint32_t person, const Unpacked& unpacked);
    /// Adds a person's rows and details to every count and order, or takes them out of them.
    void file(std::uint32_t person, bool in);
    void compare_family(std::uint32_t person);
    void file_row(std::uint32_t at, const Details& details, bool in);
    std::uint32_t free_person();
    std::uint32_t free_row();

    std::size_t size_ = 0;
    std::vector<Row> rows_;
    std::vector<std::uint32_t> begin_;  ///< where each person's details begin in packed_
    std::vector<std::uint32_t> packed_; ///< what replaced or removed people leave is not used again
    std::string ids_;                   ///< each after its length
    std::vector<std::uint32_t> free_rows_;
    std::vector<std::uint32_t> free_people_;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> days_;
    Chains by_ids_;
    Chains by_names_;
    Chains by_towns_;
    Chains by_postcodes_;
    Chains by_identifiers_;
    Chains by_households_;
    names::Lexicon words_;
    names::Streets streets_;
    Gazetteer towns_;
    Gazetteer areas_;
    Gazetteer outcodes_;
    std::vector<std::vector<std::uint16_t>> areas_of_towns_;
};

} // namespace heed::people
