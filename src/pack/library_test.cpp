#include "pack/library.hpp"

#include "core/embedded.hpp"
#include "core/text.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <span>

using namespace heed;
using namespace heed::pack;

namespace heed::pack_files {
std::span<const Embedded> embedded_files();
}

namespace {

std::string file(std::string_view name)
{
    for (const auto& embedded : pack_files::embedded_files())
        if (embedded.name == name) return std::string{embedded.bytes};
    return {};
}

const std::string medway = file("eng-wt2006-medway.toml");

std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> lines;
    for (const auto line : split(text, '\n')) lines.emplace_back(line);
    return lines;
}

std::string joined(const std::vector<std::string>& lines)
{
    std::string text;
    for (const auto& line : lines) text += line + '\n';
    return text;
}

/// The pack with the first `from` turned into `to`.
std::vector<Problem> with(std::string_view from, std::string_view to)
{
    std::string text = medway;
    const auto at = text.find(from);
    EXPECT_NE(at, text.npos) << from;
    if (at != text.npos) text.replace(at, from.size(), to);
    return check(text);
}

int line_of(std::string_view part)
{
    const auto before = std::string_view{medway}.substr(0, medway.find(part));
    return 1 + static_cast<int>(std::ranges::count(before, '\n'));
}

bool is_setting(std::string_view line) { return !line.starts_with('#') && line.contains(" = "); }

std::string all(const std::vector<Problem>& problems)
{
    std::string text;
    for (const auto& problem : problems) text += in_words(problem) + '\n';
    return text;
}

} // namespace

TEST(Library, HoldsThePacksInOrderOfTheirEditions)
{
    ASSERT_EQ(list().size(), 2U);
    EXPECT_EQ(list()[0].id(), "eng-wt2006-medway");
    EXPECT_EQ(list()[1].id(), "eng-wt2023");
    EXPECT_EQ(find("eng-wt2023")->title(), "Working Together 2023");
}

TEST(Library, RefusesAPackItDoesNotHave)
{
    const auto refused = find("eng-wt2099");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, RefusalCode::no_such_pack);
    EXPECT_EQ(in_words(refused.error()),
              "There is no such procedure pack. There are: eng-wt2006-medway and eng-wt2023.");
}

TEST(Library, FindsNothingWrongInItsOwnFiles)
{
    for (const auto& embedded : pack_files::embedded_files())
        EXPECT_EQ(all(check(embedded.bytes)), "") << embedded.name;
}

TEST(Library, LoadsWhatItChecks)
{
    EXPECT_EQ(load(medway)->id(), "eng-wt2006-medway");
    const auto wrong = load("kind = \"pack\"\n");
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().code, RefusalCode::wrong_pack);
    EXPECT_EQ(load(file("terms-2008.toml")).error().detail, "line 1: it is no pack");
}

TEST(Check, MissesNoMisspeltKey)
{
    const auto lines = lines_of(medway);
    bool in_data = false; // the keys of [document] are whatever the author likes
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].starts_with('[')) in_data = lines[i] == "[document]";
        if (!is_setting(lines[i]) || in_data) continue;
        auto misspelt = lines;
        const auto end = misspelt[i].find(" = ");
        const std::string key = misspelt[i].substr(0, end);
        if (end > 1) std::swap(misspelt[i][end - 1], misspelt[i][end - 2]);
        if (misspelt[i] == lines[i]) misspelt[i].insert(end, "x");
        if (lines[i].starts_with("kind")) continue; // without its kind nothing else can be said
        const auto problems = check(joined(misspelt));
        ASSERT_FALSE(problems.empty()) << lines[i];
        const auto told = std::ranges::find_if(problems, [&](const Problem& problem) {
            return problem.line == static_cast<int>(i + 1) &&
                   problem.text.starts_with("unknown key '");
        });
        ASSERT_NE(told, problems.end()) << lines[i] << '\n' << all(problems);
        EXPECT_TRUE(key.size() < 3 || told->text.ends_with("did you mean '" + key + "'?"))
            << told->text;
    }
}

TEST(Check, MissesNoLineThatIsLeftOut)
{
    const auto lines = lines_of(medway);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!is_setting(lines[i])) continue;
        auto without = lines;
        without[i].clear();
        EXPECT_FALSE(check(joined(without)).empty()) << lines[i];
    }
}

