#include "people/people.hpp"

#include "core/ensure.hpp"

#include <algorithm>

namespace heed::people {
namespace {

using names::no_word;

constexpr std::size_t names_max = 100;

bool bears(const Row& row, WordId surname)
{
    return surname == no_word || row.surname == surname || row.second_surname == surname;
}

/// Adds the surnames of a brother or sister that not every name of somebody bears. Whether there
/// were any that were not known.
bool add_siblings(std::span<Row> rows, std::span<const Row> sibling, Details& details)
{
    const std::size_t before = details.siblings.size();
    for (const Row& other : sibling) {
        const auto known = [&](WordId surname) {
            return std::ranges::find(details.siblings, surname) != details.siblings.end();
        };
        for (Row& row : rows) {
            if (bears(row, other.surname)) continue;
            row.family_differs = true;
            if (!known(other.surname)) details.siblings.push_back(other.surname);
        }
    }
    return details.siblings.size() > before;
}

} // namespace

People::Rows People::rows_about(std::uint32_t row) const
{
    if (row < fresh_first_)
        for (const Part& part : parts_)
            if (const Sheet& sheet = part.segment->sheet(); row - part.first < sheet.size())
                return {&sheet, &part.gone, part.first, part.first + sheet.size()};
    return {&fresh_, &fresh_gone_, fresh_first_, rows_end()};
}

Details People::details(std::uint32_t person) const
{
    const Rows rows = rows_about(person);
    return rows.sheet->details(person - rows.first);
}

std::uint32_t People::end_of(std::uint32_t person) const
{
    const Rows rows = rows_about(person);
    return rows.first + rows.sheet->end_of(person - rows.first);
}

std::vector<Row> People::rows_of(std::uint32_t person) const
{
    std::vector<Row> rows;
    for (std::uint32_t at = person; at < end_of(person); ++at) rows.push_back(row(at));
    return rows;
}

std::optional<std::uint32_t> People::find(std::string_view id) const
{
    std::optional<std::uint32_t> found;
    const std::uint64_t key = filing::key_of(id);
    fresh_ids_.each(key, [&](std::uint32_t person) {
        if (!fresh_gone_.has(person) && fresh_.details(person).id == id)
            found = fresh_first_ + person;
    });
    if (found) return found;
    along(&Segment::by_ids, std::array{key}, [&](std::uint32_t person) {
        if (!is_gone(person) && details(person).id == id) found = person;
    });
    return found;
}

void People::count(std::span<const Row> rows, const Details& details, int by)
{
    for (const Row& row : rows) {
        for (const WordId word :
             {row.forename, row.second_forename, row.middle, row.surname, row.second_surname})
            words_.hold(word, by);
        words_.count(row.forename, names::Part::forename, by);
        words_.count(row.surname, names::Part::surname, by);
    }
    for (const HeldCarer& carer : details.carers) {
        words_.hold(carer.forename, by);
        words_.hold(carer.surname, by);
    }
    for (const HeldPlace& place : details.places) {
        towns_.count(place.town, by);
        areas_.count(place.area, by);
        outcodes_.count(static_cast<std::uint16_t>(place.postcode >> 16U), by);
        if (place.town == 0 || place.area == 0) continue;
        const auto held = areas_of_towns_.try_emplace({place.town, place.area}, 0).first;
        held->second += static_cast<std::uint32_t>(by);
        if (held->second == 0) areas_of_towns_.erase(held);
    }
}

void People::file_fresh(std::uint32_t person, const Details& details)
{
    fresh_ids_.add(filing::key_of(details.id), person);
    if (details.household != 0) fresh_households_.add(details.household, person);
}

void People::compare_family(std::span<Row> rows, Details& details)
{
    for (Row& row : rows)
        for (const HeldCarer& carer : details.carers)
            if (!bears(row, carer.surname)) row.family_differs = true;
    if (details.household == 0) return;
    std::vector<std::uint32_t> here;
    in_household(details.household, [&](std::uint32_t person) { here.push_back(person); });
    for (const std::uint32_t person : here) {
        add_siblings(rows, rows_of(person), details);
        note_siblings(person, rows);
    }
}

void People::note_siblings(std::uint32_t person, std::span<const Row> siblings)
{
    std::vector<Row> rows = rows_of(person);
    Details details = this->details(person);
    if (!add_siblings(rows, siblings, details)) return;
    mark_gone(person);
    const std::uint32_t at = fresh_.size();
    fresh_.append(rows, details);
    file_fresh(at, details);
}

void People::mark_gone(std::uint32_t person)
{
    const std::uint32_t end = end_of(person);
    for (std::uint32_t at = person; at < end; ++at) {
        if (at >= fresh_first_) {
            fresh_gone_.add(at - fresh_first_);
            continue;
        }
        for (Part& part : parts_)
            if (at - part.first < part.segment->sheet().size()) {
                part.gone.add(at - part.first);
                break;
            }
    }
}

void People::put(const Person& person)
{
    ensure(!person.id.empty() && person.id.size() < 256, "an id has 1 to 255 letters");
    Details details = held(person);
    std::vector<Row> rows;
    for (const PersonName& name : person.names) {
        rows.push_back(row_of(name, person));
        if (rows.size() == names_max) break;
    }
    if (rows.empty()) rows.push_back(row_of({}, person));
    remove(person.id);
    compare_family(rows, details);
    const std::uint32_t at = fresh_.size();
    fresh_.append(rows, details);
    file_fresh(at, details);
    // As it is kept, so that it is taken out as it was put in.
    count(rows, fresh_.details(at), 1);
    ++size_;
}

void People::remove(std::string_view id)
{
    const auto found = find(id);
    if (!found) return;
    count(rows_of(*found), details(*found), -1);
    mark_gone(*found);
    --size_;
}

void People::number_parts()
{
    std::ranges::sort(parts_, std::ranges::greater{},
                      [](const People::Part& part) { return part.segment->sheet().size(); });
    fresh_first_ = 0;
    for (People::Part& part : parts_) {
        part.first = fresh_first_;
        fresh_first_ += part.segment->sheet().size();
    }
}

std::shared_ptr<const Segment> People::freeze(std::shared_ptr<const Segment> made)
{
    if (fresh_.size() == 0) return nullptr;
    if (!made) made = Segment::of(std::array{Segment::Source{&fresh_, &fresh_gone_}});
    if (made->sheet().size() > 0) parts_.push_back({made, {}, 0});
    fresh_ = {};
    fresh_gone_ = {};
    fresh_ids_ = {};
    fresh_households_ = {};
    number_parts();
    return made;
}

void People::replace(std::span<const Part> merged, const std::shared_ptr<const Segment>& by)
{
    const auto here = [&](const std::shared_ptr<const Segment>& segment) {
        return std::ranges::find(parts_, segment, &Part::segment);
    };
    for (const Part& one : merged)
        if (here(one.segment) == parts_.end()) return;
    Part made{by, {}, 0};
    for (const Part& one : merged) {
        const auto part = here(one.segment);
        const Sheet& sheet = one.segment->sheet();
        for (std::uint32_t row = 0; row < sheet.size() && part->gone.count() > one.gone.count();
             ++row) {
            if (sheet.packed(row).continues() || !part->gone.has(row) || one.gone.has(row))
                continue;
            const std::string id = sheet.details(row).id;
            by->by_ids().each(filing::key_of(id), [&](std::uint32_t person) {
                if (by->sheet().details(person).id != id) return;
                for (std::uint32_t at = person; at < by->sheet().end_of(person); ++at)
                    made.gone.add(at);
            });
        }
        parts_.erase(part);
    }
    if (by->sheet().size() > 0) parts_.push_back(std::move(made));
    number_parts();
}

std::size_t People::bytes() const
{
    std::size_t bytes = fresh_.bytes() + fresh_gone_.bytes();
    for (const Part& part : parts_) bytes += part.segment->bytes() + part.gone.bytes();
    return bytes;
}

} // namespace heed::people
