#pragma once

#include "http/server.hpp"
#include "web/guard_test.hpp"

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <sys/time.h>
#include <thread>
#include <unistd.h>

namespace heed::http {

using namespace heed::web; // requests and responses are spoken of throughout

/// A server on a free port, for as long as this lives.
class Serving {
public:
    explicit Serving(const Router& router, ServerOptions options = {})
        : server_{router, on_free_port(std::move(options)), clock_, randomness_},
          thread_{[this] { server_.run(); }}
    {
    }
    ~Serving() { server_.stop(); }

    std::uint16_t port() const { return server_.port(); }
    void tell_to_stop() { server_.stop(); }
    void wait_until_stopped() { thread_.join(); }

private:
    static ServerOptions on_free_port(ServerOptions options)
    {
        options.port = 0;
        return options;
    }

    SystemClock clock_;
    SystemRandomness randomness_;
    Server server_;
    std::jthread thread_;
};

/// A client that sends exactly the bytes it is given.
class RawClient {
public:
    explicit RawClient(const Serving& serving) : RawClient{serving.port()} {}
    explicit RawClient(std::uint16_t port) : socket_{::socket(AF_INET, SOCK_STREAM, 0)}
    {
        const timeval patience{10, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ =
            ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    ~RawClient() { ::close(socket_); }
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    bool connected() const { return connected_; }
    int socket() const { return socket_; }

    /// False when the server no longer takes it.
    bool send(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    struct Answer {
        unsigned status = 0; ///< 0: nothing came
        std::string head, body;
        bool says(std::string_view line) const { return head.find(line) != std::string::npos; }
    };

    /// The next response, by its Content-Length; the head alone when `bodiless`.
    Answer read(bool bodiless = false)
    {
        std::size_t end;
        while ((end = pending_.find("\r\n\r\n")) == std::string::npos)
            if (!more()) return {};
        Answer answer{.head = pending_.substr(0, end + 4)};
        pending_.erase(0, end + 4);
        answer.status = static_cast<unsigned>(std::stoi(answer.head.substr(9, 3)));
        const auto length = answer.head.find("Content-Length: ");
        if (bodiless || length == std::string::npos) return answer;
        const auto size = std::stoul(answer.head.substr(length + 16));
        while (pending_.size() < size)
            if (!more()) return {};
        answer.body = pending_.substr(0, size);
        pending_.erase(0, size);
        return answer;
    }

    Answer ask(std::string_view bytes)
    {
        send(bytes);
        return read();
    }

    /// Whether something has come, or comes within that time.
    bool has_news_within(std::chrono::milliseconds time) const
    {
        pollfd wanted{socket_, POLLIN, 0};
        return !pending_.empty() || ::poll(&wanted, 1, static_cast<int>(time.count())) == 1;
    }

    /// Whether the server has hung up, with nothing more said.
    bool hung_up() { return pending_.empty() && !more() && pending_.empty() && ended_; }

private:
    bool more()
    {
        char bytes[16384];
        const auto got = ::recv(socket_, bytes, sizeof bytes, 0);
        ended_ = got == 0;
        if (got <= 0) return false;
        pending_.append(bytes, static_cast<std::size_t>(got));
        return true;
    }

    int socket_;
    bool connected_ = false, ended_ = false;
    std::string pending_;
};

} // namespace heed::http
