#include "changeover/changeover_store.hpp"
#include "clerk/clerk_pages.hpp"
#include "clerk/queue_page.hpp"
#include "directory/directory_store.hpp"
#include "family/summary_store.hpp"
#include "markup/components_page.hpp"
#include "office/draft.hpp"
#include "permission/users.hpp"

namespace heed::clerk {

namespace {

using changeover::Appointment;
using changeover::FindingId;
using changeover::RowId;
using changeover::RowState;
using office::Sheet;
using permission::Right;
using permission::Visitor;
using web::Method;
using web::Request;
using web::Response;

class Pages {
public:
    explicit Pages(const office::Office& office) : office_{office} {}

    Response held(const Request& request, Visitor& visitor)
    {
        return list(request, visitor, RowState::held);
    }
    Response set_aside_rows(const Request& request, Visitor& visitor)
    {
        return list(request, visitor, RowState::set_aside);
    }

    Response held_row(const Request& request, Visitor& visitor)
    {
        const auto row = row_asked(request, visitor, RowState::held);
        if (!row) return web::html(404, {});
        const auto draft = office_.database.read([&](store::Snapshot& records) {
            return office::draft_of(records, visitor.person.user.text(), draft_name(*row));
        });
        if (draft)
            return held_with(request, visitor, *row, Sheet{draft->fields},
                             heed::in_words(draft->at));
        return held_with(request, visitor, *row, Sheet{fields_of(row->row)}, {});
    }

    Response try_row(const Request& request, Visitor& visitor)
    {
        const auto id = request.id_parameter<RowId>("row");
        if (!id) return web::html(404, {});
        const auto tried = changeover::try_again(office_, visitor.desk, *id, row_in(request.form));
        if (!tried) {
            if (tried.error().code == RefusalCode::changed_meanwhile)
                return settled_before(request, visitor, *id);
            const auto row = row_asked(request, visitor, RowState::held);
            if (!row) return web::html(404, {});
            return held_with(request, visitor, *row, Sheet{request.form, tried.error()}, {});
        }
        office_.database.write([&](store::Transaction& records) {
            office::forget_draft(records, visitor.person.user.text(), draft_name(*tried));
        });
        switch (tried->state) {
        case RowState::held: return web::see_other("/changeover/held/" + id->text());
        case RowState::in_record: return web::see_other("/changeover/questions/" + id->text());
        default: return web::see_other("/changeover/held");
        }
    }

    Response put_aside(const Request& request, Visitor& visitor)
    {
        const auto id = request.id_parameter<RowId>("row");
        if (!id) return web::html(404, {});
        const auto done = changeover::set_aside(office_, visitor.desk, *id,
                                                std::string{request.form.text("reason")});
        if (done) return web::see_other("/changeover/held");
        if (done.error().code == RefusalCode::changed_meanwhile)
            return settled_before(request, visitor, *id);
        const auto row = row_asked(request, visitor, RowState::held);
        if (!row) return web::html(404, {});
        web::Fields fields = fields_of(row->row);
        fields.add("reason", std::string{request.form.text("reason")});
        return held_with(request, visitor, *row, Sheet{fields, done.error()}, {});
    }

    Response set_aside_row(const Request& request, Visitor& visitor)
    {
        auto row = row_asked(request, visitor, RowState::set_aside);
        if (!row) return web::html(404, {});
        const Names names = names_in({&*row, 1});
        return show(request, visitor,
                    {.title = "A row that was set aside",
                     .main = set_aside_page({*std::move(row), {}, visitor.csrf, {}, names})},
                    {"Rows set aside", "/changeover/set-aside"});
    }

    Response take_row_back(const Request& request, Visitor& visitor)
    {
        const auto id = request.id_parameter<RowId>("row");
        if (!id) return web::html(404, {});
        const auto taken = changeover::take_back(office_, visitor.desk, *id);
        if (!taken) return settled_before(request, visitor, *id);
        return web::see_other("/changeover/held/" + id->text());
    }

    Response questions(const Request& request, Visitor& visitor)
    {
        if (!visitor.desk.look<Right::import_register>("changeover.questions_seen", "", ""))
            return web::html(403, {});
        const auto rows = office_.database.read(
            [](store::Snapshot& records) { return changeover::rows_with_questions(records); });
        return show(request, visitor,
                    {.title = "Questions the register left", .main = questions_page(rows)});
    }

    Response question(const Request& request, Visitor& visitor)
    {
        web::Fields fields;
        office::put_day(fields, "since", office_.clock.today());
        return question_with(request, visitor, Sheet{std::move(fields)});
    }

