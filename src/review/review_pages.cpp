#include "review/review_pages.hpp"

#include "family/summary_store.hpp"
#include "markup/components_page.hpp"
#include "permission/users.hpp"
#include "review/child_links_page.hpp"
#include "review/deciding_store.hpp"
#include "review/pair_page.hpp"
#include "review/record_store.hpp"

namespace heed::review {

namespace {

using child::ChildId;
using links::Pair;
using links::PossibleId;
using office::Sheet;
using permission::Right;
using permission::Visitor;
using web::Method;
using web::Request;
using web::Response;

constexpr int queue_shown = 100;
constexpr std::size_t alike_shown = 5;

class Pages {
public:
    Pages(const office::Office& office, family::People& people) : office_{office}, people_{people}
    {
    }

    Response queue(const Request& request, Visitor& visitor)
    {
        if (!visitor.desk.look<Right::decide_links>("review.queue_seen", "", ""))
            return web::html(403, {});
        std::vector<QueueLine> lines;
        const auto count = office_.database.read([&](store::Snapshot& records) {
            for (auto& pair : links::waiting(records, office_.clock.now(), queue_shown)) {
                auto one = read_record(records, pair.pair.one, now(), office_.pack);
                auto other = read_record(records, pair.pair.other, now(), office_.pack);
                if (one && other)
                    lines.push_back(
                        {std::move(pair), std::move(one->title), std::move(other->title)});
            }
            return links::waiting_count(records, office_.clock.now());
        });
        return show(request, visitor,
                    {.title = "Recorded twice?", .main = queue_page(lines, count)});
    }

    Response see_pair(const Request& request, Visitor& visitor)
    {
        return pair_with(request, visitor, Sheet{});
    }

    Response same(const Request& request, Visitor& visitor)
    {
        return decided(request, visitor, [&](const Command& command, const Pair& pair) {
            return decide_same(command, pair, Sheet{request.form}.text("reason"));
        });
    }
    Response not_same(const Request& request, Visitor& visitor)
    {
        return decided(request, visitor, [&](const Command& command, const Pair& pair) {
            return decide_not_same(command, pair, Sheet{request.form}.text("reason_not"));
        });
    }
    Response later(const Request& request, Visitor& visitor)
    {
        const auto id = request.id_parameter<PossibleId>("pair");
        if (!id || !look_later(command_of(visitor), *id)) return web::html(404, {});
        return web::see_other("/review");
    }

    Response see_child(const Request& request, Visitor& visitor)
    {
        return child_with(request, visitor, Sheet{});
    }

    Response suggest_same(const Request& request, Visitor& visitor)
    {
        const Sheet sheet{request.form};
        const auto pair =
            links::two_records(std::string{request.parameter("id")}, sheet.text("other"));
        const auto done = pair ? suggest(command_of(visitor), *pair, sheet.text("note"))
                               : Outcome<void>{std::unexpected{pair.error()}};
        if (!done) return child_with(request, visitor, Sheet{request.form, done.error()});
        return web::see_other(request.path);
    }

    Response undo_decision(const Request& request, Visitor& visitor)
    {
        const Sheet sheet{request.form};
        const auto id = links::DecisionId::from(sheet.text("decision"));
        if (!id) return web::html(404, {});
        const auto done = undo(command_of(visitor), *id, sheet.text("reason"));
        if (!done) return child_with(request, visitor, Sheet{request.form, done.error()});
        return web::see_other("/children/" + std::string{request.parameter("id")} + "/same-child");
    }

private:
    office::AsOf now() const { return {.on = office_.clock.today()}; }
    Command command_of(Visitor& visitor) const { return {office_, visitor.desk}; }

    template <class Decide>
    Response decided(const Request& request, Visitor& visitor, Decide decide)
    {
        const auto pair = pair_asked(request);
        if (!pair) return web::html(404, {});
        const auto done = decide(command_of(visitor), pair->pair);
        if (!done) return pair_with(request, visitor, Sheet{request.form, done.error()});
        return web::see_other("/review");
    }

