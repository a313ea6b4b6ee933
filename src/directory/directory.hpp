#pragma once

#include "core/codes.hpp"
#include "core/id.hpp"

#include <optional>
#include <string>
#include <vector>

namespace heed::directory {

using AgencyId = Id<struct AgencyKind>;
using ProfessionalId = Id<struct ProfessionalKind>;

enum class AgencySort {
    social_care,
    police,
    hospital,
    health,
    school,
    probation,
    housing,
    voluntary,
    another_authority,
    other,
};

/// What a number is for. Both are published by the agency itself, so somebody rung back on one is
/// who they say they work for.
enum class NumberSort { switchboard, out_of_hours };

struct Number {
    NumberSort sort = NumberSort::switchboard;
    std::string telephone; ///< as it is written
    bool operator==(const Number&) const = default;
};

/// What is written of an agency.
struct AgencyDetails {
    std::string name;
    AgencySort sort = AgencySort::other;
    std::vector<Number> numbers = {}; ///< switchboards first
    bool operator==(const AgencyDetails&) const = default;
};

struct Agency : AgencyDetails {
    AgencyId id;
};

/// What is written of somebody who works with children. Empty text is "not known".
struct ProfessionalDetails {
    std::string name;
    std::string job = {};
    std::optional<AgencyId> agency = {};
    std::string telephone = {}, out_of_hours = {};
    std::optional<ProfessionalId> cover = {}; ///< who stands in when they are away
    bool is_qualified_social_worker = false;
    std::string registration_number = {}; ///< with the social work regulator
    std::string email = {};
    std::string user = {}; ///< the id of the user they are; empty when they are none
    bool operator==(const ProfessionalDetails&) const = default;
};

struct Professional : ProfessionalDetails {
    ProfessionalId id;
    std::string agency_name;                 ///< of `agency`
    std::string cover_name, cover_telephone; ///< of `cover`
};

/// Who holds a telephone number: an agency that publishes it, or a professional.
struct Holder {
    std::optional<AgencyId> agency; ///< the agency, or the professional's
    std::optional<ProfessionalId> professional;
    std::string name;          ///< of the agency or professional
    std::string agency_name;   ///< may be empty
    bool is_published = false; ///< by an agency: a switchboard or its out-of-hours number
};

/// A name as names are compared: without case, and with single spaces.
std::string name_key(std::string_view name);

/// "Police", "Children's social care": for people.
std::string_view label(AgencySort sort);
std::string_view label(NumberSort sort);

} // namespace heed::directory

namespace heed {
template <>
inline constexpr std::array<std::string_view, 10> codes<directory::AgencySort>{
    "social_care", "police",    "hospital",          "health", "school", "probation",
    "housing",     "voluntary", "another_authority", "other"};
template <>
inline constexpr std::array<std::string_view, 2> codes<directory::NumberSort>{"switchboard",
                                                                              "out_of_hours"};
} // namespace heed
