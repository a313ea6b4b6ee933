#include "correction/forms_pages.hpp"

#include "casefile/case_page.hpp"
#include "casefile/case_store.hpp"
#include "casefile/child_visit_pages.hpp"
#include "casefile/likeness_pages.hpp"
#include "correction/correction_pages.hpp"
#include "correction/field_words_page.hpp"
#include "directory/directory_store.hpp"
#include "markup/components.hpp"
#include "office/both_texts_page.hpp"
#include "office/draft.hpp"
#include "permission/users.hpp"

namespace heed::correction {

namespace {

using office::Sheet;
using permission::Right;
using permission::Visitor;
using web::Method;
using web::Request;
using web::Response;

/// The end of an id is what tells it from others, and a draft's name is short.
std::string tail(std::string_view id)
{
    constexpr std::size_t enough = 12;
    return std::string{id.size() > enough ? id.substr(id.size() - enough) : id};
}

std::string draft_name(const Correction& correction, const ChildId& child, const std::string& of)
{
    return correction.path + ("-" + tail(child.text())) + (of.empty() ? "" : "-" + tail(of));
}

std::string path_of(const Correction& correction, const ChildId& child, const std::string& of)
{
    const std::string path = "/children/" + child.text() + "/" + correction.path;
    return of.empty() ? path : path + "?of=" + web::percent_encoded(of);
}

/// What a form's fields were filled in against, in one hidden field.
constexpr const char* filled_against = "was";

/// What some pages show beside the form.
struct Extras {
    markup::Html before = {}; ///< above the fields
    std::vector<casefile::MayBe> found = {};
};

class Pages {
public:
    Pages(const office::Office& office, family::People& people)
        : office_{office}, people_{people}, visit_{office}
    {
    }

    Response see(const Request& request, Visitor& visitor, const Correction& correction) const
    {
        return visit_.with_case(request, visitor, [&](const Case& about) {
            const std::string of{request.query.text("of")};
            const Choices none;
            const auto held = correction.held({about, of, office_.pack, none});
            if (!held) return web::html(404, {});
            const auto draft = office_.database.read([&](store::Snapshot& records) {
                return office::draft_of(records, visitor.person.user.text(),
                                        draft_name(correction, about.child.id, of));
            });
            web::Fields fields = draft ? draft->fields : *held;
            if (!draft && correction.begins_today != nullptr)
                office::put_day(fields, correction.begins_today, office_.clock.today());
            if (!fields.has(filled_against))
                fields.add(filled_against, web::write_urlencoded(*held));
            return form(request, visitor, {about, correction, of}, Sheet{fields});
        });
    }

    Response change(const Request& request, Visitor& visitor, const Correction& correction) const
    {
        const auto id = request.id_parameter<ChildId>("id");
        if (!id) return web::html(404, {});
        const std::string of{request.form.text("of")};
        const auto done = visitor.desk.carry_out([&](store::Transaction& records) {
            return carry_out(records, visitor, {*id, correction, of}, Sheet{request.form});
        });
        if (done)
            return web::see_other("/children/" + id->text() +
                                  (*correction.part == '\0' ? "" : "/") + correction.part);
        return visit_.with_case(request, visitor, [&](const Case& about) {
            return refused(request, visitor, {about, correction, of}, done.error());
        });
    }

private:
    struct What {
        const ChildId& child;
        const Correction& correction;
        const std::string& of;
    };
    struct Of {
        const Case& about;
        const Correction& correction;
        const std::string& of;
    };

    office::AsOf now() const { return {.on = office_.clock.today()}; }

    /// The correction, its reason and the end of its draft: all or nothing.
    Outcome<void> carry_out(store::Transaction& records, Visitor& visitor, const What& what,
                            const Sheet& sheet) const
    {
        const std::string why = sheet.text("why");
        if (why.empty()) return refuse(RefusalCode::say_why_changed, "why");
        const auto permit = TRY(visitor.desk.act<Right::correct_record>(records, why));
        const auto about = casefile::read_case(records, what.child, now(), office_.pack);
        if (!about) return refuse(RefusalCode::not_found);
        const Choices none;
        const Scene scene{*about, what.of, office_.pack, none};
        const auto held = what.correction.held(scene);
        if (const auto was = web::read_urlencoded(sheet.typed().text(filled_against));
            !held || (sheet.typed().has(filled_against) && was != held))
            return refuse(RefusalCode::changed_meanwhile);
        const office::Stamp written{office_.clock.now(), office_.randomness};
        const Also also = TRY(what.correction.act({records, written, office_.pack}, scene, sheet));
        office::forget_draft(records, permit.person().text(),
                             draft_name(what.correction, what.child, what.of));
        const auto write_down = [&](const ChildId& child) {
            ledger::append(
                records, office_.pen(), permit.actor(),
                {.action = what.correction.action, .subject = child.text(), .reason = why});
        };
        write_down(what.child);
        for (const ChildId& other : also) write_down(other);
        return {};
    }

    Response refused(const Request& request, Visitor& visitor, const Of& of,
                     const Refusal& refusal) const
    {
        if (refusal.code == RefusalCode::changed_meanwhile)
            return both(request, visitor, of, refusal);
        if (refusal.code == RefusalCode::say_which_child &&
            !Sheet{request.form}.text("look_for").empty())
            return look_for(request, visitor, of);
        return form(request, visitor, of, Sheet{request.form, refusal});
    }

