#include "child/child_store.hpp"

#include "support/record_room.hpp"

using namespace heed;
using namespace heed::child;

class ChildStore : public heed::testing::RecordRoom {
protected:
    static NewChild mary()
    {
        return {.particulars = {.birth = Birth::known(day(2019, 3, 14)),
                                .sex = Sex::female,
                                .ethnicity = "White British",
                                .first_language = "Polish",
                                .needs_interpreter = true},
                .names = {{.name = *Name::of("Mary", "Ann", "Tansley")},
                          {.name = *Name::of("May", "", "Tansley"), .kind = NameKind::preferred}},
                .identifiers = {*Identifier::of(IdentifierKind::nhs_number, "9990000018")},
                .addresses = {{.address = address_from("8 Quarry Row, Chatham",
                                                       *Postcode::from("ME4 2TB")),
                               .days = {day(2020, 5, 1), {}},
                               .verified = Verified{day(2020, 6, 1), "P. Shah", "saw a bill"}}},
                .involved = {{.part = Part::gp, .words = "Dr Nowak, Hill Surgery"}},
                .legal_statuses = {{.words = "s20", .days = {day(2021, 1, 1), {}}}}};
    }
    Outcome<ChildId> put(const NewChild& child)
    {
        return write([&](store::Transaction& records, const office::Stamp& stamp) {
            return add(records, stamp, child);
        });
    }
    Child held(const ChildId& id, std::optional<Moment> known_at = {})
    {
        return *read(
            [&](store::Snapshot& records) { return find(records, id, {clock.today(), known_at}); });
    }
    template <class Work> Outcome<void> change(Work&& work)
    {
        return write([&](store::Transaction& records, const office::Stamp& stamp) {
            return work(records, stamp);
        });
    }
};
HEED_ON_EVERY_ENGINE(ChildStore);

TEST_P(ChildStore, GivesBackAChildAsWritten)
{
    const NewChild written = mary();
    const Child child = held(*put(written));
    EXPECT_EQ(child.particulars, written.particulars);
    ASSERT_EQ(child.names.size(), 2U);
    EXPECT_EQ(child.names[0].name, written.names[0].name);
    EXPECT_EQ(child.names[1].kind, NameKind::preferred);
    EXPECT_EQ(child.identifiers, written.identifiers);
    ASSERT_EQ(child.addresses.size(), 1U);
    EXPECT_EQ(child.addresses[0].address, written.addresses[0].address);
    EXPECT_EQ(child.addresses[0].days, written.addresses[0].days);
    EXPECT_EQ(child.addresses[0].verified, written.addresses[0].verified);
    EXPECT_EQ(child.involved_on(Part::gp, clock.today())->words, "Dr Nowak, Hill Surgery");
    EXPECT_EQ(child.legal_status_on(clock.today()), "s20");
}

TEST_P(ChildStore, KeepsEveryKindOfBirth)
{
    for (const Birth& birth : {Birth::unknown(), Birth::known(day(2019, 3, 14)),
                               Birth::estimated(2019), Birth::expected(day(2027, 2, 2))}) {
        const auto id = *put(
            {.particulars = {.birth = birth}, .names = {{.name = *Name::of("", "", "Hartley")}}});
        EXPECT_EQ(held(id).particulars.birth, birth);
    }
}

TEST_P(ChildStore, KeepsWhatWasKnownBeforeACorrection)
{
    const auto id = *put(mary());
    const Moment before = clock.now();
    Particulars corrected = mary().particulars;
    corrected.birth = Birth::known(day(2019, 4, 13));
    ASSERT_TRUE(change([&](auto& records, const auto& stamp) {
        return correct_particulars(records, stamp, id, corrected);
    }));
    EXPECT_EQ(held(id).particulars.birth, Birth::known(day(2019, 4, 13)));
    EXPECT_EQ(held(id, before).particulars.birth, Birth::known(day(2019, 3, 14)));
    EXPECT_FALSE(read([&](store::Snapshot& records) {
        return find(records, id, {clock.today(), before - std::chrono::hours{1}});
    })) << "before it was written the child was not known at all";
}

TEST_P(ChildStore, MovesAChildAndKeepsWhereSheLived)
{
    const auto id = *put(mary());
    ASSERT_TRUE(change([&](auto& records, const auto& stamp) {
        return moved(
            records, stamp, id,
            {.address = address_from("1 New Road", std::nullopt), .days = {day(2026, 11, 20), {}}});
    }));
    const Child child = held(id);
    EXPECT_EQ(child.home_on(day(2026, 11, 20))->address.street, "New Road");
    EXPECT_EQ(child.home_on(day(2026, 11, 19))->address.street, "Quarry Row");
    EXPECT_EQ(change([&](auto& records, const auto& stamp) {
                  return moved(records, stamp, id,
                               {.address = address_from("2 Old Road", std::nullopt),
                                .days = {day(2026, 11, 20), {}}});
              })
                  .error()
                  .code,
              RefusalCode::does_not_follow);
}

