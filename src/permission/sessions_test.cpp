#include "permission/sessions.hpp"

#include <gtest/gtest.h>

namespace heed::permission {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

const Moment start = *moment_from_iso("2026-11-22T03:10:07Z");

Session session(Moment seen_at, Moment ends_at, int idle_minutes)
{
    return {.id = *SessionId::from("01234567-0000-7000-8000-000000000000"),
            .person = {*UserId::from("01234567-0000-7000-8000-000000000001"), "a", "A",
                       Role::duty_worker},
            .began_at = start,
            .seen_at = seen_at,
            .ends_at = ends_at,
            .idle_minutes = idle_minutes};
}

} // namespace

TEST(Session, DiesOfIdleness)
{
    const Session one = session(start, start + hours{12}, 15);
    EXPECT_TRUE(live(one, start + minutes{14}));
    EXPECT_FALSE(live(one, start + minutes{15}));
}

TEST(Session, EndsHoweverBusyItIs)
{
    const Moment end = start + hours{12};
    EXPECT_TRUE(live(session(end - minutes{1}, end, 15), end - std::chrono::seconds{1}));
    EXPECT_FALSE(live(session(end - minutes{1}, end, 15), end));
    EXPECT_EQ(latest_end(Stage::full, start), start + hours{12});
    EXPECT_EQ(latest_end(Stage::code, start), start + minutes{10});
    EXPECT_EQ(latest_end(Stage::password, start), start + minutes{30});
    EXPECT_EQ(latest_end(Stage::second_factor, start), start + minutes{30});
}

TEST(NextStage, AsksForTheCodeThenANewPasswordThenASecondFactor)
{
    const Settings required, optional{.second_factor_required = false};
    const Secret fresh{.password_hash = "x", .one_time = true};
    EXPECT_EQ(next_stage(fresh, required, false), Stage::password);
    EXPECT_EQ(next_stage(fresh, optional, false), Stage::password);

    const Secret chosen{.password_hash = "x"};
    EXPECT_EQ(next_stage(chosen, required, false), Stage::second_factor);
    EXPECT_EQ(next_stage(chosen, optional, false), Stage::full);

    const Secret both{.password_hash = "x", .totp_secret = "s"};
    EXPECT_EQ(next_stage(both, required, false), Stage::code);
    EXPECT_EQ(next_stage(both, optional, false), Stage::code);
    EXPECT_EQ(next_stage(both, required, true), Stage::full);

    const Secret reset{.password_hash = "x", .one_time = true, .totp_secret = "s"};
    EXPECT_EQ(next_stage(reset, required, false), Stage::code);
    EXPECT_EQ(next_stage(reset, required, true), Stage::password);
}

} // namespace heed::permission
