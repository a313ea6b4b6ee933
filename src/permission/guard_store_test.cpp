#include "permission/guard.hpp"

#include "core/digest.hpp"
#include "permission/refusal_pages.hpp"
#include "permission/users.hpp"
#include "support/browser.hpp"
#include "support/engines.hpp"

namespace heed::permission {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using testing::Browser;

template <class Handler>
concept CanGuard =
    requires(Guard& guard, Handler handler) { guard.signed_in<Right::see_list>(handler); };
static_assert(CanGuard<VisitorHandler>);
// A handler that does not know its visitor cannot be mistaken for one that does.
static_assert(!CanGuard<web::Handler>);

class GuardStore : public testing::OnEveryEngine {
protected:
    GuardStore()
    {
        using web::Method;
        router.add(Method::get, "/list", "shows the list", guard.signed_in<Right::see_list>(say));
        router.add(Method::post, "/list", "changes it", guard.command<Right::see_list>(say));
        router.add(Method::post, "/users", "adds one", guard.command<Right::manage_users>(add));
        router.add(Method::get, "/users", "shows users", guard.signed_in<Right::manage_users>(say));
        router.add(Method::get, "/open", "greets",
                   guard.open([](const web::Request&) { return web::text(200, "welcome"); }));
        router.add(Method::get, "/api/list", "gives the list", guard.token<Right::see_list>(say),
                   {.caller = web::Caller::program});
        router.add(Method::post, "/api/list", "changes it",
                   guard.token_command<Right::see_list>(say), {.caller = web::Caller::program});
    }
    static web::Response say(const web::Request&, Visitor& visitor)
    {
        return web::text(200, "hello " + visitor.person.name);
    }
    /// Adds a user, and then is asked to fail before it answers, as if the power went.
    static web::Response add(const web::Request& request, Visitor& visitor)
    {
        const auto added =
            visitor.desk.carry_out([&](store::Transaction& records) -> Outcome<UserId> {
                const auto permit = TRY(visitor.desk.act<Right::manage_users>(records));
                const ledger::Pen& pen = visitor.desk.pen();
                User user{.id = UserId::make(pen.clock, pen.randomness), .role = Role::analyst};
                user.user_name = request.form.text("user_name");
                user.name = request.form.text("name");
                user.added_at = pen.clock.now();
                TRY_VOID(permission::add(records, user, "no password"));
                ledger::append(records, pen, permit.actor(),
                               {.action = "user.added", .subject = user.id.text()});
                return user.id;
            });
        if (!added) return web::text(422, std::string{code_name(added.error().code)});
        if (fails_before_it_answers) throw Fault{"the power went"};
        return web::see_other("/users/" + added->text());
    }
    static inline bool fails_before_it_answers = false;
    std::size_t users()
    {
        return database.read([](store::Snapshot& records) { return list_users(records).size(); });
    }
    SignedIn sign_in_as(Role role) { return testing::sign_in_as(browser, role, database, pen); }
    /// A program with a token, and whose it is.
    struct Program {
        SignedIn person;
        std::string token;
        TokenId id;
    };
    Program program_in(Role role)
    {
        const SignedIn person = sign_in_as(role);
        browser.cookies.clear();
        const std::string token = random_token(randomness, 32);
        const TokenId id = database.write([&](store::Transaction& records) {
            const TokenId made = add_token(records, pen, person.user, "x", sha256_hex(token));
            ledger::append(records, pen, {"console", "console"}, {.action = "token.made"});
            return made;
        });
        return {person, token, id};
    }
    std::vector<std::string> actions_by(const SignedIn& person)
    {
        std::vector<std::string> actions;
        for (const auto& entry : database.read([&](store::Snapshot& records) {
                 return ledger::by(records, person.user.text(), 100);
             }))
            actions.push_back(entry.act.action);
        return actions;
    }