    std::optional<links::Waiting> pair_asked(const Request& request) const
    {
        const auto id = request.id_parameter<PossibleId>("pair");
        if (!id) return std::nullopt;
        return office_.database.read(
            [&](store::Snapshot& records) { return links::find(records, *id); });
    }

    Response pair_with(const Request& request, Visitor& visitor, const Sheet& sheet)
    {
        auto pair = pair_asked(request);
        if (!pair) return web::html(404, {});
        for (const RecordId& record : {pair->pair.one, pair->pair.other})
            if (!visitor.desk.look<Right::decide_links>("child.compared", record, ""))
                return web::html(403, {});
        auto page = office_.database.read([&](store::Snapshot& records) {
            people_.catch_up(records);
            return read_pair(records, *std::move(pair), visitor.person.user.text());
        });
        if (!page) return web::html(404, {});
        page->agreement = agreement(people_.finder(), page->one.person, page->other.person);
        page->rows = compare(page->one, page->other, page->agreement);
        page->csrf = visitor.csrf;
        page->sheet = sheet;
        return show(request, visitor,
                    {.title = "Two records side by side",
                     .main = pair_page(*page),
                     .status = sheet.status(),
                     .before_main = markup::back_link(
                         {.text = "Recorded twice?", .href = markup::Url{"/review"}})});
    }

    std::optional<PairPage> read_pair(store::Records& records, links::Waiting pair,
                                      const std::string& reader) const
    {
        auto one = read_record(records, pair.pair.one, now(), office_.pack);
        auto other = read_record(records, pair.pair.other, now(), office_.pack);
        if (!one || !other) return std::nullopt;
        PairPage page{.pair = std::move(pair), .one = *std::move(one), .other = *std::move(other)};
        const Pair& both = page.pair.pair;
        page.both_have_plans =
            has_plan(records, both.one, now()) && has_plan(records, both.other, now());
        const auto standing = links::standing_of(records, both);
        page.joined = standing.are_joined(both);
        page.kept_apart = standing.kept_apart_by(both) != nullptr;
        if (const auto* asked = standing.waiting(both)) {
            page.asked_by = name_of(records, asked->by);
            page.asked_why = asked->reason;
            page.asked_by_reader = asked->by == reader;
        }
        return page;
    }

    static std::string name_of(store::Records& records, const std::string& user)
    {
        const auto id = permission::UserId::from(user);
        const auto found = id ? permission::find_user(records, *id) : refuse(RefusalCode::needed);
        return found ? found->name : user;
    }

    Response child_with(const Request& request, Visitor& visitor, const Sheet& sheet)
    {
        const auto id = request.id_parameter<ChildId>("id");
        if (!id) return web::html(404, {});
        const auto permit = visitor.desk.look<Right::see_child>(
            "child.same_seen", id->text(), "Looking whether this child is recorded twice");
        if (!permit) return web::html(403, {});
        const bool may_see = visitor.desk.may(Right::see_shielded);
        ChildLinksPage page{.id = id->text(),
                            .may_decide = visitor.desk.may(Right::decide_links),
                            .may_see_shielded = may_see,
                            .csrf = visitor.csrf,
                            .sheet = sheet};
        const bool known = office_.database.read([&](store::Snapshot& records) {
            people_.catch_up(records);
            if (!shield::may_open(shield::on(records, id->text(), now().on), may_see)) return false;
            return read_child(records, *id, page);
        });
        if (!known) return web::html(404, {});
        for (const Alike& one : page.alike)
            if (!visitor.desk.look<Right::see_child>("child.compared", one.child.id.text(),
                                                     "Looking whether a child is recorded twice"))
                return web::html(403, {});
        return show(
            request, visitor,
            {.title = "Is a child recorded twice?",
             .main = child_links_page(page),
             .status = sheet.status(),
             .before_main = markup::back_link(
                 {.text = "The child's record", .href = markup::Url{"/children/" + id->text()}})});
    }

