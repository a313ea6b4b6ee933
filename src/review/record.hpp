#pragma once

#include "links/decision.hpp"
#include "matching/person.hpp"

#include <map>
#include <vector>

namespace heed::review {

using links::RecordId;

/// What the two columns of a comparison show, field by field.
enum class Part { names, born, sex, places, carers, household, numbers, involved, plan };

/// One record as the side-by-side page shows it.
struct RecordFacts {
    RecordId id;
    std::string title;     ///< "Mary Tansley"
    bool has_page = false; ///< a child of the record, with pages of its own
    bool has_plan = false; ///< now or before
    std::map<Part, std::vector<std::string>> lines;
    matching::Person person; ///< as the finder is told of them
};

} // namespace heed::review