    FixedClock clock{*moment_from_iso("2026-11-22T03:10:07Z")};
    SystemRandomness randomness;
    ledger::Pen pen{clock, randomness};
    Guard guard{{.database = database, .pen = pen, .page = testing::bare_pages()}};
    web::Router router;
    Browser browser{router};
};
HEED_ON_EVERY_ENGINE(GuardStore);

} // namespace

TEST_P(GuardStore, LetsSomebodyInWhoIsSignedInAndHasTheRight)
{
    sign_in_as(Role::duty_worker);
    EXPECT_EQ(browser.get("/list").body, "hello Dele Okafor");
    EXPECT_EQ(browser.post("/list").body, "hello Dele Okafor");
}

TEST_P(GuardStore, LetsEverybodyIntoWhatIsOpen) { EXPECT_EQ(browser.get("/open").body, "welcome"); }

TEST_P(GuardStore, SendsAStrangerToSignInAndBackAgain)
{
    const auto page = browser.get("/list?page=2");
    EXPECT_EQ(page.status, 303U);
    EXPECT_EQ(Browser::location(page), "/sign-in?then=%2Flist%3Fpage%3D2");
    EXPECT_EQ(Browser::location(browser.post("/list")), "/sign-in");

    browser.cookies["session"] = "planted by somebody";
    EXPECT_EQ(browser.get("/list").status, 303U);
}

TEST_P(GuardStore, RefusesARightThatTheRoleHasNotAndWritesItDown)
{
    const SignedIn person = sign_in_as(Role::duty_worker);
    const auto page = browser.get("/users");
    EXPECT_EQ(page.status, 403U);
    EXPECT_NE(page.body.find("Your role does not allow this"), std::string::npos);
    EXPECT_EQ(actions_by(person), std::vector<std::string>{"refused.manage_users"});
}

TEST_P(GuardStore, EndsASessionThatWasIdleTooLong)
{
    sign_in_as(Role::duty_worker);
    for (int i = 0; i < 5; ++i) {
        clock.advance(minutes{13});
        EXPECT_EQ(browser.get("/list").status, 200U);
    }
    clock.advance(minutes{15});
    EXPECT_EQ(browser.get("/list").status, 303U);
}

TEST_P(GuardStore, EndsASessionAfterTwelveHoursHoweverBusyItIs)
{
    sign_in_as(Role::duty_worker);
    const Moment began = clock.now();
    while (clock.now() + minutes{10} < began + hours{12}) {
        clock.advance(minutes{10});
        ASSERT_EQ(browser.get("/list").status, 200U);
    }
    clock.advance(minutes{10});
    EXPECT_EQ(browser.get("/list").status, 303U);
}

TEST_P(GuardStore, TakesNoFormWithoutTheSessionsToken)
{
    sign_in_as(Role::duty_worker);
    const auto forged = browser.post("/list", {{"csrf", "guessed"}, {"note", "He said <hello>"}});
    EXPECT_EQ(forged.status, 422U);
    EXPECT_NE(forged.body.find(sentence(RefusalCode::form_expired)), std::string::npos);
    browser.csrf.clear();
    EXPECT_EQ(browser.post("/list").status, 422U);
}

TEST_P(GuardStore, GivesBackWhatWasTypedInAFormThatIsTooOld)
{
    sign_in_as(Role::duty_worker);
    const std::string old_token = browser.csrf;
    sign_in_as(Role::duty_worker);
    const auto page = browser.post(
        "/list",
        {{"csrf", old_token}, {"note", "He said <hello>"}, {"password", "correct horse battery"}});
    EXPECT_EQ(page.status, 422U);
    EXPECT_NE(page.body.find("name=\"note\" value=\"He said &lt;hello&gt;\""), std::string::npos);
    EXPECT_NE(page.body.find("value=\"" + browser.csrf + "~"), std::string::npos);
    EXPECT_EQ(page.body.find(old_token), std::string::npos);
    EXPECT_EQ(page.body.find("correct horse"), std::string::npos);
}

