#include "outbox/inbox_pages.hpp"

#include "forms/form.hpp"
#include "markup/components_page.hpp"
#include "markup/components_text.hpp"
#include "outbox/outbox.hpp"
#include "pieces/data_table.hpp"
#include "pieces/record.hpp"

namespace heed::outbox {

namespace {

using markup::Html;
using markup::Words;
using permission::Right;
using permission::Visitor;

constexpr int shown_max = 100;

Html button_form(const std::string& action, const char* text, const std::string& csrf)
{
    return forms::form(
        {.action = action,
         .csrf = csrf,
         .content = markup::button(
             {.text = text, .classes = "govuk-button--secondary govuk-!-margin-bottom-0"})});
}

Words read_or_not(const Waiting& notice, const std::string& csrf)
{
    if (notice.read) return "Read";
    return button_form("/inbox/" + notice.id.text() + "/read", "Mark as read", csrf);
}

web::Response inbox_page(const InboxParts& parts, const web::Request& request,
                         const Visitor& visitor)
{
    const auto waiting = parts.database.read(
        [&](store::Snapshot& records) { return inbox(records, visitor.person, shown_max); });
    std::vector<std::vector<Words>> rows;
    rows.reserve(waiting.size());
    for (const Waiting& notice : waiting)
        rows.push_back({Words{markup::link(notice.says, notice.link)}, in_words(notice.at),
                        read_or_not(notice, visitor.csrf)});
    Html main = markup::heading(1, "Notices", "govuk-heading-l");
    main << pieces::data_table(
        {.caption = "Notices",
         .columns = {{.title = "Notice"}, {.title = "When"}, {.title = "Read"}},
         .rows = std::move(rows),
         .caption_hidden = true,
         .when_empty = pieces::empty_state("You have no notices",
                                           "When something waits for you, it is said here.")});
    if (waiting.size() == shown_max)
        main << markup::paragraph("These are the newest " + std::to_string(shown_max) + ".");
    if (visitor.desk.may(Right::manage_users))
        main << markup::paragraph(
            markup::link("Notices that could not be sent", "/inbox/undelivered"));
    return parts.page(request, &visitor,
                      {.title = "Notices", .active_navigation = "/inbox", .main = main});
}

web::Response mark_as_read(const InboxParts& parts, const web::Request& request,
                           const Visitor& visitor)
{
    const auto id = request.id_parameter<NoticeId>("notice");
    if (!id) return {.status = 404};
    const auto marked = parts.database.write([&](store::Transaction& records) {
        return mark_read(records, parts.pen, visitor.person, *id);
    });
    if (!marked) return {.status = 404};
    return web::see_other("/inbox");
}

web::Response undelivered_page(const InboxParts& parts, const web::Request& request,
                               const Visitor& visitor)
{
    const auto dead = parts.database.read(
        [&](store::Snapshot& records) { return dead_letters(records, shown_max); });
    std::vector<std::vector<Words>> rows;
    rows.reserve(dead.size());
    for (const DeadLetter& letter : dead)
        rows.push_back({letter.kind, in_words(letter.at), std::to_string(letter.tries),
                        letter.trouble,
                        Words{button_form("/inbox/undelivered/" + letter.id.text(), "Try again",
                                          visitor.csrf)}});
    Html main = markup::heading(1, "Notices that could not be sent", "govuk-heading-l");
    main << markup::paragraph("They are in their readers' inboxes all the same. Check the mail "
                              "server, or the reader's address, before trying again.");
    main << pieces::data_table(
        {.caption = "Notices that could not be sent",
         .columns = {{.title = "Kind"},
                     {.title = "Put down"},
                     {.title = "Tries", .numeric = true},
                     {.title = "What went wrong"},
                     {.title = "Try again"}},
         .rows = std::move(rows),
         .caption_hidden = true,
         .when_empty = pieces::empty_state("There are none", "Every notice with an address was "
                                                             "sent, or is waiting to be.")});
    return parts.page(request, &visitor,
                      {.title = "Notices that could not be sent",
                       .active_navigation = "/inbox",
                       .main = main,
                       .before_main = markup::back_link({.text = "Notices", .href = "/inbox"})});
}

web::Response send_again(const InboxParts& parts, const web::Request& request, Visitor& visitor)
{
    const auto id = request.id_parameter<NoticeId>("notice");
    if (!id) return {.status = 404};
    const auto done = visitor.desk.carry_out([&](store::Transaction& records) -> Outcome<void> {
        const auto permit = TRY(visitor.desk.act<Right::manage_users>(records));
        TRY_VOID(try_again(records, *id, parts.pen.clock.now()));
        ledger::append(records, parts.pen, permit.actor(),
                       {.action = "notice.tried_again", .subject = id->text()});
        return {};
    });
    if (!done) return {.status = 404};
    return web::see_other("/inbox/undelivered");
}

} // namespace

void routes(web::Router& router, const permission::Guard& guard, const InboxParts& parts)
{
    using web::Method;
    const auto with_parts = [&](auto handler) {
        return [parts, handler](const web::Request& request, Visitor& visitor) {
            return handler(parts, request, visitor);
        };
    };
    router.add(Method::get, "/inbox", "Lists one's own notices.",
               guard.signed_in<Right::own_account>(with_parts(inbox_page)));
    router.add(Method::post, "/inbox/{notice}/read", "Marks a notice as read.",
               guard.signed_in<Right::own_account>(with_parts(mark_as_read),
                                                   web::Again{"What was read is read."}));
    router.add(Method::get, "/inbox/undelivered", "Lists what could not be sent.",
               guard.signed_in<Right::manage_users>(with_parts(undelivered_page)));
    router.add(Method::post, "/inbox/undelivered/{notice}", "Tries to send a notice again.",
               guard.command<Right::manage_users>(with_parts(send_again)));
}

} // namespace heed::outbox
