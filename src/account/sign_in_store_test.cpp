#include "account/people_test.hpp"
#include "outbox/outbox.hpp"

namespace heed::account {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

class SignInStore : public PeopleTest {
protected:
    RefusalCode wrong(const std::string& user_name, const std::string& password = "not the one")
    {
        const auto opened = sign_in.begin({user_name, password});
        EXPECT_FALSE(opened);
        return opened.error().code;
    }
    /// Someone with a second factor; gives its secret. Signed out, half a minute ago.
    std::string add_with_second_factor(const std::string& user_name)
    {
        add_settled(user_name);
        const auto full = sign_in.begin({user_name, good_password});
        const std::string secret = *sign_in.secret_to_set_up(session(full->token));
        const auto done = sign_in.set_up_second_factor(session(full->token), code(secret));
        EXPECT_TRUE(done);
        sign_in.sign_out(session(done->token));
        clock.advance(seconds{60});
        return secret;
    }
    std::string code(const std::string& secret) { return secrets::totp_code(secret, clock.now()); }
};
HEED_ON_EVERY_ENGINE(SignInStore);

constexpr int wrong_tries_max = lockout::limits.front().wrong_tries;

} // namespace

TEST_P(SignInStore, LeadsAFirstTimerFromOneTimePasswordToSecondFactor)
{
    const AddedUser added = add("d.okafor");
    const auto first = sign_in.begin({" D.Okafor ", added.password, "Firefox on Windows"});
    ASSERT_TRUE(first);
    EXPECT_EQ(first->stage, Stage::password);

    const auto second = sign_in.choose_password(session(first->token), {.wanted = good_password});
    ASSERT_TRUE(second);
    EXPECT_EQ(second->stage, Stage::second_factor);

    const std::string secret = *sign_in.secret_to_set_up(session(second->token));
    EXPECT_EQ(*sign_in.secret_to_set_up(session(second->token)), secret);
    const auto wrong_code = sign_in.set_up_second_factor(session(second->token), "000000");
    ASSERT_FALSE(wrong_code);
    EXPECT_EQ(wrong_code.error(), (Refusal{RefusalCode::wrong_code, "code", ""}));
    const auto third = sign_in.set_up_second_factor(session(second->token), code(secret));
    ASSERT_TRUE(third);
    EXPECT_EQ(third->stage, Stage::full);

    EXPECT_EQ(session(third->token).device, "Firefox on Windows");
    EXPECT_EQ(actions_about(added.id),
              (std::vector<std::string>{"sign_in.done", "second_factor.set_up", "password.changed",
                                        "user.added"}));
    EXPECT_EQ(sign_in.secret_to_set_up(session(third->token)).error().code,
              RefusalCode::second_factor_is_set);
}

TEST_P(SignInStore, GivesANewTokenAtEachStepAndEndsTheOneBefore)
{
    const std::string secret = add_with_second_factor("d.okafor");
    const auto half = sign_in.begin({"d.okafor", good_password});
    ASSERT_EQ(half->stage, Stage::code);
    const Session before = session(half->token);
    const auto full = sign_in.give_code(before, code(secret));
    ASSERT_TRUE(full);
    EXPECT_EQ(full->stage, Stage::full);
    EXPECT_NE(full->token, half->token);
    EXPECT_FALSE(is_live(half->token));
    EXPECT_NE(session(full->token).csrf, before.csrf);
    EXPECT_NE(session(full->token).id, before.id);
}

TEST_P(SignInStore, TakesNoCodeTwice)
{
    const std::string secret = add_with_second_factor("d.okafor");
    const std::string once = code(secret);
    ASSERT_TRUE(
        sign_in.give_code(session(sign_in.begin({"d.okafor", good_password})->token), once));
    const auto again =
        sign_in.give_code(session(sign_in.begin({"d.okafor", good_password})->token), once);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, RefusalCode::wrong_code);
    clock.advance(seconds{30});
    EXPECT_TRUE(sign_in.give_code(session(sign_in.begin({"d.okafor", good_password})->token),
                                  code(secret)));
}

TEST_P(SignInStore, AnswersAnUnknownNameAsItDoesAWrongPasswordAndWorksAsHard)
{
    add_settled("d.okafor");
    const auto computed = accounts.passwords().computed();
    EXPECT_EQ(wrong("d.okafor"), RefusalCode::wrong_sign_in);
    EXPECT_EQ(accounts.passwords().computed(), computed + 1);
    EXPECT_EQ(wrong("nobody"), RefusalCode::wrong_sign_in);
    EXPECT_EQ(accounts.passwords().computed(), computed + 2);
}

