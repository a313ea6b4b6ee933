#include "changeover/command_store.hpp"

#include "changeover/import_store.hpp"
#include "extract/dates_as_typed.hpp"

#include <cstdio>
#include <fstream>
#include <iterator>

namespace heed::changeover {

namespace {

Outcome<std::ifstream> opened(const std::string& path, const char* option)
{
    std::ifstream file{path, std::ios::binary};
    // A folder opens, and fails when it is read.
    if (!file || (file.peek() == std::ifstream::traits_type::eof() && !file.eof()))
        return refuse(RefusalCode::no_such_file, option);
    file.clear();
    return file;
}

Outcome<extract::HeadingMap> map_from(const std::string& path)
{
    if (path.empty()) return extract::HeadingMap{};
    auto file = TRY(opened(path, "map"));
    return extract::heading_map_from_toml(
        std::string{std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}});
}

Outcome<Day> day_typed(const std::string& typed, Day today)
{
    if (typed.empty()) return changeover_day;
    const auto date = extract::date_as_typed(typed, today, extract::DateOf::past);
    if (date.kind != extract::TypedDate::Kind::day) return refuse(RefusalCode::not_a_date, "as-at");
    return date.day;
}

void tell(std::size_t done, std::size_t all)
{
    std::fprintf(stderr, "%zu of %zu rows\n", done, all);
}

} // namespace

Outcome<ImportReport> import_register_command(const office::Office& office, permission::Desk& desk,
                                              const ImportCommand& command)
{
    const Day as_at = TRY(day_typed(command.as_at, office.clock.today()));
    auto map = TRY(map_from(command.map));
    auto file = TRY(opened(command.file, "file"));
    return import_register(office, desk,
                           {.file = file,
                            .map = std::move(map),
                            .as_at = as_at,
                            .dry_run = command.dry_run,
                            .progress = tell});
}

} // namespace heed::changeover
