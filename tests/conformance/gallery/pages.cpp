#include "conformance/gallery/gallery.hpp"

#include "forms/forms.hpp"
#include "markup/components.hpp"
#include "pieces/answer.hpp"
#include "pieces/chart.hpp"
#include "pieces/data_table.hpp"
#include "pieces/record.hpp"
#include "pieces/search.hpp"

#include <array>

namespace heed::gallery {

using namespace heed::markup;
using namespace heed::pieces;

Html specimen_page(const std::string& title, std::size_t place, Html main, Html before_main)
{
    std::vector<NavigationItem> navigation{{.text = "Enquiry desk", .href = "desk-before.html"},
                                           {.text = "Children", .href = "record.html"},
                                           {.text = "List", .href = "list.html"},
                                           {.text = "Settings", .href = "fields.html"}};
    navigation.at(place).current = true;
    return page_skeleton(
        {.title = title,
         .organisation = "Northmere Council",
         .service_name = "Heed",
         .navigation = navigation,
         .user_line = user_line({.who = Html{"<strong>Femi Castell</strong>, duty worker"},
                                 .note = "Every page you open is recorded."}),
         .before_main = std::move(before_main),
         .main = std::move(main),
         .footer = {link("Accessibility", "#a"), link("Who sees this", "#b"),
                    Html{"Specimen: nobody here is real"}},
         .assets = {.style = "heed.css", .script = "heed.js", .icon = "icon.svg"}});
}

namespace {

Html chronology()
{
    return timeline(
        {.groups = {{.heading = "2026",
                     .events = {{.title = "Enquiry by County Hospital",
                                 .when = "16 November",
                                 .text = "Scald on the forearm, said to be from a kettle. The key "
                                         "worker was told within the hour.",
                                 .source = "Enquiry desk",
                                 .machine_when = "2026-11-16"},
                                {.title = "Review conference: plan continues",
                                 .when = "4 November",
                                 .text = "All there but the police, who wrote.",
                                 .source = "Conference",
                                 .key = true,
                                 .machine_when = "2026-11-04"},
                                {.title = "Seen at school, alone",
                                 .when = "21 October",
                                 .source = "I. Vaughan",
                                 .machine_when = "2026-10-21"},
                                {.title = "Plan began: neglect",
                                 .when = "2 September",
                                 .text = "Initial conference, twelve working days after the "
                                         "strategy discussion.",
                                 .source = "Conference",
                                 .key = true,
                                 .machine_when = "2026-09-02"}}},
                    {.heading = "2023",
                     .events = {{.title = "Earlier plan ended",
                                 .when = "17 March",
                                 .text = "After ten months.",
                                 .key = true,
                                 .machine_when = "2023-03-17"}}}}});
}

Html side()
{
    return summary_list(
        {.rows = {{.key = "Lives at",
                   .value = "31 Tanner Street, NX2 5QF",
                   .actions =
                       ActionLinks{
                           {{.text = "Change", .href = "#", .visually_hidden_text = "address"}}}},
                  {.key = "School", .value = "Saltway Primary, Year 4"},
                  {.key = "Parental responsibility", .value = "Carys Beale, Huw Beale"},
                  {.key = "General practitioner",
                   .value = Html{"Dr Ansah, "} + telephone("01632 960 455")}},
         .card = SummaryCard{.title = "Particulars"}});
}

} // namespace

Html record()
{
    Html ring{"<strong>Key worker:</strong> Idris Vaughan "};
    ring << telephone("01632 960 164");
    Html main =
        person_banner({.name = "Osian Beale",
                       .description = "Boy, 8, born 9 June 2018. Also called Ossie.",
                       .tags = {{.text = "On a plan: neglect", .classes = "govuk-tag--red"},
                                {.text = "Welsh spoken at home", .classes = "govuk-tag--grey"}},
                       .aside = {ring, Html{"<strong>Next review:</strong> by 1 May 2027"}},
                       .note = "Record CP-1180. NHS number 999 000 0018."});
    main << sub_navigation("Osian Beale", {{"Overview", "#", true},
                                           {"Chronology", "#1"},
                                           {"People", "#2"},
                                           {"Plan", "#3"},
                                           {"Who looked", "#4"}})
         << fact_strip({{"Last seen", "21 October", "alone, at school"},
                        {"Next visit", "4 days late", "due 18 November", true},
                        {"Core group", "1 December", "booked"},
                        {"Review", "by 1 May 2027", "within 6 months"}})
         << columns(heading(2, "Chronology", "govuk-heading-m") + chronology(), side())
         << empty_state("No documents yet",
                        "What is put on the record appears here, newest first.");
    return specimen_page("Child", 1, main,
                         breadcrumbs({.items = {{.text = "Children", .href = "list.html"},
                                                {.text = "Record CP-1180"}}}));
}

namespace {

std::vector<std::vector<Words>> list_rows()
{
    const auto row = [](const char* name, const char* age, const char* category, const char* since,
                        const char* worker, const char* seen, Html state) {
        return std::vector<Words>{link(name, "record.html"), age, category, since, worker, seen,
                                  std::move(state)};
    };
    return {row("Beale, Lowri", "11", "Neglect", "2 Sep 2026", "I. Vaughan", "21 Oct",
                tag({.text = "Visit late", .classes = "govuk-tag--red"})),
            row("Beale, Osian", "8", "Neglect", "2 Sep 2026", "I. Vaughan", "21 Oct",
                tag({.text = "Visit late", .classes = "govuk-tag--red"})),
            row("Castellanos-Whitworth, Aurelia", "3", "Emotional abuse", "12 Jan 2026",
                "R. Adeleke", "19 Nov",
                tag({.text = "Review due", .classes = "govuk-tag--yellow"})),
            row("Fenn, unborn", "–", "Physical abuse", "30 Oct 2026", "T. Marsh", "17 Nov",
                tag({.text = "In time", .classes = "govuk-tag--green"})),
            row("Oyelaran, Tobi", "15", "Sexual abuse", "6 May 2025", "T. Marsh", "20 Nov",
                tag({.text = "18 months", .classes = "govuk-tag--blue"}))};
}

Html filters()
{
    using namespace heed::forms;
    return filter_bar({.action = "list.html",
                       .fields = select({.label = "Team",
                                         .name = "team",
                                         .items = {{.text = "All"}, {.text = "West"}}}) +
                                 select({.label = "Main category",
                                         .name = "category",
                                         .items = {{.text = "All"}, {.text = "Neglect"}}}) +
                                 input({.label = "On the day",
                                        .name = "on",
                                        .value = "22/11/2026",
                                        .classes = "govuk-input--width-10"}),
                       .button = "Show",
                       .label = "Choose from the list"});
}

Html charts()
{
    CountsOverTime reviews{.words = {.title = "Most late reviews fell in the summer",
                                     .description = "Reviews by month; late ones hatched",
                                     .id = "reviews"},
                           .periods = {},
                           .good_word = "In time",
                           .late_word = "Late",
                           .period_title = "Month"};
    constexpr std::array months{"Dec", "Jan", "Feb", "Mar", "Apr", "May",
                                "Jun", "Jul", "Aug", "Sep", "Oct", "Nov"};
    std::size_t count = 0;
    for (const char* month : months) {
        ++count;
        reviews.periods.push_back(
            {month, 24 + count * 7 % 11, count >= 7 && count <= 9 ? count - 3 : count % 3});
    }
    return even_columns(
        goal_bars({.words = {.title = "One of three measures reaches the goal",
                             .description = "Three measures against a goal of 95 percent",
                             .id = "measures"},
                   .rows = {{"Conference within 15 working days", 41, 48},
                            {"Core group within 10 working days", 44, 46},
                            {"Seen as often as the plan says", 1203, 1432}},
                   .goal_percent = 95,
                   .row_title = "Measure",
                   .part_title = "Done",
                   .whole_title = "Of"}),
        counts_over_time(reviews));
}

} // namespace

Html list()
{
    const Sorting sorting{.url = "list.html", .by = "name", .descending = false};
    Html main = heading(1, "Children subject to plans", "govuk-heading-l");
    main << tiles({{"187", "children in 103 families"},
                   {"9", "visits late", "list.html", true},
                   {"4", "reviews late", "list.html", true},
                   {"6", "on a plan for 18 months", "list.html"},
                   {"2", "without a key worker", "list.html"}})
         << filters()
         << data_table({.caption = "187 children, by name",
                        .columns = {sorting.column("Name", "name"),
                                    {.title = "Age", .numeric = true},
                                    sorting.column("Main category", "category"),
                                    sorting.column("Since", "since"),
                                    {.title = "Key worker"},
                                    {.title = "Last seen", .nowrap = true},
                                    {.title = "Now"}},
                        .rows = list_rows(),
                        .state_column = 6})
         << paging({.url = "list.html", .page = 2, .total = 187}) << charts();
    return specimen_page("List", 2, main);
}

Html fields()
{
    using namespace heed::forms;
    Html content =
        input({.label = "Name as it was said",
               .name = "name",
               .hint = "First and last name",
               .error = "Enter a name"}) +
        date_input({.group = Legend{"Born", "govuk-fieldset__legend--s"},
                    .id = "born",
                    .parts = date_parts("31", "2", "2019"),
                    .hint = "For instance 9 6 2018",
                    .error = "February has 28 or 29 days"}) +
        radios({.group = Legend{"Is the address known?", "govuk-fieldset__legend--s"},
                .name = "known",
                .items = {{.text = "Yes",
                           .value = "yes",
                           .conditional = input({.label = "Postcode",
                                                 .name = "postcode",
                                                 .classes = "govuk-input--width-10"})},
                          {.text = "No", .value = "no"}},
                .value = "yes"}) +
        checkboxes({.group = Legend{"Who has been told", "govuk-fieldset__legend--s"},
                    .name = "told",
                    .items = {{.text = "Key worker", .value = "key_worker"},
                              {.text = "Manager", .value = "manager"}},
                    .values = {"manager"},
                    .classes = "govuk-checkboxes--small"}) +
        character_count({.label = "Why",
                         .name = "why",
                         .rows = 3,
                         .max_characters = 400,
                         .hint = "In your own words"}) +
        password_input({.label = "Password", .name = "password"}) +
        file_upload({.label = "Letter", .name = "letter"}) +
        button_group({button({.text = "Keep"}),
                      button({.text = "Set aside", .classes = "govuk-button--secondary"})});
    Html main =
        error_summary({.errors = {{.text = "Enter a name", .href = "#name"},
                                  {.text = "February has 28 or 29 days", .href = "#born-day"}}});
    main << notification_banner({.text = "The change was kept at 03:12.",
                                 .success = true,
                                 .disable_auto_focus = true})
         << heading(1, "Fields", "govuk-heading-l")
         << columns(
                form({.action = "fields.html", .content = content, .draft = "specimen"}),
                task_list({.items = {{.title = "Caller", .status = {.text = "Done"}, .href = "#"},
                                     {.title = "Child",
                                      .status = {.tag = Tag{.text = "To do",
                                                            .classes = "govuk-tag--blue"}},
                                      .href = "#1",
                                      .hint = "Name and birth date"}}}) +
                    details({.summary = "Why is this asked?", .text = "So that it is known."}) +
                    warning_text({.text = "This cannot be taken back."}));
    return specimen_page("Fields", 3, main, back_link({.href = "list.html"}));
}

} // namespace heed::gallery
