#include "directory/directory_store.hpp"

#include "support/record_room.hpp"

using namespace heed;
using namespace heed::directory;

class Directory : public heed::testing::RecordRoom {
protected:
    AgencyId hospital()
    {
        return *write([](store::Transaction& records, const office::Stamp& stamp) {
            return add(records, stamp,
                       AgencyDetails{.name = "Northmere General",
                                     .sort = AgencySort::hospital,
                                     .numbers = {{NumberSort::switchboard, "01632 960 100"},
                                                 {NumberSort::out_of_hours, "01632 960199"}}});
        });
    }
    Outcome<ProfessionalId> somebody(const ProfessionalDetails& details)
    {
        return write([&](store::Transaction& records, const office::Stamp& stamp) {
            return add(records, stamp, details);
        });
    }
};
HEED_ON_EVERY_ENGINE(Directory);

TEST_P(Directory, HoldsANumberHoweverItIsTyped)
{
    const AgencyId id = hospital();
    for (const char* typed : {"01632960100", "+44 1632 960100", "+44 (0)1632 960-100",
                              "0044 1632 960100", "01632 960100 ext 204", "(01632) 960100"}) {
        const auto holder =
            read([&](store::Snapshot& records) { return holder_of_number(records, typed); });
        ASSERT_TRUE(holder) << typed;
        EXPECT_EQ(holder->agency, id) << typed;
        EXPECT_TRUE(holder->is_published) << typed;
    }
}

TEST_P(Directory, SaysThatItDoesNotHoldANumber)
{
    hospital();
    for (const char* typed : {"07700 900123", "", "960100", "ward 4", "999"})
        EXPECT_FALSE(read([&](store::Snapshot& records) {
            return holder_of_number(records, typed);
        })) << typed;
}

TEST_P(Directory, PrefersTheAgencyThatPublishesANumberToAPersonWhoHasIt)
{
    hospital();
    ASSERT_TRUE(somebody({.name = "A Nurse", .telephone = "01632 960100"}));
    const auto holder =
        read([&](store::Snapshot& records) { return holder_of_number(records, "01632 960100"); });
    EXPECT_EQ(holder->name, "Northmere General");
    EXPECT_FALSE(holder->professional);
}

TEST_P(Directory, ForgetsANumberThatAnAgencyGaveUpButCanSayThatItHadIt)
{
    const AgencyId id = hospital();
    const Moment before = clock.now();
    ASSERT_TRUE(write([&](store::Transaction& records, const office::Stamp& stamp) {
        return change(records, stamp, id, {.name = "Northmere General"});
    }));
    EXPECT_FALSE(
        read([&](store::Snapshot& records) { return holder_of_number(records, "01632960100"); }));
    const auto then = read([&](store::Snapshot& records) {
        return find(records, id, office::AsOf{clock.today(), before});
    });
    ASSERT_EQ(then->numbers.size(), 2U);
    EXPECT_EQ(then->numbers.front().telephone, "01632 960 100");
    EXPECT_TRUE(
        read([&](store::Snapshot& records) { return find(records, id, now()); })->numbers.empty());
}

TEST_P(Directory, ShowsAProfessionalWithAgencyAndCover)
{
    const AgencyId agency = hospital();
    const auto cover = *somebody({.name = "T. Bell", .telephone = "01632 960002"});
    const ProfessionalDetails details{.name = "Priya Shah",
                                      .job = "Social worker",
                                      .agency = agency,
                                      .telephone = "01632 960142",
                                      .out_of_hours = "01632 960143",
                                      .cover = cover,
                                      .is_qualified_social_worker = true,
                                      .registration_number = "SW1",
                                      .email = "p.shah@example.org",
                                      .user = "a-user"};
    const auto id = *somebody(details);
    const auto found = read([&](store::Snapshot& records) { return of_user(records, "a-user"); });
    ASSERT_TRUE(found);
    EXPECT_EQ(found->id, id);
    EXPECT_EQ(static_cast<const ProfessionalDetails&>(*found), details);
    EXPECT_EQ(found->agency_name, "Northmere General");
    EXPECT_EQ(found->cover_name, "T. Bell");
    EXPECT_EQ(found->cover_telephone, "01632 960002");
}

TEST_P(Directory, RefusesWhatCannotBeUsed)
{
    using enum RefusalCode;
    EXPECT_EQ(somebody({.name = " "}).error().code, needed);
    EXPECT_EQ(somebody({.name = std::string(300, 'a')}).error().code, too_long);
    EXPECT_EQ(somebody({.name = "A", .telephone = "ring me"}).error().code, not_a_telephone_number);
    const auto nobody = *ProfessionalId::from("01900000-0000-7000-8000-000000000000");
    EXPECT_EQ(somebody({.name = "A", .cover = nobody}).error().code, not_found);
    const auto id = *somebody({.name = "A"});
    const auto covered = write([&](store::Transaction& records, const office::Stamp& stamp) {
        return change(records, stamp, id, ProfessionalDetails{.name = "A", .cover = id});
    });
    EXPECT_EQ(covered.error().code, covers_themselves);
}

TEST_P(Directory, FindsAgainWhomAnImportNamedBefore)
{
    const auto add_twice = [&](const std::string& name, const std::string& telephone) {
        return *write([&](store::Transaction& records, const office::Stamp& stamp) {
            return named_or_added(records, stamp, {.name = name, .telephone = telephone});
        });
    };
    const auto first = add_twice("Aimee Rees", "01632 960752");
    EXPECT_EQ(add_twice("aimee  rees", "01632960752"), first);
    EXPECT_EQ(add_twice("Aimee Rees", ""), first);
    const auto other = add_twice("Aimee Rees", "01632 960999");
    EXPECT_NE(other, first);
    EXPECT_FALSE(read([&](store::Snapshot& records) { return named(records, "Aimee Rees", ""); }))
        << "two have that name: which is meant is not known";
}

TEST_P(Directory, ListsInOrderOfName)
{
    ASSERT_TRUE(somebody({.name = "zoe"}));
    ASSERT_TRUE(somebody({.name = "Abel"}));
    const auto all = read([&](store::Snapshot& records) { return professionals(records, now()); });
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all.front().name, "Abel");
    hospital();
    const auto places = read([&](store::Snapshot& records) { return agencies(records, now()); });
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places.front().numbers.front().sort, NumberSort::switchboard);
    EXPECT_EQ(
        read([&](store::Snapshot& records) { return agency_named(records, "NORTHMERE general"); }),
        places.front().id);
}
