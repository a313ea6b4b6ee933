#include "pieces/data_table.hpp"

#include "core/ensure.hpp"
#include "markup/components_page.hpp"

#include <algorithm>

namespace heed::pieces {

using namespace heed::markup;

namespace {

// Said again although the elements have them: where a stylesheet shows a table as blocks, some
// browsers forget that it is one.
Html head_cell(const Column& column)
{
    Html html{"<th scope=\"col\" role=\"columnheader\" class=\"govuk-table__header"};
    if (column.numeric) html << " govuk-table__header--numeric";
    html << "\"";
    if (column.order == Order::ascending) html << " aria-sort=\"ascending\"";
    if (column.order == Order::descending) html << " aria-sort=\"descending\"";
    html << ">";
    if (!column.sort) {
        html << column.title << "</th>";
        return html;
    }
    // The arrow is drawn; `aria-sort` says it.
    html << "<a class=\"heed-sort"
         << (column.order == Order::ascending    ? Html{" heed-sort--up"}
             : column.order == Order::descending ? Html{" heed-sort--down"}
                                                 : Html{})
         << "\" href=\"" << *column.sort << "\">" << column.title << "</a></th>";
    return html;
}

Html body_row(const DataTable& table, const std::vector<Words>& row)
{
    ensure(row.size() == table.columns.size(), "a row has other cells than the table has columns");
    Html html{"<tr role=\"row\" class=\"govuk-table__row\">"};
    for (std::size_t place = 0; place < row.size(); ++place) {
        const Column& column = table.columns[place];
        if (place == 0) {
            html << "<th scope=\"row\" role=\"rowheader\" class=\"govuk-table__header\">"
                 << row[place].html() << "</th>";
            continue;
        }
        html << "<td role=\"cell\" class=\"govuk-table__cell"
             << (column.numeric ? Html{" govuk-table__cell--numeric"} : Html{})
             << (column.nowrap ? Html{" heed-nowrap"} : Html{})
             << (table.state_column == place ? Html{" heed-table__state"} : Html{})
             << "\" data-label=\"" << column.title << "\">" << row[place].html() << "</td>";
    }
    html << "</tr>";
    return html;
}

std::vector<PaginationItem> page_links(const Paging& paging, std::size_t last)
{
    std::vector<PaginationItem> items;
    bool gap = false;
    for (std::size_t page = 1; page <= last; ++page) {
        const bool near = page + 1 >= paging.page && page <= paging.page + 1;
        if (page != 1 && page != last && !near) {
            if (!std::exchange(gap, true)) items.push_back({.ellipsis = true});
            continue;
        }
        gap = false;
        items.push_back({.number = grouped(page),
                         .href = paging.url.with("page", std::to_string(page)),
                         .current = page == paging.page,
                         .visually_hidden_text = paging.page_word + " " + grouped(page)});
    }
    return items;
}

} // namespace

std::string grouped(std::size_t number)
{
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ',');
    return digits;
}

Html data_table(const DataTable& options)
{
    if (options.rows.empty() && !options.when_empty.empty()) return options.when_empty;
    Html html;
    html << "<table role=\"table\" class=\"govuk-table heed-table"
         << (options.compact ? Html{" heed-table--compact"} : Html{})
         << "\"><caption class=\"govuk-table__caption "
         << (options.caption_hidden ? Html{"govuk-visually-hidden"}
                                    : Html{"govuk-table__caption--s"})
         << "\">" << options.caption
         << "</caption><thead role=\"rowgroup\" class=\"govuk-table__head\">"
            "<tr role=\"row\" class=\"govuk-table__row\">";
    for (const Column& column : options.columns) html << head_cell(column);
    html << "</tr></thead><tbody role=\"rowgroup\" class=\"govuk-table__body\">";
    for (const std::vector<Words>& row : options.rows) html << body_row(options, row);
    html << "</tbody></table>";
    return html;
}

Html paging(const Paging& options)
{
    ensure(options.page >= 1 && options.page_size >= 1, "pages are counted from one");
    Html html;
    if (options.total == 0) return html;
    const std::size_t last = (options.total + options.page_size - 1) / options.page_size;
    Paging here = options;
    here.page = std::min(options.page, last); // a list may have grown shorter meanwhile
    const std::size_t from = (here.page - 1) * here.page_size + 1;
    const std::size_t to = std::min(here.total, here.page * here.page_size);
    html << "<div class=\"heed-paging\"><p class=\"heed-paging__count\">" << options.showing
         << " <strong>" << grouped(from) << "</strong> " << options.to << " <strong>" << grouped(to)
         << "</strong> " << options.of << " <strong>" << grouped(options.total) << "</strong></p>";
    if (last > 1) {
        Pagination links{.items = page_links(here, last), .landmark_label = options.label};
        const auto link_to = [&](std::size_t page, const std::string& text) {
            return PaginationLink{.href = options.url.with("page", std::to_string(page)),
                                  .text = text};
        };
        if (here.page > 1) links.previous = link_to(here.page - 1, here.previous);
        if (here.page < last) links.next = link_to(here.page + 1, here.next);
        html << pagination(links);
    }
    html << "</div>";
    return html;
}

Column Sorting::column(const std::string& title, const std::string& key) const
{
    const bool sorted = key == by;
    const bool turn = sorted && !descending;
    return {.title = title,
            .sort = url.with("sort", key).with("order", turn ? "descending" : "ascending"),
            .order = !sorted      ? Order::none
                     : descending ? Order::descending
                                  : Order::ascending};
}

} // namespace heed::pieces
