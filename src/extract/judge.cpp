#include "extract/judge.hpp"

#include "core/ensure.hpp"
#include "core/text.hpp"
#include "extract/dates_as_typed.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace heed::extract {

namespace {

using std::chrono::days;
using enum RowCode;

struct Entry {
    std::string_view code, sentence;
};
constexpr Entry entries[]{
#define ROW_CODE(code, sentence) Entry{#code, sentence},
#include "extract/row_codes.def"
#undef ROW_CODE
};

const Entry& entry(RowCode code)
{
    const auto index = static_cast<std::size_t>(code);
    ensure(index < std::size(entries), "a row code outside the list");
    return entries[index];
}

// A birth may be weeks late, and an extract days old; a plan for an unborn child begins at
// earliest when the pregnancy is known.
constexpr days birth_overdue_after{28};
constexpr days pregnancy_max{300};

/// One row on the clerk's desk.
class Desk {
public:
    Desk(const Row& row, Day as_at, const pack::Pack& pack) : row_{row}, as_at_{as_at}, pack_{pack}
    {
    }

    Judged judge()
    {
        read_name();
        read_birth();
        read_days();
        read_the_rest();
        if (held_.empty()) ask();

        Judged judged{.line = row_.line, .child_line = row_.line};
        if (!held_.empty()) {
            judged.outcome = RowOutcome::held;
            judged.findings = std::move(held_);
            return judged;
        }
        judged.outcome =
            asked_.empty() ? RowOutcome::accepted : RowOutcome::accepted_with_questions;
        judged.findings = std::move(asked_);
        judged.registration = std::move(it_);
        return judged;
    }

private:
    void hold(RowCode code, std::string_view about = {}) { held_.push_back(finding(code, about)); }
    void question(RowCode code, std::string_view about = {})
    {
        asked_.push_back(finding(code, about));
    }
    std::string typed(Heading heading) const { return tidied(row_[heading]); }
    /// The same, and empty when it says that nothing is known.
    std::string known(Heading heading) const
    {
        return says_nothing(row_[heading]) ? std::string{} : typed(heading);
    }

    void read_name();
    void read_birth();
    void read_days();
    void read_the_rest();
    void ask();
    void ask_about_birth();
    void ask_about_key_worker();
    void ask_about_categories();

    /// The day under a heading. Troubles go to `troubles`; nothing is returned for them.
    std::optional<Day> day_of(Heading heading, DateOf what, std::vector<Finding>& troubles) const;

