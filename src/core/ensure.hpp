#pragma once

#include <source_location>
#include <stdexcept>

namespace heed {

/// We are wrong: a mistake of the program, not of the person or the world. Caught once, at the
/// door, where everything is rolled back. Its text never holds a person's data.
class Broken : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

/// The world failed: disk, network, engine. Caught once, at the door. `what()` is for the log and
/// never holds a person's data.
class Fault : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Checked in every build, release too.
inline void ensure(bool true_by_construction, const char* what)
{
    if (!true_by_construction) [[unlikely]]
        throw Broken{what};
}

} // namespace heed
