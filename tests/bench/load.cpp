#include "load.hpp"

#include "core/ensure.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <memory>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <span>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace heed::bench {

namespace {

class Descriptor {
public:
    explicit Descriptor(int handle) : handle_{handle}
    {
        if (handle < 0) throw Fault{"no file descriptor to be had"};
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { ::close(handle_); }
    int handle() const { return handle_; }

private:
    int handle_;
};

/// One connection and the request that is under way on it.
class Caller {
public:
    explicit Caller(std::uint16_t port) : socket_{::socket(AF_INET, SOCK_STREAM, 0)}
    {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(handle(), reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0)
            throw Fault{"the server does not listen"};
        const int yes = 1;
        ::setsockopt(handle(), IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    }

    int handle() const { return socket_.handle(); }
    std::size_t asked() const { return asked_; }
    Duration since() const { return since_; }

    void send(std::size_t number, const std::string& request)
    {
        asked_ = number;
        since_ = now();
        // A request is smaller than a socket's buffer: it never goes in two parts.
        if (::send(handle(), request.data(), request.size(), MSG_NOSIGNAL) !=
            static_cast<ssize_t>(request.size()))
            throw Fault{"a request could not be sent"};
    }

    /// Reads what has come. True when an answer is whole.
    bool receive()
    {
        std::array<char, 16'384> part;
        const ssize_t size = ::recv(handle(), part.data(), part.size(), 0);
        if (size <= 0) throw Fault{"the server closed a connection"};
        received_.append(part.data(), static_cast<std::size_t>(size));
        const auto head_end = received_.find("\r\n\r\n");
        return head_end != std::string::npos && received_.size() >= head_end + 4 + length();
    }

    /// Takes the body of the answer that is whole.
    std::string take_body()
    {
        if (!received_.starts_with("HTTP/1.1 200 "))
            throw Fault{"an answer is not 200 but " + received_.substr(0, 16)};
        std::string body = received_.substr(received_.find("\r\n\r\n") + 4);
        received_.clear();
        return body;
    }

private:
    std::size_t length() const
    {
        static constexpr std::string_view field = "\r\nContent-Length: ";
        const auto at = received_.find(field);
        ensure(at != std::string::npos, "an answer without its length");
        std::size_t length = 0;
        std::from_chars(received_.data() + at + field.size(), received_.data() + received_.size(),
                        length);
        return length;
    }

    Descriptor socket_;
    std::string received_;
    std::size_t asked_ = 0;
    Duration since_{};
};

} // namespace

Duration processor_now()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto duration = [](const timeval& time) -> Duration {
        return std::chrono::seconds{time.tv_sec} + std::chrono::microseconds{time.tv_usec};
    };
    return duration(usage.ru_utime) + duration(usage.ru_stime);
}

double Timings::processor_each() const
{
    return std::chrono::duration<double, std::milli>(processor_).count() /
           static_cast<double>(count());
}

double Timings::a_second() const
{
    return static_cast<double>(count()) / std::chrono::duration<double>(whole_).count();
}

double Timings::percentile(double percent) const
{
    if (all_.empty()) return 0;
    auto sorted = all_;
    const auto place =
        static_cast<std::ptrdiff_t>(static_cast<double>(sorted.size() - 1) * percent / 100.0);
    std::ranges::nth_element(sorted, sorted.begin() + place);
    return std::chrono::duration<double, std::milli>(sorted[static_cast<std::size_t>(place)])
        .count();
}

Timings run(const Load& load)
{
    const Descriptor poll{::epoll_create1(EPOLL_CLOEXEC)};
    std::vector<std::unique_ptr<Caller>> callers;
    for (std::size_t i = 0; i < load.connections; ++i) {
        callers.push_back(std::make_unique<Caller>(load.port));
        epoll_event event{.events = EPOLLIN, .data = {.ptr = callers.back().get()}};
        ::epoll_ctl(poll.handle(), EPOLL_CTL_ADD, callers.back()->handle(), &event);
    }
    Timings timings;
    const Duration began = now(), until = began + load.time_max, processor = processor_now();
    std::size_t sent = 0, waiting = callers.size();
    for (auto& caller : callers) {
        caller->send(sent, load.request(sent));
        ++sent;
    }
    std::array<epoll_event, 64> events;
    while (waiting > 0) {
        const int ready = ::epoll_wait(poll.handle(), events.data(), events.size(), 30'000);
        if (ready <= 0) throw Fault{"the server does not answer"};
        for (const epoll_event& event : std::span{events}.first(static_cast<std::size_t>(ready))) {
            Caller& caller = *static_cast<Caller*>(event.data.ptr);
            if (!caller.receive()) continue;
            timings.add(now() - caller.since());
            const std::string body = caller.take_body();
            if (load.answered) load.answered(caller.asked(), body);
            if (sent < load.requests_max && now() < until) {
                caller.send(sent, load.request(sent));
                ++sent;
            } else {
                --waiting;
            }
        }
    }
    timings.took(now() - began, processor_now() - processor);
    return timings;
}

} // namespace heed::bench
