#pragma once

#include "correction/forms_pages.hpp"

#include "casefile/casefile_pages.hpp"
#include "child/child_store.hpp"
#include "correction/correction_pages.hpp"
#include "directory/directory_store.hpp"
#include "family/family_store.hpp"
#include "family/ties_store.hpp"
#include "office/look.hpp"
#include "pack/library.hpp"
#include "plan/plan_store.hpp"
#include "support/browser.hpp"
#include "support/record_room.hpp"

namespace heed::correction {

using permission::Role;

class Corrections : public heed::testing::RecordRoom {
protected:
    pack::Pack pack = *pack::find("eng-wt2006-medway");
    office::Office office{
        database, clock, randomness, pack, {.name = "Northmere"}, heed::testing::bare_pages()};
    permission::Guard guard{{database, office.pen(), office.page}};
    family::People people;
    web::Router router;
    heed::testing::Browser browser{router};
    std::optional<ChildId> mary;
    std::optional<directory::ProfessionalId> shah;

    void SetUp() override
    {
        read([&](store::Snapshot& records) { people.load(records); });
        casefile::routes(router, guard, {office, people, {}});
        routes(router, guard, office, people);
        mary = *write([&](store::Transaction& records, const office::Stamp& stamp) {
            return child::add(
                records, stamp,
                {.particulars = {.birth = child::Birth::known(day(2019, 3, 14)),
                                 .sex = child::Sex::female},
                 .names = {{.name = *child::Name::of("Mary", "", "Tansley")}},
                 .addresses = {{.address = child::address_from(
                                    "8 Quarry Row", *child::Postcode::from("ME4 2TB"))}}});
        });
        shah = *write([&](store::Transaction& records, const office::Stamp& stamp) {
            return directory::add(
                records, stamp,
                directory::ProfessionalDetails{.name = "Priya Shah",
                                               .telephone = "01632 960142",
                                               .is_qualified_social_worker = true});
        });
    }
    permission::SignedIn sign_in(Role role)
    {
        return heed::testing::sign_in_as(browser, role, database, office.pen());
    }
    std::string address(const std::string& part = {}) const
    {
        return "/children/" + mary->text() + (part.empty() ? "" : "/" + part);
    }
    /// Signs in as the Designated Manager, who has said why.
    void enter()
    {
        sign_in(Role::designated_manager);
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
    /// The value of a hidden field or an input, as the page has it.
    static std::string value_in(const web::Response& page, const std::string& name)
    {
        const std::string before = "name=\"" + name + "\"";
        const auto at = page.body.find(before);
        if (at == std::string::npos) return {};
        const std::string key = " value=\"";
        const auto from = page.body.find(key, at) + key.size();
        std::string value = page.body.substr(from, page.body.find('"', from) - from);
        for (std::size_t amp = 0; (amp = value.find("&amp;", amp)) != std::string::npos; ++amp)
            value.replace(amp, 5, "&");
        return value;
    }
    /// Opens the form as a person does, and sends it with these fields and a reason.
    web::Response send(const std::string& form, web::Fields fields)
    {
        const auto page = browser.get(address(form));
        EXPECT_EQ(page.status, 200U) << form;
        fields.add("was", value_in(page, "was"));
        const auto of = form.find("?of=");
        if (of != std::string::npos) fields.add("of", form.substr(of + 4));
        if (!fields.has("why")) fields.add("why", "told by school");
        return browser.post(address(form.substr(0, of)), std::move(fields));
    }
    void sent(const std::string& form, web::Fields fields)
    {
        const auto response = send(form, std::move(fields));
        EXPECT_EQ(response.status, 303U) << form << response.body;
    }
    /// The day of a date's three fields.
    static web::Fields with_day(web::Fields fields, const std::string& name, Day on)
    {
        office::put_day(fields, name, on);
        return fields;
    }
    ChildId add_child(const char* forename, const char* surname, const std::string& household = {})
    {
        return *write(
            [&](store::Transaction& records, const office::Stamp& stamp) -> Outcome<ChildId> {
                const auto id =
                    TRY(child::add(records, stamp,
                                   {.particulars = {.birth = child::Birth::known(day(2014, 5, 1)),
                                                    .sex = child::Sex::male},
                                    .names = {{.name = *child::Name::of(forename, "", surname)}}}));
                if (household.empty()) return id;
                const auto there = family::household_numbered(records, stamp, household);
                TRY_VOID(family::joins(records, stamp, {.household = there, .child = id}));
                return id;
            });
    }
    void house(const std::string& number)
    {
        ASSERT_TRUE(write([&](store::Transaction& records, const office::Stamp& stamp) {
            return family::joins(
                records, stamp,
                {.household = family::household_numbered(records, stamp, number), .child = *mary});
        }));
    }
    std::vector<family::FamilyMember> adults(const ChildId& of)
    {
        return read(
            [&](store::Snapshot& records) { return family::adults_of(records, of, now()); });
    }
    std::vector<family::OtherChild> others()
    {
        return read(
            [&](store::Snapshot& records) { return family::children_near(records, *mary, now()); });
    }
    child::Child held() { return held(*mary); }
    child::Child held(const ChildId& id)
    {
        return *read([&](store::Snapshot& records) { return child::find(records, id, now()); });
    }
    std::optional<plan::Plan> plan()
    {
        return read([&](store::Snapshot& records) { return plan::on(records, *mary, now()); });
    }
    static bool says(const web::Response& response, std::string_view text)
    {
        return response.body.find(text) != std::string::npos;
    }
    std::vector<ledger::Entry> entries()
    {
        return read(
            [&](store::Snapshot& records) { return ledger::about(records, mary->text(), 50); });
    }
};

} // namespace heed::correction
