#include "web/response.hpp"

#include "core/ensure.hpp"
#include "core/json.hpp"
#include "web/request.hpp"

#include <algorithm>
#include <array>

namespace heed::web {

namespace {

Response typed(unsigned status, std::string_view type, std::string body)
{
    Response response{status, {}, std::move(body)};
    response.headers.add("Content-Type", std::string{type});
    return response;
}

std::string_view reason(unsigned status)
{
    struct Reason {
        unsigned status;
        std::string_view phrase;
    };
    static constexpr std::array<Reason, 25> reasons{{{200, "OK"},
                                                     {201, "Created"},
                                                     {202, "Accepted"},
                                                     {204, "No Content"},
                                                     {303, "See Other"},
                                                     {304, "Not Modified"},
                                                     {400, "Bad Request"},
                                                     {401, "Unauthorized"},
                                                     {403, "Forbidden"},
                                                     {404, "Not Found"},
                                                     {405, "Method Not Allowed"},
                                                     {408, "Request Timeout"},
                                                     {409, "Conflict"},
                                                     {412, "Precondition Failed"},
                                                     {413, "Content Too Large"},
                                                     {414, "URI Too Long"},
                                                     {415, "Unsupported Media Type"},
                                                     {417, "Expectation Failed"},
                                                     {422, "Unprocessable Content"},
                                                     {429, "Too Many Requests"},
                                                     {431, "Request Header Fields Too Large"},
                                                     {500, "Internal Server Error"},
                                                     {501, "Not Implemented"},
                                                     {503, "Service Unavailable"},
                                                     {505, "HTTP Version Not Supported"}}};
    const auto* const found = std::ranges::find(reasons, status, &Reason::status);
    return found == reasons.end() ? "" : found->phrase;
}

void append_two_digits(std::string& text, unsigned number)
{
    text += static_cast<char>('0' + number / 10);
    text += static_cast<char>('0' + number % 10);
}

/// `Sun, 06 Nov 1994 08:49:37 GMT`
void append_http_date(std::string& text, Moment at)
{
    static constexpr std::array<std::string_view, 7> weekdays{"Sun", "Mon", "Tue", "Wed",
                                                              "Thu", "Fri", "Sat"};
    static constexpr std::array<std::string_view, 12> months{
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(at - day)};
    text += weekdays[std::chrono::weekday{day}.c_encoding()];
    text += ", ";
    append_two_digits(text, static_cast<unsigned>(date.day()));
    text += ' ';
    text += months[static_cast<unsigned>(date.month()) - 1];
    text += ' ' + std::to_string(static_cast<int>(date.year())) + ' ';
    append_two_digits(text, static_cast<unsigned>(time.hours().count()));
    text += ':';
    append_two_digits(text, static_cast<unsigned>(time.minutes().count()));
    text += ':';
    append_two_digits(text, static_cast<unsigned>(time.seconds().count()));
    text += " GMT";
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

bool may_have_body(unsigned status) { return status != 204 && status != 304; }

std::string wire_head(const Response& response, bool keep_alive, Moment now)
{
    std::string head;
    head.reserve(1200);
    head += "HTTP/1.1 " + std::to_string(response.status) + ' ';
    head += reason(response.status);
    head += "\r\nDate: ";
    append_http_date(head, now);
    for (const auto& [name, value] : response.headers) {
        head += "\r\n";
        head += name;
        head += ": ";
        head += value;
    }
    if (may_have_body(response.status))
        head += "\r\nContent-Length: " + std::to_string(response.body.size());
    head += keep_alive ? "\r\nConnection: keep-alive\r\n\r\n" : "\r\nConnection: close\r\n\r\n";
    return head;
}

} // namespace heed::web