TEST_P(SignInStore, SealsASecondFactorWhereThereIsAKey)
{
    const std::string key(64, 'a');
    Accounts sealing{database, pen, {.memory_bytes = 8192, .passes = 1}, key};
    const auto stored = [&](const UserId& user) {
        return *database.read([&](store::Snapshot& records) { return secret_of(records, user); })
                    .totp_secret;
    };
    // From before there was a key: it is sealed when its first code is taken.
    const std::string secret = add_with_second_factor("d.okafor");
    const UserId user = database.read(
        [](store::Snapshot& records) { return permission::user_named(records, "d.okafor")->id; });
    EXPECT_EQ(stored(user), secret);
    const auto give_code = [&](Accounts& door) {
        clock.advance(seconds{60});
        const auto opened = door.sign_in().begin({"d.okafor", good_password});
        return door.sign_in().give_code(session(opened->token), code(secret)).has_value();
    };
    EXPECT_TRUE(give_code(sealing));
    EXPECT_EQ(stored(user).find(secret), std::string::npos);
    EXPECT_TRUE(give_code(sealing));
    EXPECT_THROW(give_code(accounts), Fault) << "nobody gets in without the key";
}

TEST_P(SignInStore, SealsASecondFactorFromTheFirst)
{
    Accounts sealing{database, pen, {.memory_bytes = 8192, .passes = 1}, std::string(64, 'b')};
    const AddedUser added = add("d.okafor");
    const auto first = sealing.sign_in().begin({"d.okafor", added.password});
    const auto second =
        sealing.sign_in().choose_password(session(first->token), {.wanted = good_password});
    const std::string secret = *sealing.sign_in().secret_to_set_up(session(second->token));
    EXPECT_EQ(*sealing.sign_in().secret_to_set_up(session(second->token)), secret);
    EXPECT_NE(*session(second->token).waiting_secret, secret);
    ASSERT_TRUE(sealing.sign_in().set_up_second_factor(session(second->token), code(secret)));
    const auto stored =
        database.read([&](store::Snapshot& records) { return secret_of(records, added.id); });
    EXPECT_EQ(stored.totp_secret->find(secret), std::string::npos);
}

TEST_P(SignInStore, LocksAfterTenWrongTriesForAQuarterOfAnHour)
{
    const UserId id = add_settled("d.okafor");
    const SignedIn administrator{add("admin", Role::administrator).id, "", "", {}};
    const auto told = [&] {
        return database.read(
            [&](store::Snapshot& records) { return outbox::inbox(records, administrator, 9); });
    };
    for (int i = 1; i < wrong_tries_max; ++i)
        EXPECT_EQ(wrong("d.okafor"), RefusalCode::wrong_sign_in);
    EXPECT_TRUE(told().empty());
    EXPECT_EQ(wrong("d.okafor"), RefusalCode::locked_out);
    ASSERT_EQ(told().size(), 1U);
    EXPECT_EQ(told()[0].subject, id.text());

    EXPECT_EQ(wrong("d.okafor", good_password), RefusalCode::locked_out);
    clock.advance(minutes{14});
    EXPECT_EQ(wrong("d.okafor", good_password), RefusalCode::locked_out);
    clock.advance(minutes{1});
    EXPECT_EQ(wrong("d.okafor"), RefusalCode::wrong_sign_in);
    EXPECT_TRUE(sign_in.begin({"d.okafor", good_password}));

    const auto actions = actions_about(id);
    EXPECT_EQ(std::ranges::count(actions, "sign_in.failed"), wrong_tries_max + 1);
    EXPECT_EQ(std::ranges::count(actions, "sign_in.locked"), 1);
}

TEST_P(SignInStore, LocksANameThatNobodyHasJustTheSame)
{
    for (int i = 1; i < wrong_tries_max; ++i)
        EXPECT_EQ(wrong("nobody"), RefusalCode::wrong_sign_in);
    EXPECT_EQ(wrong("nobody"), RefusalCode::locked_out);
    EXPECT_EQ(wrong("nobody"), RefusalCode::locked_out);
}

TEST_P(SignInStore, ForgetsWrongTriesOnceSomebodyIsIn)
{
    add_settled("d.okafor");
    for (int i = 1; i < wrong_tries_max; ++i) wrong("d.okafor");
    ASSERT_TRUE(sign_in.begin({"d.okafor", good_password}));
    EXPECT_EQ(wrong("d.okafor"), RefusalCode::wrong_sign_in);
}

TEST_P(SignInStore, CountsWrongCodesAsWrongTries)
{
    const std::string secret = add_with_second_factor("d.okafor");
    const auto half = sign_in.begin({"d.okafor", good_password});
    for (int i = 1; i < wrong_tries_max; ++i)
        EXPECT_EQ(sign_in.give_code(session(half->token), "000000").error().code,
                  RefusalCode::wrong_code);
    EXPECT_EQ(sign_in.give_code(session(half->token), "000000").error().code,
              RefusalCode::locked_out);
    EXPECT_EQ(sign_in.give_code(session(half->token), code(secret)).error().code,
              RefusalCode::locked_out);
}

