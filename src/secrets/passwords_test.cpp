#include "secrets/passwords.hpp"

#include <gtest/gtest.h>
#include <thread>
#include <vector>

namespace heed::secrets {

namespace {

constexpr HashCost cheap{.memory_bytes = 8192, .passes = 1};

RefusalCode refused(std::string_view password)
{
    const auto outcome = usable_password(password, "d.okafor");
    EXPECT_FALSE(outcome);
    EXPECT_EQ(outcome.error().field, "password");
    return outcome.error().code;
}

} // namespace

TEST(Passwords, AreArgon2idOf19MebibytesAndTwoPassesUnlessToldOtherwise)
{
    Passwords passwords;
    const auto hash = passwords.hash("correct horse battery");
    ASSERT_TRUE(hash);
    EXPECT_TRUE(hash->starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << *hash;
}

TEST(Passwords, MatchTheirOwnHashOnly)
{
    Passwords passwords{cheap};
    const auto hash = passwords.hash("correct horse battery");
    EXPECT_TRUE(*passwords.matches("correct horse battery", *hash));
    EXPECT_FALSE(*passwords.matches("correct horse batteries", *hash));
    EXPECT_NE(*passwords.hash("correct horse battery"), *hash);
}

TEST(Passwords, CostTheSameWorkForAUserThatIsNot)
{
    Passwords passwords{cheap};
    const auto before = passwords.computed();
    EXPECT_FALSE(*passwords.matches("anything at all", ""));
    EXPECT_EQ(passwords.computed(), before + 1);
}

TEST(Passwords, TurnPeopleAwayWhenTooManyWait)
{
    Passwords passwords{{.memory_bytes = std::size_t{19} * 1024 * 1024, .passes = 2}};
    constexpr std::size_t many = Passwords::at_once + Passwords::waiting_max + 10;
    std::atomic<int> turned_away{0}, done{0};
    std::vector<std::jthread> people;
    people.reserve(many);
    for (std::size_t i = 0; i < many; ++i)
        people.emplace_back([&] {
            const auto hash = passwords.hash("correct horse battery");
            if (hash)
                ++done;
            else if (hash.error().code == RefusalCode::too_many_sign_ins)
                ++turned_away;
        });
    people.clear();
    EXPECT_EQ(done + turned_away, static_cast<int>(many));
    EXPECT_GT(turned_away, 0);
    EXPECT_TRUE(passwords.hash("correct horse battery"));
}

TEST(UsablePassword, IsLongAndVariedAndNotTheUserName)
{
    EXPECT_TRUE(usable_password("correct horse battery", "d.okafor"));
    EXPECT_TRUE(usable_password("пароль-из-букв", "d.okafor"));
    EXPECT_EQ(refused("elevenchars"), RefusalCode::password_too_weak);
    EXPECT_EQ(refused("пароль"), RefusalCode::password_too_weak);
    EXPECT_EQ(refused("aaaaaaaaaaaaaaaa"), RefusalCode::password_too_weak);
    EXPECT_EQ(refused("abababababababab"), RefusalCode::password_too_weak);
    EXPECT_EQ(refused("I am D.Okafor, hello"), RefusalCode::password_too_weak);
    EXPECT_EQ(refused(std::string(1001, 'x')), RefusalCode::too_long);
}

} // namespace heed::secrets
