#pragma once

#include "markup/html.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace heed::pieces {

/// Words of a chart. The title says what was found, not what is drawn. Every chart is a picture
/// with a description, and the same figures as a table behind `show_table`.
struct ChartWords {
    std::string title;
    std::string description;
    std::string id; ///< unique on the page
    std::string show_table = "Show as a table";
};

/// How much of each whole was done, against a goal. Colour does not say whether the goal was met:
/// a bar that misses it is hatched and says so.
struct GoalBars {
    struct Row {
        std::string label;
        std::size_t part = 0, whole = 0;
    };
    ChartWords words;
    std::vector<Row> rows;
    unsigned goal_percent = 100;
    std::string goal_word = "goal", of_word = "of", below_word = "below the goal";
    std::string row_title, part_title, whole_title, percent_title = "%"; ///< heads of the table
};
markup::Html goal_bars(const GoalBars& options);

/// Counts by period: those in order, and on top, hatched and numbered, those that were not.
struct CountsOverTime {
    struct Period {
        std::string label;
        std::size_t good = 0, late = 0;
    };
    ChartWords words;
    std::vector<Period> periods; ///< at most 24
    std::string good_word, late_word;
    std::string period_title;
};
markup::Html counts_over_time(const CountsOverTime& options);

} // namespace heed::pieces
