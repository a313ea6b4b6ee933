#include "names/strings.hpp"

namespace heed::names {
namespace {

std::uint32_t hash_of(std::string_view text)
{
    std::uint32_t hash = 2'166'136'261U;
    for (const char letter : text) hash = (hash ^ static_cast<std::uint8_t>(letter)) * 16'777'619U;
    return hash ^ (hash >> 15);
}

} // namespace

/// Where the text is, or would be.
std::size_t Strings::slot_of(std::string_view wanted) const
{
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash_of(wanted) & mask;
    while (slots_[at] != 0 && text(slots_[at]) != wanted) at = (at + 1) & mask;
    return at;
}

std::uint32_t Strings::find(std::string_view text) const { return slots_[slot_of(text)]; }

std::uint32_t Strings::add(std::string_view text)
{
    if (text.empty()) return 0;
    const std::size_t slot = slot_of(text);
    if (slots_[slot] != 0) return slots_[slot];
    const auto number = static_cast<std::uint32_t>(size());
    letters_ += text;
    begin_.push_back(static_cast<std::uint32_t>(letters_.size()));
    slots_[slot] = number;
    if (size() * 2 > slots_.size()) grow();
    return number;
}

void Strings::grow()
{
    slots_.assign(slots_.size() * 4, 0);
    for (std::uint32_t number = 1; number < size(); ++number)
        slots_[slot_of(text(number))] = number;
}

} // namespace heed::names
