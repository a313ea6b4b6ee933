#pragma once

#include "enquiry/answering.hpp"
#include "permission/guard.hpp"

namespace heed::desk {

/// The desk, the answer under its receipt, and the list of enquiries with what came of each. All
/// that is given outlives the router.
void routes(web::Router& router, const permission::Guard& guard, enquiry::Answering& answering);

/// The draft that a form of this room was typed into, and where it is typed; empty for other forms.
struct DraftPlace {
    std::string form, path;
};
DraftPlace draft_of_post(const web::Request& request);

} // namespace heed::desk
