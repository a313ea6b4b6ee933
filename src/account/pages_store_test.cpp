#include "account/page_parts.hpp"
#include "account/pages.hpp"

#include "account/people_test.hpp"
#include "support/browser.hpp"

namespace heed::account {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;
using testing::Browser;

class AccountPages : public PeopleTest {
protected:
    AccountPages() { routes(router, means); }

    /// Follows the form of a page: its CSRF token is put into what is posted next.
    web::Response open(const std::string& target)
    {
        web::Response page = browser.get(target);
        const auto at = page.body.find("name=\"csrf\" value=\"");
        if (at != std::string::npos) browser.csrf = page.body.substr(at + 19, 64);
        return page;
    }
    std::string to(const web::Response& response)
    {
        EXPECT_EQ(response.status, 303U) << response.body;
        return Browser::location(response);
    }
    /// The key that the page shows for typing, as bytes.
    std::string secret_shown()
    {
        const auto token = browser.cookies.at("session");
        return session(token).waiting_secret.value();
    }
    std::string code(const std::string& secret) { return secrets::totp_code(secret, clock.now()); }
    static bool has(const web::Response& page, std::string_view text)
    {
        return page.body.find(text) != std::string::npos;
    }
    User user(const UserId& id)
    {
        return *database.read([&](store::Snapshot& records) { return find_user(records, id); });
    }

    permission::Guard guard{{.database = database, .pen = pen, .page = testing::bare_pages()}};
    Means means{database, clock, accounts, guard, "Heed Medway"};
    web::Router router;
    Browser browser{router};
};
HEED_ON_EVERY_ENGINE(AccountPages);

} // namespace

TEST_P(AccountPages, LeadAFirstTimerToWhereTheyWereGoing)
{
    const AddedUser added = add("d.okafor");
    const auto page = open("/sign-in?then=%2Flist%3Fpage%3D2");
    EXPECT_TRUE(has(page, "name=\"then\" value=\"/list?page=2\""));
    EXPECT_EQ(to(browser.post("/sign-in", {{"user_name", "d.okafor"},
                                           {"password", added.password},
                                           {"then", "/list?page=2"}})),
              "/account/password?then=%2Flist%3Fpage%3D2");

    EXPECT_TRUE(has(open("/account/password?then=%2Flist%3Fpage%3D2"), "Choose a password"));
    EXPECT_EQ(to(browser.post("/account/password",
                              {{"password", good_password}, {"then", "/list?page=2"}})),
              "/account/second-factor?then=%2Flist%3Fpage%3D2");

    const auto factor = open("/account/second-factor?then=%2Flist%3Fpage%3D2");
    EXPECT_TRUE(has(factor, "<svg"));
    EXPECT_TRUE(has(factor, secrets::totp_secret_in_words(secret_shown())));
    const auto wrong = browser.post("/account/second-factor", {{"code", "000000"}});
    EXPECT_EQ(wrong.status, 422U);
    EXPECT_TRUE(has(wrong, secrets::totp_secret_in_words(secret_shown())));
    EXPECT_EQ(to(browser.post("/account/second-factor",
                              {{"code", code(secret_shown())}, {"then", "/list?page=2"}})),
              "/list?page=2");
    EXPECT_EQ(session(browser.cookies["session"]).stage, Stage::full);
}

TEST_P(AccountPages, AskForTheCodeOfTheSecondFactor)
{
    add_settled("d.okafor");
    const auto full = sign_in.begin({"d.okafor", good_password});
    const std::string secret = *sign_in.secret_to_set_up(session(full->token));
    ASSERT_TRUE(sign_in.set_up_second_factor(session(full->token), code(secret)));
    clock.advance(seconds{60});

    const web::Fields credentials{{"user_name", "d.okafor"}, {"password", good_password}};
    EXPECT_EQ(to(browser.post("/sign-in", credentials)), "/sign-in/code");
    EXPECT_EQ(to(browser.get("/account")), "/sign-in/code");
    EXPECT_EQ(to(browser.get("/account/password")), "/sign-in/code");
    const auto page = open("/sign-in/code");
    EXPECT_TRUE(has(page, "autocomplete=\"one-time-code\""));
    EXPECT_TRUE(has(page, "inputmode=\"numeric\""));
    const auto wrong = browser.post("/sign-in/code", {{"code", "12"}});
    EXPECT_EQ(wrong.status, 422U);
    EXPECT_TRUE(has(wrong, "href=\"#code\""));
    const std::string before = browser.cookies["session"];
    EXPECT_EQ(to(browser.post("/sign-in/code", {{"code", code(secret)}})), "/");
    EXPECT_NE(browser.cookies["session"], before);
    EXPECT_EQ(browser.get("/account").status, 200U);
}