TEST_P(GuardStore, CarriesAFormOutOnceHoweverOftenItIsSent)
{
    sign_in_as(Role::administrator);
    const web::Fields form{
        {"csrf", browser.fresh_token()}, {"user_name", "sam"}, {"name", "Sam Ode"}};
    const auto first = browser.post("/users", form);
    ASSERT_EQ(first.status, 303U) << first.body;
    const auto again = browser.post("/users", form);
    EXPECT_EQ(Browser::location(again), Browser::location(first));
    EXPECT_EQ(users(), 2U);
}

TEST_P(GuardStore, GivesTheFirstOutcomeWhenItsAnswerWasLost)
{
    sign_in_as(Role::administrator);
    const web::Fields form{
        {"csrf", browser.fresh_token()}, {"user_name", "sam"}, {"name", "Sam Ode"}};
    fails_before_it_answers = true;
    EXPECT_EQ(browser.post("/users", form).status, 503U);
    fails_before_it_answers = false;
    const auto again = browser.post("/users", form);
    ASSERT_EQ(again.status, 303U) << again.body;
    EXPECT_EQ(users(), 2U);
    const auto sam = UserId::from(Browser::location(again).substr(7));
    ASSERT_TRUE(sam);
    EXPECT_EQ(database.read([&](store::Snapshot& records) { return find_user(records, *sam); })
                  ->user_name,
              "sam");
}

TEST_P(GuardStore, GivesAFormBackThatWasSentBeforeWithOtherWordsInIt)
{
    sign_in_as(Role::administrator);
    const std::string token = browser.fresh_token();
    EXPECT_EQ(
        browser.post("/users", {{"csrf", token}, {"user_name", "sam"}, {"name", "Sam Ode"}}).status,
        303U);
    const auto other =
        browser.post("/users", {{"csrf", token}, {"user_name", "ria"}, {"name", "Ria <Ode>"}});
    EXPECT_EQ(other.status, 409U);
    EXPECT_NE(other.body.find(sentence(RefusalCode::already_sent)), std::string::npos);
    EXPECT_NE(other.body.find("value=\"Ria &lt;Ode&gt;\""), std::string::npos);
    EXPECT_EQ(other.body.find(token), std::string::npos);
    EXPECT_EQ(users(), 2U);
}

TEST_P(GuardStore, TakesAFormAgainThatWasRefused)
{
    sign_in_as(Role::administrator);
    const std::string token = browser.fresh_token();
    EXPECT_EQ(
        browser.post("/users", {{"csrf", token}, {"user_name", "sam"}, {"name", "Sam"}}).status,
        303U);
    const std::string next = browser.fresh_token();
    EXPECT_EQ(browser.post("/users", {{"csrf", next}, {"user_name", "sam"}, {"name", "Sam"}}).body,
              "user_name_taken");
    EXPECT_EQ(
        browser.post("/users", {{"csrf", next}, {"user_name", "ria"}, {"name", "Ria"}}).status,
        303U);
}

TEST_P(GuardStore, TakesNoFormWithoutAKeyOfItsOwn)
{
    sign_in_as(Role::administrator);
    const auto page =
        browser.post("/users", {{"csrf", browser.csrf}, {"user_name", "sam"}, {"name", "Sam Ode"}});
    EXPECT_EQ(page.status, 422U);
    EXPECT_EQ(users(), 1U);
}

TEST_P(GuardStore, FindsACommandThatForgetsItsKey)
{
    router.add(web::Method::post, "/forgets", "changes something by itself",
               guard.command<Right::manage_users>([&](const web::Request&, Visitor& visitor) {
                   const auto done =
                       database.write([&](store::Transaction& records) -> Outcome<void> {
                           const auto permit = TRY(visitor.desk.act<Right::manage_users>(records));
                           ledger::append(records, pen, permit.actor(), {.action = "x"});
                           return {};
                       });
                   return web::text(done ? 200 : 403, "");
               }));
    sign_in_as(Role::administrator);
    EXPECT_EQ(browser.post("/forgets").status, 500U);
}

