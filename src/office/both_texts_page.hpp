#pragma once

#include "markup/html.hpp"
#include "web/fields.hpp"

#include <optional>
#include <string>
#include <vector>

// When somebody changed the record while a form was being filled in.
namespace heed::office {

/// Three texts: what the form was filled in against, what the record holds now (nothing when it is
/// no longer there), and what was typed.
struct Texts {
    web::Fields was;
    std::optional<web::Fields> now;
    web::Fields typed;
};

/// How a room's fields are read: the label of one, and what a value of it says.
struct FieldWords {
    std::string (*label)(const std::string& field);
    std::string (*value)(const std::string& field, const std::string& value);
};

/// What they put together: where only the record changed, its text; else what was typed.
web::Fields put_together(const Texts& texts, const FieldWords& words);

/// What somebody else changed, and beside it what was typed. `by` says who and when; may be empty.
markup::Html both_texts(const Texts& texts, const FieldWords& words, const std::string& by);

} // namespace heed::office
