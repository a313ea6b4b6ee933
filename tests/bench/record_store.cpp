#include "record_store.hpp"

#include "store/migrate.hpp"

#include <cstdlib>
#include <filesystem>
#include <unistd.h>

namespace heed::bench {

namespace {

std::string server_url()
{
    const char* url = std::getenv("HEED_TEST_POSTGRES");
    if (url == nullptr) throw Fault{"HEED_TEST_POSTGRES names no server; use ./dev bench"};
    return url;
}

void on_server(const std::string& sql) { store::connect_postgres(server_url())->script(sql); }

std::string fresh_name()
{
    static int made = 0;
    return "heed_bench_" + std::to_string(::getpid()) + "_" + std::to_string(++made);
}

} // namespace

Place::Place(Engine engine) : engine_{engine}, name_{fresh_name()}
{
    if (engine_ == Engine::sqlite) {
        url_ = "/var/tmp/" + name_ + ".db"; // /tmp may be memory, where an fsync costs nothing
        return;
    }
    on_server("CREATE SCHEMA " + name_);
    const std::string base = server_url();
    url_ = base + (base.contains('?') ? "&" : "?") + "options=-csearch_path%3D" + name_;
}

Place::~Place()
{
    if (engine_ == Engine::postgres) {
        on_server("DROP SCHEMA " + name_ + " CASCADE");
        return;
    }
    for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(url_ + suffix);
}

std::unique_ptr<app::OpenRecord> found_record(const Place& place)
{
    const app::Call call{.database = place.url()};
    const SystemClock clock;
    SystemRandomness randomness;
    {
        const auto database = app::open_database(call);
        store::migrate(*database, store::migrations(), clock.now()).value();
        database->write([&](store::Transaction& records) {
            const office::Authority authority{.name = "Northmere Council",
                                              .pack_id = "eng-wt2006-medway",
                                              .duty_telephone = "01632 960100"};
            office::found(records, authority, clock.now()).value();
            ledger::append(records, {clock, randomness}, {"console", "console"},
                           {.action = "record.founded"});
        });
    }
    return app::open_record(call).value();
}

std::size_t bytes_of_an_enquiry(app::OpenRecord& record)
{
    return record.database->read([](store::Snapshot& records) {
        const auto row = records.row(R"sql(
            SELECT SUM(2 * length(c.body) + length(c.salt) + length(e.at) + length(e.who)
                       + length(e.role) + length(e.action) + length(e.subject)
                       + length(e.content_hash) + length(e.previous) + length(e.hash)) AS bytes,
                   COUNT(e.seq) AS entries
              FROM ledger_entry e JOIN ledger_content c ON c.seq = e.seq
             WHERE e.action = 'enquiry.answered')sql");
        return static_cast<std::size_t>(row->integer("bytes") / row->integer("entries"));
    });
}

Timings bare_commits(Engine engine, std::size_t bytes, std::chrono::milliseconds time_max)
{
    const Place place{engine};
    const auto connection =
        engine == Engine::sqlite
            ? store::connect_sqlite({.path = place.url(), .key_hex = app::key_from_environment()})
            : store::connect_postgres(place.url());
    connection->script("CREATE TABLE bare (row TEXT NOT NULL)");
    const std::string sql = "INSERT INTO bare (row) VALUES ($1)";
    const store::Value row = std::string(bytes, 'x');
    Timings timings;
    const Duration began = now(), until = began + time_max, processor = processor_now();
    while (now() < until) {
        const Duration since = now();
        connection->begin_writing();
        connection->each(sql, {&row, 1}, [](const store::Row&) {});
        connection->commit();
        timings.add(now() - since);
    }
    timings.took(now() - began, processor_now() - processor);
    return timings;
}

} // namespace heed::bench