TEST_P(AccountPages, ShutOutTheAddressThatGuessesAndNoOther)
{
    add_settled("d.okafor");
    const auto given = [&](const char* peer, const char* password) {
        browser.peer = peer;
        return browser.post("/sign-in", {{"user_name", "d.okafor"}, {"password", password}});
    };
    for (int i = 1; i < lockout::limits.front().wrong_tries; ++i) given("203.0.113.9", "x");
    const auto locked = given("203.0.113.9", "x");
    EXPECT_EQ(locked.status, 422U);
    EXPECT_TRUE(has(locked, sentence(RefusalCode::locked_out)));
    EXPECT_EQ(given("203.0.113.9", good_password).status, 422U);
    EXPECT_EQ(to(given("192.0.2.7", good_password)), "/");
}

TEST_P(AccountPages, SayTheSameForAWrongNameAndAWrongPassword)
{
    add_settled("d.okafor");
    const auto known = browser.post("/sign-in", {{"user_name", "d.okafor"}, {"password", "x"}});
    auto unknown = browser.post("/sign-in", {{"user_name", "d.okafox"}, {"password", "x"}});
    EXPECT_EQ(known.status, 422U);
    EXPECT_TRUE(has(known, sentence(RefusalCode::wrong_sign_in)));
    EXPECT_TRUE(has(known, "href=\"#user_name\""));
    EXPECT_TRUE(has(known, "Error: Sign in"));
    unknown.body.replace(unknown.body.find("d.okafox"), 8, "d.okafor");
    EXPECT_EQ(unknown.body, known.body);
    EXPECT_TRUE(browser.cookies.empty());
}

TEST_P(AccountPages, LeadNowhereElseAfterSigningIn)
{
    add_settled("d.okafor");
    for (const char* then : {"https://elsewhere.example/", "//elsewhere.example", "javascript:x"})
        EXPECT_EQ(to(browser.post(
                      "/sign-in",
                      {{"user_name", "d.okafor"}, {"password", good_password}, {"then", then}})),
                  "/");
}

TEST_P(AccountPages, TakeNoSessionThatSomebodyPlanted)
{
    add_settled("d.okafor");
    browser.cookies["session"] = "planted-before-signing-in";
    browser.post("/sign-in", {{"user_name", "d.okafor"}, {"password", good_password}});
    EXPECT_NE(browser.cookies["session"], "planted-before-signing-in");
    EXPECT_EQ(browser.cookies["session"].size(), 43U);
    browser.cookies["session"] = "planted-before-signing-in";
    EXPECT_EQ(to(browser.get("/account")), "/sign-in?then=%2Faccount");
}

TEST_P(AccountPages, LetABrowserFillInWhatItKeeps)
{
    const auto page = browser.get("/sign-in");
    EXPECT_TRUE(has(page, "autocomplete=\"username\""));
    EXPECT_TRUE(has(page, "autocomplete=\"current-password\""));
    EXPECT_FALSE(has(page, "onpaste"));
    EXPECT_FALSE(has(page, "autocomplete=\"off\""));
    const AddedUser added = add("d.okafor");
    browser.post("/sign-in", {{"user_name", "d.okafor"}, {"password", added.password}});
    const auto choose = open("/account/password");
    EXPECT_TRUE(has(choose, "autocomplete=\"new-password\""));
    EXPECT_TRUE(has(choose, "autocomplete=\"username\" value=\"d.okafor\""));
}

