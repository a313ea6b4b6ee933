#pragma once

#include "pack/pack.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heed::extract {

enum class Sex { female, male, unknown };
/// Unknown for what is empty or says neither.
Sex sex_as_typed(std::string_view typed);

struct TypedCategories {
    std::vector<std::string> codes;   ///< of the pack, as typed: the first is the main one
    std::vector<std::string> unknown; ///< names that the pack does not know, word for word
    bool operator==(const TypedCategories&) const = default;
};
/// Several may stand in one field, apart by `/` `&` `,` `+` `;` "and" or "with".
TypedCategories categories_as_typed(std::string_view typed, const pack::Pack& pack);

/// The name of a person, in proper case, "Okafor, Ada" turned round and a job in brackets left
/// off; empty when a team, a duty desk or nobody is named.
std::string key_worker_as_typed(std::string_view typed);

/// `01632 960752`: a British number with its usual spacing; what it is not is left as typed.
std::string telephone_as_typed(std::string_view typed);

struct TypedPostcode {
    std::string text;         ///< `ME1 8NJ`; as typed when it is no postcode
    bool well_formed = false; ///< it has the shape of one; whether it exists is not known
    bool operator==(const TypedPostcode&) const = default;
};
TypedPostcode postcode_as_typed(std::string_view typed);

} // namespace heed::extract
