#include "bench/matching_sets.hpp"
#include "core/ensure.hpp"

#include <gtest/gtest.h>

#include <sstream>

// Rows in the columns of the published sets. The people in them are invented.
namespace heed::bench {
namespace {

RecordSet read(const std::string& text)
{
    std::istringstream in{text};
    return read_set("a set", in);
}

TEST(PublishedSets, of_febrl_tell_originals_from_duplicates_by_their_number)
{
    const auto set = read(
        "rec_id, given_name, surname, street_number, address_1, address_2, suburb, postcode, "
        "state, date_of_birth, soc_sec_id\n"
        "rec-12-org, ada, fenwick, 8, willow street, , north haven, 4223, nsw, 19151111, 5304218\n"
        "rec-12-dup-0, aad, fenwick, 8, , willow street, north haven, 4223, nsw, , 5304218\n"
        "rec-120-org, , moss, 9, elm place, flat 2, , 2135, , 19480930, 4066625\n");
    ASSERT_EQ(set.records.size(), 3U);
    EXPECT_EQ(set.records[0].entity, set.records[1].entity);
    EXPECT_NE(set.records[0].entity, set.records[2].entity);
    const SetRecord& first = set.records[0];
    EXPECT_EQ(first.person.names[0].forename, "ada");
    EXPECT_EQ(first.person.birth.day, day(1915, 11, 11));
    EXPECT_EQ(first.person.places[0].town, "north haven");
    EXPECT_EQ(first.question.street, "willow street");
    EXPECT_FALSE(set.records[1].question.born);
    EXPECT_EQ(set.records[1].person.birth.kind, matching::BirthKind::unknown);
}

TEST(PublishedSets, of_fake_1000_use_the_cluster_and_not_the_mail)
{
    const auto set = read("unique_id,first_name,surname,dob,city,email,cluster\n"
                          "0,Ada,Fenwick,1971-05-24,,ada@mail.test,0\n"
                          "1,Fenwick,Ada,1971-06-24,Leeds,ada@mail.test,0\n");
    ASSERT_EQ(set.records.size(), 2U);
    EXPECT_EQ(set.records[1].entity, "0");
    EXPECT_EQ(set.records[1].question.forename, "Fenwick");
    EXPECT_EQ(set.records[1].question.born, matching::born_on(day(1971, 6, 24)));
    EXPECT_EQ(set.records[1].question.town, "Leeds");
    EXPECT_TRUE(set.records[0].person.identifiers.empty());
}

TEST(PublishedSets, of_historical_50k_keep_a_longer_name_as_another_name)
{
    const auto set =
        read("unique_id,cluster,full_name,first_and_surname,first_name,surname,dob,birth_place,"
             "postcode_fake,gender,occupation\n"
             "Q1-1,Q1,\"ada fenwick, 1st baroness moss\",ada fenwick,ada,fenwick,1801-02-03,york,"
             "yo1 9zz,female,politician\n"
             "Q1-2,Q1,ada of moss,,,,,,,,\n");
    ASSERT_EQ(set.records.size(), 2U);
    const SetRecord& first = set.records[0];
    EXPECT_EQ(first.person.names.size(), 2U);
    EXPECT_EQ(first.person.names[1].surname, "moss");
    EXPECT_EQ(first.person.sex, matching::Sex::female);
    EXPECT_EQ(first.person.places[0].postcode, "yo1 9zz");
    EXPECT_EQ(set.records[1].question.name, "ada of moss");
}

TEST(PublishedSets, with_other_headings_are_refused)
{
    EXPECT_THROW(read("name,age\nAda,7\n"), Fault);
}

TEST(PublishedSets, have_likes_that_go_through_the_same_columns)
{
    const auto sets = sets_like_those(1);
    ASSERT_EQ(sets.size(), 3U);
    EXPECT_EQ(sets[0].records.size(), 10'000U);
    EXPECT_GT(sets[2].records.size(), 40'000U);
}

} // namespace
} // namespace heed::bench
