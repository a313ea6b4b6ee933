#pragma once

#include "core/outcome.hpp"
#include "matching/person.hpp"
#include "matching/question.hpp"

#include <optional>
#include <string>
#include <vector>

namespace heed::enquiry {

/// Who rang. `called_back` is the number the worker rang them back on.
struct Caller {
    std::string name, job, agency, called_back;
};

/// The child as the caller describes them. Every part may be empty. `typed` is the desk's one box,
/// read in any order; the other parts come from the command line and the API.
struct About {
    std::string typed;
    std::string name, born, sex, address, postcode, identifier;
    std::optional<int> age;
};

/// One question, as it was put.
struct Asked {
    Caller caller;
    std::string reason;
    About about;
    std::optional<std::string> child_id; ///< picks one of the candidates of an earlier answer
    std::string key;                     ///< makes a repeat safe; empty when there is none
};

/// All that keeps a question from being put, in the order of the desk: somebody asks, was rung back
/// on a number that rings outside, says why, and about whom.
///
/// Working Together 2006: whoever asks is rung back before anything is told; a number that nobody
/// can be rung on is none.
std::vector<Refusal> amiss(const Asked& asked, Day today);

/// Whether the question may be put at all: the first of what is amiss. Refuses `say_who_is_asking`,
/// `say_why`, `say_which_child`, `not_understood` and `too_long`, each naming its field.
Outcome<void> check(const Asked& asked, Day today);

/// What the index is asked. Assumes that check() found nothing amiss.
matching::Question question_of(const About& about, Day today);

/// The same words about the same child give the same text, whatever their order, case and spaces:
/// by it a second enquiry about a child whom nobody knows is recognised.
std::string fold_of(const matching::Question& question);

} // namespace heed::enquiry
