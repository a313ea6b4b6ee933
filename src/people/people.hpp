#pragma once

#include "names/gazetteer.hpp"
#include "names/lexicon.hpp"
#include "people/person.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace heed::people {

using names::Gazetteer;
using names::WordId;

/// One name of one person, and what a search compares first: 32 bytes, side by side in memory.
struct Row {
    WordId forename = names::no_word;
    WordId second_forename = names::no_word;
    WordId middle = names::no_word;
    WordId surname = names::no_word;
    WordId second_surname = names::no_word; ///< the other half, or the same without its particle
    std::uint32_t person = 0;
    std::uint16_t born = 0; ///< days since 1 January 1900; 0 when unknown
    std::uint16_t town = 0;
    std::uint16_t area = 0;
    BirthKind birth_kind : 2 = BirthKind::unknown;
    Sex sex : 2 = Sex::unknown;
    NameKind name_kind : 2 = NameKind::legal;
    bool place_hidden : 1 = false;
    bool gone : 1 = false; ///< removed; the row waits to be used again
};
static_assert(sizeof(Row) == 32);

constexpr Day rows_begin{std::chrono::days{-25'567}}; // 1 January 1900
std::uint16_t row_day(Day day);
inline Day day_of(std::uint16_t row_day) { return rows_begin + std::chrono::days{row_day}; }

/// A British postcode in four bytes: the outward code's number in the upper half, the inward half
/// as written in the lower (0 when only the outward is known). 0 is no postcode.
using Postcode = std::uint32_t;

struct HeldPlace {
    Postcode postcode = 0;
    WordId house = names::no_word;
    WordId street = names::no_word;
    std::uint16_t town = 0;
    std::uint16_t area = 0;
    bool current = true;
};

struct HeldCarer {
    WordId forename = names::no_word;
    WordId surname = names::no_word;
};

/// Figures and letters alone, small: how identifiers are compared.
std::string plain_identifier(std::string_view text);

/// Everybody in the index, as columns.
class People {
public:
    struct Details {
        std::string id;
        std::vector<HeldPlace> places;
        std::vector<HeldCarer> carers;
        std::vector<std::string> identifiers;
        std::vector<std::uint32_t> rows; ///< the legal name first
        std::string household;
    };

    void put(const Person& person);
    void remove(std::string_view id);
    std::size_t size() const { return by_id_.size(); }

    const std::vector<Row>& rows() const { return rows_; }
    const Details& details(std::uint32_t person) const { return details_[person]; }
    const std::vector<std::uint32_t>* household(const std::string& name) const;

    const names::Lexicon& words() const { return words_; }
    const names::Lexicon& streets() const { return streets_; }
    const Gazetteer& towns() const { return towns_; }
    const Gazetteer& areas() const { return areas_; }
    const Gazetteer& outcodes() const { return outcodes_; }
    /// The areas that people of a town were said to live in.
    const std::vector<std::uint16_t>& areas_of(std::uint16_t town) const;
    Postcode find_postcode(std::string_view text) const;

private:
    Row row_of(const PersonName& name, const Person& person);
    void set_places(const Person& person, Details& details);
    void set_carers(const Person& person, Details& details);
    void count(const Row& row, int by);
    void count(const HeldPlace& place, int by);
    void count(const HeldCarer& carer, int by);
    std::uint32_t free_person();
    std::uint32_t free_row();

    std::vector<Row> rows_;
    std::vector<Details> details_;
    std::vector<std::uint32_t> free_rows_;
    std::vector<std::uint32_t> free_people_;
    std::unordered_map<std::string, std::uint32_t> by_id_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> households_;
    names::Lexicon words_;
    names::Lexicon streets_;
    Gazetteer towns_;
    Gazetteer areas_;
    Gazetteer outcodes_;
    std::vector<std::vector<std::uint16_t>> areas_of_towns_;
};

} // namespace heed::people
