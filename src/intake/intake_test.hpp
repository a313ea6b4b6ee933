#pragma once

#include "core/digest.hpp"
#include "family/people.hpp"
#include "index/proof_store.hpp"
#include "intake/import_store.hpp"
#include "links/possible_store.hpp"
#include "pack/library.hpp"
#include "store/migrate.hpp"
#include "support/browser.hpp"
#include "support/record_room.hpp"

#include <sstream>

namespace heed::intake {

/// A record with a Designated Manager at their desk, who brings feeds in.
class IntakeTest : public testing::RecordRoom {
protected:
    static constexpr const char* heading =
        "id,forename,middle,surname,sex,dob,dob_kind,house,street,town,area,postcode,"
        "prev_postcode,aliases,carer,household\n";

    Outcome<ImportReport> import(const std::string& rows, bool dry_run = false)
    {
        clock.advance(std::chrono::seconds{1});
        const std::string text = heading + rows;
        std::istringstream file{text};
        database.read([&](store::Snapshot& records) { people.catch_up(records); });
        return import_children(office, desk, people,
                               {.file = file,
                                .file_digest = sha256_hex(text),
                                .dry_run = dry_run,
                                .tell = [&](const std::string& line) { told.push_back(line); }});
    }
    /// The ids of those who are found by a name, best first.
    std::vector<std::string> found(const std::string& name)
    {
        database.read([&](store::Snapshot& records) { people.catch_up(records); });
        std::vector<std::string> ids;
        for (const auto& one : people.finder().search({.name = name}, 10).candidates)
            ids.push_back(one.id);
        return ids;
    }
    std::vector<links::Waiting> pairs()
    {
        return database.read(
            [&](store::Snapshot& records) { return links::waiting(records, clock.now(), 100); });
    }
    std::int64_t count(const std::string& table)
    {
        return database.read([&](store::Snapshot& records) {
            return records.row("SELECT count(*) AS n FROM " + table)->integer("n");
        });
    }
    bool proved()
    {
        return index::prove(database).findings.empty() &&
               ledger::verify(database, store::record_tables(store::migrations()), std::nullopt)
                   .good();
    }

    pack::Pack medway = pack::find("eng-wt2006-medway").value();
    office::Office office{
        database, clock, randomness, medway, {.name = "Testford"}, testing::bare_pages()};
    permission::SignedIn manager{permission::UserId::make(clock, randomness), "dm", "Dele Okafor",
                                 permission::Role::designated_manager};
    permission::Desk desk{database, {clock, randomness}, manager};
    family::People people;
    std::vector<std::string> told;
};

} // namespace heed::intake
