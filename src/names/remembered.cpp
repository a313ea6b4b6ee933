#include "names/remembered.hpp"

#include <algorithm>
#include <array>
#include <mutex>

namespace heed::names {
namespace {

struct Slot {
    std::string word;
    Remembered::Known known;
    int asked_again = 0; ///< 3 at most
};

/// Each has a few slots and is locked for some instructions.
struct Shelf {
    std::mutex lock;
    std::array<Slot, 64> slots;
};

struct Place {
    Shelf& shelf;
    Slot& slot;
};

Place place_of(std::string_view word)
{
    static std::array<Shelf, 256> shelves;
    const std::uint64_t key = filing::key_of(word) * 0x9E37'79B9'7F4A'7C15ULL;
    Shelf& shelf = shelves[key >> 56U];
    return {shelf, shelf.slots[(key >> 48U) % shelf.slots.size()]};
}

} // namespace

std::optional<Remembered::Known> Remembered::of(std::string_view word)
{
    auto [shelf, slot] = place_of(word);
    const std::scoped_lock held{shelf.lock};
    if (slot.word != word || !slot.known.near) return std::nullopt;
    slot.asked_again = std::min(slot.asked_again + 1, 3);
    return slot.known;
}

void Remembered::keep(std::string_view word, Known known)
{
    auto [shelf, slot] = place_of(word);
    const std::scoped_lock held{shelf.lock};
    if (slot.word != word && slot.asked_again > 0) {
        --slot.asked_again;
        return;
    }
    if (slot.word != word) slot = {std::string{word}, {}, 0};
    slot.known = std::move(known);
}

} // namespace heed::names
