#include "answers/told.hpp"

#include "core/ensure.hpp"
#include "pack/library.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace heed;
using namespace heed::answers;

namespace {

std::string any_text() { return *rc::gen::container<std::string>(rc::gen::inRange(' ', '~')); }

Told any_told()
{
    Told told{.receipt = any_text(),
              .asked_at = "2026-11-22T03:10:07Z",
              .answer = static_cast<pack::Answer>(*rc::gen::inRange(0, 8)),
              .sentence = any_text()};
    if (*rc::gen::arbitrary<bool>())
        told.child = Told::Child{any_text(), any_text(), any_text(), "F", any_text()};
    if (*rc::gen::arbitrary<bool>())
        told.plan = Told::Plan{any_text(), any_text(), any_text(), {any_text()}, any_text(), ""};
    if (*rc::gen::arbitrary<bool>())
        told.key_worker = Told::KeyWorker{any_text(), any_text(), "", any_text()};
    told.household = {{any_text(), any_text(), "brother", pack::Answer::on_plan}};
    told.candidates = {{any_text(), any_text(), any_text(), "ME4", {any_text(), any_text()}}};
    told.earlier_enquiries = {{any_text(), any_text(), any_text()}};
    told.spellings = {any_text()};
    told.searched = *rc::gen::inRange(0, 11'000'000);
    told.as_of = any_text();
    told.do_next = {any_text(), any_text()};
    told.told = {{"key_worker", "outbox"}};
    return told;
}

} // namespace

RC_GTEST_PROP(Told, IsReadBackAsItWasTold, ())
{
    const Told told = any_told();
    RC_ASSERT(told_from_json(told_json(told)) == told);
}

TEST(Told, HasEveryKeyWhenNothingIsKnown)
{
    EXPECT_EQ(told_json({.asked_at = "2026-11-22T03:10:07Z", .sentence = "…"}),
              R"({"receipt":null,"asked_at":"2026-11-22T03:10:07Z","answer":"could_not_check",)"
              R"("sentence":"…","child":null,"plan":null,"key_worker":null,"household":[],)"
              R"("candidates":[],"earlier_enquiries":[],"searched":{"spellings":[],"children":0,)"
              R"("as_of":null},"do_next":[],"told":[]})");
}

TEST(Told, IsAFaultWhenItCannotBeReadBack)
{
    for (const char* text : {"", "{}", R"({"answer":"on_plan"})", "[1]"})
        EXPECT_THROW(static_cast<void>(told_from_json(text)), Fault) << text;
}

TEST(CouldNotCheck, GivesTheNumberToRingAndNeverSaysNo)
{
    const auto pack = pack::find("eng-wt2006-medway").value();
    const Told told = could_not_check(pack, "01632 960199", Moment{});
    EXPECT_EQ(told.answer, pack::Answer::could_not_check);
    EXPECT_TRUE(told.sentence.contains("01632 960199"));
}
