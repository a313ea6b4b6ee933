#include "people/saving.hpp"

#include "core/ensure.hpp"

#include <cstring>

namespace heed::people {
namespace {

using Sink = std::function<void(std::span<const std::uint8_t>)>;

template <class T> std::span<const std::uint8_t> bytes_in(const T* from, std::size_t count)
{
    static_assert(std::is_trivially_copyable_v<T>);
    return {reinterpret_cast<const std::uint8_t*>(from), count * sizeof(T)};
}

void put_number(const Sink& sink, std::uint64_t number) { sink(bytes_in(&number, 1)); }

template <class List> void put_all(const Sink& sink, const List& list)
{
    put_number(sink, list.size());
    sink(bytes_in(list.data(), list.size()));
}

template <class Text> void put_texts(const Sink& sink, std::size_t count, Text text_of)
{
    std::vector<std::uint32_t> lengths;
    std::vector<char> letters;
    for (std::size_t number = 1; number < count; ++number) {
        const std::string_view text = text_of(number);
        lengths.push_back(static_cast<std::uint32_t>(text.size()));
        letters.insert(letters.end(), text.begin(), text.end());
    }
    put_all(sink, lengths);
    put_all(sink, letters);
}

std::optional<std::uint64_t> taken_number(Source& source)
{
    std::uint64_t number = 0;
    if (!source.read({reinterpret_cast<std::uint8_t*>(&number), sizeof(number)})) return {};
    return number;
}

template <class List> bool take_all(Source& source, List& list)
{
    using One = typename List::value_type;
    const auto count = taken_number(source);
    if (!count || *count > source.remaining() / sizeof(One)) return false;
    list.resize(*count);
    return source.read({reinterpret_cast<std::uint8_t*>(list.data()), *count * sizeof(One)});
}

/// Adds each text, which must get the number that it had.
template <class Add> bool take_texts(Source& source, Add add)
{
    std::vector<std::uint32_t> lengths;
    std::vector<char> letters;
    if (!take_all(source, lengths) || !take_all(source, letters)) return false;
    std::size_t at = 0;
    std::uint64_t number = 1;
    for (const std::uint32_t length : lengths) {
        if (length == 0 || length > letters.size() - at) return false;
        if (add(std::string_view{&letters[at], length}) != number++) return false;
        at += length;
    }
    return at == letters.size();
}

} // namespace

void Saving::save(People people, const Sink& sink)
{
    people.freeze();
    put_texts(sink, people.words_.size(),
              [&](std::size_t word) { return people.words_.text(static_cast<WordId>(word)); });
    put_texts(sink, people.streets_.size(), [&](std::size_t street) {
        return people.streets_.text(static_cast<std::uint32_t>(street));
    });
    for (const Gazetteer* places : {&people.towns_, &people.areas_, &people.outcodes_})
        put_texts(sink, places->size(), [&](std::size_t place) {
            return places->name(static_cast<std::uint16_t>(place));
        });
    put_number(sink, people.parts_.size());
    for (const People::Part& part : people.parts_) {
        Segment::columns(*part.segment, [&](const auto& column) { put_all(sink, column); });
        put_all(sink, part.gone.bits());
    }
}

bool Saving::open_words(People& people, Source& source)
{
    if (!take_texts(source, [&](std::string_view text) { return people.words_.add_unfiled(text); }))
        return false;
    people.words_.pack();
    if (!take_texts(source, [&](std::string_view text) { return people.streets_.add(text); }))
        return false;
    for (Gazetteer* places : {&people.towns_, &people.areas_, &people.outcodes_})
        if (!take_texts(source, [&](std::string_view text) { return places->add(text); }))
            return false;
    return true;
}

bool Saving::open_parts(People& people, Source& source)
{
    const auto parts = taken_number(source);
    if (!parts || *parts > 1000) return false;
    std::uint64_t rows = 0;
    for (std::uint64_t number = 0; number < *parts; ++number) {
        auto segment = std::make_shared<Segment>();
        bool read = true;
        Segment::columns(*segment, [&](auto& column) { read = read && take_all(source, column); });
        std::vector<std::uint64_t> gone;
        if (!read || !take_all(source, gone) || !segment->is_whole(people.words_.size()))
            return false;
        rows += segment->sheet().size();
        if (rows >= 1ULL << 32U) return false;
        people.parts_.push_back({std::move(segment), Gone{std::move(gone)}, 0});
    }
    people.number_parts();
    return true;
}

bool Saving::count(People& people)
{
    const auto is_known = [&](const Details& details) {
        return std::ranges::all_of(details.carers,
                                   [&](const HeldCarer& carer) {
                                       return carer.forename < people.words_.size() &&
                                              carer.surname < people.words_.size();
                                   }) &&
               std::ranges::all_of(details.siblings,
                                   [&](WordId word) { return word < people.words_.size(); }) &&
               std::ranges::all_of(details.places, [&](const HeldPlace& place) {
                   return place.town < people.towns_.size() && place.area < people.areas_.size() &&
                          place.postcode >> 16U < people.outcodes_.size();
               });
    };
    std::vector<Row> rows;
    for (const People::Part& part : people.parts_) {
        const Sheet& sheet = part.segment->sheet();
        for (std::uint32_t person = 0, end = 0; person < sheet.size(); person = end) {
            end = sheet.end_of(person);
            const Details details = sheet.details(person);
            if (!is_known(details)) return false;
            if (part.gone.has(person)) continue;
            rows.clear();
            for (std::uint32_t at = person; at < end; ++at) rows.push_back(sheet.row(at));
            people.count(rows, details, 1);
            ++people.size_;
        }
    }
    return true;
}

std::optional<People> Saving::opened(Source& source)
{
    People people;
    try {
        if (!open_words(people, source) || !open_parts(people, source) || !count(people) ||
            source.remaining() != 0)
            return {};
    } catch (const Broken&) {
        return {}; // details that are none
    }
    return people;
}

} // namespace heed::people
