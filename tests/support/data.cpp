#include "support/data.hpp"

#include "core/ensure.hpp"

#include <fstream>
#include <iterator>

namespace heed::testing {

std::string test_data_path(std::string_view name)
{
    return std::string{HEED_TEST_DATA "/"}.append(name);
}

std::string test_data(std::string_view name)
{
    std::ifstream file{test_data_path(name), std::ios::binary};
    ensure(file.is_open(), "a file of tests/data is missing");
    return {std::istreambuf_iterator<char>{file}, {}};
}

} // namespace heed::testing
