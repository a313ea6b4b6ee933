#include "permission/role.hpp"

#include <gtest/gtest.h>

namespace heed::permission {

namespace {

std::string matrix()
{
    std::string text;
    for (const Right right : every_right) {
        std::string line{code_of(right)};
        line.resize(17, ' ');
        for (const Role role : every_role) line += allows(role, right) ? " x" : " .";
        text += line + "\n";
    }
    return text;
}

} // namespace

// The whole table, so that no right is given or taken without somebody reading this.
TEST(Role, HasTheRightsOfTheTableAndNoOthers)
{
    EXPECT_EQ(matrix(),
              //                 A D D O K C M C T A A
              //                 d M u u e h i o e n u
              //                 m . t t y a n r a a d
              "enquire           . x x x . . . . . . .\n"
              "see_child         . x x x x x . . x . .\n"
              "see_list          . x x x . . . . x . .\n"
              "see_own_list      . . . . x . . . . . .\n"
              "see_enquiries     . x x x x . . . x . .\n"
              "consider_enquiry  . x . . . . . . . . .\n"
              "see_looks         . x . . . . . . . . x\n"
              "correct_record    . x . . . . . . . . .\n"
              "decide_links      . x . . . . . . . . .\n"
              "see_shielded      . x . . . . . . . . .\n"
              "import_register   . x . . . . . . . . .\n"
              "feed_children     . x . . . . . . . . .\n"
              "find_many         . x . . . . . . . . .\n"
              "see_directory     x x x x x x x . x . .\n"
              "change_directory  x x . . . . . . . . .\n"
              "manage_users      x . . . . . . . . . .\n"
              "see_ledger        x x . . . . . . . . x\n"
              "back_up           x . . . . . . . . . .\n"
              "own_account       x x x x x x x x x x x\n");
}

TEST(Role, GivesAdministratorsNoRightToChildrensData)
{
    for (const Right right :
         {Right::enquire, Right::see_child, Right::see_list, Right::see_own_list,
          Right::see_enquiries, Right::consider_enquiry, Right::see_looks, Right::correct_record,
          Right::decide_links, Right::see_shielded, Right::import_register, Right::feed_children,
          Right::find_many})
        EXPECT_FALSE(allows(Role::administrator, right)) << code_of(right);
}

TEST(Role, IsFoundAgainByItsCode)
{
    for (const Role role : every_role) {
        EXPECT_EQ(role_from(code_of(role)), role);
        EXPECT_FALSE(in_words(role).empty());
    }
    EXPECT_FALSE(role_from("custodian"));
    EXPECT_FALSE(role_from("Duty_Worker"));
    EXPECT_FALSE(role_from(""));
}

TEST(Right, ToOpenAChildNeedsAReason)
{
    EXPECT_TRUE(needs_reason(Right::see_child));
    EXPECT_FALSE(needs_reason(Right::own_account));
}

} // namespace heed::permission
