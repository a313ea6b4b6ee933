#include "child/child.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace heed;
using namespace heed::child;

namespace {
Day some_day() { return day(2000, 1, 1) + std::chrono::days{*rc::gen::inRange(0, 10000)}; }
} // namespace

TEST(Name, NeedsSomethingInIt)
{
    EXPECT_EQ(Name::of(" ", "", "").error().code, RefusalCode::needed);
    EXPECT_EQ(Name::of("", "", std::string(101, 'a')).error().code, RefusalCode::too_long);
    EXPECT_EQ(Name::of("", "", " Hartley ")->spoken(), "Hartley");
}

TEST(Name, IsSpokenSortedAndWrittenInFull)
{
    const Name name = *Name::of("Mary", "Ann", "Tansley");
    EXPECT_EQ(name.spoken(), "Mary Tansley");
    EXPECT_EQ(name.sorting(), "Tansley, Mary Ann");
    EXPECT_EQ(name.full(), "Mary Ann Tansley");
}

TEST(Birth, SaysWhatIsKnownAndNoMore)
{
    EXPECT_EQ(Birth::known(day(2019, 3, 14)).in_words(), "14 March 2019");
    EXPECT_EQ(Birth::known(day(2019, 3, 14)).iso(), "2019-03-14");
    EXPECT_EQ(Birth::estimated(2019).in_words(), "about 2019");
    EXPECT_EQ(Birth::estimated(2019).iso(), "2019");
    EXPECT_EQ(Birth::expected(day(2027, 2, 2)).in_words(), "expected 2 February 2027");
    EXPECT_EQ(Birth::unknown().iso(), "");
    EXPECT_FALSE(Birth::unknown().day_known());
}

TEST(Birth, GivesAnAgeOnlyToThoseWhoAreBorn)
{
    EXPECT_EQ(Birth::known(day(2019, 3, 14)).age_on(day(2026, 3, 13)), 6);
    EXPECT_FALSE(Birth::known(day(2019, 3, 14)).age_on(day(2019, 3, 13)));
    EXPECT_FALSE(Birth::expected(day(2019, 3, 14)).age_on(day(2026, 3, 13)));
}

TEST(Identifier, ChecksWhatCanBeChecked)
{
    using enum IdentifierKind;
    EXPECT_EQ(Identifier::of(nhs_number, "9990000018")->in_words(), "NHS number 999 000 0018");
    EXPECT_EQ(Identifier::of(nhs_number, "9990000017").error().code, RefusalCode::wrong_nhs_number);
    EXPECT_EQ(Identifier::of(upn, "1").error().code, RefusalCode::wrong_upn);
    EXPECT_EQ(Identifier::of(register_number, " CPR10001 ")->value(), "CPR10001");
    EXPECT_EQ(Identifier::of(local, "").error().code, RefusalCode::needed);
    EXPECT_EQ(Identifier::of(local, std::string(61, '1')).error().code, RefusalCode::too_long);
}

TEST(Address, IsReadFromALineAsPeopleTypeIt)
{
    const auto postcode = *Postcode::from("ME4 4AA");
    EXPECT_EQ(address_from("132 Star Lane", postcode),
              (Address{.house = "132", .street = "Star Lane", .postcode = postcode}));
    EXPECT_EQ(
        address_from("Flat 2, 8a Quarry Row, Chatham, Kent", std::nullopt),
        (Address{
            .house = "Flat 2, 8a", .street = "Quarry Row", .town = "Chatham", .area = "Kent"}));
    EXPECT_EQ(address_from("Rose Cottage, The Street, Hoo", std::nullopt),
              (Address{.street = "Rose Cottage", .town = "The Street", .area = "Hoo"}));
    EXPECT_EQ(address_from("", std::nullopt), Address{});
}

RC_GTEST_PROP(Address, LosesNoWordOfALine, ())
{
    const auto words = *rc::gen::container<std::vector<std::string>>(
        rc::gen::element<std::string>("8", "Quarry", "Row,", "Flat", "2,", "Kent", "14a", ","));
    std::string line;
    for (const std::string& word : words) line += word + " ";
    const auto letters_of = [](const std::string& text) {
        std::string kept;
        for (const char c : text)
            if (c != ' ' && c != ',') kept += c;
        return kept;
    };
    RC_ASSERT(letters_of(address_from(line, std::nullopt).in_line()) == letters_of(line));
}

RC_GTEST_PROP(Days, CoverBothTheirEnds, ())
{
    const Day from = some_day(), to = from + std::chrono::days{*rc::gen::inRange(0, 900)},
              asked = some_day();
    RC_ASSERT((Days{from, to}.cover(asked) == (from <= asked && asked <= to)));
    RC_ASSERT((Days{from, {}}.cover(asked) == (from <= asked)));
    RC_ASSERT((Days{{}, to}.cover(asked) == (asked <= to)));
    RC_ASSERT(Days{}.cover(asked));
}

TEST(Child, LivesWhereSheStaysBeforeWhereHerHomeIs)
{
    const auto statement = *StatementId::from("01900000-0000-7000-8000-000000000001");
    Child child{.id = *ChildId::from("01900000-0000-7000-8000-000000000002")};
    child.names = {{{.name = *Name::of("Old", "", "Name"),
                     .kind = NameKind::legal,
                     .days = {{}, day(2020, 1, 1)}},
                    statement},
                   {{.name = *Name::of("New", "", "Name"),
                     .kind = NameKind::legal,
                     .days = {day(2020, 1, 2), {}}},
                    statement}};
    child.addresses = {{{.address = {.house = "8"}, .kind = AddressKind::home}, statement},
                       {{.address = {.house = "9"},
                         .kind = AddressKind::staying,
                         .days = {day(2026, 1, 1), day(2026, 1, 5)}},
                        statement}};
    EXPECT_EQ(child.lives_at(day(2026, 1, 3))->address.house, "9");
    EXPECT_EQ(child.lives_at(day(2026, 1, 6))->address.house, "8");
    EXPECT_EQ(child.home_on(day(2026, 1, 3))->address.house, "8");
    EXPECT_EQ(child.name_on(day(2019, 5, 5)).forename(), "Old");
    EXPECT_EQ(child.name_on(day(2021, 5, 5)).forename(), "New");
}
