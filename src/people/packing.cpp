#include "people/packing.hpp"

#include "core/ensure.hpp"
#include "core/id.hpp"

#include <algorithm>
#include <charconv>

namespace heed::people {
namespace {

constexpr std::size_t kind_max = 100;
// The first byte: two bits for how many places, two for carers, one for identifiers, one for a
// household, two for how the id is kept. A count that its bits cannot hold follows in a byte.
constexpr std::uint8_t places_more = 3;
constexpr std::uint8_t carers_more = 3;
constexpr unsigned has_identifiers = 1U << 4U;
constexpr unsigned has_household = 1U << 5U;

enum class IdKind : std::uint8_t { text, uuid, number, letter_and_number };

// A place's first byte says what of it is known.
enum PlaceBit : std::uint8_t {
    is_current = 1,
    has_postcode = 2,
    has_house = 4,
    has_street = 8,
    has_town = 16,
    has_area = 32,
};

using Bytes = std::vector<std::uint8_t>;

void put_number(Bytes& bytes, std::uint64_t number)
{
    for (; number >= 128; number >>= 7U) bytes.push_back(static_cast<std::uint8_t>(number | 128U));
    bytes.push_back(static_cast<std::uint8_t>(number));
}

void put_fixed(Bytes& bytes, std::uint64_t number, unsigned count)
{
    for (unsigned byte = 0; byte < count; ++byte)
        bytes.push_back(static_cast<std::uint8_t>(number >> (8 * byte)));
}

/// Reads forward and never past the end.
class Reader {
public:
    explicit Reader(std::span<const std::uint8_t> bytes)
        : at_{bytes.data()}, end_{at_ + bytes.size()}
    {
    }

    std::uint8_t byte()
    {
        ensure(at_ < end_, "details are whole");
        return *at_++;
    }
    std::uint64_t number()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const std::uint8_t part = byte();
            value |= static_cast<std::uint64_t>(part & 127U) << shift;
            if (part < 128) break;
        }
        return value;
    }
    std::uint32_t word() { return static_cast<std::uint32_t>(number()); }
    std::uint64_t fixed(unsigned count)
    {
        std::uint64_t value = 0;
        for (unsigned one = 0; one < count; ++one)
            value |= static_cast<std::uint64_t>(byte()) << (8 * one);
        return value;
    }
    std::string_view text(std::size_t size)
    {
        ensure(static_cast<std::size_t>(end_ - at_) >= size, "details are whole");
        const auto* from = reinterpret_cast<const char*>(at_);
        at_ += size;
        return {from, size};
    }

private:
    const std::uint8_t* at_;
    const std::uint8_t* end_;
};

/// A number that is written as people write it: no noughts before it.
std::optional<std::uint64_t> plain_number(std::string_view text)
{
    if (text.empty() || text.size() > 18 || (text[0] == '0' && text.size() > 1)) return {};
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    return number;
}

IdKind kind_of(std::string_view id)
{
    if (is_uuid(id)) return IdKind::uuid;
    if (plain_number(id)) return IdKind::number;
    return plain_number(id.substr(1)) ? IdKind::letter_and_number : IdKind::text;
}

unsigned hex_value(char figure)
{
    return static_cast<unsigned>(figure <= '9' ? figure - '0' : figure - 'a' + 10);
}

void put_id(Bytes& bytes, std::string_view id, IdKind kind)
{
    switch (kind) {
    case IdKind::text:
        bytes.push_back(static_cast<std::uint8_t>(id.size()));
        bytes.insert(bytes.end(), id.begin(), id.end());
        break;
    case IdKind::uuid: {
        std::string figures{id};
        std::erase(figures, '-');
        for (std::size_t at = 0; at < figures.size(); at += 2)
            bytes.push_back(static_cast<std::uint8_t>(hex_value(figures[at]) * 16 +
                                                      hex_value(figures[at + 1])));
        break;
    }
    case IdKind::letter_and_number:
        bytes.push_back(static_cast<std::uint8_t>(id[0]));
        [[fallthrough]];
    case IdKind::number:
        put_number(bytes, *plain_number(kind == IdKind::number ? id : id.substr(1)));
        break;
    }
}

std::string taken_id(Reader& reader, IdKind kind)
{
    switch (kind) {
    case IdKind::text: return std::string{reader.text(reader.byte())};
    case IdKind::number: return std::to_string(reader.number());
    case IdKind::letter_and_number: {
        std::string id{static_cast<char>(reader.byte())};
        return id += std::to_string(reader.number());
    }
    case IdKind::uuid: break;
    }
    static constexpr std::string_view figures = "0123456789abcdef";
    std::string id;
    id.reserve(36);
    for (int byte = 0; byte < 16; ++byte) {
        if (byte == 4 || byte == 6 || byte == 8 || byte == 10) id += '-';
        const unsigned value = reader.byte();
        id += figures[value / 16];
        id += figures[value % 16];
    }
    return id;
}

