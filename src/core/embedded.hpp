#pragma once

#include <string_view>

namespace heed {

/// A file that the build put inside the binary (cmake/embed.cmake).
struct Embedded {
    std::string_view name;  ///< the file's own name, without folders
    std::string_view bytes; ///< its content, unchanged
};

} // namespace heed
