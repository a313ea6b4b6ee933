#pragma once

#include "child/child.hpp"
#include "family/summary.hpp"
#include "matching/person.hpp"
#include "matching/question.hpp"
#include "office/sheet_page.hpp"

namespace heed::casefile {

/// Somebody in the record who may be the child that is being added, and why.
struct MayBe {
    family::Summary child;
    std::vector<std::string> why;
};

inline constexpr const char* new_child_draft = "new-child";

struct NewChildForm {
    std::string csrf;
    std::vector<MayBe> may_be = {};
};
markup::Html new_child_page(const NewChildForm& form, const office::Sheet& sheet);

/// Refuses `needed`, `not_a_date`, `wrong_postcode`, `wrong_nhs_number`, each at its field.
Outcome<child::NewChild> new_child_in(const office::Sheet& sheet);

/// The same as a question, to look for who may be the same.
matching::Question question_about(const child::NewChild& child);

} // namespace heed::casefile
