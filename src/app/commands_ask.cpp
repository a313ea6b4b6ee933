#include "app/commands.hpp"

#include "app/findable.hpp"
#include "enquiry/answering.hpp"
#include "lookup/batch_store.hpp"

#include <CLI/CLI.hpp>
#include <charconv>

namespace heed::app {

namespace {

struct AskOptions {
    enquiry::Asked asked;
    std::string age, child;
};

std::string line(const std::string& label, const std::string& text)
{
    return text.empty() ? "" : "  " + label + ": " + text + "\n";
}

std::string in_words(pack::Answer answer)
{
    switch (answer) {
    case pack::Answer::on_plan: return "subject to a plan";
    case pack::Answer::temporarily_here: return "here for a while, subject to another's plan";
    case pack::Answer::plan_ended_recently: return "a plan ended recently";
    default: return "no plan";
    }
}

std::string plan_words(const enquiry::Told::Plan& plan, const pack::Pack& pack)
{
    std::string categories;
    for (const std::string& code : plan.categories) {
        const auto* category = pack.category(code);
        categories += (categories.empty() ? "" : ", ") + (category ? category->label : code);
    }
    return line("Plan since", plan.since) + line("until", plan.until) +
           line("Categories", categories) + line("Next review", plan.next_review_due);
}

std::string people_words(const enquiry::Told& told, const pack::Pack& pack)
{
    std::string words;
    if (told.child) {
        words += line("Child", told.child->name + ", born " + told.child->born);
        words += line("Check", told.child->check);
    }
    if (told.plan) words += plan_words(*told.plan, pack);
    if (told.key_worker) {
        words += line("Key worker", told.key_worker->name + ", " + told.key_worker->telephone);
        words += line("Out of hours", told.key_worker->out_of_hours);
        words += line("Cover", told.key_worker->cover);
    }
    for (const auto& other : told.household)
        words += line(other.relation, other.name + ", " + in_words(other.answer));
    for (const auto& possible : told.candidates) {
        words += line("Possible", possible.name + ", born " + possible.born + ", " + possible.area +
                                      "  --child " + possible.id);
        for (const auto& why : possible.why) words += "      " + why + "\n";
    }
    return words;
}

std::string in_words(const enquiry::Told& told, const pack::Pack& pack)
{
    std::string words = told.sentence + "\n\n" + people_words(told, pack);
    for (const auto& earlier : told.earlier_enquiries)
        words += line("Asked before", earlier.asked_at + ", " + earlier.agency);
    for (const auto& step : told.do_next) words += "  - " + step + "\n";
    return told.receipt.empty() ? words : words + "\nReceipt " + told.receipt + "\n";
}

/// Refuses `not_understood` what is no whole number; how great it may be is the enquiry's to say.
Outcome<std::optional<int>> age_in(const std::string& typed)
{
    if (typed.empty()) return std::nullopt;
    int age = 0;
    const auto read = std::from_chars(typed.data(), typed.data() + typed.size(), age);
    if (read.ec != std::errc{} || read.ptr != typed.data() + typed.size())
        return refuse(RefusalCode::not_understood, "age");
    return age;
}

Outcome<int> ask(const Call& call, AskOptions options)
{
    options.asked.about.age = TRY(age_in(options.age));
    if (!options.child.empty()) options.asked.child_id = options.child;
    const auto record = TRY(open_record(call));
    permission::Desk desk = TRY(desk_of(call, *record));
    const office::Office office{*record->database, record->clock,     record->randomness,
                                *record->pack,     record->authority, {}};
    try {
        family::People people;
        open_people(*record, people);
        enquiry::Answering answering{office, people};
        const auto told = answering.ask(desk, options.asked);
        desk.settle();
        if (!told) return std::unexpected{told.error()};
        print(call, told_json(*told), in_words(*told, office.pack));
        return exit_code::done;
    } catch (const Fault&) {
        const auto told = enquiry::could_not_check(office.pack, office.authority.duty_telephone,
                                                   record->clock.now());
        print(call, told_json(told), in_words(told, office.pack));
        return exit_code::fault;
    }
}

Outcome<int> find_many(const Call& call, const lookup::BatchCommand& command)
{
    const auto record = TRY(open_record(call));
    const office::Office office{*record->database, record->clock,     record->randomness,
                                *record->pack,     record->authority, {}};
    permission::Desk desk{*record->database, record->pen(), TRY(who_acts(call, *record))};
    // Before millions are read for somebody who may not.
    if (!desk.allowed(permission::Right::find_many)) return refuse(RefusalCode::not_allowed);
    family::People people;
    open_people(*record, people);
    const auto report = lookup::find_batch(office, desk, people, command);
    desk.settle();
    if (!report) return std::unexpected{report.error()};
    print(call, lookup::to_json(*report), lookup::in_words(*report));
    // Every other question is answered all the same.
    return report->errors == 0 ? exit_code::done : exit_code::refused;
}

} // namespace

void add_ask_command(CLI::App& program, const Call& call, Command& chosen)
{
    auto options = std::make_shared<AskOptions>();
    enquiry::Asked& asked = options->asked;
    auto* command = program.add_subcommand("ask", "is a child subject to a plan?");
    command->add_option("--caller", asked.caller.name, "who is asking");
    command->add_option("--job", asked.caller.job);
    command->add_option("--agency", asked.caller.agency);
    command->add_option("--called-back", asked.caller.called_back, "the number they were rung on");
    command->add_option("--reason", asked.reason, "what has happened");
    command->add_option("--name", asked.about.name);
    command->add_option("--born", asked.about.born, "a day, a month (2003-03) or a year");
    command->add_option("--age", options->age, "in whole years, 0 to 120");
    command->add_option("--sex", asked.about.sex)->check(CLI::IsMember({"M", "F", "U"}));
    command->add_option("--address", asked.about.address);
    command->add_option("--postcode", asked.about.postcode);
    command->add_option("--identifier", asked.about.identifier, "NHS number or another");
    command->add_option("--child", options->child, "one of the children of an earlier answer");
    command->callback([&, options] { chosen = [&call, options] { return ask(call, *options); }; });
}

void add_find_command(CLI::App& program, const Call& call, Command& chosen)
{
    auto batch = std::make_shared<lookup::BatchCommand>();
    auto* find = program.add_subcommand("find", "finds many children at once");
    find->add_option("--batch", batch->questions, "a JSON object a line")->required();
    find->add_option("--out", batch->out, "where the answers go, a line each")->required();
    find->add_option("--top", batch->top, "at most so many children a question")
        ->capture_default_str()
        ->check(CLI::Range(std::size_t{1}, lookup::top_max));
    find->callback([&, batch] { chosen = [&call, batch] { return find_many(call, *batch); }; });
}

} // namespace heed::app
