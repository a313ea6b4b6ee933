#pragma once

#include "enquiry/answering.hpp"
#include "permission/guard.hpp"

namespace heed::enquiry {

/// The desk, the answer under its receipt, the list of enquiries with what came of each, and
/// `POST /api/v1/enquiries`. All that is given outlives the router.
void routes(web::Router& router, const permission::Guard& guard, Answering& answering);

} // namespace heed::enquiry
