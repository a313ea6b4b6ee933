#include "desk/desk_pages.hpp"

#include "core/log.hpp"
#include "desk/answer_page.hpp"
#include "desk/desk_page.hpp"
#include "desk/list_page.hpp"
#include "directory/directory_store.hpp"
#include "family/family_store.hpp"
#include "held/held_store.hpp"
#include "markup/components.hpp"
#include "office/draft.hpp"
#include "plan/plan_store.hpp"

namespace heed::desk {

namespace {

using enquiry::Answering;
using enquiry::EnquiryId;
using enquiry::Result;
using permission::Right;
using permission::Visitor;
using web::Method;
using web::Request;
using web::Response;

class Pages {
public:
    explicit Pages(Answering& answering) : answering_{answering}, office_{answering.office()} {}

    Response desk(const Request& request, Visitor& visitor)
    {
        const auto draft = office_.database.read([&](store::Snapshot& records) {
            return office::draft_of(records, visitor.person.user.text(), desk_form);
        });
        if (!draft) return desk_with(request, visitor, {}, {}, {});
        return desk_with(request, visitor, draft->fields, {}, in_words(draft->at));
    }

    Response ask(const Request& request, Visitor& visitor)
    {
        try {
            const auto asked = asked_from(request.form);
            auto amiss = enquiry::amiss(asked, office_.clock.today());
            if (!amiss.empty())
                return desk_with(request, visitor, request.form, std::move(amiss), {});
            const auto told = answering_.ask(visitor.desk, asked, desk_form);
            if (!told) return desk_with(request, visitor, request.form, {told.error()}, {});
            return web::see_other("/enquiries/" + told->receipt + "?asked=1");
        } catch (const Fault& why) {
            // Never a false no: the caller is told where to ring.
            log::failure("enquiry.could_not_check", why, {{"request", request.id}});
            return failed(request, visitor);
        }
    }

    Response answer(const Request& request, Visitor& visitor)
    {
        return answer_with(request, visitor, std::nullopt);
    }

    Response concern(const Request& request, Visitor& visitor)
    {
        const std::string text{request.form.text("concern")};
        if (text.empty())
            return answer_with(request, visitor, Refusal{RefusalCode::needed, "concern", {}});
        const std::string receipt{request.parameter("receipt")};
        const auto saved =
            visitor.desk.carry_out([&](store::Transaction& records) -> Outcome<void> {
                const auto permit = TRY(visitor.desk.act<Right::enquire>(records, "a concern"));
                const auto enquiry = enquiry::with_receipt(records, receipt);
                if (!enquiry) return refuse(RefusalCode::not_found);
                enquiry::add_concern(records, enquiry->id,
                                     {text, permit.signed_in().name, office_.clock.now()},
                                     fresh_id());
                office::forget_draft(records, permit.person().text(), "concern-" + receipt);
                append(records, permit.actor(), "enquiry.concern_recorded", *enquiry);
                return {};
            });
        if (!saved) return answer_with(request, visitor, saved.error());
        return web::see_other("/enquiries/" + receipt + list_in(request.query));
    }

    Response consider_it(const Request& request, Visitor& visitor)
    {
        const std::string receipt{request.parameter("receipt")};
        const auto result = from_code<Result>(request.form.text("result"));
        if (!result)
            return answer_with(request, visitor, Refusal{RefusalCode::needed, "result", {}});
        const auto saved =
            visitor.desk.carry_out([&](store::Transaction& records) -> Outcome<void> {
                const auto permit =
                    TRY(visitor.desk.act<Right::consider_enquiry>(records, "considered"));
                const auto enquiry = enquiry::with_receipt(records, receipt);
                if (!enquiry) return refuse(RefusalCode::not_found);
                // Two managers, or two tabs: what the other wrote is read first.
                if (seen_of(enquiry::considered(records, enquiry->id)) != request.form.text("seen"))
                    return refuse(RefusalCode::changed_meanwhile, "result");
                enquiry::consider(records, enquiry->id,
                                  {*result, std::string{request.form.text("note")},
                                   permit.signed_in().name, office_.clock.now()},
                                  fresh_id());
                append(records, permit.actor(), "enquiry.considered", *enquiry);
                return {};
            });
        if (!saved) return answer_with(request, visitor, saved.error());
        return web::see_other("/enquiries/" + receipt + list_in(request.query));
    }

