#include "asking/weights.hpp"
#include "likeness/score.hpp"
#include "matching/finder.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <thread>

namespace heed::matching {
namespace {

// Few words, so that people who are made at random are often alike.
rc::Gen<std::string> forename()
{
    return rc::gen::element<std::string>("Mary", "Marie", "Maria", "John", "Jon", "Mohammed",
                                         "Muhammad", "Liz", "Elizabeth", "Unborn", "");
}

rc::Gen<std::string> surname()
{
    return rc::gen::element<std::string>("Smith", "Smyth", "Tansley", "Tansly", "Khan",
                                         "Clark-Lloyd", "Lloyd", "O'Brien", "Al-Hassan", "");
}

rc::Gen<Day> birthday()
{
    return rc::gen::map(rc::gen::inRange(0, 900),
                        [](int days) { return day(2011, 1, 1) + std::chrono::days{days}; });
}

rc::Gen<Sex> sex() { return rc::gen::element(Sex::unknown, Sex::female, Sex::male); }

rc::Gen<std::string> postcode()
{
    return rc::gen::element<std::string>("", "ME4 4TR", "ME4 4TS", "ME2 1AA", "LS1 4AP");
}

Person person(int number)
{
    Person made;
    made.id = "p" + std::to_string(number);
    made.names.push_back({*forename(), *forename(), *surname(), NameKind::legal});
    if (*rc::gen::inRange(0, 5) == 0)
        made.names.push_back({*forename(), "", *surname(), NameKind::alias});
    made.birth = {*rc::gen::element(BirthKind::known, BirthKind::known, BirthKind::estimated_year,
                                    BirthKind::expected, BirthKind::unknown),
                  *birthday()};
    made.sex = *sex();
    made.places.push_back({"8", "Quarry Row", "Chatham", "Medway", *postcode(), true});
    made.carers = {*forename() + " " + *surname()};
    made.household = *rc::gen::element<std::string>("", "h1", "h2");
    made.place_hidden = *rc::gen::inRange(0, 6) == 0;
    return made;
}

std::vector<Person> people()
{
    std::vector<Person> made;
    const int count = *rc::gen::inRange(1, 25);
    for (int number = 0; number < count; ++number) made.push_back(person(number));
    return made;
}

Question question()
{
    Question made;
    made.forename = *forename();
    made.surname = *surname();
    if (*rc::gen::inRange(0, 3) > 0) made.born = born_on(*birthday());
    made.sex = *sex();
    made.postcode = *postcode();
    return made;
}

constexpr std::size_t everybody = 1000;

/// The place in the answer, from 0; after everybody when not in it. Ties count as the best of them.
std::size_t rank(const Answer& answer, std::string_view id)
{
    const auto found = std::ranges::find(answer.candidates, id, &Candidate::id);
    if (found == answer.candidates.end()) return everybody;
    return static_cast<std::size_t>(std::ranges::count_if(
        answer.candidates, [&](const Candidate& one) { return one.bits > found->bits + 0.01F; }));
}

RC_GTEST_PROP(Laws, AddingAPersonNeverRemovesAnother, ())
{
    Finder finder;
    finder.put_all(people());
    const Question asked = question();
    const Answer before = finder.search(asked, everybody);
    finder.put(person(500));
    const Answer after = finder.search(asked, everybody);
    for (const Candidate& one : before.candidates) RC_ASSERT(rank(after, one.id) != everybody);
}

RC_GTEST_PROP(Laws, RemovingRestoresTheAnswer, ())
{
    Finder finder;
    finder.put_all(people());
    const Question asked = question();
    const Answer before = finder.search(asked, everybody);
    finder.put(person(500));
    finder.remove("p500");
    const Answer after = finder.search(asked, everybody);
    RC_ASSERT(before.candidates == after.candidates);
    RC_ASSERT(before.spellings == after.spellings);
    RC_ASSERT(before.shown == after.shown);
}

RC_GTEST_PROP(Laws, TheOrderOfPuttingDoesNotMatter, ())
{
    auto made = people();
    Finder one;
    one.put_all(made);
    std::ranges::reverse(made);
    Finder other;
    other.put_all(made);
    const Question asked = question();
    const Answer left = one.search(asked, everybody);
    const Answer right = other.search(asked, everybody);
    RC_ASSERT(left.candidates.size() == right.candidates.size());
    for (const Candidate& candidate : left.candidates)
        RC_ASSERT(rank(right, candidate.id) == rank(left, candidate.id));
}

RC_GTEST_PROP(Laws, UnknownIsNeverAMismatch, ())
{
    Finder finder;
    Person little;
    little.id = "little";
    little.names.push_back({"", "", "Tansley", NameKind::legal});
    finder.put(little);
    Question asked;
    asked.surname = "Tansley";
    const float alone = finder.search(asked, 1).candidates.at(0).bits;
    asked.forename = *rc::gen::element<std::string>("Mary", "Zebedee");
    asked.born = born_on(*birthday());
    asked.sex = *sex();
    asked.postcode = *postcode();
    asked.town = "Leeds";
    asked.carer = "Kerry";
    asked.identifier = "9991234567";
    RC_ASSERT(finder.search(asked, 1).candidates.at(0).bits == alone);
}

RC_GTEST_PROP(Laws, ABetterFieldNeverLowersARank, ())
{
    Finder finder;
    auto made = people();
    // A better surname is a better surname for brothers and sisters too, who are found through it.
    for (Person& one : made) one.household.clear();
    const Question asked = question();
    RC_PRE(!asked.empty());
    Person better =
        made[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(made.size())))];
    // Takes the surname that is given up, and gives the one that is taken: among so few, how common
    // a surname is would change with one bearer, and with it what everybody's is worth.
    Person filler;
    filler.id = "filler";
    filler.names = {{"", "", asked.surname, NameKind::legal}};
    finder.put_all(made);
    finder.put(filler);
    const auto rank_of_better = [&] {
        Answer answer = finder.search(asked, everybody);
        std::erase_if(answer.candidates, [&](const Candidate& one) { return one.id == filler.id; });
        return rank(answer, better.id);
    };
    const std::size_t before = rank_of_better();
    switch (*rc::gen::inRange(0, 3)) {
    case 0:
        // Of somebody said to be unborn, a day of birth is not the better answer.
        if (asked.born && asked.forename != "Unborn")
            better.birth = {BirthKind::known, asked.born->from};
        break;
    case 1: better.sex = asked.sex; break;
    default:
        if (!asked.surname.empty()) std::swap(filler.names[0].surname, better.names[0].surname);
    }
    finder.put(better);
    finder.put(filler);
    const std::size_t after = rank_of_better();
    RC_LOG() << asked.forename << ' ' << asked.surname << ' ' << better.names[0].forename << ' '
             << better.names[0].surname << ' ' << before << ' ' << after;
    RC_ASSERT(after <= before);
}

