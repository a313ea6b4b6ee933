#pragma once

#include "core/day.hpp"
#include "spoken/days.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace heed::spoken {

/// Who is meant, as far as a line of free text says. What was not said is empty.
struct Said {
    std::string name; ///< every word that is nothing else, as typed
    std::string forename;
    std::string middle;
    std::string surname;
    std::optional<Days> born;
    std::string odd_age; ///< words that say an age which nobody has
    bool girl = false;
    bool boy = false;
    std::string house;
    std::string street;
    std::string town;
    std::string postcode; ///< in capitals
    std::string carer;
    std::string identifier; ///< without spaces
};

/// Reads a line in any order: "mary chatham about march 2003 mum kerry". Labels help where words
/// alone do not: "forename", "surname", "born", "aged", "address", "town" or "in", "postcode",
/// "carer" or "mum", "number".
Said said_in(std::string_view typed, Day today);

} // namespace heed::spoken
