#include "web/request.hpp"

#include "core/ensure.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <array>

namespace heed::web {

namespace {

constexpr std::array<std::pair<Method, std::string_view>, 6> methods{{{Method::get, "GET"},
                                                                      {Method::head, "HEAD"},
                                                                      {Method::post, "POST"},
                                                                      {Method::put, "PUT"},
                                                                      {Method::patch, "PATCH"},
                                                                      {Method::remove, "DELETE"}}};

constexpr std::size_t target_max = 8192;

bool is_host(std::string_view host)
{
    static constexpr std::string_view marks = ".-_:[]";
    return !host.empty() && std::ranges::all_of(host, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               marks.find(c) != std::string_view::npos;
    });
}

/// `/path?query` out of a target; of an absolute one (`http://host/path`) too, when it names the
/// same host as the Host header does.
std::optional<std::string_view> local_target(std::string_view target, std::string_view host)
{
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!same_name(target.substr(0, scheme.size()), scheme)) continue;
        target.remove_prefix(scheme.size());
        const auto authority = target.substr(0, target.find_first_of("/?"));
        if (!same_name(authority, host)) return std::nullopt;
        target.remove_prefix(authority.size());
        if (target.empty()) return "/";
    }
    if (!target.starts_with('/')) return std::nullopt;
    return target;
}

/// Two lengths, or an encoding we do not undo, and the next request's beginning is a guess.
bool length_is_certain(const RawRequest& raw)
{
    const auto lengths = raw.headers.count("Content-Length");
    const auto encodings = raw.headers.count("Transfer-Encoding");
    if (lengths + encodings > 1) return false;
    if (encodings == 1)
        return raw.version == 11 && same_name(*raw.headers.find("Transfer-Encoding"), "chunked");
    if (lengths == 0) return true;
    const std::string_view digits = *raw.headers.find("Content-Length");
    return !digits.empty() && digits.size() <= 15 &&
           std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
}

/// The decoded path of a target; nothing when it is malformed or climbs.
std::optional<std::string> path_of(std::string_view target)
{
    std::string path;
    std::string_view rest = target.substr(0, target.find('?'));
    if (!rest.starts_with('/')) return std::nullopt;
    while (!rest.empty()) {
        rest.remove_prefix(1); // the slash
        const std::string_view segment = rest.substr(0, rest.find('/'));
        rest.remove_prefix(segment.size());
        const auto decoded = percent_decoded(segment);
        if (!decoded || *decoded == "." || *decoded == "..") return std::nullopt;
        // A decoded slash would change which route is meant; nothing of ours needs the others.
        const bool odd = std::ranges::any_of(*decoded, [](char c) {
            return c == '/' || c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
        });
        if (odd || segment.find('#') != std::string_view::npos) return std::nullopt;
        path += '/';
        path += *decoded;
    }
    return path;
}

std::string_view query_of(std::string_view target)
{
    const auto mark = target.find('?');
    return mark == std::string_view::npos ? std::string_view{} : target.substr(mark + 1);
}

/// Where programs call. They send no forms: a body there stays as it came, and whoever answers says
/// what it should have been.
bool is_for_programs(std::string_view path) { return path.starts_with("/api/"); }

/// Fills the form from a body that is one. False when it says it is and is malformed.
bool read_form(RawRequest& raw, Form& form)
{
    if (raw.headers.count("Content-Type") > 1) return false;
    const std::string_view type = raw.headers.find("Content-Type").value_or("");
    const std::string_view kind = trimmed(type.substr(0, type.find(';')));
    std::optional<Form> read;
    if (same_name(kind, "application/x-www-form-urlencoded")) {
        if (auto fields = read_urlencoded(raw.body)) read = Form{std::move(*fields)};
    } else if (same_name(kind, "multipart/form-data")) {
        if (const auto boundary = multipart_boundary(type))
            read = read_multipart(raw.body, *boundary);
    } else {
        return true;
    }
    if (!read) return false;
    form = std::move(*read);
    raw.body = {};
    return true;
}

} // namespace

std::string_view name_of(Method method)
{
    return std::ranges::find(methods, method, &std::pair<Method, std::string_view>::first)->second;
}

std::optional<Method> method_named(std::string_view name)
{
    const auto* const found =
        std::ranges::find(methods, name, &std::pair<Method, std::string_view>::second);
    if (found == methods.end()) return std::nullopt;
    return found->first;
}

bool changes_state(Method method) { return method != Method::get && method != Method::head; }

std::string_view Request::parameter(std::string_view name) const
{
    const auto found = path_parameters.find(name);
    ensure(found.has_value(), "a handler asks for a path parameter that its route does not have");
    return *found;
}

std::optional<std::string_view> Request::cookie(std::string_view name) const
{
    const auto sent = headers.find("Cookie");
    if (!sent) return std::nullopt;
    return find_cookie(*sent, (secure ? "__Host-" : "") + std::string{name});
}

std::optional<std::string_view> Request::bearer_token() const
{
    static constexpr std::string_view scheme = "Bearer ";
    if (headers.count("Authorization") != 1) return std::nullopt;
    const std::string_view given = *headers.find("Authorization");
    if (!same_name(given.substr(0, scheme.size()), scheme)) return std::nullopt;
    const std::string_view token = trimmed(given.substr(scheme.size()));
    if (token.empty() || token.find(' ') != std::string_view::npos) return std::nullopt;
    return token;
}

std::expected<Head, Trouble> understand_head(const RawRequest& raw)
{
    if (raw.version != 10 && raw.version != 11) return std::unexpected{trouble::unknown_version};
    const auto method = method_named(raw.method);
    if (!method) return std::unexpected{trouble::unknown_method};
    if (raw.target.size() > target_max) return std::unexpected{trouble::target_too_long};
    const auto host = raw.headers.find("Host");
    if (raw.headers.count("Host") != 1 || !is_host(*host) || !length_is_certain(raw))
        return std::unexpected{trouble::malformed};
    const auto target = local_target(raw.target, *host);
    auto path = target ? path_of(*target) : std::nullopt;
    if (!path) return std::unexpected{trouble::malformed};
    const auto expected = raw.headers.find("Expect");
    if (expected && !same_name(*expected, "100-continue"))
        return std::unexpected{trouble::bad_expectation};
    return Head{*method, std::string{*target}, std::move(*path)};
}

std::expected<Request, Trouble> understand(RawRequest& raw)
{
    auto head = understand_head(raw);
    if (!head) return std::unexpected{head.error()};
    auto query = read_urlencoded(query_of(head->target));
    if (!query) return std::unexpected{trouble::malformed};

    Request request;
    request.method = head->method;
    if (changes_state(request.method) && !is_for_programs(head->path) &&
        !read_form(raw, request.form))
        return std::unexpected{trouble::malformed_form};
    request.path = std::move(head->path);
    request.target = std::move(head->target);
    request.query = std::move(*query);
    request.headers = std::move(raw.headers);
    request.body = std::move(raw.body);
    return request;
}

void believe_proxy(Request& request)
{
    request.secure = request.headers.find("X-Forwarded-Proto") == "https";
    for (const auto& [name, value] : request.headers) {
        if (!same_name(name, "X-Forwarded-For")) continue;
        // A list may end in commas with nothing between them.
        for (const auto part : split(value, ','))
            if (const auto address = trimmed(part); !address.empty()) request.peer = address;
    }
}

} // namespace heed::web
