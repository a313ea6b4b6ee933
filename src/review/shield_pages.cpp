#include "family/summary_store.hpp"
#include "markup/components_page.hpp"
#include "permission/users.hpp"
#include "review/deciding_store.hpp"
#include "review/review_pages.hpp"
#include "review/shield_page.hpp"

namespace heed::review {

namespace {

using child::ChildId;
using office::Sheet;
using permission::Right;
using permission::Visitor;
using web::Method;
using web::Request;
using web::Response;

Response show(const office::Office& office, const Request& request, Visitor& visitor,
              const Sheet& sheet)
{
    const auto id = request.id_parameter<ChildId>("id");
    if (!id || !visitor.desk.look<Right::see_shielded>("shield.seen", id->text(), ""))
        return web::html(404, {});
    const office::AsOf now{.on = office.clock.today()};
    ShieldPage page{.id = id->text(), .csrf = visitor.csrf, .sheet = sheet};
    office.database.read([&](store::Snapshot& records) {
        if (const auto child = family::summary(records, *id, now)) page.name = child->name;
        page.set = shield::of(records, id->text());
        page.covered = shield::on(records, id->text(), now.on);
        for (const auto& user : permission::list_users(records))
            page.names.emplace(user.id.text(), user.name);
    });
    if (page.name.empty()) return web::html(404, {});
    return office.page(
        request, &visitor,
        {.title = "Who must not find a child",
         .main = shield_page(page),
         .status = sheet.status(),
         .before_main = markup::back_link(
             {.text = "The child's record", .href = markup::Url{"/children/" + id->text()}})});
}

Outcome<void> set_by(const office::Office& office, const Request& request, Visitor& visitor)
{
    const Sheet sheet{request.form};
    const auto kind = from_code<shield::Kind>(sheet.text("kind"));
    if (!kind) return refuse(RefusalCode::needed, "kind");
    return set_shield({office, visitor.desk}, {.record = std::string{request.parameter("id")},
                                               .kind = *kind,
                                               .from = TRY(sheet.day("from")),
                                               .to = TRY(sheet.maybe_day("to")),
                                               .reason = sheet.text("reason")});
}

Outcome<void> lift_by(const office::Office& office, const Request& request, Visitor& visitor)
{
    const Sheet sheet{request.form};
    const auto shield = shield::ShieldId::from(sheet.text("shield"));
    if (!shield) return refuse(RefusalCode::not_found);
    return lift_shield({office, visitor.desk}, *shield, sheet.text("reason"));
}

} // namespace

void shield_routes(web::Router& router, const permission::Guard& guard,
                   const office::Office& office)
{
    const auto change = [&office](auto work) {
        return [&office, work](const Request& request, Visitor& visitor) {
            const auto id = request.id_parameter<ChildId>("id");
            if (!id) return web::html(404, {});
            if (const auto done = work(office, request, visitor); !done)
                return show(office, request, visitor, Sheet{request.form, done.error()});
            return web::see_other("/children/" + id->text() + "/shield");
        };
    };
    router.add(
        Method::get, "/children/{id}/shield", "Whether a child is kept from sight.",
        guard.signed_in<Right::see_shielded>([&office](const Request& request, Visitor& visitor) {
            web::Fields fields;
            office::put_day(fields, "from", office.clock.today());
            return show(office, request, visitor, Sheet{std::move(fields)});
        }));
    router.add(Method::post, "/children/{id}/shield", "Keeps a child from sight.",
               guard.command<Right::decide_links>(change(set_by)));
    router.add(Method::post, "/children/{id}/shield/lift", "Lifts a shield.",
               guard.command<Right::decide_links>(change(lift_by)));
}

} // namespace heed::review
