#include "web/router.hpp"

#include "core/ensure.hpp"
#include "web/guard_test.hpp"

#include <gtest/gtest.h>

#include <concepts>

namespace heed::web {
namespace {

template <class H>
concept CanBeARoute = requires(Router& router, H handler) {
    router.add(Method::get, "/", Says{"Shows a page"}, handler);
};
// A route whose authorisation nobody declared does not compile; nor does one that says nothing.
static_assert(CanBeARoute<Guarded>);
static_assert(!CanBeARoute<Handler>);
static_assert(!CanBeARoute<Response (*)(const Request&)>);
static_assert(!std::constructible_from<Guarded, Handler>);
static_assert(!std::default_initializable<Guarded>);
static_assert(!std::default_initializable<Says>);

Response says_route(const Request& request) { return text(200, std::string{request.route}); }

class RouterTest : public testing::Test {
protected:
    RouterTest()
    {
        for (const std::string_view pattern :
             {"/", "/people", "/people/new", "/people/{id}", "/people/{id}/notes/{note}"})
            router.add(Method::get, pattern, Says{"Shows a page"}, everybody(says_route));
        router.add(Method::post, "/people", Says{"Adds somebody"}, everybody(says_route));
        router.add(Method::post, "/api/people", Says{"Adds somebody"}, everybody(says_route),
                   {.body_max = 10, .caller = Caller::program});
    }

    static Request request(Method method, std::string target, Headers headers = {})
    {
        headers.add("Host", "heed.example");
        return *understand({.method = std::string{name_of(method)},
                            .target = std::move(target),
                            .headers = std::move(headers)});
    }
    Response get(std::string target, Headers headers = {}) const
    {
        return router.handle(request(Method::get, std::move(target), std::move(headers)));
    }
    unsigned post_status(std::string target, Headers headers) const
    {
        return router.handle(request(Method::post, std::move(target), std::move(headers))).status;
    }

