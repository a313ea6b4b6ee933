#include "pieces/chart.hpp"

#include "core/ensure.hpp"
#include "markup/components_list.hpp"
#include "pieces/data_table.hpp"

#include <algorithm>

namespace heed::pieces {

using namespace heed::markup;

namespace {

// Drawn narrow, so that on a telephone the words are still 11 pixels high.
constexpr std::size_t width = 420;

Html hatch(const std::string& id)
{
    Html html;
    html << "<defs><pattern id=\"" << id
         << "-hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
            "patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" "
            "class=\"heed-chart__gap\"/><rect width=\"3\" height=\"6\" "
            "class=\"heed-chart__late\"/></pattern></defs>";
    return html;
}

// Figure, picture, and the figures as a table for those who want or need them.
Html figure(const ChartWords& words, std::size_t height, const Html& drawing, const Table& figures)
{
    Html html{"<figure class=\"heed-chart\"><figcaption class=\"heed-chart__title\">"};
    html << words.title << "</figcaption><svg class=\"heed-chart__picture\" role=\"img\" "
         << "aria-label=\"" << words.description << "\" viewBox=\"0 0 " << width << " " << height
         << "\" xmlns=\"http://www.w3.org/2000/svg\">" << hatch(words.id) << drawing << "</svg>"
         << details({.summary = words.show_table, .text = table(figures)}) << "</figure>";
    return html;
}

Html text_at(std::size_t x, std::size_t y, Literal classes, const std::string& text)
{
    Html html;
    html << "<text x=\"" << x << "\" y=\"" << y << "\" class=\"" << classes << "\">" << text
         << "</text>";
    return html;
}

Html line(std::size_t x1, std::size_t y1, std::size_t x2, std::size_t y2, Literal classes)
{
    Html html;
    html << "<line x1=\"" << x1 << "\" y1=\"" << y1 << "\" x2=\"" << x2 << "\" y2=\"" << y2
         << "\" class=\"" << classes << "\"/>";
    return html;
}

Html rectangle(std::size_t x, std::size_t y, std::size_t w, std::size_t h, Literal classes)
{
    Html html;
    html << "<rect x=\"" << x << "\" y=\"" << y << "\" width=\"" << w << "\" height=\"" << h
         << "\" class=\"" << classes << "\"/>";
    return html;
}

Html hatched(std::size_t x, std::size_t y, std::size_t w, std::size_t h, const std::string& id)
{
    Html html;
    html << "<rect x=\"" << x << "\" y=\"" << y << "\" width=\"" << w << "\" height=\"" << h
         << "\" fill=\"url(#" << id << "-hatch)\" class=\"heed-chart__edge\"/>";
    return html;
}

// Rounded down, so that 94.6 of a goal of 95 is never shown as 95 and missed.
std::size_t percent(const GoalBars::Row& row)
{
    return row.whole == 0 ? 0 : row.part * 100 / row.whole;
}

bool misses(const GoalBars::Row& row, unsigned goal) { return row.part * 100 < row.whole * goal; }

Html goal_row(const GoalBars& options, const GoalBars::Row& row, std::size_t top)
{
    constexpr std::size_t bar_height = 18;
    const std::size_t bar = top + 22;
    const std::size_t length =
        row.whole == 0 ? 0 : width * std::min(row.part, row.whole) / row.whole;
    const bool missed = misses(row, options.goal_percent);
    std::string figures = grouped(row.part) + " " + options.of_word + " " + grouped(row.whole);
    if (missed) figures += ", " + options.below_word;
    Html html = text_at(0, top + 14, "heed-chart__label", row.label);
    html << rectangle(0, bar, width, bar_height, "heed-chart__track")
         << (missed ? hatched(0, bar, length, bar_height, options.words.id)
                    : rectangle(0, bar, length, bar_height, "heed-chart__good"))
         << text_at(0, bar + bar_height + 16, "heed-chart__value",
                    row.whole == 0 ? "–" : std::to_string(percent(row)) + "%")
         << text_at(50, bar + bar_height + 16, "heed-chart__small", figures);
    return html;
}

Table goal_figures(const GoalBars& options)
{
    Table figures{.caption = options.words.title,
                  .head = {{{options.row_title},
                            {options.part_title, Cell::numeric},
                            {options.whole_title, Cell::numeric},
                            {options.percent_title, Cell::numeric}}},
                  .first_cell_is_header = true,
                  .caption_classes = "govuk-visually-hidden",
                  .classes = "heed-table--compact"};
    for (const GoalBars::Row& row : options.rows)
        figures.rows.push_back({row.label,
                                {grouped(row.part), Cell::numeric},
                                {grouped(row.whole), Cell::numeric},
                                {std::to_string(percent(row)) + "%", Cell::numeric}});
    return figures;
}

// The step of the scale: 1, 2 or 5 times a power of ten, so that there are three to six lines.
std::size_t scale_step(std::size_t most)
{
    for (std::size_t ten = 1;; ten *= 10)
        for (const std::size_t times : {1UL, 2UL, 5UL})
            if (most <= times * ten * 5) return times * ten;
}

struct Plot {
    std::size_t left = 38, top = 22, height = 150, bottom = top + height;
    std::size_t step, highest;

