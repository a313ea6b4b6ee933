#pragma once

#include "enquiry/enquiry_store.hpp"
#include "markup/html.hpp"
#include "web/fields.hpp"

namespace heed::desk {

using enquiry::About;
using enquiry::Concern;
using enquiry::Considered;
using enquiry::Enquiry;

/// Whom to ring about another child of the household, who is on a plan.
struct HouseholdWorker {
    std::string child; ///< "Jake Brandt (brother)"
    std::string name, telephone, out_of_hours;
    bool operator==(const HouseholdWorker&) const = default;
};

/// What came of an enquiry as a form saw it, so that nobody writes over what they have not read.
std::string seen_of(const std::optional<enquiry::Considered>& considered);

/// The answer as it was given, and what can be done after it.
struct AnswerPage {
    const Enquiry& enquiry;
    std::vector<Concern> concerns;
    std::optional<Considered> considered;
    std::vector<HouseholdWorker> household_workers = {}; ///< as the record held them then
    std::string csrf;
    std::string list = {}; ///< the list it was opened from (list_in); its forms keep it
    bool may_ask = false, may_consider = false;
    bool may_import = false, rows_held = false; ///< the queue of held rows: may open, has any
    bool just_asked = false;                    ///< the focus goes to the answer
    std::optional<Refusal> refusal = {};
    web::Fields typed = {}; ///< of the concern or the considering that was refused
    const pack::Pack& pack;
};
markup::Html answer_page(const AnswerPage& page);

/// "mary tansly, born 14 March 2019": what was asked about, in a line.
std::string about_line(const About& about, Day on);

} // namespace heed::desk
