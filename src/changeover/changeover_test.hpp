#pragma once

#include "changeover/import_store.hpp"
#include "pack/library.hpp"
#include "support/browser.hpp"
#include "support/data.hpp"
#include "support/record_room.hpp"

#include <sstream>

namespace heed::changeover {

/// A record with a Designated Manager at their desk, who imports.
class ChangeoverTest : public testing::RecordRoom {
protected:
    static constexpr const char* headings =
        "Register No,Surname,Forename(s),DOB,Sex,Address,Postcode,Category,Date registered,"
        "Next review,Key worker,Key worker telephone,Parent/Carer 1,Household no,"
        "Date de-registered\n";

    Outcome<ImportReport> import(const std::string& csv, bool dry_run = false)
    {
        clock.advance(std::chrono::seconds{1});
        std::istringstream file{csv};
        return import_register(office, desk, {.file = file, .dry_run = dry_run});
    }
    Outcome<ImportReport> import_rows(const std::string& rows) { return import(headings + rows); }

    std::int64_t ledger_length()
    {
        return database.read([](store::Snapshot& records) { return ledger::head(records).seq; });
    }

    pack::Pack medway = pack::find("eng-wt2006-medway").value();
    office::Office office{
        database, clock, randomness, medway, {.name = "Testford"}, testing::bare_pages()};
    permission::SignedIn manager{permission::UserId::make(clock, randomness), "dm", "Dele Okafor",
                                 permission::Role::designated_manager};
    permission::Desk desk{database, {clock, randomness}, manager};
};

} // namespace heed::changeover
