#include "core/outcome.hpp"

#include "core/ensure.hpp"

#include <algorithm>
#include <array>

namespace heed {

namespace {

struct Entry {
    std::string_view code, sentence;
};

constexpr std::array entries{
#define REFUSAL(code, sentence) Entry{#code, sentence},
#include "core/refusals.def"
#undef REFUSAL
};

struct Field {
    std::string_view name, when_empty, called;
};

constexpr std::array fields{
#define FIELD(name, when_empty, called) Field{name, when_empty, called},
#define NOT_UNDERSTOOD(name, sentence)
#include "core/fields.def"
#undef FIELD
#undef NOT_UNDERSTOOD
};

constexpr std::array not_understood{
#define FIELD(name, when_empty, called)
#define NOT_UNDERSTOOD(name, sentence) Entry{name, sentence},
#include "core/fields.def"
#undef FIELD
#undef NOT_UNDERSTOOD
};

const Entry& entry(RefusalCode code)
{
    const auto index = static_cast<std::size_t>(code);
    ensure(index < entries.size(), "a refusal code outside the list");
    return entries.at(index);
}

/// "That is too long." of the caller's name is "The caller's name is too long."
std::string with_subject(const Field& field, std::string_view sentence)
{
    const std::string_view that = sentence.starts_with("That day ") ? "That day" : "That";
    ensure(sentence.starts_with(that), "a sentence about a field begins with what it is about");
    return std::string{field.called} + std::string{sentence.substr(that.size())};
}

/// The sentence, naming the field where by itself it could be about any.
std::string sentence_of(const Refusal& refusal)
{
    const auto* const field = std::ranges::find(fields, refusal.field, &Field::name);
    if (field == fields.end()) return std::string{sentence(refusal.code)};
    switch (refusal.code) {
    case RefusalCode::needed:
    case RefusalCode::say_who_is_asking: return std::string{field->when_empty} + '.';
    case RefusalCode::not_understood: {
        const auto* const said = std::ranges::find(not_understood, field->name, &Entry::code);
        if (said != not_understood.end()) return std::string{said->sentence};
        return with_subject(*field, sentence(refusal.code));
    }
    case RefusalCode::too_long:
    case RefusalCode::not_a_date:
    case RefusalCode::not_yet:
    case RefusalCode::too_far_away:
    case RefusalCode::does_not_follow: return with_subject(*field, sentence(refusal.code));
    default: return std::string{sentence(refusal.code)};
    }
}

} // namespace

std::string_view code_name(RefusalCode code) { return entry(code).code; }

std::string_view sentence(RefusalCode code) { return entry(code).sentence; }

std::string in_words(const Refusal& refusal)
{
    std::string words = sentence_of(refusal);
    if (!refusal.detail.empty()) words += ' ' + refusal.detail;
    return words;
}

} // namespace heed
