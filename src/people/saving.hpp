#pragma once

#include "people/people.hpp"

#include <functional>

namespace heed::people {

/// What saved people are read from. After it has failed once it goes on failing.
class Source {
public:
    virtual ~Source() = default;
    /// Fills all of it, or says no.
    virtual bool read(std::span<std::uint8_t> bytes) = 0;
    /// How many bytes there can be at most: nothing longer is made room for.
    virtual std::uint64_t remaining() const = 0;
};

/// People as bytes and back: the columns as they are in memory, for this machine and this version.
class Saving {
public:
    /// Changes whenever the same bytes would mean something else.
    static constexpr std::uint32_t version = 6;

    static void save(People people, const std::function<void(std::span<const std::uint8_t>)>& sink);
    /// Nothing when the bytes are not such people, whatever else they are.
    static std::optional<People> opened(Source& source);

private:
    static bool open_words(People& people, Source& source);
    static bool open_parts(People& people, Source& source);
    static bool count(People& people);
};

} // namespace heed::people
