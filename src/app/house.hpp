#pragma once

#include "app/call.hpp"
#include "web/router.hpp"

#include <memory>

namespace heed::app {

/// Everything that answers, built once: every room that has routes, and what they share. Reads
/// every child into the index of people first.
class House {
public:
    /// The record outlives it. `mails`: notices are mailed too.
    explicit House(OpenRecord& record, bool mails = false);
    House(const House&) = delete;
    House& operator=(const House&) = delete;
    ~House();

    const web::Router& router() const;
    /// Questions that found nobody, for whoever was written down or changed since the last time, by
    /// any process. Gives how many came alive. From one thread at a time.
    int ask_open_questions_again();

    /// Who is findable: for saving them.
    const family::People& people() const;

private:
    class Rooms;
    std::unique_ptr<Rooms> rooms_;
};

} // namespace heed::app
