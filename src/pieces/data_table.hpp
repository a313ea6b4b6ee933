#pragma once

#include "markup/components_list.hpp"
#include "markup/html.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace heed::pieces {

enum class Order { none, ascending, descending };

struct Column {
    std::string title;
    bool numeric = false;
    std::optional<markup::Url> sort = {}; ///< the same list sorted by this column
    Order order = Order::none;            ///< how it is sorted now
    bool nowrap = false;
};

/// A table whose first column names the row. On a telephone each row becomes a block with the
/// column titles beside the values, and the roles of a table are kept; on paper it is a table.
struct DataTable {
    std::string caption;
    std::vector<Column> columns;
    std::vector<std::vector<markup::Words>> rows; ///< as many cells as columns, else Broken
    bool caption_hidden = false;                  ///< only heard
    bool compact = true;
    std::optional<std::size_t> state_column = {}; ///< on telephones beside the row's name
    markup::Html when_empty = {};                 ///< instead of a table without rows
};
markup::Html data_table(const DataTable& options);

/// 1,203
std::string grouped(std::size_t number);

/// "Showing 51 to 100 of 187" and links to the other pages.
struct Paging {
    markup::Url url; ///< of the list; `page=N` is added
    std::size_t page = 1, page_size = 50, total = 0;
    std::string showing = "Showing", to = "to", of = "of";
    std::string previous = "Previous", next = "Next", label = "Pages", page_word = "Page";
};
markup::Html paging(const Paging& options);

/// Makes the columns of a list that can be sorted: `sort` and `order` are added to the query of
/// `url`, which has neither.
struct Sorting {
    markup::Url url;
    std::string by;
    bool descending = false;
    /// A column that can be sorted by `key`. The sorted one turns round; others begin ascending.
    Column column(const std::string& title, const std::string& key) const;
};

} // namespace heed::pieces
