#include "names/data.hpp"

#include "core/embedded.hpp"
#include "core/ensure.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <span>

namespace heed::name_data {
std::span<const Embedded> embedded_files();
} // namespace heed::name_data

namespace heed::names {

std::string_view whole_file(std::string_view file)
{
    for (const Embedded& held : name_data::embedded_files())
        if (held.name == file) return held.bytes;
    throw Broken{"a file of name data is not inside the binary"};
}

void for_each_line(std::string_view file, const std::function<void(std::string_view)>& visit)
{
    for (std::string_view line : split(whole_file(file), '\n')) {
        line = trimmed(line.substr(0, line.find('#')));
        if (!line.empty()) visit(line);
    }
}

std::vector<Value> values_in(std::string_view text)
{
    std::vector<Value> values;
    std::string_view section;
    std::size_t number = 0;
    for (std::string_view line : split(text, '\n')) {
        ++number;
        line = trimmed(line.substr(0, line.find('#')));
        if (line.empty()) continue;
        if (line.front() == '[' && line.back() == ']') {
            section = line.substr(1, line.size() - 2);
            continue;
        }
        const auto sign = std::min(line.find('='), line.size());
        Value value{section, trimmed(line.substr(0, sign)), {}, number};
        const std::string_view figures =
            sign < line.size() ? trimmed(line.substr(sign + 1)) : std::string_view{};
        float read = 0;
        const auto* const end = figures.end();
        if (!figures.empty() && std::from_chars(figures.begin(), end, read).ptr == end &&
            std::isfinite(read))
            value.number = read;
        values.push_back(value);
    }
    return values;
}

} // namespace heed::names
