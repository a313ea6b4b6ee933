#include "support/progress.hpp"

#include <chrono>
#include <cstdio>
#include <unistd.h>

namespace heed::support {
namespace {

double seconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

} // namespace

Progress::Progress(std::string what, std::uint64_t of)
    : what_{std::move(what)}, of_{of}, said_at_{seconds()}, terminal_{isatty(STDERR_FILENO) == 1}
{
}

void Progress::at(std::uint64_t done)
{
    const bool end = done == of_;
    if (!end && seconds() - said_at_ < (terminal_ ? 0.3 : 10)) return;
    said_at_ = seconds();
    std::fprintf(stderr, "%s%s: %llu of %llu%s", terminal_ ? "\r" : "", what_.c_str(),
                 static_cast<unsigned long long>(done), static_cast<unsigned long long>(of_),
                 terminal_ && !end ? "" : "\n");
}

} // namespace heed::support