TEST_P(GuardStore, KeepsAsADraftWhatWasTypedInASessionThatEnded)
{
    std::vector<std::pair<std::string, std::string>> kept;
    const Guard keeping{{.database = database,
                         .pen = pen,
                         .page = testing::bare_pages(),
                         .keep_draft = [&](const UserId& user, const web::Request& request) {
                             kept.emplace_back(user.text(), request.form.text("note"));
                             return "/notes/new";
                         }}};
    router.add(web::Method::post, "/notes", "adds a note", keeping.command<Right::see_list>(say));
    const SignedIn person = sign_in_as(Role::duty_worker);
    clock.advance(minutes{16});
    const auto page = browser.post("/notes", {{"note", "half a sentence"}});
    EXPECT_EQ(Browser::location(page), "/sign-in?then=%2Fnotes%2Fnew");

    sign_in_as(Role::duty_worker);
    const auto old = browser.post("/notes", {{"csrf", "old"}, {"note", "another"}});
    EXPECT_NE(old.body.find("href=\"/notes/new\""), std::string::npos);
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept[0],
              (std::pair<std::string, std::string>{person.user.text(), "half a sentence"}));
    EXPECT_EQ(kept[1].second, "another");
}

TEST_P(GuardStore, KnowsWhoseAFormIsThoughTheirSessionWasEndedByOthers)
{
    std::vector<std::string> kept;
    const Guard keeping{{.database = database,
                         .pen = pen,
                         .page = testing::bare_pages(),
                         .keep_draft = [&](const UserId& user, const web::Request& request) {
                             kept.push_back(user.text() +
                                            std::string{typed_in(request).text("note")});
                             return "/notes/new";
                         }}};
    router.add(web::Method::post, "/notes", "adds a note", keeping.command<Right::see_list>(say));
    const SignedIn person = sign_in_as(Role::duty_worker);
    database.write(
        [&](store::Transaction& records) { end_sessions(records, person.user, clock.now()); });
    EXPECT_EQ(browser.get("/list").status, 303U) << "it lets nobody in";
    clock.advance(hours{24 * 20});
    const std::string dead = browser.cookies["session"];
    sign_in_as(Role::duty_worker); // which sweeps up
    browser.cookies["session"] = dead;
    EXPECT_EQ(Browser::location(browser.post("/notes", {{"note", "half a sentence"}})),
              "/sign-in?then=%2Fnotes%2Fnew");
    EXPECT_EQ(kept, std::vector<std::string>{person.user.text() + "half a sentence"});
}

TEST_P(GuardStore, GivesAKeptFormBackToBeSentAgain)
{
    const auto page =
        kept_form_page("/notes", {{"note", "He said <hello>"}, {"password", "x"}}, "t0k~page");
    const std::string html{page.main.view()};
    EXPECT_NE(html.find("action=\"/notes\""), std::string::npos);
    EXPECT_NE(html.find("name=\"note\" value=\"He said &lt;hello&gt;\""), std::string::npos);
    EXPECT_EQ(html.find("password"), std::string::npos);
}

TEST_P(GuardStore, SendsWhoHasNotFinishedSigningInToWhatWaits)
{
    const SignedIn person = sign_in_as(Role::duty_worker);
    for (const Stage stage : {Stage::code, Stage::password, Stage::second_factor}) {
        browser.cookies["session"] =
            database
                .write([&](store::Transaction& records) {
                    return open_session(records, pen,
                                        {*find_user(records, person.user), stage, "",
                                         latest_end(stage, clock.now())});
                })
                .token;
        const auto page = browser.get("/list");
        EXPECT_EQ(page.status, 303U);
        EXPECT_EQ(Browser::location(page), path_of(stage));
    }
}