    const Row& row_;
    Day as_at_;
    const pack::Pack& pack_;
    Registration it_;
    TypedCategories categories_;
    std::vector<Finding> held_, asked_;
};

std::string named(Heading heading, std::string_view typed)
{
    return std::string{title(heading)} + " '" + std::string{trimmed(typed)} + '\'';
}

void Desk::read_name()
{
    if (row_.too_many_fields) hold(too_many_fields);
    TypedName whole;
    if (!says_nothing(row_[Heading::whole_name]))
        whole = whole_name_as_typed(row_[Heading::whole_name]);
    const auto own_or = [&](Heading heading, const std::string& instead) {
        return says_nothing(row_[heading]) ? instead : row_[heading];
    };
    it_.surname = proper_case(own_or(Heading::surname, whole.surname), NamePart::surname);
    auto forenames = forenames_as_typed(own_or(Heading::forenames, whole.forenames));
    it_.forename = std::move(forenames.forename);
    it_.middle = std::move(forenames.middle);
    it_.unborn = forenames.unborn;
    it_.aliases = aliases_as_typed(row_[Heading::also_known_as], it_.surname);
    std::ranges::move(forenames.aliases, std::back_inserter(it_.aliases));
    if (it_.surname.empty() && it_.forename.empty()) hold(no_name);
}

void Desk::read_birth()
{
    const auto& text = row_[Heading::born];
    const TypedDate born = date_as_typed(text, as_at_, DateOf::birth);
    switch (born.kind) {
    case TypedDate::Kind::nothing: it_.unborn |= born.expected; return;
    case TypedDate::Kind::impossible: return hold(impossible_date, named(Heading::born, text));
    case TypedDate::Kind::unreadable: return hold(unreadable_date, named(Heading::born, text));
    case TypedDate::Kind::day: it_.birth = {Birth::Kind::day, born.day}; break;
    case TypedDate::Kind::month: it_.birth = {Birth::Kind::month, born.day}; break;
    case TypedDate::Kind::year: it_.birth = {Birth::Kind::year, born.day}; break;
    }
    it_.unborn |= born.expected;
    const bool to_come = born.day > as_at_;
    if (it_.unborn && (born.expected || to_come))
        it_.birth.kind = Birth::Kind::expected;
    else if (to_come)
        hold(born_in_future, in_words(born.day));
}

std::optional<Day> Desk::day_of(Heading heading, DateOf what, std::vector<Finding>& troubles) const
{
    const auto& text = row_[heading];
    const TypedDate date = date_as_typed(text, as_at_, what);
    switch (date.kind) {
    case TypedDate::Kind::day: return date.day;
    case TypedDate::Kind::nothing: return std::nullopt;
    case TypedDate::Kind::impossible:
        troubles.push_back(finding(impossible_date, named(heading, text)));
        return std::nullopt;
    case TypedDate::Kind::month:
    case TypedDate::Kind::year:
    case TypedDate::Kind::unreadable:
        troubles.push_back(finding(unreadable_date, named(heading, text)));
        return std::nullopt;
    }
    std::unreachable();
}

void Desk::read_days()
{
    const auto troubles = held_.size();
    const auto first = day_of(Heading::registered, DateOf::past, held_);
    if (!first && held_.size() == troubles) hold(no_registration_date);
    it_.last_day = day_of(Heading::deregistered, DateOf::past, held_);
    if (!first) return;
    it_.first_day = *first;
    if (*first > as_at_) hold(registered_in_future, in_words(*first));
    if (!it_.last_day) return;
    if (*it_.last_day < *first) hold(ended_before_registered, in_words(*it_.last_day));
    if (*it_.last_day == *first) hold(ended_on_its_first_day, in_words(*it_.last_day));
}

void Desk::read_the_rest()
{
    it_.register_no = known(Heading::register_no);
    it_.sex = sex_as_typed(row_[Heading::sex]);
    it_.ethnicity = known(Heading::ethnicity);
    it_.legal_status = known(Heading::legal_status);
    it_.address = known(Heading::address);
    it_.postcode = postcode_as_typed(row_[Heading::postcode]).text;
    it_.household_no = known(Heading::household_no);
    for (const auto heading : {Heading::carer_1, Heading::carer_2})
        if (auto carer = carer_as_typed(row_[heading]); !carer.name.empty())
            it_.carers.push_back(std::move(carer));
    categories_ = categories_as_typed(row_[Heading::category], pack_);
    it_.categories = categories_.codes;
    it_.key_worker = key_worker_as_typed(row_[Heading::key_worker]);
    it_.key_worker_telephone = telephone_as_typed(row_[Heading::key_worker_telephone]);
    it_.team = known(Heading::team);
    it_.gp = known(Heading::gp);
    it_.school = known(Heading::school);
    it_.health = known(Heading::health);
}

/// What is left for the Designated Manager, in the order a clerk reads a row.
void Desk::ask()
{
    if (it_.surname.empty()) question(no_surname);
    if (it_.forename.empty()) question(no_forename);
    ask_about_birth();
    const bool open = it_.covers(as_at_);
    if (open && it_.address.empty()) question(no_address);
    ask_about_categories();
    if (open) ask_about_key_worker();
    if (it_.last_day && *it_.last_day > as_at_) question(ends_in_future, in_words(*it_.last_day));

    std::vector<Finding> troubles;
    it_.next_review = day_of(Heading::next_review, DateOf::review, troubles);
    const auto review = it_.next_review;
    if (review && *review <= it_.first_day) it_.next_review.reset(); // no plan can hold it
    if (!open) return;
    std::ranges::move(troubles, std::back_inserter(asked_));
    if (review && !it_.next_review)
        question(review_before_registration, in_words(*review));
    else if (review && *review < as_at_)
        question(review_late, in_words(*review));
    else if (!review && troubles.empty())
        question(no_review_date);
}

void Desk::ask_about_birth()
{
    const auto& birth = it_.birth;
    switch (birth.kind) {
    case Birth::Kind::unknown: return question(it_.unborn ? no_expected_date : no_birth_date);
    case Birth::Kind::expected:
        if (birth.day + birth_overdue_after < as_at_)
            question(birth_is_overdue, in_words(birth.day));
        return;
    case Birth::Kind::month:
    case Birth::Kind::year: return question(birth_date_not_whole, typed(Heading::born));
    case Birth::Kind::day: break;
    }
    if (it_.unborn) question(still_called_unborn, in_words(birth.day));
    if (birth.day > it_.first_day + pregnancy_max)
        question(registered_long_before_birth, in_words(it_.first_day));
    if (it_.last_day && birth.day > *it_.last_day) question(born_after_end, in_words(birth.day));
    const Day eighteenth = add_months(birth.day, 18 * 12);
    if (it_.covers(as_at_) && eighteenth <= as_at_) question(over_eighteen, in_words(eighteenth));
}

void Desk::ask_about_categories()
{
    for (const auto& unknown : categories_.unknown) question(unknown_category, unknown);
    if (categories_.codes.empty() && categories_.unknown.empty()) question(no_category);
}

void Desk::ask_about_key_worker()
{
    const std::string who = typed(Heading::key_worker);
    if (it_.key_worker.empty())
        question(no_key_worker, who.empty() ? "nobody is named" : "'" + who + "' is no one person");
    else if (it_.key_worker_telephone.empty())
        question(no_key_worker_telephone);
}

} // namespace

std::string_view code_name(RowCode code) { return entry(code).code; }

std::optional<RowCode> row_code_named(std::string_view name)
{
    const auto* const found = std::ranges::find(entries, name, &Entry::code);
    if (found == std::end(entries)) return std::nullopt;
    return static_cast<RowCode>(found - std::begin(entries));
}

Finding finding(RowCode code, std::string_view about)
{
    std::string sentence{entry(code).sentence};
    if (const auto blank = sentence.find("{}"); blank != std::string::npos)
        sentence.replace(blank, 2, about);
    return {code, std::move(sentence)};
}

Judged judge(const Row& row, Day as_at, const pack::Pack& pack)
{
    return Desk{row, as_at, pack}.judge();
}

} // namespace heed::extract
