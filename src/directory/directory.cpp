#include "directory/directory.hpp"

#include "core/text.hpp"

namespace heed::directory {

std::string name_key(std::string_view name)
{
    std::string key;
    for (const char letter : lower_ascii(trimmed(name))) {
        const bool is_space = letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
        if (!is_space)
            key += letter;
        else if (!key.ends_with(' '))
            key += ' ';
    }
    return key;
}

std::string_view label(AgencySort sort)
{
    switch (sort) {
    case AgencySort::social_care: return "Children's social care";
    case AgencySort::police: return "Police";
    case AgencySort::hospital: return "Hospital";
    case AgencySort::health: return "Other health service";
    case AgencySort::school: return "School or nursery";
    case AgencySort::probation: return "Probation";
    case AgencySort::housing: return "Housing";
    case AgencySort::voluntary: return "Voluntary organisation";
    case AgencySort::another_authority: return "Another authority";
    case AgencySort::other: return "Other";
    }
    return "";
}

std::string_view label(NumberSort sort)
{
    return sort == NumberSort::switchboard ? "Switchboard" : "Out of hours";
}

} // namespace heed::directory
