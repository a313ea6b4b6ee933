#pragma once

#include "permission/person.hpp"

#include <utility>

namespace heed::permission {

/// Proof that this person may do this, in this role, and has said why where that is asked. Only a
/// Desk makes one, and never without the ledger: a look was written and is durable before its
/// Permit exists; a change cannot commit without its entry. So what takes a Permit cannot be
/// reached unasked or unseen.
template <Right> class Permit {
public:
    const UserId& person() const { return person_.user; }
    const SignedIn& signed_in() const { return person_; }
    Role role() const { return person_.role; }
    const std::string& reason() const { return reason_; }
    ledger::Actor actor() const { return person_.actor(); }

private:
    friend class Desk;
    Permit(SignedIn person, std::string reason)
        : person_{std::move(person)}, reason_{std::move(reason)}
    {
    }

    SignedIn person_;
    std::string reason_;
};

} // namespace heed::permission
