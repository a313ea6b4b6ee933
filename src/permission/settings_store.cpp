#include "permission/settings.hpp"

#include <charconv>
#include <optional>

namespace heed::permission {

namespace {

std::optional<int> minutes(std::string_view text, int most)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    if (!whole || number < 1 || number > most) return std::nullopt;
    return number;
}

/// Whether the setting could be taken over.
bool take(Settings& into, std::string_view name, std::string_view value)
{
    if (name == "second_factor") {
        into.second_factor_required = value == "required";
        return value == "required" || value == "optional";
    }
    if (name == "idle_minutes") {
        const auto number = minutes(value, 120);
        into.idle_minutes = number.value_or(into.idle_minutes);
        return number.has_value();
    }
    if (name == "idle_minutes_out_of_hours") {
        const auto number = minutes(value, 720);
        into.idle_minutes_out_of_hours = number.value_or(into.idle_minutes_out_of_hours);
        return number.has_value();
    }
    return false;
}

} // namespace

Settings settings(store::Records& records)
{
    Settings found;
    for (const auto& row : records.rows("SELECT id, value FROM house_setting"))
        take(found, row.text("id"), row.text("value"));
    return found;
}

Outcome<void> change_setting(store::Transaction& records, const ledger::Pen& pen,
                             const ledger::Actor& actor, const std::string& name,
                             const std::string& value)
{
    Settings tried;
    if (!take(tried, name, value)) return refuse(RefusalCode::no_such_setting, name);
    records.change("house_setting", R"sql(
        INSERT INTO house_setting (id, value) VALUES ($1, $2)
        ON CONFLICT (id) DO UPDATE SET value = excluded.value)sql",
                   name, value);
    ledger::append(records, pen, actor, {.action = "setting.changed", .subject = name});
    return {};
}

} // namespace heed::permission