TEST_P(AccountPages, EndTheSessionOnSigningOut)
{
    add_settled("d.okafor");
    browser.post("/sign-in", {{"user_name", "d.okafor"}, {"password", good_password}});
    const std::string token = browser.cookies["session"];
    open("/account");
    EXPECT_EQ(to(browser.post("/sign-out")), "/sign-in");
    EXPECT_TRUE(browser.cookies.empty());
    browser.cookies["session"] = token;
    EXPECT_EQ(to(browser.get("/account")), "/sign-in?then=%2Faccount");
}

TEST_P(AccountPages, SayAllThatIsWrongWithANewUserAtOnce)
{
    add_settled("amy", Role::administrator);
    browser.post("/sign-in", {{"user_name", "amy"}, {"password", good_password}});
    open("/users/new");
    const auto page = browser.post(
        "/users/new", {{"user_name", "amy"}, {"name", " "}, {"role", "king"}, {"email", "nobody"}});
    EXPECT_EQ(page.status, 422U);
    for (const RefusalCode code :
         {RefusalCode::user_name_taken, RefusalCode::no_such_role, RefusalCode::not_an_email})
        EXPECT_TRUE(has(page, sentence(code))) << code_name(code);
    EXPECT_TRUE(has(page, "Enter the name."));
}

TEST_P(AccountPages, EndEverySessionOnSigningOutEverywhere)
{
    add_settled("d.okafor");
    const auto elsewhere = sign_in.begin({"d.okafor", good_password});
    browser.post("/sign-in", {{"user_name", "d.okafor"}, {"password", good_password}});
    open("/account");
    EXPECT_EQ(to(browser.post("/account/sign-out-everywhere")), "/sign-in");
    EXPECT_FALSE(is_live(elsewhere->token));
}

TEST_P(AccountPages, ChangeAPasswordAndSayWhatIsWrongWithIt)
{
    const UserId id = add_settled("d.okafor");
    browser.post("/sign-in", {{"user_name", "d.okafor"}, {"password", good_password}});
    EXPECT_TRUE(has(open("/account/password"), "Present password"));
    const auto change = [&](const char* current, const char* wanted) {
        return browser.post("/account/password", {{"current", current}, {"password", wanted}});
    };
    EXPECT_TRUE(has(change("guessed", "a quite new password"), "href=\"#current\""));
    EXPECT_TRUE(has(change(good_password, "short"), "href=\"#password\""));
    EXPECT_EQ(to(change(good_password, "a quite new password")), "/account?done=password");
    EXPECT_TRUE(has(open("/account?done=password"), "Your password is changed"));
    EXPECT_EQ(std::ranges::count(actions_about(id), "password.changed"), 2);
}

TEST_P(AccountPages, ShowATokenOnceAndRevokeIt)
{
    const UserId id = add_settled("d.okafor");
    browser.post("/sign-in", {{"user_name", "d.okafor"}, {"password", good_password}});
    open("/account");
    EXPECT_TRUE(has(browser.post("/account/tokens", {{"label", " "}}), "href=\"#label\""));
    const auto made = browser.post("/account/tokens", {{"label", "night script"}});
    const auto at = made.body.find("<code");
    const auto from = made.body.find('>', at) + 1;
    const std::string token = made.body.substr(from, 43);
    ASSERT_TRUE(accounts.authenticate_token(token));
    EXPECT_FALSE(has(browser.get("/account"), token));
    EXPECT_TRUE(has(browser.get("/account"), "night script"));

    const auto tokens =
        database.read([&](store::Snapshot& records) { return tokens_of(records, id); });
    const std::string revoke = "/account/tokens/" + tokens[0].id.text() + "/revoke";
    EXPECT_EQ(to(browser.post(revoke)), "/account?done=revoked");
    EXPECT_FALSE(accounts.authenticate_token(token));
    EXPECT_EQ(browser.post(revoke).status, 404U);
}