    Response appoint(const Request& request, Visitor& visitor)
    {
        return settled(request, visitor, [&](const Sheet& sheet, const RowId& id) -> Outcome<void> {
            Appointment appointment{
                .professional = directory::ProfessionalId::from(sheet.text("key_worker")),
                .added = {.name = sheet.text("name"),
                          .job = "Social worker",
                          .telephone = sheet.text("telephone"),
                          .is_qualified_social_worker = sheet.text("qualified") == "yes"},
                .since = TRY(sheet.day("since"))};
            if (!appointment.professional && appointment.added.name.empty())
                return refuse(RefusalCode::needed, "key_worker");
            return changeover::appoint_key_worker(office_, visitor.desk, id, appointment);
        });
    }

    Response choose(const Request& request, Visitor& visitor)
    {
        return settled(request, visitor, [&](const Sheet& sheet, const RowId& id) -> Outcome<void> {
            const std::string main = sheet.text("main");
            if (main.empty()) return refuse(RefusalCode::choose_a_category, "main");
            std::vector<std::string> categories{main};
            for (const auto other : request.form.all("others"))
                if (other != main) categories.emplace_back(other);
            return changeover::choose_categories(office_, visitor.desk, id, categories);
        });
    }

    Response set_review(const Request& request, Visitor& visitor)
    {
        return settled(request, visitor, [&](const Sheet& sheet, const RowId& id) -> Outcome<void> {
            auto set =
                changeover::set_next_review(office_, visitor.desk, id, TRY(sheet.day("due")));
            if (!set && set.error().field == "next_review_due") set.error().field = "due";
            return set;
        });
    }

    Response settle_question(const Request& request, Visitor& visitor)
    {
        return settled(request, visitor, [&](const Sheet& sheet, const RowId& id) -> Outcome<void> {
            const auto finding = FindingId::from(sheet.text("finding"));
            if (!finding) return refuse(RefusalCode::not_found);
            return changeover::settle_in_words(office_, visitor.desk, id, *finding,
                                               sheet.text("words"));
        });
    }

private:
    static std::string draft_name(const KeptRow& row) { return "held-" + row.id.text(); }

    Response list(const Request& request, Visitor& visitor, RowState state)
    {
        if (!visitor.desk.look<Right::import_register>("changeover.queue_seen", "", ""))
            return web::html(403, {});
        const bool aside = state == RowState::set_aside;
        const auto rows = office_.database.read(
            [&](store::Snapshot& records) { return changeover::rows_in(records, state); });
        return show(request, visitor,
                    {.title = aside ? "Rows set aside" : "Rows that are held",
                     .main = rows_page({rows, aside, aside ? names_in(rows) : Names{}})});
    }

    /// What those are called who changed rows and settled questions of them.
    Names names_in(std::span<const KeptRow> rows)
    {
        Names names;
        const auto put = [&](store::Records& records, const std::string& user) {
            if (user.empty() || names.contains(user)) return;
            const auto id = permission::UserId::from(user);
            const auto found = id ? permission::find_user(records, *id)
                                  : Outcome<permission::User>{refuse(RefusalCode::no_such_user)};
            if (found) names.emplace(user, found->name);
        };
        office_.database.read([&](store::Snapshot& records) {
            for (const KeptRow& row : rows) {
                put(records, row.changed_by);
                for (const auto& one : row.findings) put(records, one.settled_by);
            }
        });
        return names;
    }

    /// For whoever was second: who settled it and when, with what they had typed.
    Response settled_before(const Request& request, Visitor& visitor, const RowId& id,
                            bool question = false)
    {
        auto row = row_asked(request, visitor, std::nullopt);
        if (!row || row->id != id) return web::html(404, {});
        SettledPage page{.row = *std::move(row), .names = {}, .question = question};
        page.names = names_in({&page.row, 1});
        page.typed = question ? typed_for(question_of(page.row, Sheet{}, visitor), request.form)
                              : typed_for(page.row, request.form);
        return show(request, visitor,
                    {.title = "Settled before", .main = settled_page(page), .status = 409},
                    question ? questions_queue : held_queue);
    }

    /// The row of the address, when it is in that state (or any); that it was looked at is then
    /// written.
    std::optional<KeptRow> row_asked(const Request& request, Visitor& visitor,
                                     std::optional<RowState> state)
    {
        const auto id = request.id_parameter<RowId>("row");
        if (!id) return std::nullopt;
        auto row = office_.database.read(
            [&](store::Snapshot& records) { return changeover::find(records, *id); });
        if (!row || (state && row->state != *state)) return std::nullopt;
        const std::string subject = row->child ? row->child->text() : id->text();
        if (!visitor.desk.look<Right::import_register>("changeover.row_seen", subject, ""))
            return std::nullopt;
        return row;
    }

    Response held_with(const Request& request, Visitor& visitor, const KeptRow& row,
                       const Sheet& sheet, const std::string& draft_kept)
    {
        return show(request, visitor,
                    {.title = "A row that is held",
                     .main = held_page({row, sheet, visitor.csrf, draft_kept}),
                     .status = sheet.status()},
                    held_queue);
    }

