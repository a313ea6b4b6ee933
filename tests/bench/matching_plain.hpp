#pragma once

#include "matching_cases.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

/// What the other finders are given: plain names, a row for each name somebody has, and a score of
/// the usual kind. Nothing of ours is used, but the list of short forms: theirs would be as good.
namespace heed::bench {

/// Small plain letters, apostrophes closed up, hyphens as spaces.
std::string plain_name(std::string_view name);

struct PlainRow {
    std::string forename;
    std::string surname;
    std::string town;
    Day born{};
};
/// A row for each name, and for each half of a surname.
std::vector<PlainRow> plain_rows(const matching::Person& person);

struct PlainQuestion {
    std::string forename;
    std::string surname; ///< the carer's when the child's was not said
    std::string town;
    std::optional<matching::Born> born;
    std::optional<Day> turned; ///< day and month the other way round

    /// What somebody scores who is exactly as was said.
    double best_possible() const;
};
PlainQuestion plain_question(const support::Question& question);

/// 0 when they have nothing in common, else up to 1: shared trigrams, as pg_trgm counts them.
double shared_trigrams(std::string_view left, std::string_view right);
/// The same sum as the PostgreSQL search ranks by.
double plain_score(const PlainQuestion& question, const PlainRow& row, bool short_form);

/// Says who would be shown, and whether the first is strong: near the best possible, and apart.
void plain_confidence(Outcome& outcome, double best_possible);

/// "liz" and "elizabeth", both ways, of a file of short forms.
std::vector<std::pair<std::string, std::string>> short_form_pairs(const std::string& file);

} // namespace heed::bench
