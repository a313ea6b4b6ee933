#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace heed::names {

/// Each line of a file of data/names that the build put inside the binary, without comments, blank
/// lines and white space around. The views live as long as the program. Broken when there is no
/// such file.
void for_each_line(std::string_view file, const std::function<void(std::string_view)>& visit);

/// The whole of such a file. Broken when there is none.
std::string_view whole_file(std::string_view file);

/// A line "key = value" of a file of values (a little of TOML), under the last "[section]".
struct Value {
    std::string_view section;
    std::string_view key;
    std::optional<float> number; ///< nothing when it is no number
    std::size_t line = 0;        ///< from 1
};
std::vector<Value> values_in(std::string_view text);

} // namespace heed::names