    template <class Settle>
    Response settled(const Request& request, Visitor& visitor, Settle settle)
    {
        const auto id = request.id_parameter<RowId>("row");
        if (!id) return web::html(404, {});
        const Sheet sheet{request.form};
        const Outcome<void> done = settle(sheet, *id);
        if (!done && done.error().code == RefusalCode::changed_meanwhile)
            return settled_before(request, visitor, *id, true);
        if (!done) return question_with(request, visitor, Sheet{request.form, done.error()});
        return web::see_other("/changeover/questions/" + id->text());
    }

    Response question_with(const Request& request, Visitor& visitor, const Sheet& sheet)
    {
        auto row = row_asked(request, visitor, RowState::in_record);
        if (!row) return web::html(404, {});
        return show(request, visitor,
                    {.title = "Questions about a child",
                     .main = question_page(question_of(*row, sheet, visitor)),
                     .status = sheet.status()},
                    questions_queue);
    }

    QuestionPage question_of(const KeptRow& row, const Sheet& sheet, const Visitor& visitor)
    {
        QuestionPage page{.row = row,
                          .child = {},
                          .social_workers = {},
                          .categories = office_.pack.categories(),
                          .sheet = sheet,
                          .csrf = visitor.csrf,
                          .names = names_in({&row, 1})};
        office_.database.read([&](store::Snapshot& records) {
            const office::AsOf now{.on = office_.clock.today()};
            if (row.child) page.child = family::summary(records, *row.child, now);
            for (auto& one : directory::professionals(records, now))
                if (one.is_qualified_social_worker) page.social_workers.push_back(std::move(one));
        });
        return page;
    }

    /// Where a page leads back to: the queue that it is of.
    struct Back {
        const char *text, *address;
    };
    static constexpr Back held_queue{"Rows that are held", "/changeover/held"};
    static constexpr Back questions_queue{"Questions the register left", "/changeover/questions"};

    Response show(const Request& request, Visitor& visitor, permission::PageContent content,
                  const Back& back = {"The change-over", "/changeover"}) const
    {
        content.active_navigation = "/changeover";
        content.before_main =
            markup::back_link({.text = back.text, .href = markup::Url{back.address}});
        return office_.page(request, &visitor, std::move(content));
    }

    const office::Office& office_;
};

} // namespace

void queue_routes(web::Router& router, const permission::Guard& guard, const office::Office& office)
{
    const auto pages = std::make_shared<Pages>(office);
    const auto to = [&](Response (Pages::*handler)(const Request&, Visitor&)) {
        return guard.signed_in<Right::import_register>(
            [pages, handler](const Request& request, Visitor& visitor) {
                return ((*pages).*handler)(request, visitor);
            });
    };
    const auto changing = [&](Response (Pages::*handler)(const Request&, Visitor&)) {
        return guard.command<Right::import_register>(
            [pages, handler](const Request& request, Visitor& visitor) {
                return ((*pages).*handler)(request, visitor);
            });
    };
    router.add(Method::get, "/changeover/held", "Rows that wait to be put right.",
               to(&Pages::held));
    router.add(Method::get, "/changeover/held/{row}", "A form to put a row right.",
               to(&Pages::held_row));
    router.add(Method::post, "/changeover/held/{row}", "Tries a row again as corrected.",
               changing(&Pages::try_row));
    router.add(Method::post, "/changeover/held/{row}/set-aside", "Takes a row out of the queue.",
               changing(&Pages::put_aside));
    router.add(Method::get, "/changeover/set-aside", "Rows that were taken out of the queue.",
               to(&Pages::set_aside_rows));
    router.add(Method::get, "/changeover/set-aside/{row}", "A row that was taken out, and why.",
               to(&Pages::set_aside_row));
    router.add(Method::post, "/changeover/set-aside/{row}/take-back",
               "Puts a row back into the queue.", changing(&Pages::take_row_back));
    router.add(Method::get, "/changeover/questions", "Questions that rows in the record left.",
               to(&Pages::questions));
    router.add(Method::get, "/changeover/questions/{row}", "The questions that one row left.",
               to(&Pages::question));
    router.add(Method::post, "/changeover/questions/{row}/key-worker", "Appoints a key worker.",
               changing(&Pages::appoint));
    router.add(Method::post, "/changeover/questions/{row}/categories", "Chooses categories.",
               changing(&Pages::choose));
    router.add(Method::post, "/changeover/questions/{row}/review", "Sets the next review.",
               changing(&Pages::set_review));
    router.add(Method::post, "/changeover/questions/{row}/words", "Settles a question in words.",
               changing(&Pages::settle_question));
}

} // namespace heed::clerk
