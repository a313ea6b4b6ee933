#include "office/both_texts_page.hpp"

#include "core/day.hpp"
#include "core/text.hpp"
#include "markup/components.hpp"
#include "pieces/data_table.hpp"

#include <algorithm>

namespace heed::office {

namespace {

using web::Fields;

/// The parts of a date are one thing: "from-day" is of "from".
std::string thing_of(const std::string& name)
{
    for (const char* part : {"-day", "-month", "-year"})
        if (name.ends_with(part))
            return name.substr(0, name.size() - std::string_view{part}.size());
    return name;
}

std::vector<std::string> things(const Fields& was, const Fields& now)
{
    std::vector<std::string> found;
    for (const Fields* fields : {&was, &now})
        for (const auto& [name, value] : *fields)
            if (std::ranges::find(found, thing_of(name)) == found.end())
                found.push_back(thing_of(name));
    return found;
}

/// All that stands under a thing, to be compared and read.
std::string words_of(const Fields& fields, const std::string& thing, const FieldWords& words)
{
    const auto day = fields.text(thing + "-day"), month = fields.text(thing + "-month"),
               year = fields.text(thing + "-year");
    if (!day.empty() || !month.empty() || !year.empty()) {
        const std::string typed = std::string{year} + "-" + (month.size() < 2 ? "0" : "") +
                                  std::string{month} + "-" + (day.size() < 2 ? "0" : "") +
                                  std::string{day};
        const auto real = day_from_iso(typed);
        return real ? in_words(*real)
                    : std::string{day} + " " + std::string{month} + " " + std::string{year};
    }
    std::vector<std::string> values;
    for (const auto value : fields.all(thing))
        if (!trimmed(value).empty())
            values.push_back(words.value(thing, std::string{trimmed(value)}));
    return listed(values);
}

bool is_of(const std::string& name, const std::string& thing) { return thing_of(name) == thing; }

} // namespace

web::Fields put_together(const Texts& texts, const FieldWords& words)
{
    if (!texts.now) return texts.typed;
    std::vector<std::string> taken_over;
    for (const std::string& thing : things(texts.was, *texts.now)) {
        const std::string was = words_of(texts.was, thing, words);
        if (was != words_of(*texts.now, thing, words) && was == words_of(texts.typed, thing, words))
            taken_over.push_back(thing);
    }
    const auto is_taken = [&](const std::string& name) {
        return std::ranges::any_of(taken_over,
                                   [&](const auto& thing) { return is_of(name, thing); });
    };
    web::Fields together;
    for (const auto& [name, value] : texts.typed)
        if (!is_taken(name)) together.add(name, value);
    for (const auto& [name, value] : *texts.now)
        if (is_taken(name)) together.add(name, value);
    return together;
}

markup::Html both_texts(const Texts& texts, const FieldWords& words, const std::string& by)
{
    if (!texts.now)
        return markup::inset_text(
            {.text = "This was taken out of the record while you were writing" +
                     (by.empty() ? std::string{} : ", by " + by) +
                     ". What you typed is below; it cannot be saved here."});
    pieces::DataTable table{.caption = "Changed while you were writing" +
                                       (by.empty() ? std::string{} : ", by " + by),
                            .columns = {{"What"}, {"The record now"}, {"You typed"}}};
    const auto shown = [](const std::string& text) {
        return text.empty() ? std::string{"(nothing)"} : text;
    };
    for (const std::string& thing : things(texts.was, *texts.now)) {
        const std::string was = words_of(texts.was, thing, words),
                          now = words_of(*texts.now, thing, words),
                          typed = words_of(texts.typed, thing, words);
        if (was == now) continue;
        table.rows.push_back({words.label(thing), shown(now),
                              typed == was ? shown(typed) + " (as it was: the form below has "
                                                            "taken the record's over)"
                                           : shown(typed)});
    }
    return pieces::data_table(table);
}

} // namespace heed::office
