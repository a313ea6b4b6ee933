#include "outbox/outbox.hpp"

#include "permission/users.hpp"
#include "web/response.hpp"

#include <algorithm>

namespace heed::outbox {

namespace {

void check(const Notice& notice)
{
    ensure(notice.to_user || !notice.to_professional.empty() || !notice.to_email.empty(),
           "a notice is for nobody");
    ensure(notice.subject.empty() || is_uuid(notice.subject), "a notice's subject is not an id");
    ensure(web::is_local_path(notice.link), "a notice's link leads elsewhere");
    ensure(std::ranges::all_of(
               notice.kind, [](char c) { return (c >= 'a' && c <= 'z') || c == '.' || c == '_'; }),
           "a notice's kind is not a code");
}

std::optional<std::string> unless_empty(const std::string& text)
{
    if (text.empty()) return std::nullopt;
    return text;
}

// Both lists of a reader's: as a user, and as a professional of the directory.
const std::string mine = R"sql(
    (to_user = $1 OR (to_professional = $2 AND to_professional <> '')))sql";

} // namespace

NoticeId put(store::Transaction& records, const ledger::Pen& pen, const Notice& notice)
{
    check(notice);
    std::string email = notice.to_email;
    if (email.empty() && notice.to_user) email = permission::email_of(records, *notice.to_user);
    const auto id = NoticeId::make(pen.clock, pen.randomness);
    records.execute(R"sql(
        INSERT INTO outbox_notice
               (id, at, to_user, to_professional, to_email, says, kind, subject, link,
                sending, tries, next_try_at, trouble)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, $2, ''))sql",
                    id, pen.clock.now(), notice.to_user, unless_empty(notice.to_professional),
                    unless_empty(email), notice.says.text(), notice.kind, notice.subject,
                    notice.link, email.empty() ? "none" : "waiting");
    return id;
}

std::vector<Waiting> inbox(store::Records& records, const permission::SignedIn& reader, int limit)
{
    std::vector<Waiting> found;
    for (const auto& row :
         records.rows("SELECT id, at, says, kind, subject, link, read_at FROM outbox_notice WHERE" +
                          mine + " ORDER BY at DESC, id DESC LIMIT $3",
                      reader.user, reader.professional, limit))
        found.push_back({row.id<NoticeId>("id"), row.moment("at"), row.text("says"),
                         row.text("kind"), row.text("subject"), row.text("link"),
                         !row.is_null("read_at")});
    return found;
}

int unread_count(store::Records& records, const permission::SignedIn& reader)
{
    const auto row =
        records.row("SELECT count(*) AS unread FROM outbox_notice WHERE read_at IS NULL AND" + mine,
                    reader.user, reader.professional);
    return static_cast<int>(row->integer("unread"));
}

Outcome<void> mark_read(store::Transaction& records, const ledger::Pen& pen,
                        const permission::SignedIn& reader, const NoticeId& notice)
{
    const auto row = records.row("UPDATE outbox_notice SET read_at = coalesce(read_at, $4) WHERE" +
                                     mine + " AND id = $3 RETURNING id",
                                 reader.user, reader.professional, notice, pen.clock.now());
    if (!row) return refuse(RefusalCode::not_found);
    ledger::append(records, pen, reader.actor(),
                   {.action = "notice.read", .subject = notice.text()});
    return {};
}

std::vector<DeadLetter> dead_letters(store::Records& records, int limit)
{
    std::vector<DeadLetter> found;
    for (const auto& row : records.rows(R"sql(
             SELECT id, at, kind, trouble, tries
               FROM outbox_notice
              WHERE sending = 'given_up'
              ORDER BY at DESC, id DESC
              LIMIT $1)sql",
                                        limit))
        found.push_back({row.id<NoticeId>("id"), row.moment("at"), row.text("kind"),
                         row.text("trouble"), static_cast<int>(row.integer("tries"))});
    return found;
}

Outcome<void> try_again(store::Transaction& records, const NoticeId& notice, Moment now)
{
    const auto row = records.row(R"sql(
        UPDATE outbox_notice SET sending = 'waiting', tries = 0, next_try_at = $2
         WHERE id = $1 AND sending = 'given_up'
        RETURNING id)sql",
                                 notice, now);
    if (!row) return refuse(RefusalCode::not_found);
    return {};
}

} // namespace heed::outbox
