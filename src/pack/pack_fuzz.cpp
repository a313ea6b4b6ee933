// Whatever a file holds, checking it ends in problems with lines, or in a pack that can be used.
#include "core/ensure.hpp"
#include "pack/due.hpp"
#include "pack/library.hpp"

#include <cstddef>
#include <cstdint>

using namespace heed;
using namespace heed::pack;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    for (const auto& problem : check(text))
        ensure(problem.line >= 1 && !problem.text.empty(), "a problem without a line");
    const auto pack = load(text);
    if (pack) {
        (void)pack_json(*pack);
        for (const auto name : codes<Rule>)
            if (const auto found = due(*pack, *from_code<Rule>(name), day(2008, 4, 1)))
                (void)due_in_words(*pack, *found);
    }
    (void)list().front().terms().find(text);
    (void)list().front().category_typed(text);
    return 0;
}