    explicit Plot(std::size_t most)
        : step{scale_step(most)}, highest{std::max((most + step - 1) / step, std::size_t{1}) * step}
    {
    }
    std::size_t tall(std::size_t count) const { return height * count / highest; }
};

Html grid(const Plot& plot)
{
    Html html;
    for (std::size_t count = 0; count <= plot.highest; count += plot.step) {
        const std::size_t y = plot.bottom - plot.tall(count);
        html << line(plot.left, y, width, y,
                     count == 0 ? Literal{"heed-chart__axis"} : Literal{"heed-chart__grid"})
             << text_at(plot.left - 6, y + 4, "heed-chart__small heed-chart__end", grouped(count));
    }
    return html;
}

Html period_bars(const CountsOverTime& options, const Plot& plot)
{
    const std::size_t slot = (width - plot.left) / std::max<std::size_t>(options.periods.size(), 1);
    const std::size_t bar = slot * 7 / 10;
    const bool every_label = slot >= 26;
    Html html;
    for (std::size_t place = 0; place < options.periods.size(); ++place) {
        const CountsOverTime::Period& period = options.periods[place];
        const std::size_t x = plot.left + place * slot + (slot - bar) / 2;
        const std::size_t good = plot.tall(period.good);
        const std::size_t all = plot.tall(period.good + period.late);
        html << rectangle(x, plot.bottom - good, bar, good, "heed-chart__good");
        if (period.late > 0)
            html << hatched(x, plot.bottom - all, bar, all - good, options.words.id)
                 << text_at(x + bar / 2, plot.bottom - all - 5, "heed-chart__count",
                            grouped(period.late));
        if (every_label || place % 2 == 0)
            html << text_at(x + bar / 2, plot.bottom + 18, "heed-chart__small heed-chart__middle",
                            period.label);
    }
    return html;
}

Html key(const CountsOverTime& options, const Plot& plot)
{
    const std::size_t y = plot.bottom + 34;
    return rectangle(plot.left, y, 14, 14, "heed-chart__good") +
           text_at(plot.left + 22, y + 12, "heed-chart__small", options.good_word) +
           hatched(plot.left + 150, y, 14, 14, options.words.id) +
           text_at(plot.left + 172, y + 12, "heed-chart__small", options.late_word);
}

Table period_figures(const CountsOverTime& options)
{
    Table figures{.caption = options.words.title,
                  .head = {{{options.period_title},
                            {options.good_word, Cell::numeric},
                            {options.late_word, Cell::numeric}}},
                  .first_cell_is_header = true,
                  .caption_classes = "govuk-visually-hidden",
                  .classes = "heed-table--compact"};
    for (const CountsOverTime::Period& period : options.periods)
        figures.rows.push_back({period.label,
                                {grouped(period.good), Cell::numeric},
                                {grouped(period.late), Cell::numeric}});
    return figures;
}

} // namespace

Html goal_bars(const GoalBars& options)
{
    constexpr std::size_t top = 26, row_height = 72;
    const std::size_t bottom = top + options.rows.size() * row_height;
    const std::size_t goal = width * std::min(options.goal_percent, 100U) / 100;
    Html drawing = text_at(goal, 14, "heed-chart__small heed-chart__end",
                           options.goal_word + " " + std::to_string(options.goal_percent) + "%");
    for (std::size_t place = 0; place < options.rows.size(); ++place)
        drawing << goal_row(options, options.rows[place], top + place * row_height);
    // Drawn last and through all rows: the goal is never scrolled or covered away.
    drawing << line(goal, 18, goal, bottom - 24, "heed-chart__goal");
    return figure(options.words, bottom, drawing, goal_figures(options));
}

Html counts_over_time(const CountsOverTime& options)
{
    ensure(options.periods.size() <= 24, "more periods than can be read");
    std::size_t most = 1;
    for (const CountsOverTime::Period& period : options.periods)
        most = std::max(most, period.good + period.late);
    const Plot plot{most};
    return figure(options.words, plot.bottom + 56,
                  grid(plot) + period_bars(options, plot) + key(options, plot),
                  period_figures(options));
}

} // namespace heed::pieces
