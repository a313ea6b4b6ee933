#include "misses/misses_pages.hpp"

#include "family/summary_store.hpp"
#include "markup/components_page.hpp"
#include "misses/misses_page.hpp"
#include "shield/shield_store.hpp"

namespace heed::misses {

namespace {

using permission::Right;
using permission::Visitor;
using web::Method;
using web::Request;
using web::Response;

constexpr int shown = 200;

Response list(const office::Office& office, const Request& request, Visitor& visitor)
{
    if (!visitor.desk.look<Right::enquire>("misses.seen", "", "")) return web::html(403, {});
    std::vector<MissLine> lines;
    const auto progress = office.database.read([&](store::Snapshot& records) {
        for (const Miss& miss : latest(records, shown)) {
            const auto question = enquiry::with_receipt(records, miss.receipt);
            lines.push_back({miss, question ? in_words(question->asked_at) : std::string{},
                             in_words(miss.found_at)});
        }
        return misses::progress(records);
    });
    return office.page(request, &visitor,
                       {.title = "Enquiries that found nobody, and now fit a child",
                        .active_navigation = "/enquiries",
                        .main = misses_page(lines, progress)});
}

Response one(const office::Office& office, const Request& request, Visitor& visitor)
{
    const auto id = request.id_parameter<MissId>("miss");
    const auto miss =
        id ? office.database.read([&](store::Snapshot& records) { return find(records, *id); })
           : std::nullopt;
    if (!miss) return web::html(404, {});
    for (const std::string& seen : {miss->record, miss->receipt})
        if (!visitor.desk.look<Right::enquire>("miss.seen", seen, "")) return web::html(403, {});
    return office.database.read([&](store::Snapshot& records) {
        const auto question = enquiry::with_receipt(records, miss->receipt);
        ensure(question.has_value(), "a miss without its question");
        const auto child = child::ChildId::from(miss->record);
        const auto summary =
            child ? family::summary(records, *child, {.on = office.clock.today()}) : std::nullopt;
        return office.page(request, &visitor,
                           {.title = "An enquiry that found nobody, and now fits a child",
                            .active_navigation = "/enquiries",
                            .main = miss_page(*miss, *question, summary),
                            .before_main = markup::back_link(
                                {.text = "Enquiries that found nobody, and now fit a child",
                                 .href = markup::Url{"/misses"}})});
    });
}

} // namespace

// For those who answer callers: a key worker is not shown whom others asked about.
void routes(web::Router& router, const permission::Guard& guard, const office::Office& office)
{
    router.add(Method::get, "/misses", "Questions that found nobody, and somebody came.",
               guard.signed_in<Right::enquire>([&office](const Request& request, Visitor& visitor) {
                   return list(office, request, visitor);
               }));
    router.add(Method::get, "/misses/{miss}", "A question beside who was found to fit it.",
               guard.signed_in<Right::enquire>([&office](const Request& request, Visitor& visitor) {
                   return one(office, request, visitor);
               }));
}

} // namespace heed::misses
