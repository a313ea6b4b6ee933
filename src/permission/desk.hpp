#pragma once

#include "core/outcome.hpp"
#include "permission/once.hpp"
#include "permission/permit.hpp"
#include "store/database.hpp"

#include <string>
#include <type_traits>
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

    /// From now on the changes made here belong to one errand, and each is made by carry_out() or
    /// is Broken: a command that could not be sent again safely is found by its first test.
    void begin(Errand errand, bool was_carried_out = false)
    {
        errand_ = std::move(errand);
        carried_out_ = 0;
        was_carried_out_ = was_carried_out;
    }
    /// Whether the errand was carried out before it was begun this time: for what a handler asks
    /// of the record beforehand, and what it did then would now answer otherwise.
    bool was_carried_out() const { return was_carried_out_; }
    const Errand& errand() const { return errand_; }

    /// Carries a command out in a transaction of its own, once for each key: the second time what
    /// it gives is what it gave the first time, and nothing is done. `work(Transaction&)` gives
    /// Outcome<void>, Outcome<std::string> or an Outcome of an id; what it refuses is not kept.
    /// Refuses `key_used_for_another`, `too_long` besides. Without a key it is simply carried out.
    /// `again`, when given, makes what the second time gives out of what the first one gave.
    template <class Work> auto carry_out(Work&& work)
    {
        using Given = std::invoke_result_t<Work, store::Transaction&>;
        return carry_out(std::forward<Work>(work),
                         [](store::Transaction&, Given first) { return first; });
    }
    template <class Work, class Again> auto carry_out(Work&& work, Again&& again)
    {
        using Given = std::invoke_result_t<Work, store::Transaction&>;
        const Errand errand = next_errand();
        return database_.write([&](store::Transaction& records) -> Given {
            const Carrying carrying{carries_};
            if (const auto before = TRY(first_answer(records, errand)))
                return again(records, read_answer<Given>(*before));
            Given given = work(records);
            if (given) keep(records, errand, write_answer(given));
            return given;
        });
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

    /// While it stands, a command is being carried out.
    struct Carrying {
        bool& carries;
        explicit Carrying(bool& flag) : carries{flag} { carries = true; }
        Carrying(const Carrying&) = delete;
        Carrying& operator=(const Carrying&) = delete;
        ~Carrying() { carries = false; }
    };
    Errand next_errand();
    Outcome<std::optional<std::string>> first_answer(store::Transaction& records,
                                                     const Errand& errand) const;
    void keep(store::Transaction& records, const Errand& errand, const std::string& answer) const;

    template <class Given> static std::string write_answer(const Given& given)
    {
        using T = typename Given::value_type;
        if constexpr (std::is_void_v<T>)
            return {};
        else if constexpr (std::is_same_v<T, std::string>)
            return *given;
        else
            return given->text();
    }
    template <class Given> static Given read_answer(const std::string& text)
    {
        using T = typename Given::value_type;
        if constexpr (std::is_void_v<T>)
            return {};
        else if constexpr (std::is_same_v<T, std::string>)
            return text;
        else
            return T::from(text).value();
    }

    store::Database& database_;
    ledger::Pen pen_;
    SignedIn person_;
    std::vector<Right> refused_;
    Errand errand_;
    int carried_out_ = 0;
    bool carries_ = false, was_carried_out_ = false;
};

} // namespace heed::permission
