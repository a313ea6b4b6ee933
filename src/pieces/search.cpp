#include "pieces/search.hpp"

#include "forms/fields.hpp"
#include "forms/form.hpp"
#include "markup/components_text.hpp"

namespace heed::pieces {

using namespace heed::markup;

namespace {

Html box(const SearchBox& options)
{
    Attributes of_input;
    if (options.autofocus) of_input.flag("autofocus");
    std::optional<forms::Hint> hint;
    if (!options.hint.empty()) hint = options.hint;
    Html html{"<div class=\"heed-search__row\">"};
    html << forms::input({.label = {options.label, "govuk-label--s"},
                          .name = options.name,
                          .value = options.value,
                          .hint = hint,
                          // What people type here is names: a browser must neither keep nor
                          // correct it.
                          .autocomplete = "off",
                          .spellcheck = false,
                          .attributes = of_input})
         << button({.text = options.button}) << "</div>";
    return html;
}

Html chip_list(const std::string& label, const std::vector<std::string>& texts)
{
    Html html;
    if (!label.empty()) html << visually_hidden(label + ":");
    html << "<ul class=\"heed-chips\">";
    for (const std::string& text : texts) html << "<li class=\"heed-chip\">" << text << "</li>";
    html << "</ul>";
    return html;
}

} // namespace

Html search_box(const SearchBox& options)
{
    Html html{"<form role=\"search\" class=\"heed-search"};
    html << (options.compact ? Html{" heed-search--compact"} : Html{}) << "\" action=\""
         << options.action << "\" method=\"" << (options.by_post ? Html{"post"} : Html{"get"})
         << "\">";
    if (options.by_post && !options.csrf.empty())
        html << "<input type=\"hidden\" name=\"" << std::string_view{forms::csrf_field}
             << "\" value=\"" << options.csrf << "\">";
    html << box(options);
    if (!options.understood.empty())
        html << chip_list(options.understood_label, options.understood);
    html << options.more << "</form>";
    return html;
}

Html filter_bar(const FilterBar& options)
{
    Html html;
    html << "<form method=\"get\" class=\"heed-filter\" action=\"" << options.action
         << "\" aria-label=\"" << options.label << "\">" << options.fields
         << button({.text = options.button, .classes = "govuk-button--secondary"}) << "</form>";
    return html;
}

Html chips(const std::vector<std::string>& texts) { return chip_list("", texts); }

} // namespace heed::pieces
