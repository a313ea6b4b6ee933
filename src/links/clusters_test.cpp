#include "links/clusters.hpp"

#include "links/twins.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace heed::links {

namespace {

DecisionId numbered(int number)
{
    char text[37];
    std::snprintf(text, sizeof text, "00000000-0000-4000-8000-%012d", number);
    return *DecisionId::from(text);
}

/// Decisions as a desk would make them, judged first.
struct Book {
    std::vector<Decision> decisions;
    bool both_have_plans = false;

    Standing standing() const { return Standing::of(decisions); }
    DecisionId write(Verdict verdict, const Pair& pair, std::optional<DecisionId> about = {},
                     const std::string& by = "dora")
    {
        const auto id = numbered(static_cast<int>(decisions.size()) + 1);
        decisions.push_back({id, verdict, pair, about, "a reason", by});
        return id;
    }
    Outcome<DecisionId> join(const Pair& pair, const std::string& by = "dora",
                             const std::string& reason = "the NHS number")
    {
        const auto joining = TRY(judge_join(standing(), pair, {by, reason}, both_have_plans));
        return write(joining.verdict, pair, joining.confirms, by);
    }
    Outcome<std::optional<DecisionId>> split(const Pair& pair)
    {
        if (!TRY(judge_split(standing(), pair))) return std::nullopt;
        return write(Verdict::not_same, pair);
    }
    Outcome<DecisionId> undo(const DecisionId& id, const std::string& reason = "a mistake")
    {
        TRY_VOID(judge_undo(standing(), id, {"dora", reason}));
        return write(Verdict::undone, standing().find(id)->pair, id);
    }
};

Pair pair(const char* one, const char* other) { return *Pair::of(one, other); }

} // namespace

TEST(Pair, IsTheSameWhicheverRecordIsNamedFirst)
{
    EXPECT_EQ(Pair::of("a", "b"), Pair::of("b", "a"));
    EXPECT_EQ(Pair::of("a", "a"), std::nullopt);
    EXPECT_EQ(Pair::of("", "a"), std::nullopt);
    EXPECT_EQ(two_records("a", "a").error().code, RefusalCode::same_record);
    EXPECT_EQ(two_records("a", "").error().code, RefusalCode::needed);
    EXPECT_EQ(two_records("b", "a")->one, "a");
}

TEST(Standing, MakesOneChildOfAllThatJoinsConnect)
{
    Book book;
    ASSERT_TRUE(book.join(pair("a", "b")));
    ASSERT_TRUE(book.join(pair("c", "d")));
    ASSERT_TRUE(book.join(pair("b", "d")));
    const std::vector<RecordId> all{"a", "b", "c", "d"};
    for (const RecordId& record : all) EXPECT_EQ(book.standing().same_child(record), all);
    EXPECT_EQ(book.standing().same_child("e"), std::vector<RecordId>{"e"});
}

TEST(Standing, ExplainsByWhichJoinsTwoRecordsAreOneChild)
{
    Book book;
    const auto first = *book.join(pair("a", "b"));
    const auto second = *book.join(pair("b", "c"));
    const auto because = book.standing().because(pair("a", "c"));
    ASSERT_EQ(because.size(), 2U);
    EXPECT_EQ(because[0].id, first);
    EXPECT_EQ(because[1].id, second);
    EXPECT_TRUE(book.standing().because(pair("a", "z")).empty());
}

TEST(Joining, NeedsAReason)
{
    Book book;
    EXPECT_EQ(book.join(pair("a", "b"), "dora", "").error().code, RefusalCode::say_why_decided);
}

TEST(Joining, IsRefusedAcrossADecisionThatTheyAreTwoChildrenAlsoAtARemove)
{
    Book book;
    ASSERT_TRUE(book.split(pair("a", "c")));
    ASSERT_TRUE(book.join(pair("a", "b")));
    EXPECT_EQ(book.join(pair("b", "c")).error().code, RefusalCode::not_the_same_child);
    EXPECT_EQ(book.join(pair("a", "c")).error().code, RefusalCode::not_the_same_child);
    EXPECT_EQ(book.join(pair("a", "b")).error().code, RefusalCode::joined_already);
}

TEST(Splitting, IsRefusedWhileTheyAreJoinedAndChangesNothingTheSecondTime)
{
    Book book;
    const auto joined = *book.join(pair("a", "b"));
    EXPECT_EQ(book.split(pair("a", "b")).error().code, RefusalCode::joined_already);
    ASSERT_TRUE(book.undo(joined));
    EXPECT_TRUE((*book.split(pair("a", "b"))).has_value());
    EXPECT_FALSE((*book.split(pair("a", "b"))).has_value());
}

TEST(Joining, OfTwoChildrenWithPlansWaitsForAnotherPerson)
{
    Book book;
    book.both_have_plans = true;
    const auto asked = *book.join(pair("a", "b"), "dora");
    EXPECT_FALSE(book.standing().are_joined(pair("a", "b")));
    EXPECT_EQ(book.standing().waiting(pair("a", "b"))->id, asked);
    EXPECT_EQ(book.join(pair("a", "b"), "dora").error().code, RefusalCode::another_must_confirm);
    const auto confirmed = *book.join(pair("a", "b"), "dev");
    EXPECT_TRUE(book.standing().are_joined(pair("a", "b")));
    ASSERT_TRUE(book.undo(confirmed));
    EXPECT_FALSE(book.standing().are_joined(pair("a", "b")));
    EXPECT_EQ(book.standing().waiting(pair("a", "b")), nullptr) << "one request, one join";
}

