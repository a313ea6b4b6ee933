#include "web/router.hpp"

#include "core/ensure.hpp"
#include "core/log.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace heed::web {

namespace {

std::string policy_with(std::string_view scripts)
{
    std::string policy = "default-src 'none'; script-src 'self'";
    policy += scripts;
    return policy + "; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
                    "frame-ancestors 'none'; base-uri 'none'";
}

bool wants_json(const Request& request)
{
    if (request.caller == Caller::program) return true;
    const std::string_view accepts = request.headers.find("Accept").value_or("");
    return accepts.find("json") != std::string_view::npos &&
           accepts.find("html") == std::string_view::npos;
}

Response plain_page(const Request& request, const Trouble& trouble)
{
    if (wants_json(request))
        return problem(trouble.status, trouble.title, trouble.detail, trouble.code);
    std::string page = "<!DOCTYPE html>\n<html lang=\"en\">\n<head><title>";
    page += trouble.title;
    page += "</title></head>\n<body><h1>";
    page += trouble.title;
    page += "</h1>\n<p>";
    page += trouble.detail;
    page += "</p>\n<p>Request ";
    page += request.id.text();
    page += "</p></body>\n</html>\n";
    return html(trouble.status, std::move(page));
}

/// The trouble a handler means that answers with a bare status.
const Trouble* trouble_of(unsigned status)
{
    static constexpr std::array<Trouble, 6> bare{trouble::malformed, trouble::forbidden,
                                                 trouble::not_found, trouble::too_large,
                                                 trouble::broken,    trouble::fault};
    const auto* const found = std::ranges::find(bare, status, &Trouble::status);
    return found == bare.end() ? nullptr : found;
}

bool is_braced(std::string_view segment)
{
    return segment.size() > 2 && segment.starts_with('{') && segment.ends_with('}');
}

std::vector<std::string_view> segments_of(std::string_view path)
{
    return path == "/" ? std::vector<std::string_view>{} : split(path.substr(1), '/');
}

/// Whether an Origin names the host that the request was sent to.
bool is_origin_of(std::string_view origin, const Request& request)
{
    const auto mark = origin.find("://");
    if (mark == std::string_view::npos) return false;
    // Behind a proxy we are not told of, TLS may end before us; the other way round is an attack.
    if (request.secure && !same_name(origin.substr(0, mark), "https")) return false;
    return same_name(origin.substr(mark + 3), request.headers.find("Host").value_or(""));
}

/// Whether a Referer is a page of the host that the request was sent to.
bool is_page_of(std::string_view page, const Request& request)
{
    const auto mark = page.find("://");
    if (mark == std::string_view::npos) return false;
    return is_origin_of(page.substr(0, page.find('/', mark + 3)), request);
}

} // namespace

struct Router::Route {
    Method method;
    std::string pattern;
    std::string_view says;
    Guarded handler;
    Limits limits;
    std::vector<std::string> names; // of its braces, in order
};

struct Router::Node {
    std::map<std::string, Node, std::less<>> plain;
    std::unique_ptr<Node> braced;
    std::vector<const Route*> routes;

    /// The node for these segments, with what stood at the braces on the way; null when none.
    const Node* find(std::span<const std::string_view> segments,
                     std::vector<std::string_view>& values) const
    {
        if (segments.empty()) return routes.empty() ? nullptr : this;
        if (const auto next = plain.find(segments.front()); next != plain.end())
            if (const Node* found = next->second.find(segments.subspan(1), values)) return found;
        if (!braced || segments.front().empty()) return nullptr;
        values.push_back(segments.front());
        const Node* found = braced->find(segments.subspan(1), values);
        if (!found) values.pop_back();
        return found;
    }

    const Route* of(Method method) const
    {
        const auto found = std::ranges::find(routes, method, &Route::method);
        if (found != routes.end()) return *found;
        return method == Method::head ? of(Method::get) : nullptr;
    }

    std::string allowed() const
    {
        std::string names;
        for (const Route* route : routes) {
            if (!names.empty()) names += ", ";
            names += name_of(route->method);
            if (route->method == Method::get) names += ", HEAD";
        }
        return names;
    }
};

Router::Router()
    : root_{std::make_unique<Node>()}, on_trouble_{plain_page}, policy_{policy_with("")}
{
}

Router::~Router() = default;

void Router::add(Method method, std::string_view pattern, Says says, Guarded handler, Limits limits)
{
    ensure(pattern.starts_with('/'), "a route's pattern must begin with a slash");
    ensure(!changes_state(method) || !handler.repeated().empty(),
           "a route that changes something must say what happens when it is repeated");
    auto route = std::make_unique<Route>(method, std::string{pattern}, says.line(),
                                         std::move(handler), limits, std::vector<std::string>{});
    Node* node = root_.get();
    for (const std::string_view segment : segments_of(pattern)) {
        if (is_braced(segment)) {
            const std::string name{segment.substr(1, segment.size() - 2)};
            ensure(std::ranges::find(route->names, name) == route->names.end(),
                   "a route's pattern has two braces of one name");
            route->names.push_back(name);
            if (!node->braced) node->braced = std::make_unique<Node>();
            node = node->braced.get();
        } else {
            ensure(!segment.empty() && segment.find_first_of("{}%?#\\") == std::string_view::npos,
                   "a route's pattern is malformed");
            node = &node->plain[std::string{segment}];
        }
    }
    ensure(std::ranges::find(node->routes, method, &Route::method) == node->routes.end(),
           "a route was added twice");
    node->routes.push_back(route.get());
    routes_.push_back(std::move(route));
}

