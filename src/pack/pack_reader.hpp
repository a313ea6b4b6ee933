#pragma once

#include "pack/pack.hpp"
#include "pack/toml_reader.hpp"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace heed::pack {

/// The words of a pack, or those that several packs share. In a shared file any may be left empty.
struct Words {
    std::array<std::string, codes<Word>.size()> words;
    std::array<std::string, codes<Rule>.size()> rules;
    std::array<std::string, codes<Anchor>.size()> anchors;
    std::array<AnswerWords, codes<Answer>.size()> answers;
    std::array<std::string, codes<Aside>.size()> asides;
};

/// What a Pack holds; made only by read_pack, so it is whole.
struct PackContents {
    std::string id, title;
    Day valid_from;
    std::optional<Day> valid_to;
    std::array<std::optional<Timescale>, codes<Rule>.size()> timescales;
    std::vector<Category> categories;
    Quoracy quoracy;
    Setting<bool> chair_independent, key_worker_must_be_qualified;
    Setting<int> recently_ended_months, repeat_enquiry_days, open_question_days;
    Words words;
    std::shared_ptr<const Calendar> calendar;
    std::shared_ptr<const Terms> terms;
};

/// What packs lean on, by id.
struct Shelf {
    std::map<std::string, std::shared_ptr<const Calendar>, std::less<>> calendars;
    std::map<std::string, std::shared_ptr<const Terms>, std::less<>> terms;
    std::map<std::string, Words, std::less<>> words;
};

/// What a file is: its `kind`.
enum class FileKind { pack, calendar, terms, words };
} // namespace heed::pack

template <>
inline constexpr std::array<std::string_view, 4> heed::codes<heed::pack::FileKind>{
    "pack", "calendar", "terms", "words"};

namespace heed::pack {

/// Each reads one file of its kind and notes its problems. The value is of use only when there
/// were none, and is absent when there were.
std::optional<Calendar> read_calendar(TableReader file);
std::optional<Terms> read_terms(TableReader file);
std::optional<std::pair<std::string, Words>> read_words(TableReader file);
std::optional<PackContents> read_pack(TableReader file, const Shelf& shelf);

/// The text with each {name} that `value_of` knows put in its place; the others are left.
template <class ValueOf> std::string filled(std::string_view text, ValueOf value_of)
{
    std::string out;
    for (;;) {
        const auto open = text.find('{');
        const auto close = text.find('}', open == text.npos ? 0 : open);
        if (open == text.npos || close == text.npos) return out += text;
        out += text.substr(0, open);
        const auto name = text.substr(open + 1, close - open - 1);
        if (const std::optional<std::string> value = value_of(name))
            out += *value;
        else
            out += text.substr(open, close - open + 1);
        text.remove_prefix(close + 1);
    }
}

} // namespace heed::pack
