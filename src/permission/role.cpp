#include "permission/role.hpp"

#include "core/ensure.hpp"

#include <algorithm>
#include <initializer_list>

namespace heed::permission {

namespace {

struct Named {
    Role role;
    std::string_view code, words;
};

constexpr std::array names{
    Named{Role::administrator, "administrator", "Administrator"},
    Named{Role::designated_manager, "designated_manager", "Designated Manager"},
    Named{Role::duty_worker, "duty_worker", "Duty worker"},
    Named{Role::out_of_hours_worker, "out_of_hours_worker", "Out-of-hours worker"},
    Named{Role::key_worker, "key_worker", "Key worker"},
    Named{Role::conference_chair, "conference_chair", "Conference chair"},
    Named{Role::minute_taker, "minute_taker", "Minute-taker"},
    Named{Role::core_group_member, "core_group_member", "Core group member"},
    Named{Role::team_manager, "team_manager", "Team manager"},
    Named{Role::analyst, "analyst", "Analyst"},
    Named{Role::auditor, "auditor", "Auditor"},
};
static_assert(names.size() == every_role.size());

constexpr unsigned bit(Role role) { return 1U << static_cast<unsigned>(role); }

class Roles {
public:
    consteval Roles(std::initializer_list<Role> roles)
    {
        for (const Role role : roles) bits_ |= bit(role);
    }
    constexpr bool has(Role role) const { return (bits_ & bit(role)) != 0; }

private:
    unsigned bits_ = 0;
};

struct Line {
    Right right;
    std::string_view code;
    Roles roles;
};

// clang-format off
using enum Role;
constexpr std::array table{
    Line{Right::enquire, "enquire",
         {designated_manager, duty_worker, out_of_hours_worker}},
    Line{Right::see_child, "see_child",
         {designated_manager, duty_worker, out_of_hours_worker, key_worker, conference_chair,
          team_manager}},
    Line{Right::see_list, "see_list",
         {designated_manager, duty_worker, out_of_hours_worker, team_manager}},
    Line{Right::see_own_list, "see_own_list", {key_worker}},
    Line{Right::see_enquiries, "see_enquiries",
         {designated_manager, duty_worker, out_of_hours_worker, key_worker, team_manager}},
    Line{Right::consider_enquiry, "consider_enquiry", {designated_manager}},
    Line{Right::see_looks, "see_looks", {designated_manager, auditor}},
    Line{Right::correct_record, "correct_record", {designated_manager}},
    Line{Right::decide_links, "decide_links", {designated_manager}},
    Line{Right::see_shielded, "see_shielded", {designated_manager}},
    Line{Right::import_register, "import_register", {designated_manager}},
    Line{Right::feed_children, "feed_children", {designated_manager}},
    Line{Right::find_many, "find_many", {designated_manager}},
    Line{Right::see_directory, "see_directory",
         {administrator, designated_manager, duty_worker, out_of_hours_worker, key_worker,
          conference_chair, minute_taker, team_manager}},
    Line{Right::change_directory, "change_directory", {administrator, designated_manager}},
    Line{Right::manage_users, "manage_users", {administrator}},
    Line{Right::see_ledger, "see_ledger", {administrator, designated_manager, auditor}},
    Line{Right::back_up, "back_up", {administrator}},
    Line{Right::own_account, "own_account",
         {administrator, designated_manager, duty_worker, out_of_hours_worker, key_worker,
          conference_chair, minute_taker, core_group_member, team_manager, analyst, auditor}},
};
// clang-format on
static_assert(table.size() == every_right.size());

const Line& line_of(Right right)
{
    const auto line = std::ranges::find(table, right, &Line::right);
    ensure(line != table.end(), "a right has no line in the table");
    return *line;
}

const Named& named(Role role)
{
    const auto found = std::ranges::find(names, role, &Named::role);
    ensure(found != names.end(), "a role has no name");
    return *found;
}

} // namespace

bool allows(Role role, Right right) { return line_of(right).roles.has(role); }

bool needs_reason(Right right) { return right == Right::see_child; }

std::string_view code_of(Role role) { return named(role).code; }

std::string_view code_of(Right right) { return line_of(right).code; }

std::optional<Role> role_from(std::string_view code)
{
    const auto found = std::ranges::find(names, code, &Named::code);
    if (found == names.end()) return std::nullopt;
    return found->role;
}

std::string_view in_words(Role role) { return named(role).words; }

} // namespace heed::permission