void Router::on_trouble(OnTrouble hook) { on_trouble_ = std::move(hook); }

void Router::allow_script(std::string_view hash)
{
    policy_scripts_ += " '" + std::string{hash} + "'";
    policy_ = policy_with(policy_scripts_);
}

Response Router::handle(Request request) const
{
    Response response = answer(request);
    if (const Trouble* bare = trouble_of(response.status); bare && response.body.empty()) {
        Response page = trouble(request, *bare);
        for (const auto& [name, value] : response.headers)
            if (!same_name(name, "Content-Type")) page.headers.set(name, value);
        return page;
    }
    finish(request, response);
    return response;
}

Response Router::answer(Request& request) const
{
    std::vector<std::string_view> values;
    const Node* node = root_->find(segments_of(request.path), values);
    if (!node) return trouble(request, trouble::not_found);
    const Route* route = node->of(request.method);
    if (!route) {
        Response response = trouble(request, trouble::wrong_method);
        response.headers.set("Allow", node->allowed());
        return response;
    }
    for (std::size_t i = 0; i < values.size(); ++i)
        request.path_parameters.add(route->names[i], std::string{values[i]});
    request.route = route->pattern;
    request.caller = route->limits.caller;
    if (request.caller == Caller::browser && !comes_from_here(request))
        return trouble(request, trouble::from_elsewhere);
    return call(*route, request);
}

Response Router::call(const Route& route, Request& request) const
{
    try {
        return route.handler(request);
    } catch (const Fault& fault) {
        log::failure("fault", fault, {{"request", request.id}});
        return trouble(request, trouble::fault);
    } catch (const std::exception& wrong) {
        log::failure("broken", wrong, {{"request", request.id}});
    } catch (...) {
        log::line("broken", {{"request", request.id}});
    }
    return trouble(request, trouble::broken);
}

Response Router::trouble(const Request& request, const Trouble& trouble) const
{
    Response page;
    try {
        page = on_trouble_(request, trouble);
    } catch (const std::exception& wrong) {
        log::failure("trouble_page_broken", wrong, {{"request", request.id}});
        page = plain_page(request, trouble);
    }
    if (trouble.status == 503 && !page.headers.has("Retry-After"))
        page.headers.set("Retry-After", "5");
    finish(request, page);
    return page;
}

void Router::finish(const Request& request, Response& response) const
{
    static constexpr std::array<std::pair<const char*, const char*>, 7> usual{{
        {"Cache-Control", "no-store"},
        {"X-Content-Type-Options", "nosniff"},
        // With no-referrer browsers send `Origin: null` on our own forms, and where they send no
        // Sec-Fetch-Site (plain HTTP) there would be nothing to tell us from another site.
        {"Referrer-Policy", "same-origin"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Cross-Origin-Embedder-Policy", "require-corp"},
        {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
    }};
    response.headers.set("Content-Security-Policy", policy_);
    for (const auto& [name, value] : usual)
        if (!response.headers.has(name)) response.headers.add(name, value);
    if (request.secure) response.headers.set("Strict-Transport-Security", "max-age=31536000");
}

Limits Router::limits(Method method, std::string_view path) const
{
    std::vector<std::string_view> values;
    const Node* node = root_->find(segments_of(path), values);
    const Route* route = node ? node->of(method) : nullptr;
    return route ? route->limits : Limits{};
}

std::vector<RouteLine> Router::list() const
{
    std::vector<RouteLine> lines;
    lines.reserve(routes_.size());
    for (const auto& route : routes_)
        lines.push_back(
            {route->method, route->pattern, route->says, route->handler.repeated(), route->limits});
    return lines;
}

bool comes_from_here(const Request& request)
{
    const auto site = request.headers.find("Sec-Fetch-Site");
    const bool ours = site == "same-origin" || site == "none";
    if (changes_state(request.method)) {
        if (site) return ours;
        // Every browser sends Origin with a change; who sends neither is a program, which no other
        // site can steer. The session's own token is asked for all the same.
        // An old proxy may have taken both away, and then the page it came from is still named.
        const auto origins = request.headers.count("Origin");
        const auto from = request.headers.find("Referer");
        if (origins == 0) return !from || is_page_of(*from, request);
        return origins == 1 && is_origin_of(*request.headers.find("Origin"), request);
    }
    if (!site || ours) return true;
    const auto into = request.headers.find("Sec-Fetch-Dest");
    return request.headers.find("Sec-Fetch-Mode") == "navigate" && (!into || into == "document");
}

} // namespace heed::web
