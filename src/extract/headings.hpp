#pragma once

#include "core/outcome.hpp"

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heed::extract {

/// What a column of a register extract may hold. The closed list is extract/headings.def.
enum class Heading {
#define HEADING(heading, title, ...) heading,
#include "extract/headings.def"
};
inline constexpr std::size_t heading_count = static_cast<std::size_t>(Heading::whole_name) + 1;

/// "Date of next review": how a heading is written in the contract and shown to people.
std::string_view title(Heading heading);

/// The heading of that title, exactly.
std::optional<Heading> heading_titled(std::string_view title);

/// One row of an extract as it was typed, taken apart but not yet understood.
struct Row {
    std::size_t line = 0; ///< of the file, where the row begins
    std::string text;     ///< the whole row, word for word
    std::array<std::string, heading_count> fields;
    /// Columns under headings that mean nothing to us, kept: their heading and what it holds.
    std::vector<std::pair<std::string, std::string>> others;
    /// The row has more fields than there are headings: nobody can say which belongs where.
    bool too_many_fields = false;

    const std::string& operator[](Heading heading) const
    {
        return fields.at(static_cast<std::size_t>(heading));
    }
    std::string& operator[](Heading heading)
    {
        return fields.at(static_cast<std::size_t>(heading));
    }
};

/// Their heading to ours, as a council's mapping file says it.
using HeadingMap = std::map<std::string, Heading>;

/// Reads a TOML file of `"their heading" = "our heading"`. Refuses `map_not_understood` with the
/// line or the heading that is wrong.
Outcome<HeadingMap> heading_map_from_toml(std::string_view toml);

/// Which column of a file is which. Always: everything without which no row can be judged is there,
/// and several columns make one field only when they say so: "Address 2", "Middle name", or a map
/// that gives them one heading.
class Columns {
public:
    /// Understands a row of headings, whatever their order, case and spacing, and spelt nearly
    /// right. The map goes before our own understanding. Refuses `heading_missing` and
    /// `heading_twice`, naming the headings.
    static Outcome<Columns> understand(std::span<const std::string> headings,
                                       const HeadingMap& map = {});

    Row row(std::span<const std::string> fields, std::size_t line, std::string text) const;

    /// Headings that mean nothing to us, as they are written.
    std::vector<std::string> unknown() const;

private:
    std::vector<std::string> headings_;
    std::vector<std::optional<Heading>> meaning_; // one a column
};

/// Whether a record can be the row of headings, and not a title above it.
bool looks_like_headings(std::span<const std::string> record, const HeadingMap& map = {});

} // namespace heed::extract
