#include "people/people.hpp"

#include <gtest/gtest.h>

namespace heed::people {
namespace {

// Households are filed by a hash, under which strangers may be found.
TEST(People, TakeNobodyOfAnotherHouseholdForABrotherOrSister)
{
    People people;
    for (int number = 0; number < 3000; ++number) {
        std::string surname = "ley";
        for (int left = number; left > 0; left /= 20) surname += "bcdfghjklmnpqrstvwxz"[left % 20];
        const std::string id = std::to_string(number);
        people.put({.id = id, .names = {{"Mary", "", surname}}, .household = "h" + id});
        if (number % 1000 == 999) people.freeze();
    }
    for (std::uint32_t row = 0; row < people.rows_end(); ++row)
        ASSERT_TRUE(people.details(row).siblings.empty()) << row;
}

} // namespace
} // namespace heed::people
