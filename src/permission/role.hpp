#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace heed::permission {

/// What somebody is here. A person has one role at a time.
enum class Role {
    administrator,
    designated_manager,
    duty_worker,
    out_of_hours_worker,
    key_worker,
    conference_chair,
    minute_taker,
    core_group_member,
    team_manager,
    analyst,
    auditor,
};

inline constexpr std::array every_role{
    Role::administrator, Role::designated_manager,
    Role::duty_worker,   Role::out_of_hours_worker,
    Role::key_worker,    Role::conference_chair,
    Role::minute_taker,  Role::core_group_member,
    Role::team_manager,  Role::analyst,
    Role::auditor,
};

/// What somebody may do. A route declares one; a Permit carries one.
enum class Right {
    enquire,          ///< ask whether a child is subject to a plan, and be answered
    see_child,        ///< open one child's record, for a stated reason
    see_list,         ///< the list of children subject to a plan
    see_own_list,     ///< of those, the children one is key worker for
    see_enquiries,    ///< who asked about whom, and what they were told
    consider_enquiry, ///< say what came of an enquiry
    see_looks,        ///< who looked at a child, with their reasons
    correct_record,   ///< put a child's record right
    decide_links,     ///< say which records are one child, and whose places are kept from sight
    see_shielded,     ///< see what a shield keeps from others
    import_register,  ///< bring an old register in and settle what it left open
    feed_children,    ///< bring the children's index in
    find_many,        ///< look for many children in one go
    see_directory,    ///< professionals, agencies and their numbers
    change_directory,
    manage_users,
    see_ledger,  ///< who did what and when, and whether it verifies; never what it held
    back_up,     ///< make a copy of the record, and bring one back
    own_account, ///< one's own password, second factor, sessions and notices
};

inline constexpr std::array every_right{
    Right::enquire,       Right::see_child,        Right::see_list,         Right::see_own_list,
    Right::see_enquiries, Right::consider_enquiry, Right::see_looks,        Right::correct_record,
    Right::decide_links,  Right::see_shielded,     Right::import_register,  Right::feed_children,
    Right::find_many,     Right::see_directory,    Right::change_directory, Right::manage_users,
    Right::see_ledger,    Right::back_up,          Right::own_account,
};

/// The table of who may do what. Administrators hold no right to children's data.
bool allows(Role role, Right right);

/// Whether nobody may use the right without saying why.
bool needs_reason(Right right);

/// `duty_worker`: what programs and the store hold.
std::string_view code_of(Role role);
std::string_view code_of(Right right);
std::optional<Role> role_from(std::string_view code);

/// "Duty worker": what people read.
std::string_view in_words(Role role);

} // namespace heed::permission
