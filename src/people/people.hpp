#pragma once

#include "filing/chains.hpp"
#include "names/lexicon.hpp"
#include "people/person.hpp"
#include "people/segment.hpp"
#include "places/gazetteer.hpp"
#include "places/streets.hpp"

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heed::people {

using places::Gazetteer;

/// Everybody in the index. Most are in segments, which never change: what is removed from them is
/// only noted. Those who were put since the last one was made are on a fresh sheet, short enough
/// to be read through. Rows are numbered through all of them, until the people change.
///
/// Not for several threads at once while it changes; a copy is cheap, as segments are shared.
class People {
public:
    void put(const Person& person);
    void remove(std::string_view id);
    std::size_t size() const { return size_; }

    /// A segment and who of it is gone. `first` is the number of its first row.
    struct Part {
        std::shared_ptr<const Segment> segment;
        Gone gone;
        std::uint32_t first = 0;
    };
    const std::vector<Part>& parts() const { return parts_; }
    const Sheet& fresh() const { return fresh_; }
    /// The number of the first fresh row, and of the one after the last.
    std::uint32_t fresh_first() const { return fresh_first_; }
    std::uint32_t rows_end() const { return fresh_first_ + fresh_.size(); }

    /// Makes a segment of the fresh sheet. A second People that changed in the same way is given
    /// the same one. Nothing when there is nothing fresh.
    std::shared_ptr<const Segment> freeze(std::shared_ptr<const Segment> made = nullptr);
    /// Puts one segment in place of several, which it was made of when `gone` were gone. Does
    /// nothing when they are not here any more.
    void replace(std::span<const Part> merged, const std::shared_ptr<const Segment>& by);

    /// The rows of one sheet, by their numbers here.
    struct Rows {
        const Sheet* sheet = nullptr;
        const Gone* removed = nullptr;
        std::uint32_t first = 0;
        std::uint32_t end = 0;

        bool have(std::uint32_t row) const { return row >= first && row < end; }
        const PackedRow& packed(std::uint32_t row) const { return sheet->packed(row - first); }
        Homes homes(std::uint32_t row) const { return sheet->homes(row - first); }
        bool is_gone(std::uint32_t row) const { return removed->has(row - first); }
        Row row(std::uint32_t at) const
        {
            Row row = sheet->row(at - first);
            row.person += first;
            return row;
        }
    };
    /// Those among which a row is.
    Rows rows_about(std::uint32_t row) const;
    bool is_gone(std::uint32_t row) const { return rows_about(row).is_gone(row); }
    Row row(std::uint32_t at) const { return rows_about(at).row(at); }
    Details details(std::uint32_t person) const;
    /// One after the last of the person's rows.
    std::uint32_t end_of(std::uint32_t person) const;

    // Each visits numbers among which are those that are meant, and now and then others; of the
    // fresh only households are filed, as a search looks at all the fresh rows.
    /// Rows by key_of(surname, forename).
    template <class Visit> void named(std::span<const std::uint64_t> keys, Visit visit) const
    {
        along(&Segment::by_names, keys, visit);
    }
    /// Rows by key_of(town, a word of the name).
    template <class Visit> void in_town(std::span<const std::uint64_t> keys, Visit visit) const
    {
        along(&Segment::by_towns, keys, visit);
    }
    template <class Visit> void with_postcode(Postcode postcode, Visit visit) const
    {
        along(&Segment::by_postcodes, std::array{std::uint64_t{postcode}}, visit);
    }
    template <class Visit> void numbered(const HeldIdentifier& identifier, Visit visit) const
    {
        along(&Segment::by_identifiers, std::array{identifier.key()}, visit);
    }
    /// People, also fresh ones, of whom none is gone.
    template <class Visit> void in_household(std::uint64_t household, Visit visit) const
    {
        along(&Segment::by_households, std::array{household}, [&](std::uint32_t person) {
            const Rows rows = rows_about(person);
            if (!rows.is_gone(person) && rows.sheet->household(person - rows.first) == household)
                visit(person);
        });
        fresh_households_.each(household, [&](std::uint32_t person) {
            if (!fresh_gone_.has(person) && fresh_.household(person) == household)
                visit(fresh_first_ + person);
        });
    }

    const names::Lexicon& words() const { return words_; }
    const places::Streets& streets() const { return streets_; }
    const Gazetteer& towns() const { return towns_; }
    const Gazetteer& areas() const { return areas_; }
    const Gazetteer& outcodes() const { return outcodes_; }
    /// The areas that people of a town are said to live in.
    std::vector<std::uint16_t> areas_of(std::uint16_t town) const;
    Postcode find_postcode(std::string_view text) const;

    /// Of segments, of the fresh and of what is gone; not of words and places.
    std::size_t bytes() const;

private:
    friend class Saving;

    template <class Visit>
    void along(const Order& (Segment::*order)() const, std::span<const std::uint64_t> keys,
               Visit visit) const
    {
        for (const Part& part : parts_)
            ((*part.segment).*order)().each(
                keys, [&](std::uint32_t number) { visit(part.first + number); });
    }
    std::optional<std::uint32_t> find(std::string_view id) const;
    Row row_of(const PersonName& name, const Person& person);
    Details held(const Person& person);
    void hold_places(const Person& person, Details& details);
    void hold_carers(const Person& person, Details& details);
    /// Adds a person to every count, or takes them out.
    void count(std::span<const Row> rows, const Details& details, int by);
    /// Notes the other surnames of the family, also of brothers and sisters who are here.
    void compare_family(std::span<Row> rows, Details& details);
    /// Of somebody who is here, who is put on the fresh sheet anew for it.
    void note_siblings(std::uint32_t person, std::span<const Row> siblings);
    void number_parts();
    void file_fresh(std::uint32_t person, const Details& details);
    void mark_gone(std::uint32_t person);
    std::vector<Row> rows_of(std::uint32_t person) const;

    std::size_t size_ = 0;
    std::vector<Part> parts_;
    std::uint32_t fresh_first_ = 0;
    Sheet fresh_;
    Gone fresh_gone_;
    filing::Chains fresh_ids_;
    filing::Chains fresh_households_;
    names::Lexicon words_;
    places::Streets streets_;
    Gazetteer towns_;
    Gazetteer areas_;
    Gazetteer outcodes_;
    std::map<std::pair<std::uint16_t, std::uint16_t>, std::uint32_t> areas_of_towns_;
};

} // namespace heed::people
