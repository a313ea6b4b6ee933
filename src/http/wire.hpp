#pragma once

#include "core/moment.hpp"
#include "web/response.hpp"

#include <string>

namespace heed::http {

/// Whether a response of that status carries a body at all.
bool may_have_body(unsigned status);

/// The status line and all header fields as they stand on the wire, with the empty line.
std::string wire_head(const web::Response& response, bool keep_alive, Moment now);

} // namespace heed::http
