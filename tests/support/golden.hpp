#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

namespace heed::support {

/// The folder with rooms.cmake, above wherever the test was started.
inline std::filesystem::path root_folder()
{
    auto folder = std::filesystem::current_path();
    while (!exists(folder / "rooms.cmake") && folder != folder.root_path())
        folder = folder.parent_path();
    return folder;
}

/// Compares with the file at that path below the root. With ACCEPT=1 in the environment it is
/// written instead and the test reports itself skipped, so that nothing passes by being rewritten.
inline void expect_golden(const std::string& path, std::string_view text)
{
    const auto file = root_folder() / path;
    if (std::getenv("ACCEPT")) {
        create_directories(file.parent_path());
        std::ofstream{file, std::ios::binary} << text;
        GTEST_SKIP() << path << " was rewritten";
    }
    std::stringstream kept;
    kept << std::ifstream{file, std::ios::binary}.rdbuf();
    EXPECT_EQ(kept.str(), text) << path << ": look at the difference, then ACCEPT=1";
}

/// Markup with one element a line, for a golden file that a person can read.
inline std::string by_lines(std::string_view markup)
{
    std::string lines;
    for (const char c : markup) {
        if (c == '<' && !lines.empty() && lines.back() == '>') lines += '\n';
        lines += c;
    }
    return lines + '\n';
}

} // namespace heed::support
