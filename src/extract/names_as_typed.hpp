#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace heed::extract {

enum class NamePart { forename, surname, whole };

/// A name written wholly in capitals or in small letters, as its owner would write it: McDonnell,
/// O'Neill, Ostrowski-Marciniak, van der Berg, MacDonald but Mackie. A name in both is left as it
/// is: its owner knew. Spaces are tidied in any case.
std::string proper_case(std::string_view name, NamePart part);

/// Small plain letters without spaces or marks: to tell whether two names are one.
std::string folded(std::string_view name);

struct Alias {
    std::string forename;
    std::string surname; ///< empty: the child's own
    bool operator==(const Alias&) const = default;
};

struct TypedForenames {
    std::string forename;
    std::string middle;         ///< the others; of an unborn child what tells it from a twin
    std::vector<Alias> aliases; ///< names in brackets or quotation marks
    bool unborn = false;        ///< "Unborn", "UB baby", "Bump": `forename` is then "Unborn"
    bool operator==(const TypedForenames&) const = default;
};
TypedForenames forenames_as_typed(std::string_view typed);

/// Several names apart by `;` `/` `,` or "and"; each a forename, "forename surname" or
/// "surname, forename" when it is the child's own surname that stands first.
std::vector<Alias> aliases_as_typed(std::string_view typed, std::string_view childs_surname);

struct TypedName {
    std::string surname;
    std::string forenames; ///< as typed, for `forenames_as_typed`
    bool operator==(const TypedName&) const = default;
};
/// "HARWOOD, Mary Ellen", "Mary Ellen HARWOOD" or "Mary Ellen Harwood".
TypedName whole_name_as_typed(std::string_view typed);

struct Carer {
    std::string name;
    std::string relation; ///< "mother", when it stands in brackets or after a dash; else empty
    bool operator==(const Carer&) const = default;
};
/// Nobody when the name is empty.
Carer carer_as_typed(std::string_view typed);

/// The text without spaces at its ends and with one wherever there were more, or a line end.
std::string tidied(std::string_view text);

/// Words that say nothing: "N/K", "unknown", "?", "-", "none", "TBC".
bool says_nothing(std::string_view text);

} // namespace heed::extract