    /// Shows what the record holds now beside what was typed; saving again is then against that.
    Response both(const Request& request, Visitor& visitor, const Of& of,
                  const Refusal& refusal) const
    {
        const Choices none;
        const office::Texts texts{
            .was = web::read_urlencoded(request.form.text(filled_against)).value_or(web::Fields{}),
            .now = of.correction.held({of.about, of.of, office_.pack, none}),
            .typed = request.form};
        constexpr office::FieldWords words{label_of, value_words};
        web::Fields fields;
        for (const auto& [name, value] : office::put_together(texts, words))
            if (name != filled_against) fields.add(name, value);
        if (texts.now) fields.add(filled_against, web::write_urlencoded(*texts.now));
        return form(request, visitor, of, Sheet{fields, refusal},
                    {.before = office::both_texts(texts, words, changed_by(of))});
    }

    /// "Dora Reed at 9:00am on 24 November 2026": who made this very correction last; may be empty.
    std::string changed_by(const Of& of) const
    {
        constexpr int entries_read = 60;
        return office_.database.read([&](store::Snapshot& records) -> std::string {
            for (const auto& entry :
                 ledger::about(records, of.about.child.id.text(), entries_read)) {
                if (entry.act.action != of.correction.action) continue;
                for (const auto& user : permission::list_users(records))
                    if (user.id.text() == entry.actor.who)
                        return user.name + " at " + in_words(entry.at);
            }
            return {};
        });
    }

    /// Children who may be meant, each written down as looked at.
    Response look_for(const Request& request, Visitor& visitor, const Of& of) const
    {
        const std::string typed = Sheet{request.form}.text("look_for");
        Choices choices;
        for (auto& found : casefile::who_may_be(
                 office_, people_, matching::understand(typed, office_.clock.today()).question))
            if (found.child.id != of.about.child.id) choices.found.push_back(std::move(found));
        for (const auto& found : choices.found) {
            const auto permit = visitor.desk.look<Right::see_child>(
                "child.compared", found.child.id.text(), "Looking for a child of the same family");
            if (!permit) return web::html(403, {});
        }
        const Refusal refusal{RefusalCode::say_which_child,
                              choices.found.empty() ? "look_for" : "other",
                              choices.found.empty() ? "Nobody like that is known." : ""};
        return form(request, visitor, of, Sheet{request.form, refusal},
                    {.found = std::move(choices.found)});
    }

    Response form(const Request& request, Visitor& visitor, const Of& of, const Sheet& sheet,
                  Extras extras = {}) const
    {
        const auto professionals = office_.database.read(
            [&](store::Snapshot& records) { return directory::professionals(records, now()); });
        const Choices choices{professionals, std::move(extras.found)};
        const std::string record = "/children/" + of.about.child.id.text();
        markup::Html fields;
        for (const auto& [name, value] :
             {std::pair{"of", of.of}, {filled_against, sheet.text(filled_against)}})
            fields << "<input type=\"hidden\" name=\"" << std::string{name} << "\" value=\""
                   << value << "\">";
        fields << of.correction.fields({of.about, of.of, office_.pack, choices}, sheet)
               << sheet.textarea("Why is this changed, and who said so?", "why",
                                 "Kept for good, beside what was changed")
               << markup::button({.text = "Save"});
        const casefile::Leave leave{.to_correct = true,
                                    .to_see_looks = visitor.desk.may(Right::see_looks),
                                    .to_decide_links = visitor.desk.may(Right::decide_links)};
        markup::Html main = sheet.problems();
        main << casefile::head(of.about, office_.pack, leave, of.correction.path)
             << markup::heading(2, of.correction.title, "govuk-heading-m") << extras.before
             << "<div class=\"govuk-grid-row\"><div class=\"govuk-grid-column-two-thirds\">"
             << forms::form({.action = markup::Url{path_of(of.correction, of.about.child.id, {})},
                             .csrf = visitor.csrf,
                             .content = fields,
                             .draft = draft_name(of.correction, of.about.child.id, of.of)})
             << "</div></div>";
        const std::string part = of.correction.part;
        return office_.page(
            request, &visitor,
            {.title = of.correction.title,
             .main = main,
             .status = sheet.status(),
             .before_main = markup::back_link(
                 {.text = "The child's record",
                  .href = markup::Url{record + (part.empty() ? "" : "/" + part)}})});
    }

    const office::Office& office_;
    family::People& people_;
    casefile::ChildVisit visit_;
};

} // namespace

std::vector<const Correction*> every_correction()
{
    std::vector<const Correction*> all;
    for (const auto some : {fact_corrections(), address_corrections(), relative_corrections(),
                            household_corrections(), plan_corrections()})
        for (const Correction& one : some) all.push_back(&one);
    return all;
}

DraftPlace draft_of_post(const web::Request& request)
{
    if (request.path == "/children/new") return {casefile::new_child_draft, request.path};
    const auto id =
        request.path_parameters.has("id") ? request.id_parameter<ChildId>("id") : std::nullopt;
    if (!id) return {};
    const std::string of{request.form.text("of")};
    for (const Correction* one : every_correction())
        if (request.path == path_of(*one, *id, {}))
            return {draft_name(*one, *id, of), path_of(*one, *id, of)};
    return {};
}

void routes(web::Router& router, const permission::Guard& guard, const office::Office& office,
            family::People& people)
{
    const auto pages = std::make_shared<Pages>(office, people);
    for (const Correction* correction : every_correction()) {
        const std::string pattern = std::string{"/children/{id}/"} + correction->path;
        router.add(Method::get, pattern, "A form that puts a child's record right.",
                   guard.signed_in<Right::correct_record>(
                       [pages, correction](const Request& request, Visitor& visitor) {
                           return pages->see(request, visitor, *correction);
                       }));
        router.add(Method::post, pattern, "Puts a child's record right.",
                   guard.command<Right::correct_record>(
                       [pages, correction](const Request& request, Visitor& visitor) {
                           return pages->change(request, visitor, *correction);
                       }));
    }
}

} // namespace heed::correction
