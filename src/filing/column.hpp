#pragma once

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

#include <sys/mman.h>

namespace heed::filing {

/// Memory for long columns: large pages where the kernel has them, given back whole when freed, and
/// not filled with noughts first.
template <class T> struct ColumnMemory {
    using value_type = T;
    static constexpr std::size_t large = std::size_t{4} << 20U;

    ColumnMemory() = default;
    template <class Other> ColumnMemory(const ColumnMemory<Other>& /*other*/) {}
    bool operator==(const ColumnMemory&) const = default;

    T* allocate(std::size_t count)
    {
        if (count * sizeof(T) < large) return std::allocator<T>{}.allocate(count);
        void* memory = mmap(nullptr, count * sizeof(T), PROT_READ | PROT_WRITE,
                            MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (memory == MAP_FAILED) throw std::bad_alloc{};
        madvise(memory, count * sizeof(T), MADV_HUGEPAGE);
        return static_cast<T*>(memory);
    }
    void deallocate(T* memory, std::size_t count)
    {
        if (count * sizeof(T) < large)
            std::allocator<T>{}.deallocate(memory, count);
        else
            munmap(memory, count * sizeof(T));
    }
    template <class Made, class... Arguments> void construct(Made* at, Arguments&&... arguments)
    {
        if constexpr (sizeof...(Arguments) == 0)
            ::new (static_cast<void*>(at)) Made;
        else
            ::new (static_cast<void*>(at)) Made(std::forward<Arguments>(arguments)...);
    }
};

template <class T> using Column = std::vector<T, ColumnMemory<T>>;

template <class T> std::size_t bytes_of(const Column<T>& column)
{
    return column.capacity() * sizeof(T);
}

} // namespace heed::filing
