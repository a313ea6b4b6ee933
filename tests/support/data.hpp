#pragma once

#include <string>
#include <string_view>

namespace heed::testing {

/// Where a file of tests/data lies: `test_data_path("register/register.csv")`.
std::string test_data_path(std::string_view name);

/// The whole of it. Broken when it is not there.
std::string test_data(std::string_view name);

} // namespace heed::testing
