#include "web/response.hpp"

#include "core/ensure.hpp"
#include "core/json.hpp"
#include "web/request.hpp"

#include <algorithm>

namespace heed::web {

namespace {

Response typed(unsigned status, std::string_view type, std::string body)
{
    Response response{status, {}, std::move(body)};
    response.headers.add("Content-Type", std::string{type});
    return response;
}

/// For the quoted file name of old browsers; new ones read the encoded one beside it.
std::string plain_name(std::string_view name)
{
    std::string plain;
    for (const char c : name)
        plain += c >= ' ' && c < 0x7F && c != '"' && c != '\\' && c != '%' ? c : '_';
    return plain;
}

void write_cookie(Response& response, const Request& request, std::string_view name,
                  std::string_view value, std::optional<std::chrono::seconds> lasts)
{
    ensure(is_cookie_value(value), "a cookie's value must be encoded first");
    std::string text = request.secure ? "__Host-" : "";
    text += name;
    text += '=';
    text += value;
    text += "; Path=/; HttpOnly; SameSite=Strict";
    if (request.secure) text += "; Secure";
    if (lasts) text += "; Max-Age=" + std::to_string(lasts->count());
    response.headers.add("Set-Cookie", std::move(text));
}

} // namespace

Response html(unsigned status, std::string body)
{
    return typed(status, "text/html; charset=utf-8", std::move(body));
}

Response json(unsigned status, std::string body)
{
    return typed(status, "application/json", std::move(body));
}

Response text(unsigned status, std::string body)
{
    return typed(status, "text/plain; charset=utf-8", std::move(body));
}

Response see_other(std::string location)
{
    ensure(is_local_path(location), "a redirect that would leave this server");
    Response response{303, {}, {}};
    response.headers.add("Location", std::move(location));
    return response;
}

Response file_download(std::string_view name, std::string_view type, std::string bytes)
{
    const auto slash = name.find_last_of("/\\");
    if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
    Response response = typed(200, type, std::move(bytes));
    response.headers.add("Content-Disposition", "attachment; filename=\"" + plain_name(name) +
                                                    "\"; filename*=UTF-8''" +
                                                    percent_encoded(name));
    return response;
}

Response problem(unsigned status, std::string_view title, std::string_view detail,
                 std::string_view code)
{
    JsonWriter json;
    json.object().key("type").value("about:blank").key("title").value(title);
    json.key("status").value(static_cast<int>(status));
    if (!detail.empty()) json.key("detail").value(detail);
    if (!code.empty()) json.key("code").value(code);
    json.end();
    return typed(status, "application/problem+json", json.text());
}

bool is_local_path(std::string_view location)
{
    return location.starts_with('/') && !location.starts_with("//") &&
           std::ranges::all_of(location, [](char c) { return c > ' ' && c < 0x7F && c != '\\'; });
}

void set_cookie(Response& response, const Request& request, const Cookie& cookie)
{
    write_cookie(response, request, cookie.name, cookie.value, cookie.lasts);
}

void clear_cookie(Response& response, const Request& request, std::string_view name)
{
    write_cookie(response, request, name, "", std::chrono::seconds{0});
}

} // namespace heed::web
