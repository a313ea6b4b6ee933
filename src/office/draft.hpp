#pragma once

#include "permission/guard.hpp"
#include "store/database.hpp"
#include "web/router.hpp"

namespace heed::office {

struct Office;

/// What somebody had half typed into a form: kept on the server, for each user and form, so that
/// it outlives the browser's tab and a crash of either side. Only the user themself ever sees it.
struct Draft {
    web::Fields fields;
    Moment at;
};

std::optional<Draft> draft_of(store::Records& records, const std::string& who,
                              const std::string& form);
void keep_draft(store::Transaction& records, const std::string& who, const std::string& form,
                const web::Fields& fields, Moment now);
/// Called in the transaction that carries the form's command out.
void forget_draft(store::Transaction& records, const std::string& who, const std::string& form);

/// A form that came when its session had ended, of a page that keeps no drafts: under this name,
/// with where it was sent to in `posted_to`; `GET posted_path` gives it back to be sent again.
inline constexpr const char *posted_form = "posted", *posted_path = "/posted",
                            *posted_to = "/posted-to";

/// Its draft's name and path; where it was sent to is added. Both empty when nothing was typed.
std::pair<std::string, std::string> place_of_posted(const web::Request& request,
                                                    web::Fields& typed);

/// `POST /drafts/{form}`: what the pages' script sends while somebody types.
void draft_routes(web::Router& router, const permission::Guard& guard, const Office& office);

} // namespace heed::office
