#include "http/server.hpp"

#include "core/ensure.hpp"
#include "http/serving_test.hpp"

#include <atomic>
#include <latch>

namespace heed::http {
namespace {

using namespace std::chrono_literals;

std::string get(std::string_view path, std::string_view more = "")
{
    return "GET " + std::string{path} + " HTTP/1.1\r\nHost: localhost\r\n" + std::string{more} +
           "\r\n";
}

std::string post(std::string_view path, std::string_view body, std::string_view more = "")
{
    return "POST " + std::string{path} +
           " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n" + std::string{more} + "\r\n" + std::string{body};
}

class ServerTest : public testing::Test {
protected:
    ServerTest()
    {
        router.add(Method::get, "/hello", Says{"Greets"},
                   everybody([](const Request&) { return text(200, "hello"); }));
        router.add(Method::get, "/peer", Says{"Says who asks"}, everybody([](const Request& asked) {
                       return text(200, asked.peer + (asked.secure ? " secure" : " plain"));
                   }));
        router.add(Method::post, "/echo", Says{"Gives the body back"},
                   everybody([](const Request& asked) { return text(200, asked.body); }),
                   {.caller = Caller::program});
        router.add(Method::post, "/form", Says{"Gives a field back"},
                   everybody([](const Request& asked) {
                       return text(200, std::string{asked.form.text("name")});
                   }),
                   {.caller = Caller::program});
        router.add(Method::get, "/wait", Says{"Waits to be let go"},
                   everybody([this](const Request&) {
                       begun.count_down();
                       let_go.wait();
                       return text(200, "waited");
                   }));
    }

