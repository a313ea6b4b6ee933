// Reads lines of {"component": …, "options": …} and writes for each one line of JSON: the markup
// that our component makes of these options, or what went wrong. With
// --list it writes the components that it knows.
#include "conformance/fixture.hpp"

#include <algorithm>
#include <iostream>

using namespace heed::conformance;

namespace {

std::vector<Named> all_adapters()
{
    std::vector<Named> all = adapters_of_markup();
    for (const auto& more : {adapters_of_lists(), adapters_of_forms()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

std::string answer(const std::vector<Named>& adapters, const std::string& line)
{
    const value asked = boost::json::parse(line);
    const auto named = std::ranges::find_if(adapters, [&](const Named& one) {
        return one.component == at(asked, "component").as_string();
    });
    if (named == adapters.end()) return boost::json::serialize(value(nullptr));
    const std::string html{named->adapter(at(asked, "options")).view()};
    return boost::json::serialize(value(html));
}

} // namespace

int main(int count, char** arguments)
{
    const std::vector<Named> adapters = all_adapters();
    if (count > 1 && std::string_view{arguments[1]} == "--list") {
        for (const Named& one : adapters) std::cout << one.component << '\n';
        return 0;
    }
    for (std::string line; std::getline(std::cin, line);) {
        try {
            std::cout << answer(adapters, line) << '\n';
        } catch (const std::exception& failure) {
            std::cout << boost::json::serialize(boost::json::object{{"failure", failure.what()}})
                      << '\n';
        }
    }
}
