// Any bytes as a multipart form: what is read, written and read again is itself.
#include "web/fields.hpp"

#include "core/ensure.hpp"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace heed;
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    // The first line is the Content-Type, so that the boundary is tried as well.
    const auto line_end = bytes.find('\n');
    const auto boundary = web::multipart_boundary(bytes.substr(0, line_end));
    if (!boundary || line_end == std::string_view::npos) return 0;
    const auto form = web::read_multipart(bytes.substr(line_end + 1), *boundary);
    if (!form) return 0;
    // Another boundary, one that no content read under the first is likely to hold.
    static constexpr std::string_view other = "a-boundary-of-our-own-7d41b838";
    if (bytes.find(other) != std::string_view::npos) return 0;
    const auto again = web::read_multipart(web::write_multipart(*form, other), other);
    ensure(again == *form, "a form comes back as it was");
    return 0;
}
