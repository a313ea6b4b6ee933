#include "extract/headings.hpp"

#include "core/text.hpp"
#include "names/slips.hpp"
#include "pack/toml_reader.hpp"

#include <algorithm>

namespace heed::extract {

namespace {

struct Known {
    Heading heading;
    std::string_view title;
    std::vector<std::string_view> spellings;
};

const std::array<Known, heading_count>& known()
{
    static const std::array<Known, heading_count> all{{
#define HEADING(heading, title, ...) Known{Heading::heading, title, {__VA_ARGS__}},
#include "extract/headings.def"
    }};
    return all;
}

struct Continuing {
    Heading heading;
    std::vector<std::string_view> spellings;
};

const std::vector<Continuing>& continuing()
{
    static const std::vector<Continuing> all{
#define CONTINUES(heading, ...) Continuing{Heading::heading, {__VA_ARGS__}},
#include "extract/headings.def"
    };
    return all;
}

std::string letters_of(std::string_view text)
{
    std::string letters;
    for (const char c : lower_ascii(text))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) letters += c;
    if (const auto at = letters.find("number"); at != std::string::npos)
        letters.replace(at, 6, "no");
    return letters;
}

std::string digits_of(std::string_view text)
{
    std::string digits;
    for (const char c : text)
        if (c >= '0' && c <= '9') digits += c;
    return digits;
}

struct Guess {
    std::optional<Heading> heading;
    int doubt = 0; // the map says so, spelt right, or more by the slips in it
    bool continues = false;
};
constexpr int mapped = 0, spelt_right = 1;

/// One slip in a short heading, two in a long one; and only when no other heading is as near.
/// "Parent/Carer 3" is as near to 1 as to 2 and so is neither; digits are never slips.
Guess nearest(std::string_view typed)
{
    const std::string letters = letters_of(typed);
    const int slips_max = letters.size() < 5 ? 0 : letters.size() < 9 ? 1 : 2;
    std::optional<Heading> best;
    int fewest = slips_max + 1;
    bool tie = false;
    for (const auto& one : known())
        for (const auto spelling : one.spellings) {
            if (digits_of(letters) != digits_of(spelling)) continue;
            const int slips = names::Pattern{letters}.slips_to(spelling, slips_max);
            if (slips > slips_max || slips > fewest) continue;
            tie = slips == fewest && (tie || best != one.heading);
            best = one.heading;
            fewest = slips;
        }
    if (!best || tie) return {};
    return {.heading = best, .doubt = spelt_right + fewest};
}

Guess understood(std::string_view typed, const HeadingMap& map)
{
    const std::string letters = letters_of(typed);
    for (const auto& [theirs, ours] : map)
        if (theirs == trimmed(typed) || (!letters.empty() && letters_of(theirs) == letters))
            return {.heading = ours, .doubt = mapped};
    for (const auto& one : continuing())
        if (is_one_of(letters, one.spellings))
            return {.heading = one.heading, .doubt = spelt_right, .continues = true};
    return nearest(typed);
}

std::string quoted(std::string_view text) { return '\'' + std::string{text} + '\''; }

Outcome<void> nothing_missing(const std::vector<std::optional<Heading>>& meaning)
{
    const auto has = [&](Heading heading) {
        return std::ranges::find(meaning, heading) != meaning.end();
    };
    std::vector<std::string> missing;
    const auto need = [&](Heading heading) {
        if (!has(heading)) missing.push_back(quoted(title(heading)));
    };
    if (!has(Heading::whole_name)) {
        need(Heading::surname);
        need(Heading::forenames);
    }
    need(Heading::born);
    need(Heading::category);
    need(Heading::registered);
    if (missing.empty()) return {};
    return refuse(RefusalCode::heading_missing, {}, "Not found: " + listed(missing) + ".");
}

/// What stands in a column, after what stood in another of the same heading.
void go_on_with(std::string& field, const std::string& more, Heading heading)
{
    if (trimmed(field).empty())
        field = more;
    else if (!trimmed(more).empty())
        field += (heading == Heading::address ? ", " : " ") + more;
}

} // namespace

std::string_view title(Heading heading)
{
    return known().at(static_cast<std::size_t>(heading)).title;
}

std::optional<Heading> heading_titled(std::string_view title)
{
    for (const auto& one : known())
        if (one.title == title) return one.heading;
    return std::nullopt;
}

Outcome<HeadingMap> heading_map_from_toml(std::string_view toml)
{
    const auto wrong = [](int line, std::string why) {
        return refuse(RefusalCode::map_not_understood, {},
                      "Line " + std::to_string(line) + ": " + std::move(why) + '.');
    };
    const auto read = pack::read_toml(toml);
    if (const auto* const problem = std::get_if<pack::Problem>(&read))
        return wrong(problem->line, problem->text);
    HeadingMap map;
    for (const auto& entry :
         std::get<std::vector<pack::TomlEntry>>(std::get<pack::TomlValue>(read).is)) {
        const auto* const ours = std::get_if<std::string>(&entry.value.is);
        const auto heading = ours ? nearest(*ours) : Guess{};
        if (!heading.heading || heading.doubt > spelt_right)
            return wrong(entry.line,
                         quoted(ours ? *ours : entry.key) + " is not one of our headings");
        map.emplace(entry.key, *heading.heading);
    }
    return map;
}

Outcome<Columns> Columns::understand(std::span<const std::string> headings, const HeadingMap& map)
{
    Columns columns;
    std::vector<Guess> guesses;
    for (const auto& heading : headings) {
        columns.headings_.emplace_back(trimmed(heading));
        guesses.push_back(understood(heading, map));
        columns.meaning_.push_back(guesses.back().heading);
    }
    for (std::size_t i = 0; i < guesses.size(); ++i)
        for (std::size_t j = i + 1; j < guesses.size(); ++j) {
            const Guess &one = guesses[i], &other = guesses[j];
            if (!one.heading || one.heading != other.heading) continue;
            if (one.continues || other.continues) continue;
            if (one.doubt != other.doubt) // the surer one has it
                columns.meaning_[one.doubt > other.doubt ? i : j].reset();
            else if (one.doubt != mapped)
                return refuse(RefusalCode::heading_twice, {},
                              quoted(columns.headings_[i]) + " and " +
                                  quoted(columns.headings_[j]) + " both look like " +
                                  quoted(title(*one.heading)) + ".");
        }
    TRY_VOID(nothing_missing(columns.meaning_));
    return columns;
}

Row Columns::row(std::span<const std::string> fields, std::size_t line, std::string text) const
{
    Row row{.line = line, .text = std::move(text)};
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const bool empty = trimmed(fields[i]).empty();
        if (i >= meaning_.size())
            row.too_many_fields |= !empty;
        else if (meaning_[i])
            go_on_with(row[*meaning_[i]], fields[i], *meaning_[i]);
        else if (!empty)
            row.others.emplace_back(headings_[i], fields[i]);
    }
    return row;
}

std::vector<std::string> Columns::unknown() const
{
    std::vector<std::string> unknown;
    for (std::size_t i = 0; i < headings_.size(); ++i)
        if (!meaning_[i] && !headings_[i].empty()) unknown.push_back(headings_[i]);
    return unknown;
}

bool looks_like_headings(std::span<const std::string> record, const HeadingMap& map)
{
    const auto known_ones = std::ranges::count_if(
        record, [&](const auto& typed) { return understood(typed, map).heading.has_value(); });
    return known_ones >= 3;
}

} // namespace heed::extract
