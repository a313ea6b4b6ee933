#pragma once

#include "core/day.hpp"
#include "core/outcome.hpp"
#include "interop/json_reader.hpp"
#include "matching/finder.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace heed::lookup {

/// One question of many, as programs put it.
struct Query {
    std::string q; ///< the asker's own name for it, given back
    matching::Question question;
    std::vector<std::string> unknown; ///< keys that mean nothing here, and are passed over
};

/// Reads one JSON object: q, forename, middle, surname, sex, born, born_from, born_to, age, house,
/// street, town, postcode, carer, identifier; any of them may be absent or null. A range is taken
/// before a month or year, an exact birth before either, an age last. Refuses `malformed_json` and
/// `not_understood`, naming the key.
Outcome<Query> query_from_json(std::string_view text, Day today);
Outcome<Query> query_from(const interop::JsonObject& json, Day today);
/// The asker's name for a question that cannot be read, also when it is no JSON; empty when it has
/// none that can be read.
std::string name_in(std::string_view text);

struct Hit {
    std::string id; ///< the feeder's; for a child whom only the record knows, the record's
    double score = 0;
    bool strong = false; ///< sure enough to be shown as the answer by itself
    std::vector<std::string> why;
    std::string child; ///< the record's id, if the child is in the record
};

/// What one question came to.
struct Found {
    std::string q;
    std::vector<Hit> hits;   ///< best first
    std::int64_t micros = 0; ///< the time of this search alone
};
/// `line` stands for the name of a question that has none; 0 when it came on no line.
std::string to_json(const Found& found, std::size_t line = 0);

/// The line for a question that could not be read: the same keys, and `error`.
std::string error_json(std::string_view q, std::size_t line, const Refusal& refusal);

} // namespace heed::lookup
