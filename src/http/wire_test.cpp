#include "http/wire.hpp"

#include <gtest/gtest.h>

namespace heed::http {
namespace {

TEST(Response, StandsOnTheWireWithItsLengthAndDate)
{
    const auto moment = *moment_from_iso("1994-11-06T08:49:37.000Z");
    EXPECT_EQ(wire_head(web::html(200, "<p>"), true, moment),
              "HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
              "Content-Type: text/html; charset=utf-8\r\nContent-Length: 3\r\n"
              "Connection: keep-alive\r\n\r\n");
    EXPECT_EQ(wire_head(web::Response{304, {}, {}}, false, moment),
              "HTTP/1.1 304 Not Modified\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
              "Connection: close\r\n\r\n");
}

} // namespace
} // namespace heed::http
