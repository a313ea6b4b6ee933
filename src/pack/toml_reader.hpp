#pragma once

#include "core/day.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace heed::pack {

/// Something wrong in a file, and the line it is on (1 is the first).
struct Problem {
    int line;
    std::string text;

    auto operator<=>(const Problem&) const = default;
};

/// "line 14: unknown key 'reveiw_first'; did you mean 'review_first'?"
std::string in_words(const Problem& problem);

struct TomlEntry;

/// A value of a TOML file and the line it stands on. What no file of ours holds (fractions, times,
/// days outside 1800 to 2199) is std::monostate.
struct TomlValue {
    int line = 1;
    std::variant<std::monostate, std::string, std::int64_t, bool, Day, std::vector<TomlValue>,
                 std::vector<TomlEntry>>
        is;
};

struct TomlEntry {
    std::string key;
    int line; ///< of the key
    TomlValue value;
};

/// The table a TOML text holds, its entries in order of lines; or the one syntax error where
/// reading stopped.
std::variant<TomlValue, Problem> read_toml(std::string_view text);

/// Reads one table of a file, key by key, and keeps what is wrong in the list it was given. A key
/// that is missing or of the wrong kind is noted and an empty value returned, so that one reading
/// finds every problem. Call `done` after the last key: what nobody asked for is then unknown.
class TableReader {
public:
    /// `name` is how problems speak of the table: "timescale.icpc"; empty for the whole file.
    TableReader(const TomlValue& table, std::string name, std::vector<Problem>& problems);

    int line() const { return table_ ? table_->line : 1; }
    std::size_t problems() const { return problems_->size(); } ///< noted so far, in the whole file
    bool has(std::string_view key);                            ///< for keys that may be left out

    std::string text(std::string_view key);        ///< never empty
    std::string text_if_any(std::string_view key); ///< empty when left out
    int number(std::string_view key, int least, int most);
    bool truth(std::string_view key);
    Day day(std::string_view key);
    std::vector<std::string> texts(std::string_view key); ///< at least one, none empty
    TableReader table(std::string_view key);
    std::vector<TableReader> tables(std::string_view key); ///< [[key]], at least one
    /// The index in `allowed` of the word under `key`; 0 when it is none of them.
    std::size_t one_of(std::string_view key, std::span<const std::string_view> allowed);

    /// Every entry, for tables whose keys are data, such as days. All count as asked for.
    std::vector<const TomlEntry*> entries();
    /// The text of such an entry; empty, and a problem noted, when it is none.
    std::string text_of(const TomlEntry& entry);

    /// Notes a problem at the line of `key`, or of the table when it has no such key.
    void wrong(std::string_view key, std::string what);
    void wrong_at(int line, std::string what);

    /// Notes every key that was never asked for, with the nearest one that was. A missing key that
    /// is only misspelt is told of once.
    void done();

private:
    const TomlValue* find(std::string_view key);
    template <class T> const T* get(std::string_view key, std::string_view kind);
    std::string place() const;

    const TomlValue* table_; // null when the table itself is missing: then nothing more is noted
    std::string name_;
    std::vector<Problem>* problems_;
    std::vector<std::string> asked_, missing_;
};

} // namespace heed::pack
