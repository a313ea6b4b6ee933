#include "account/page_parts.hpp"
#include "account/pages.hpp"
#include "secrets/one_time_code.hpp"
#include "secrets/qr_code.hpp"

#include "forms/fields.hpp"
#include "forms/form.hpp"
#include "markup/components_list.hpp"
#include "markup/components_page.hpp"
#include "pieces/data_table.hpp"

namespace heed::account {

namespace {

using markup::Html;
using markup::Words;
using permission::ApiToken;
using permission::Visitor;

/// A page of an account that may be only half signed in to: then it has no navigation.
web::Response finish(const Means& means, const web::Request& request, const Session& session,
                     permission::PageContent content)
{
    if (session.stage != Stage::full) return means.guard.page()(request, nullptr, content);
    content.before_main = markup::back_link({.text = "Your account", .href = "/account"});
    const Visitor visitor = means.guard.visitor_of(session);
    return means.guard.page()(request, &visitor, std::move(content));
}

/// Where a step leads: back to the account for whoever was in already.
web::Response step_done(const web::Request& request, const Session& session, const Opened& opened,
                        const char* done)
{
    const std::string then =
        session.stage == Stage::full ? std::string{"/account?done="} + done : then_of(request.form);
    return go_on(request, opened, then);
}

Html hidden(const char* name, const std::string& value)
{
    Html field;
    field << "<input type=\"hidden\" name=\"" << std::string_view{name} << "\" value=\"" << value
          << "\">";
    return field;
}

web::Response password_page(const Means& means, const web::Request& request, const Session& session,
                            const Wrong& wrong = {})
{
    const bool first = session.stage == Stage::password;
    Html fields = hidden("then", then_of(wrong ? request.form : request.query));
    // Tells a password manager whose password this is.
    fields << "<input type=\"text\" name=\"user_name\" autocomplete=\"username\" value=\""
           << session.person.user_name << "\" hidden>";
    if (!first)
        fields << forms::password_input(
            {.label = "Present password", .name = "current", .error = wrong.at("current")});
    fields << forms::password_input(
        {.label = "New password",
         .name = "password",
         .hint = forms::Hint{"At least 12 characters. Three or four words that only you would put "
                             "together are easy to remember."},
         .error = wrong.at("password"),
         .autocomplete = "new-password"});
    fields << markup::button({.text = "Save password", .prevent_double_click = true});
    Html content;
    if (first)
        content << markup::paragraph("The password you signed in with was made to be used once.");
    else
        content << markup::paragraph("This signs you out everywhere else.");
    content << forms::form(
        {.action = "/account/password", .csrf = session.csrf, .content = fields});
    return finish(means, request, session,
                  page({first ? "Choose a password" : "Change your password", content, wrong}));
}

web::Response choose_password(const Means& means, const web::Request& request,
                              const Session& session)
{
    const auto opened = means.accounts.sign_in().choose_password(
        session, {.current = request.form.text("current"),
                  .wanted = request.form.text("password"),
                  .place = lockout::place_of(request.peer)});
    if (opened) return step_done(request, session, *opened, "password");
    Refusal refusal = opened.error();
    if (refusal.field.empty()) refusal.field = "password";
    return password_page(means, request, session, Wrong{refusal});
}

Html second_factor_form(const Means& means, const web::Request& request, const Session& session,
                        const std::string& secret, const Wrong& wrong)
{
    Html content;
    content << "<ol class=\"govuk-list govuk-list--number\"><li>Get an authenticator app on your "
               "telephone, if you have none. Any will do.</li><li>In the app, scan this square, or "
               "type the key below it.</li><li>Type the six-figure code that the app now shows."
               "</li></ol>";
    content << secrets::qr_code(secrets::totp_url(secret, means.issuer, session.person.user_name),
                                "A square code for your telephone. The same as the key below.");
    content << markup::paragraph("Key") << shown_once(secrets::totp_secret_in_words(secret));
    Html fields = hidden("then", then_of(wrong ? request.form : request.query));
    fields << forms::input({.label = "Six-figure code",
                            .name = "code",
                            .error = wrong.at("code"),
                            .classes = "govuk-input--width-10 govuk-input--extra-letter-spacing",
                            .autocomplete = "one-time-code",
                            .inputmode = "numeric",
                            .spellcheck = false});
    fields << markup::button({.text = "Continue", .prevent_double_click = true});
    content << forms::form(
        {.action = "/account/second-factor", .csrf = session.csrf, .content = fields});
    return content;
}

web::Response second_factor_page(const Means& means, const web::Request& request,
                                 const Session& session, const Wrong& wrong = {})
{
    const auto secret = means.accounts.sign_in().secret_to_set_up(session);
    if (!secret)
        return finish(means, request, session,
                      page({"Your second factor", markup::paragraph(in_words(secret.error()))}));
    return finish(means, request, session,
                  page({"Set up your telephone as a second factor",
                        second_factor_form(means, request, session, *secret, wrong), wrong}));
}

web::Response set_up_second_factor(const Means& means, const web::Request& request,
                                   const Session& session)
{
    const auto opened = means.accounts.sign_in().set_up_second_factor(
        session, request.form.text("code"), lockout::place_of(request.peer));
    if (opened) return step_done(request, session, *opened, "second_factor");
    return second_factor_page(means, request, session, Wrong{opened.error()});
}

struct OwnAccount {
    permission::Secret secret;
    std::vector<Session> sessions;
    std::vector<ApiToken> tokens;
};

OwnAccount own_account(const Means& means, const Visitor& visitor)
{
    const UserId& me = visitor.person.user;
    return means.database.read([&](store::Snapshot& records) -> OwnAccount {
        return {secret_of(records, me), sessions_of(records, me, means.clock.now()),
                tokens_of(records, me)};
    });
}

Html about_me(const Visitor& visitor, const OwnAccount& account)
{
    const auto change = [](const char* text, const char* what, const char* where) {
        return markup::ActionLinks{
            .items = {{.text = text, .href = where, .visually_hidden_text = what}}};
    };
    const bool has_factor = account.secret.totp_secret.has_value();
    markup::SummaryRow factor{.key = "Second factor",
                              .value = has_factor ? "A code from your telephone" : "Not set up"};
    if (!has_factor) factor.actions = change("Set up", "second factor", "/account/second-factor");
    return markup::summary_list(
        {.rows = {{.key = "Name", .value = visitor.person.name},
                  {.key = "User name", .value = visitor.person.user_name},
                  {.key = "Role", .value = permission::in_words(visitor.person.role)},
                  {.key = "Password",
                   .value = "Known only to you",
                   .actions = change("Change", "password", "/account/password")},
                  factor}});
}

Html sessions(const Visitor& visitor, const OwnAccount& account)
{
    std::vector<std::vector<Words>> rows;
    rows.reserve(account.sessions.size());
    for (const Session& session : account.sessions)
        rows.push_back({session.device + (session.id == visitor.session ? " (this one)" : ""),
                        in_words(session.began_at), in_words(session.seen_at)});
    Html html = markup::heading(2, "Where you are signed in", "govuk-heading-m");
    html << pieces::data_table(
        {.caption = "Where you are signed in",
         .columns = {{.title = "Browser"}, {.title = "Signed in"}, {.title = "Last used"}},
         .rows = std::move(rows),
         .caption_hidden = true});
    html << button_form("/account/sign-out-everywhere", "Sign out everywhere", visitor.csrf,
                        "govuk-button--secondary");
    return html;
}

Html tokens(const Visitor& visitor, const OwnAccount& account, const Wrong& wrong)
{
    std::vector<std::vector<Words>> rows;
    rows.reserve(account.tokens.size());
    for (const ApiToken& token : account.tokens)
        rows.push_back(
            {token.label, in_words(token.made_at),
             token.revoked_at
                 ? Words{"Revoked " + in_words(*token.revoked_at)}
                 : Words{button_form("/account/tokens/" + token.id.text() + "/revoke", "Revoke",
                                     visitor.csrf,
                                     "govuk-button--secondary govuk-!-margin-bottom-0")}});
    Html html = markup::heading(2, "Tokens for programs", "govuk-heading-m");
    html << markup::paragraph("A program that holds one of your tokens acts as you, with your "
                              "rights. All it does is recorded under your name.");
    html << pieces::data_table(
        {.caption = "Tokens for programs",
         .columns = {{.title = "Called"}, {.title = "Made"}, {.title = "Valid"}},
         .rows = std::move(rows),
         .caption_hidden = true,
         .when_empty = markup::paragraph("You have none.")});
    html << forms::form({.action = "/account/tokens",
                         .csrf = visitor.csrf,
                         .content = forms::input({.label = "What the new token is for",
                                                  .name = "label",
                                                  .error = wrong.at("label"),
                                                  .classes = "govuk-input--width-20",
                                                  .autocomplete = "off"}) +
                                    markup::button({.text = "Make a token",
                                                    .classes = "govuk-button--secondary"})});
    return html;
}

web::Response account_page(const Means& means, const web::Request& request, Visitor& visitor,
                           const Wrong& wrong = {})
{
    const OwnAccount account = own_account(means, visitor);
    const Html done =
        news(request, {{"password", "Your password is changed. You are signed out "
                                    "everywhere else."},
                       {"second_factor", "Your telephone is set up. You are signed out "
                                         "everywhere else."},
                       {"revoked", "The token is revoked."}});
    const Html content = about_me(visitor, account)
                         << sessions(visitor, account) << tokens(visitor, account, wrong);
    return means.guard.page()(request, &visitor, page({"Your account", content, wrong, done}));
}

web::Response make_token(const Means& means, const web::Request& request, Visitor& visitor)
{
    const auto token =
        means.accounts.make_token(visitor.desk, std::string{request.form.text("label")});
    if (!token) return account_page(means, request, visitor, Wrong{token.error()});
    Html content = markup::paragraph("Copy it now: it is shown once and kept nowhere.");
    content << shown_once(*token)
            << markup::paragraph(markup::link("Back to your account", "/account"));
    return means.guard.page()(request, &visitor, page({"Your new token", content}));
}

web::Response revoke_token(const Means& means, const web::Request& request, Visitor& visitor)
{
    const auto id = request.id_parameter<TokenId>("token");
    if (!id || !means.accounts.revoke_own_token(visitor.desk, *id)) return {.status = 404};
    return web::see_other("/account?done=revoked");
}

permission::StepHandler step(const Means& means, Stage meant, auto handler)
{
    return [&means, meant, handler](const web::Request& request, const Session& session) {
        if (session.stage != meant && session.stage != Stage::full)
            return web::see_other(std::string{path_of(session.stage)});
        return handler(means, request, session);
    };
}

void step_routes(web::Router& router, const Means& means)
{
    using web::Method;
    const auto& guard = means.guard;
    router.add(Method::get, "/account/password", "Asks for a new password.",
               guard.partly_signed_in(step(means, Stage::password,
                                           [](auto&... all) { return password_page(all...); })));
    router.add(Method::post, "/account/password", "Changes one's password.",
               guard.partly_signed_in(
                   step(means, Stage::password, choose_password),
                   web::Again{"The present password is asked for, and by then it is another."}));
    router.add(Method::get, "/account/second-factor", "Shows how to set a telephone up.",
               guard.partly_signed_in(step(means, Stage::second_factor, [](auto&... all) {
                   return second_factor_page(all...);
               })));
    router.add(Method::post, "/account/second-factor", "Sets a telephone up.",
               guard.partly_signed_in(
                   step(means, Stage::second_factor, set_up_second_factor),
                   web::Again{"A telephone is set up once, and a code is taken once."}));
}

} // namespace

void account_routes(web::Router& router, const Means& means)
{
    using permission::Right;
    using web::Method;
    step_routes(router, means);
    const auto own = [&](auto handler) {
        return means.guard.signed_in<Right::own_account>(
            [&means, handler](const web::Request& request, Visitor& visitor) {
                return handler(means, request, visitor);
            });
    };
    const auto changing = [&](auto handler) {
        return means.guard.command<Right::own_account>(
            [&means, handler](const web::Request& request, Visitor& visitor) {
                return handler(means, request, visitor);
            });
    };
    router.add(Method::get, "/account", "Shows one's own account.",
               own([](auto&... all) { return account_page(all...); }));
    router.add(Method::post, "/account/tokens", "Makes a token for a program.",
               changing(make_token));
    router.add(Method::post, "/account/tokens/{token}/revoke", "Revokes one's own token.",
               changing(revoke_token));
    router.add(Method::post, "/account/sign-out-everywhere", "Ends all of one's sessions.",
               means.guard.signed_in<Right::own_account>(
                   [&means](const web::Request& request, Visitor& visitor) {
                       means.accounts.sign_in().sign_out_everywhere(visitor.person);
                       web::Response response = web::see_other("/sign-in");
                       web::clear_cookie(response, request, permission::session_cookie);
                       return response;
                   },
                   web::Again{"Who is signed out is signed out."}));
}

} // namespace heed::account
