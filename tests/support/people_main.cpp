// Writes made children as a feed, questions about them, and who is meant by each.
#include "support/people_feed.hpp"
#include "support/progress.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <thread>

namespace heed::support {
namespace {

struct Wanted {
    std::uint64_t children = 20'000;
    std::uint64_t seed = 1;
    std::uint64_t each = 50; ///< questions of a class and of what is known
    unsigned threads = 2;
    std::string feed, questions, truth;
};

std::ofstream opened(const std::string& file)
{
    std::ofstream out{file, std::ios::binary};
    out.exceptions(std::ios::badbit | std::ios::failbit);
    return out;
}

/// Parts are made side by side and written in order; only the parts in hand are in memory.
void write_feed(const Wanted& wanted)
{
    constexpr std::uint64_t part = 20'000;
    Progress progress{"children", wanted.children};
    std::ofstream out = opened(wanted.feed);
    out << feed_heading();
    for (std::uint64_t from = 0; from < wanted.children; from += part * wanted.threads) {
        std::vector<std::string> texts(wanted.threads);
        {
            std::vector<std::jthread> makers;
            for (unsigned maker = 0; maker < wanted.threads; ++maker)
                makers.emplace_back([&, maker] {
                    const std::uint64_t first = from + maker * part;
                    const std::uint64_t end = std::min(wanted.children, first + part);
                    for (std::uint64_t one = first; one < end; ++one)
                        add_feed_line(texts[maker], made_person(wanted.seed, one).person);
                });
        }
        for (const std::string& text : texts) out << text;
        progress.at(std::min(wanted.children, from + part * wanted.threads));
    }
    out.close();
}

std::string truth_line(std::string_view id, const SlipClass& slip, Knows knows,
                       const MadeQuestion& made)
{
    const std::string who = made.answer < 0 ? "" : 'c' + std::to_string(made.answer);
    std::string line{id};
    for (const std::string_view field :
         {std::string_view{who}, slip.name, knows_names[static_cast<std::size_t>(knows)],
          std::string_view{made.thin ? "thin" : "answerable"},
          name_stocks()[made.community].community}) {
        line += '\t';
        line += field;
    }
    return line + '\n';
}

void write_questions(const Wanted& wanted)
{
    std::string questions, truth = "q\tchild\tclass\tknows\tthin\tcommunity\n";
    std::uint64_t written = 0;
    for (const SlipClass& slip : slip_classes())
        for (const Knows knows : {Knows::rich, Knows::desk, Knows::phone})
            for (std::uint64_t number = 0; number < wanted.each; ++number) {
                const auto made = made_question(wanted.seed, wanted.children, slip, knows, number);
                if (!made || !made->question.name.empty()) break;
                const std::string id = std::to_string(++written);
                add_question_line(questions, id, *made);
                truth += truth_line(id, slip, knows, *made);
            }
    if (!wanted.questions.empty()) opened(wanted.questions) << questions;
    if (!wanted.truth.empty()) opened(wanted.truth) << truth;
    std::fprintf(stderr, "%llu questions\n", static_cast<unsigned long long>(written));
}

} // namespace
} // namespace heed::support

int main(int count, char** words)
{
    heed::support::Wanted wanted;
    CLI::App app{"Invented children, as many as are wanted, and questions about them."};
    app.add_option("--children", wanted.children, "how many (20,000)");
    app.add_option("--seed", wanted.seed, "the same seed makes the same people (1)");
    app.add_option("--each", wanted.each, "questions of each class and each kind of asker (50)");
    app.add_option("--threads", wanted.threads, "2; what is written is the same for any number")
        ->check(CLI::Range(1U, 64U));
    app.add_option("--feed", wanted.feed, "where to write the feed for heed import children");
    app.add_option("--questions", wanted.questions, "where to write the questions for heed find");
    app.add_option("--truth", wanted.truth, "where to write who is meant by each question");
    CLI11_PARSE(app, count, words);
    if (!wanted.feed.empty()) write_feed(wanted);
    if (!wanted.questions.empty() || !wanted.truth.empty()) write_questions(wanted);
    return 0;
}
