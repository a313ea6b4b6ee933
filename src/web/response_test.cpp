#include "web/response.hpp"

#include "core/ensure.hpp"
#include "web/request.hpp"

#include <gtest/gtest.h>

namespace heed::web {
namespace {

TEST(SeeOther, GoesOnlyToPathsOfOurOwn)
{
    EXPECT_EQ(see_other("/a?b=c#d").headers.find("Location"), "/a?b=c#d");
    EXPECT_EQ(see_other("/").status, 303U);
    for (const std::string bad : {"", "a", "//evil.example", "/\\evil.example",
                                  "https://evil.example", "/a b", "/a\r\nX: y", "/\xC3\xA9"}) {
        EXPECT_FALSE(is_local_path(bad)) << bad;
        EXPECT_THROW(see_other(bad), Broken) << bad;
    }
}

TEST(FileDownload, IsSavedUnderAnyNameAndNeverShown)
{
    const Response response = file_download("../Zoë's \"list\".csv", "text/csv", "a,b");
    EXPECT_EQ(response.headers.find("Content-Disposition"),
              "attachment; filename=\"Zo__'s _list_.csv\"; "
              "filename*=UTF-8''Zo%C3%AB%27s%20%22list%22.csv");
    EXPECT_EQ(response.headers.find("Content-Type"), "text/csv");
}

TEST(Problem, IsADocumentOfRfc9457)
{
    const Response response = problem(422, "No", "Say \"why\".", "say_why");
    EXPECT_EQ(response.headers.find("Content-Type"), "application/problem+json");
    EXPECT_EQ(response.body, R"({"type":"about:blank","title":"No","status":422,)"
                             R"("detail":"Say \"why\".","code":"say_why"})");
    EXPECT_EQ(problem(404, "No", "", "").body,
              R"({"type":"about:blank","title":"No","status":404})");
}

TEST(Cookie, IsLockedToThisHostUnderTls)
{
    Request request;
    Response response;
    set_cookie(response, request, {"session", "abc", std::chrono::minutes{15}});
    EXPECT_EQ(response.headers.find("Set-Cookie"),
              "session=abc; Path=/; HttpOnly; SameSite=Strict; Max-Age=900");
    request.secure = true;
    response = {};
    set_cookie(response, request, {"session", "abc", {}});
    EXPECT_EQ(response.headers.find("Set-Cookie"),
              "__Host-session=abc; Path=/; HttpOnly; SameSite=Strict; Secure");
    response = {};
    clear_cookie(response, request, "session");
    EXPECT_EQ(response.headers.find("Set-Cookie"),
              "__Host-session=; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=0");
}

TEST(Cookie, WithAValueThatCouldAddAttributesIsBroken)
{
    Response response;
    for (const std::string_view bad : {"a;b", "a b", "a,b", "\"a\"", "a\r\n", "\xC3\xA9"})
        EXPECT_THROW(set_cookie(response, Request{}, {"x", bad, {}}), Broken) << bad;
}

} // namespace
} // namespace heed::web