    bool read_child(store::Records& records, const ChildId& id, ChildLinksPage& page) const
    {
        const auto sees =
            page.may_see_shielded ? family::Sees::what_is_shielded : family::Sees::what_is_open;
        const auto own = family::summary(records, id, now(), sees);
        if (!own) return false;
        page.name = own->name;
        const auto same = links::same_child(records, id);
        for (const ChildId& other : same)
            if (other != id)
                if (auto line = family::summary(records, other, now(), sees))
                    page.also.push_back(*std::move(line));
        const std::array ids{page.id};
        const auto standing = links::standing_of(records, ids);
        for (const auto& decision : standing.decisions()) {
            const bool about_it = decision.pair.one == page.id || decision.pair.other == page.id;
            const bool joins_it =
                standing.are_joined({decision.pair.one, page.id}) && page.also.size() > 0;
            if (!about_it && !joins_it) continue;
            const RecordId& other =
                decision.pair.one == page.id ? decision.pair.other : decision.pair.one;
            const auto record = read_record(records, other, now(), office_.pack);
            page.decisions.push_back({decision, record ? record->title : other,
                                      name_of(records, decision.by), standing.stands(decision.id)});
        }
        page.waiting = links::waiting_about(records, page.id);
        read_alike(records, id, same, page);
        return true;
    }

    void read_alike(store::Records& records, const ChildId& id, const std::vector<ChildId>& same,
                    ChildLinksPage& page) const
    {
        auto person = family::described(records, id);
        if (!person) return;
        // Who lives at the same place would say where a shielded child lives.
        std::vector<matching::Person> asked_for{*std::move(person)};
        if (!page.may_see_shielded) family::hide_shielded(records, asked_for);
        // All who are like it, however far behind the record itself.
        const auto found =
            people_.finder().search(question_about(asked_for.front()), alike_shown + same.size(),
                                    matching::Reach::everyone);
        for (const auto& candidate : found.candidates) {
            const auto other = ChildId::from(candidate.id);
            if (!other || std::ranges::find(same, *other) != same.end() || candidate.bits <= 0)
                continue;
            if (auto line = family::summary(records, *other, now()))
                page.alike.push_back({*std::move(line), why(candidate)});
            if (page.alike.size() == alike_shown) return;
        }
    }

    Response show(const Request& request, Visitor& visitor, permission::PageContent content) const
    {
        content.active_navigation = "/review";
        return office_.page(request, &visitor, std::move(content));
    }

    const office::Office& office_;
    family::People& people_;
};

} // namespace

void routes(web::Router& router, const permission::Guard& guard, const office::Office& office,
            family::People& people)
{
    const auto pages = std::make_shared<Pages>(office, people);
    const auto to = [&](Response (Pages::*handler)(const Request&, Visitor&)) {
        return [pages, handler](const Request& request, Visitor& visitor) {
            return ((*pages).*handler)(request, visitor);
        };
    };
    const auto decider = [&](Response (Pages::*handler)(const Request&, Visitor&)) {
        return guard.command<Right::decide_links>(to(handler));
    };
    router.add(Method::get, "/review", "Pairs of records that may be of one child.",
               guard.signed_in<Right::decide_links>(to(&Pages::queue)));
    router.add(Method::get, "/review/{pair}", "Two records side by side.",
               guard.signed_in<Right::decide_links>(to(&Pages::see_pair)));
    router.add(Method::post, "/review/{pair}/same", "Joins two records as one child.",
               decider(&Pages::same));
    router.add(Method::post, "/review/{pair}/not-same", "Finds two records to be two children.",
               decider(&Pages::not_same));
    router.add(Method::post, "/review/{pair}/later", "Puts a pair off for a week.",
               decider(&Pages::later));
    router.add(Method::get, "/children/{id}/same-child", "The records of one child.",
               guard.signed_in<Right::see_child>(to(&Pages::see_child)));
    router.add(Method::post, "/children/{id}/same-child", "Says that a child may be another.",
               guard.command<Right::see_child>(to(&Pages::suggest_same)));
    router.add(Method::post, "/children/{id}/same-child/undo", "Undoes a decision.",
               decider(&Pages::undo_decision));
    shield_routes(router, guard, office);
}

} // namespace heed::review
