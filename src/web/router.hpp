#pragma once

#include "web/request.hpp"
#include "web/response.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace heed::permission {
class Guard;
}

namespace heed::web {

/// Answers one request, plainly, on a thread of the pool, and may wait there. A Fault or Broken
/// thrown out of it becomes 503 or 500.
using Handler = std::function<Response(const Request&)>;

/// A handler whose authorisation was declared. Only permission::Guard makes one, so a route that
/// nobody thought about does not compile.
class Guarded {
public:
    Response operator()(const Request& request) const { return handler_(request); }

    /// What happens when the same request comes twice; empty when nobody said so.
    std::string_view repeated() const { return repeated_; }

private:
    friend class permission::Guard;
    explicit Guarded(Handler handler, std::string_view repeated = {})
        : handler_{std::move(handler)}, repeated_{repeated}
    {
    }
    Handler handler_;
    std::string_view repeated_;
};

/// Why it does no harm to carry a request out again, in one line. A literal, never empty.
class Again {
public:
    consteval Again(const char* line) : line_{line}
    {
        if (line_.empty()) throw "a route must say why it may be repeated";
    }
    std::string_view line() const { return line_; }

private:
    std::string_view line_;
};

/// What a route does, in one line, for the list of routes. A literal, never empty.
class Says {
public:
    consteval Says(const char* line) : line_{line}
    {
        if (line_.empty()) throw "a route must say what it does";
    }
    std::string_view line() const { return line_; }

private:
    std::string_view line_;
};

/// What a route allows.
struct Limits {
    std::size_t body_max = std::size_t{1} << 20U; ///< bytes; more is answered with 413
    Caller caller = Caller::browser;              ///< program: no same-origin check
};

struct RouteLine {
    Method method;
    std::string_view pattern;
    std::string_view says;
    std::string_view repeated;
    Limits limits;
};

/// All that the server answers. Filled once, before the server runs; from then on it only reads
/// and may be asked from many threads.
class Router {
public:
    using OnTrouble = std::function<Response(const Request&, const Trouble&)>;

    Router();
    ~Router();
    Router(const Router&) = delete;
    Router& operator=(const Router&) = delete;

    /// `/child/{id}/plan`: a segment in braces takes any one segment. Plain segments win over
    /// braces. GET also answers HEAD. A pattern that is malformed or was added before is Broken,
    /// and so is a route that changes something and does not say what happens when it is repeated.
    void add(Method method, std::string_view pattern, Says says, Guarded handler,
             Limits limits = {});

    /// Makes the page (or the problem document) for every trouble. It may be called on the network
    /// thread, so it must neither wait nor read the store. Without one, pages are plain.
    void on_trouble(OnTrouble hook);

    /// Lets pages carry one inline script: `hash` as in the policy, without quotes
    /// (`sha256-…`).
    void allow_script(std::string_view hash);

    /// Finds the route, checks where the request came from, answers, and adds the security headers
    /// (strict Content-Security-Policy, no-store unless the response says otherwise, …).
    Response handle(Request request) const;

    /// The house's page for a trouble, with the security headers.
    Response trouble(const Request& request, const Trouble& trouble) const;

    /// What the route for this method and decoded path allows; the usual when there is none.
    Limits limits(Method method, std::string_view path) const;

    /// Every route, in the order added.
    std::vector<RouteLine> list() const;

private:
    struct Route;
    struct Node;

    Response answer(Request& request) const;
    Response call(const Route& route, Request& request) const;
    void finish(const Request& request, Response& response) const;

    std::vector<std::unique_ptr<Route>> routes_;
    std::unique_ptr<Node> root_;
    OnTrouble on_trouble_;
    std::string policy_scripts_, policy_;
};

/// Whether a browser may send this from where it stands: a change only from a page of ours
/// (Sec-Fetch-Site, else Origin against Host), a read from elsewhere only by going to the page.
bool comes_from_here(const Request& request);

} // namespace heed::web
