#include "core/ensure.hpp"
#include "feed/described.hpp"
#include "feed/file.hpp"

#include <sstream>

/// Whatever the bytes are: the file is read to its end, and what may be taken comes back from how
/// it is kept.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size)
{
    using namespace heed::feed;
    std::istringstream in{std::string{reinterpret_cast<const char*>(bytes), size}};
    File file{in, heed::day(2026, 11, 25)};
    if (!file.begin()) return 0;
    std::size_t line = 1;
    for (Row row; file.next(row);) {
        heed::ensure(row.line > line, "rows go down the file");
        line = row.line;
        if (row.complaint) continue;
        const auto again = unpacked(row.fields[Column::id], packed(row.fields));
        heed::ensure(again == row.fields, "a row comes back from how it is kept");
        static_cast<void>(described(row.fields));
        static_cast<void>(question_for(row.fields));
    }
    return 0;
}
