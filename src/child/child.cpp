#include "child/child.hpp"

#include "core/ensure.hpp"

namespace heed::child {

const Name& Child::name_on(Day day) const
{
    ensure(!names.empty(), "a child without any name");
    const Stated<NameHeld>* best = nullptr;
    for (const auto& held : names) {
        if (!held.days.cover(day)) continue;
        if (held.kind == NameKind::legal) return held.name;
        if (!best && held.kind != NameKind::former) best = &held;
    }
    return best ? best->name : names.front().name;
}

const Stated<AddressHeld>* Child::lives_at(Day day) const
{
    for (const auto& held : addresses)
        if (held.kind != AddressKind::home && held.days.cover(day)) return &held;
    return home_on(day);
}

const Stated<AddressHeld>* Child::home_on(Day day) const
{
    for (const auto& held : addresses)
        if (held.kind == AddressKind::home && held.days.cover(day)) return &held;
    return nullptr;
}

const Stated<Involved>* Child::involved_on(Part part, Day day) const
{
    for (const auto& held : involved)
        if (held.part == part && held.days.cover(day)) return &held;
    return nullptr;
}

std::string Child::legal_status_on(Day day) const
{
    for (const auto& held : legal_statuses)
        if (held.days.cover(day)) return held.words;
    return {};
}

} // namespace heed::child