TEST(Check, NamesTheLineOfEveryValueOfTheWrongKind)
{
    const auto lines = lines_of(medway);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!is_setting(lines[i])) continue;
        auto wrong = lines;
        wrong[i] = wrong[i].substr(0, wrong[i].find(" = ")) + " = 1.5";
        const auto problems = check(joined(wrong));
        EXPECT_TRUE(std::ranges::any_of(
            problems,
            [&](const Problem& problem) { return problem.line == static_cast<int>(i + 1); }))
            << lines[i] << '\n'
            << all(problems);
    }
}

TEST(Check, TellsOfAMisspeltTableOnce)
{
    const auto problems = with("[timescale.review_first]", "[timescale.reveiw_first]");
    ASSERT_EQ(problems.size(), 1U) << all(problems);
    EXPECT_EQ(in_words(problems[0]), "line " + std::to_string(line_of("[timescale.review_first]")) +
                                         ": unknown key 'reveiw_first'; did you mean "
                                         "'review_first'?");
}

TEST(Check, NamesTheTableAndItsLineWhenAKeyIsMissing)
{
    const auto problems = with("n = 15\n", "\n");
    ASSERT_EQ(problems.size(), 1U) << all(problems);
    EXPECT_EQ(problems[0], (Problem{line_of("[timescale.icpc]"), "table 'timescale.icpc' has no "
                                                                 "'n'"}));
}

TEST(Check, AsksForEveryRuleOrToBeToldThatItIsAbsent)
{
    const auto problems = with("not_in_this_edition = [\"single_assessment\"]\n", "\n");
    ASSERT_EQ(problems.size(), 1U) << all(problems);
    EXPECT_EQ(problems[0].text, "table 'timescale' has no 'single_assessment'");

    EXPECT_TRUE(all(with("[\"single_assessment\"]", "[\"single_assessment\", \"visit\"]"))
                    .contains("'visit' is also named as not in this edition"));
    EXPECT_TRUE(
        all(with("[\"single_assessment\"]", "[\"single\"]")).contains("there is no rule 'single'"));
}

TEST(Check, RefusesValuesThatCannotBe)
{
    EXPECT_TRUE(all(with("n = 15", "n = 0")).contains("'n' must be from 1 to 400"));
    EXPECT_TRUE(all(with("unit = \"week\"", "unit = \"days\""))
                    .contains("'unit' must be one of: working_day, week and month; it is 'days'"));
    EXPECT_TRUE(all(with("\"strategy_last\"", "\"review_held\""))
                    .contains("'icpc' cannot be counted from 'review_held'"));
    EXPECT_TRUE(all(with("\"england-bank-holidays\"", "\"wales\""))
                    .contains("there is no 'calendar' called 'wales'; there is "
                              "england-bank-holidays"));
    EXPECT_TRUE(all(with("valid_from = 2008-04-01", "valid_from = 2008-04-01\nvalid_to = "
                                                    "2008-03-31"))
                    .contains("'valid_to' is before 'valid_from'"));
    EXPECT_TRUE(all(with("id = \"eng-wt2006-medway\"", "id = \"../Medway\""))
                    .contains("'id' is up to 60 small letters"));
    EXPECT_TRUE(all(with("\"Emot\"", "\"Phys\"")).contains("'Phys' already means"));
    EXPECT_TRUE(all(with("code = \"sexual_abuse\"", "code = \"neglect\""))
                    .contains("category 'neglect' stands here twice"));
}

TEST(Check, AsksWhoSaysSo)
{
    EXPECT_TRUE(all(with("document = \"wt2006\"", "document = \"wt2007\""))
                    .contains("'wt2007' is not in the table 'document'"));
    EXPECT_TRUE(all(with("certainty = \"pointed_at\"", "certainty = \"unchecked\""))
                    .contains("'read_in' goes with certainty 'pointed_at' only"));
    EXPECT_TRUE(all(with("certainty = \"unchecked\"", "certainty = \"pointed_at\""))
                    .contains("has no 'read_in'"));
    EXPECT_TRUE(all(with("[document]\n", "[document]\nspare-1 = \"A spare document\"\n"))
                    .contains("document 'spare-1' is never cited"));
}

