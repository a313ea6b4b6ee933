#include "account/page_parts.hpp"
#include "account/pages.hpp"

#include "forms/fields.hpp"
#include "forms/form.hpp"
#include "markup/components_page.hpp"

namespace heed::account {

namespace {

using markup::Html;

Html hidden_then(const std::string& then)
{
    Html field;
    field << "<input type=\"hidden\" name=\"then\" value=\"" << then << "\">";
    return field;
}

Html help_with(const char* question)
{
    return markup::details(
        {.summary = question,
         .text = "Ask an administrator of your authority. They can give you a password for one "
                 "use, or let you set up a new telephone. They will want to be sure who you are."});
}

web::Response sign_in_page(const Means& means, const web::Request& request, const std::string& then,
                           const Wrong& wrong = {})
{
    Html fields = hidden_then(then);
    fields << forms::input({.label = "User name",
                            .name = "user_name",
                            .value = std::string{request.form.text("user_name")},
                            .error = wrong.at("user_name"),
                            .classes = "govuk-input--width-20",
                            .autocomplete = "username",
                            .autocapitalize = "none",
                            .spellcheck = false});
    fields << forms::password_input(
        {.label = "Password", .name = "password", .classes = "govuk-input--width-20"});
    fields << markup::button({.text = "Sign in", .prevent_double_click = true});
    Html content = forms::form({.action = "/sign-in", .content = fields});
    content << help_with("I cannot sign in");
    // A link in an e-mail comes without the cookie (SameSite=Strict); from here it comes with it.
    if (then != "/" && !wrong)
        content << markup::paragraph(
            markup::link("I am signed in already: go on to the page", then));
    return means.guard.page()(request, nullptr, page({"Sign in", content, wrong}));
}

web::Response sign_in(const Means& means, const web::Request& request)
{
    const std::string then = then_of(request.form);
    const auto opened = means.accounts.sign_in().begin(
        {.user_name = request.form.text("user_name"),
         .password = request.form.text("password"),
         .device = device_named(request.headers.find("User-Agent").value_or("")),
         .place = lockout::place_of(request.peer)});
    if (opened) return go_on(request, *opened, then);
    Refusal refusal = opened.error();
    if (refusal.field.empty()) refusal.field = "user_name";
    return sign_in_page(means, request, then, Wrong{refusal});
}

web::Response code_page(const Means& means, const web::Request& request, const Session& session,
                        const Wrong& wrong = {})
{
    Html fields = hidden_then(then_of(wrong ? request.form : request.query));
    fields << forms::input(
        {.label = "Six-figure code",
         .name = "code",
         .hint = forms::Hint{"Open the app on your telephone and type the code it shows for " +
                             means.issuer + "."},
         .error = wrong.at("code"),
         .classes = "govuk-input--width-10 govuk-input--extra-letter-spacing",
         .autocomplete = "one-time-code",
         .inputmode = "numeric",
         .spellcheck = false});
    fields << markup::button({.text = "Continue", .prevent_double_click = true});
    Html content =
        forms::form({.action = "/sign-in/code", .csrf = session.csrf, .content = fields});
    content << help_with("I do not have my telephone");
    permission::PageContent made = page({"Enter your code", content, wrong});
    made.before_main = markup::back_link({.text = "Back to sign in", .href = "/sign-in"});
    return means.guard.page()(request, nullptr, std::move(made));
}

web::Response give_code(const Means& means, const web::Request& request, const Session& session)
{
    const auto opened = means.accounts.sign_in().give_code(session, request.form.text("code"),
                                                           lockout::place_of(request.peer));
    if (opened) return go_on(request, *opened, then_of(request.form));
    Refusal refusal = opened.error();
    if (refusal.field.empty()) refusal.field = "code";
    return code_page(means, request, session, Wrong{refusal});
}

} // namespace

web::Response go_on(const web::Request& request, const Opened& opened, const std::string& then)
{
    std::string next = then;
    if (opened.stage != Stage::full) {
        next = permission::path_of(opened.stage);
        if (then != "/") next += "?then=" + web::percent_encoded(then);
    }
    web::Response response = web::see_other(next);
    web::set_cookie(response, request, {.name = permission::session_cookie, .value = opened.token});
    return response;
}

void sign_in_routes(web::Router& router, const Means& means)
{
    using web::Method;
    const auto& guard = means.guard;
    router.add(Method::get, "/sign-in", "Asks who you are.",
               guard.open([&means](const web::Request& request) {
                   return sign_in_page(means, request, then_of(request.query));
               }));
    router.add(Method::post, "/sign-in", "Checks user name and password.",
               guard.open([&means](const web::Request& request) { return sign_in(means, request); },
                          web::Again{"It begins another session; the one before ends by itself."}));
    router.add(
        Method::get, "/sign-in/code", "Asks for the code of the second factor.",
        guard.partly_signed_in([&means](const web::Request& request, const Session& session) {
            if (session.stage != Stage::code)
                return web::see_other(std::string{path_of(session.stage)});
            return code_page(means, request, session);
        }));
    router.add(Method::post, "/sign-in/code", "Checks the code.",
               guard.partly_signed_in(
                   [&means](const web::Request& request, const Session& session) {
                       if (session.stage != Stage::code)
                           return web::see_other(std::string{path_of(session.stage)});
                       return give_code(means, request, session);
                   },
                   web::Again{"A code is taken once."}));
    router.add(Method::post, "/sign-out", "Ends this session.",
               guard.partly_signed_in(
                   [&means](const web::Request& request, const Session& session) {
                       means.accounts.sign_in().sign_out(session);
                       web::Response response = web::see_other("/sign-in");
                       web::clear_cookie(response, request, permission::session_cookie);
                       return response;
                   },
                   web::Again{"Who is signed out is signed out."}));
}

} // namespace heed::account