    Router router;
    std::latch begun{1}, let_go{1};
};

TEST_F(ServerTest, AnswersOnTheFreePortItPicked)
{
    const Serving serving{router};
    EXPECT_NE(serving.port(), 0);
    const auto answer = RawClient{serving}.ask(get("/hello"));
    EXPECT_EQ(answer.status, 200U);
    EXPECT_EQ(answer.body, "hello");
    EXPECT_TRUE(answer.says("Content-Security-Policy: default-src 'none'"));
    EXPECT_TRUE(answer.says("Cache-Control: no-store"));
    EXPECT_TRUE(answer.says("Date: "));
}

TEST_F(ServerTest, KeepsAConnectionForMoreRequests)
{
    const Serving serving{router};
    RawClient client{serving};
    for (int i = 0; i < 3; ++i) EXPECT_EQ(client.ask(get("/hello")).body, "hello");
    EXPECT_EQ(client.ask(get("/none")).status, 404U);
    EXPECT_EQ(client.ask(post("/echo", "abc")).body, "abc");
    EXPECT_TRUE(client.ask(get("/hello", "Connection: close\r\n")).says("Connection: close"));
    EXPECT_TRUE(client.hung_up());
}

TEST_F(ServerTest, ClosesAConnectionThatHasHadItsRequests)
{
    const Serving serving{router, {.requests_per_connection_max = 2}};
    RawClient client{serving};
    EXPECT_TRUE(client.ask(get("/hello")).says("Connection: keep-alive"));
    EXPECT_TRUE(client.ask(get("/hello")).says("Connection: close"));
    EXPECT_TRUE(client.hung_up());
}

TEST_F(ServerTest, AnswersPipelinedRequestsInOrder)
{
    const Serving serving{router};
    RawClient client{serving};
    client.send(post("/echo", "one") + get("/hello") + post("/echo", "three") + get("/none"));
    EXPECT_EQ(client.read().body, "one");
    EXPECT_EQ(client.read().body, "hello");
    EXPECT_EQ(client.read().body, "three");
    EXPECT_EQ(client.read().status, 404U);
}

TEST_F(ServerTest, AnswersHeadWithTheLengthAndNoBody)
{
    const Serving serving{router};
    RawClient client{serving};
    client.send("HEAD /hello HTTP/1.1\r\nHost: localhost\r\n\r\n" + get("/none"));
    const auto answer = client.read(true);
    EXPECT_EQ(answer.status, 200U);
    EXPECT_TRUE(answer.says("Content-Length: 5"));
    EXPECT_EQ(client.read().status, 404U);
    client.send("HEAD /hello HTTP/1.1\r\nHost: localhost\r\n\r\n");
    client.read(true);
    const auto refused = client.ask("()\r\n\r\n");
    EXPECT_EQ(refused.status, 400U);
    EXPECT_NE(refused.body, "");
}

TEST_F(ServerTest, RefusesAMethodThatAPathDoesNotTake)
{
    const Serving serving{router};
    RawClient client{serving};
    const auto answer = client.ask("DELETE /hello HTTP/1.1\r\nHost: localhost\r\n\r\n");
    EXPECT_EQ(answer.status, 405U);
    EXPECT_TRUE(answer.says("Allow: GET, HEAD"));
    EXPECT_EQ(client.ask("TRACE /hello HTTP/1.1\r\nHost: localhost\r\n\r\n").status, 501U);
}

TEST_F(ServerTest, ReadsChunkedBodies)
{
    const Serving serving{router};
    RawClient client{serving};
    client.send("POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                "4;note=x\r\nWiki\r\n");
    client.send("6\r\npedia.\r\n0\r\nTrailer: x\r\n\r\n");
    EXPECT_EQ(client.read().body, "Wikipedia.");
    EXPECT_EQ(client.ask(get("/hello")).status, 200U);
}

TEST_F(ServerTest, ReadsAFormThatComesByteByByte)
{
    const Serving serving{router};
    RawClient client{serving};
    for (const char c :
         post("/form", "name=two+words", "Content-Type: application/x-www-form-urlencoded\r\n"))
        client.send({&c, 1});
    EXPECT_EQ(client.read().body, "two words");
}

TEST_F(ServerTest, RefusesAFormThatIsMalformedAndGoesOn)
{
    const Serving serving{router};
    RawClient client{serving};
    const std::string type = "Content-Type: application/x-www-form-urlencoded\r\n";
    EXPECT_EQ(client.ask(post("/form", "name=%zz", type)).status, 400U);
    EXPECT_EQ(client.ask(post("/form", "name=x", type)).body, "x");
}

TEST_F(ServerTest, TellsAClientThatAsksToGoOnWithTheBody)
{
    const Serving serving{router};
    RawClient client{serving};
    client.send("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n"
                "Expect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.read().status, 100U);
    EXPECT_EQ(client.ask("abc").body, "abc");
}

TEST_F(ServerTest, AnswersAnOldClientAndHangsUp)
{
    const Serving serving{router};
    RawClient client{serving};
    EXPECT_EQ(client.ask("GET /hello HTTP/1.0\r\nHost: localhost\r\n\r\n").body, "hello");
    EXPECT_TRUE(client.hung_up());
}

TEST_F(ServerTest, BelievesAProxyOnlyWhenToldThatThereIsOne)
{
    const std::string asked =
        get("/peer", "X-Forwarded-For: 6.6.6.6, 192.0.2.7\r\nX-Forwarded-Proto: https\r\n");
    const Serving alone{router}, behind{router, {.behind_proxy = true}};
    EXPECT_EQ(RawClient{alone}.ask(asked).body, "127.0.0.1 plain");
    const auto answer = RawClient{behind}.ask(asked);
    EXPECT_EQ(answer.body, "192.0.2.7 secure");
    EXPECT_TRUE(answer.says("Strict-Transport-Security: "));
}

TEST_F(ServerTest, SaysBusyWhenTooManyWaitAndAnswersThemAfterwards)
{
    const Serving serving{router, {.workers = 1, .waiting_max = 1}};
    RawClient working{serving}, one{serving}, other{serving};
    working.send(get("/wait"));
    begun.wait();
    one.send(get("/hello"));
    other.send(get("/hello"));
    // One of the two waits, the other is refused; which one is chance.
    while (!one.has_news_within(1ms) && !other.has_news_within(1ms)) continue;
    RawClient& refused = one.has_news_within(0ms) ? one : other;
    RawClient& waiting = &refused == &one ? other : one;
    const auto answer = refused.read();
    EXPECT_EQ(answer.status, 503U);
    EXPECT_TRUE(answer.says("Retry-After: "));
    EXPECT_FALSE(waiting.has_news_within(0ms));

    let_go.count_down();
    EXPECT_EQ(working.read().body, "waited");
    EXPECT_EQ(waiting.read().body, "hello");
    EXPECT_EQ(refused.ask(get("/hello")).body, "hello");
}

TEST_F(ServerTest, FinishesWhatIsInFlightWhenToldToStop)
{
    Serving serving{router};
    RawClient idle{serving}, working{serving};
    EXPECT_EQ(idle.ask(get("/hello")).status, 200U);
    working.send(get("/wait"));
    begun.wait();
    serving.tell_to_stop();
    EXPECT_TRUE(idle.hung_up());
    EXPECT_FALSE(RawClient{serving}.connected());

    let_go.count_down();
    const auto answer = working.read();
    EXPECT_EQ(answer.body, "waited");
    EXPECT_TRUE(answer.says("Connection: close"));
    serving.wait_until_stopped();
}

TEST_F(ServerTest, TakesARequestHalfSentAsInFlightWhenToldToStop)
{
    Serving serving{router};
    RawClient client{serving}, second{serving};
    client.send("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\n");
    EXPECT_EQ(second.ask(get("/hello")).status, 200U);
    serving.tell_to_stop();
    EXPECT_TRUE(second.hung_up());
    EXPECT_EQ(client.ask("abc").body, "abc");
    serving.wait_until_stopped();
}

TEST_F(ServerTest, StopsWithoutTheAnswerOfAHandlerThatTakesTooLong)
{
    Serving serving{router, {.drain_time = 100ms}};
    RawClient client{serving};
    client.send(get("/wait"));
    begun.wait();
    serving.tell_to_stop();
    std::this_thread::sleep_for(300ms);
    let_go.count_down();
    serving.wait_until_stopped();
}

TEST_F(ServerTest, StopsAtOnceWhenNothingIsInFlight)
{
    Serving serving{router};
    RawClient client{serving};
    EXPECT_EQ(client.ask(get("/hello")).status, 200U);
    const auto before = std::chrono::steady_clock::now();
    serving.tell_to_stop();
    serving.wait_until_stopped();
    EXPECT_LT(std::chrono::steady_clock::now() - before, 2s);
}

TEST_F(ServerTest, AnswersManyClientsAtOnce)
{
    const Serving serving{router, {.workers = 8}};
    std::atomic<int> answered = 0;
    {
        std::vector<std::jthread> clients;
        for (int i = 0; i < 16; ++i)
            clients.emplace_back([&, i] {
                RawClient client{serving};
                for (int k = 0; k < 50; ++k) {
                    const std::string body = std::to_string(i * 1000 + k);
                    if (client.ask(post("/echo", body)).body == body) ++answered;
                }
            });
    }
    EXPECT_EQ(answered, 16 * 50);
}

TEST_F(ServerTest, CannotListenWhereItIsTaken)
{
    const Serving serving{router};
    SystemClock clock;
    SystemRandomness randomness;
    EXPECT_THROW((Server{router, {.port = serving.port()}, clock, randomness}), Fault);
}

} // namespace
} // namespace heed::http
