#include "outbox/sender.hpp"

namespace heed::outbox {

namespace {

constexpr std::chrono::minutes taken_for{5};
const ledger::Actor house{"system", "system"};

} // namespace

std::vector<Sender::Due> Sender::take_due()
{
    const auto is_due = [&](store::Records& records) {
        return records.rows(R"sql(
            SELECT id, at, to_email, says, link, tries, next_try_at
              FROM outbox_notice
             WHERE sending = 'waiting' AND next_try_at <= $1
             ORDER BY next_try_at, id
             LIMIT 20)sql",
                            pen_.clock.now());
    };
    // Mostly there is nothing, and then nothing is written.
    if (database_.read(is_due).empty()) return {};
    return database_.write([&](store::Transaction& records) {
        std::vector<Due> taken;
        for (const auto& row : is_due(records)) {
            const auto mine =
                records.row(R"sql(
                UPDATE outbox_notice SET tries = tries + 1, next_try_at = $3
                 WHERE id = $1 AND next_try_at = $2 AND sending = 'waiting'
                RETURNING tries)sql",
                            row.text("id"), row.text("next_try_at"), pen_.clock.now() + taken_for);
            if (mine)
                taken.push_back({row.id<NoticeId>("id"), row.moment("at"), row.text("to_email"),
                                 row.text("says"), row.text("link"),
                                 static_cast<int>(mine->integer("tries"))});
        }
        return taken;
    });
}

void Sender::note(const Due& due, const Delivery& delivery)
{
    const bool sent = delivery.result == Delivery::Result::sent;
    const bool given_up =
        delivery.result == Delivery::Result::never || (!sent && due.tries >= options_.tries_max);
    database_.write([&](store::Transaction& records) {
        records.execute(R"sql(
            UPDATE outbox_notice SET sending = $2, trouble = $3, next_try_at = $4
             WHERE id = $1 AND sending = 'waiting')sql",
                        due.id,
                        sent       ? "sent"
                        : given_up ? "given_up"
                                   : "waiting",
                        delivery.trouble, pen_.clock.now() + wait_after(due.tries));
        if (sent || given_up)
            ledger::append(
                records, pen_, house,
                {.action = sent ? "notice.sent" : "notice.given_up", .subject = due.id.text()});
    });
}

} // namespace heed::outbox
