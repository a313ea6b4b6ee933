#include "pack/library.hpp"

#include "core/embedded.hpp"
#include "core/ensure.hpp"
#include "core/text.hpp"
#include "pack/pack_reader.hpp"

#include <algorithm>
#include <span>

namespace heed::pack_files {
std::span<const Embedded> embedded_files(); // made by cmake/embed.cmake from packs/
}

namespace heed::pack {

namespace {

struct Library {
    Shelf shelf;
    std::vector<Pack> packs;
};

/// Reads one file of any kind and puts it where it belongs. Packs lean on the other kinds, so they
/// come last.
void read_file(std::string_view text, Library& into, std::vector<Problem>& problems)
{
    const auto parsed = read_toml(text);
    if (const auto* problem = std::get_if<Problem>(&parsed)) {
        problems.push_back(*problem);
        return;
    }
    TableReader file{std::get<TomlValue>(parsed), "", problems};
    const std::string kind = file.text("kind");
    const auto known = from_code<FileKind>(kind);
    if (!known) {
        // Of a file of no kind nothing else can be said.
        file.wrong("kind", "'kind' must be one of: " +
                               listed({codes<FileKind>.begin(), codes<FileKind>.end()}));
        return;
    }
    switch (*known) {
    case FileKind::calendar:
        if (auto calendar = read_calendar(std::move(file))) {
            const auto kept = std::make_shared<const Calendar>(*std::move(calendar));
            into.shelf.calendars[kept->id()] = kept;
        }
        break;
    case FileKind::terms:
        if (auto terms = read_terms(std::move(file))) {
            const auto kept = std::make_shared<const Terms>(*std::move(terms));
            into.shelf.terms[kept->id()] = kept;
        }
        break;
    case FileKind::words:
        if (auto words = read_words(std::move(file))) into.shelf.words.insert(*std::move(words));
        break;
    case FileKind::pack:
        if (auto pack = read_pack(std::move(file), into.shelf))
            into.packs.emplace_back(*std::move(pack));
        break;
    }
}

Library read_built_in()
{
    Library library;
    const auto read = [&](bool packs) {
        for (const auto& file : pack_files::embedded_files()) {
            if (packs != file.bytes.contains("kind = \"pack\"")) continue;
            std::vector<Problem> problems;
            read_file(file.bytes, library, problems);
            if (!problems.empty())
                throw Broken{std::string{file.name} + " in the binary, " + in_words(problems[0])};
        }
    };
    read(false);
    read(true);
    std::ranges::sort(library.packs, {}, &Pack::valid_from);
    return library;
}

const Library& built_in()
{
    static const Library library = read_built_in();
    return library;
}

/// Problems in order of lines.
std::pair<std::vector<Problem>, std::vector<Pack>> read_alone(std::string_view text)
{
    std::vector<Problem> problems;
    Library alone{.shelf = built_in().shelf, .packs = {}};
    read_file(text, alone, problems);
    std::ranges::sort(problems);
    return {std::move(problems), std::move(alone.packs)};
}

} // namespace

const std::vector<Pack>& list() { return built_in().packs; }

Outcome<Pack> find(std::string_view id)
{
    const auto found = std::ranges::find(list(), id, &Pack::id);
    if (found != list().end()) return *found;
    std::vector<std::string> ids;
    for (const auto& pack : list()) ids.push_back(pack.id());
    return refuse(RefusalCode::no_such_pack, "pack", "There are: " + listed(ids) + ".");
}

std::vector<Problem> check(std::string_view text) { return read_alone(text).first; }

Outcome<Pack> load(std::string_view text)
{
    auto [problems, packs] = read_alone(text);
    if (!problems.empty()) return refuse(RefusalCode::wrong_pack, "pack", in_words(problems[0]));
    if (packs.empty()) return refuse(RefusalCode::wrong_pack, "pack", "line 1: it is no pack");
    return packs[0];
}

} // namespace heed::pack
