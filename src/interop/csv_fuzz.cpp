// Any bytes as a CSV: no crash, no endless loop, and every word of a record in its text; and any
// text as a cell: guarded, written and read back it is itself.
#include "interop/csv_reader.hpp"
#include "interop/csv_writer.hpp"

#include "core/ensure.hpp"
#include "core/text.hpp"

#include <sstream>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace heed;
    const std::string bytes{reinterpret_cast<const char*>(data), size};
    std::istringstream in{bytes};
    interop::CsvReader reader{in, {.limits = {.field_bytes_max = 4096, .columns_max = 64}}};
    std::size_t line = 0;
    for (interop::CsvRecord record; reader.next(record).value_or(false);) {
        ensure(record.line > line, "lines go down the page");
        ensure(is_utf8(record.text), "a record is UTF-8");
        ensure(!record.fields.empty(), "a record has a field");
        line = record.line;
    }

    ensure(interop::unguarded(interop::guarded(bytes)) == bytes, "a guard comes off again");
    return 0;
}
