// What a hostile or broken client sends, probe by probe. Each one is refused out loud where bytes
// can still be trusted to be bytes, and nothing sent behind it is ever taken for a request.

#include "http/server.hpp"
#include "http/serving_test.hpp"

#include <atomic>
#include <deque>

namespace heed::http {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view second_request = "GET /secret HTTP/1.1\r\nHost: localhost\r\n\r\n";
constexpr std::string_view good_request = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

class HostileTest : public testing::Test {
protected:
    HostileTest()
    {
        const auto answer = [this](const Request&) {
            ++answered;
            return text(200, "fine");
        };
        router.add(Method::get, "/", Says{"Greets"}, everybody(answer));
        router.add(Method::get, "/secret", Says{"Counts who came"}, everybody(answer));
        router.add(Method::post, "/", Says{"Takes a body"}, everybody(answer),
                   {.caller = Caller::program});
        router.add(Method::post, "/small", Says{"Takes a small body"}, everybody(answer),
                   {.body_max = 10, .caller = Caller::program});
    }

    /// Sends it, with another request behind it, to a server of its own: the status it got, after
    /// making sure that the server hung up and that no handler was ever reached.
    unsigned refusal_of(std::string_view bytes)
    {
        answered = 0;
        const Serving serving{router};
        RawClient client{serving};
        client.send(std::string{bytes} + std::string{second_request});
        const auto answer = client.read();
        EXPECT_TRUE(answer.says("Connection: close"));
        EXPECT_TRUE(client.hung_up());
        EXPECT_EQ(answered, 0);
        return answer.status;
    }

    static std::string post(std::string_view headers, std::string_view body = "")
    {
        return "POST / HTTP/1.1\r\nHost: localhost\r\n" + std::string{headers} + "\r\n" +
               std::string{body};
    }

