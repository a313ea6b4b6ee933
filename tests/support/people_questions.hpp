#pragma once

#include "matching/question.hpp"
#include "support/people.hpp"

/// Questions about made people, each with what goes wrong between a child and whoever asks. The
/// slips come from rules of their own, not from any table of the matching rooms: a measure must
/// not measure itself.
namespace heed::support {

using matching::Question;

/// What the asker knows besides names: the exact birth and the town; the exact birth; or about when
/// and about where.
enum class Knows : std::uint8_t { rich, desk, phone };
constexpr std::array<std::string_view, 3> knows_names{"rich", "desk", "phone"};

struct SlipClass {
    std::string_view name;
    bool known_abroad = false; ///< one of the 36 that other finders were measured by
    bool about_nobody = false; ///< the child who is asked for is not in the index
};
const std::vector<SlipClass>& slip_classes();

struct MadeQuestion {
    Question question;
    std::optional<int> age;   ///< the birth was said as an age; `question.born` is what it means
    std::int64_t answer = -1; ///< the number of the child; -1 when they are not in the index
    std::size_t community = 0;
    /// The words fit many children equally, by rule and whatever was found: no engine can do well.
    bool thin = false;
};

/// Question number `number` of a class about one of `people` children, drawn from all of them.
/// Nothing when the class does not go with what is known.
std::optional<MadeQuestion> made_question(std::uint64_t seed, std::uint64_t people,
                                          const SlipClass& slip, Knows knows, std::uint64_t number);

/// Whether questions of the class are thin for somebody who knows so much.
bool is_thin(std::string_view slip, Knows knows);

} // namespace heed::support
