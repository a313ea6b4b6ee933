#include "http/answerer.hpp"

#include "core/ensure.hpp"
#include "web/guard_test.hpp"

#include <gtest/gtest.h>

namespace heed::http {
namespace {

class NoRandomness final : public Randomness {
public:
    void fill(std::span<std::uint8_t>) override { throw Fault{"no randomness to be had"}; }
};

web::RawRequest get(std::string target)
{
    return {.method = "GET",
            .target = std::move(target),
            .headers = {{"Host", "heed"}, {"Accept", "application/json"}},
            .body = {}};
}

class AnswererTest : public testing::Test {
protected:
    AnswererTest()
    {
        router.add(web::Method::get, "/id", web::Says{"Says what it is called"},
                   web::everybody([](const web::Request& request) {
                       return web::text(200, request.id.text());
                   }));
    }

    web::Router router;
    FixedClock clock{*moment_from_iso("2008-04-01T03:10:07.000Z")};
    SystemRandomness randomness;
};

TEST_F(AnswererTest, GivesEveryRequestANameOfItsOwn)
{
    const Answerer answerer{router, clock, randomness, {}};
    const std::string first = answerer.answer(get("/id"), "192.0.2.7").body;
    EXPECT_TRUE(is_uuid(first));
    EXPECT_NE(answerer.answer(get("/id"), "192.0.2.7").body, first);
}

TEST_F(AnswererTest, TellsWhatIsWrongInTheFormThatWasAskedFor)
{
    const Answerer answerer{router, clock, randomness, {}};
    const auto answer = answerer.answer(get("/../id"), "192.0.2.7");
    EXPECT_EQ(answer.status, 400U);
    EXPECT_EQ(answer.headers.find("Content-Type"), "application/problem+json");
    EXPECT_EQ(answerer.refuse(get("/id"), "192.0.2.7", web::trouble::too_busy).status, 503U);
}

TEST_F(AnswererTest, AnswersEvenWhenNothingCanBeNamed)
{
    NoRandomness none;
    const Answerer answerer{router, clock, none, {}};
    testing::internal::CaptureStderr();
    EXPECT_EQ(answerer.answer(get("/id"), "192.0.2.7").status, 500U);
    EXPECT_EQ(answerer.refuse(get("/id"), "192.0.2.7", web::trouble::too_busy).status, 500U);
    EXPECT_NE(testing::internal::GetCapturedStderr().find("no randomness"), std::string::npos);
}

} // namespace
} // namespace heed::http
