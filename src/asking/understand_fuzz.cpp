// Any bytes in the box: no crash, days that run forward, and something said of what was understood.
#include "asking/question.hpp"

#include "core/ensure.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace heed;
    const std::string_view typed{reinterpret_cast<const char*>(data), size};
    const Day today = day(2026, 11, 22);
    const auto once = asking::understand(typed, today).question;
    const auto again = asking::understand(asking::spelled_back(once), today).question;
    ensure(!once.born || once.born->from <= once.born->to, "days run forward");
    ensure(!again.born || again.born->from <= again.born->to, "days run forward again");
    ensure(once.empty() || !asking::chips(once).empty(), "what was understood is said");
    return 0;
}
