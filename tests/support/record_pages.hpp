#pragma once

#include "child/child_store.hpp"
#include "directory/directory_store.hpp"
#include "family/people.hpp"
#include "pack/library.hpp"
#include "plan/plan_store.hpp"
#include "support/browser.hpp"
#include "support/record_room.hpp"

namespace heed::testing {

/// The base of a test of pages of the record: what a room's routes ask for, and a browser.
class RecordPages : public RecordRoom {
protected:
    pack::Pack pack = *pack::find("eng-wt2006-medway");
    office::Office office{database, clock, randomness, pack, {.name = "Northmere"}, bare_pages()};
    permission::Guard guard{{database, office.pen(), office.page}};
    family::People people;
    web::Router router;
    Browser browser{router};

    void SetUp() override
    {
        read([&](store::Snapshot& records) { people.load(records); });
    }
    permission::SignedIn sign_in(permission::Role role)
    {
        return sign_in_as(browser, role, database, office.pen());
    }
    /// A girl of 2019, of 8 Quarry Row.
    child::ChildId added(const char* forename, const char* surname)
    {
        return *write([&](store::Transaction& records, const office::Stamp& stamp) {
            return child::add(
                records, stamp,
                {.particulars = {.birth = child::Birth::known(day(2019, 3, 14)),
                                 .sex = child::Sex::female},
                 .names = {{.name = *child::Name::of(forename, "", surname)}},
                 .addresses = {{.address = child::address_from(
                                    "8 Quarry Row", *child::Postcode::from("ME4 2TB"))}}});
        });
    }
};

/// Mary Tansley's pages, and Priya Shah, who may be her key worker.
class PagesOfMary : public RecordPages {
protected:
    std::optional<child::ChildId> mary;
    std::optional<directory::ProfessionalId> shah;

    void SetUp() override
    {
        RecordPages::SetUp();
        mary = added("Mary", "Tansley");
        shah = *write([&](store::Transaction& records, const office::Stamp& stamp) {
            return directory::add(
                records, stamp,
                directory::ProfessionalDetails{.name = "Priya Shah",
                                               .telephone = "01632 960142",
                                               .is_qualified_social_worker = true});
        });
    }
    std::string address(const std::string& part = {}) const
    {
        return "/children/" + mary->text() + (part.empty() ? "" : "/" + part);
    }
    /// Signs in as the Designated Manager, who has said why.
    void enter()
    {
        sign_in(permission::Role::designated_manager);
        browser.post(address("open"), {{"reason", "Checking that the record is right"}});
    }
    plan::PlanId on_plan()
    {
        return *write([&](store::Transaction& records, const office::Stamp& stamp) {
            return plan::begin(records, stamp,
                               {.child = *mary,
                                .period = plan::Period::open(day(2026, 8, 14)),
                                .categories = {"neglect"},
                                .key_worker = shah,
                                .next_review_due = day(2027, 2, 11)},
                               pack);
        });
    }
};

} // namespace heed::testing
