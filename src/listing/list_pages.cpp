#include "listing/list_pages.hpp"

#include "core/json.hpp"
#include "directory/directory_store.hpp"
#include "listing/list_page.hpp"
#include "listing/list_store.hpp"
#include "listing/list_wire.hpp"

namespace heed::listing {

namespace {

using permission::Right;
using permission::Visitor;
using web::Request;
using web::Response;

/// What a query asks for; what could not be understood is named and left out.
struct Asked {
    office::AsOf as_of;
    Wanted wanted;
    std::size_t page = 1;
    web::Fields links = {};   ///< the query, each day of it in one field
    office::Sheet sheet = {}; ///< its days in the fields where they are typed
};

std::size_t page_number(std::string_view typed)
{
    std::size_t page = 1;
    std::from_chars(typed.data(), typed.data() + typed.size(), page);
    return std::max<std::size_t>(page, 1);
}

/// As known when: the moment, and how a link says it.
struct Known {
    Moment moment;
    std::string linked;
};

/// The moment as a link has it, or as a day in three fields with or without a time.
Outcome<std::optional<Known>> known_in(const web::Fields& query, Moment now)
{
    const office::Sheet sheet{query};
    std::string said = sheet.text("known");
    if (said.empty()) {
        const auto day = TRY(sheet.maybe_day("known"));
        const std::string time = sheet.text("known-time");
        if (!day && time.empty()) return std::nullopt;
        if (!day) return refuse(RefusalCode::needed, "known");
        said = to_iso(*day);
        if (!time.empty()) {
            const auto clock = clock_typed(time);
            if (!clock) return refuse(RefusalCode::not_understood, "known-time");
            said += 'T' + *clock;
        }
    }
    const auto moment = moment_typed(said);
    if (!moment) return refuse(RefusalCode::not_a_date, "known");
    const Moment known = TRY(known_by_now(*moment, now, "known"));
    return Known{known, known == *moment ? said : to_iso(known)};
}

/// What the query says of day and moment; what is no date is said at its field.
void read_days(const web::Fields& query, Moment now, Asked& asked)
{
    web::Fields shown;
    std::optional<Refusal> wrong;
    const office::Sheet typed{query};
    const auto on = typed.linked_day("on");
    if (on && *on) {
        asked.as_of.on = **on;
        asked.links.add("on", to_iso(**on));
        office::put_day(shown, "on", *on);
    } else if (!on) {
        wrong = on.error();
        office::put_typed_day(shown, "on", query);
    }
    const auto known = known_in(query, now);
    if (!known) {
        if (!wrong) wrong = known.error();
        office::put_typed_day(shown, "known", query);
        shown.add("known-time", typed.text("known-time"));
    } else if (*known) {
        const Known& then = **known;
        asked.as_of.known_at = then.moment;
        asked.links.add("known", then.linked);
        office::put_day(shown, "known", day_in_england(then.moment));
        shown.add("known-time", then.linked.size() == 10 ? "" : clock_in_england(then.moment));
    }
    asked.sheet = office::Sheet{std::move(shown), std::move(wrong)};
}

Asked asked_in(const web::Fields& query, const Clock& clock)
{
    Asked asked{.as_of = {.on = clock.today()}};
    read_days(query, clock.now(), asked);
    for (const auto& [name, value] : query)
        if (!name.starts_with("on") && !name.starts_with("known")) asked.links.add(name, value);
    Wanted& wanted = asked.wanted;
    wanted.category = query.text("category");
    wanted.key_worker = query.text("key_worker");
    wanted.team = query.text("team");
    wanted.alarm = from_code<Alarm>(query.text("show"));
    wanted.temporary_only = query.text("show") == "temporary";
    wanted.sort_by = from_code<SortBy>(query.text("sort")).value_or(SortBy::attention);
    wanted.descending = query.text("order") == "descending";
    asked.page = page_number(query.text("page"));
    return asked;
}

/// What the ledger holds of a look at the list: whose list is a matter of day and moment.
std::string details_of(const office::AsOf& as_of)
{
    JsonWriter json;
    json.object().key("on").value(to_iso(as_of.on)).key("known_at");
    if (as_of.known_at)
        json.value(to_iso(*as_of.known_at));
    else
        json.null();
    return json.end().text();
}

/// The whole list. Of a day or moment that is none, no list: today's would be taken for it.
Response whole_list(const office::Office& office, const Request& request, Visitor& visitor)
{
    const Asked asked = asked_in(request.query, office.clock);
    List found{.as_of = asked.as_of};
    if (!asked.sheet.is_wrong()) {
        const auto permit =
            visitor.desk.look<Right::see_list>("list.seen", "", "", details_of(asked.as_of));
        if (!permit) return web::html(403, {});
        found = office.database.read(
            [&](store::Snapshot& records) { return list(records, asked.as_of, office.pack); });
    }
    const ListPage page{.list = found,
                        .wanted = asked.wanted,
                        .page = asked.page,
                        .all_on_one_page = request.query.text("all") == "1",
                        .asked = asked.links,
                        .sheet = asked.sheet,
                        .authority = office.authority.name,
                        .reader = visitor.person.name + ", " +
                                  std::string{permission::in_words(visitor.person.role)},
                        .read_at = office.clock.now()};
    return office.page(request, &visitor,
                       {.title = "Children subject to a plan",
                        .active_navigation = "/list",
                        .main = list_page(page, office.pack),
                        .status = asked.sheet.status()});
}

/// A key worker's own list: only children whose plan of today names them.
Response own_list(const office::Office& office, const Request& request, Visitor& visitor)
{
    const office::AsOf today{.on = office.clock.today()};
    const auto permit = visitor.desk.look<Right::see_own_list>("list.own_seen", "", "");
    if (!permit) return web::html(403, {});
    return office.database.read([&](store::Snapshot& records) {
        const List found = list(records, today, office.pack);
        return office.page(
            request, &visitor,
            {.title = "My children",
             .active_navigation = "/my-children",
             .main = own_page({found, directory::who_is(records, visitor.person.user.text(),
                                                        visitor.person.professional, today)},
                              office.pack)});
    });
}

} // namespace

void routes(web::Router& router, const permission::Guard& guard, const office::Office& office)
{
    router.add(
        web::Method::get, "/my-children", "The children whose key worker one is.",
        guard.signed_in<Right::see_own_list>([&office](const Request& request, Visitor& visitor) {
            return own_list(office, request, visitor);
        }));
    router.add(
        web::Method::get, "/list", "The list of children subject to a plan.",
        guard.signed_in<Right::see_list>([&office](const Request& request, Visitor& visitor) {
            return whole_list(office, request, visitor);
        }));
    router.add(web::Method::get, "/list.csv", "The list, for a spreadsheet.",
               guard.signed_in<Right::see_list>([&office](const Request& request,
                                                          Visitor& visitor) -> Response {
                   const Asked asked = asked_in(request.query, office.clock);
                   if (asked.sheet.is_wrong()) return web::html(422, {});
                   const auto permit = visitor.desk.look<Right::see_list>("list.taken_away", "", "",
                                                                          details_of(asked.as_of));
                   if (!permit) return web::html(403, {});
                   const List found = office.database.read([&](store::Snapshot& records) {
                       return list(records, asked.as_of, office.pack, Details::with_families);
                   });
                   const auto lines = chosen(found, asked.wanted);
                   return web::file_download("list-" + to_iso(asked.as_of.on) + ".csv",
                                             "text/csv; charset=utf-8",
                                             list_csv(found, lines, office.pack));
               }));
}

} // namespace heed::listing