TEST(Check, LetsAPackGiveItsOwnWordsAndAnswersWithTheirBlanks)
{
    const std::string own = medway + "[answer.could_not_check]\n"
                                     "sentence = \"Ring {telephone}, says the {board}.\"\n"
                                     "do_next = [\"Ring.\"]\n";
    EXPECT_EQ(load(own)->answer(Answer::could_not_check, {.tried = "", .telephone = "1"}).sentence,
              "Ring 1, says the Local Safeguarding Children Board.");

    const auto with_sentence = [&](std::string_view sentence) {
        return all(check(medway + "[answer.could_not_check]\nsentence = \"" +
                         std::string{sentence} + "\"\ndo_next = [\"Ring.\"]\n"));
    };
    EXPECT_TRUE(with_sentence("Ring us.").contains("must have a place {telephone}"));
    EXPECT_TRUE(with_sentence("Ring {telephone}, {tried}").contains("nothing fills {tried} here"));
    EXPECT_TRUE(with_sentence("Ring {telephone}, {").contains("a bracket { or } stands alone"));
    const auto with_aside = [&](std::string_view rows_held) {
        return all(check(medway + "[aside]\nrows_held = \"" + std::string{rows_held} + "\"\n"));
    };
    EXPECT_TRUE(with_aside("Rows wait.").contains("the words must have all their places"));
    EXPECT_TRUE(with_aside("{rows}, {name}").contains("nothing fills {name} here"));
    EXPECT_TRUE(all(with("key_worker = \"key worker\"\n", "\n"))
                    .contains("neither the pack nor its common words have 'word.key_worker'"));
}

TEST(Check, SaysWhereTheTextIsNoTomlAtAll)
{
    EXPECT_EQ(check("kind = \"pack\"\nid = \n").at(0).line, 2);
    EXPECT_EQ(check("").at(0).text, "'kind' must be one of: pack, calendar, terms and words");
    EXPECT_EQ(check("a = 1\na = 2\n").at(0).line, 2);
    EXPECT_EQ(check("a = 1\n[.b]\n").at(0).line, 2);
    EXPECT_FALSE(check(std::string(2000, '[')).empty());
    EXPECT_FALSE(check("\xff\xfe\x01").empty());
}

TEST(Check, TakesLettersOfEveryLanguageInTextsAndComments)
{
    const std::string own = "\xEF\xBB\xBF# \u00c9dition\n" + medway;
    EXPECT_EQ(all(check(own)), "");
    EXPECT_EQ(all(with("\"key worker\"", "\"gweithiwr allweddol \\\"\u0175\\\"\" # \u0175")), "");
}

TEST(Check, NamesTheLineOfWhatTheReaderCannotTake)
{
    const auto told = [](std::string_view text) { return in_words(check(text).at(0)); };
    EXPECT_EQ(told("a = 1\n\u00db = 1\n"),
              "line 2: a letter other than A to Z needs quotation marks round it");
    EXPECT_EQ(told("a = '\\'\nb = 'it' \u00e9\n"),
              "line 2: a letter other than A to Z needs quotation marks round it");
    EXPECT_EQ(told("a = 1\nb = \"\"\"c\"\"\"\n"),
              "line 2: a text stands on one line, in one pair of quotation marks");
    EXPECT_EQ(told("a = 1\n\nb = \"caf\xe9\"\n"),
              "line 3: this line is not UTF-8: save it as UTF-8");
}

RC_GTEST_PROP(Check, FindsALineForWhateverIsDamaged, ())
{
    std::string text = medway;
    for (int cuts = *rc::gen::inRange(1, 4); cuts > 0; --cuts) {
        const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
        const auto size = *rc::gen::inRange<std::size_t>(0, 40);
        text.replace(at, std::min(size, text.size() - at), *rc::gen::string<std::string>());
    }
    const int lines = 1 + static_cast<int>(std::ranges::count(text, '\n'));
    const auto problems = check(text);
    RC_ASSERT(std::ranges::is_sorted(problems));
    for (const auto& problem : problems) RC_ASSERT(problem.line >= 1 && problem.line <= lines);
    RC_ASSERT(load(text).has_value() == problems.empty());
}
