#include "pack/pack_reader.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <set>
#include <span>

namespace heed::pack {

namespace {

template <class E> constexpr std::size_t index(E value) { return static_cast<std::size_t>(value); }

template <class E> E read_one_of(TableReader& table, std::string_view key)
{
    return static_cast<E>(table.one_of(key, codes<E>));
}

/// The file's table of documents, so that a title is written once; and who cited which.
class Documents {
public:
    explicit Documents(TableReader& file) : table_{file.table("document")}
    {
        for (const auto* entry : table_.entries())
            titles_[entry->key] = {table_.text_of(*entry), entry->line};
    }

    Authority authority(TableReader& table)
    {
        Authority authority;
        const std::string document = table.text("document");
        const auto found = titles_.find(document);
        if (found != titles_.end()) {
            authority.document = found->second.title;
            cited_.insert(document);
        } else if (!document.empty()) {
            table.wrong("document", "'" + document + "' is not in the table 'document'");
        }
        authority.heading = table.text("heading");
        authority.certainty = read_one_of<Certainty>(table, "certainty");
        if (authority.certainty == Certainty::pointed_at)
            authority.read_in = table.text("read_in");
        else if (table.has("read_in"))
            table.wrong("read_in", "'read_in' goes with certainty 'pointed_at' only");
        return authority;
    }

    void done()
    {
        for (const auto& [id, document] : titles_)
            if (!cited_.contains(id))
                table_.wrong_at(document.line, "document '" + id + "' is never cited");
    }

private:
    struct Document {
        std::string title;
        int line;
    };

