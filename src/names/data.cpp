#include "names/data.hpp"

#include "core/embedded.hpp"
#include "core/ensure.hpp"
#include "core/text.hpp"

#include <span>

namespace heed::name_data {
std::span<const Embedded> embedded_files();
} // namespace heed::name_data

namespace heed::names {

void for_each_line(std::string_view file, const std::function<void(std::string_view)>& visit)
{
    for (const Embedded& held : name_data::embedded_files()) {
        if (held.name != file) continue;
        for (std::string_view line : split(held.bytes, '\n')) {
            line = trimmed(line.substr(0, line.find('#')));
            if (!line.empty()) visit(line);
        }
        return;
    }
    throw Broken{"a file of name data is not inside the binary"};
}

} // namespace heed::names
