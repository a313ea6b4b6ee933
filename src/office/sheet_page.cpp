#include "office/sheet_page.hpp"

#include "core/text.hpp"

#include <charconv>

namespace heed::office {

namespace {

std::optional<int> number_in(std::string_view text)
{
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<forms::Hint> hint_of(const std::string& words)
{
    if (words.empty()) return std::nullopt;
    return forms::Hint{words};
}

} // namespace

std::string Sheet::text(std::string_view name) const
{
    return std::string{trimmed(typed_.text(name))};
}

Outcome<std::optional<Day>> Sheet::maybe_day(const std::string& name) const
{
    const auto day = text(name + "-day"), month = text(name + "-month"),
               year = text(name + "-year");
    if (day.empty() && month.empty() && year.empty()) return std::nullopt;
    const auto d = number_in(day), m = number_in(month), y = number_in(year);
    if (!d || !m || !y || *d < 1 || *m < 1 || *y < 1800 || *y > 2199)
        return refuse(RefusalCode::not_a_date, name);
    const auto real = day_if_real(*y, static_cast<unsigned>(*m), static_cast<unsigned>(*d));
    if (!real) return refuse(RefusalCode::not_a_date, name);
    return real;
}

Outcome<std::optional<Day>> Sheet::linked_day(const std::string& name) const
{
    const auto linked = text(name);
    if (linked.empty()) return maybe_day(name);
    const auto day = day_from_iso(linked);
    if (!day) return refuse(RefusalCode::not_a_date, name);
    return day;
}

Outcome<Day> Sheet::day(const std::string& name) const
{
    const auto typed = TRY(maybe_day(name));
    if (!typed) return refuse(RefusalCode::needed, name);
    return *typed;
}

markup::Html Sheet::problems() const
{
    if (!wrong_) return {};
    forms::ErrorLink link{.text = in_words(*wrong_)};
    if (!wrong_->field.empty()) {
        const bool is_date = typed_.has(wrong_->field + "-day");
        link.href = markup::Url{"#" + wrong_->field + (is_date ? "-day" : "")};
    }
    return forms::error_summary({.errors = {link}});
}

std::optional<forms::ErrorMessage> Sheet::error_at(std::string_view name) const
{
    if (!wrong_ || wrong_->field != name) return std::nullopt;
    return forms::ErrorMessage{in_words(*wrong_)};
}

markup::Html Sheet::input(const std::string& label, const std::string& name,
                          const std::string& hint) const
{
    return forms::input({.label = label,
                         .name = name,
                         .value = std::string{typed_.text(name)},
                         .hint = hint_of(hint),
                         .error = error_at(name),
                         .autocomplete = "off"});
}

markup::Html Sheet::textarea(const std::string& label, const std::string& name,
                             const std::string& hint) const
{
    return forms::textarea({.label = label,
                            .name = name,
                            .value = std::string{typed_.text(name)},
                            .rows = 3,
                            .hint = hint_of(hint),
                            .error = error_at(name)});
}

markup::Html Sheet::date(const std::string& legend, const std::string& name,
                         const std::string& hint) const
{
    return forms::date_input({.group = forms::Group{legend},
                              .id = name,
                              .parts = forms::date_parts(text(name + "-day"), text(name + "-month"),
                                                         text(name + "-year")),
                              .name_prefix = name,
                              .hint = hint_of(hint),
                              .error = error_at(name)});
}

markup::Html Sheet::select(const std::string& label, const std::string& name,
                           std::vector<forms::Option> options) const
{
    return forms::select({.label = label,
                          .name = name,
                          .items = std::move(options),
                          .value = std::string{typed_.text(name)},
                          .error = error_at(name)});
}

markup::Html Sheet::radios(const std::string& legend, const std::string& name,
                           std::vector<forms::Choice> choices) const
{
    return forms::radios({.group = forms::Group{legend},
                          .name = name,
                          .items = std::move(choices),
                          .value = std::string{typed_.text(name)},
                          .error = error_at(name),
                          .classes = "govuk-radios--small"});
}

markup::Html Sheet::checkboxes(const std::string& legend, const std::string& name,
                               std::vector<forms::Choice> choices) const
{
    std::vector<std::string> chosen;
    for (const auto value : typed_.all(name)) chosen.emplace_back(value);
    return forms::checkboxes({.group = forms::Group{legend},
                              .name = name,
                              .items = std::move(choices),
                              .values = std::move(chosen),
                              .error = error_at(name),
                              .classes = "govuk-checkboxes--small"});
}

void put_day(web::Fields& fields, const std::string& name, const std::optional<Day>& day)
{
    if (!day) return;
    const std::chrono::year_month_day parts{*day};
    fields.add(name + "-day", std::to_string(static_cast<unsigned>(parts.day())));
    fields.add(name + "-month", std::to_string(static_cast<unsigned>(parts.month())));
    fields.add(name + "-year", std::to_string(static_cast<int>(parts.year())));
}

void put_typed_day(web::Fields& fields, const std::string& name, const web::Fields& typed)
{
    for (const char* part : {"-day", "-month", "-year"})
        fields.add(name + part, std::string{typed.text(name + part)});
}

} // namespace heed::office
