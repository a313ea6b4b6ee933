#include "listing/list_page.hpp"

#include "core/text.hpp"
#include "forms/forms.hpp"
#include "listing/list_wire.hpp"
#include "markup/components.hpp"
#include "pieces/answer.hpp"
#include "pieces/data_table.hpp"
#include "pieces/page.hpp"
#include "pieces/record.hpp"
#include "pieces/search.hpp"

namespace heed::listing {

namespace {

using markup::Html;
using markup::Url;
using markup::Words;

/// `/list` with what was asked, but for `left_out`: every link keeps the other choices.
Url list_url(const web::Fields& asked, std::initializer_list<std::string_view> left_out)
{
    Url url{"/list"};
    for (const auto& [name, value] : asked)
        if (!value.empty() && std::ranges::find(left_out, name) == left_out.end())
            url = url.with(name, value);
    return url;
}

/// The list of that day and moment without any choice: what the counts count.
Url whole_list(const web::Fields& asked)
{
    return list_url(asked, {"show", "page", "category", "key_worker", "team", "all"});
}

/// As it begins a heading.
std::string titled(std::string words)
{
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
        words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

std::string age_of(const child::Birth& birth, Day on)
{
    if (birth.is_unborn()) return "unborn";
    const auto age = birth.age_on(on);
    if (!age) return "not known";
    return (birth.kind() == child::BirthKind::estimated_year ? "about " : "") +
           std::to_string(*age);
}

/// As short as a cell of a list is wide.
std::string short_words(Alarm alarm, const Line& line, Day on, const pack::Pack& pack)
{
    if (alarm == Alarm::key_worker_not_qualified) return heading_of(alarm, pack);
    return in_words(alarm, line.plan, on, pack);
}

Html state_of(const Line& line, Day on, const pack::Pack& pack)
{
    if (line.alarms.empty())
        return markup::tag({.text = "On track", .classes = "govuk-tag--green"});
    const Alarm first = line.alarms.front();
    Html state =
        markup::tag({.text = short_words(first, line, on, pack),
                     .classes = is_grave(first) ? "govuk-tag--yellow" : "govuk-tag--blue"});
    for (std::size_t i = 1; i < line.alarms.size(); ++i)
        state << "<br>" << short_words(line.alarms[i], line, on, pack);
    return state;
}

Html name_cell(const Line& line, Day on)
{
    Html cell = markup::link(line.name(on).sorting(), Url{"/children/" + line.child.id.text()});
    if (line.plan.home) cell << "<br>" << "Plan of " + line.plan.home->name;
    for (const std::string& other : line.also_recorded_as) cell << "<br>Also recorded as " << other;
    return cell;
}

Html key_worker_cell(const Line& line)
{
    if (!line.key_worker) {
        if (line.plan.home && !line.plan.home->key_worker.empty())
            return Html::escaped(line.plan.home->key_worker);
        return Html{"<strong>None</strong>"};
    }
    Html cell = Html::escaped(line.key_worker->name);
    if (!line.key_worker->telephone.empty())
        cell << "<br>" << pieces::telephone(line.key_worker->telephone);
    return cell;
}

std::vector<Words> row_of(const Line& line, Day on, const pack::Pack& pack)
{
    const auto due = line.plan.next_review_due;
    return {name_cell(line, on),
            age_of(line.child.particulars.birth, on),
            line.plan.categories.empty() ? std::string{"None"} : category_labels(line.plan, pack),
            heed::in_words(line.plan.period.first()),
            key_worker_cell(line),
            due ? heed::in_words(*due) : std::string{"Not set"},
            state_of(line, on, pack)};
}

Html table_of(const ListPage& page, std::span<const Line* const> lines, std::size_t total,
              const pack::Pack& pack)
{
    const pieces::Sorting sorting{.url = list_url(page.asked, {"sort", "order", "page"}),
                                  .by = std::string{code(page.wanted.sort_by)},
                                  .descending = page.wanted.descending};
    const std::string children = total == 1 ? " child" : " children";
    pieces::DataTable table{
        .caption = pieces::grouped(total) + children +
                   (page.wanted.sort_by == SortBy::attention ? ", those to be seen to first" : ""),
        .columns = {sorting.column("Name", "name"), sorting.column("Age", "born"),
                    sorting.column("Categories", "category"), sorting.column("Plan since", "since"),
                    sorting.column(titled(pack.word(pack::Word::key_worker)), "key_worker"),
                    sorting.column("Next review", "review"), sorting.column("Now", "attention")},
        .state_column = 6,
        .when_empty = pieces::empty_state(
            "No child is listed",
            "Nobody matches what was chosen. That does not mean that a child is safe: the enquiry "
            "desk looks at everybody who is known.")};
    for (const Line* line : lines) table.rows.push_back(row_of(*line, page.list.as_of.on, pack));
    return pieces::data_table(table);
}

pieces::Tile tile(const ListPage& page, Alarm alarm, const std::string& text, std::size_t count)
{
    return {.count = pieces::grouped(count),
            .text = text,
            .href = whole_list(page.asked).with("show", code(alarm)),
            .late = count > 0 && is_grave(alarm)};
}

Html tiles_of(const ListPage& page, const pack::Pack& pack)
{
    const Counts found = counts(page.list);
    const std::string& worker = pack.word(pack::Word::key_worker);
    std::vector<pieces::Tile> tiles{
        {.count = pieces::grouped(found.all),
         .text = found.all == 1 ? "child" : "children",
         .href = whole_list(page.asked)},
        tile(page, Alarm::review_late, "reviews late", found.of(Alarm::review_late)),
        tile(page, Alarm::no_key_worker, "without a " + worker, found.of(Alarm::no_key_worker)),
        tile(page, Alarm::key_worker_not_qualified, "without a qualified " + worker,
             found.of(Alarm::key_worker_not_qualified)),
        tile(page, Alarm::address_never_verified, "addresses never verified",
             found.of(Alarm::address_never_verified))};
    if (found.temporary > 0)
        tiles.push_back({.count = pieces::grouped(found.temporary),
                         .text = "here for a while, on another authority's plan",
                         .href = whole_list(page.asked).with("show", "temporary")});
    return pieces::tiles(tiles);
}

Html filters_of(const ListPage& page, const pack::Pack& pack)
{
    std::vector<forms::Option> categories{{.text = "All", .value = ""}};
    for (const auto& category : pack.categories())
        categories.push_back({.text = category.label, .value = category.code});
    std::vector<forms::Option> workers{{.text = "All", .value = ""}};
    for (const auto& [id, name] : key_workers(page.list))
        workers.push_back({.text = name, .value = id});
    // Where no list was read, what was chosen stays chosen.
    if (page.sheet.is_wrong() && !page.wanted.key_worker.empty())
        workers.push_back({.text = "As chosen before", .value = page.wanted.key_worker});
    std::vector<forms::Option> teams_there{{.text = "All", .value = ""}};
    for (const std::string& team : teams(page.list))
        teams_there.push_back({.text = team, .value = team});
    if (page.sheet.is_wrong() && !page.wanted.team.empty())
        teams_there.push_back({.text = page.wanted.team, .value = page.wanted.team});
    std::vector<forms::Option> shown{{.text = "Everyone", .value = ""}};
    for (std::size_t i = 0; i < heed::codes<Alarm>.size(); ++i)
        shown.push_back({.text = heading_of(static_cast<Alarm>(i), pack),
                         .value = std::string{heed::codes<Alarm>[i]}});
    shown.push_back({.text = "Here for a while", .value = "temporary"});
    const auto asked = [&](const char* name) { return std::string{page.asked.text(name)}; };
    Html fields;
    fields
        << forms::select({.label = "Category",
                          .name = "category",
                          .items = categories,
                          .value = page.wanted.category})
        << forms::select({.label = titled(pack.word(pack::Word::key_worker)),
                          .name = "key_worker",
                          .items = workers,
                          .value = page.wanted.key_worker})
        << forms::select(
               {.label = "Team", .name = "team", .items = teams_there, .value = page.wanted.team})
        << forms::select({.label = "Show", .name = "show", .items = shown, .value = asked("show")})
        << page.sheet.date("As on", "on") << page.sheet.date("As known on", "known")
        << forms::input({.label = "At, as 14:30",
                         .name = "known-time",
                         .value = page.sheet.text("known-time"),
                         .error = page.sheet.error_at("known-time"),
                         .classes = "govuk-input--width-4",
                         .autocomplete = "off"});
    return pieces::filter_bar({.action = "/list",
                               .fields = fields,
                               .button = "Apply",
                               .label = "Choose which children are listed"});
}

Html take_away(const ListPage& page)
{
    Html links;
    links << "<p class=\"govuk-body\">"
          << markup::link("Download for a spreadsheet",
                          Url{"/list.csv" + list_url(page.asked, {"page"}).text().substr(5)})
          << " (recorded) &middot; "
          << markup::link("All on one page, to print",
                          list_url(page.asked, {"page"}).with("all", "1"))
          << "</p>";
    return pieces::not_printed(links);
}

/// What it is a list of; a sheet of paper says besides whose, as at which moment and by whom.
Html as_of_words(const ListPage& page)
{
    const auto& as_of = page.list.as_of;
    const std::string on = "As on " + heed::in_words(as_of.on);
    const std::string then =
        as_of.known_at ? ", as it was known at " + heed::in_words(*as_of.known_at) : "";
    const std::string read_at = heed::in_words(page.read_at);
    const std::string screen = on + (then.empty() ? ", as known now" : then) + ".";
    const std::string paper = page.authority + ". " + on +
                              (then.empty() ? ", as known at " + read_at : then) + ". Printed by " +
                              page.reader + ", from the record of " + read_at + ".";
    return pieces::not_printed(markup::paragraph(screen)) +
           pieces::print_only(markup::paragraph(paper));
}

} // namespace

markup::Html list_page(const ListPage& page, const pack::Pack& pack)
{
    const auto lines = chosen(page.list, page.wanted);
    const std::size_t pages = std::max<std::size_t>(1, (lines.size() + page_size - 1) / page_size);
    const std::size_t at = page.all_on_one_page ? 1 : std::clamp<std::size_t>(page.page, 1, pages);
    const std::size_t size = page.all_on_one_page ? lines.size() : page_size;
    const std::size_t from = (at - 1) * size;
    const auto slice =
        std::span{lines}.subspan(from, std::min(size, lines.size() - std::min(from, lines.size())));
    Html main = page.sheet.problems();
    main << markup::heading(1, "Children subject to a plan", "govuk-heading-l");
    if (page.sheet.is_wrong())
        return main << markup::paragraph("No list is shown: correct the days first.")
                    << filters_of(page, pack);
    main << as_of_words(page) << tiles_of(page, pack) << pieces::not_printed(filters_of(page, pack))
         << table_of(page, slice, lines.size(), pack);
    if (!page.all_on_one_page)
        main << pieces::paging({.url = list_url(page.asked, {"page"}),
                                .page = at,
                                .page_size = page_size,
                                .total = lines.size()});
    return main << take_away(page);
}

} // namespace heed::listing
