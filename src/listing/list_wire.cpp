#include "listing/list_wire.hpp"

#include "core/json.hpp"
#include "interop/csv_writer.hpp"

#include <algorithm>

namespace heed::listing {

namespace {

/// Lines in one text, as people read them.
std::string joined(const std::vector<std::string>& parts)
{
    std::string all;
    for (const std::string& part : parts) all += (all.empty() ? "" : "; ") + part;
    return all;
}

std::string label_of(const plan::Category& category, const pack::Pack& pack)
{
    const pack::Category* held = pack.category(category.code);
    return held ? held->label : category.code;
}

std::string iso_or_empty(const std::optional<Day>& day) { return day ? to_iso(*day) : ""; }

/// What is told of one line, once for every form of the list.
struct Told {
    const List& list;
    const Line& line;
    const pack::Pack& pack;

    Day on() const { return list.as_of.on; }
    std::string name() const { return line.name(on()).full(); }
    std::string other_names() const
    {
        std::vector<std::string> names;
        for (const auto& held : line.child.names)
            if (held.name != line.name(on())) names.push_back(held.name.full());
        return joined(names);
    }
    std::string home() const
    {
        const auto* held = line.child.home_on(on());
        return held ? held->address.in_line() : "";
    }
    std::string staying() const
    {
        const auto* held = line.child.lives_at(on());
        return held && held->kind != child::AddressKind::home ? held->address.in_line() : "";
    }
    std::string verified_on() const
    {
        const auto* held = line.child.lives_at(on());
        return held && held->verified ? to_iso(held->verified->on) : "";
    }
    std::string number(child::IdentifierKind kind) const
    {
        std::vector<std::string> values;
        for (const auto& held : line.child.identifiers)
            if (held.kind() == kind) values.push_back(held.value());
        return joined(values);
    }
    std::string involved(child::Part part) const
    {
        const auto* held = line.child.involved_on(part, on());
        return held ? held->words : "";
    }
    std::string team() const { return line.plan.allocation ? line.plan.allocation->team : ""; }
    std::string main_category() const
    {
        const auto* main = line.plan.main_category();
        return main ? label_of(*main, pack) : "";
    }
    std::string home_authority() const { return line.plan.home ? line.plan.home->name : ""; }
    std::string attention() const
    {
        std::vector<std::string> words;
        for (const Alarm alarm : line.alarms)
            words.push_back(in_words(alarm, line.plan, on(), pack));
        return joined(words);
    }
};

void value_or_null(JsonWriter& json, std::string_view key, const std::string& text)
{
    json.key(key);
    if (text.empty())
        json.null();
    else
        json.value(text);
}

void texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& all)
{
    json.key(key).array();
    for (const std::string& one : all) json.value(one);
    json.end();
}

void write_child(JsonWriter& json, const Told& told)
{
    const Line& line = told.line;
    const auto& facts = line.child.particulars;
    json.object().key("child_id").value(line.child.id.text());
    json.key("name").value(told.name());
    value_or_null(json, "other_names", told.other_names());
    texts(json, "also_recorded_as", line.also_recorded_as);
    value_or_null(json, "born", facts.birth.iso());
    json.key("born_kind").value(code(facts.birth.kind()));
    json.key("sex").value(std::string(1, letter(facts.sex)));
    value_or_null(json, "ethnicity", facts.ethnicity);
    value_or_null(json, "legal_status", line.child.legal_status_on(told.on()));
    value_or_null(json, "address", told.home());
    value_or_null(json, "staying_at", told.staying());
    value_or_null(json, "address_verified_on", told.verified_on());
    value_or_null(json, "nhs_number", told.number(child::IdentifierKind::nhs_number));
    value_or_null(json, "register_number", told.number(child::IdentifierKind::register_number));
    json.key("plan_id").value(line.plan.id.text());
    json.key("kind").value(code(line.plan.kind));
    value_or_null(json, "home_authority", told.home_authority());
    json.key("since").value(to_iso(line.plan.period.first()));
    json.key("categories").array();
    for (const auto& category : line.plan.categories) json.value(category.code);
    json.end();
    const auto* main = line.plan.main_category();
    value_or_null(json, "main_category", main ? main->code : "");
    value_or_null(json, "next_review_due", iso_or_empty(line.plan.next_review_due));
    value_or_null(json, "team", told.team());
    value_or_null(json, "key_worker", line.key_worker ? line.key_worker->name : "");
    value_or_null(json, "key_worker_telephone", line.key_worker ? line.key_worker->telephone : "");
    texts(json, "parents_and_carers", line.parents_and_carers);
    texts(json, "household_children", line.household_children);
    value_or_null(json, "gp", told.involved(child::Part::gp));
    value_or_null(json, "school", told.involved(child::Part::school));
    value_or_null(json, "health_visitor", told.involved(child::Part::health_visitor));
    json.key("attention").array();
    for (const Alarm alarm : line.alarms) json.value(code(alarm));
    json.end().end();
}

} // namespace

