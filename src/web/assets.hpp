#pragma once

#include "core/embedded.hpp"
#include "web/router.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heed::web {

/// The files inside the binary, at addresses that change when any of them does, so that browsers
/// may keep them for ever. One hash for the whole set lets a style sheet name its neighbours.
class Assets {
public:
    /// The files outlive this. Two of one name, or a kind we have no content type for, is Broken.
    explicit Assets(std::span<const Embedded> files);

    /// `/assets/<hash>/heed.css`. Broken when there is no such file.
    std::string url(std::string_view name) const;

    /// Where to add `serve`: `/assets/{hash}/{name}`.
    static constexpr std::string_view pattern = "/assets/{hash}/{name}";

    /// Answers with immutable caching and an ETag; 304 when the browser has it; 404 for another
    /// hash or name.
    Response serve(const Request& request) const;

private:
    const Embedded* find(std::string_view name) const;

    std::vector<Embedded> files_;
    std::string hash_;
};

/// The content type of a file by its ending; empty when we do not serve such.
std::string_view content_type_of(std::string_view name);

} // namespace heed::web
