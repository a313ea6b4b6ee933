#include "pack/toml_reader.hpp"

#include "core/ensure.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <numeric>

// toml++ 3.3 asserts that a table's name begins with a letter, and the next lines of it tell of an
// error when it does not ("[.x]"). A file may not stop the program, so its asserts are off and its
// own errors speak; pack_fuzz watches what lies behind them.
#define TOML_ASSERT(expression) static_assert(true)
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

namespace heed::pack {

namespace {

using Entries = std::vector<TomlEntry>;

int line_of(const toml::source_region& where) { return static_cast<int>(where.begin.line); }

TomlValue converted(const toml::node& node);

Entries entries_of(const toml::table& table)
{
    Entries entries;
    for (const auto& [key, node] : table)
        entries.push_back({std::string{key.str()}, line_of(key.source()), converted(node)});
    std::ranges::sort(entries, {}, [](const TomlEntry& entry) {
        return std::pair{entry.line, std::string_view{entry.key}};
    });
    return entries;
}

std::vector<TomlValue> values_of(const toml::array& array)
{
    std::vector<TomlValue> values;
    for (const auto& node : array) values.push_back(converted(node));
    return values;
}

TomlValue converted(const toml::node& node)
{
    TomlValue value{.line = line_of(node.source()), .is = {}};
    if (const auto* text = node.as_string()) value.is = text->get();
    if (const auto* number = node.as_integer()) value.is = number->get();
    if (const auto* truth = node.as_boolean()) value.is = truth->get();
    if (const auto* date = node.as_date())
        if (const auto day = day_if_real((*date)->year, (*date)->month, (*date)->day))
            value.is = *day;
    if (const auto* array = node.as_array()) value.is = values_of(*array);
    if (const auto* table = node.as_table()) value.is = entries_of(*table);
    return value;
}

template <class Range, class T> bool holds(const Range& range, const T& value)
{
    return std::ranges::find(range, value) != std::ranges::end(range);
}

/// How many letters must be put in, left out, changed or swapped with the next.
std::size_t distance(std::string_view from, std::string_view to)
{
    std::vector<std::size_t> before, row(to.size() + 1), next(to.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= from.size(); ++i) {
        next[0] = i;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const bool same = from[i - 1] == to[j - 1];
            next[j] = std::min({row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0U : 1U)});
            if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                next[j] = std::min(next[j], before[j - 2] + 1);
        }
        before = row;
        std::swap(row, next);
    }
    return row[to.size()];
}

std::optional<std::string> nearest(std::string_view key, const std::vector<std::string>& known)
{
    const std::size_t most = std::max<std::size_t>(2, key.size() / 4);
    std::optional<std::string> best;
    std::size_t least = most + 1;
    for (const auto& candidate : known)
        if (const auto far = distance(key, candidate); far < least) least = far, best = candidate;
    return best;
}

/// What toml++ 3.3 must not be given. A letter beyond ASCII where a key or a value may begin leads
/// it to code that it calls unreachable ("\u00db = 1"); after a line's end escaped within a text of
/// several lines too. So such letters stand in quotation marks or comments, and texts on one line.
std::optional<Problem> unreadable(std::string_view text)
{
    int line = 1;
    char quote = 0; // the one that will end the text we are in
    bool comment = false, escaped = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\n') {
            ++line;
            quote = 0, comment = escaped = false;
        } else if (comment) {
            continue;
        } else if (quote != 0) {
            if (c == quote && !escaped) quote = 0;
            escaped = c == '\\' && quote == '"' && !escaped;
        } else if (c == '#') {
            comment = true;
        } else if (c == '"' || c == '\'') {
            if (text.substr(i).starts_with(std::string(3, c)))
                return Problem{line, "a text stands on one line, in one pair of quotation marks"};
            quote = c;
        } else if (static_cast<unsigned char>(c) >= 0x80) {
            return Problem{line, "a letter other than A to Z needs quotation marks round it"};
        }
    }
    return std::nullopt;
}

/// The first line that is not UTF-8. No letter of UTF-8 holds a line's end.
std::optional<Problem> not_utf8(std::string_view text)
{
    int line = 0;
    for (const auto part : split(text, '\n'))
        if (++line; !is_utf8(part))
            return Problem{line, "this line is not UTF-8: save it as UTF-8"};
    return std::nullopt;
}

} // namespace

std::string in_words(const Problem& problem)
{
    return "line " + std::to_string(problem.line) + ": " + problem.text;
}

std::variant<TomlValue, Problem> read_toml(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (auto problem = not_utf8(text)) return *std::move(problem);
    if (auto problem = unreadable(text)) return *std::move(problem);
    const auto parsed = toml::parse(text);
    if (!parsed)
        return Problem{std::max(1, line_of(parsed.error().source())),
                       std::string{parsed.error().description()}};
    return TomlValue{.line = 1, .is = entries_of(parsed.table())};
}

TableReader::TableReader(const TomlValue& table, std::string name, std::vector<Problem>& problems)
    : table_{&table}, name_{std::move(name)}, problems_{&problems}
{
    if (std::holds_alternative<Entries>(table.is)) return;
    wrong_at(table.line, "'" + name_ + "' must be a table");
    table_ = nullptr;
}

