#include "extract/same_child.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <unordered_map>

namespace heed::extract {

namespace {

using std::chrono::days;

// How far a birth may fall from the day it was expected on.
constexpr days birth_from_expected_max{100};

bool same_forename(const Registration& left, const Registration& right)
{
    const auto is_name_of = [](const std::string& name, const Registration& other) {
        return name == folded(other.forename) ||
               std::ranges::any_of(other.aliases,
                                   [&](const Alias& a) { return folded(a.forename) == name; });
    };
    return is_name_of(folded(left.forename), right) || is_name_of(folded(right.forename), left);
}

bool same_surname(const Registration& left, const Registration& right)
{
    return folded(left.surname) == folded(right.surname);
}

bool knows_day(const Birth& birth) { return birth.kind == Birth::Kind::day; }

/// One row was written before the birth and the other after it.
bool born_since(const Registration& before, const Registration& after)
{
    return before.birth.kind == Birth::Kind::expected && knows_day(after.birth) &&
           std::chrono::abs(after.birth.day - before.birth.day) <= birth_from_expected_max;
}

bool same_home(const Registration& left, const Registration& right)
{
    if (!left.household_no.empty() && left.household_no == right.household_no) return true;
    return !left.address.empty() && folded(left.address) == folded(right.address) &&
           left.postcode == right.postcode;
}

bool is_nameless(const Registration& one) { return one.unborn && one.forename == "Unborn"; }

/// Two nameless unborn children of one mother are as likely twins as one child twice.
bool same_by_number(const Registration& left, const Registration& right)
{
    if (left.register_no.empty() || left.register_no != right.register_no) return false;
    if (is_nameless(left) && is_nameless(right))
        return left.middle == right.middle && same_surname(left, right);
    if (is_nameless(left) != is_nameless(right))
        return same_surname(left, right) && (born_since(left, right) || born_since(right, left));
    return same_forename(left, right) &&
           (same_surname(left, right) || (knows_day(left.birth) && left.birth == right.birth));
}

/// Under which keys a child is looked for by birth: those at home who were born that day.
std::vector<std::string> keys_of(const Registration& one)
{
    const std::string born = folded(one.surname) + '|' + to_iso(one.birth.day) + '|';
    std::vector<std::string> keys;
    if (!one.household_no.empty()) keys.push_back(born + "household " + one.household_no);
    if (!one.address.empty()) keys.push_back(born + folded(one.address) + one.postcode);
    return keys;
}

bool overlap(const Registration& left, const Registration& right)
{
    return left.covers(right.first_day) || right.covers(left.first_day);
}

std::string on_line(std::size_t line) { return "on line " + std::to_string(line); }

void hold(Judged& judged, RowCode code, const Judged& other)
{
    judged.outcome = RowOutcome::held;
    judged.findings = {finding(code, on_line(other.line))};
}

/// The rows of one file on one table, taken up one after the other.
class Table {
public:
    explicit Table(std::vector<Judged>& all) : all_{all} {}

    void take_up(std::size_t index)
    {
        Judged& row = all_[index];
        if (!row.registration) return;
        const auto earlier = earlier_row_of_the_child(index);
        if (earlier) {
            row.child_line = all_[*earlier].child_line;
            weigh_against_the_childs_rows(row);
        } else if (const auto other = another_child_of_the_number(*row.registration)) {
            if (row.outcome == RowOutcome::accepted)
                row.outcome = RowOutcome::accepted_with_questions;
            row.findings.push_back(
                finding(RowCode::register_number_shared, on_line(all_[*other].line)));
        }
        remember(index);
    }

private:
    std::optional<std::size_t> earlier_row_of_the_child(std::size_t index) const
    {
        const Registration& one = *all_[index].registration;
        std::optional<std::size_t> found;
        const auto look = [&](const auto& map, const std::string& key) {
            for (auto [at, end] = map.equal_range(key); at != end; ++at)
                if (same_child(*all_[at->second].registration, one))
                    found = std::min(found.value_or(at->second), at->second);
        };
        if (!one.register_no.empty()) look(by_number_, one.register_no);
        for (const auto& key : keys_of(one)) look(by_birth_, key);
        return found;
    }

    std::optional<std::size_t> another_child_of_the_number(const Registration& one) const
    {
        if (one.register_no.empty()) return std::nullopt;
        const auto found = by_number_.find(one.register_no);
        if (found == by_number_.end()) return std::nullopt;
        return found->second;
    }

    void weigh_against_the_childs_rows(Judged& row)
    {
        for (const std::size_t index : rows_of_child_[row.child_line]) {
            Judged& other = all_[index];
            if (other.outcome == RowOutcome::held) continue;
            const Registration &theirs = *other.registration, &ours = *row.registration;
            if (theirs == ours) {
                row.outcome = RowOutcome::already_there;
                row.findings = {finding(RowCode::repeated_row, on_line(other.line))};
                return;
            }
            if (theirs.first_day == ours.first_day)
                return hold(row, RowCode::differs_from_earlier_row, other);
            if (!overlap(theirs, ours)) continue;
            // Whoever asks tonight must be told of the plan that is running.
            const bool ours_runs = !ours.last_day && theirs.last_day;
            if (!ours_runs) return hold(row, RowCode::overlaps_another_row, other);
            hold(other, RowCode::overlaps_another_row, row);
        }
    }

    void remember(std::size_t index)
    {
        const Judged& row = all_[index];
        if (const auto& number = row.registration->register_no; !number.empty())
            by_number_.emplace(number, index);
        for (auto& key : keys_of(*row.registration)) by_birth_.emplace(std::move(key), index);
        rows_of_child_[row.child_line].push_back(index);
    }

    std::vector<Judged>& all_;
    std::unordered_multimap<std::string, std::size_t> by_number_, by_birth_;
    std::unordered_map<std::size_t, std::vector<std::size_t>> rows_of_child_;
};

} // namespace

bool same_child(const Registration& left, const Registration& right)
{
    if (same_by_number(left, right)) return true;
    return !is_nameless(left) && !is_nameless(right) && knows_day(left.birth) &&
           left.birth == right.birth && same_surname(left, right) && same_forename(left, right) &&
           same_home(left, right);
}

std::vector<Judged> judge_together(std::span<const Row> rows, Day as_at, const pack::Pack& pack)
{
    std::vector<Judged> all;
    all.reserve(rows.size());
    std::unordered_map<std::string_view, std::size_t> lines_by_text;
    for (const Row& row : rows) {
        const auto [first, is_new] = lines_by_text.emplace(trimmed(row.text), row.line);
        all.push_back(judge(row, as_at, pack));
        if (is_new) continue;
        all.back() = {.line = row.line,
                      .outcome = RowOutcome::already_there,
                      .findings = {finding(RowCode::repeated_row, on_line(first->second))},
                      .child_line = first->second};
    }
    Table table{all};
    for (std::size_t i = 0; i < all.size(); ++i) table.take_up(i);
    for (Judged& row : all)
        if (row.outcome == RowOutcome::held || row.outcome == RowOutcome::already_there)
            row.registration.reset();
    return all;
}

} // namespace heed::extract
