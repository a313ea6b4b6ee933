#pragma once

#include "core/clock.hpp"
#include "core/random.hpp"
#include "web/router.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace heed::http {

/// PEM files: the certificate with its chain, and its key.
struct TlsFiles {
    std::string certificate;
    std::string key;
};

struct ServerOptions {
    std::string host = "127.0.0.1";
    std::uint16_t port = 8080;   ///< 0 picks a free one; Server::port tells which
    std::optional<TlsFiles> tls; ///< TLS 1.2 or later when given, else plain HTTP
    /// A reverse proxy stands before us, and nothing else can reach us: its X-Forwarded-For and
    /// X-Forwarded-Proto are believed.
    bool behind_proxy = false;

    std::size_t headers_max = std::size_t{16} * 1024; ///< bytes, the request line included
    std::size_t connections_max = 1024; ///< beyond it the one that has idled longest is closed
    std::size_t requests_per_connection_max = 100'000;
    std::size_t workers = 32;      ///< threads for handlers; they may all wait at once
    std::size_t waiting_max = 512; ///< requests that may wait for a worker; beyond: 503

    std::chrono::milliseconds handshake_time{10'000};
    /// For a whole head to arrive, idle time before it included. A body has as long again, and a
    /// second more for each 64 KiB; so has a response to leave.
    std::chrono::milliseconds transfer_time{30'000};
    std::chrono::milliseconds drain_time{10'000}; ///< for what is in flight when told to stop
};

/// HTTP/1.1 on one address: one thread for the network, a pool for the handlers.
class Server {
public:
    /// Listens at once, answers from run() on. A Fault when it cannot listen or read the TLS files.
    Server(const web::Router& router, ServerOptions options, const Clock& clock,
           Randomness& randomness);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::uint16_t port() const;

    /// Serves until stop(). What is in flight then is finished, within drain_time; a handler that
    /// takes longer is waited for, but its answer is not sent.
    void run();

    /// From any thread or signal handler.
    void stop() noexcept;

private:
    class Engine;
    std::unique_ptr<Engine> engine_;
};

} // namespace heed::http
