#include "outbox/smtp.hpp"

#include "core/ensure.hpp"

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace heed::outbox {

namespace {

/// A mail server for one conversation: it says what it is told to say to RCPT and keeps the rest.
class Sink {
public:
    explicit Sink(std::string to_recipient = "250 ok") : to_recipient_{std::move(to_recipient)}
    {
        listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ensure(listener_ >= 0 &&
                   ::bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 &&
                   ::listen(listener_, 1) == 0,
               "the test's mail server cannot listen");
        socklen_t size = sizeof address;
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
        thread_ = std::jthread{[this] { converse(); }};
    }
    ~Sink()
    {
        ::shutdown(listener_, SHUT_RDWR);
        if (thread_.joinable()) thread_.join();
        ::close(listener_);
    }
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;

    std::string url() const { return "smtp://127.0.0.1:" + std::to_string(port_); }
    /// All that was said, once the client has hung up.
    const std::string& heard()
    {
        if (thread_.joinable()) thread_.join();
        return heard_;
    }

private:
    void converse()
    {
        const int client = ::accept(listener_, nullptr, nullptr);
        if (client < 0) return;
        const auto say = [&](const std::string& line) {
            const std::string sent = line + "\r\n";
            ::send(client, sent.data(), sent.size(), MSG_NOSIGNAL);
        };
        say("220 sink");
        bool in_mail = false;
        std::string pending;
        char bytes[4096];
        for (ssize_t got; (got = ::recv(client, bytes, sizeof bytes, 0)) > 0;) {
            pending.append(bytes, static_cast<std::size_t>(got));
            for (std::size_t end; (end = pending.find("\r\n")) != std::string::npos;) {
                const std::string line = pending.substr(0, end);
                pending.erase(0, end + 2);
                heard_ += line + "\n";
                if (in_mail) {
                    in_mail = line != ".";
                    if (!in_mail) say("250 taken");
                } else if (line.starts_with("RCPT")) {
                    say(to_recipient_);
                } else if (line == "DATA") {
                    in_mail = true;
                    say("354 go on");
                } else {
                    say(line.starts_with("QUIT") ? "221 bye" : "250 ok");
                }
            }
        }
        ::close(client);
    }

    std::string to_recipient_, heard_;
    int listener_ = -1;
    std::uint16_t port_ = 0;
    std::jthread thread_;
};

Mail a_mail()
{
    return {.id = *NoticeId::from("01938a2e-0000-7000-8000-000000000000"),
            .at = *moment_from_iso("2026-11-22T03:10:07Z"),
            .to = "kofi@example.org",
            .subject = "Something waits for you in Heed",
            .text = "Look.\r\n.\r\nhttps://heed.example.org/inbox\r\n"};
}

Delivery deliver_to(const std::string& url, bool tls_required = false)
{
    return by_smtp({.url = url,
                    .from = "heed@example.gov.uk",
                    .tls_required = tls_required,
                    .patience = std::chrono::seconds{5}})(a_mail());
}

} // namespace

TEST(Smtp, HandsAMailToTheServer)
{
    Sink sink;
    EXPECT_EQ(deliver_to(sink.url()).result, Delivery::Result::sent);
    const std::string& heard = sink.heard();
    for (const char* line :
         {"MAIL FROM:<heed@example.gov.uk>", "RCPT TO:<kofi@example.org>",
          "\nSubject: Something waits for you in Heed\n",
          "\nDate: Sun, 22 Nov 2026 03:10:07 +0000\n",
          "\nMessage-ID: <01938a2e-0000-7000-8000-000000000000@example.gov.uk>\n",
          "\nLook.\n..\nhttps://heed.example.org/inbox\n"})
        EXPECT_NE(heard.find(line), std::string::npos) << line << heard;
}

TEST(Smtp, TriesLaterWhenTheServerIsBusyOrAway)
{
    const Sink busy{"450 mailbox busy"};
    EXPECT_EQ(deliver_to(busy.url()).result, Delivery::Result::try_later);
    EXPECT_EQ(deliver_to("smtp://127.0.0.1:1").result, Delivery::Result::try_later);
}

TEST(Smtp, GivesUpWhereThereIsNoSuchMailbox)
{
    Sink sink{"550 no such mailbox"};
    const Delivery delivery = deliver_to(sink.url());
    EXPECT_EQ(delivery.result, Delivery::Result::never);
    EXPECT_NE(delivery.trouble.find("550"), std::string::npos);
    EXPECT_EQ(delivery.trouble.find("kofi"), std::string::npos);
}

TEST(Smtp, SendsNothingInTheClearUnlessItIsAllowed)
{
    Sink sink;
    EXPECT_EQ(deliver_to(sink.url(), true).result, Delivery::Result::try_later);
    EXPECT_EQ(sink.heard().find("MAIL FROM"), std::string::npos);
}

TEST(Smtp, WritesNoHeaderThatSomebodyElseCouldContinue)
{
    Mail mail = a_mail();
    mail.to = "kofi@example.org>\r\nBcc: <x@example.org";
    EXPECT_THROW(message_of(mail, "heed@example.gov.uk"), Broken);
}

} // namespace heed::outbox
