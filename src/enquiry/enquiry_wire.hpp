#pragma once

#include "enquiry/answering.hpp"
#include "permission/guard.hpp"

namespace heed::enquiry {

/// The question in the body of `POST /api/v1/enquiries`. Refuses `wrong_json`, naming the key.
Outcome<Asked> asked_from_json(const std::string& body);

/// Adds `POST /api/v1/enquiries`. The answering outlives the router.
void routes(web::Router& router, const permission::Guard& guard, Answering& answering);

/// What it answers (docs/api.md): 200 with the answer, 422 with a problem document for a
/// refusal. A record that cannot be read is answered `could_not_check`.
web::Response answer_program(Answering& answering, const web::Request& request,
                             permission::Visitor& visitor);

} // namespace heed::enquiry
