#pragma once

#include "markup/html.hpp"
#include "web/fields.hpp"

#include <optional>
#include <string>
#include <vector>

// When somebody changed the record while a form was being filled in.
namespace heed::correction {

/// Three texts: what the form was filled in against, what the record holds now (nothing when it is
/// no longer there), and what was typed.
struct Texts {
    web::Fields was;
    std::optional<web::Fields> now;
    web::Fields typed;
};

/// What they put together: where only the record changed, its text; else what was typed.
web::Fields put_together(const Texts& texts);

/// What somebody else changed, and beside it what was typed. `by` says who and when; may be empty.
markup::Html both_texts(const Texts& texts, const std::string& by);

} // namespace heed::correction
