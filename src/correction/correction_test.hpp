#pragma once

#include "correction/forms_pages.hpp"

#include "casefile/casefile_pages.hpp"
#include "correction/correction_pages.hpp"
#include "family/family_store.hpp"
#include "family/ties_store.hpp"
#include "office/look.hpp"
#include "support/record_pages.hpp"

namespace heed::correction {

using permission::Role;

class Corrections : public heed::testing::PagesOfMary {
protected:
    void SetUp() override
    {
        PagesOfMary::SetUp();
        casefile::routes(router, guard, {office, people, {}});
        routes(router, guard, office, people);
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
