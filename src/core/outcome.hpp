#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <utility>

namespace heed {

/// Why the answer is no. The closed list is core/refusals.def.
enum class RefusalCode {
#define REFUSAL(code, sentence) code,
#include "core/refusals.def"
#undef REFUSAL
};

/// `say_why`: what programs see.
std::string_view code_name(RefusalCode code);

/// What people see when it is about no field: what is wrong and what to do.
std::string_view sentence(RefusalCode code);

/// The world is fine and the answer is no: a named value, shown at the field it is about.
struct Refusal {
    RefusalCode code;
    std::string
        field; ///< name of the form field, option or heading; empty when it is about the whole
    std::string detail; ///< added to the sentence, for instance the key and the line; may be empty

    bool operator==(const Refusal&) const = default;
};

/// The whole of what a person is shown: the sentence, which names the field when it is one of
/// core/fields.def, and the detail.
std::string in_words(const Refusal& refusal);

template <class T> using Outcome = std::expected<T, Refusal>;

inline std::unexpected<Refusal> refuse(RefusalCode code, std::string field = {},
                                       std::string detail = {})
{
    return std::unexpected{Refusal{code, std::move(field), std::move(detail)}};
}

} // namespace heed

/// Takes the value out of an Outcome, or returns its refusal to the caller.
#define TRY(expression)                                                                            \
    ({                                                                                             \
        auto outcome_of_try = (expression);                                                        \
        if (!outcome_of_try) return std::unexpected{std::move(outcome_of_try).error()};            \
        std::move(outcome_of_try).value();                                                         \
    })

/// The same for an Outcome<void>.
#define TRY_VOID(expression)                                                                       \
    do {                                                                                           \
        auto outcome_of_try = (expression);                                                        \
        if (!outcome_of_try) return std::unexpected{std::move(outcome_of_try).error()};            \
    } while (false)
