#include "feed/headings.hpp"

#include <algorithm>

namespace heed::feed {

namespace {

struct Near {
    std::string_view heading;
    Column column;
};

constexpr std::array near_names{
    Near{"childid", Column::id},
    Near{"firstname", Column::forename},
    Near{"forenames", Column::forename},
    Near{"givenname", Column::forename},
    Near{"middlename", Column::middle},
    Near{"middlenames", Column::middle},
    Near{"lastname", Column::surname},
    Near{"familyname", Column::surname},
    Near{"gender", Column::sex},
    Near{"dateofbirth", Column::dob},
    Near{"birthdate", Column::dob},
    Near{"born", Column::dob},
    Near{"housenumber", Column::house},
    Near{"district", Column::area},
    Near{"county", Column::area},
    Near{"previouspostcode", Column::prev_postcode},
    Near{"alias", Column::aliases},
    Near{"alsoknownas", Column::aliases},
    Near{"parent", Column::carer},
    Near{"parentorcarer", Column::carer},
    Near{"householdid", Column::household},
};

std::string letters_of(std::string_view heading)
{
    std::string letters;
    for (const char c : heading) {
        if (c >= 'A' && c <= 'Z') letters += static_cast<char>(c - 'A' + 'a');
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) letters += c;
    }
    return letters;
}

} // namespace

std::optional<Column> column_of_heading(std::string_view heading)
{
    const std::string letters = letters_of(heading);
    for (std::size_t i = 0; i < column_count; ++i)
        if (letters == letters_of(codes<Column>.at(i))) return static_cast<Column>(i);
    const auto near = std::ranges::find(near_names, letters, &Near::heading);
    if (near == near_names.end()) return std::nullopt;
    return near->column;
}

} // namespace heed::feed
