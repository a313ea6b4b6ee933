#include "account/page_parts.hpp"
#include "account/pages.hpp"

#include "forms/fields.hpp"
#include "forms/form.hpp"
#include "markup/components_list.hpp"
#include "markup/components_page.hpp"
#include "pieces/data_table.hpp"

namespace heed::account {

namespace {

using markup::Html;
using markup::Words;
using namespace permission;

/// A user as an administrator sees them: nothing of what they did, and no secret.
struct Listed {
    User user;
    bool one_time = false, has_factor = false, locked = false;
    std::vector<ApiToken> tokens;
};

Listed listed(store::Records& records, const User& user, Moment now)
{
    const Secret secret = secret_of(records, user.id);
    return {user, secret.one_time, secret.totp_secret.has_value(),
            lockout::locked_somewhere(records, user.user_name, now), tokens_of(records, user.id)};
}

Html state_of(const Listed& one)
{
    if (one.user.disabled) return markup::tag({.text = "Closed", .classes = "govuk-tag--grey"});
    if (one.locked) return markup::tag({.text = "Locked", .classes = "govuk-tag--red"});
    if (one.one_time)
        return markup::tag({.text = "Password for one use", .classes = "govuk-tag--yellow"});
    return markup::tag({.text = "Open", .classes = "govuk-tag--green"});
}

web::Response finish(const Means& means, const web::Request& request, const Visitor& visitor,
                     PageContent content)
{
    content.active_navigation = "/users";
    if (request.path != "/users")
        content.before_main = markup::back_link({.text = "Users", .href = "/users"});
    return means.guard.page()(request, &visitor, std::move(content));
}

web::Response refused(const Means& means, const web::Request& request, const Visitor& visitor,
                      const Refusal& refusal)
{
    if (refusal.code == RefusalCode::no_such_user || refusal.code == RefusalCode::not_found)
        return {.status = 404};
    return finish(means, request, visitor, page({"This was not done", {}, Wrong{refusal}}));
}

web::Response users_page(const Means& means, const web::Request& request, Visitor& visitor)
{
    const auto permit = visitor.desk.look<Right::manage_users>("users.seen", "", "");
    if (!permit) return refused(means, request, visitor, permit.error());
    const auto all = means.database.read([&](store::Snapshot& records) {
        std::vector<Listed> found;
        for (const User& user : list_users(records))
            found.push_back(listed(records, user, means.clock.now()));
        return found;
    });
    std::vector<std::vector<Words>> rows;
    rows.reserve(all.size());
    for (const Listed& one : all)
        rows.push_back({Words{markup::link(one.user.name, "/users/" + one.user.id.text())},
                        one.user.user_name, permission::in_words(one.user.role),
                        one.has_factor ? "Set up" : "Not set up", Words{state_of(one)}});
    Html main = markup::heading(1, "Users", "govuk-heading-l");
    main << markup::button({.text = "Add a user", .href = markup::Url{"/users/new"}});
    main << pieces::data_table({.caption = "Users",
                                .columns = {{.title = "Name"},
                                            {.title = "User name"},
                                            {.title = "Role"},
                                            {.title = "Second factor"},
                                            {.title = "Account"}},
                                .rows = std::move(rows),
                                .caption_hidden = true,
                                .state_column = 4});
    return finish(means, request, visitor,
                  {.title = "Users", .active_navigation = {}, .main = main});
}

/// Name, role and e-mail, filled in from a form that came or from the user.
Html shared_fields(const web::Fields& filled, const Wrong& wrong)
{
    std::vector<forms::Option> roles{{.text = "Choose a role", .value = ""}};
    for (const Role role : every_role)
        roles.push_back({.text = std::string{permission::in_words(role)},
                         .value = std::string{permission::code_of(role)}});
    Html fields = forms::input({.label = "Name",
                                .name = "name",
                                .value = std::string{filled.text("name")},
                                .error = wrong.at("name"),
                                .autocomplete = "off",
                                .spellcheck = false});
    fields << forms::select({.label = "Role",
                             .name = "role",
                             .items = std::move(roles),
                             .value = std::string{filled.text("role")},
                             .error = wrong.at("role")});
    fields << forms::input({.label = "E-mail address (optional)",
                            .name = "email",
                            .type = "email",
                            .value = std::string{filled.text("email")},
                            .hint = forms::Hint{"Notices are sent there. They hold a link, never "
                                                "a child's name."},
                            .error = wrong.at("email"),
                            .autocomplete = "off",
                            .spellcheck = false});
    return fields;
}

web::Response new_user_page(const Means& means, const web::Request& request, Visitor& visitor,
                            const Wrong& wrong = {})
{
    Html fields = forms::input({.label = "User name",
                                .name = "user_name",
                                .value = std::string{request.form.text("user_name")},
                                .hint = forms::Hint{"2 to 40 small letters, digits, dots, dashes "
                                                    "or underlines. It cannot be changed later."},
                                .error = wrong.at("user_name"),
                                .classes = "govuk-input--width-20",
                                .autocomplete = "off",
                                .autocapitalize = "none",
                                .spellcheck = false});
    fields << shared_fields(request.form, wrong)
           << markup::button({.text = "Add user", .prevent_double_click = true});
    return finish(
        means, request, visitor,
        page({"Add a user",
              forms::form({.action = "/users/new", .csrf = visitor.csrf, .content = fields}),
              wrong}));
}

web::Response password_told(const Means& means, const web::Request& request, const Visitor& visitor,
                            const UserId& id, const std::string& password)
{
    Html content = markup::paragraph("Tell it to them yourself, when you are sure who they are. It "
                                     "is shown once, kept nowhere, and must be changed when it is "
                                     "used.");
    content << shown_once(password)
            << markup::paragraph(markup::link("Go to the user", "/users/" + id.text()));
    return finish(means, request, visitor, page({"Password for one use", content}));
}

web::Response add_user(const Means& means, const web::Request& request, Visitor& visitor)
{
    const auto text = [&](const char* name) { return std::string{request.form.text(name)}; };
    const NewUser wanted{.user_name = text("user_name"),
                         .name = text("name"),
                         .role = text("role"),
                         .email = text("email")};
    const auto added = means.accounts.add_user(visitor.desk, wanted);
    if (!added) {
        auto wrong = means.accounts.wrong_with(wanted);
        if (wrong.empty()) wrong.push_back(added.error());
        return new_user_page(means, request, visitor, Wrong{std::move(wrong)});
    }
    return password_told(means, request, visitor, added->id, added->password);
}

Html actions(const Listed& one, const Visitor& visitor)
{
    const std::string here = "/users/" + one.user.id.text();
    const auto action = [&](const char* where, const char* text, const char* classes) {
        return button_form(here + where, text, visitor.csrf, classes);
    };
    if (one.user.id == visitor.person.user)
        return markup::paragraph("This is you. To be let in again, or to leave, ask another "
                                 "administrator.");
    const char* plain = "govuk-button--secondary";
    Html html = markup::heading(2, "Getting them in again", "govuk-heading-m");
    html << action("/password", "Give a password for one use", plain);
    if (one.has_factor) html << action("/second-factor", "Let them set up a new telephone", plain);
    html << action("/sessions", "Sign them out everywhere", plain);
    html << markup::heading(2, "Leavers", "govuk-heading-m");
    if (one.user.disabled) return html << action("/open", "Open the account again", plain);
    html << markup::paragraph("A closed account cannot be used from the next click on. What they "
                              "did stays in the record under their name.");
    return html << action("/close", "Close the account", "govuk-button--warning");
}

Html user_tokens(const Listed& one, const Visitor& visitor)
{
    Html html = markup::heading(2, "Tokens for programs", "govuk-heading-m");
    std::vector<std::vector<Words>> rows;
    for (const auto& token : one.tokens)
        if (!token.revoked_at)
            rows.push_back(
                {token.label, in_words(token.made_at),
                 Words{button_form(
                     "/users/" + one.user.id.text() + "/tokens/" + token.id.text() + "/revoke",
                     "Revoke", visitor.csrf, "govuk-button--secondary govuk-!-margin-bottom-0")}});
    return html << pieces::data_table(
               {.caption = "Tokens for programs",
                .columns = {{.title = "Called"}, {.title = "Made"}, {.title = "Revoke"}},
                .rows = std::move(rows),
                .caption_hidden = true,
                .when_empty = markup::paragraph("They have none.")});
}

web::Response user_page(const Means& means, const web::Request& request, Visitor& visitor,
                        const Wrong& wrong = {})
{
    const auto id = request.id_parameter<UserId>("user");
    if (!id) return {.status = 404};
    const auto permit = visitor.desk.look<Right::manage_users>("user.seen", id->text(), "");
    if (!permit) return refused(means, request, visitor, permit.error());
    const auto found = means.database.read([&](store::Snapshot& records) -> Outcome<Listed> {
        return listed(records, TRY(find_user(records, *id)), means.clock.now());
    });
    if (!found) return refused(means, request, visitor, found.error());
    const web::Fields as_saved{{"name", found->user.name},
                               {"role", std::string{code_of(found->user.role)}},
                               {"email", found->user.email}};
    const Html done = news(request, {{"saved", "Saved."},
                                     {"second_factor", "They can set up a new telephone when they "
                                                       "next sign in."},
                                     {"sessions", "They are signed out everywhere."},
                                     {"closed", "The account is closed."},
                                     {"opened", "The account is open again."},
                                     {"revoked", "The token is revoked."}});
    Html content = markup::paragraph(Html{} << "User name " << found->user.user_name << " "
                                            << state_of(*found));
    content << forms::form(
        {.action = "/users/" + id->text(),
         .csrf = visitor.csrf,
         .content = shared_fields(wrong ? web::Fields{request.form} : as_saved, wrong) +
                    markup::button({.text = "Save"})});
    content << actions(*found, visitor) << user_tokens(*found, visitor);
    return finish(means, request, visitor, page({"User", content, wrong, done, found->user.name}));
}

web::Response save_user(const Means& means, const web::Request& request, Visitor& visitor)
{
    const auto id = request.id_parameter<UserId>("user");
    if (!id) return {.status = 404};
    const auto text = [&](const char* name) { return std::string{request.form.text(name)}; };
    const auto saved =
        means.accounts.change_user(visitor.desk, *id, {text("name"), text("role"), text("email")});
    if (saved) return web::see_other("/users/" + id->text() + "?done=saved");
    if (saved.error().code == RefusalCode::no_such_user) return {.status = 404};
    return user_page(means, request, visitor, Wrong{saved.error()});
}

web::Response give_password(const Means& means, const web::Request& request, Visitor& visitor)
{
    const auto id = request.id_parameter<UserId>("user");
    if (!id) return {.status = 404};
    const auto password = means.accounts.reset_password(visitor.desk, *id);
    if (!password) return refused(means, request, visitor, password.error());
    return password_told(means, request, visitor, *id, *password);
}

/// Does one thing to the user of the address and goes back to their page.
auto doing(Outcome<void> (Accounts::*act)(Desk&, const UserId&), const char* done)
{
    return [act, done](const Means& means, const web::Request& request, Visitor& visitor) {
        const auto id = request.id_parameter<UserId>("user");
        if (!id) return web::Response{.status = 404};
        const auto outcome = (means.accounts.*act)(visitor.desk, *id);
        if (!outcome) return refused(means, request, visitor, outcome.error());
        return web::see_other("/users/" + id->text() + "?done=" + done);
    };
}

web::Response revoke_token(const Means& means, const web::Request& request, Visitor& visitor)
{
    const auto id = request.id_parameter<UserId>("user");
    const auto token = request.id_parameter<TokenId>("token");
    if (!id || !token) return {.status = 404};
    const auto revoked = means.accounts.revoke_token(visitor.desk, *id, *token);
    if (!revoked) return refused(means, request, visitor, revoked.error());
    return web::see_other("/users/" + id->text() + "?done=revoked");
}

} // namespace

void user_routes(web::Router& router, const Means& means)
{
    using web::Method;
    const auto managing = [&](auto handler) {
        return means.guard.signed_in<Right::manage_users>(
            [&means, handler](const web::Request& request, Visitor& visitor) {
                return handler(means, request, visitor);
            });
    };
    const auto changing = [&](auto handler) {
        return means.guard.command<Right::manage_users>(
            [&means, handler](const web::Request& request, Visitor& visitor) {
                return handler(means, request, visitor);
            });
    };
    router.add(Method::get, "/users", "Lists who may sign in.", managing(users_page));
    router.add(Method::get, "/users/new", "Asks about a new user.",
               managing([](auto&... all) { return new_user_page(all...); }));
    router.add(Method::post, "/users/new", "Adds a user.", changing(add_user));
    router.add(Method::get, "/users/{user}", "Shows one user.",
               managing([](auto&... all) { return user_page(all...); }));
    router.add(Method::post, "/users/{user}", "Changes name, role or address.",
               changing(save_user));
    router.add(Method::post, "/users/{user}/password", "Gives a password for one use.",
               changing(give_password));
    router.add(Method::post, "/users/{user}/second-factor", "Takes the second factor away.",
               changing(doing(&Accounts::reset_second_factor, "second_factor")));
    router.add(Method::post, "/users/{user}/sessions", "Ends the user's sessions.",
               changing(doing(&Accounts::end_sessions, "sessions")));
    router.add(Method::post, "/users/{user}/close", "Closes an account.",
               changing(doing(&Accounts::close_account, "closed")));
    router.add(Method::post, "/users/{user}/open", "Opens an account again.",
               changing(doing(&Accounts::open_account, "opened")));
    router.add(Method::post, "/users/{user}/tokens/{token}/revoke", "Revokes a user's token.",
               changing(revoke_token));
}

} // namespace heed::account
