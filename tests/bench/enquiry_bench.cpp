#include "questions.hpp"
#include "record_store.hpp"

#include "app/house.hpp"
#include "core/digest.hpp"
#include "enquiry/enquiry_store.hpp"
#include "http/server.hpp"
#include "interop/json_reader.hpp"
#include "ledger/verify.hpp"
#include "permission/guard.hpp"
#include "store/connection.hpp"
#include "store/migrate.hpp"

#include <cstdio>
#include <map>
#include <thread>

// Enquiries a second over HTTP, each durable with its entry in the ledger before it is answered,
// beside the same server with an empty page and beside a bare loop of commits.
namespace heed::bench {

namespace {

using std::chrono::milliseconds;

constexpr TownSize town_size{.children = 20'000, .on_plan = 2'000};
constexpr std::size_t requests_max = 20'000;
constexpr milliseconds time_max{4'000};
constexpr std::array<std::size_t, 4> connections{1, 8, 32, 64};

/// A server that runs while it stands.
class Serving {
public:
    Serving(const web::Router& router, app::OpenRecord& record)
        : server_{router, {.port = 0, .workers = 64}, record.clock, record.randomness},
          thread_{[this] { server_.run(); }}
    {
    }
    Serving(const Serving&) = delete;
    Serving& operator=(const Serving&) = delete;
    ~Serving()
    {
        server_.stop();
        thread_.join();
    }
    std::uint16_t port() const { return server_.port(); }

private:
    http::Server server_;
    std::thread thread_;
};

/// One page with nothing on it.
class EmptyPage {
public:
    explicit EmptyPage(app::OpenRecord& record) : guard_{{*record.database, record.pen(), {}}}
    {
        router_.add(web::Method::get, "/empty", "Nothing.",
                    guard_.open([](const web::Request&) { return web::text(200, ""); }));
    }
    const web::Router& router() const { return router_; }

private:
    permission::Guard guard_;
    web::Router router_;
};

std::string post(const std::string& token, const std::string& body)
{
    return "POST /api/v1/enquiries HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token +
           "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}

/// Every answer that was given, by its receipt; the answers themselves as their digests.
class Receipts {
public:
    void keep(const std::string& body)
    {
        const auto answer = interop::read_json(body).value();
        const auto receipt = answer.text_if("receipt").value();
        ensure(receipt.has_value(), "an enquiry was not answered: the record could not be read");
        given_.emplace(*receipt, sha256_hex(body));
        ++answers_[answer.text("answer").value()];
    }

    /// How many of them the record does not hold as they were given.
    std::size_t lost(app::OpenRecord& record) const
    {
        return record.database->read([&](store::Snapshot& records) {
            std::size_t lost = 0;
            for (const auto& [receipt, digest] : given_) {
                const auto held = enquiry::with_receipt(records, receipt);
                if (!held || sha256_hex(told_json(held->told)) != digest) ++lost;
            }
            return lost;
        });
    }

    std::size_t count() const { return given_.size(); }
    const std::map<std::string, std::size_t>& answers() const { return answers_; }

private:
    std::map<std::string, std::string> given_;
    std::map<std::string, std::size_t> answers_;
};

/// The benchmark on one engine.
class EnquiryBench {
public:
    explicit EnquiryBench(Engine engine) : engine_{engine}, place_{engine} {}

    /// Whether nothing was lost and the ledger verifies.
    bool run()
    {
        settle_town();
        const app::House house{*record_};
        const EmptyPage empty{*record_};
        {
            const Serving serving{house.router(), *record_},
                serving_empty{empty.router(), *record_};
            ask(serving, 8, milliseconds{500}); // every connection to the store is open after this
            bytes_ = bytes_of_an_enquiry(*record_);
            print_heading();
            for (const std::size_t many : connections) compare(serving, serving_empty, many);
        }
        return check();
    }

private:
    void settle_town()
    {
        const Duration began = now();
        record_ = found_record(place_);
        town_ = settle(*record_, town_size);
        // As the server does by itself within a minute of so much being written.
        if (engine_ == Engine::postgres) store::connect_postgres(place_.url())->script("ANALYZE");
        questions_ = questions(town_, requests_max * (connections.size() + 1));
        std::printf("\n%s: %zu children settled in %.1f s\n", name(), town_.children.size(),
                    std::chrono::duration<double>(now() - began).count());
    }

    Timings ask(const Serving& serving, std::size_t many, milliseconds time)
    {
        const std::size_t from = asked_;
        std::vector<std::string> answers; // read when the clock has stopped
        auto timings = bench::run(
            {.port = serving.port(),
             .connections = many,
             .requests_max = requests_max,
             .time_max = time,
             .request =
                 [&](std::size_t number) {
                     ++asked_;
                     return post(town_.token, questions_.at(from + number));
                 },
             .answered = [&](std::size_t, const std::string& body) { answers.push_back(body); }});
        for (const std::string& answer : answers) receipts_.keep(answer);
        return timings;
    }

    void compare(const Serving& serving, const Serving& serving_empty, std::size_t many)
    {
        const auto bare = bare_commits(Engine::sqlite, bytes_, time_max / 2);
        const auto own =
            engine_ == Engine::sqlite ? bare : bare_commits(Engine::postgres, bytes_, time_max / 2);
        const auto empty =
            bench::run({.port = serving_empty.port(),
                        .connections = many,
                        .requests_max = 10 * requests_max,
                        .time_max = time_max / 2,
                        .request = [](std::size_t) {
                            return std::string{"GET /empty HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"};
                        }});
        const auto enquiries = ask(serving, many, time_max);
        std::printf("%11zu %11.0f %8.2f %8.2f %8.2f %8.3f %11.0f %13.0f %13.0f %9.3f %9.3f\n", many,
                    enquiries.a_second(), enquiries.percentile(50), enquiries.percentile(95),
                    enquiries.percentile(99), enquiries.processor_each(), empty.a_second(),
                    bare.a_second(), own.a_second(), enquiries.a_second() / empty.a_second(),
                    enquiries.a_second() / bare.a_second());
        std::fflush(stdout);
    }

    void print_heading() const
    {
        std::printf(
            "(a) the same server with an empty page; (b) a loop on one connection of SQLite that "
            "inserts %zu bytes and commits; (c) the same on %s\n"
            "connections enquiries/s   p50 ms   p95 ms   p99 ms   CPU ms  (a) pages/s (b) commits/s"
            " (c) commits/s    to (a)    to (b)\n",
            bytes_, name());
    }

    bool check() const
    {
        const std::size_t lost = receipts_.lost(*record_);
        const auto report = ledger::verify(*record_->database,
                                           store::record_tables(store::migrations()), std::nullopt);
        std::printf("%zu answers given", receipts_.count());
        for (const auto& [answer, many] : receipts_.answers())
            std::printf(", %s %zu", answer.c_str(), many);
        std::printf("\n%zu lost or changed; the ledger %s (%lld entries, %lld rows)\n", lost,
                    report.good() ? "verifies" : "DOES NOT VERIFY",
                    static_cast<long long>(report.entries), static_cast<long long>(report.rows));
        return lost == 0 && report.good();
    }

    const char* name() const { return engine_ == Engine::sqlite ? "SQLite" : "PostgreSQL"; }

    Engine engine_;
    Place place_;
    std::unique_ptr<app::OpenRecord> record_;
    Town town_;
    std::vector<std::string> questions_;
    std::size_t asked_ = 0, bytes_ = 0;
    Receipts receipts_;
};

} // namespace

} // namespace heed::bench

int main(int count, char** arguments)
try {
    using heed::bench::Engine, heed::bench::EnquiryBench;
    const std::string_view only = count > 1 ? arguments[1] : "";
    bool good = true;
    if (only.empty() || only == "sqlite") good &= EnquiryBench{Engine::sqlite}.run();
    if (only.empty() || only == "postgres") good &= EnquiryBench{Engine::postgres}.run();
    return good ? 0 : 1;
} catch (const std::exception& wrong) {
    std::fprintf(stderr, "the benchmark failed: %s\n", wrong.what());
    return 1;
}