std::string TableReader::place() const
{
    return name_.empty() ? std::string{"the file"} : "table '" + name_ + "'";
}

const TomlValue* TableReader::find(std::string_view key)
{
    if (!table_) return nullptr;
    if (!holds(asked_, key)) asked_.emplace_back(key);
    for (const auto& entry : std::get<Entries>(table_->is))
        if (entry.key == key) return &entry.value;
    return nullptr;
}

bool TableReader::has(std::string_view key) { return find(key) != nullptr; }

template <class T> const T* TableReader::get(std::string_view key, std::string_view kind)
{
    const TomlValue* value = find(key);
    if (!value && table_) missing_.emplace_back(key);
    if (!value) return nullptr;
    const T* held = std::get_if<T>(&value->is);
    if (!held) wrong_at(value->line, "'" + std::string{key} + "' must be " + std::string{kind});
    return held;
}

std::string TableReader::text(std::string_view key)
{
    const auto* text = get<std::string>(key, "a text in quotation marks");
    if (!text) return {};
    if (trimmed(*text).empty()) wrong(key, "'" + std::string{key} + "' is empty");
    return *text;
}

int TableReader::number(std::string_view key, int least, int most)
{
    const auto* number = get<std::int64_t>(key, "a whole number");
    if (!number) return least;
    if (*number >= least && *number <= most) return static_cast<int>(*number);
    wrong(key, "'" + std::string{key} + "' must be from " + std::to_string(least) + " to " +
                   std::to_string(most));
    return least;
}

bool TableReader::truth(std::string_view key)
{
    const auto* truth = get<bool>(key, "true or false");
    return truth && *truth;
}

std::string TableReader::text_if_any(std::string_view key)
{
    return has(key) ? text(key) : std::string{};
}

Day TableReader::day(std::string_view key)
{
    const auto* day = get<Day>(key, "a day such as 2008-04-01, without quotation marks");
    return day ? *day : Day{};
}

std::vector<std::string> TableReader::texts(std::string_view key)
{
    const auto* values = get<std::vector<TomlValue>>(key, "a list of texts");
    if (!values) return {};
    std::vector<std::string> texts;
    for (const auto& value : *values) {
        const auto* text = std::get_if<std::string>(&value.is);
        if (text && !trimmed(*text).empty())
            texts.push_back(*text);
        else
            wrong_at(value.line, "'" + std::string{key} + "' must hold only texts, none empty");
    }
    if (values->empty()) wrong(key, "'" + std::string{key} + "' is empty");
    return texts;
}

TableReader TableReader::table(std::string_view key)
{
    const std::string name = name_.empty() ? std::string{key} : name_ + "." + std::string{key};
    static const TomlValue empty{.line = 1, .is = Entries{}};
    if (const TomlValue* value = find(key)) return {*value, name, *problems_};
    if (table_) missing_.emplace_back(key);
    TableReader absent{empty, name, *problems_};
    absent.table_ = nullptr;
    return absent;
}

std::vector<TableReader> TableReader::tables(std::string_view key)
{
    std::vector<TableReader> readers;
    if (const auto* values = get<std::vector<TomlValue>>(key, "a list of tables"))
        for (const auto& value : *values) readers.emplace_back(value, std::string{key}, *problems_);
    return readers;
}

std::size_t TableReader::one_of(std::string_view key, std::span<const std::string_view> allowed)
{
    const std::string word = text(key);
    if (const auto at = std::ranges::find(allowed, word); at != allowed.end())
        return static_cast<std::size_t>(at - allowed.begin());
    if (!word.empty())
        wrong(key, "'" + std::string{key} + "' must be one of: " +
                       listed({allowed.begin(), allowed.end()}) + "; it is '" + word + "'");
    return 0;
}

std::vector<const TomlEntry*> TableReader::entries()
{
    std::vector<const TomlEntry*> all;
    if (!table_) return all;
    for (const auto& entry : std::get<Entries>(table_->is)) {
        asked_.push_back(entry.key);
        all.push_back(&entry);
    }
    return all;
}

std::string TableReader::text_of(const TomlEntry& entry)
{
    const auto* text = std::get_if<std::string>(&entry.value.is);
    if (text && !trimmed(*text).empty()) return *text;
    wrong_at(entry.value.line, "'" + entry.key + "' must be a text in quotation marks, not empty");
    return {};
}

void TableReader::wrong(std::string_view key, std::string what)
{
    const TomlValue* value = find(key);
    wrong_at(value ? value->line : line(), std::move(what));
}

void TableReader::wrong_at(int at, std::string what)
{
    if (table_) problems_->push_back({at, std::move(what)});
}

void TableReader::done()
{
    if (!table_) return;
    for (const auto& entry : std::get<Entries>(table_->is)) {
        if (holds(asked_, entry.key)) continue;
        std::string what = "unknown key '" + entry.key + "'";
        if (const auto meant = nearest(entry.key, asked_)) {
            what += "; did you mean '" + *meant + "'?";
            std::erase(missing_, *meant);
        }
        wrong_at(entry.line, what);
    }
    for (const auto& key : missing_) wrong_at(line(), place() + " has no '" + key + "'");
}

} // namespace heed::pack
