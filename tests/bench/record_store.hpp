#pragma once

#include "app/call.hpp"
#include "load.hpp"

namespace heed::bench {

enum class Engine { sqlite, postgres };

/// An empty database, gone afterwards: a file where a real disk is, or a schema on the server of
/// HEED_TEST_POSTGRES.
class Place {
public:
    explicit Place(Engine engine);
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    ~Place();

    const std::string& url() const { return url_; }

private:
    Engine engine_;
    std::string name_, url_;
};

/// Makes it the record of an invented authority.
std::unique_ptr<app::OpenRecord> found_record(const Place& place);

/// How many bytes an answered enquiry wrote, on average: its entry in the ledger, whose content
/// holds the row's image, and the row again.
std::size_t bytes_of_an_enquiry(app::OpenRecord& record);

/// What can be had at the most without sharing commits: one thread that only inserts a row of so
/// many bytes and commits, on a connection with the record's own settings.
Timings bare_commits(Engine engine, std::size_t bytes, std::chrono::milliseconds time_max);

} // namespace heed::bench
