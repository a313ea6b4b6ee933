#pragma once

#include "web/fields.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace heed::web {

struct Request;

/// What goes back. The router adds the security headers, the server the length and the date. A
/// handler may answer with a status of 400 or more and no body: the house's page for it is put in.
struct Response {
    unsigned status = 200;
    Headers headers;
    std::string body;
};

/// A request that no handler answers, or none could. Every text here is a literal: nothing of the
/// request, and so nothing about a person, can stand in it.
struct Trouble {
    unsigned status;         ///< of HTTP
    std::string_view code;   ///< `not_found`: what programs see
    std::string_view title;  ///< what people see
    std::string_view detail; ///< what they can do; may be empty
};

namespace trouble {
inline constexpr Trouble malformed{400, "malformed", "This request is malformed",
                                   "The browser or program sent something we cannot read."};
inline constexpr Trouble malformed_form{
    400, "malformed", "This request is malformed",
    "The form in it cannot be read. JSON is sent with the header Content-Type: application/json."};
inline constexpr Trouble from_elsewhere{403, "from_elsewhere",
                                        "This request came from another site",
                                        "Go to the page yourself and try again there."};
inline constexpr Trouble forbidden{403, "forbidden", "You cannot do this", ""};
inline constexpr Trouble not_found{404, "not_found", "Page not found",
                                   "Check the address, or go back to where you came from."};
inline constexpr Trouble wrong_method{405, "wrong_method", "This cannot be done here", ""};
inline constexpr Trouble too_large{413, "too_large", "What you sent is too large", ""};
inline constexpr Trouble target_too_long{414, "target_too_long", "The address is too long", ""};
inline constexpr Trouble bad_expectation{417, "bad_expectation", "Expectation not met", ""};
inline constexpr Trouble headers_too_large{431, "headers_too_large", "The headers are too large",
                                           ""};
inline constexpr Trouble broken{500, "broken", "Something is wrong with this service",
                                "It is our mistake, and it is in the log. Nothing was saved."};
inline constexpr Trouble unknown_method{501, "unknown_method", "This method is not served", ""};
inline constexpr Trouble fault{503, "fault", "This service is not working just now",
                               "Nothing was saved. Try again in a minute."};
inline constexpr Trouble too_busy{503, "too_busy", "This service is too busy just now",
                                  "Nothing was saved. Try again in a few seconds."};
inline constexpr Trouble unknown_version{505, "unknown_version",
                                         "This version of HTTP is not served", ""};
} // namespace trouble

Response html(unsigned status, std::string body);
Response json(unsigned status, std::string body);
Response text(unsigned status, std::string body);

/// 303, so that a reload does not send the form again. The location must be a path of our own
/// (is_local_path), else Broken.
Response see_other(std::string location);

/// A file to be saved, never shown. The name may hold any letters; folders are cut off.
Response file_download(std::string_view name, std::string_view type, std::string bytes);

/// RFC 9457 application/problem+json. An empty detail or code is left out.
Response problem(unsigned status, std::string_view title, std::string_view detail,
                 std::string_view code);

/// Whether the text is a path on this server and nothing else: begins with one `/`, no host, no
/// scheme, no control character or backslash. Ask before going where a request says.
bool is_local_path(std::string_view location);

struct Cookie {
    std::string_view name; ///< without prefix
    std::string_view value;
    std::optional<std::chrono::seconds> lasts; ///< absent: until the browser is closed
};

/// HttpOnly, SameSite=Strict, Path=/; under TLS also Secure and named `__Host-…`. A value that a
/// cookie cannot hold (RFC 6265) is Broken: encode it first.
void set_cookie(Response& response, const Request& request, const Cookie& cookie);
/// Makes the browser forget it.
void clear_cookie(Response& response, const Request& request, std::string_view name);

} // namespace heed::web
