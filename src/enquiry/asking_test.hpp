#pragma once

#include "account/accounts.hpp"
#include "child/child_store.hpp"
#include "directory/directory_store.hpp"
#include "enquiry/answering.hpp"
#include "enquiry/enquiry_store.hpp"
#include "family/family_store.hpp"
#include "pack/library.hpp"
#include "permission/users.hpp"
#include "plan/plan_store.hpp"
#include "support/record_room.hpp"

namespace heed::enquiry {

inline const auto mary_born = child::Birth::known(day(2019, 3, 14));

/// A small town, and a duty worker who asks. Today is 24 November 2026.
class Asking : public heed::testing::RecordRoom {
protected:
    using Stamp = office::Stamp;

    struct NewPerson {
        const char *forename, *surname;
        child::Birth birth;
        const char* street = "8 Quarry Row";
        const char* household = "";
    };

    void SetUp() override
    {
        manager = added("dora", "designated_manager");
        worker = added("sam", "duty_worker");
        key_worker = *write([&](store::Transaction& records, const Stamp& stamp) {
            return directory::add(
                records, stamp,
                directory::ProfessionalDetails{.name = "Priya Shah",
                                               .telephone = "01632 960142",
                                               .out_of_hours = "01632 960199",
                                               .is_qualified_social_worker = true});
        });
        key_workers_user = added("priya", "key_worker", key_worker->text());
        static_cast<void>(*write([&](store::Transaction& records, const Stamp& stamp) {
            return directory::add(
                records, stamp,
                directory::AgencyDetails{.name = "General Hospital",
                                         .numbers = {{.telephone = "01632 960400"}}});
        }));
    }

    permission::SignedIn added(const std::string& user, const std::string& role,
                               const std::string& professional = {})
    {
        account::Accounts accounts{database, {clock, randomness}, {}};
        const auto made = accounts.add_user(
            {"test", "system"},
            {.user_name = user, .name = user, .role = role, .professional = professional});
        return database.read([&](store::Snapshot& records) {
            return permission::find_user(records, made->id).value().as_signed_in();
        });
    }

    child::ChildId person(const NewPerson& wanted)
    {
        return *write([&](store::Transaction& records,
                          const Stamp& stamp) -> Outcome<child::ChildId> {
            const auto postcode = *child::Postcode::from("ME4 4TR");
            const auto id = TRY(child::add(
                records, stamp,
                {.particulars = {.birth = wanted.birth, .sex = child::Sex::female},
                 .names = {{.name = *child::Name::of(wanted.forename, "", wanted.surname)}},
                 .addresses = {{.address = child::address_from(wanted.street, postcode)}}}));
            if (*wanted.household) {
                const auto household = family::household_numbered(records, stamp, wanted.household);
                TRY_VOID(family::joins(records, stamp, {.household = household, .child = id}));
            }
            return id;
        });
    }

    /// Somebody of the directory who has no account.
    directory::ProfessionalId professional(const directory::ProfessionalDetails& details)
    {
        return *write([&](store::Transaction& records, const Stamp& stamp) {
            return directory::add(records, stamp, details);
        });
    }

    plan::PlanId on_plan(const child::ChildId& child, plan::Period period,
                         std::optional<plan::HomeAuthority> home = {})
    {
        return *write([&](store::Transaction& records, const Stamp& stamp) {
            plan::Outline outline{.child = child,
                                  .period = period,
                                  .pack = pack.id(),
                                  .categories = {"neglect"},
                                  .key_worker = key_worker,
                                  .next_review_due = day(2027, 2, 11),
                                  .home = home};
            if (home) outline.key_worker = std::nullopt;
            if (period.last()) outline.ended_because = plan::EndReason::not_recorded;
            return plan::begin(records, stamp, outline, pack);
        });
    }

    static Asked about(const std::string& name, const std::string& born = "")
    {
        return {.caller = {"Sister Dale", "ward sister", "General Hospital", "01632 960400"},
                .reason = "bruising, attending now",
                .about = {.name = name, .born = born}};
    }

    Outcome<Told> ask(const Asked& asked)
    {
        clock.advance(std::chrono::minutes{1});
        permission::Desk desk{database, {clock, randomness}, *worker};
        return Answering{office, people, mails}.ask(desk, asked);
    }

    child::ChildId mary_on_a_plan(const char* household = "")
    {
        const auto mary = person({"Mary", "Tansley", mary_born, "8 Quarry Row", household});
        on_plan(mary, plan::Period::open(day(2026, 8, 14)));
        return mary;
    }
    Told told(const Asked& asked)
    {
        auto answer = ask(asked);
        EXPECT_TRUE(answer) << (answer ? "" : code_name(answer.error().code));
        return answer.value_or(Told{});
    }

    std::vector<ledger::Entry> entries_about(const std::string& subject)
    {
        return read([&](store::Snapshot& records) { return ledger::about(records, subject, 50); });
    }

    const pack::Pack pack = *pack::find("eng-wt2006-medway");
    office::Office office{database,
                          clock,
                          randomness,
                          pack,
                          {.name = "Northmere Council", .duty_telephone = "01632 960100"},
                          {}};
    family::People people;
    bool mails = false;
    std::optional<permission::SignedIn> manager, worker, key_workers_user;
    std::optional<directory::ProfessionalId> key_worker;
};

} // namespace heed::enquiry
