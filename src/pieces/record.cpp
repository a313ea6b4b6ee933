#include "pieces/record.hpp"

namespace heed::pieces {

using namespace heed::markup;

namespace {

Html event_time(const Event& event)
{
    Html html;
    if (event.machine_when.empty())
        html << event.when;
    else
        html << "<time datetime=\"" << event.machine_when << "\">" << event.when << "</time>";
    return html;
}

Html event_item(const Event& event, const Timeline& timeline)
{
    const int level = timeline.heading_level + 1;
    Html html;
    html << "<li class=\"heed-event" << (event.key ? Html{" heed-event--key"} : Html{}) << "\"><h"
         << level << " class=\"heed-event__title\">";
    if (event.key) html << visually_hidden(timeline.key_word + ":") << " ";
    html << event.title << "</h" << level << "><p class=\"heed-event__when\">" << event_time(event);
    if (!event.source.empty())
        html << " <span class=\"heed-event__source\">" << event.source << "</span>";
    html << "</p>";
    if (!event.text.empty())
        html << "<p class=\"heed-event__text\">" << event.text.html() << "</p>";
    html << "</li>";
    return html;
}

} // namespace

Html person_banner(const PersonBanner& options)
{
    Html html{"<div class=\"heed-person\"><div class=\"heed-person__who\">"};
    html << "<h1 class=\"heed-person__name\">" << options.name
         << "</h1><p class=\"heed-person__description\">" << options.description << "</p>";
    if (!options.note.empty())
        html << "<p class=\"heed-person__description\">" << options.note << "</p>";
    if (!options.tags.empty()) {
        html << "<ul class=\"heed-person__tags\">";
        for (const Tag& one : options.tags) html << "<li>" << tag(one) << "</li>";
        html << "</ul>";
    }
    html << "</div>";
    if (!options.aside.empty()) {
        html << "<div class=\"heed-person__aside\">";
        for (const Html& line : options.aside) html << "<p>" << line << "</p>";
        html << "</div>";
    }
    html << "</div>";
    return html;
}

Html sub_navigation(const std::string& label, const std::vector<SubPage>& pages)
{
    Html html;
    html << "<nav class=\"heed-subnav\" aria-label=\"" << label
         << "\"><ul class=\"heed-subnav__list\">";
    for (const SubPage& page : pages)
        html << "<li><a class=\"heed-subnav__link\" href=\"" << page.href << "\""
             << (page.current ? Html{" aria-current=\"page\""} : Html{}) << ">" << page.text
             << "</a></li>";
    html << "</ul></nav>";
    return html;
}

Html fact_strip(const std::vector<Fact>& facts)
{
    Html html{"<dl class=\"heed-facts\">"};
    for (const Fact& one : facts) {
        html << "<div class=\"heed-facts__fact"
             << (one.alert ? Html{" heed-facts__fact--alert"} : Html{})
             << "\"><dt class=\"heed-facts__label\">" << one.label
             << "</dt><dd class=\"heed-facts__value\">" << one.value.html();
        if (!one.note.empty())
            html << " <span class=\"heed-facts__note\">" << one.note << "</span>";
        html << "</dd></div>";
    }
    html << "</dl>";
    return html;
}

Html timeline(const Timeline& options)
{
    Html html;
    for (const EventGroup& group : options.groups) {
        html << heading(options.heading_level, group.heading, "heed-timeline__heading")
             << "<ol class=\"heed-timeline\">";
        for (const Event& event : group.events) html << event_item(event, options);
        html << "</ol>";
    }
    return html;
}

Html tiles(const std::vector<Tile>& tiles)
{
    Html html{"<ul class=\"heed-tiles\">"};
    for (const Tile& tile : tiles) {
        Html words;
        words << "<span class=\"heed-tile__count\">" << tile.count
              << "</span> <span class=\"heed-tile__text\">" << tile.text << "</span>";
        html << "<li class=\"heed-tile" << (tile.late ? Html{" heed-tile--late"} : Html{}) << "\">"
             << (tile.href ? link(words, *tile.href, "heed-tile__link") : words);
        if (!tile.note.empty())
            html << " <span class=\"heed-tile__note\">" << tile.note << "</span>";
        html << "</li>";
    }
    html << "</ul>";
    return html;
}

Html empty_state(const std::string& title, const Words& text)
{
    Html html;
    html << "<div class=\"heed-empty\"><p class=\"heed-empty__title\">" << title << "</p><p>"
         << text.html() << "</p></div>";
    return html;
}

} // namespace heed::pieces