std::string category_labels(const plan::Plan& plan, const pack::Pack& pack)
{
    std::string all;
    for (const auto& category : plan.categories)
        all += (all.empty() ? "" : ", ") + label_of(category, pack);
    return all;
}

std::string list_json(const List& list, std::span<const Line* const> lines, const pack::Pack& pack)
{
    JsonWriter json;
    json.object().key("on").value(to_iso(list.as_of.on)).key("known_at");
    if (list.as_of.known_at)
        json.value(to_iso_seconds(*list.as_of.known_at));
    else
        json.null();
    json.key("count").value(lines.size()).key("children").array();
    for (const Line* line : lines) write_child(json, {list, *line, pack});
    return json.end().end().text();
}

std::string list_csv(const List& list, std::span<const Line* const> lines, const pack::Pack& pack)
{
    interop::CsvWriter csv;
    csv.row({"Child id",
             "Name",
             "Other names",
             "Born or expected",
             "Birth",
             "Sex",
             "Ethnicity",
             "Legal status",
             "Home address",
             "Staying at",
             "Address verified on",
             "NHS number",
             "Old register number",
             "Plan since",
             "Main category",
             "All categories",
             "Plan of another authority",
             "Next review due",
             "Team",
             "Key worker",
             "Key worker telephone",
             "Parents and carers",
             "Other children of the household",
             "GP",
             "School or nursery",
             "Health visitor",
             "To be seen to"});
    for (const Line* line : lines) {
        const Told told{list, *line, pack};
        const auto& facts = line->child.particulars;
        const auto& worker = line->key_worker;
        csv.row(std::vector<std::string>{line->child.id.text(),
                                         told.name(),
                                         told.other_names(),
                                         facts.birth.iso(),
                                         std::string{code(facts.birth.kind())},
                                         std::string(1, letter(facts.sex)),
                                         facts.ethnicity,
                                         line->child.legal_status_on(told.on()),
                                         told.home(),
                                         told.staying(),
                                         told.verified_on(),
                                         told.number(child::IdentifierKind::nhs_number),
                                         told.number(child::IdentifierKind::register_number),
                                         to_iso(line->plan.period.first()),
                                         told.main_category(),
                                         category_labels(line->plan, pack),
                                         told.home_authority(),
                                         iso_or_empty(line->plan.next_review_due),
                                         told.team(),
                                         worker ? worker->name : "",
                                         worker ? worker->telephone : "",
                                         joined(line->parents_and_carers),
                                         joined(line->household_children),
                                         told.involved(child::Part::gp),
                                         told.involved(child::Part::school),
                                         told.involved(child::Part::health_visitor),
                                         told.attention()});
    }
    return csv.take();
}

std::string list_table(const List& list, std::span<const Line* const> lines, const pack::Pack& pack)
{
    std::vector<std::vector<std::string>> rows{
        {"Name", "Born", "Category", "Since", "Key worker", "Next review", "To be seen to"}};
    for (const Line* line : lines) {
        const Told told{list, *line, pack};
        rows.push_back({told.name(), line->child.particulars.birth.iso(), told.main_category(),
                        to_iso(line->plan.period.first()),
                        line->key_worker ? line->key_worker->name : "none",
                        iso_or_empty(line->plan.next_review_due), told.attention()});
    }
    const auto letters = [](const std::string& text) { // not bytes: é is one column wide
        return static_cast<std::size_t>(std::ranges::count_if(
            text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
    };
    std::vector<std::size_t> widths(rows.front().size());
    for (const auto& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], letters(row[i]));
    std::string text;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i)
            line += row[i] + std::string(widths[i] - letters(row[i]) + 2, ' ');
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + '\n';
    }
    return text + std::to_string(lines.size()) +
           (lines.size() == 1 ? " child is " : " children are ") + "subject to a plan on " +
           heed::in_words(list.as_of.on) +
           (list.as_of.known_at ? ", as known at " + heed::in_words(*list.as_of.known_at) : "") +
           ".\n";
}

} // namespace heed::listing
