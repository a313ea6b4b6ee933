#include "web/assets.hpp"

#include "core/digest.hpp"
#include "core/ensure.hpp"

#include <algorithm>
#include <array>

namespace heed::web {

Assets::Assets(std::span<const Embedded> files) : files_{files.begin(), files.end()}
{
    std::ranges::sort(files_, {}, &Embedded::name);
    ensure(std::ranges::adjacent_find(files_, {}, &Embedded::name) == files_.end(),
           "two assets of one name");
    std::string all;
    for (const Embedded& file : files_) {
        ensure(!content_type_of(file.name).empty(), "an asset of a kind that is not served");
        all += file.name;
        all += ' ' + sha256_hex(file.bytes) + '\n';
    }
    hash_ = sha256_hex(all).substr(0, 16);
}

const Embedded* Assets::find(std::string_view name) const
{
    const auto found = std::ranges::lower_bound(files_, name, {}, &Embedded::name);
    return found != files_.end() && found->name == name ? &*found : nullptr;
}

std::string Assets::url(std::string_view name) const
{
    ensure(find(name) != nullptr, "there is no asset of that name");
    return "/assets/" + hash_ + "/" + percent_encoded(name);
}

Response Assets::serve(const Request& request) const
{
    const Embedded* file = find(request.parameter("name"));
    if (!file || request.parameter("hash") != hash_) return Response{404, {}, {}};

    const std::string tag = '"' + hash_ + '"';
    const std::string_view has = request.headers.find("If-None-Match").value_or("");
    const bool fresh = has.find(tag) != std::string_view::npos;
    Response response{fresh ? 304U : 200U, {}, fresh ? std::string{} : std::string{file->bytes}};
    response.headers.add("ETag", tag);
    response.headers.add("Cache-Control", "public, max-age=31536000, immutable");
    if (!fresh) response.headers.add("Content-Type", std::string{content_type_of(file->name)});
    return response;
}

std::string_view content_type_of(std::string_view name)
{
    using Kind = std::pair<std::string_view, std::string_view>;
    static constexpr std::array<Kind, 10> kinds{{{".css", "text/css; charset=utf-8"},
                                                 {".js", "text/javascript; charset=utf-8"},
                                                 {".mjs", "text/javascript; charset=utf-8"},
                                                 {".svg", "image/svg+xml"},
                                                 {".png", "image/png"},
                                                 {".ico", "image/x-icon"},
                                                 {".woff2", "font/woff2"},
                                                 {".json", "application/json"},
                                                 {".txt", "text/plain; charset=utf-8"},
                                                 {".webmanifest", "application/manifest+json"}}};
    const auto* const found =
        std::ranges::find_if(kinds, [&](const Kind& kind) { return name.ends_with(kind.first); });
    return found == kinds.end() ? std::string_view{} : found->second;
}

} // namespace heed::web
