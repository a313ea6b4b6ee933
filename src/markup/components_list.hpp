#pragma once

#include "markup/components_text.hpp"
#include "markup/options.hpp"

#include <optional>
#include <string>
#include <vector>

// Facts in rows: summary lists, tables, lists of tasks.
namespace heed::markup {

/// A link beside a fact, for instance "Change". `visually_hidden_text` says what: "Change address".
struct ActionLink {
    Words text;
    Url href;
    std::string visually_hidden_text = {};
    std::string classes = {};
    Attributes attributes = {};
};
struct ActionLinks {
    std::vector<ActionLink> items;
    std::string classes = {};
};
struct SummaryText {
    template <std::convertible_to<Words> T>
    SummaryText(T&& words, std::string more_classes = {})
        : text{std::forward<T>(words)}, classes{std::move(more_classes)}
    {
    }

    Words text;
    std::string classes;
};
struct SummaryRow {
    SummaryText key;
    SummaryText value;
    std::optional<ActionLinks> actions = {};
    std::string classes = {};
};
struct SummaryTitle {
    template <std::convertible_to<Words> T>
    SummaryTitle(T&& words, int level = 2, std::string more_classes = {})
        : text{std::forward<T>(words)}, heading_level{level}, classes{std::move(more_classes)}
    {
    }

    Words text;
    int heading_level;
    std::string classes;
};
/// The frame of a summary list, with a title and what one can do about the whole.
struct SummaryCard {
    std::optional<SummaryTitle> title = {};
    std::optional<ActionLinks> actions = {};
    std::string classes = {};
    Attributes attributes = {};
};
struct SummaryList {
    std::vector<SummaryRow> rows;
    std::optional<SummaryCard> card = {};
    std::string classes = {};
    Attributes attributes = {};
};
Html summary_list(const SummaryList& options);

/// A cell, of the head or of a row. `Cell{"12", Cell::numeric}` stands at the right.
struct Cell {
    static constexpr const char* numeric = "numeric";

    template <std::convertible_to<Words> T>
    Cell(T&& words, std::string how = {}) : text{std::forward<T>(words)}, format{std::move(how)}
    {
    }

    Words text;
    std::string format;
    std::string classes = {};
    int colspan = 0, rowspan = 0; ///< 0: not said
    Attributes attributes = {};
};
/// A table. Tables of people and things want `data_table` of the room `pieces`, which can be read
/// on a telephone.
struct Table {
    Words caption;
    std::optional<std::vector<Cell>> head = {};
    std::vector<std::vector<Cell>> rows = {};
    bool first_cell_is_header = false;
    std::string caption_classes = {};
    std::string classes = {};
    Attributes attributes = {};
};
Html table(const Table& options);

struct TaskStatus {
    Words text = Words::none();
    std::optional<Tag> tag = {}; ///< instead of the text
    std::string classes = {};
};
struct Task {
    Words title;
    TaskStatus status;
    std::optional<Url> href = {};
    std::optional<Words> hint = {};
    std::string title_classes = {};
    std::string classes = {};
    std::optional<std::size_t> number = {}; ///< in the ids; its place in the list when absent
};
struct TaskList {
    std::vector<Task> items;
    std::string id_prefix = "task-list";
    std::string classes = {};
    Attributes attributes = {};
};
Html task_list(const TaskList& options);

} // namespace heed::markup
