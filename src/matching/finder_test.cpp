#include "matching/finder.hpp"

#include <gtest/gtest.h>

namespace heed::matching {
namespace {

const Day today = day(2026, 11, 22);

Person child(std::string id, std::string forename, std::string surname, Day born)
{
    Person person;
    person.id = std::move(id);
    person.names.push_back({std::move(forename), "", std::move(surname), NameKind::legal});
    person.birth = {BirthKind::known, born};
    return person;
}

/// A small register: the people that the cases below ask for, among others.
class Register : public ::testing::Test {
protected:
    Register()
    {
        Person mary = child("mary", "Mary", "Tansley", day(2019, 3, 14));
        mary.names[0].middle = "Ottilie";
        mary.names.push_back({"Molly", "", "Quarrie", NameKind::alias});
        mary.places.push_back({"8", "Quarry Row", "Chatham", "Medway", "ME4 4TR", true});
        mary.places.push_back({"12", "Gun Lane", "Strood", "Medway", "ME2 4UB", false});
        mary.carers = {"Kerry Tansley", "Dean Fowler"};
        mary.sex = Sex::female;
        mary.identifiers = {"999 123 4567", "CPR10001"};
        mary.household = "h1";
        finder.put(mary);
        Person ella = child("ella", "Ella", "Norris", day(2014, 6, 2));
        ella.names.push_back({"Ella", "", "Haddow", NameKind::former});
        ella.household = "h2";
        ella.carers = {"Joanne Pickersgill"};
        finder.put(ella);
        Person ethan = child("ethan", "Ethan", "Vickerstaff", day(2012, 1, 9));
        ethan.household = "h2";
        finder.put(ethan);
        Person unborn = child("unborn", "Unborn", "Amin", day(2027, 2, 1));
        unborn.birth.kind = BirthKind::expected;
        unborn.carers = {"Priya Amin"};
        finder.put(unborn);
        Person estimated = child("abdi", "Abdirahman", "Warsame", day(2015, 1, 1));
        estimated.birth.kind = BirthKind::estimated_year;
        finder.put(estimated);
        finder.put(child("muhammad", "Muhammad", "Chowdhury", day(2013, 8, 7)));
        finder.put(child("sian", "Siân", "O’Brien", day(2011, 11, 8)));
        finder.put(child("twin1", "Ruby", "Fenwick", day(2016, 5, 5)));
        finder.put(child("twin2", "Pearl", "Fenwick", day(2016, 5, 5)));
        finder.put(child("rupert", "Rupert Liam", "Clark-Lloyd", day(2010, 1, 15)));
        finder.put(child("annmarie", "Anne-Marie", "Kowalska", day(2010, 9, 30)));
        finder.put(child("william", "William", "Harwood", day(2017, 10, 21)));
        finder.put(child("hassan", "Yusuf", "Al-Hassan", day(2009, 12, 25)));
        finder.put(child("jack", "Jack", "Smith", day(2012, 4, 4)));
        finder.put(child("malgorzata", "Małgorzata", "Wiśniewska", day(2012, 7, 17)));
        finder.put(child("caoimhe", "Caoimhe", "McDonnell", day(2014, 12, 2)));
        for (int i = 0; i < 300; ++i)
            finder.put(child("other" + std::to_string(i),
                             std::string(1, static_cast<char>('b' + i % 20)) + "orin",
                             "Zed" + std::string(1, static_cast<char>('a' + i % 17)) + "kov",
                             day(2008, 1, 1) + std::chrono::days{i * 13}));
    }

    Answer ask(std::string_view typed) const
    {
        return finder.search(understand(typed, today).question, 10);
    }
    std::string first(std::string_view typed) const
    {
        const Answer answer = ask(typed);
        return answer.candidates.empty() ? "nobody" : answer.candidates.front().id;
    }