    TableReader table_;
    std::map<std::string, Document, std::less<>> titles_;
    std::set<std::string> cited_;
};

/// Ids go into URLs, rows and commands.
std::string read_id(TableReader& file)
{
    const std::string id = file.text("id");
    const bool plain = std::ranges::all_of(
        id, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
    if (!plain || id.size() > 60)
        file.wrong("id", "'id' is up to 60 small letters, digits and hyphens");
    return id;
}

// ---- words

/// The blank that an answer may leave open, if any; all but which_child must.
std::string_view blank_of(Answer answer)
{
    switch (answer) {
    case Answer::not_found: return "tried";
    case Answer::could_not_check: return "telephone";
    case Answer::which_child: return "apart";
    default: return "";
    }
}

/// The blanks that each aside must leave open.
const std::array<std::vector<std::string_view>, codes<Aside>.size()> blanks_of_asides{
    {{}, {"name", "telephone"}, {"name"}, {"rows"}, {}, {"telephone"}}};

constexpr std::array<std::string_view, 2> numbers_in_words{"recently_ended_months",
                                                           "repeat_enquiry_days"};

/// Notes every {name} of an answer's text that nothing will fill; whether it has all `blanks`.
bool check_blanks(TableReader& table, std::string_view key, const std::string& text,
                  std::span<const std::string_view> blanks)
{
    std::set<std::string_view> given;
    const auto rest = filled(text, [&](std::string_view name) -> std::optional<std::string> {
        if (std::ranges::find(blanks, name) != blanks.end())
            given.insert(name);
        else if (!from_code<Word>(name) &&
                 std::ranges::find(numbers_in_words, name) == numbers_in_words.end())
            table.wrong(key, "nothing fills {" + std::string{name} + "} here");
        return "";
    });
    if (rest.find_first_of("{}") != rest.npos) table.wrong(key, "a bracket { or } stands alone");
    return given.size() == blanks.size();
}

AnswerWords read_answer(TableReader table, Answer answer)
{
    AnswerWords words{.sentence = table.text("sentence"), .do_next = table.texts("do_next")};
    const auto blank = blank_of(answer);
    const std::span<const std::string_view> blanks{&blank, blank.empty() ? 0U : 1U};
    bool has_blank = check_blanks(table, "sentence", words.sentence, blanks);
    for (const auto& step : words.do_next)
        has_blank |= check_blanks(table, "do_next", step, blanks);
    if (!blank.empty() && !has_blank && answer != Answer::which_child)
        table.wrong("sentence", "the words must have a place {" + std::string{blank} + "}");
    table.done();
    return words;
}

template <class E, std::size_t N>
void read_list(TableReader& file, std::string_view key, std::array<std::string, N>& into)
{
    if (!file.has(key)) return;
    TableReader table = file.table(key);
    for (std::size_t i = 0; i < N; ++i)
        if (auto text = table.text_if_any(codes<E>[i]); !text.empty()) into[i] = std::move(text);
    table.done();
}

void read_asides(TableReader& file, Words& into)
{
    if (!file.has("aside")) return;
    TableReader table = file.table("aside");
    for (std::size_t i = 0; i < into.asides.size(); ++i) {
        const auto key = codes<Aside>[i];
        if (!table.has(key)) continue;
        into.asides[i] = table.text(key);
        if (!check_blanks(table, key, into.asides[i], blanks_of_asides[i]))
            table.wrong(key, "the words must have all their places");
    }
    table.done();
}

/// Puts the words that the file gives over those in `into`.
void read_words_over(TableReader& file, Words& into)
{
    read_list<Word>(file, "word", into.words);
    read_list<Rule>(file, "rule", into.rules);
    read_list<Anchor>(file, "anchor", into.anchors);
    read_asides(file, into);
    if (!file.has("answer")) return;
    TableReader answers = file.table("answer");
    for (std::size_t i = 0; i < into.answers.size(); ++i)
        if (answers.has(codes<Answer>[i]))
            into.answers[i] = read_answer(answers.table(codes<Answer>[i]), static_cast<Answer>(i));
    answers.done();
}

void need_every_word(TableReader& file, const Words& words)
{
    const auto need = [&](bool given, std::string_view list, std::string_view code) {
        if (!given)
            file.wrong(list, "neither the pack nor its common words have '" + std::string{list} +
                                 "." + std::string{code} + "'");
    };
    for (std::size_t i = 0; i < words.words.size(); ++i)
        need(!words.words[i].empty(), "word", codes<Word>[i]);
    for (std::size_t i = 0; i < words.rules.size(); ++i)
        need(!words.rules[i].empty(), "rule", codes<Rule>[i]);
    for (std::size_t i = 0; i < words.anchors.size(); ++i)
        need(!words.anchors[i].empty(), "anchor", codes<Anchor>[i]);
    for (std::size_t i = 0; i < words.answers.size(); ++i)
        need(!words.answers[i].sentence.empty(), "answer", codes<Answer>[i]);
    for (std::size_t i = 0; i < words.asides.size(); ++i)
        need(!words.asides[i].empty(), "aside", codes<Aside>[i]);
}

/// Puts this pack's own words and numbers into its answers; their blanks stay open.
void settle_answers(PackContents& pack)
{
    const auto value_of = [&](std::string_view name) -> std::optional<std::string> {
        if (const auto word = from_code<Word>(name)) return pack.words.words[index(*word)];
        if (name == numbers_in_words[0]) return std::to_string(pack.recently_ended_months.value);
        if (name == numbers_in_words[1]) return std::to_string(pack.repeat_enquiry_days.value);
        return std::nullopt;
    };
    for (auto& answer : pack.words.answers) {
        answer.sentence = filled(answer.sentence, value_of);
        for (auto& step : answer.do_next) step = filled(step, value_of);
    }
    for (auto& aside : pack.words.asides) aside = filled(aside, value_of);
}

// ---- figures

/// The anchors a rule may be counted from: a pack chooses among them and cannot count a review
/// from a visit.
bool may_count_from(Rule rule, Anchor anchor)
{
    switch (rule) {
    case Rule::referral_decision:
    case Rule::initial_assessment:
    case Rule::single_assessment: return anchor == Anchor::referral_received;
    case Rule::core_assessment: return anchor == Anchor::core_started;
    case Rule::icpc: return anchor == Anchor::strategy_last || anchor == Anchor::strategy_began_s47;
    case Rule::transfer_in: return anchor == Anchor::transfer_notified_in_writing;
    case Rule::core_group_first:
    case Rule::review_first: return anchor == Anchor::icpc_held;
    case Rule::core_group_next: return anchor == Anchor::core_group_held;
    case Rule::review_next: return anchor == Anchor::review_held;
    case Rule::visit: return anchor == Anchor::visit_child_seen;
    }
    return false;
}

Timescale read_timescale(TableReader table, Rule rule, Documents& documents)
{
    Timescale timescale{.rule = rule,
                        .n = table.number("n", 1, 400),
                        .unit = read_one_of<Unit>(table, "unit"),
                        .anchor = read_one_of<Anchor>(table, "anchor"),
                        .authority = documents.authority(table)};
    if (table.has("anchor") && from_code<Anchor>(table.text("anchor")) &&
        !may_count_from(rule, timescale.anchor))
        table.wrong("anchor", "'" + std::string{code(rule)} + "' cannot be counted from '" +
                                  std::string{code(timescale.anchor)} + "'");
    table.done();
    return timescale;
}

/// Every rule has its table or is named as absent: a pack that merely forgot one would leave a
/// deadline unwatched.
void read_timescales(TableReader table, Documents& documents, PackContents& pack)
{
    std::vector<std::string> absent;
    if (table.has("not_in_this_edition")) absent = table.texts("not_in_this_edition");
    for (const auto& name : absent)
        if (!from_code<Rule>(name))
            table.wrong("not_in_this_edition", "there is no rule '" + name + "'");
    for (std::size_t i = 0; i < pack.timescales.size(); ++i) {
        const auto name = codes<Rule>[i];
        if (std::ranges::find(absent, name) == absent.end())
            pack.timescales[i] = read_timescale(table.table(name), static_cast<Rule>(i), documents);
        else if (table.has(name))
            table.wrong(name, "'" + std::string{name} + "' is also named as not in this edition");
    }
    table.done();
}

std::vector<Category> read_categories(TableReader& file, Documents& documents)
{
    std::vector<Category> categories;
    std::map<std::string, std::string> meant; // as typed, to the code
    for (TableReader& table : file.tables("category")) {
        Category category{.code = table.text("code"),
                          .label = table.text("label"),
                          .census = table.text("census"),
                          .spellings = table.texts("spellings"),
                          .authority = documents.authority(table)};
        if (std::ranges::find(categories, category.code, &Category::code) != categories.end())
            table.wrong("code", "category '" + category.code + "' stands here twice");
        auto names = category.spellings;
        names.insert(names.end(), {category.code, category.label});
        for (const auto& name : names)
            if (const auto& code = meant.emplace(as_typed(name), category.code).first->second;
                code != category.code)
                table.wrong("spellings", "'" + name + "' already means '" + code + "'");
        table.done();
        categories.push_back(std::move(category));
    }
    return categories;
}

Quoracy read_quoracy(TableReader table, Documents& documents)
{
    Quoracy quoracy{.social_care_min = table.number("social_care_min", 0, 20),
                    .other_agencies_min = table.number("other_agencies_min", 0, 20),
                    .count_by = read_one_of<CountBy>(table, "count_by"),
                    .authority = documents.authority(table)};
    table.done();
    return quoracy;
}

Setting<int> read_number(TableReader table, Documents& documents, int most)
{
    Setting<int> setting{.value = table.number("value", 1, most),
                         .authority = documents.authority(table)};
    table.done();
    return setting;
}

Setting<bool> read_switch(TableReader table, Documents& documents)
{
    Setting<bool> setting{.value = table.truth("value"), .authority = documents.authority(table)};
    table.done();
    return setting;
}

void read_settings(TableReader table, Documents& documents, PackContents& pack)
{
    pack.chair_independent = read_switch(table.table("chair_independent"), documents);
    pack.key_worker_must_be_qualified =
        read_switch(table.table("key_worker_must_be_qualified"), documents);
    pack.recently_ended_months = read_number(table.table("recently_ended_months"), documents, 240);
    pack.repeat_enquiry_days = read_number(table.table("repeat_enquiry_days"), documents, 7300);
    pack.open_question_days = read_number(table.table("open_question_days"), documents, 7300);
    table.done();
}

/// What stands on the shelf under the id that `key` names, or null and a problem.
template <class T>
const T* on_shelf(TableReader& file, std::string_view key,
                  const std::map<std::string, T, std::less<>>& shelf)
{
    const std::string id = file.text(key);
    if (const auto found = shelf.find(id); found != shelf.end()) return &found->second;
    std::vector<std::string> ids;
    for (const auto& [known, value] : shelf) ids.push_back(known);
    if (!id.empty())
        file.wrong(key, "there is no '" + std::string{key} + "' called '" + id + "'; there is " +
                            listed(ids));
    return nullptr;
}

} // namespace

std::optional<Calendar> read_calendar(TableReader file)
{
    const std::size_t before = file.problems();
    Documents documents{file};
    const std::string id = read_id(file);
    const Day first = file.day("first"), last = file.day("last");
    if (last < first) file.wrong("last", "'last' is before 'first'");
    TableReader source = file.table("source");
    const Authority authority = documents.authority(source);
    source.done();

    std::map<Day, std::string> holidays;
    TableReader table = file.table("holiday");
    for (const auto* entry : table.entries()) {
        const auto day = day_from_iso(entry->key);
        if (!day || *day < first || *day > last)
            table.wrong_at(entry->line, "'" + entry->key + "' is no day from 'first' to 'last'");
        else
            holidays[*day] = table.text_of(*entry);
    }
    documents.done();
    file.done();
    if (file.problems() > before) return std::nullopt;
    return Calendar{id, first, last, std::move(holidays), authority};
}

std::optional<Terms> read_terms(TableReader file)
{
    const std::size_t before = file.problems();
    Documents documents{file};
    const std::string id = read_id(file);
    std::vector<Term> terms;
    for (TableReader& table : file.tables("term")) {
        terms.push_back({.old = table.texts("old"),
                         .now = table.text("now"),
                         .where = table.text_if_any("where"),
                         .authority = documents.authority(table)});
        table.done();
    }
    documents.done();
    file.done();
    if (file.problems() > before) return std::nullopt;
    return Terms{id, std::move(terms)};
}

std::optional<std::pair<std::string, Words>> read_words(TableReader file)
{
    const std::size_t before = file.problems();
    std::pair<std::string, Words> words{read_id(file), {}};
    read_words_over(file, words.second);
    file.done();
    if (file.problems() > before) return std::nullopt;
    return words;
}

std::optional<PackContents> read_pack(TableReader file, const Shelf& shelf)
{
    const std::size_t before = file.problems();
    PackContents pack;
    Documents documents{file};
    pack.id = read_id(file);
    pack.title = file.text("title");
    pack.valid_from = file.day("valid_from");
    if (file.has("valid_to")) pack.valid_to = file.day("valid_to");
    if (pack.valid_to && *pack.valid_to < pack.valid_from)
        file.wrong("valid_to", "'valid_to' is before 'valid_from'");
    if (const auto* calendar = on_shelf(file, "calendar", shelf.calendars))
        pack.calendar = *calendar;
    if (const auto* terms = on_shelf(file, "terms", shelf.terms)) pack.terms = *terms;
    const auto* common = on_shelf(file, "words", shelf.words);
    if (common) pack.words = *common;
    read_words_over(file, pack.words);
    if (common) need_every_word(file, pack.words);
    read_timescales(file.table("timescale"), documents, pack);
    pack.categories = read_categories(file, documents);
    pack.quoracy = read_quoracy(file.table("quoracy"), documents);
    read_settings(file.table("setting"), documents, pack);
    documents.done();
    file.done();
    if (file.problems() > before) return std::nullopt;
    settle_answers(pack);
    return pack;
}

} // namespace heed::pack