TEST(Joining, ThatWasAskedForAndWithdrawnIsAskedForAfresh)
{
    Book book;
    book.both_have_plans = true;
    const auto asked = *book.join(pair("a", "b"), "dora");
    ASSERT_TRUE(book.undo(asked));
    EXPECT_EQ(book.standing().waiting(pair("a", "b")), nullptr);
    ASSERT_TRUE(book.join(pair("a", "b"), "dev"));
    EXPECT_FALSE(book.standing().are_joined(pair("a", "b")));
}

TEST(Undoing, IsItselfUndoneUnlessThatWouldContradictWhatWasDecidedSince)
{
    Book book;
    const auto joined = *book.join(pair("a", "b"));
    EXPECT_EQ(book.undo(joined, "").error().code, RefusalCode::say_why_decided);
    const auto undone = *book.undo(joined);
    EXPECT_EQ(book.undo(joined).error().code, RefusalCode::undone_already);
    ASSERT_TRUE(book.split(pair("a", "b")));
    EXPECT_EQ(book.undo(undone).error().code, RefusalCode::not_the_same_child);
    EXPECT_EQ(book.undo(numbered(99)).error().code, RefusalCode::not_found);
}

TEST(Undoing, OfAnUndoneSplitIsRefusedWhileTheTwoAreJoined)
{
    Book book;
    const auto split = **book.split(pair("a", "b"));
    const auto undone = *book.undo(split);
    const auto joined = *book.join(pair("a", "b"));
    EXPECT_EQ(book.undo(undone).error().code, RefusalCode::joined_already);
    ASSERT_TRUE(book.undo(joined));
    ASSERT_TRUE(book.undo(undone));
    EXPECT_NE(book.standing().kept_apart_by(pair("a", "b")), nullptr);
}

/// Five hundred steps of joining, parting, undoing (also of undoings) and changing what a record
/// says. Nothing ever contradicts itself; and when what stands is undone in any order, every
/// record is its own child again and says what it would have said.
RC_GTEST_PROP(Decisions, InAnyOrderAndUndoneInAnyOrderEndWhereNeverJoinedWould, ())
{
    constexpr int records = 9;
    const auto name = [](int at) { return std::string(1, static_cast<char>('a' + at)); };
    Book book;
    std::map<RecordId, int> said, never_joined;
    for (int step = 0; step < 500; ++step) {
        const int left = *rc::gen::inRange(0, records), right = *rc::gen::inRange(0, records);
        const auto two = Pair::of(name(left), name(right));
        book.both_have_plans = *rc::gen::inRange(0, 4) == 0;
        switch (*rc::gen::inRange(0, 5)) {
        case 0:
        case 1:
            if (two) static_cast<void>(book.join(*two, *rc::gen::element<std::string>("p", "q")));
            break;
        case 2:
            if (two) static_cast<void>(book.split(*two));
            break;
        case 3:
            if (!book.decisions.empty())
                static_cast<void>(book.undo(
                    numbered(*rc::gen::inRange(1, static_cast<int>(book.decisions.size()) + 1))));
            break;
        default: said[name(left)] = never_joined[name(left)] = step; break;
        }
        if (step % 20 == 0) RC_ASSERT(book.standing().contradictions().empty());
    }
    // Undo all that stands, in an order of chance. Undoing an undoing may be refused for now.
    for (int rounds = 0; rounds < 5000; ++rounds) {
        std::vector<DecisionId> left;
        const Standing standing = book.standing();
        for (const Decision& decision : book.decisions)
            if (decision.verdict != Verdict::undone && standing.stands(decision.id))
                left.push_back(decision.id);
        if (left.empty()) break;
        RC_ASSERT(book.undo(*rc::gen::elementOf(left)).has_value());
    }
    for (int at = 0; at < records; ++at) {
        RC_ASSERT(book.standing().same_child(name(at)) == std::vector<RecordId>{name(at)});
        RC_ASSERT(book.standing().kept_apart_by(*Pair::of(name(at), "z")) == nullptr);
    }
    RC_ASSERT(said == never_joined);
}

TEST(Twins, AreTwoChildrenWhateverTheirSum)
{
    using namespace matching;
    std::vector<Evidence> evidence{{Field::forename, Level::different, -3, {}},
                                   {Field::surname, Level::same, 9, {}},
                                   {Field::born, Level::same, 13, {}},
                                   {Field::place, Level::house, 15, {}}};
    EXPECT_TRUE(reads_as_twins(evidence));
    evidence[0].level = Level::short_form;
    EXPECT_FALSE(reads_as_twins(evidence)) << "Liz and Elizabeth are one name";
    evidence[0].level = Level::different;
    evidence[2].level = Level::year_off;
    EXPECT_FALSE(reads_as_twins(evidence));
}

} // namespace heed::links
