#pragma once

#include "markup/html.hpp"

#include <string>
#include <vector>

// A family drawn: generations in rows, who lives together, who has which parents. A wrong line here
// is a wrong fact, so the drawing is checked before it is shown, and what cannot be drawn truly is
// left to the table beside it.
namespace heed::pieces {

enum class Figure { woman, man, unborn, not_known };

struct TreePerson {
    std::string id;
    std::string name;
    std::string detail; ///< under the name: "mother, 34"
    std::string inside; ///< in the figure: the age; may be empty
    Figure figure = Figure::not_known;
    int generation = 0; ///< 0 the youngest; parents are one above
    bool at_home = false;
    bool is_subject = false; ///< whose family it is
    bool died = false;
    std::string mark = {}; ///< a few words that must not be overlooked: "on a plan"
};

/// That one is a parent of the other, or (`known` false) stands in a parent's place as far as
/// anybody wrote down.
struct TreeLink {
    std::string parent, child;
    bool known = true;
};

struct FamilyTree {
    std::vector<TreePerson> people; ///< within a generation in the order in which they are drawn
    std::vector<TreeLink> links;    ///< only between neighbouring generations
};

// Where everything stands, in units of the picture.

struct TreeBox {
    int left = 0, top = 0, right = 0, bottom = 0;
};
struct TreePlace {
    const TreePerson* person;
    int x = 0, y = 0; ///< the middle of the figure
    TreeBox box;      ///< figure and words
    bool words_above = false;
};
/// Upright or level. Lines of one set of parents end on each other; others only cross.
struct TreeLine {
    int x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    bool known = true;
    int parents = 0;                ///< a number for each set of parents
    std::string from = {}, to = {}; ///< ids of the people on whom it ends; empty for neither
};
/// Where lines of one set of parents meet.
struct TreeJoint {
    int x = 0, y = 0, parents = 0;
};
struct TreeLayout {
    int width = 0, height = 0;
    std::vector<TreePlace> places;
    std::vector<TreeLine> lines;
    std::vector<TreeJoint> joints;
    std::vector<std::pair<int, int>> outline; ///< corners of the home, if anybody is there
};

TreeLayout lay_out(const FamilyTree& tree);

/// What would be false or could not be read: people who overlap, a line through somebody, a line
/// that misses whom it is about, somebody inside the home's line who does not live there. Empty
/// when the drawing is true.
std::vector<std::string> faults(const FamilyTree& tree, const TreeLayout& layout);

struct TreeWords {
    std::string title;
    std::string description; ///< the same in sentences
    std::string cannot_be_drawn = "This family cannot be drawn truly: see the table.";
};
/// The drawing, or the sentence instead of it. Nothing for a family of one.
markup::Html family_tree(const FamilyTree& tree, const TreeWords& words);

} // namespace heed::pieces
