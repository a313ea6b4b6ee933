#include "casefile/casefile_pages.hpp"

#include "casefile/case_page.hpp"
#include "casefile/child_visit_pages.hpp"
#include "casefile/likeness_pages.hpp"
#include "casefile/new_child_page.hpp"
#include "child/child_store.hpp"
#include "markup/components.hpp"
#include "office/draft.hpp"

namespace heed::casefile {

namespace {

using office::Sheet;
using permission::Right;
using permission::Visitor;
using web::Method;
using web::Request;
using web::Response;

class Pages {
public:
    explicit Pages(CasefileParts parts) : parts_{std::move(parts)}, visit_{parts_.office} {}

    Response open(const Request& request, Visitor& visitor) const
    {
        return visit_.open(request, visitor);
    }

    Response see_overview(const Request& request, Visitor& visitor) const
    {
        return visit_.with_case(request, visitor, [&](const Case& about) {
            const auto lines = office().database.read([&](store::Snapshot& records) {
                return chronology(records, about, office().pack, parts_.sources);
            });
            const Leave leave = leave_of(visitor);
            return show(request, visitor,
                        {.title = "Child's record",
                         .main = head(about, office().pack, leave, "") +
                                 overview(about, lines, office().pack, leave)});
        });
    }

    Response see_people(const Request& request, Visitor& visitor) const
    {
        return see_part(request, visitor, "People around a child", "people", people);
    }

    Response see_details(const Request& request, Visitor& visitor) const
    {
        return see_part(request, visitor, "Details of a child", "details", details);
    }

    Response see_new(const Request& request, Visitor& visitor) const
    {
        const auto draft = office().database.read([&](store::Snapshot& records) {
            return office::draft_of(records, visitor.person.user.text(), new_child_draft);
        });
        return new_form(request, visitor, {}, draft ? Sheet{draft->fields} : Sheet{});
    }

    Response add_new(const Request& request, Visitor& visitor) const
    {
        const Sheet sheet{request.form};
        const auto child = new_child_in(sheet);
        if (!child) return new_form(request, visitor, {}, Sheet{request.form, child.error()});
        // Carried out before, the child who is found now is the one who was added then.
        if (sheet.text("surely_new") != "yes" && !visitor.desk.was_carried_out()) {
            auto alike = who_may_be(office(), parts_.people, question_about(*child));
            if (!alike.empty()) return compare(request, visitor, std::move(alike));
        }
        const auto added = visitor.desk.carry_out(
            [&](store::Transaction& records) { return add(records, visitor, *child); });
        if (!added) return new_form(request, visitor, {}, Sheet{request.form, added.error()});
        return web::see_other("/children/" + *added);
    }

private:
    const office::Office& office() const { return parts_.office; }
    office::Stamp stamp() const { return {office().clock.now(), office().randomness}; }

    static Leave leave_of(const Visitor& visitor)
    {
        return {.to_correct = visitor.desk.may(Right::correct_record),
                .to_see_looks = visitor.desk.may(Right::see_looks),
                .to_decide_links = visitor.desk.may(Right::decide_links)};
    }

    Response show(const Request& request, Visitor& visitor, permission::PageContent content) const
    {
        return office().page(request, &visitor, std::move(content));
    }

    Response see_part(const Request& request, Visitor& visitor, const char* title, const char* part,
                      markup::Html (*body)(const Case&, const Leave&)) const
    {
        return visit_.with_case(request, visitor, [&](const Case& about) {
            const Leave leave = leave_of(visitor);
            return show(request, visitor,
                        {.title = title,
                         .main = head(about, office().pack, leave, part) + body(about, leave)});
        });
    }

    Response new_form(const Request& request, Visitor& visitor, std::vector<MayBe> alike,
                      const Sheet& sheet) const
    {
        return show(request, visitor,
                    {.title = "Add a child",
                     .main = new_child_page({visitor.csrf, std::move(alike)}, sheet),
                     .status = sheet.status()});
    }

    /// Shows who may be the same, and writes that they were shown.
    Response compare(const Request& request, Visitor& visitor, std::vector<MayBe> alike) const
    {
        for (const MayBe& one : alike) {
            const auto permit = visitor.desk.look<Right::see_child>(
                "child.compared", one.child.id.text(), "Adding a child who may be this one");
            if (!permit) return web::html(403, {});
        }
        return new_form(
            request, visitor, std::move(alike),
            Sheet{request.form, Refusal{RefusalCode::child_may_be_here, "surely_new", {}}});
    }

    Outcome<std::string> add(store::Transaction& records, Visitor& visitor,
                             const child::NewChild& child) const
    {
        const auto permit = TRY(visitor.desk.act<Right::correct_record>(records));
        const ChildId id = TRY(child::add(records, stamp(), child));
        office::forget_draft(records, permit.person().text(), new_child_draft);
        ledger::append(records, office().pen(), permit.actor(),
                       {.action = "child.added", .subject = id.text()});
        return id.text();
    }

    CasefileParts parts_;
    ChildVisit visit_;
};

} // namespace

void routes(web::Router& router, const permission::Guard& guard, CasefileParts parts)
{
    const office::Office& office = parts.office;
    const auto pages = std::make_shared<Pages>(std::move(parts));
    const auto to = [&](auto handler) {
        return [pages, handler](const Request& request, Visitor& visitor) {
            return ((*pages).*handler)(request, visitor);
        };
    };
    router.add(Method::get, "/children/new", "A form to add a child by hand.",
               guard.signed_in<Right::correct_record>(to(&Pages::see_new)));
    router.add(Method::post, "/children/new", "Adds a child, unless somebody alike is known.",
               guard.command<Right::correct_record>(to(&Pages::add_new)));
    router.add(Method::get, "/children/{id}", "A child's record, after a reason was given.",
               guard.signed_in<Right::see_child>(to(&Pages::see_overview)));
    router.add(Method::post, "/children/{id}/open", "Takes the reason for opening a record.",
               guard.signed_in<Right::see_child>(
                   to(&Pages::open), web::Again{"It is a look, and each look is written."}));
    router.add(Method::get, "/children/{id}/details", "All that is held of the child alone.",
               guard.signed_in<Right::see_child>(to(&Pages::see_details)));
    router.add(Method::get, "/children/{id}/people", "The family and household of a child.",
               guard.signed_in<Right::see_child>(to(&Pages::see_people)));
    router.add(
        Method::get, "/children/{id}/looks", "Who looked at a child's record, and why.",
        guard.signed_in<Right::see_looks>([&office](const Request& request, Visitor& visitor) {
            return looks_page(office, request, visitor);
        }));
}

} // namespace heed::casefile
