#pragma once

#include "permission/visitor.hpp"

namespace heed::permission {

/// What was typed into a form, without what is secret or the machinery's own.
web::Fields typed_in(const web::Request& request);

/// A form that was kept while somebody signed in again: what it held, ready to be sent.
PageContent kept_form_page(const std::string& action, const web::Fields& typed,
                           const std::string& csrf);

/// What Guard shows instead of the page that was asked for.
PageContent not_allowed_page();

/// The form came with another session's token. `kept_at` is where what was typed is found again;
/// when it is empty, the page itself gives it back, to be looked at and sent again.
PageContent form_expired_page(const web::Request& request, const std::string& csrf,
                              const std::string& kept_at);

/// The form was sent and saved before, with other words in it: what was typed now is given back, to
/// be sent as a new one.
PageContent sent_already_page(const web::Request& request, const std::string& csrf);

} // namespace heed::permission
