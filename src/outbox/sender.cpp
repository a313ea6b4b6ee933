#include "outbox/sender.hpp"

#include "core/log.hpp"

#include <algorithm>

namespace heed::outbox {

using std::chrono::minutes;

std::chrono::minutes wait_after(int tries)
{
    const int doublings = std::clamp(tries - 1, 0, 7);
    return std::min(minutes{1 << doublings}, minutes{120});
}

Sender::Sender(store::Database& database, ledger::Pen pen, Deliver deliver, SenderOptions options)
    : database_{database}, pen_{pen}, deliver_{std::move(deliver)}, options_{std::move(options)}
{
}

void Sender::start()
{
    if (thread_.joinable()) return;
    thread_ = std::jthread{[this](const std::stop_token& stopping) { run(stopping); }};
}

void Sender::stop()
{
    if (!thread_.joinable()) return;
    thread_.request_stop();
    thread_.join();
}

void Sender::wake()
{
    {
        const std::lock_guard lock{guard_};
        look_now_ = true;
    }
    woken_.notify_one();
}

void Sender::run(const std::stop_token& stopping)
{
    while (!stopping.stop_requested()) {
        try {
            send_due();
        } catch (const std::exception& failure) {
            // The store may be away for a while; what waits goes on waiting there.
            log::failure("outbox_failed", failure);
        }
        std::unique_lock lock{guard_};
        woken_.wait_for(lock, stopping, options_.look_every, [this] { return look_now_; });
        look_now_ = false;
    }
}

int Sender::send_due()
{
    const auto due = take_due();
    for (const Due& one : due) send(one);
    return static_cast<int>(due.size());
}

void Sender::send(const Due& due)
{
    if (pen_.clock.now() - due.at > options_.too_old)
        return note(due, {Delivery::Result::never, "it waited too long to be sent"});
    note(due, deliver_({.id = due.id,
                        .at = due.at,
                        .to = due.to_email,
                        .subject = options_.subject,
                        .text = due.says + "\r\n\r\n" + options_.base_url + due.link +
                                "\r\n\r\nYou will be asked to sign in. Reference: " +
                                due.id.text() + "\r\n"}));
}

} // namespace heed::outbox
