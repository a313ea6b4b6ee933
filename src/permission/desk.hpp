#pragma once

#include "core/outcome.hpp"
#include "permission/permit.hpp"
#include "store/database.hpp"

#include <string>
#include <vector>

namespace heed::permission {

/// Where one signed-in person asks for Permits. One for each request or command, used by one
/// thread. The database and the pen's parts outlive it.
///
/// A right that the role has not is refused `not_allowed`, and the attempt is written as
/// `refused.<right>`.
class Desk {
public:
    Desk(store::Database& database, ledger::Pen pen, SignedIn person)
        : database_{database}, pen_{pen}, person_{std::move(person)}
    {
    }

    const SignedIn& person() const { return person_; }
    const ledger::Pen& pen() const { return pen_; }

    /// Leave to look. The ledger's entry is durable before this returns, so nobody sees anything
    /// unseen. `details`: one JSON document (what was searched for, what was found), or empty.
    /// Refuses `not_allowed`, and `say_your_reason` for a right that needs one.
    /// Never inside a transaction: it would wait for itself.
    template <Right R>
    Outcome<Permit<R>> look(const std::string& action, const std::string& subject,
                            const std::string& reason, const std::string& details = {})
    {
        TRY_VOID(note_look(R, {action, subject, reason, details}));
        return Permit<R>{person_, reason};
    }

    /// Leave to change, inside the transaction that makes the change: it then owes an entry, and
    /// without ledger::append its commit is Broken. Refusals as above; nothing can be written in
    /// a transaction that is about to be rolled back, so the attempt waits for settle().
    template <Right R>
    Outcome<Permit<R>> act(store::Transaction& records, const std::string& reason = {})
    {
        TRY_VOID(note_act(R, records, reason));
        return Permit<R>{person_, reason};
    }

    /// Writes the refused attempts that wait. Guard does so after every handler; a command line
    /// does so before it ends.
    void settle();

    /// Whether the role has the right; if not, that is written down now. For the door of a route.
    bool allowed(Right right);

    /// Whether the role has the right: for showing or hiding a link, never instead of a Permit.
    bool may(Right right) const { return allows(person_.role, right); }

private:
    Outcome<void> note_look(Right right, const ledger::Act& act);
    Outcome<void> note_act(Right right, store::Transaction& records, const std::string& reason);
    void write_refusals(store::Transaction& records) const;

    store::Database& database_;
    ledger::Pen pen_;
    SignedIn person_;
    std::vector<Right> refused_;
};

} // namespace heed::permission