    Finder finder;
};

struct Case {
    const char* what;
    const char* typed;
    const char* id;
    const char* reason;
};

void PrintTo(const Case& one, std::ostream* out) { *out << one.typed; }

const std::vector<Case> cases{
    {"Exact", "Mary Tansley 14/3/2019", "mary", "same date of birth"},
    {"Misspelt", "Mary Tamsley 14/3/2019", "mary", "surname spelt nearly the same: Tansley"},
    {"SoundsAlike", "Mary Tanzlee 14/3/2019", "mary", "surname sounds the same: Tansley"},
    {"ShortForm", "Bill Harwood 21/10/2017", "william", "forename in another form: William"},
    {"OtherSpelling", "Mohamed Choudhury 7/8/2013", "muhammad",
     "forename in another spelling: Muhammad"},
    {"SurnameFirst", "Tansley Mary 14/3/2019", "mary", "forename and surname the other way round"},
    {"FieldsSwapped", "forename Tansley surname Mary born 14/3/2019", "mary",
     "forename and surname the other way round"},
    {"HalfOfDouble", "Rupert Lloyd 15/1/2010", "rupert", "one part of the surname is the same"},
    {"WholeOfDouble", "Rupert Clark-Lloyd 15/1/2010", "rupert", "same surname"},
    {"Alias", "Molly Quarrie 14/3/2019", "mary", "known as Molly Quarrie"},
    {"FormerName", "Ella Haddow 2/6/2014", "ella", "known as Ella Haddow"},
    {"Accents", "Sian OBrien 8/11/2011", "sian", "same surname"},
    {"Apostrophe", "Sian O Brien 8/11/2011", "sian", "same surname"},
    {"Script", "Сиан О'Бриен 8/11/2011", "sian", "same surname"},
    {"Stroke", "Malgorzata Wisniewski 17/7/2012", "malgorzata",
     "surname in another spelling: Wisniewska"},
    {"PolishShort", "Gosia Wiśniewska 17/7/2012", "malgorzata",
     "forename in another form: Malgorzata"},
    {"Heard", "Keeva MacDonnell 2/12/2014", "caoimhe", "forename in another spelling: Caoimhe"},
    {"Particle", "Yusuf Hassan 25/12/2009", "hassan", "same date of birth"},
    {"OtherParticle", "Yousef El Hassan 25/12/2009", "hassan",
     "forename in another spelling: Yusuf"},
    {"Initial", "M Tansley 14/3/2019", "mary", "same initial of the forename"},
    {"MiddleAsFirst", "Ottilie Tansley 14/3/2019", "mary",
     "forename and middle name the other way round: Ottilie"},
    {"AddressMisspelt", "Zoe Fairweather, 8 Quary Row, ME4", "mary", "same house"},
    {"Joined", "Annmarie Kowalski 30/9/2010", "annmarie", "same date of birth"},
    {"DayMonthTurned", "Sian O'Brien 11/8/2011", "sian", "day and month of birth turned round"},
    {"YearOff", "Mary Tansley 14/3/2018", "mary", "same day and month of birth in another year"},
    {"YearOnly", "Mary Tansley 2019", "mary", "born about when was said"},
    {"Age", "Mary Tansley aged 7", "mary", "born about when was said"},
    {"AboutMonth", "mary chatham about march 2019 mum kerry", "mary", "same town"},
    {"EstimatedYear", "Abdi Warsame 12/5/2015", "abdi",
     "only the year of birth is known, and it fits"},
    {"UnbornByMother", "Priya Amin due february 2027", "unborn",
     "not born yet: the expected date fits"},
    {"UnbornByName", "unborn amin", "unborn", "not born yet, as was said"},
    {"ThroughCarer", "Ella Pickersgill 2/6/2014", "ella",
     "found through a parent's or carer's name: Pickersgill"},
    {"ThroughSibling", "Ella Vickerstaff 2/6/2014", "ella",
     "found through a brother's or sister's surname: Vickerstaff"},
    {"Postcode", "Mary ME4 4TR", "mary", "same postcode"},
    {"Outcode", "Mary Tansley ME4", "mary", "same first half of the postcode"},
    {"PostcodeOff", "Mary ME4 4TK", "mary", "one figure or letter of the postcode differs"},
    {"StreetMisspelt", "Mary, 8 Quary Row", "mary", "same house"},
    {"TownInTheName", "mary tansley chathem", "mary", "same town"},
    {"TownMisspelt", "Mary Tansley in Chathem", "mary", "same town"},
    {"House", "8 Quarry Row ME4 4TR", "mary", "same house"},
    {"FormerPlace", "Mary ME2 4UB", "mary", "lived there before"},
    {"NhsNumber", "999 123 4567", "mary", "same number"},
    {"NhsNumberOff", "Mary Tansley 9991234576", "mary", "one figure of the number differs"},
    {"LocalNumber", "CPR10001", "mary", "same number"},
    {"Lower", "mary tansly born 14 march 2019", "mary", "surname sounds the same: Tansley"},
};

class Cases : public Register, public ::testing::WithParamInterface<Case> {};

TEST_P(Cases, FindsTheChildAndSaysWhy)
{
    const Answer answer = ask(GetParam().typed);
    ASSERT_FALSE(answer.candidates.empty());
    EXPECT_EQ(answer.candidates.front().id, GetParam().id);
    const auto reasons = why(answer.candidates.front());
    EXPECT_NE(std::ranges::find(reasons, GetParam().reason), reasons.end())
        << ::testing::PrintToString(reasons) << answer.candidates.front().bits;
    EXPECT_TRUE(answer.looked_at_everyone);
    EXPECT_EQ(answer.looked_at, finder.size());
}

INSTANTIATE_TEST_SUITE_P(Finder, Cases, ::testing::ValuesIn(cases),
                         [](const auto& one) { return one.param.what; });

TEST_F(Register, WeighsACarersSurnameOnce)
{
    const auto of_the_carer = [&](std::string surname) {
        Question asked;
        asked.forename = "Mary";
        asked.surname = std::move(surname);
        asked.carer = "Fowler";
        const Candidate mary = finder.search(asked, 1).candidates.at(0);
        EXPECT_EQ(mary.id, "mary");
        return std::ranges::find(mary.evidence, Field::carer, &Evidence::field)->bits;
    };
    // Once it is what the child was found by, it says nothing more.
    EXPECT_GT(of_the_carer("Tansley"), 4);
    EXPECT_LT(of_the_carer("Fowler"), 1);
}

TEST_F(Register, MeansOneWhenNameAndBirthAgree)
{
    for (const std::string_view typed :
         {"Mary Tansley 14/3/2019", "Mary Tansly 14/3/2019", "tansley mary 14/3/2019",
          "Molly Quarrie 14/3/2019", "Mary Tansley", "CPR10001", "999 123 4567",
          "Ruby Fenwick 5/5/2016", "Mohammed Chowdhury 7/8/2013", "Mary Tansley ME4 4TR",
          "Jack Smith 4/4/2012", "Abdirahman Warsame 2015"}) {
        EXPECT_EQ(one_is_meant(ask(typed)), Meant::one) << typed;
        EXPECT_EQ(ask(typed).shown, 1U) << typed;
    }
}

TEST_F(Register, MeansSeveralWhenTooLittleIsSaid)
{
    for (const std::string_view typed :
         {"Mary", "Tansley", "Jack Smith", "Fenwick 5/5/2016", "14/3/2019", "Mary Fenwick 5/5/2016",
          "Marcus Tansley 14/3/2019", "ME4"})
        EXPECT_EQ(one_is_meant(ask(typed)), Meant::several) << typed;
}

TEST_F(Register, MeansNobodyWhenNobodyIsLikeIt)
{
    for (const std::string_view typed :
         {"Zebedee Quantock 1/7/2018", "Xanthe Rumbelow", "888 111 2222", ""})
        EXPECT_EQ(one_is_meant(ask(typed)), Meant::nobody) << typed;
}

TEST_F(Register, NeverMeansANearlyMatchingStranger)
{
    for (const std::string_view typed :
         {"Mary Tansley 14/3/2009", "Jack Smith 9/9/2001", "Marie Tamsin 14/3/2019",
          "Opal Fenwick 5/5/2016", "Jack Smythe 5/4/2015",
          "Mary Tansley 999 555 0000 born 1/1/2001"})
        EXPECT_NE(one_is_meant(ask(typed)), Meant::one) << typed;
}

TEST_F(Register, NeverMeansOneOfTwinsUnlessTheForenameDecides)
{
    EXPECT_EQ(one_is_meant(ask("Fenwick 5/5/2016")), Meant::several);
    EXPECT_EQ(ask("Fenwick 5/5/2016").shown, 2U);
    EXPECT_EQ(first("Pearl Fenwick 5/5/2016"), "twin2");
    EXPECT_EQ(one_is_meant(ask("Pearl Fenwick 5/5/2016")), Meant::one);
}

TEST_F(Register, ANumberDoesNotOutweighANameThatDiffers)
{
    EXPECT_NE(one_is_meant(ask("Zebedee Quantock 999 123 4567")), Meant::one);
}

TEST_F(Register, SaysWhichSpellingsWereTried)
{
    const auto spellings = ask("mary tansly").spellings;
    EXPECT_NE(std::ranges::find(spellings, "Tansley"), spellings.end());
}

TEST_F(Register, EvidenceAddsUpToTheBits)
{
    for (const Case& one : cases) {
        for (const Candidate& candidate : ask(one.typed).candidates) {
            float sum = 0;
            for (const Evidence& evidence : candidate.evidence) sum += evidence.bits;
            EXPECT_NEAR(sum, candidate.bits, 0.01F) << one.typed << ' ' << candidate.id;
        }
    }
}

TEST_F(Register, ForgetsWhoIsRemovedAndReplacesWhoIsPutAgain)
{
    const std::size_t before = finder.size();
    finder.put(child("mary", "Maria", "Overton", day(2019, 3, 14)));
    EXPECT_EQ(finder.size(), before);
    EXPECT_EQ(first("Maria Overton"), "mary");
    EXPECT_EQ(one_is_meant(ask("Molly Quarrie")), Meant::nobody);
    finder.remove("mary");
    EXPECT_EQ(finder.size(), before - 1);
    EXPECT_NE(first("Maria Overton"), "mary");
    finder.remove("nobody of this id");
    EXPECT_EQ(finder.size(), before - 1);
}

TEST_F(Register, ASurnameIsNoRareForename)
{
    for (int number = 0; number < 60; ++number) {
        Person one = child("kaur" + std::to_string(number),
                           std::string{"Sim"} + static_cast<char>('a' + number % 26) + "an",
                           "Dal" + std::string{static_cast<char>('a' + number % 26)} + "ota",
                           day(2010, 1, 1) + std::chrono::days{number * 40});
        one.names[0].middle = "Kaur";
        finder.put(one);
    }
    finder.put(child("dalah", "Dalah", "Kaur", day(2015, 1, 21)));
    EXPECT_EQ(first("forename Dala surname Kaur born 2015"), "dalah");
}

TEST_F(Register, ReadsDatesAndPostcodesOfOtherTimesAndCountries)
{
    Person thomas = child("thomas", "Thomas", "Clifford", day(1630, 8, 1));
    thomas.places.push_back({"", "", "Ugbrooke", "Devon", "2612", true});
    finder.put(thomas);
    Question asked;
    asked.forename = "Thomas";
    asked.born = born_on(day(1630, 8, 1));
    asked.postcode = "2612";
    const Answer answer = finder.search(asked, 1);
    ASSERT_EQ(answer.candidates.at(0).id, "thomas");
    const auto reasons = why(answer.candidates[0]);
    for (const char* reason : {"same date of birth", "same postcode"})
        EXPECT_NE(std::ranges::find(reasons, reason), reasons.end()) << reason;
}

TEST_F(Register, HiddenPlacesEarnNothing)
{
    Person hidden = child("hidden", "Mary", "Hallowes", day(2019, 3, 14));
    hidden.places.push_back({"8", "Quarry Row", "Chatham", "Medway", "ME4 4TR", true});
    hidden.carers = {"Kerry Hallowes"};
    finder.put(hidden);
    hidden.place_hidden = true;
    finder.put(hidden);
    const auto bits = [&](std::string_view typed) {
        for (const Candidate& one : ask(typed).candidates)
            if (one.id == "hidden") return one.bits;
        return -1.0F;
    };
    const float alone = bits("Mary Hallowes 14/3/2019");
    EXPECT_GT(alone, 20);
    for (const std::string_view more : {"8 Quarry Row", "ME4 4TR", "ME4", "in Chatham", "in Leeds",
                                        "LS1 4AP", "mum Kerry", "mum Zoe"})
        EXPECT_EQ(bits("Mary Hallowes 14/3/2019 " + std::string{more}), alone) << more;
}

} // namespace
} // namespace heed::matching