    Router router;
};

TEST_F(RouterTest, FindsARouteByItsPlainSegmentsFirst)
{
    EXPECT_EQ(get("/").body, "/");
    EXPECT_EQ(get("/people").body, "/people");
    EXPECT_EQ(get("/people/new").body, "/people/new");
    EXPECT_EQ(get("/people/old").body, "/people/{id}");
    EXPECT_EQ(get("/people/new/notes/3").body, "/people/{id}/notes/{note}");
}

TEST_F(RouterTest, TakesNoChangeThatDoesNotSayWhatHappensWhenItIsRepeated)
{
    const auto unsaid = [] {
        return permission::Guard::unsaid([](const Request&) { return text(200, ""); });
    };
    EXPECT_THROW(router.add(Method::post, "/change", Says{"Changes"}, unsaid()), Broken);
    router.add(Method::get, "/change", Says{"Shows"}, unsaid());
}

TEST_F(RouterTest, FindsNothingWhereNothingIs)
{
    for (const std::string target :
         {"/none", "/people/", "/people//notes/1", "//", "/people/1/notes"})
        EXPECT_EQ(get(target).status, 404U) << target;
}

TEST_F(RouterTest, GivesPathParametersDecoded)
{
    router.add(Method::get, "/a/{first}/{second}", Says{"Shows two"},
               everybody([](const Request& request) {
                   return text(200, std::string{request.parameter("first")} + "+" +
                                        std::string{request.parameter("second")});
               }));
    EXPECT_EQ(get("/a/x%20y/z").body, "x y+z");
}

TEST_F(RouterTest, TellsWhichMethodsAPathAllows)
{
    const Response response = router.handle(request(Method::remove, "/people"));
    EXPECT_EQ(response.status, 405U);
    EXPECT_EQ(response.headers.find("Allow"), "GET, HEAD, POST");
}

TEST_F(RouterTest, AnswersHeadWithTheRouteOfGet)
{
    EXPECT_EQ(router.handle(request(Method::head, "/people")).status, 200U);
    EXPECT_EQ(router.handle(request(Method::head, "/api/people")).status, 405U);
}

TEST_F(RouterTest, RefusesPatternsThatAreMalformedOrThereAlready)
{
    const auto add = [this](std::string_view pattern) {
        router.add(Method::get, pattern, Says{"Shows"}, everybody(says_route));
    };
    EXPECT_THROW(add("/people"), Broken);
    EXPECT_THROW(add("/people/{other}"), Broken);
    EXPECT_THROW(add("people"), Broken);
    EXPECT_THROW(add("/a//b"), Broken);
    EXPECT_THROW(add("/a/{x}/{x}"), Broken);
    EXPECT_THROW(add("/a/{x"), Broken);
    EXPECT_THROW(add("/a/{}"), Broken);
}

TEST_F(RouterTest, ListsEveryRouteWithWhatItDoes)
{
    const auto lines = router.list();
    ASSERT_EQ(lines.size(), 7U);
    EXPECT_EQ(lines[5].pattern, "/people");
    EXPECT_EQ(lines[5].says, "Adds somebody");
    EXPECT_EQ(lines[6].limits.body_max, 10U);
}

TEST_F(RouterTest, KnowsTheLimitsOfARoute)
{
    EXPECT_EQ(router.limits(Method::post, "/api/people").body_max, 10U);
    EXPECT_EQ(router.limits(Method::post, "/people").body_max, Limits{}.body_max);
    EXPECT_EQ(router.limits(Method::post, "/none").body_max, Limits{}.body_max);
}

TEST_F(RouterTest, TakesAChangeOnlyFromAPageOfOurs)
{
    using Sent = Headers;
    EXPECT_EQ(post_status("/people", Sent{{"Sec-Fetch-Site", "same-origin"}}), 200U);
    EXPECT_EQ(post_status("/people", Sent{{"Sec-Fetch-Site", "none"}}), 200U);
    EXPECT_EQ(post_status("/people", Sent{{"Sec-Fetch-Site", "same-site"}}), 403U);
    EXPECT_EQ(post_status("/people", Sent{{"Sec-Fetch-Site", "cross-site"}}), 403U);
    EXPECT_EQ(post_status("/people", Sent{{"Sec-Fetch-Site", "cross-site"},
                                          {"Origin", "http://heed.example"}}),
              403U);
    EXPECT_EQ(post_status("/people", Sent{{"Origin", "http://heed.example"}}), 200U);
    for (const std::string origin : {"http://evil.example", "null", "heed.example", "",
                                     "http://heed.example.evil", "http://heed.example:81"})
        EXPECT_EQ(post_status("/people", Sent{{"Origin", origin}}), 403U) << origin;
    EXPECT_EQ(post_status("/people", Sent{}), 200U) << "a program, not a browser";
    EXPECT_EQ(post_status("/people", Sent{{"Referer", "http://heed.example/people"}}), 200U);
    for (const std::string page : {"http://evil.example/people", "http://heed.example.evil/",
                                   "http://evil.example/http://heed.example", "nonsense"})
        EXPECT_EQ(post_status("/people", Sent{{"Referer", page}}), 403U) << page;
}

TEST_F(RouterTest, UnderTlsTakesAChangeOnlyFromATlsPage)
{
    Request change = request(Method::post, "/people", {{"Origin", "http://heed.example"}});
    EXPECT_TRUE(comes_from_here(change));
    change.secure = true;
    EXPECT_FALSE(comes_from_here(change));
    change.headers.set("Origin", "https://heed.example");
    EXPECT_TRUE(comes_from_here(change));
}

TEST_F(RouterTest, TakesAChangeByAProgramFromAnywhere)
{
    EXPECT_EQ(post_status("/api/people", Headers{}), 200U);
    EXPECT_EQ(post_status("/api/people", Headers{{"Sec-Fetch-Site", "cross-site"}}), 200U);
}

TEST_F(RouterTest, ShowsAPageToOtherSitesOnlyWhenSomebodyGoesThere)
{
    const auto from = [this](std::string mode, std::string into) {
        return get("/people", {{"Sec-Fetch-Site", "cross-site"},
                               {"Sec-Fetch-Mode", std::move(mode)},
                               {"Sec-Fetch-Dest", std::move(into)}})
            .status;
    };
    EXPECT_EQ(from("navigate", "document"), 200U);
    EXPECT_EQ(from("navigate", "iframe"), 403U);
    EXPECT_EQ(from("no-cors", "script"), 403U);
    EXPECT_EQ(from("cors", "empty"), 403U);
    EXPECT_EQ(
        get("/people", {{"Sec-Fetch-Site", "same-origin"}, {"Sec-Fetch-Mode", "cors"}}).status,
        200U);
}

TEST_F(RouterTest, PutsTheSecurityHeadersOnEverything)
{
    router.allow_script("sha256-abc=");
    for (const std::string target : {"/people", "/none"}) {
        const Response response = get(target);
        EXPECT_EQ(response.headers.find("Content-Security-Policy"),
                  "default-src 'none'; script-src 'self' 'sha256-abc='; style-src 'self'; "
                  "img-src 'self'; connect-src 'self'; form-action 'self'; "
                  "frame-ancestors 'none'; base-uri 'none'");
        EXPECT_EQ(response.headers.find("Cache-Control"), "no-store");
        EXPECT_EQ(response.headers.find("X-Content-Type-Options"), "nosniff");
        EXPECT_EQ(response.headers.find("Referrer-Policy"), "same-origin");
        EXPECT_EQ(response.headers.find("Cross-Origin-Opener-Policy"), "same-origin");
        EXPECT_EQ(response.headers.find("Cross-Origin-Resource-Policy"), "same-origin");
        EXPECT_FALSE(response.headers.has("Strict-Transport-Security"));
    }
    Request secure = request(Method::get, "/people");
    secure.secure = true;
    EXPECT_EQ(router.handle(secure).headers.find("Strict-Transport-Security"), "max-age=31536000");
}

TEST_F(RouterTest, TurnsAFaultInto503AndBrokenInto500)
{
    router.add(Method::get, "/fault", Says{"Fails"},
               everybody([](const Request&) -> Response { throw Fault{"the disk is gone"}; }));
    router.add(Method::get, "/broken", Says{"Fails"},
               everybody([](const Request&) -> Response { throw Broken{"one too many"}; }));
    router.add(Method::get, "/odd", Says{"Fails"},
               everybody([](const Request&) -> Response { throw std::runtime_error{"Mary"}; }));
    testing::internal::CaptureStderr();
    const Response fault = get("/fault"), broken = get("/broken"), odd = get("/odd");
    const std::string log = testing::internal::GetCapturedStderr();

    EXPECT_EQ(fault.status, 503U);
    EXPECT_TRUE(fault.headers.has("Retry-After"));
    EXPECT_EQ(broken.status, 500U);
    EXPECT_EQ(odd.status, 500U);
    EXPECT_NE(broken.body.find(Request{}.id.text()), std::string::npos);
    EXPECT_EQ(broken.body.find("one too many"), std::string::npos);
    EXPECT_NE(log.find("the disk is gone"), std::string::npos);
    EXPECT_NE(log.find(Request{}.id.text()), std::string::npos);
    EXPECT_EQ(log.find("Mary"), std::string::npos);
}

TEST_F(RouterTest, HasTheHouseMakeThePageOfEveryTrouble)
{
    router.on_trouble([](const Request&, const Trouble& trouble) {
        return html(trouble.status, "ours: " + std::string{trouble.code});
    });
    router.add(Method::get, "/bare", Says{"Finds nothing"}, everybody([](const Request&) {
                   Response response{404, {}, {}};
                   response.headers.add("X-Kept", "yes");
                   return response;
               }));
    EXPECT_EQ(get("/none").body, "ours: not_found");
    EXPECT_EQ(get("/bare").body, "ours: not_found");
    EXPECT_EQ(get("/bare").headers.find("X-Kept"), "yes");
    EXPECT_EQ(get("/bare").headers.count("Content-Security-Policy"), 1U);
}

TEST_F(RouterTest, StillHasAPageWhenTheHouseFailsToMakeOne)
{
    router.on_trouble([](const Request&, const Trouble&) -> Response { throw Broken{"no page"}; });
    testing::internal::CaptureStderr();
    EXPECT_EQ(get("/none").status, 404U);
    EXPECT_NE(testing::internal::GetCapturedStderr().find("no page"), std::string::npos);
}

TEST_F(RouterTest, TellsProgramsOfTroubleInJson)
{
    EXPECT_NE(get("/none", {{"Accept", "application/json"}}).body.find("\"code\":\"not_found\""),
              std::string::npos);
    EXPECT_NE(get("/none", {{"Accept", "text/html,application/json"}}).body.find("<h1>"),
              std::string::npos);
}

} // namespace
} // namespace heed::web
