#pragma once

#include <cstdint>
#include <string>

namespace heed::support {

/// How far something is, on standard error: one line that is written over on a terminal, now and
/// then a line elsewhere.
class Progress {
public:
    Progress(std::string what, std::uint64_t of);
    void at(std::uint64_t done);

private:
    std::string what_;
    std::uint64_t of_;
    double said_at_ = 0; ///< seconds
    bool terminal_;
};

} // namespace heed::support