TEST_P(AccountPages, LetAnAdministratorAddAUser)
{
    testing::sign_in_as(browser, Role::administrator, database, pen);
    const auto wrong = browser.post("/users/new", {{"user_name", "Not Usable"},
                                                   {"name", "Ada <Boateng>"},
                                                   {"role", "auditor"},
                                                   {"email", ""}});
    EXPECT_EQ(wrong.status, 422U);
    EXPECT_TRUE(has(wrong, "href=\"#user_name\""));
    EXPECT_TRUE(has(wrong, "value=\"Ada &lt;Boateng&gt;\""));
    EXPECT_TRUE(has(wrong, "<option value=\"auditor\" selected>"));
    const auto added = browser.post("/users/new", {{"user_name", "a.boateng"},
                                                   {"name", "Ada Boateng"},
                                                   {"role", "auditor"},
                                                   {"email", "ada@example.org"}});
    EXPECT_EQ(added.status, 200U);
    const auto from = added.body.find('>', added.body.find("<code")) + 1;
    EXPECT_TRUE(sign_in.begin({"a.boateng", added.body.substr(from, 24)}));
    EXPECT_TRUE(has(browser.get("/users"), "a.boateng"));
}

TEST_P(AccountPages, LetAnAdministratorDoWhatAUserNeeds)
{
    const UserId id = add_settled("d.okafor");
    testing::sign_in_as(browser, Role::administrator, database, pen);
    const std::string here = "/users/" + id.text();
    EXPECT_TRUE(has(browser.get(here), "d.okafor"));
    EXPECT_EQ(to(browser.post(here, {{"name", "Dele O."}, {"role", "auditor"}, {"email", ""}})),
              here + "?done=saved");
    EXPECT_EQ(user(id).role, Role::auditor);
    EXPECT_EQ(browser.post(here, {{"name", ""}, {"role", "auditor"}}).status, 422U);
    EXPECT_EQ(to(browser.post(here + "/close")), here + "?done=closed");
    EXPECT_TRUE(user(id).disabled);
    EXPECT_TRUE(has(browser.get(here + "?done=closed"), "The account is closed."));
    EXPECT_EQ(to(browser.post(here + "/open")), here + "?done=opened");
    EXPECT_EQ(to(browser.post(here + "/sessions")), here + "?done=sessions");
    EXPECT_EQ(to(browser.post(here + "/second-factor")), here + "?done=second_factor");
    const auto told = browser.post(here + "/password");
    const auto from = told.body.find('>', told.body.find("<code")) + 1;
    EXPECT_EQ(sign_in.begin({"d.okafor", told.body.substr(from, 24)})->stage, Stage::password);
}

TEST_P(AccountPages, FindNoUserThatIsNot)
{
    testing::sign_in_as(browser, Role::administrator, database, pen);
    const std::string nobody = "/users/" + UserId::make(clock, randomness).text();
    EXPECT_EQ(browser.get(nobody).status, 404U);
    EXPECT_EQ(browser.get("/users/12").status, 404U);
    EXPECT_EQ(browser.post(nobody + "/close").status, 404U);
    EXPECT_EQ(browser.post(nobody + "/password").status, 404U);
}

TEST_P(AccountPages, AreClosedToWhoMayNotManageUsers)
{
    for (const Role role : every_role) {
        if (allows(role, Right::manage_users)) continue;
        testing::sign_in_as(browser, role, database, pen);
        EXPECT_EQ(browser.get("/users").status, 403U) << code_of(role);
        EXPECT_EQ(browser.post("/users/new").status, 403U) << code_of(role);
    }
}

TEST_P(AccountPages, LetNobodyCloseTheirOwnAccount)
{
    const auto me = testing::sign_in_as(browser, Role::administrator, database, pen);
    const auto page = browser.post("/users/" + me.user.text() + "/close");
    EXPECT_EQ(page.status, 422U);
    EXPECT_TRUE(has(page, sentence(RefusalCode::not_yourself)));
    EXPECT_FALSE(user(me.user).disabled);
}

TEST(DeviceNamed, SaysWhichBrowserWhere)
{
    EXPECT_EQ(device_named("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 "
                           "Firefox/128.0"),
              "Firefox on Windows");
    EXPECT_EQ(device_named("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, "
                           "like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0"),
              "Edge on Windows");
    EXPECT_EQ(device_named("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) "
                           "AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1"),
              "Safari on iPhone");
    EXPECT_EQ(device_named(""), "Another browser on another system");
}

} // namespace heed::account