void put_place(Bytes& bytes, const HeldPlace& place)
{
    const auto bit = [](bool held, PlaceBit one) { return held ? unsigned{one} : 0U; };
    bytes.push_back(static_cast<std::uint8_t>(
        bit(place.current, is_current) | bit(place.postcode != 0, has_postcode) |
        bit(place.house != 0, has_house) | bit(place.street != 0, has_street) |
        bit(place.town != 0, has_town) | bit(place.area != 0, has_area)));
    if (place.postcode != 0) put_fixed(bytes, place.postcode, 4);
    for (const std::uint32_t part :
         {place.house, place.street, std::uint32_t{place.town}, std::uint32_t{place.area}})
        if (part != 0) put_number(bytes, part);
}

HeldPlace taken_place(Reader& reader)
{
    const std::uint8_t known = reader.byte();
    HeldPlace place;
    place.current = (known & is_current) != 0;
    if ((known & has_postcode) != 0) place.postcode = static_cast<Postcode>(reader.fixed(4));
    if ((known & has_house) != 0) place.house = reader.word();
    if ((known & has_street) != 0) place.street = reader.word();
    if ((known & has_town) != 0) place.town = static_cast<std::uint16_t>(reader.number());
    if ((known & has_area) != 0) place.area = static_cast<std::uint16_t>(reader.number());
    return place;
}

// The lowest bit of a household's key says nothing: it is always 1. Here it is 0 when surnames of
// brothers and sisters follow.
void put_household(Bytes& bytes, const Details& details)
{
    const std::size_t siblings = std::min(details.siblings.size(), kind_max);
    put_fixed(bytes, siblings > 0 ? details.household ^ 1U : details.household, 6);
    if (siblings == 0) return;
    bytes.push_back(static_cast<std::uint8_t>(siblings));
    for (std::size_t at = 0; at < siblings; ++at) put_number(bytes, details.siblings.begin()[at]);
}

void take_household(Reader& reader, Details& details)
{
    const std::uint64_t household = reader.fixed(6);
    details.household = household | 1U;
    if (household == details.household) return;
    for (std::size_t siblings = reader.byte(); siblings > 0; --siblings)
        details.siblings.push_back(reader.word());
}

} // namespace

void pack(const Details& details, Bytes& bytes)
{
    const auto places = static_cast<std::uint8_t>(std::min(details.places.size(), kind_max));
    const auto carers = static_cast<std::uint8_t>(std::min(details.carers.size(), kind_max));
    const auto numbers = static_cast<std::uint8_t>(std::min(details.identifiers.size(), kind_max));
    const IdKind id = kind_of(details.id);
    bytes.push_back(static_cast<std::uint8_t>(
        unsigned{std::min(places, places_more)} | unsigned{std::min(carers, carers_more)} << 2U |
        (numbers > 0 ? has_identifiers : 0U) | (details.household != 0 ? has_household : 0U) |
        static_cast<unsigned>(id) << 6U));
    if (places >= places_more) bytes.push_back(places);
    if (carers >= carers_more) bytes.push_back(carers);
    if (numbers > 0) bytes.push_back(numbers);
    put_id(bytes, details.id, id);
    if (details.household != 0) put_household(bytes, details);
    for (std::size_t at = 0; at < places; ++at) put_place(bytes, details.places.begin()[at]);
    for (std::size_t at = 0; at < carers; ++at) {
        put_number(bytes, details.carers.begin()[at].forename);
        put_number(bytes, details.carers.begin()[at].surname);
    }
    for (std::size_t at = 0; at < numbers; ++at)
        put_fixed(bytes, details.identifiers.begin()[at].value, 8);
}

std::uint64_t household_in(std::span<const std::uint8_t> bytes)
{
    Reader reader{bytes};
    const std::uint8_t first = reader.byte();
    if ((first & has_household) == 0) return 0;
    const auto skip_when = [&](bool counted) {
        if (counted) reader.byte();
    };
    skip_when((first & 3U) == places_more);
    skip_when(((first >> 2U) & 3U) == carers_more);
    skip_when((first & has_identifiers) != 0);
    static_cast<void>(taken_id(reader, static_cast<IdKind>(first >> 6U)));
    return reader.fixed(6) | 1U;
}

Details unpacked(std::span<const std::uint8_t> bytes)
{
    Reader reader{bytes};
    const std::uint8_t first = reader.byte();
    std::size_t places = first & 3U;
    std::size_t carers = (first >> 2U) & 3U;
    if (places == places_more) places = reader.byte();
    if (carers == carers_more) carers = reader.byte();
    const std::size_t numbers = (first & has_identifiers) != 0 ? reader.byte() : 0;
    Details details;
    details.id = taken_id(reader, static_cast<IdKind>(first >> 6U));
    if ((first & has_household) != 0) take_household(reader, details);
    for (; places > 0; --places) details.places.push_back(taken_place(reader));
    for (; carers > 0; --carers) {
        const WordId forename = reader.word();
        details.carers.push_back({forename, reader.word()});
    }
    for (; numbers > details.identifiers.size();) details.identifiers.push_back({reader.fixed(8)});
    return details;
}

} // namespace heed::people
