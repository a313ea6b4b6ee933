#include "core/outcome.hpp"

#include "core/ensure.hpp"

#include <array>

namespace heed {

namespace {

struct Entry {
    std::string_view code, sentence;
};

constexpr std::array entries{
#define REFUSAL(code, sentence) Entry{#code, sentence},
#include "core/refusals.def"
#undef REFUSAL
};

const Entry& entry(RefusalCode code)
{
    const auto index = static_cast<std::size_t>(code);
    ensure(index < entries.size(), "a refusal code outside the list");
    return entries.at(index);
}

} // namespace

std::string_view code_name(RefusalCode code) { return entry(code).code; }

std::string_view sentence(RefusalCode code) { return entry(code).sentence; }

std::string in_words(const Refusal& refusal)
{
    std::string words{sentence(refusal.code)};
    if (!refusal.detail.empty()) words += ' ' + refusal.detail;
    return words;
}

} // namespace heed
