// Whatever a file holds, each of its rows ends in exactly one way, and nothing is made of a row
// that is held.
#include "core/ensure.hpp"
#include "extract/file.hpp"
#include "extract/same_child.hpp"
#include "pack/library.hpp"

#include <cstddef>
#include <cstdint>
#include <sstream>

using namespace heed;
using namespace heed::extract;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const auto pack = pack::find("eng-wt2006-medway").value();
    const std::string text{reinterpret_cast<const char*>(data), size};
    (void)heading_map_from_toml(text);
    std::istringstream in{text};
    const auto file = read_file(in);
    if (!file) return 0;
    const auto judged = judge_together(file->rows, day(2008, 4, 1), pack);
    ensure(judged.size() == file->rows.size(), "each row is judged");
    for (const Judged& row : judged) {
        const bool accepted = row.outcome == RowOutcome::accepted ||
                              row.outcome == RowOutcome::accepted_with_questions;
        ensure(accepted == row.registration.has_value(),
               "a registration of what is accepted alone");
        ensure((row.outcome == RowOutcome::accepted) == row.findings.empty(),
               "something is said of all but what is accepted");
        ensure(row.child_line <= row.line, "a child's first row comes first");
    }
    return 0;
}