TEST_P(ChildStore, HoldsOneHomeAtATime)
{
    const auto id = *put(mary());
    const AddressHeld second{.address = address_from("1 New Road", std::nullopt)};
    EXPECT_EQ(change([&](auto& records, const auto& stamp) {
                  return add_address(records, stamp, id, second);
              })
                  .error()
                  .code,
              RefusalCode::say_when_they_moved);
    ASSERT_TRUE(change([&](auto& records, const auto& stamp) {
        return correct_address(records, stamp, held(id).addresses[0].statement, second);
    }));
    EXPECT_EQ(held(id).addresses.size(), 1U);
    EXPECT_EQ(held(id).addresses[0].address.street, "New Road");
}

TEST_P(ChildStore, HoldsOneLegalNameAtATime)
{
    const auto id = *put(mary());
    EXPECT_EQ(change([&](auto& records, const auto& stamp) {
                  return add_name(records, stamp, id, {.name = *Name::of("Mary", "", "Orrell")});
              })
                  .error()
                  .code,
              RefusalCode::two_legal_names);
    ASSERT_TRUE(change([&](auto& records, const auto& stamp) {
        return renamed(records, stamp, id,
                       {.name = *Name::of("Mary", "", "Orrell"), .days = {day(2026, 9, 1), {}}});
    }));
    EXPECT_EQ(held(id).name_on(day(2026, 8, 31)).surname(), "Tansley");
    EXPECT_EQ(held(id).name_on(day(2026, 9, 1)).surname(), "Orrell");
}

TEST_P(ChildStore, CorrectsANameOnce)
{
    const auto id = *put(mary());
    const auto statement = held(id).names[0].statement;
    const auto correct = [&] {
        return change([&](auto& records, const auto& stamp) {
            return correct_name(records, stamp, statement,
                                {.name = *Name::of("Maria", "", "Tansley")});
        });
    };
    ASSERT_TRUE(correct());
    EXPECT_EQ(held(id).name_on(clock.today()).forename(), "Maria");
    EXPECT_EQ(correct().error().code, RefusalCode::not_found) << "it no longer stands";
}

TEST_P(ChildStore, GivesANumberToOneChildOnly)
{
    const auto id = *put(mary());
    EXPECT_EQ(put(mary()).error().code, RefusalCode::identifier_taken);
    const auto other = *put({.particulars = {}, .names = {{.name = *Name::of("A", "", "B")}}});
    const auto number = *Identifier::of(IdentifierKind::nhs_number, "999 000 0018");
    EXPECT_EQ(change([&](auto& records, const auto& stamp) {
                  return add_identifier(records, stamp, other, number);
              })
                  .error()
                  .code,
              RefusalCode::identifier_taken);
    EXPECT_EQ(read([&](store::Snapshot& records) { return with_identifier(records, number); }), id);
}

TEST_P(ChildStore, ChangesTheSchoolFromADay)
{
    const auto id = *put(mary());
    const auto goes_to = [&](const char* school, std::optional<Day> from) {
        return change([&](auto& records, const auto& stamp) {
            return involve(records, stamp, id,
                           {.part = Part::school, .words = school, .days = {from, {}}});
        });
    };
    ASSERT_TRUE(goes_to("Meadow Lane", std::nullopt));
    ASSERT_TRUE(goes_to("Hill Primary", day(2026, 9, 1)));
    EXPECT_EQ(held(id).involved_on(Part::school, day(2026, 8, 31))->words, "Meadow Lane");
    EXPECT_EQ(held(id).involved_on(Part::school, day(2026, 9, 1))->words, "Hill Primary");
    EXPECT_EQ(goes_to(" ", std::nullopt).error().code, RefusalCode::needed);
}

TEST_P(ChildStore, RefusesWhatIsNotThere)
{
    const auto nobody = *ChildId::from("01900000-0000-7000-8000-000000000000");
    const auto refused = [&](auto&& work) { return change(work).error().code; };
    EXPECT_EQ(refused([&](auto& records, const auto& stamp) {
                  return correct_particulars(records, stamp, nobody, {});
              }),
              RefusalCode::not_found);
    EXPECT_EQ(refused([&](auto& records, const auto& stamp) {
                  return add_legal_status(records, stamp, nobody, {.words = "s20"});
              }),
              RefusalCode::not_found);
    EXPECT_EQ(put({.particulars = {}, .names = {}}).error().code, RefusalCode::needed);
}

TEST_P(ChildStore, KeepsTheLastWordOnTwoOpenHomesToTheDatabase)
{
    const auto id = *put(mary());
    EXPECT_THROW(database.write([&](store::Transaction& records) {
        records.execute(R"sql(
            INSERT INTO child_address (id, child_id, kind, house, street, town, area, postcode,
                                       verified_by, verified_how, recorded_at)
            VALUES ('x', $1, 'home', '', 'Elsewhere', '', '', '', '', '', '2026'))sql",
                        id);
    }),
                 store::Conflict);
}