TEST_P(GuardStore, AnswersAProgramByItsToken)
{
    const Program program = program_in(Role::duty_worker);
    EXPECT_EQ(browser.call("GET", "/api/list", program.token).body, "hello Dele Okafor");

    for (const std::string& wrong : {std::string{}, program.token + "x", std::string{"nonsense"}}) {
        const auto answer = browser.call("GET", "/api/list", wrong);
        EXPECT_EQ(answer.status, 401U);
        EXPECT_EQ(answer.headers.find("WWW-Authenticate"), "Bearer");
        EXPECT_EQ(answer.headers.find("Content-Type"), "application/problem+json");
        EXPECT_NE(answer.body.find("\"sign_in_first\""), std::string::npos);
    }
}

TEST_P(GuardStore, TellsAProgramWhoseBodyIsNotSaidToBeJsonWhichHeaderToSend)
{
    const Program program = program_in(Role::duty_worker);
    const auto call = [&](const std::string& body, std::initializer_list<const char*> types) {
        web::Headers headers{{"Host", "heed.example"},
                             {"Authorization", "Bearer " + program.token}};
        for (const char* type : types) headers.add("Content-Type", type);
        return router.handle(*web::understand({"POST", "/api/list", std::move(headers), body}));
    };
    // As curl sends a body: what follows a % may not even be a form.
    for (const char* body : {R"({"reason":"bruising"})", R"({"reason":"50% burns"})"}) {
        for (const char* type : {"application/x-www-form-urlencoded", "text/plain",
                                 "application/xml", "multipart/form-data", "application/jsonx", ""})
            EXPECT_EQ(call(body, {type}).status, 415U) << type;
        EXPECT_EQ(call(body, {"application/json", "text/plain"}).status, 415U);
        const auto answer = call(body, {});
        EXPECT_EQ(answer.status, 415U);
        EXPECT_NE(answer.body.find("Content-Type: application/json"), std::string::npos);
        EXPECT_NE(answer.body.find("\"malformed_json\""), std::string::npos);
        for (const char* type : {"application/json", "Application/JSON; charset=utf-8"})
            EXPECT_EQ(call(body, {type}).status, 200U) << type;
    }
    EXPECT_EQ(call("", {}).status, 200U) << "without a body there is nothing to be said of it";
}

TEST_P(GuardStore, RefusesAProgramWhatItsRoleMayNotDo)
{
    const Program program = program_in(Role::analyst);
    const auto answer = browser.call("GET", "/api/list", program.token);
    EXPECT_EQ(answer.status, 403U);
    EXPECT_NE(answer.body.find("\"not_allowed\""), std::string::npos);
    EXPECT_EQ(actions_by(program.person), std::vector<std::string>{"refused.see_list"});
}

TEST_P(GuardStore, TakesATokenNoMoreOnTheRequestAfterItsRevocation)
{
    const Program program = program_in(Role::duty_worker);
    EXPECT_EQ(browser.call("GET", "/api/list", program.token).status, 200U);
    database.write([&](store::Transaction& records) {
        EXPECT_TRUE(revoke(records, program.person.user, program.id, clock.now()));
        ledger::append(records, pen, {"console", "console"}, {.action = "token.revoked"});
    });
    EXPECT_EQ(browser.call("GET", "/api/list", program.token).status, 401U);
}

TEST_P(GuardStore, IgnoresTheCookieOfAPersonWhereAProgramIsMeant)
{
    sign_in_as(Role::duty_worker);
    EXPECT_EQ(browser.get("/api/list").status, 401U);
}

TEST_P(GuardStore, WritesARefusedActBeforeThePageLeaves)
{
    router.add(web::Method::get, "/act", "tries more than it may",
               guard.signed_in<Right::see_list>([&](const web::Request&, Visitor& visitor) {
                   const auto refused = database.write([&](store::Transaction& records) {
                       return visitor.desk.act<Right::import_register>(records);
                   });
                   return web::text(refused ? 200 : 403, "");
               }));
    const SignedIn person = sign_in_as(Role::duty_worker);
    EXPECT_EQ(browser.get("/act").status, 403U);
    EXPECT_EQ(actions_by(person), std::vector<std::string>{"refused.import_register"});
}

} // namespace heed::permission
