#pragma once

#include "ledger/ledger.hpp"
#include "outbox/outbox.hpp"
#include "store/database.hpp"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace heed::outbox {

/// One e-mail, ready to go. `id` becomes its Message-ID, the same at every try.
struct Mail {
    NoticeId id;
    Moment at;
    std::string to, subject, text;
};

/// How one try went. `trouble` is a text of the program or of libcurl, never of a person.
struct Delivery {
    enum class Result { sent, try_later, never } result = Result::sent;
    std::string trouble = {};
};

/// Takes a mail to the outside world. Must not throw for what the world does.
using Deliver = std::function<Delivery(const Mail&)>;

/// How long to wait after so many failed tries: 1, 2, 4 … minutes, at most 2 hours.
std::chrono::minutes wait_after(int tries);

struct SenderOptions {
    std::string base_url; ///< what links begin with: `https://heed.example.gov.uk`
    std::string subject = "Something waits for you in Heed";
    int tries_max = 20;                          ///< after these it is a dead letter: about a day
    std::chrono::hours too_old{72};              ///< not sent any more, but a dead letter
    std::chrono::milliseconds look_every{5'000}; ///< for notices that are due
};

/// Sends what waits. Several may run on one PostgreSQL record: each takes a notice for five
/// minutes, so that it is sent again if its sender dies, and not before.
class Sender {
public:
    Sender(store::Database& database, ledger::Pen pen, Deliver deliver, SenderOptions options);
    ~Sender() { stop(); }

    /// On a thread of its own, until stop(). Both may be called again.
    void start();
    void stop();
    /// Something was put down: look now.
    void wake();

    /// Sends what is due, once, on this thread. Gives how many were tried.
    int send_due();

private:
    struct Due {
        NoticeId id;
        Moment at;
        std::string to_email, says, link;
        int tries = 0;
    };
    std::vector<Due> take_due();
    void send(const Due& due);
    void note(const Due& due, const Delivery& delivery);
    void run(const std::stop_token& stopping);

    store::Database& database_;
    ledger::Pen pen_;
    Deliver deliver_;
    SenderOptions options_;
    std::mutex guard_;
    std::condition_variable_any woken_;
    bool look_now_ = false;
    std::jthread thread_;
};

} // namespace heed::outbox
