#pragma once

#include "core/id.hpp"
#include "web/fields.hpp"
#include "web/response.hpp"

#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace heed::web {

enum class Method { get, head, post, put, patch, remove };

/// `GET`, …; remove is `DELETE`.
std::string_view name_of(Method method);
/// Nothing for a method we do not serve.
std::optional<Method> method_named(std::string_view name);
/// Whether the method may change anything.
bool changes_state(Method method);

/// Who a route is for. A browser sends cookies by itself, so it is asked where the request came
/// from; a program signs each request with a bearer token and is told of trouble in JSON.
enum class Caller { browser, program };

using RequestId = Id<struct RequestKind>;

/// One request, whole and understood.
struct Request {
    Method method = Method::get;
    std::string path = "/"; ///< percent-decoded; begins with `/`; no `.` or `..` segment
    std::string target;     ///< path and query as they came
    Fields query;
    Headers headers;
    Form form;           ///< from a urlencoded or multipart body
    std::string body;    ///< as it came; empty when it was read into `form`
    std::string peer;    ///< the address of the client (behind a trusted proxy: as the proxy says)
    bool secure = false; ///< came by TLS, here or at the trusted proxy
    Caller caller = Caller::browser;
    Fields path_parameters;
    std::string_view route; ///< the matched pattern: safe to log and to count by
    RequestId id = *RequestId::from("00000000-0000-7000-8000-000000000000");

    /// What stood at `{name}` of the route's pattern. Broken when the pattern has no such name.
    std::string_view parameter(std::string_view name) const;

    /// The same as an id; nothing when it is not one.
    template <class AnyId> std::optional<AnyId> id_parameter(std::string_view name) const
    {
        return AnyId::from(parameter(name));
    }

    /// The cookie that set_cookie wrote under that name. Under TLS only the `__Host-` one counts.
    std::optional<std::string_view> cookie(std::string_view name) const;

    /// The bearer token of the Authorization header.
    std::optional<std::string_view> bearer_token() const;
};

/// What a connection delivers, before any of it was understood.
struct RawRequest {
    std::string method;
    std::string target;
    Headers headers;
    std::string body;
    unsigned version = 11; ///< 10 or 11; anything else is refused
};

/// What a request's head says.
struct Head {
    Method method;
    std::string target; ///< `/path?query`
    std::string path;   ///< decoded
};

/// Checks method, version, target, Host, and how long the body says it is (never two lengths, never
/// an encoding but `chunked`). To be asked before the body is read.
std::expected<Head, Trouble> understand_head(const RawRequest& raw);

/// The whole request, taken out of `raw`; or why not, and then `raw` keeps its headers.
std::expected<Request, Trouble> understand(RawRequest& raw);

/// How tests make one:
/// `*web::understand({.method = "POST", .target = "/x", .headers = {{"Host", "heed"}}})`.
inline std::expected<Request, Trouble> understand(RawRequest&& raw) { return understand(raw); }

/// Takes peer and secure from X-Forwarded-For (its last address) and X-Forwarded-Proto. Only for
/// requests that a proxy of our own sent.
void believe_proxy(Request& request);

} // namespace heed::web
