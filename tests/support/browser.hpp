#pragma once

#include "core/ensure.hpp"
#include "forms/form.hpp"
#include "permission/guard.hpp"
#include "web/router.hpp"

#include <map>
#include <string>

namespace heed::testing {

/// A browser in front of a room's own routes, without a network: it keeps cookies and, once signed
/// in, puts the session's CSRF token into what it posts. It follows no redirect by itself.
class Browser {
public:
    explicit Browser(const web::Router& router) : router_{router} {}

    web::Response get(const std::string& target) { return send("GET", target, {}); }

    web::Response post(const std::string& target, web::Fields form = {})
    {
        if (!csrf.empty() && !form.has("csrf")) form.add("csrf", fresh_token());
        return send("POST", target, web::write_urlencoded(form));
    }

    /// As a form with files does.
    web::Response upload(const std::string& target, web::Form form)
    {
        if (!csrf.empty() && !form.has("csrf")) form.add("csrf", fresh_token());
        const std::string boundary = "----a-test-of-heed";
        return send("POST", target, web::write_multipart(form, boundary),
                    "multipart/form-data; boundary=" + boundary);
    }

    /// As a program does, with a bearer token and no cookie. `json` may be empty.
    web::Response call(const std::string& method, const std::string& target,
                       const std::string& token, const std::string& json = {})
    {
        web::Headers headers{{"Host", "heed.example"}, {"Content-Type", "application/json"}};
        if (!token.empty()) headers.add("Authorization", "Bearer " + token);
        return router_.handle(*web::understand({method, target, std::move(headers), json}));
    }

    static std::string location(const web::Response& response)
    {
        return std::string{response.headers.find("Location").value_or("")};
    }

    std::map<std::string, std::string, std::less<>> cookies;
    std::string csrf;
    std::string peer; ///< the address that it asks from

    /// What the form of a page that was just opened carries: the token and a key of its own.
    std::string fresh_token()
    {
        return forms::form_token(csrf, "page-" + std::to_string(++pages_));
    }

private:
    web::Response send(const std::string& method, const std::string& target, std::string body,
                       const std::string& type = "application/x-www-form-urlencoded")
    {
        web::Headers headers{{"Host", "heed.example"}, {"Sec-Fetch-Site", "same-origin"}};
        std::string jar;
        for (const auto& [name, value] : cookies)
            jar += (jar.empty() ? "" : "; ") + name + "=" + value;
        if (!jar.empty()) headers.add("Cookie", jar);
        if (method == "POST") headers.add("Content-Type", type);
        auto request = web::understand({method, target, std::move(headers), std::move(body)});
        ensure(request.has_value(), "a test asked for what no browser can");
        request->peer = peer;
        web::Response response = router_.handle(*std::move(request));
        for (const auto& [name, value] : response.headers)
            if (web::same_name(name, "Set-Cookie")) keep(value);
        return response;
    }
    void keep(std::string_view line)
    {
        const auto equals = line.find('='), end = line.find(';');
        const std::string name{line.substr(0, equals)};
        const std::string value{line.substr(equals + 1, end - equals - 1)};
        if (value.empty())
            cookies.erase(name);
        else
            cookies[name] = value;
    }

    const web::Router& router_;
    int pages_ = 0;
};

/// Signs a new user of that role in, without the pages. Gives who it is.
inline permission::SignedIn sign_in_as(Browser& browser, permission::Role role,
                                       store::Database& database, const ledger::Pen& pen)
{
    using namespace permission;
    User user{.id = UserId::make(pen.clock, pen.randomness), .name = "Dele Okafor", .role = role};
    user.user_name = "user." + user.id.text().substr(24);
    user.added_at = pen.clock.now();
    const std::string token = database.write([&](store::Transaction& records) {
        ensure(add(records, user, "no password").has_value(), "a test's user could not be added");
        ledger::append(records, pen, {"console", "console"}, {.action = "user.added"});
        return open_session(records, pen,
                            {user, Stage::full, "", latest_end(Stage::full, pen.clock.now())})
            .token;
    });
    browser.cookies["session"] = token;
    browser.csrf =
        database.read([&](store::Snapshot& records) { return session_of(records, token); })->csrf;
    return user.as_signed_in();
}

/// A page as its title and content, for rooms that do not know the house's frame.
inline permission::PageMaker bare_pages()
{
    return [](const web::Request&, const permission::Visitor*, permission::PageContent content) {
        return web::html(content.status, "<title>" + content.title + "</title>" +
                                             std::string{content.before_main.view()} +
                                             std::string{content.main.view()});
    };
}

} // namespace heed::testing
