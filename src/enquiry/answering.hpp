#pragma once

#include "enquiry/asked.hpp"
#include "enquiry/told.hpp"
#include "family/people.hpp"
#include "office/office.hpp"
#include "permission/desk.hpp"

namespace heed::enquiry {

/// Puts a question and gives its answer. When this returns, the enquiry, the notices that follow
/// from it and the ledger's entry are durable: nothing is told that was not written down first.
///
/// Refuses what check() refuses, `not_allowed`, `not_found` (a child_id that is nobody's) and
/// `key_used_for_another`. A Fault when the record cannot be read or written: the caller of this
/// then answers could_not_check().
class Answering {
public:
    /// `mails`: notices are mailed from here, so that an address alone can be reached.
    Answering(const office::Office& office, family::People& people, bool mails = false)
        : office_{office}, people_{people}, mails_{mails}
    {
    }

    /// `draft`: the form whose half-typed text is done with; empty when there is none.
    Outcome<Told> ask(permission::Desk& desk, const Asked& asked, const std::string& draft = {});

    const office::Office& office() const { return office_; }

private:
    Outcome<void> take_up(const permission::Desk& desk, const std::vector<std::string>& feed_ids,
                          const std::string& reason);

    const office::Office& office_;
    family::People& people_;
    bool mails_;
};

} // namespace heed::enquiry