TEST_P(SignInStore, ChangesAPasswordOnlyForWhoKnowsThePresentOne)
{
    const UserId id = add_settled("d.okafor");
    const auto full = sign_in.begin({"d.okafor", good_password});
    const auto elsewhere = sign_in.begin({"d.okafor", good_password});
    const auto change = [&](const char* current, const char* wanted) {
        return sign_in.choose_password(session(full->token), {current, wanted});
    };
    EXPECT_EQ(change("guessed wrongly", "a quite new password").error(),
              (Refusal{RefusalCode::wrong_password, "current", ""}));
    EXPECT_EQ(change(good_password, good_password).error().code, RefusalCode::same_password);
    EXPECT_EQ(change(good_password, "short").error().code, RefusalCode::password_too_weak);

    const Moment ends_at = session(full->token).ends_at;
    clock.advance(minutes{5});
    const auto changed = change(good_password, "a quite new password");
    ASSERT_TRUE(changed);
    EXPECT_FALSE(is_live(full->token));
    EXPECT_FALSE(is_live(elsewhere->token));
    EXPECT_EQ(session(changed->token).ends_at, ends_at);
    EXPECT_TRUE(sign_in.begin({"d.okafor", "a quite new password"}));
    EXPECT_EQ(wrong("d.okafor", good_password), RefusalCode::wrong_sign_in);
    EXPECT_EQ(std::ranges::count(actions_about(id), "password.changed"), 2);
}

TEST_P(SignInStore, SignsOutHereOrEverywhere)
{
    const UserId id = add_settled("d.okafor");
    const auto here = sign_in.begin({"d.okafor", good_password});
    const auto there = sign_in.begin({"d.okafor", good_password});
    sign_in.sign_out(session(here->token));
    EXPECT_FALSE(is_live(here->token));
    EXPECT_TRUE(is_live(there->token));
    sign_in.sign_out_everywhere(session(there->token).person);
    EXPECT_FALSE(is_live(there->token));
    EXPECT_EQ(actions_about(id).front(), "sign_out.everywhere");
}

TEST_P(SignInStore, LetsOutOfHoursWorkersRestLonger)
{
    add_settled("night", Role::out_of_hours_worker);
    add_settled("day");
    const auto night = sign_in.begin({"night", good_password});
    const auto day = sign_in.begin({"day", good_password});
    clock.advance(minutes{15});
    EXPECT_TRUE(is_live(night->token));
    EXPECT_FALSE(is_live(day->token));
    clock.advance(minutes{45});
    EXPECT_FALSE(is_live(night->token));
}

TEST_P(SignInStore, SaysAtATerminalWhatABrowserWouldAskFor)
{
    const AddedUser added = add("new.one");
    const auto at_terminal = [&](std::string_view user, std::string_view password,
                                 std::string_view code) {
        return accounts.authenticate_password(user, password, code);
    };
    EXPECT_EQ(at_terminal("new.one", added.password, "").error().code,
              RefusalCode::choose_a_new_password);
    const auto first = sign_in.begin({"new.one", added.password});
    ASSERT_TRUE(sign_in.choose_password(session(first->token), {.wanted = good_password}));
    EXPECT_EQ(at_terminal("new.one", good_password, "").error().code,
              RefusalCode::set_up_second_factor);

    const std::string secret = add_with_second_factor("d.okafor");
    for (int i = 0; i <= wrong_tries_max; ++i)
        EXPECT_EQ(at_terminal("d.okafor", good_password, "").error(),
                  (Refusal{RefusalCode::wrong_code, "code", ""}));
    EXPECT_EQ(at_terminal("d.okafor", "not the one", "").error().code, RefusalCode::wrong_sign_in);
    const auto done = at_terminal("d.okafor", good_password, code(secret));
    ASSERT_TRUE(done);
    EXPECT_EQ(done->user_name, "d.okafor");
    EXPECT_EQ(done->role, Role::duty_worker);
    EXPECT_FALSE(at_terminal("d.okafor", good_password, code(secret)));
}

TEST_P(SignInStore, KeepsSecretsOutOfTheLedger)
{
    add_with_second_factor("d.okafor");
    database.read([&](store::Snapshot& records) {
        records.each("SELECT body FROM ledger_content", {}, [](const store::Row& row) {
            EXPECT_EQ(row.text("body").find("argon2"), std::string::npos);
            EXPECT_EQ(row.text("body").find("totp"), std::string::npos);
        });
    });
}

} // namespace heed::account
