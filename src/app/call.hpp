#pragma once

#include "account/accounts.hpp"
#include "family/people.hpp"
#include "office/office.hpp"

#include <functional>
#include <string>
#include <vector>

namespace heed::app {

/// How the program was called, whatever the command.
struct Call {
    std::string database; ///< path or postgresql://…
    std::string as;       ///< who acts; may be empty
    bool json = false;    ///< one JSON document on standard output, nothing else there
    std::string key;      ///< makes a repeat safe: the same key is carried out once; may be empty
    std::string command;  ///< all that was asked, but for the key: the same key must ask the same
};

/// A record that is open for one command: its tables up to date, its authority and pack known.
struct OpenRecord {
    std::unique_ptr<store::Database> database;
    SystemClock clock;
    SystemRandomness randomness;
    office::Authority authority;
    std::optional<pack::Pack> pack;
    family::SavedPeople saved_people; ///< where its finder is saved: see findable.hpp

    ledger::Pen pen() { return {clock, randomness}; }
};

/// Opens what `call.database` names, without asking whether there is a record in it. The key of an
/// encrypted file is read from the file that HEED_KEY_FILE names.
std::unique_ptr<store::Database> open_database(const Call& call, store::Options options = {});

/// The key that HEED_KEY_FILE holds: 64 hex digits, or empty when it is not set. A Fault when the
/// file is not such a key.
std::string key_from_environment();

/// Refuses `not_a_record`, `newer_record`.
Outcome<std::unique_ptr<OpenRecord>> open_record(const Call& call, store::Options options = {});

/// Who acts: the user of `--as`, proved by the token in HEED_TOKEN, else by the password asked for
/// on the terminal (or read from standard input when that is no terminal). Refuses
/// `sign_in_first`, and when the token is another user's `wrong_sign_in`.
Outcome<permission::SignedIn> who_acts(const Call& call, OpenRecord& record);

/// Their desk, with the errand of this call begun. Refuses as who_acts does.
Outcome<permission::Desk> desk_of(const Call& call, OpenRecord& record);

/// The head of a ledger that was kept in a file; nothing when `path` is empty. Refuses
/// `not_a_head`.
Outcome<std::optional<ledger::Head>> kept_head(const std::string& path);

/// The day that an option says, as people or programs write it: `1/4/2008`, `1 April 2008`,
/// `2008-04-01`. Refuses `not_a_date`.
Outcome<Day> day_of_option(const std::string& typed, const std::string& option, Day today);

/// Prints the command's answer: the JSON document, or the words for people.
void print(const Call& call, const std::string& json, const std::string& words);

/// What every command is: it prints what it has to say and gives the exit code.
using Command = std::function<Outcome<int>()>;

namespace exit_code {
inline constexpr int done = 0, refused = 1, usage = 2, fault = 3, does_not_verify = 4;
}

} // namespace heed::app
