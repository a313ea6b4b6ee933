#pragma once

#include "directory/directory.hpp"
#include "enquiry/asked.hpp"
#include "enquiry/told.hpp"
#include "markup/html.hpp"
#include "pack/pack.hpp"
#include "web/fields.hpp"

namespace heed::desk {

using enquiry::Asked;

/// The name of the desk's form: of its draft on the server.
inline constexpr const char* desk_form = "enquiry";

/// What a form of the desk says.
Asked asked_from(const web::Fields& form);

/// The desk: one box for the child, who is asking, and what has happened.
struct DeskPage {
    web::Fields typed; ///< what the boxes hold: nothing, a draft, or what was refused
    std::vector<Refusal> refusals = {}; ///< all that is amiss
    std::string draft_kept = {};        ///< when a draft was found: the time it was kept
    std::string csrf;
    std::vector<directory::Agency> agencies;
    std::vector<pack::Term> old_words; ///< of the time of the register, found in what was typed
    Day today;
};
markup::Html desk_page(const DeskPage& page);

} // namespace heed::desk
