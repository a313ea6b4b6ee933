#include "pack/pack.hpp"

#include "core/ensure.hpp"
#include "core/json.hpp"
#include "core/text.hpp"
#include "pack/pack_reader.hpp"

#include <algorithm>

namespace heed::pack {

std::string in_words(const Authority& authority)
{
    const std::string words = authority.document + ", " + authority.heading;
    switch (authority.certainty) {
    case Certainty::quoted: return words;
    case Certainty::pointed_at: return words + " (read in: " + authority.read_in + ")";
    case Certainty::unchecked: return "Not checked against a document. Thought to be: " + words;
    }
    return words;
}

std::string as_typed(std::string_view text)
{
    std::string letters = lower_ascii(text);
    std::erase_if(letters, [](char c) { return c < 'a' || c > 'z'; });
    return letters;
}

Pack::Pack(PackContents contents)
    : contents_{std::make_shared<const PackContents>(std::move(contents))}
{
    ensure(contents_->calendar && contents_->terms, "a pack without a calendar or terms");
}

const std::string& Pack::id() const { return contents_->id; }
const std::string& Pack::title() const { return contents_->title; }
Day Pack::valid_from() const { return contents_->valid_from; }
std::optional<Day> Pack::valid_to() const { return contents_->valid_to; }

const Timescale* Pack::timescale(Rule rule) const
{
    const auto& found = contents_->timescales.at(static_cast<std::size_t>(rule));
    return found ? &*found : nullptr;
}

const std::vector<Category>& Pack::categories() const { return contents_->categories; }

const Category* Pack::category(std::string_view code) const
{
    const auto found = std::ranges::find(categories(), code, &Category::code);
    return found == categories().end() ? nullptr : &*found;
}

const Category* Pack::category_typed(std::string_view typed) const
{
    const std::string wanted = as_typed(typed);
    const auto same = [&](const std::string& name) { return as_typed(name) == wanted; };
    const auto found = std::ranges::find_if(categories(), [&](const Category& category) {
        return same(category.code) || same(category.label) ||
               std::ranges::any_of(category.spellings, same);
    });
    return found == categories().end() ? nullptr : &*found;
}

const Quoracy& Pack::quoracy() const { return contents_->quoracy; }
const Setting<bool>& Pack::chair_independent() const { return contents_->chair_independent; }
const Setting<bool>& Pack::key_worker_must_be_qualified() const
{
    return contents_->key_worker_must_be_qualified;
}
const Setting<int>& Pack::recently_ended_months() const { return contents_->recently_ended_months; }
const Setting<int>& Pack::repeat_enquiry_days() const { return contents_->repeat_enquiry_days; }
const Setting<int>& Pack::open_question_days() const { return contents_->open_question_days; }

const std::string& Pack::word(Word word) const
{
    return contents_->words.words.at(static_cast<std::size_t>(word));
}

const std::string& Pack::words_for(Rule rule) const
{
    return contents_->words.rules.at(static_cast<std::size_t>(rule));
}

const std::string& Pack::words_for(Anchor anchor) const
{
    return contents_->words.anchors.at(static_cast<std::size_t>(anchor));
}

std::string Blanks::in(std::string_view text) const
{
    return filled(text, [&](std::string_view blank) -> std::optional<std::string> {
        const std::string* const value = blank == "tried"       ? &tried
                                         : blank == "apart"     ? &apart
                                         : blank == "telephone" ? &telephone
                                         : blank == "name"      ? &name
                                                                : &rows;
        ensure(value != &rows || blank == "rows", "a blank that nothing fills");
        ensure(!value->empty(), "an answer's blank was left empty");
        return *value;
    });
}

AnswerWords Pack::answer(Answer answer, const Blanks& blanks) const
{
    AnswerWords words = contents_->words.answers.at(static_cast<std::size_t>(answer));
    words.sentence = blanks.in(words.sentence);
    for (auto& step : words.do_next) step = blanks.in(step);
    return words;
}

std::string Pack::aside(Aside aside, const Blanks& blanks) const
{
    return blanks.in(contents_->words.asides.at(static_cast<std::size_t>(aside)));
}

const Calendar& Pack::calendar() const { return *contents_->calendar; }
const Terms& Pack::terms() const { return *contents_->terms; }

namespace {

void write(JsonWriter& json, const Authority& authority)
{
    json.key("authority").object();
    json.key("document").value(authority.document).key("heading").value(authority.heading);
    json.key("certainty").value(code(authority.certainty)).end();
}

template <class T> void write(JsonWriter& json, std::string_view key, const Setting<T>& setting)
{
    json.key(key).object().key("value").value(setting.value);
    write(json, setting.authority);
    json.end();
}

void write_timescales(JsonWriter& json, const Pack& pack)
{
    json.key("timescales").object();
    for (const auto name : codes<Rule>) {
        json.key(name);
        if (const Timescale* timescale = pack.timescale(*from_code<Rule>(name))) {
            json.object().key("n").value(timescale->n).key("unit").value(code(timescale->unit));
            json.key("anchor").value(code(timescale->anchor));
            write(json, timescale->authority);
            json.end();
        } else {
            json.null();
        }
    }
    json.end();
}

} // namespace

std::string pack_json(const Pack& pack)
{
    JsonWriter json;
    json.object().key("id").value(pack.id()).key("title").value(pack.title());
    json.key("valid_from").value(to_iso(pack.valid_from())).key("valid_to");
    if (pack.valid_to())
        json.value(to_iso(*pack.valid_to()));
    else
        json.null();
    json.key("calendar").value(pack.calendar().id()).key("terms").value(pack.terms().id());
    write_timescales(json, pack);
    json.key("categories").array();
    for (const auto& category : pack.categories()) {
        json.object().key("code").value(category.code).key("label").value(category.label);
        json.key("census").value(category.census);
        write(json, category.authority);
        json.end();
    }
    json.end().key("quoracy").object();
    json.key("social_care_min").value(pack.quoracy().social_care_min);
    json.key("other_agencies_min").value(pack.quoracy().other_agencies_min);
    json.key("count_by").value(code(pack.quoracy().count_by));
    write(json, pack.quoracy().authority);
    json.end();
    write(json, "chair_independent", pack.chair_independent());
    write(json, "key_worker_must_be_qualified", pack.key_worker_must_be_qualified());
    write(json, "recently_ended_months", pack.recently_ended_months());
    write(json, "repeat_enquiry_days", pack.repeat_enquiry_days());
    write(json, "open_question_days", pack.open_question_days());
    json.key("words").object();
    for (const auto name : codes<Word>) json.key(name).value(pack.word(*from_code<Word>(name)));
    return json.end().end().text();
}

} // namespace heed::pack
