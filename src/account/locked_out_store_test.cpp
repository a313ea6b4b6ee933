#include "account/people_test.hpp"
#include "outbox/outbox.hpp"

namespace heed::account {

namespace {

using namespace lockout;
using std::chrono::minutes;

/// Strangers at doors of the sign-in page, and somebody who must get in.
class LockOutStore : public PeopleTest {
protected:
    static constexpr const char* office = "192.0.2.7";
    static constexpr const char* home = "2001:db8:1:2::/64";

    RefusalCode wrong(const std::string& user_name, const std::string& place)
    {
        const auto opened = sign_in.begin({user_name, "not the one", "", place});
        EXPECT_FALSE(opened);
        return opened.error().code;
    }
    bool is_in(const std::string& user_name, const std::string& place)
    {
        return sign_in.begin({user_name, good_password, "", place}).has_value();
    }
    /// Wrong tries until no stranger from anywhere may try that name.
    void besiege(const std::string& user_name)
    {
        for (int i = 0; i < limit_of(Counted::name).wrong_tries; ++i)
            wrong(user_name, "203.0.113." + std::to_string(i % 6));
        ASSERT_EQ(wrong(user_name, "198.51.100.1"), RefusalCode::locked_out);
    }
    static const Limit& limit_of(Counted of) { return limits.at(static_cast<std::size_t>(of)); }
    std::vector<outbox::Waiting> told(const UserId& administrator)
    {
        const SignedIn reader{administrator, "", "", {}};
        return database.read(
            [&](store::Snapshot& records) { return outbox::inbox(records, reader, 99); });
    }
};
HEED_ON_EVERY_ENGINE(LockOutStore);

} // namespace

TEST_P(LockOutStore, ShutsAStrangerOutAndNotTheOneWhoseNameTheyType)
{
    add_settled("d.okafor");
    const int most = limit_of(Counted::name_here).wrong_tries;
    for (int i = 1; i < most; ++i)
        EXPECT_EQ(wrong("d.okafor", "203.0.113.9"), RefusalCode::wrong_sign_in);
    EXPECT_EQ(wrong("d.okafor", "203.0.113.9"), RefusalCode::locked_out);
    EXPECT_FALSE(is_in("d.okafor", "203.0.113.9"));
    EXPECT_TRUE(is_in("d.okafor", office)) << "who was never there before, too";
    clock.advance(minutes{15});
    EXPECT_TRUE(is_in("d.okafor", "203.0.113.9"));
}

TEST_P(LockOutStore, KeepsTheDoorOpenWhereSomebodySignedInLately)
{
    const UserId id = add_settled("d.okafor");
    const UserId administrator = add("admin", Role::administrator).id;
    EXPECT_TRUE(is_in("d.okafor", home));
    besiege("d.okafor");
    EXPECT_TRUE(is_in("d.okafor", home));
    EXPECT_FALSE(is_in("d.okafor", office)) << "as for any stranger";
    EXPECT_EQ(std::ranges::count(actions_about(id), "sign_in.locked"), 1);
    ASSERT_EQ(told(administrator).size(), 1U);
    EXPECT_EQ(told(administrator)[0].subject, id.text());

    clock.advance(minutes{60});
    EXPECT_TRUE(is_in("d.okafor", office));
}

TEST_P(LockOutStore, ForgetsAfterAMonthWhereSomebodySignedIn)
{
    add_settled("d.okafor");
    EXPECT_TRUE(is_in("d.okafor", home));
    clock.advance(lately);
    besiege("d.okafor");
    EXPECT_FALSE(is_in("d.okafor", home));
}

TEST_P(LockOutStore, IsNotOpenedToStrangersByTheOneWhoGetsIn)
{
    add_settled("d.okafor");
    EXPECT_TRUE(is_in("d.okafor", home));
    besiege("d.okafor");
    EXPECT_TRUE(is_in("d.okafor", home));
    EXPECT_EQ(wrong("d.okafor", "203.0.113.77"), RefusalCode::locked_out);
}

TEST_P(LockOutStore, LocksEvenAKnownPlaceForWhoGuessesThere)
{
    add_settled("d.okafor");
    EXPECT_TRUE(is_in("d.okafor", office));
    for (int i = 0; i < limit_of(Counted::name_here).wrong_tries; ++i) wrong("d.okafor", office);
    EXPECT_FALSE(is_in("d.okafor", office));
    EXPECT_TRUE(is_in("d.okafor", home));
}

TEST_P(LockOutStore, LocksAPlaceThatTriesManyNamesButNotWhoWorksThere)
{
    add_settled("d.okafor");
    add_settled("new.one");
    const UserId administrator = add("admin", Role::administrator).id;
    EXPECT_TRUE(is_in("d.okafor", office));
    const int most = limit_of(Counted::place).wrong_tries;
    for (int i = 1; i < most; ++i)
        EXPECT_EQ(wrong("name" + std::to_string(i), office), RefusalCode::wrong_sign_in);
    EXPECT_TRUE(is_in("new.one", office));
    EXPECT_TRUE(told(administrator).empty());
    EXPECT_EQ(wrong("one.more", office), RefusalCode::locked_out);
    EXPECT_EQ(wrong("and.another", office), RefusalCode::locked_out);
    ASSERT_EQ(told(administrator).size(), 1U);
    EXPECT_EQ(told(administrator)[0].link, "/users");

    EXPECT_TRUE(is_in("d.okafor", office));
    EXPECT_TRUE(is_in("new.one", office));
    add_settled("third.one");
    EXPECT_FALSE(is_in("third.one", office));
    EXPECT_TRUE(is_in("third.one", home));
}

TEST_P(LockOutStore, BeginsTheCountAnewWhenItsTimeIsOver)
{
    for (int i = 1; i < limit_of(Counted::place).wrong_tries; ++i)
        wrong("name" + std::to_string(i), office);
    clock.advance(minutes{60});
    EXPECT_EQ(wrong("nobody", office), RefusalCode::wrong_sign_in);
    EXPECT_EQ(wrong("nobody", office), RefusalCode::wrong_sign_in);
}

TEST_P(LockOutStore, IsLiftedWithAPasswordForOneUse)
{
    const UserId id = add_settled("d.okafor");
    const UserId administrator = add_settled("admin", Role::administrator);
    besiege("d.okafor");
    const auto locked = [&] {
        return database.read([&](store::Snapshot& records) {
            return locked_somewhere(records, "d.okafor", clock.now());
        });
    };
    EXPECT_TRUE(locked());
    Desk desk = desk_of(administrator, Role::administrator);
    const auto password = accounts.reset_password(desk, id);
    ASSERT_TRUE(password);
    EXPECT_FALSE(locked());
    EXPECT_TRUE(sign_in.begin({"d.okafor", *password, "", "198.51.100.1"}));
}

} // namespace heed::account
