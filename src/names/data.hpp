#pragma once

#include <functional>
#include <string_view>

namespace heed::names {

/// Each line of a file of data/names that the build put inside the binary, without comments, blank
/// lines and white space around. The views live as long as the program. Broken when there is no
/// such file.
void for_each_line(std::string_view file, const std::function<void(std::string_view)>& visit);

} // namespace heed::names
