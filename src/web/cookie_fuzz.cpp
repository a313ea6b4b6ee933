// Any bytes as a Cookie header: no crash, and a cookie of ours is found behind whatever stands
// before it, unless that holds one of the same name.
#include "web/fields.hpp"

#include "core/ensure.hpp"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace heed;
    const std::string header{reinterpret_cast<const char*>(data), size};
    const auto found = web::find_cookie(header, "session");
    ensure(!found || web::is_cookie_value(*found), "a cookie's value is sound");
    ensure(!found || header.find("session=" + std::string{*found}) != std::string::npos,
           "a cookie is found where it stands");
    const std::string with_ours = header + "; session=ours";
    ensure(web::find_cookie(with_ours, "session") == found.value_or("ours"), "ours is found");
    return 0;
}