    Router router;
    std::atomic<int> answered = 0;
};

TEST_F(HostileTest, RefusesContentLengthAndTransferEncodingTogether)
{
    EXPECT_EQ(refusal_of(post("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")),
              400U);
    EXPECT_EQ(refusal_of(post("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "0\r\n\r\n")),
              400U);
}

TEST_F(HostileTest, RefusesTwoContentLengths)
{
    EXPECT_EQ(refusal_of(post("Content-Length: 0\r\nContent-Length: 5\r\n")), 400U);
    EXPECT_EQ(refusal_of(post("Content-Length: 0\r\nContent-Length: 0\r\n")), 400U);
    EXPECT_EQ(refusal_of(post("Content-Length: 0, 0\r\n")), 400U);
}

TEST_F(HostileTest, RefusesASpaceBeforeTheColon)
{
    EXPECT_EQ(refusal_of(post("Content-Length : 0\r\n")), 400U);
}

TEST_F(HostileTest, RefusesChunkSizesThatAreNone)
{
    for (const std::string_view size : {"-1", "0x1", "G", "", "FFFFFFFFFFFFFFFFF", " 1"})
        EXPECT_EQ(refusal_of(post("Transfer-Encoding: chunked\r\n",
                                  std::string{size} + "\r\nx\r\n0\r\n\r\n")),
                  400U)
            << size;
}

TEST_F(HostileTest, RefusesEveryTransferEncodingButChunked)
{
    for (const std::string_view encoding :
         {"xchunked", "chunked, identity", "gzip, chunked", "identity", "chunkedx"})
        EXPECT_EQ(
            refusal_of(post("Transfer-Encoding: " + std::string{encoding} + "\r\n", "0\r\n\r\n")),
            400U)
            << encoding;
}

TEST_F(HostileTest, RefusesABodyLongerThanItsRouteTakes)
{
    EXPECT_EQ(refusal_of(post("Content-Length: 2097152\r\n")), 413U);
    EXPECT_EQ(refusal_of("POST /small HTTP/1.1\r\nHost: localhost\r\nContent-Length: 11\r\n\r\n"),
              413U);
}

TEST_F(HostileTest, SaysWhichAddressWasMeantWhenABodyIsTooLong)
{
    router.on_trouble([](const web::Request& request, const web::Trouble& trouble) {
        return web::html(trouble.status, request.path);
    });
    const Serving serving{router};
    RawClient client{serving};
    client.send("POST /small?of=1 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 11\r\n\r\n");
    const auto answer = client.read();
    EXPECT_EQ(answer.status, 413U);
    EXPECT_EQ(answer.body, "/small");
}

TEST_F(HostileTest, LetsAClientReadTheRefusalOfABodyItSendsAllTheSame)
{
    const Serving serving{router};
    RawClient client{serving};
    client.send(post("Content-Length: 33554432\r\n"));
    // Were the connection reset under it, some systems would throw away the answer unread.
    EXPECT_TRUE(client.send(std::string(33554432, 'x')));
    EXPECT_EQ(client.read().status, 413U);
}

TEST_F(HostileTest, RefusesAChunkedBodyLongerThanItsRouteTakes)
{
    const Serving serving{router};
    RawClient client{serving};
    client.send(post("Transfer-Encoding: chunked\r\n"));
    const std::string chunk = "10000\r\n" + std::string(0x10000, 'x') + "\r\n";
    for (int i = 0; i < 400 && client.send(chunk); ++i) continue;
    EXPECT_EQ(client.read().status, 413U);
    EXPECT_EQ(answered, 0);
    EXPECT_EQ(refusal_of("POST /small HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                         "\r\n5\r\naaaaa\r\n6\r\naaaaaa\r\n0\r\n\r\n"),
              413U);
}

TEST_F(HostileTest, CutsAHeaderLineThatNeverEnds)
{
    const Serving serving{router};
    RawClient client{serving};
    client.send("GET / HTTP/1.1\r\nHost: localhost\r\nX: ");
    const std::string more(std::size_t{1} << 20U, 'a');
    std::size_t taken = 0;
    for (; taken < 64 && client.send(more); ++taken) continue;
    EXPECT_EQ(client.read().status, 431U);
    EXPECT_EQ(answered, 0);
}

TEST_F(HostileTest, RefusesHeadersThatAreTooManyOrTooLong)
{
    std::string many = "GET / HTTP/1.1\r\nHost: localhost\r\n";
    for (int i = 0; i < 2000; ++i) many += "X-" + std::to_string(i) + ": 1\r\n";
    EXPECT_EQ(refusal_of(many + "\r\n"), 431U);
    EXPECT_EQ(refusal_of("GET /" + std::string(20'000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n"),
              431U);
    EXPECT_EQ(refusal_of("GET /" + std::string(10'000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n"),
              414U);
}

TEST_F(HostileTest, HoldsBackTrailersThatAreTooLongToo)
{
    const Serving serving{router};
    RawClient client{serving};
    client.send(post("Transfer-Encoding: chunked\r\n", "0\r\nX: " + std::string(100'000, 'a')));
    EXPECT_EQ(client.read().status, 431U);
}

TEST_F(HostileTest, TakesNoTrailerForAHeader)
{
    Router asks;
    asks.add(Method::post, "/", Says{"Says who signs"}, everybody([](const Request& request) {
                 return text(200, request.bearer_token() ? "signed" : "unsigned");
             }),
             {.caller = Caller::program});
    const Serving serving{asks};
    RawClient client{serving};
    client.send(post("Transfer-Encoding: chunked\r\n", "0\r\nAuthorization: Bearer abc\r\n\r\n"));
    EXPECT_EQ(client.read().body, "unsigned");
}

TEST_F(HostileTest, AnswersAtOnceBesideManyHalfSentRequests)
{
    const Serving serving{router};
    std::deque<RawClient> half;
    for (int i = 0; i < 200; ++i)
        half.emplace_back(serving).send(i % 2 ? "GET / HTTP/1.1\r\nHost: loc"
                                              : "POST / HTTP/1.1\r\nHost: localhost\r\n"
                                                "Content-Length: 100\r\n\r\nabc");
    const auto before = std::chrono::steady_clock::now();
    EXPECT_EQ(RawClient{serving}.ask(good_request).status, 200U);
    EXPECT_LT(std::chrono::steady_clock::now() - before, 2s);
}

TEST_F(HostileTest, MakesRoomForTheNextClientByClosingTheIdlest)
{
    const Serving serving{router, {.connections_max = 10}};
    std::deque<RawClient> half;
    for (int i = 0; i < 10; ++i) half.emplace_back(serving).send("GET / HTTP/1.1\r\nHost: loc");
    for (int i = 0; i < 5; ++i) EXPECT_EQ(RawClient{serving}.ask(good_request).status, 200U);
    EXPECT_TRUE(half.front().hung_up());
}

TEST_F(HostileTest, RefusesARequestWithoutHostOrWithTwo)
{
    EXPECT_EQ(refusal_of("GET / HTTP/1.1\r\n\r\n"), 400U);
    EXPECT_EQ(refusal_of("GET / HTTP/1.0\r\n\r\n"), 400U);
    EXPECT_EQ(refusal_of("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n"), 400U);
    EXPECT_EQ(refusal_of("GET / HTTP/1.1\r\nHost: a b\r\n\r\n"), 400U);
    EXPECT_EQ(refusal_of("GET http://other/ HTTP/1.1\r\nHost: localhost\r\n\r\n"), 400U);
}

TEST_F(HostileTest, RefusesWhatIsNoHttpOneRequest)
{
    for (const std::string_view bytes :
         {"hello\r\n\r\n", "GET /\r\n\r\n", "GET / HTTP/1.1\r\nHost: localhost\n\r\n",
          "GET  / HTTP/1.1\r\nHost: localhost\r\n\r\n", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03",
          "GET / HTTP/1.1\r\nHost: localhost\r\nA b: c\r\n\r\n",
          "GET / HTTP/1.1\r\n: c\r\nHost: localhost\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: localhost\r\nA: b\x01\r\n\r\n",
          "GET /\x80 HTTP/1.1\r\nHost: localhost\r\n\r\n"})
        EXPECT_EQ(refusal_of(bytes), 400U) << bytes;
    EXPECT_EQ(refusal_of("GET / HTTP/1.1\nHost: localhost\n\n"), 505U);
    EXPECT_EQ(refusal_of("GET / HTTP/3.0\r\nHost: localhost\r\n\r\n"), 505U);
    EXPECT_EQ(refusal_of("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), 505U);
}

TEST_F(HostileTest, ClosesAClientThatIsTooSlowWithItsHead)
{
    const Serving serving{router, {.transfer_time = 200ms}};
    RawClient client{serving};
    const auto before = std::chrono::steady_clock::now();
    // A byte now and then must not win more time.
    for (const char c : good_request.substr(0, 20)) {
        if (!client.send({&c, 1})) break;
        std::this_thread::sleep_for(20ms);
    }
    EXPECT_TRUE(client.hung_up());
    EXPECT_LT(std::chrono::steady_clock::now() - before, 3s);
}

TEST_F(HostileTest, ClosesAClientThatIsTooSlowWithItsBody)
{
    const Serving serving{router, {.transfer_time = 200ms}};
    RawClient client{serving};
    client.send(post("Content-Length: 10\r\n", "abc"));
    EXPECT_TRUE(client.hung_up());
    EXPECT_EQ(answered, 0);
}

TEST_F(HostileTest, LetsNobodyWaitForAClientThatDoesNotRead)
{
    Router large;
    large.add(Method::get, "/", Says{"Sends much"},
              everybody([](const Request&) { return text(200, std::string(40'000'000, 'x')); }));
    const Serving serving{large};
    RawClient deaf{serving};
    deaf.send(good_request);
    RawClient other{serving};
    EXPECT_EQ(other.ask(good_request).body.size(), 40'000'000U);
}

} // namespace
} // namespace heed::http
