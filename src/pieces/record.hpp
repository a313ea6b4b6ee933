#pragma once

#include "markup/components_text.hpp"
#include "markup/html.hpp"
#include "markup/options.hpp"

#include <optional>
#include <string>
#include <vector>

namespace heed::pieces {

/// Who a page is about, on top of every page about them.
struct PersonBanner {
    std::string name;
    std::string description;
    std::vector<markup::Tag> tags = {};
    std::vector<markup::Html> aside = {}; ///< lines at the right: whom to ring, what is next
    std::string note = {};                ///< a line under the description: other names, number
};
markup::Html person_banner(const PersonBanner& options);

struct SubPage {
    std::string text;
    markup::Url href;
    bool current = false;
};
/// Links between the pages about one thing.
markup::Html sub_navigation(const std::string& label, const std::vector<SubPage>& pages);

/// A few facts in a strip. `alert` marks one with an edge; its words must say why.
struct Fact {
    std::string label;
    markup::Words value;
    std::string note = {};
    bool alert = false;
};
markup::Html fact_strip(const std::vector<Fact>& facts);

struct Event {
    std::string title;
    std::string when; ///< as shown: "13 November"
    markup::Words text = markup::Words::none();
    std::string source = {};
    bool key = false;              ///< marked, and said to be so
    std::string machine_when = {}; ///< ISO date for the time element
};
struct EventGroup {
    std::string heading; ///< a year
    std::vector<Event> events;
};
struct Timeline {
    std::vector<EventGroup> groups;
    std::string key_word = "Key event"; ///< heard before a marked event
    int heading_level = 3;              ///< of a group; an event's is one more
};
markup::Html timeline(const Timeline& options);

/// A large count that opens the list behind it.
struct Tile {
    std::string count;
    std::string text;
    std::optional<markup::Url> href = {};
    bool late = false;
    std::string note = {};
};
markup::Html tiles(const std::vector<Tile>& tiles);

/// There is nothing to list, and why, and what one can do.
markup::Html empty_state(const std::string& title, const markup::Words& text);

} // namespace heed::pieces
