#pragma once

#include "matching/finder.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// People and questions about them, made by rule: the same for a seed, however many are made and in
/// whatever order. Names of fourteen communities of England with heads that are common and long
/// tails, households with brothers, sisters and twins, aliases, estimated and expected births. The
/// slips in the questions come from rules of their own: no table of the matching rooms is used, as
/// a measure must not measure itself.
namespace heed::support {

using matching::Person;
using matching::Question;

constexpr std::array<std::string_view, 14> communities{
    "english",      "scottish", "welsh",  "irish",  "south asian muslim", "hindu",   "sikh",
    "west african", "somali",   "arabic", "polish", "east european",      "turkish", "chinese"};

struct MadePerson {
    Person person;
    std::size_t community = 0;
    std::uint64_t household = 0;
    bool twin = false;
};

/// The child of a number. Its id is "c" and the number.
MadePerson made_person(std::uint64_t seed, std::uint64_t number);

/// What the asker knows besides names: the exact birth and the town; the exact birth; or about when
/// and about where.
enum class Knows : std::uint8_t { rich, desk, phone };

/// What goes wrong between a child and the question about them.
const std::vector<std::string_view>& slip_classes();

struct MadeQuestion {
    Question question;
    std::int64_t answer = -1; ///< the number of the child; -1 when they are not in the index
    std::size_t community = 0;
    bool thin = false; ///< the words fit many children equally: no engine can do well
};

/// Question number `number` of a class about one of `people` children; nothing when the class does
/// not go with what is known (a class about births needs an exact one).
std::optional<MadeQuestion> made_question(std::uint64_t seed, std::uint64_t people,
                                          std::string_view slip, Knows knows, std::uint64_t number);

} // namespace heed::support
