#include "web/request.hpp"

#include "core/ensure.hpp"

#include <gtest/gtest.h>

namespace heed::web {
namespace {

Headers host_and(std::initializer_list<NameAndValue> more = {})
{
    Headers headers{{"Host", "heed.example"}};
    for (const auto& [name, value] : more) headers.add(name, value);
    return headers;
}

unsigned status_of(RawRequest raw)
{
    const auto request = understand(std::move(raw));
    return request ? 200 : request.error().status;
}

std::string path_in(std::string target)
{
    const auto request =
        understand({.method = "GET", .target = std::move(target), .headers = host_and()});
    return request ? request->path : std::to_string(request.error().status);
}

TEST(Request, IsUnderstoodWhole)
{
    const auto request = understand(
        {.method = "POST",
         .target = "/a%20b/c?x=1&y=two+words",
         .headers = host_and({{"Content-Type", "application/x-www-form-urlencoded; charset=utf-8"},
                              {"Cookie", "session=abc"}}),
         .body = "name=Mary&name=Ann"});
    ASSERT_TRUE(request);
    EXPECT_EQ(request->method, Method::post);
    EXPECT_EQ(request->path, "/a b/c");
    EXPECT_EQ(request->target, "/a%20b/c?x=1&y=two+words");
    EXPECT_EQ(request->query.text("y"), "two words");
    EXPECT_EQ(request->form.all("name"), (std::vector<std::string_view>{"Mary", "Ann"}));
    EXPECT_EQ(request->body, "");
    EXPECT_EQ(request->cookie("session"), "abc");
}

TEST(Request, KeepsABodyThatIsNoForm)
{
    const auto request = understand({.method = "POST",
                                     .target = "/",
                                     .headers = host_and({{"Content-Type", "application/json"}}),
                                     .body = "{\"a\":1}"});
    ASSERT_TRUE(request);
    EXPECT_EQ(request->body, "{\"a\":1}");
    EXPECT_TRUE(request->form.empty());
}

TEST(Request, KeepsEveryBodyThatAProgramSends)
{
    const auto request =
        understand({.method = "POST",
                    .target = "/api/v1/enquiries",
                    .headers = host_and({{"Content-Type", "application/x-www-form-urlencoded"}}),
                    .body = R"({"reason":"50% burns"})"});
    ASSERT_TRUE(request);
    EXPECT_EQ(request->body, R"({"reason":"50% burns"})");
}

TEST(Request, ReadsAMultipartForm)
{
    Form form{Fields{{"a", "1"}}};
    form.files.push_back({"f", "x.csv", "text/csv", "1,2"});
    const auto request =
        understand({.method = "POST",
                    .target = "/",
                    .headers = host_and({{"Content-Type", "multipart/form-data; boundary=zz"}}),
                    .body = write_multipart(form, "zz")});
    ASSERT_TRUE(request);
    EXPECT_EQ(request->form, form);
}

TEST(Request, IsRefusedWhenItsFormIsMalformed)
{
    for (const std::string type : {"application/x-www-form-urlencoded", "multipart/form-data",
                                   "multipart/form-data; x", "multipart/form-data; boundary=zz"})
        EXPECT_EQ(status_of({.method = "POST",
                             .target = "/",
                             .headers = host_and({{"Content-Type", type}}),
                             .body = "a=%zz"}),
                  400U)
            << type;
    EXPECT_EQ(status_of({.method = "GET", .target = "/?a=%zz", .headers = host_and()}), 400U);
}

TEST(Request, NeedsExactlyOneSoundHost)
{
    EXPECT_EQ(status_of({.method = "GET", .target = "/", .headers = {{"Host", "[::1]:8080"}}}),
              200U);
    EXPECT_EQ(status_of({.method = "GET", .target = "/"}), 400U);
    EXPECT_EQ(status_of({.method = "GET", .target = "/", .headers = {{"Host", ""}}}), 400U);
    EXPECT_EQ(status_of({.method = "GET", .target = "/", .headers = {{"Host", "a/b"}}}), 400U);
    EXPECT_EQ(status_of({.method = "GET", .target = "/", .headers = {{"Host", "a b"}}}), 400U);
    EXPECT_EQ(
        status_of({.method = "GET", .target = "/", .headers = {{"Host", "a"}, {"host", "a"}}}),
        400U);
}

TEST(Request, NeedsOneCertainLength)
{
    const auto with = [](std::initializer_list<NameAndValue> more, unsigned version = 11) {
        return status_of({.method = "POST",
                          .target = "/",
                          .headers = host_and(more),
                          .body = {},
                          .version = version});
    };
    EXPECT_EQ(with({{"Content-Length", "0"}}), 200U);
    EXPECT_EQ(with({{"Transfer-Encoding", "Chunked"}}), 200U);
    EXPECT_EQ(with({{"Content-Length", "0"}, {"Transfer-Encoding", "chunked"}}), 400U);
    EXPECT_EQ(with({{"Content-Length", "0"}, {"Content-Length", "0"}}), 400U);
    EXPECT_EQ(with({{"Transfer-Encoding", "chunked"}, {"Transfer-Encoding", "chunked"}}), 400U);
    EXPECT_EQ(with({{"Transfer-Encoding", "chunked"}}, 10), 400U);
    for (const std::string encoding : {"xchunked", "gzip, chunked", "chunked, chunked", "identity",
                                       "", "chunked;q=1", "\"chunked\""})
        EXPECT_EQ(with({{"Transfer-Encoding", encoding}}), 400U) << encoding;
    for (const std::string length : {"-1", "+1", "1 ", "0x1", "", "1,1", "99999999999999999999"})
        EXPECT_EQ(with({{"Content-Length", length}}), 400U) << length;
}

TEST(Request, HasAPathThatCannotClimbOrHideASlash)
{
    EXPECT_EQ(path_in("/"), "/");
    EXPECT_EQ(path_in("/a/b/"), "/a/b/");
    EXPECT_EQ(path_in("/%61?x=/../"), "/a");
    for (const std::string bad : {"", "a", "*", "/..", "/a/../b", "/a/./b", "/%2e%2e/a", "/a%2fb",
                                  "/a%5Cb", "/a\\b", "/a%00", "/a%0d%0ab", "/a%", "/a#b", "/%ff"})
        EXPECT_EQ(path_in(bad), "400") << bad;
    EXPECT_EQ(path_in("/" + std::string(9000, 'a')), "414");
}

TEST(Request, MayNameItsHostInTheTargetButNoOther)
{
    EXPECT_EQ(path_in("http://heed.example/a?b=c"), "/a");
    EXPECT_EQ(path_in("https://HEED.example"), "/");
    EXPECT_EQ(path_in("http://other.example/a"), "400");
    EXPECT_EQ(path_in("ftp://heed.example/a"), "400");
}

TEST(Request, OfAnotherMethodOrVersionOrExpectationIsRefused)
{
    EXPECT_EQ(status_of({.method = "TRACE", .target = "/", .headers = host_and()}), 501U);
    EXPECT_EQ(status_of({.method = "get", .target = "/", .headers = host_and()}), 501U);
    EXPECT_EQ(status_of({.method = "GET", .target = "/", .headers = host_and(), .version = 20}),
              505U);
    EXPECT_EQ(status_of({.method = "PUT", .target = "/", .headers = host_and({{"Expect", "tea"}})}),
              417U);
}

TEST(Request, UnderTlsReadsOnlyTheHostCookie)
{
    Request request;
    request.headers = {{"Cookie", "session=forged; __Host-session=real"}};
    EXPECT_EQ(request.cookie("session"), "forged");
    request.secure = true;
    EXPECT_EQ(request.cookie("session"), "real");
}

TEST(Request, HasABearerTokenWhenExactlyOneIsGiven)
{
    Request request;
    EXPECT_FALSE(request.bearer_token());
    request.headers = {{"Authorization", "bearer abc.def"}};
    EXPECT_EQ(request.bearer_token(), "abc.def");
    for (const std::string bad : {"Basic abc", "Bearer", "Bearer ", "Bearer a b", "Bearerabc"}) {
        request.headers = {{"Authorization", bad}};
        EXPECT_FALSE(request.bearer_token()) << bad;
    }
    request.headers = {{"Authorization", "Bearer a"}, {"Authorization", "Bearer b"}};
    EXPECT_FALSE(request.bearer_token());
}

TEST(Request, AskedForAParameterItsRouteLacksIsBroken)
{
    Request request;
    request.path_parameters.add("id", "7");
    EXPECT_EQ(request.parameter("id"), "7");
    EXPECT_THROW(static_cast<void>(request.parameter("di")), Broken);
    EXPECT_FALSE(request.id_parameter<RequestId>("id"));
}

TEST(Request, BehindAProxyHasTheAddressThatTheProxySaw)
{
    Request request;
    request.peer = "10.0.0.1";
    request.headers = {{"X-Forwarded-For", "1.2.3.4, 192.0.2.7"}, {"X-Forwarded-Proto", "https"}};
    believe_proxy(request);
    EXPECT_EQ(request.peer, "192.0.2.7");
    EXPECT_TRUE(request.secure);
    request.headers = {{"X-Forwarded-For", "1.2.3.4, 192.0.2.8, ,"}};
    believe_proxy(request);
    EXPECT_EQ(request.peer, "192.0.2.8");
    request.headers = {{"X-Forwarded-For", " , "}};
    believe_proxy(request);
    EXPECT_EQ(request.peer, "192.0.2.8") << "who stands at the socket, when it says nobody";
}

} // namespace
} // namespace heed::web
