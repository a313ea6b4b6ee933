#include "casefile/casefile_pages.hpp"

#include "casefile/case_page.hpp"
#include "casefile/child_visit_pages.hpp"
#include "casefile/correction_pages.hpp"
#include "casefile/new_child_page.hpp"
#include "child/child_store.hpp"
#include "directory/directory_store.hpp"
#include "family/summary_store.hpp"
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

std::string draft_name(const Correction& correction, const ChildId& child)
{
    return correction.path + ("-" + child.text());
}

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
        return visit_.with_case(request, visitor, [&](const Case& about) {
            const Leave leave = leave_of(visitor);
            return show(
                request, visitor,
                {.title = "People around a child",
                 .main = head(about, office().pack, leave, "people") + people(about, leave)});
        });
    }

    Response see_form(const Request& request, Visitor& visitor, const Correction& correction) const
    {
        return visit_.with_case(request, visitor, [&](const Case& about) {
            const auto draft = office().database.read([&](store::Snapshot& records) {
                return office::draft_of(records, visitor.person.user.text(),
                                        draft_name(correction, about.child.id));
            });
            const Sheet sheet{draft ? draft->fields
                                    : correction.initial(about, office().clock.today())};
            return form(request, visitor, {about, correction}, sheet);
        });
    }

    Response correct(const Request& request, Visitor& visitor, const Correction& correction) const
    {
        const auto id = request.id_parameter<ChildId>("id");
        if (!id) return web::html(404, {});
        const auto done = visitor.desk.carry_out([&](store::Transaction& records) {
            return carry_out(records, visitor, {*id, correction}, Sheet{request.form});
        });
        if (done) return web::see_other("/children/" + id->text());
        return visit_.with_case(request, visitor, [&](const Case& about) {
            return form(request, visitor, {about, correction}, Sheet{request.form, done.error()});
        });
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
            auto alike = may_be(*child);
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
    office::AsOf now() const { return {.on = office().clock.today()}; }

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

    struct Of {
        const Case& about;
        const Correction& correction;
    };
    Response form(const Request& request, Visitor& visitor, const Of& of, const Sheet& sheet) const
    {
        const Choices choices{.professionals =
                                  office().database.read([&](store::Snapshot& records) {
                                      return directory::professionals(records, now());
                                  }),
                              .pack = office().pack,
                              .today = office().clock.today()};
        const std::string back = "/children/" + of.about.child.id.text();
        markup::Html fields = of.correction.fields(of.about, sheet, choices);
        fields << sheet.textarea("Why is this changed?", "why",
                                 "Kept for good, beside what was changed")
               << markup::button({.text = "Save"});
        markup::Html main =
            head(of.about, office().pack, leave_of(visitor), of.correction.path) + sheet.problems();
        main << markup::heading(2, of.correction.title, "govuk-heading-m")
             << forms::form({.action = markup::Url{back + "/" + of.correction.path},
                             .csrf = visitor.csrf,
                             .content = fields,
                             .draft = draft_name(of.correction, of.about.child.id)});
        return show(request, visitor,
                    {.title = of.correction.title,
                     .main = main,
                     .status = sheet.status(),
                     .before_main = markup::back_link(
                         {.text = "The child's record", .href = markup::Url{back}})});
    }

    struct What {
        const ChildId& child;
        const Correction& correction;
    };
    /// The correction, its reason and the end of its draft: all or nothing.
    Outcome<void> carry_out(store::Transaction& records, Visitor& visitor, const What& what,
                            const Sheet& sheet) const
    {
        const std::string why = sheet.text("why");
        if (why.empty()) return refuse(RefusalCode::say_why_changed, "why");
        const auto permit = TRY(visitor.desk.act<Right::correct_record>(records, why));
        const auto about = read_case(records, what.child, now(), office().pack);
        if (!about) return refuse(RefusalCode::not_found);
        const office::Stamp written = stamp();
        TRY_VOID(what.correction.act({records, written, office().pack}, *about, sheet));
        office::forget_draft(records, permit.person().text(),
                             draft_name(what.correction, what.child));
        ledger::append(
            records, office().pen(), permit.actor(),
            {.action = what.correction.action, .subject = what.child.text(), .reason = why});
        return {};
    }

    Response new_form(const Request& request, Visitor& visitor, std::vector<MayBe> alike,
                      const Sheet& sheet) const
    {
        return show(request, visitor,
                    {.title = "Add a child",
                     .main = new_child_page({visitor.csrf, std::move(alike)}, sheet),
                     .status = sheet.status()});
    }

    std::vector<MayBe> may_be(const child::NewChild& child) const
    {
        return office().database.read([&](store::Snapshot& records) {
            parts_.people.catch_up(records);
            constexpr std::size_t top = 5;
            const auto found = parts_.people.finder().search(question_about(child), top);
            std::vector<MayBe> alike;
            for (std::size_t i = 0; i < std::min(found.shown, found.candidates.size()); ++i) {
                const auto id = ChildId::from(found.candidates[i].id);
                auto line = id ? family::summary(records, *id, now()) : std::nullopt;
                if (line) alike.push_back({*std::move(line), why(found.candidates[i])});
            }
            return alike;
        });
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

void correction_routes(web::Router& router, const permission::Guard& guard,
                       const std::shared_ptr<Pages>& pages)
{
    for (const auto corrections : {child_corrections(), plan_corrections()})
        for (const Correction& correction : corrections) {
            const std::string pattern = std::string{"/children/{id}/"} + correction.path;
            router.add(Method::get, pattern, "A form that puts a child's record right.",
                       guard.signed_in<Right::correct_record>(
                           [pages, &correction](const Request& request, Visitor& visitor) {
                               return pages->see_form(request, visitor, correction);
                           }));
            router.add(Method::post, pattern, "Puts a child's record right.",
                       guard.command<Right::correct_record>(
                           [pages, &correction](const Request& request, Visitor& visitor) {
                               return pages->correct(request, visitor, correction);
                           }));
        }
}

} // namespace

DraftPlace draft_of_post(const web::Request& request)
{
    if (request.path == "/children/new") return {new_child_draft, request.path};
    const auto id =
        request.path_parameters.has("id") ? request.id_parameter<ChildId>("id") : std::nullopt;
    if (!id) return {};
    for (const auto corrections : {child_corrections(), plan_corrections()})
        for (const Correction& correction : corrections)
            if (request.path == "/children/" + id->text() + "/" + correction.path)
                return {draft_name(correction, *id), request.path};
    return {};
}

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
    router.add(Method::get, "/children/{id}/people", "The family and household of a child.",
               guard.signed_in<Right::see_child>(to(&Pages::see_people)));
    router.add(
        Method::get, "/children/{id}/looks", "Who looked at a child's record, and why.",
        guard.signed_in<Right::see_looks>([&office](const Request& request, Visitor& visitor) {
            return looks_page(office, request, visitor);
        }));
    correction_routes(router, guard, pages);
}

} // namespace heed::casefile
