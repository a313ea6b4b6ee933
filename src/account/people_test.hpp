#pragma once

#include "account/accounts.hpp"
#include "secrets/one_time_code.hpp"

#include "support/engines.hpp"

namespace heed::account {

using namespace permission;

/// People who sign in, with hashes that cost little, and a clock that the test moves.
class PeopleTest : public testing::OnEveryEngine {
protected:
    static constexpr const char* good_password = "correct horse battery";

    AddedUser add(const std::string& user_name, Role role = Role::duty_worker)
    {
        const auto added = accounts.add_user(
            {"console", "console"},
            {.user_name = user_name, .name = "Dele Okafor", .role = std::string{code_of(role)}});
        EXPECT_TRUE(added);
        return *added;
    }
    /// A user who has chosen a password, where no second factor is asked for.
    UserId add_settled(const std::string& user_name, Role role = Role::duty_worker)
    {
        set("second_factor", "optional");
        const AddedUser added = add(user_name, role);
        const auto first = sign_in.begin({user_name, added.password});
        const auto full = sign_in.choose_password(session(first->token), {.wanted = good_password});
        EXPECT_TRUE(full);
        sign_in.sign_out(session(full->token));
        return added.id;
    }
    void set(const std::string& name, const std::string& value)
    {
        EXPECT_TRUE(database.write([&](store::Transaction& records) {
            return change_setting(records, pen, {"console", "console"}, name, value);
        }));
    }
    std::optional<Session> find(std::string_view token)
    {
        return database.read([&](store::Snapshot& records) { return session_of(records, token); });
    }
    Session session(std::string_view token) { return find(token).value(); }
    bool is_live(std::string_view token)
    {
        const auto found = find(token);
        return found && live(*found, clock.now());
    }
    Desk desk_of(const UserId& id, Role role) { return {database, pen, {id, "x", "X", role}}; }
    std::vector<std::string> actions_about(const UserId& id)
    {
        std::vector<std::string> actions;
        for (const auto& entry : database.read(
                 [&](store::Snapshot& records) { return ledger::about(records, id.text(), 100); }))
            actions.push_back(entry.act.action);
        return actions;
    }

    FixedClock clock{*moment_from_iso("2026-11-22T03:10:07Z")};
    SystemRandomness randomness;
    ledger::Pen pen{clock, randomness};
    Accounts accounts{database, pen, {.memory_bytes = 8192, .passes = 1}};
    SignIn& sign_in = accounts.sign_in();
};

} // namespace heed::account
