#include "app/serving.hpp"

#include "app/commands.hpp"
#include "app/findable.hpp"
#include "app/house.hpp"
#include "core/log.hpp"
#include "demonstration/demonstration.hpp"
#include "http/server.hpp"
#include "outbox/smtp.hpp"

#include <CLI/CLI.hpp>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <mutex>
#include <thread>

namespace heed::app {

namespace {

// A signal handler may only touch what outlives every signal.
http::Server* running_server = nullptr;

extern "C" void stop_running(int)
{
    if (running_server != nullptr) running_server->stop();
}

/// `127.0.0.1:8080`, `[::1]:0`. Refuses `not_an_address`.
Outcome<void> read_listen(const std::string& listen, http::ServerOptions& serving)
{
    const auto colon = listen.rfind(':');
    int port = -1;
    if (colon != std::string::npos)
        std::from_chars(listen.data() + colon + 1, listen.data() + listen.size(), port);
    if (port < 0 || port > 65'535) return refuse(RefusalCode::not_an_address, "listen");
    serving.host = listen.substr(0, colon);
    serving.port = static_cast<std::uint16_t>(port);
    return {};
}

/// Makes the demonstration authority unless the database holds a record.
Outcome<void> prepare_demonstration(const Call& call)
{
    const auto made = demonstration::make(*open_database(call));
    if (!made && made.error().code != RefusalCode::already_a_record)
        return std::unexpected{made.error()};
    return {};
}

std::string from_environment(const char* name)
{
    const char* value = std::getenv(name);
    return value == nullptr ? std::string{} : std::string{value};
}

/// Mails what waits, when a mail server is named.
std::unique_ptr<outbox::Sender> mailing(const ServeOptions& options, OpenRecord& record)
{
    if (options.mail_url.empty()) return nullptr;
    auto sender = std::make_unique<outbox::Sender>(
        *record.database, record.pen(),
        outbox::by_smtp({.url = options.mail_url,
                         .from = options.mail_from,
                         .user = from_environment("HEED_MAIL_USER"),
                         .password = from_environment("HEED_MAIL_PASSWORD")}),
        outbox::SenderOptions{.base_url = options.base_url});
    sender->start();
    return sender;
}

/// Asks open questions again beside the requests, until it goes out of scope.
class Waking {
public:
    explicit Waking(House& house)
        : house_{house}, thread_{[this](const std::stop_token& stopping) { run(stopping); }}
    {
    }

private:
    void run(const std::stop_token& stopping)
    {
        while (!stopping.stop_requested()) {
            try {
                house_.ask_open_questions_again();
            } catch (const std::exception& failure) {
                // The store may be away for a while; the questions go on waiting there.
                log::failure("waking_failed", failure);
            }
            std::unique_lock lock{guard_};
            woken_.wait_for(lock, stopping, std::chrono::seconds{2}, [] { return false; });
        }
    }

    House& house_;
    std::mutex guard_;
    std::condition_variable_any woken_;
    std::jthread thread_; // last: it ends before what it uses
};

Outcome<store::Options> store_options(const ServeOptions& options)
{
    store::Options chosen;
    if (options.unsafe_synchronous.empty()) return chosen;
    // Loses acknowledged work on a power cut. It is there so that the test of power cuts can show
    // that it would notice.
    if (std::getenv("HEED_TEST_CONTROL") == nullptr) return refuse(RefusalCode::not_allowed);
    chosen.sqlite_synchronous = options.unsafe_synchronous;
    return chosen;
}

} // namespace

Outcome<int> serve(const Call& call, const ServeOptions& options)
{
    if (options.demo) TRY_VOID(prepare_demonstration(call));
    http::ServerOptions serving{.behind_proxy = options.behind_proxy, .workers = 64};
    TRY_VOID(read_listen(options.listen, serving));
    if (!options.certificate.empty())
        serving.tls = http::TlsFiles{options.certificate, options.key};
    auto chosen = TRY(store_options(options));
    const auto record = TRY(open_record(call, std::move(chosen)));
    if (!record->database->is_postgres() && key_from_environment().empty())
        log::line("record.not_encrypted", {{"hint", "name a key with HEED_KEY_FILE"}});
    if (record->authority.demonstration)
        std::fputs(demonstration::how_to_sign_in().c_str(), stderr);
    House house{*record, !options.mail_url.empty()};
    const Saving saving{*record, house.people()};
    const auto sender = mailing(options, *record);
    const Waking waking{house};
    http::Server server{house.router(), serving, record->clock, record->randomness};
    running_server = &server;
    std::signal(SIGTERM, stop_running);
    std::signal(SIGINT, stop_running);
    std::signal(SIGPIPE, SIG_IGN);
    const std::string where = std::string{serving.tls ? "https" : "http"} + "://" + serving.host +
                              ":" + std::to_string(server.port());
    std::fprintf(stderr, "Heed serves %s. Ctrl-C stops it.\n", where.c_str());
    server.run();
    running_server = nullptr;
    std::fputs("Heed has stopped; nothing is half-done.\n", stderr);
    return exit_code::done;
}

void add_serve_command(CLI::App& program, const Call& call, Command& chosen)
{
    auto options = std::make_shared<ServeOptions>();
    auto* command = program.add_subcommand("serve", "the web application and the API");
    command->add_option("--listen", options->listen)->capture_default_str();
    auto* certificate =
        command->add_option("--certificate", options->certificate, "PEM, with its chain");
    command->add_option("--key", options->key, "PEM")->needs(certificate);
    command->add_flag("--demo", options->demo,
                      "makes the demonstration authority first, if there is no record");
    command->add_flag("--behind-proxy", options->behind_proxy,
                      "a reverse proxy stands before it, and nothing else can reach it");
    auto* mail = command->add_option("--mail", options->mail_url, "smtp://host:587 or smtps://…");
    command->add_option("--mail-from", options->mail_from, "an e-mail address")->needs(mail);
    command->add_option("--base-url", options->base_url, "what links in mails begin with")
        ->capture_default_str();
    command->add_option("--unsafe-synchronous", options->unsafe_synchronous)->group("");
    command->callback(
        [&, options] { chosen = [&call, options] { return serve(call, *options); }; });
}

} // namespace heed::app
