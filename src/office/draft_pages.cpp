#include "office/draft.hpp"

#include "core/json.hpp"
#include "office/office.hpp"
#include "permission/refusal_pages.hpp"

namespace heed::office {

namespace {

/// Names of forms are the program's own: short, small letters, figures and dashes.
bool is_form_name(std::string_view name)
{
    return !name.empty() && name.size() <= 60 &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHJKMNPQRSTVWXYZ0123456789-_") ==
               std::string_view::npos;
}

} // namespace

std::pair<std::string, std::string> place_of_posted(const web::Request& request, web::Fields& typed)
{
    if (typed.empty()) return {};
    typed.add(posted_to, request.path);
    return {posted_form, posted_path};
}

void draft_routes(web::Router& router, const permission::Guard& guard, const Office& office)
{
    router.add(web::Method::get, posted_path, "Gives back a form that came too late.",
               guard.signed_in<permission::Right::own_account>(
                   [&office](const web::Request& request, permission::Visitor& visitor) {
                       const auto draft = office.database.read([&](store::Snapshot& records) {
                           return draft_of(records, visitor.person.user.text(), posted_form);
                       });
                       if (!draft) return web::see_other("/");
                       const std::string action{draft->fields.text(posted_to)};
                       return office.page(
                           request, &visitor,
                           permission::kept_form_page(action, draft->fields, visitor.csrf));
                   }));
    router.add(web::Method::post, "/drafts/{form}", "Keeps what is being typed into a form.",
               guard.signed_in<permission::Right::own_account>(
                   [&office](const web::Request& request, permission::Visitor& visitor) {
                       const auto form = request.parameter("form");
                       if (!is_form_name(form)) return web::json(404, "{}");
                       web::Fields fields;
                       for (const auto& [name, value] : request.form)
                           if (name != "csrf" && name != "key") fields.add(name, value);
                       const Moment now = office.clock.now();
                       office.database.write([&](store::Transaction& records) {
                           keep_draft(records, visitor.person.user.text(), std::string{form},
                                      fields, now);
                       });
                       JsonWriter json;
                       json.object().key("kept_at").value(to_iso_seconds(now)).end();
                       return web::json(200, json.text());
                   },
                   web::Again{"A draft takes the place of the one before."}));
}

} // namespace heed::office
