#pragma once

#include <cstdint>

namespace heed::support {

/// Chance that depends only on where it begins: a seed, a purpose and a number. SplitMix64.
class Chance {
public:
    Chance(std::uint64_t seed, std::uint64_t purpose, std::uint64_t number)
        : state_{
              mixed(seed * 0x9E3779B97F4A7C15ULL + mixed(purpose * 0xD1B54A32D192ED03ULL + number))}
    {
    }
    std::uint64_t next() { return mixed(state_ += 0x9E3779B97F4A7C15ULL); }
    /// 0 to `count` - 1.
    std::uint64_t below(std::uint64_t count) { return next() % count; }
    /// 0 to 1.
    double share() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
    bool happens(double how_often) { return share() < how_often; }

private:
    static std::uint64_t mixed(std::uint64_t value)
    {
        value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
        return value ^ (value >> 31U);
    }
    std::uint64_t state_;
};

} // namespace heed::support
