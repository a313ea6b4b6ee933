// Any method, target, headers and body: understood into sound parts, or refused.
#include "web/router.hpp"

#include "core/ensure.hpp"
#include "core/text.hpp"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace heed;
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const auto lines = split(bytes, '\n');
    web::RawRequest raw{.method = std::string{lines[0]}, .target = {}, .headers = {}, .body = {}};
    if (lines.size() > 1) raw.target = lines[1];
    std::size_t line = 2;
    for (; line < lines.size() && !lines[line].empty(); ++line) {
        const auto colon = lines[line].find(':');
        if (colon == std::string_view::npos) return 0;
        try {
            raw.headers.add(std::string{lines[line].substr(0, colon)},
                            std::string{trimmed(lines[line].substr(colon + 1))});
        } catch (const Broken&) {
            return 0; // the server's own parser lets no such field through
        }
    }
    for (++line; line < lines.size(); ++line) raw.body += std::string{lines[line]} + '\n';

    static const web::Router router;
    auto request = web::understand(std::move(raw));
    if (!request) return 0;
    ensure(request->path.starts_with('/') && is_utf8(request->path), "a path is sound");
    ensure((request->path + '/').find("/../") == std::string::npos, "a path does not climb");
    const web::Response response = router.handle(std::move(*request));
    ensure(response.status == 404, "an empty router finds nothing");
    return 0;
}
