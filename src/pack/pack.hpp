#pragma once

#include "pack/calendar.hpp"
#include "pack/terms.hpp"
#include "pack/timescale.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heed::pack {

/// A kind of harm under which a plan is recorded.
struct Category {
    std::string code;                   ///< `neglect`: stored, and spoken to programs
    std::string label;                  ///< "Neglect"
    std::string census;                 ///< `NEG`: the census return's code
    std::vector<std::string> spellings; ///< other ways it was typed at registration
    Authority authority;
};

/// What must sit round the table for a conference to decide.
enum class CountBy { agency, professional_group };
} // namespace heed::pack

template <>
inline constexpr std::array<std::string_view, 2> heed::codes<heed::pack::CountBy>{
    "agency", "professional_group"};

namespace heed::pack {

struct Quoracy {
    int social_care_min;    ///< from children's social care
    int other_agencies_min; ///< others that have had direct contact with the child and family
    CountBy count_by;       ///< whether a school and a school nurse count once or twice
    Authority authority;
};

/// A number or a switch of a rule, and who says so.
template <class T> struct Setting {
    T value;
    Authority authority;
};

/// Words that change with the edition: the same person is a key worker in 2006 and a lead social
/// worker in 2023. Written small, as in the middle of a sentence, unless they are names.
enum class Word {
    key_worker,
    designated_manager,
    list_title,
    plan,
    subject_to_a_plan,
    enquiry,
    initial_conference,
    review_conference,
    core_group,
    category,
    board,
};
} // namespace heed::pack

template <>
inline constexpr std::array<std::string_view, 11> heed::codes<heed::pack::Word>{
    "key_worker", "designated_manager", "list_title",        "plan",       "subject_to_a_plan",
    "enquiry",    "initial_conference", "review_conference", "core_group", "category",
    "board"};

namespace heed::pack {

/// The eight answers to "is this child subject to a plan?".
enum class Answer {
    on_plan,
    temporarily_here,
    plan_ended_recently,
    household_on_plan,
    known_not_on_plan,
    not_found,
    which_child,
    could_not_check,
};
} // namespace heed::pack

template <>
inline constexpr std::array<std::string_view, 8> heed::codes<heed::pack::Answer>{
    "on_plan",           "temporarily_here", "plan_ended_recently", "household_on_plan",
    "known_not_on_plan", "not_found",        "which_child",         "could_not_check"};

namespace heed::pack {

/// What the caller is told, and what is to be done next, the most urgent first.
struct AnswerWords {
    std::string sentence;
    std::vector<std::string> do_next;
};

/// What is said beside an answer when it is so.
enum class Aside {
    notice_sent,      ///< every key worker is sent a notice
    notice_not_sent,  ///< one cannot be: {name}, {telephone}
    notice_no_number, ///< nor rung: {name}
    rows_held,        ///< {rows} of an old register are not in the record
    row_like,         ///< one of them is like whom was asked about
    ring_about_row,   ///< what to do then: {telephone}
};
} // namespace heed::pack

template <>
inline constexpr std::array<std::string_view, 6> heed::codes<heed::pack::Aside>{
    "notice_sent", "notice_not_sent", "notice_no_number",
    "rows_held",   "row_like",        "ring_about_row"};

namespace heed::pack {

/// The places that an answer or an aside may leave open, as {tried} in its words.
struct Blanks {
    std::string tried = {};     ///< not_found: what was looked for, as "the name Mary Harwood, ME1"
    std::string telephone = {}; ///< the number to ring
    std::string apart = {};     ///< which_child: what to ask for, as "the first name (Ava or Eva)"
    std::string name = {};      ///< of a key worker
    std::string rows = {};      ///< "9 rows"
    /// The text with its blanks filled in. One that is given empty is Broken.
    std::string in(std::string_view text) const;
};

/// A name of a category as compared: its letters alone, small. "Emot. abuse" is "emotabuse".
std::string as_typed(std::string_view text);

struct PackContents;

/// A procedure pack: the figures, anchors, categories and words of one edition of the guidance as
/// one council works by it. A value that never changes and copies freely; two copies of one pack
/// share what it says.
class Pack {
public:
    explicit Pack(PackContents contents);

    const std::string& id() const;    ///< `eng-wt2006-medway`
    const std::string& title() const; ///< for people
    Day valid_from() const;
    std::optional<Day> valid_to() const; ///< its last day, if it has ended

    /// Null for a rule this edition does not have.
    const Timescale* timescale(Rule rule) const;

    const std::vector<Category>& categories() const;
    /// Null when the pack has no such category.
    const Category* category(std::string_view code) const;
    /// The one category a person meant: its code, label or one of its spellings, whatever the
    /// case, spaces and full stops. Null when none is meant; one name only, not a list of names.
    const Category* category_typed(std::string_view typed) const;

    const Quoracy& quoracy() const;
    const Setting<bool>& chair_independent() const;
    const Setting<bool>& key_worker_must_be_qualified() const;
    /// How long after its end a plan is still told of.
    const Setting<int>& recently_ended_months() const;
    /// Two enquiries about one child or household within so many days are a signal.
    const Setting<int>& repeat_enquiry_days() const;
    /// So long a question about somebody who was not found waits for a child who fits it.
    const Setting<int>& open_question_days() const;

    const std::string& word(Word word) const;
    const std::string& words_for(Rule rule) const;     ///< "initial child protection conference"
    const std::string& words_for(Anchor anchor) const; ///< "the last strategy discussion"

    /// The words of an answer with its blanks filled in. A blank that the answer has and that is
    /// given empty is Broken: "ring " and no number would be worse than silence.
    AnswerWords answer(Answer answer, const Blanks& blanks = {}) const;

    /// The same, of what is said beside an answer.
    std::string aside(Aside aside, const Blanks& blanks = {}) const;

    const Calendar& calendar() const;
    const Terms& terms() const;

private:
    std::shared_ptr<const PackContents> contents_;
};

/// The whole pack as one JSON object, for `heed pack show`: figures, categories, settings, words,
/// each figure with its authority; a rule that the edition does not have is null.
std::string pack_json(const Pack& pack);

} // namespace heed::pack