    Response list(const Request& request, Visitor& visitor)
    {
        const Day today = office_.clock.today();
        ListPage page{.from = today - std::chrono::days{1}, .to = today};
        page.only_open = request.query.text("open") == "1";
        read_days(request.query, page);
        const auto permit = visitor.desk.look<Right::see_enquiries>(
            "enquiries.listed", "", to_iso(page.from) + " to " + to_iso(page.to));
        if (!permit) return web::html(403, {});
        page.lines = office_.database.read([&](store::Snapshot& records) {
            auto lines =
                enquiry::lines(records, {start_of(page.from),
                                         start_of(page.to + std::chrono::days{1}), page.only_open});
            std::erase_if(lines, [&](const enquiry::Line& line) {
                return !is_theirs_to_see(records, visitor, line.child);
            });
            return lines;
        });
        return office_.page(request, &visitor,
                            {.title = "Enquiries",
                             .active_navigation = "/enquiries",
                             .main = list_page(page),
                             .status = page.asked.status()});
    }

private:
    std::string fresh_id() const { return new_uuid(office_.clock.now(), office_.randomness); }

    void append(store::Transaction& records, const ledger::Actor& actor, const char* action,
                const Enquiry& enquiry) const
    {
        ledger::append(records, office_.pen(), actor,
                       {.action = action,
                        .subject = enquiry.child ? enquiry.child->text() : enquiry.told.receipt});
    }

    /// A key worker sees what was asked about the children they work for and those who live with
    /// them; whoever answers the telephone, or manages, sees every enquiry.
    bool is_theirs_to_see(store::Records& records, const Visitor& visitor,
                          const std::optional<child::ChildId>& child) const
    {
        if (!visitor.desk.may(Right::see_own_list)) return true;
        if (!child) return false;
        const office::AsOf today{office_.clock.today()};
        const auto worker = directory::who_is(records, visitor.person.user.text(),
                                              visitor.person.professional, today);
        if (!worker) return false;
        std::vector<child::ChildId> near{*child};
        for (const auto& other : family::household_of(records, *child, today))
            near.push_back(other.id);
        return std::ranges::any_of(plan::on(records, near, today), [&](const plan::Plan& plan) {
            return plan.key_worker() == worker->id;
        });
    }

    /// The days of the query: three fields each, or one as in a link ("2026-11-24"). A day that
    /// cannot be read is said, and the days are as they would be without it.
    static void read_days(const web::Fields& query, ListPage& page)
    {
        web::Fields shown;
        std::optional<Refusal> refusal;
        for (auto [name, day] : {std::pair{"from", &page.from}, {"to", &page.to}}) {
            const auto asked = office::Sheet{query}.linked_day(name);
            if (asked) {
                if (*asked) *day = **asked;
                office::put_day(shown, name, *day);
                continue;
            }
            refusal = asked.error();
            office::put_typed_day(shown, name, query);
        }
        page.asked = office::Sheet{shown, refusal};
    }

    Response desk_with(const Request& request, Visitor& visitor, const web::Fields& typed,
                       std::vector<Refusal> refusals, const std::string& draft_kept)
    {
        const unsigned status = refusals.empty() ? 200 : 422;
        DeskPage page{.typed = typed,
                      .refusals = std::move(refusals),
                      .draft_kept = draft_kept,
                      .csrf = visitor.csrf,
                      .today = office_.clock.today()};
        page.old_words = office_.pack.terms().find(typed.text("typed"));
        page.agencies = office_.database.read(
            [&](store::Snapshot& records) { return directory::agencies(records, {page.today}); });
        return office_.page(request, &visitor,
                            {.title = "Enquiry desk",
                             .active_navigation = "/enquiries/new",
                             .main = desk_page(page),
                             .status = status});
    }

    Response failed(const Request& request, Visitor& visitor)
    {
        const Enquiry enquiry{.id = EnquiryId::make(office_.clock, office_.randomness),
                              .asked_at = office_.clock.now(),
                              .asked_by = visitor.person.name,
                              .asked = asked_from(request.form),
                              .told = enquiry::could_not_check(office_.pack,
                                                               office_.authority.duty_telephone,
                                                               office_.clock.now())};
        return finish(request, visitor,
                      {.enquiry = enquiry, .just_asked = true, .pack = office_.pack}, 503);
    }