RC_GTEST_PROP(Laws, BirthsAreComparedTheSameBothWays, ())
{
    const Day one = *birthday();
    const Day other = *birthday();
    RC_ASSERT(likeness::born_mark(born_on(one), BirthKind::known, other).bits ==
              likeness::born_mark(born_on(other), BirthKind::known, one).bits);
}

TEST(Laws, AYearWrittenWrongIsSeenHoweverFarApart)
{
    using std::chrono::year_month_day;
    const float different = asking::weights.born_different;
    for (const Day said : {day(2008, 2, 29), day(2009, 12, 31), day(2010, 6, 11)}) {
        const year_month_day date{said};
        for (Day held = day(1992, 1, 1); held < day(2028, 1, 1); held += std::chrono::days{1}) {
            const year_month_day other{held};
            const float bits = likeness::born_mark(born_on(said), BirthKind::known, held).bits;
            const int years =
                std::abs(static_cast<int>(date.year()) - static_cast<int>(other.year()));
            if (std::abs((held - said).count()) <= 731) continue;
            const bool same_day = date.month() == other.month() && date.day() == other.day();
            // Within ten years it is the same day of another year, and twenty years a figure off.
            const bool like = same_day && (years <= 10 || years % 10 == 0);
            EXPECT_EQ(bits > different, like) << to_iso(said) << ' ' << to_iso(held);
        }
    }
}

TEST(Laws, ARangeOfBirthsEndsInSteps)
{
    const Born said{day(2010, 3, 1), day(2010, 3, 31), true};
    float before = 100;
    for (int days = 0; days < 2000; ++days) {
        const Day held = said.to + std::chrono::days{days};
        if (held >= day(2011, 3, 1) && held <= day(2011, 3, 31)) continue; // the month a year on
        const float bits = likeness::born_mark(said, BirthKind::known, held).bits;
        EXPECT_LE(bits, before) << days;
        before = bits;
    }
    EXPECT_EQ(before, asking::weights.born_different);
}

RC_GTEST_PROP(Laws, AtMostTheFirstIsStrongAndOrderIsByBits, ())
{
    Finder finder;
    finder.put_all(people());
    const Answer answer = finder.search(question(), everybody);
    for (std::size_t at = 1; at < answer.candidates.size(); ++at) {
        RC_ASSERT(answer.candidates[at].confidence == Confidence::possible);
        RC_ASSERT(answer.candidates[at].bits <= answer.candidates[at - 1].bits);
    }
    RC_ASSERT(answer.shown <= 10U);
    if (one_is_meant(answer) == Meant::one) RC_ASSERT(answer.shown == 1U);
}

TEST(Finder, ServesManyReadersWhileOneWrites)
{
    Finder finder;
    for (int number = 0; number < 200; ++number) {
        Person made;
        made.id = std::to_string(number);
        made.names.push_back({"Mary", "", "Tansley" + std::to_string(number % 7)});
        finder.put(made);
    }
    std::atomic<bool> done = false;
    std::vector<std::thread> readers;
    std::atomic<int> lost = 0;
    for (int reader = 0; reader < 3; ++reader)
        readers.emplace_back([&] {
            Question asked;
            asked.name = "Mary Tansley";
            while (!done)
                if (finder.search(asked, 5).candidates.empty()) ++lost;
        });
    for (int number = 0; number < 100; ++number) {
        Person made;
        made.id = std::to_string(number % 200);
        made.names.push_back({"Mary", "", "New" + std::to_string(number)});
        finder.put(made);
        if (number % 3 == 0) finder.remove(made.id);
        made.id = "kept" + std::to_string(number);
        made.names[0].surname = "Tansley";
        finder.put(made);
    }
    done = true;
    for (std::thread& reader : readers) reader.join();
    EXPECT_EQ(lost, 0);
}

} // namespace
} // namespace heed::matching
