#include "app/start_pages.hpp"

#include "forms/forms.hpp"
#include "markup/components.hpp"
#include "pieces/data_table.hpp"
#include "pieces/search.hpp"

namespace heed::app {

namespace {

using markup::Html;
using permission::Right;
using permission::Visitor;

/// Where somebody's work begins.
std::string first_place(const Visitor& visitor)
{
    if (visitor.desk.may(Right::see_own_list)) return "/my-children";
    if (visitor.desk.may(Right::enquire)) return "/enquiries/new";
    if (visitor.desk.may(Right::see_list)) return "/list";
    if (visitor.desk.may(Right::manage_users)) return "/users";
    return "/inbox";
}

markup::Words place_of(const pack::Term& term)
{
    if (term.where.empty()) return "";
    return markup::link("Go there", term.where);
}

Html words_page(const std::vector<pack::Term>& terms, const std::string& asked)
{
    Html main = markup::heading(1, "Old words and new", "govuk-heading-l");
    main << markup::paragraph(
        "Until 31 March 2008 there was a register. From 1 April 2008 a child is the "
        "subject of a plan. Look for an old word to see what is said now, and where "
        "it lives.");
    main << pieces::filter_bar(
        {.action = "/words",
         .fields = forms::input({.label = "A word", .name = "q", .value = asked}),
         .button = "Look up",
         .label = "Look up an old word"});
    pieces::DataTable table{.caption = "What is said now",
                            .columns = {{"Before April 2008"}, {"Now"}, {"Where"}},
                            .when_empty =
                                markup::paragraph("That is not an old word. Nothing is said "
                                                  "differently instead of it.")};
    for (const auto& term : terms)
        table.rows.push_back({term.old.front(), term.now, place_of(term)});
    return main << pieces::data_table(table);
}

} // namespace

void start_routes(web::Router& router, const permission::Guard& guard, const office::Office& office)
{
    using web::Method;
    router.add(Method::get, "/", "Goes to where one's work begins.",
               guard.signed_in<Right::own_account>([](const web::Request&, Visitor& visitor) {
                   return web::see_other(first_place(visitor));
               }));
    router.add(Method::get, "/words", "The words of the register, and what is said instead.",
               guard.signed_in<Right::own_account>(
                   [&office](const web::Request& request, Visitor& visitor) {
                       const std::string asked{request.query.text("q")};
                       const auto terms = asked.empty() ? office.pack.terms().list()
                                                        : office.pack.terms().find(asked);
                       return office.page(
                           request, &visitor,
                           {.title = "Old words and new", .main = words_page(terms, asked)});
                   }));
    router.add(Method::get, "/health", "Whether the server lives and the record can be read.",
               guard.open([&office](const web::Request&) {
                   office.database.read([](store::Snapshot&) {});
                   return web::text(200, "well\n");
               }));
}

} // namespace heed::app
