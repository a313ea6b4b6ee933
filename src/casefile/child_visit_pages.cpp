#include "casefile/child_visit_pages.hpp"

#include "casefile/case_page.hpp"
#include "casefile/case_store.hpp"
#include "core/json.hpp"
#include "links/links_store.hpp"
#include "markup/components.hpp"
#include "office/look.hpp"
#include "permission/users.hpp"
#include "shield/shield_store.hpp"

#include <map>

namespace heed::casefile {

namespace {

using office::Sheet;
using permission::Right;
using permission::Visitor;
using web::Request;
using web::Response;

constexpr std::chrono::hours reason_lasts{12};
constexpr int looks_read = 60, looks_read_at_most = 2000, looks_shown = 500;
constexpr const char* opened = "child.opened";

std::string part_json(const std::string& path)
{
    JsonWriter json;
    const auto last = path.rfind('/');
    return json.object().key("page").value(path.substr(last + 1)).end().text();
}

/// Of shielded children who are near nothing is left: no stay, no tie, no parent.
void leave_shielded_out(store::Records& records, Case& about)
{
    const Day on = about.as_of.on;
    const auto text = [](const std::optional<ChildId>& id) {
        return id ? id->text() : std::string{};
    };
    shield::leave_out(records, on, about.children,
                      [](const ChildNear& near) { return near.child.id.text(); });
    shield::leave_out(records, on, about.ties,
                      [&](const family::Tied& tied) { return text(tied.other()); });
    shield::leave_out(records, on, about.household_stays, [&](const family::Housed& stay) {
        return stay.held.child == about.child.id ? std::string{} : text(stay.held.child);
    });
    shield::leave_out(records, on, about.parents, [&](const family::ParentOf& parent) {
        return parent.child == about.child.id ? std::string{} : parent.child.text();
    });
}

} // namespace

std::string ChildVisit::reason_given(const Visitor& visitor, const ChildId& id) const
{
    const Moment since = office_.clock.now() - reason_lasts;
    return office_.database.read([&](store::Snapshot& records) -> std::string {
        // A busy morning at one record: the reason then stands further back than a few looks.
        for (const int limit : {looks_read, looks_read_at_most}) {
            const auto entries = ledger::about(records, id.text(), limit);
            for (const auto& entry : entries)
                if (entry.act.action == opened && entry.at >= since &&
                    entry.actor.who == visitor.person.user.text() && entry.act.subject == id.text())
                    return entry.act.reason;
            if (static_cast<int>(entries.size()) < limit || entries.back().at < since) break;
        }
        return {};
    });
}

Response ChildVisit::ask_why(const Request& request, Visitor& visitor, const Sheet& sheet,
                             const std::string& then) const
{
    return office_.page(
        request, &visitor,
        {.title = "Why do you need this record?",
         .main = reason_page(
             {.child_id = std::string{request.parameter("id")}, .csrf = visitor.csrf, .then = then},
             sheet),
         .status = sheet.status()});
}

Response ChildVisit::open(const Request& request, Visitor& visitor) const
{
    const auto id = request.id_parameter<ChildId>("id");
    if (!id) return web::html(404, {});
    const Sheet sheet{request.form};
    const std::string home = "/children/" + id->text();
    std::string then = sheet.text("then");
    if (then != home && !(then.starts_with(home + "/") && web::is_local_path(then))) then = home;
    const auto permit = visitor.desk.look<Right::see_child>(opened, id->text(), reason_in(sheet));
    if (!permit) return ask_why(request, visitor, Sheet{request.form, permit.error()}, then);
    return web::see_other(then);
}

Response ChildVisit::restricted(const Request& request, Visitor& visitor, const ChildId& id) const
{
    if (!visitor.desk.look<Right::see_child>("child.restricted", id.text(),
                                             "Tried to open a record that is restricted"))
        return web::html(403, {});
    markup::Html main = markup::heading(1, "This record is restricted", "govuk-heading-l");
    main << markup::paragraph("Ring the Designated Manager, who decides who may read it. If a "
                              "child is in danger now, ring " +
                              office_.authority.duty_telephone + ".");
    return office_.page(request, &visitor,
                        {.title = "A restricted record", .main = main, .status = 403});
}

Response ChildVisit::with_case(const Request& request, Visitor& visitor, const Show& show) const
{
    const auto id = request.id_parameter<ChildId>("id");
    if (!id) return web::html(404, {});
    const bool sees_shielded = visitor.desk.may(Right::see_shielded);
    const auto [same, shielded] = office_.database.read([&](store::Snapshot& records) {
        return std::pair{links::same_child(records, *id),
                         shield::on(records, id->text(), office_.clock.today())};
    });
    if (!shield::may_open(shielded, sees_shielded)) return restricted(request, visitor, *id);
    const std::string reason = reason_given(visitor, *id);
    if (reason.empty()) return ask_why(request, visitor, Sheet{}, request.path);
    // What other records of the child hold is shown too: they were seen.
    for (const ChildId& record : same) {
        const auto permit = visitor.desk.look<Right::see_child>("child.seen", record.text(), reason,
                                                                part_json(request.path));
        if (!permit) return web::html(403, {});
    }
    auto about = office_.database.read([&](store::Snapshot& records) {
        auto read = read_case(records, *id, {.on = office_.clock.today()}, office_.pack);
        // A shielded child is not shown as living with those who are not.
        if (read && !sees_shielded) leave_shielded_out(records, *read);
        return read;
    });
    if (!about) return web::html(404, {});
    if (shield::hides_places(shielded, sees_shielded)) hide_places(*about);
    return show(*about);
}

Response looks_page(const office::Office& office, const Request& request, Visitor& visitor)
{
    const auto id = request.id_parameter<ChildId>("id");
    if (!id) return web::html(404, {});
    const auto permit = visitor.desk.look<Right::see_looks>("child.looks_seen", id->text(), "");
    if (!permit) return web::html(403, {});
    std::vector<Look> found;
    office.database.read([&](store::Snapshot& records) {
        std::map<std::string, std::string, std::less<>> names;
        for (const auto& user : permission::list_users(records))
            names.emplace(user.id.text(), user.name);
        for (const auto& entry : links::entries_about(records, *id, looks_shown)) {
            const auto name = names.find(entry.actor.who);
            const auto role = permission::role_from(entry.actor.role);
            found.push_back(
                {.at = entry.at,
                 .who = name == names.end() ? entry.actor.who : name->second,
                 .role = role ? std::string{permission::in_words(*role)} : entry.actor.role,
                 .what = action_in_words(entry.act.action),
                 .reason = entry.withheld ? "(taken away)" : entry.act.reason});
        }
    });
    markup::Html main = markup::heading(1, "Who looked", "govuk-heading-l");
    return office.page(
        request, &visitor,
        {.title = "Who looked at a record",
         .main = main + looks(spells(std::move(found))),
         .before_main = markup::back_link(
             {.text = "The child's record", .href = markup::Url{"/children/" + id->text()}})});
}

} // namespace heed::casefile
