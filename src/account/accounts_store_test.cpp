#include "account/people_test.hpp"

#include "ledger/verify.hpp"
#include "store/migrate.hpp"

namespace heed::account {

namespace {

class AccountsStore : public PeopleTest {
protected:
    RefusalCode refused(const NewUser& wanted, const std::string& field)
    {
        const auto outcome = accounts.add_user({"console", "console"}, wanted);
        EXPECT_FALSE(outcome);
        EXPECT_EQ(outcome.error().field, field);
        return outcome.error().code;
    }
    User user(const UserId& id)
    {
        return *database.read([&](store::Snapshot& records) { return find_user(records, id); });
    }
};
HEED_ON_EVERY_ENGINE(AccountsStore);

} // namespace

TEST_P(AccountsStore, AddsAUserWithAPasswordForOnceAndAToken)
{
    const auto added = accounts.add_user({"console", "console"}, {.user_name = "d.okafor",
                                                                  .name = " Dele Okafor ",
                                                                  .role = "key_worker",
                                                                  .email = "dele@example.org",
                                                                  .professional = "p-1",
                                                                  .with_token = true});
    ASSERT_TRUE(added);
    EXPECT_EQ(added->token.size(), 43U);
    const auto person = accounts.authenticate_token(added->token);
    ASSERT_TRUE(person);
    EXPECT_EQ(person->user, added->id);
    EXPECT_EQ(person->name, "Dele Okafor");
    EXPECT_EQ(person->role, Role::key_worker);
    EXPECT_EQ(person->professional, "p-1");
    EXPECT_EQ(sign_in.begin({"d.okafor", added->password})->stage, Stage::password);
    EXPECT_EQ(database.read([&](auto& records) { return email_of(records, added->id); }),
              "dele@example.org");
}

TEST_P(AccountsStore, RefusesAUserThatCannotBe)
{
    add("d.okafor");
    EXPECT_EQ(refused({"d.okafor", "Other", "auditor"}, "user_name"), RefusalCode::user_name_taken);
    const std::string too_long(41, 'x');
    for (const std::string& name :
         {std::string{}, std::string{"x"}, std::string{"Dele"}, std::string{"d@o"}, too_long})
        EXPECT_EQ(refused({name, "Dele", "auditor"}, "user_name"), RefusalCode::user_name_unusable);
    EXPECT_EQ(refused({"dele", " ", "auditor"}, "name"), RefusalCode::needed);
    EXPECT_EQ(refused({"dele", std::string(101, 'x'), "auditor"}, "name"), RefusalCode::too_long);
    EXPECT_EQ(refused({"dele", "Dele", "custodian"}, "role"), RefusalCode::no_such_role);
    EXPECT_EQ(refused({"dele", "Dele", "auditor", "nowhere"}, "email"), RefusalCode::not_an_email);
}

TEST_P(AccountsStore, MakesAFirstAdministratorOnce)
{
    const auto first = accounts.first_administrator("admin", "Ada Boateng");
    ASSERT_TRUE(first);
    EXPECT_EQ(user(first->id).role, Role::administrator);
    EXPECT_EQ(accounts.first_administrator("admin2", "Ada Boateng").error().code,
              RefusalCode::already_a_record);
}

TEST_P(AccountsStore, LetsOnlyAdministratorsManageUsers)
{
    Desk manager = desk_of(add("manager").id, Role::designated_manager);
    EXPECT_EQ(accounts.add_user(manager, {"dele", "Dele", "auditor"}).error().code,
              RefusalCode::not_allowed);
    EXPECT_EQ(accounts.reset_password(manager, add("other").id).error().code,
              RefusalCode::not_allowed);
    Desk admin = desk_of(add("admin", Role::administrator).id, Role::administrator);
    EXPECT_TRUE(accounts.add_user(admin, {"dele", "Dele", "auditor"}));
}

TEST_P(AccountsStore, LetsNobodyChangeTheirOwnRightsOrLockThemselvesOut)
{
    const UserId me = add("admin", Role::administrator).id;
    Desk admin = desk_of(me, Role::administrator);
    const auto code = [](const auto& outcome) { return outcome.error().code; };
    EXPECT_EQ(code(accounts.change_user(admin, me, {"Me", "designated_manager", ""})),
              RefusalCode::not_yourself);
    EXPECT_EQ(code(accounts.close_account(admin, me)), RefusalCode::not_yourself);
    EXPECT_EQ(code(accounts.reset_password(admin, me)), RefusalCode::not_yourself);
    EXPECT_EQ(code(accounts.reset_second_factor(admin, me)), RefusalCode::not_yourself);
    EXPECT_TRUE(accounts.change_user(admin, me, {"My new name", "administrator", ""}));
    EXPECT_EQ(user(me).name, "My new name");
    EXPECT_EQ(code(accounts.close_account(admin, UserId::make(clock, randomness))),
              RefusalCode::no_such_user);
}

TEST_P(AccountsStore, EndsSessionsAndTokensOfAClosedAccountAtOnce)
{
    const UserId id = add_settled("d.okafor");
    Desk own = desk_of(id, Role::duty_worker);
    const std::string token = *accounts.make_token(own, "laptop");
    const auto opened = sign_in.begin({"d.okafor", good_password});
    ASSERT_TRUE(is_live(opened->token));

    Desk admin = desk_of(add("admin", Role::administrator).id, Role::administrator);
    ASSERT_TRUE(accounts.close_account(admin, id));
    EXPECT_FALSE(is_live(opened->token));
    EXPECT_EQ(accounts.authenticate_token(token).error().code, RefusalCode::sign_in_first);
    EXPECT_EQ(sign_in.begin({"d.okafor", good_password}).error().code, RefusalCode::wrong_sign_in);

    ASSERT_TRUE(accounts.open_account(admin, id));
    EXPECT_TRUE(sign_in.begin({"d.okafor", good_password}));
}

TEST_P(AccountsStore, EndsSessionsWhenTheRoleChanges)
{
    const UserId id = add_settled("d.okafor");
    const auto opened = sign_in.begin({"d.okafor", good_password});
    Desk admin = desk_of(add("admin", Role::administrator).id, Role::administrator);
    ASSERT_TRUE(accounts.change_user(admin, id, {"Dele Okafor", "duty_worker", "d@example.org"}));
    EXPECT_TRUE(is_live(opened->token));
    ASSERT_TRUE(accounts.change_user(admin, id, {"Dele Okafor", "auditor", ""}));
    EXPECT_FALSE(is_live(opened->token));
    EXPECT_EQ(user(id).role, Role::auditor);
}

TEST_P(AccountsStore, GetsPeopleInAgainWhoLostPasswordOrTelephone)
{
    const UserId id = add_settled("d.okafor");
    const auto opened = sign_in.begin({"d.okafor", good_password});
    const std::string secret = *sign_in.secret_to_set_up(session(opened->token));
    ASSERT_TRUE(sign_in.set_up_second_factor(session(opened->token),
                                             secrets::totp_code(secret, clock.now())));
    Desk admin = desk_of(add("admin", Role::administrator).id, Role::administrator);
    ASSERT_TRUE(accounts.reset_second_factor(admin, id));
    const auto password = accounts.reset_password(admin, id);
    ASSERT_TRUE(password);
    EXPECT_EQ(sign_in.begin({"d.okafor", good_password}).error().code, RefusalCode::wrong_sign_in);
    EXPECT_EQ(sign_in.begin({"d.okafor", *password})->stage, Stage::password);
}

TEST_P(AccountsStore, TakesARevokedTokenNoMore)
{
    const UserId id = add_settled("d.okafor"), other = add_settled("other");
    Desk own = desk_of(id, Role::duty_worker), theirs = desk_of(other, Role::duty_worker);
    const std::string first = *accounts.make_token(own, "laptop");
    const std::string second = *accounts.make_token(own, "script");
    const auto tokens =
        database.read([&](store::Snapshot& records) { return tokens_of(records, id); });
    ASSERT_EQ(tokens.size(), 2U);
    const auto laptop = std::ranges::find(tokens, "laptop", &ApiToken::label);

    EXPECT_EQ(accounts.revoke_own_token(theirs, laptop->id).error().code, RefusalCode::not_found);
    EXPECT_TRUE(accounts.authenticate_token(first));
    ASSERT_TRUE(accounts.revoke_own_token(own, laptop->id));
    EXPECT_FALSE(accounts.authenticate_token(first));
    EXPECT_TRUE(accounts.authenticate_token(second));
    EXPECT_FALSE(accounts.authenticate_token(""));
    EXPECT_EQ(accounts.make_token(own, " ").error().code, RefusalCode::needed);
}

TEST_P(AccountsStore, RefusesASettingThatIsNone)
{
    const auto change = [&](const char* name, const char* value) {
        return database.write([&](store::Transaction& records) {
            return change_setting(records, pen, {"console", "console"}, name, value);
        });
    };
    EXPECT_TRUE(change("second_factor", "optional"));
    EXPECT_TRUE(change("idle_minutes", "30"));
    for (const auto& [name, value] : {std::pair{"second_factor", "never"},
                                      {"idle_minutes", "0"},
                                      {"idle_minutes", "121"},
                                      {"idle_minutes", "5 "},
                                      {"idle_minutes_out_of_hours", "721"},
                                      {"colour", "blue"}})
        EXPECT_EQ(change(name, value).error().code, RefusalCode::no_such_setting) << name << value;
    const Settings now = database.read([](auto& records) { return settings(records); });
    EXPECT_FALSE(now.second_factor_required);
    EXPECT_EQ(now.idle_minutes, 30);
    EXPECT_EQ(now.idle_minutes_out_of_hours, 60);
}

TEST_P(AccountsStore, CanBeProvedByTheLedger)
{
    const UserId id = add_settled("d.okafor");
    Desk own = desk_of(id, Role::duty_worker);
    ASSERT_TRUE(accounts.make_token(own, "laptop"));
    const auto verified = [&] {
        return ledger::verify(database, store::record_tables(store::migrations()), {});
    };
    EXPECT_TRUE(verified().findings.empty());
    database.write([&](store::Transaction& records) {
        records.execute("UPDATE app_user SET role = 'designated_manager' WHERE id = $1", id);
    });
    EXPECT_FALSE(verified().findings.empty());
}

} // namespace heed::account
