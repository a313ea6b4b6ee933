#pragma once

#include "family/summary.hpp"
#include "links/clusters.hpp"
#include "links/possible_store.hpp"
#include "markup/html.hpp"
#include "office/sheet_page.hpp"

namespace heed::review {

/// A decision as people read it.
struct DecisionLine {
    links::Decision decision;
    std::string other; ///< the record it was about beside this child's
    std::string by;    ///< what whoever decided is called
    bool stands = false;
};

/// Somebody who may be the same child.
struct Alike {
    family::Summary child;
    std::vector<std::string> why;
};

/// The records of one child, how they came to be one, and who may be the same besides.
struct ChildLinksPage {
    links::RecordId id;
    std::string name;
    std::vector<family::Summary> also; ///< other records of the same child
    std::vector<DecisionLine> decisions;
    std::vector<links::Waiting> waiting;
    std::vector<Alike> alike;
    bool may_decide = false, may_see_shielded = false;
    std::string csrf;
    office::Sheet sheet;
};
markup::Html child_links_page(const ChildLinksPage& page);

} // namespace heed::review