    Response answer_with(const Request& request, Visitor& visitor,
                         const std::optional<Refusal>& refusal)
    {
        const std::string receipt{request.parameter("receipt")};
        bool theirs = true;
        auto enquiry = office_.database.read([&](store::Snapshot& records) {
            auto held = enquiry::with_receipt(records, receipt);
            theirs = !held || is_theirs_to_see(records, visitor, held->child);
            if (held && !visitor.desk.may(Right::see_shielded))
                enquiry::hide_shielded(records, held->told, office_.clock.today());
            return held;
        });
        if (!enquiry) return web::html(404, {});
        if (!theirs) return web::html(403, {});
        const auto permit = visitor.desk.look<Right::see_enquiries>(
            "enquiry.seen", enquiry->child ? enquiry->child->text() : receipt,
            "the answer under its receipt");
        if (!permit) return web::html(403, {});
        AnswerPage page{.enquiry = *enquiry,
                        .csrf = visitor.csrf,
                        .list = list_in(request.query),
                        .may_ask = visitor.desk.may(Right::enquire),
                        .may_consider = visitor.desk.may(Right::consider_enquiry),
                        .may_import = visitor.desk.may(Right::import_register),
                        .just_asked = request.query.has("asked"),
                        .refusal = refusal,
                        .typed = request.form,
                        .pack = office_.pack};
        office_.database.read([&](store::Snapshot& records) {
            page.concerns = enquiry::concerns(records, enquiry->id);
            page.considered = enquiry::considered(records, enquiry->id);
            page.household_workers = household_workers(records, *enquiry);
            page.rows_held = page.may_import && held::count(records) > 0;
            if (page.typed.empty())
                if (auto draft =
                        office::draft_of(records, visitor.person.user.text(), "concern-" + receipt))
                    page.typed = draft->fields;
        });
        return finish(request, visitor, page, refusal ? 422 : 200);
    }

    /// As the record held them when the answer was given, so that a receipt shows the same later.
    static std::vector<HouseholdWorker> household_workers(store::Records& records,
                                                          const Enquiry& enquiry)
    {
        std::vector<HouseholdWorker> found;
        const office::AsOf then{day_in_england(enquiry.asked_at), enquiry.asked_at};
        for (const auto& other : enquiry.told.household) {
            const auto id = child::ChildId::from(other.child_id);
            const auto plan = id ? plan::on(records, *id, then) : std::nullopt;
            if (!plan || !plan->key_worker()) continue;
            if (const auto worker = directory::find(records, *plan->key_worker(), then))
                found.push_back({other.name + " (" + other.relation + ")", worker->name,
                                 worker->telephone, worker->out_of_hours});
        }
        return found;
    }

    /// To the desk, and to the list of the days that it was opened from, or the night's.
    static markup::Html ways_back(const AnswerPage& page)
    {
        markup::Html back;
        if (page.may_ask || page.just_asked)
            back << markup::link("Ask about another child", "/enquiries/new",
                                 "govuk-back-link govuk-!-margin-right-4")
                 << " ";
        return back << markup::link("The list of enquiries", "/enquiries" + page.list,
                                    "govuk-back-link");
    }

    Response finish(const Request& request, Visitor& visitor, const AnswerPage& page,
                    unsigned status)
    {
        return office_.page(request, &visitor,
                            {.title = "The answer to an enquiry",
                             .active_navigation = "/enquiries",
                             .main = answer_page(page),
                             .status = status,
                             .before_main = ways_back(page)});
    }

    Answering& answering_;
    const office::Office& office_;
};

} // namespace

DraftPlace draft_of_post(const Request& request)
{
    if (request.path == "/enquiries") return {desk_form, "/enquiries/new"};
    static constexpr std::string_view before = "/enquiries/", after = "/concern";
    if (!request.path.starts_with(before) || !request.path.ends_with(after)) return {};
    const auto receipt =
        request.path.substr(before.size(), request.path.size() - before.size() - after.size());
    return {"concern-" + receipt, std::string{before} + receipt};
}

void routes(web::Router& router, const permission::Guard& guard, enquiry::Answering& answering)
{
    const auto pages = std::make_shared<Pages>(answering);
    const auto to = [&](Response (Pages::*handler)(const Request&, Visitor&)) {
        return [pages, handler](const Request& request, Visitor& visitor) {
            return ((*pages).*handler)(request, visitor);
        };
    };
    router.add(Method::get, "/enquiries/new", "The enquiry desk: is a child subject to a plan?",
               guard.signed_in<Right::enquire>(to(&Pages::desk)));
    router.add(Method::post, "/enquiries", "Puts an enquiry and records its answer.",
               guard.command<Right::enquire>(to(&Pages::ask)));
    router.add(Method::get, "/enquiries", "Enquiries of some days, and what came of each.",
               guard.signed_in<Right::see_enquiries>(to(&Pages::list)));
    router.add(Method::get, "/enquiries/{receipt}", "The answer that was given under a receipt.",
               guard.signed_in<Right::see_enquiries>(to(&Pages::answer)));
    router.add(Method::post, "/enquiries/{receipt}/concern", "Records the caller's concern.",
               guard.command<Right::enquire>(to(&Pages::concern)));
    router.add(Method::post, "/enquiries/{receipt}/considered", "Records what came of an enquiry.",
               guard.command<Right::consider_enquiry>(to(&Pages::consider_it)));
}

} // namespace heed::desk
