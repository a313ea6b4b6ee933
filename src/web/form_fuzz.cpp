// Any bytes as a urlencoded form or a query: what is read, written and read again is itself.
#include "web/fields.hpp"

#include "core/ensure.hpp"
#include "core/text.hpp"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace heed;
    const auto fields = web::read_urlencoded({reinterpret_cast<const char*>(data), size});
    if (!fields) return 0;
    for (const auto& [name, value] : *fields)
        for (const std::string& text : {name, value})
            ensure(is_utf8(text) && text.find('\0') == std::string::npos, "a field is sound text");
    const auto again = web::read_urlencoded(web::write_urlencoded(*fields));
    ensure(again == *fields, "a form comes back as it was");
    return 0;
}
