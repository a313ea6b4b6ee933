#include "pieces/family_tree.hpp"

#include <algorithm>

namespace heed::pieces {

using namespace heed::markup;

namespace {

constexpr int half = 26, line_height = 18;
constexpr std::size_t fits = 14, people_in_a_row_max = 9;

Html text_at(int x, int y, const std::string& classes, const std::string& text)
{
    Html html;
    html << "<text x=\"" << x << "\" y=\"" << y << "\" class=\"" << classes << "\"";
    // Nobody's name is cut off: it is set closer.
    if (text.size() > fits) html << " textLength=\"114\" lengthAdjust=\"spacingAndGlyphs\"";
    return html << ">" << text << "</text>";
}

/// In one line, or two that break at a space.
std::vector<std::string> broken(const std::string& words)
{
    const auto space = words.find(' ');
    if (words.size() <= fits || space == std::string::npos) return {words};
    auto best = space;
    for (auto at = space; at != std::string::npos; at = words.find(' ', at + 1))
        if (at <= fits) best = at;
    return {words.substr(0, best), words.substr(best + 1)};
}

Html figure_of(const TreePlace& place)
{
    const TreePerson& person = *place.person;
    Html html;
    Html classes{"heed-tree__figure"};
    if (person.is_subject) classes << " heed-tree__figure--subject";
    const int x = place.x, y = place.y;
    switch (person.figure) {
    case Figure::man:
        html << "<rect x=\"" << x - half << "\" y=\"" << y - half << "\" width=\"" << 2 * half
             << "\" height=\"" << 2 * half << "\" class=\"" << classes << "\"/>";
        break;
    case Figure::woman:
        html << "<circle cx=\"" << x << "\" cy=\"" << y << "\" r=\"" << half << "\" class=\""
             << classes << "\"/>";
        break;
    case Figure::unborn:
        html << "<path d=\"M" << x << " " << y - half << "L" << x + half << " " << y + half << "H"
             << x - half << "Z\" class=\"" << classes << "\"/>";
        break;
    case Figure::not_known:
        html << "<path d=\"M" << x << " " << y - half << "L" << x + half << " " << y << "L" << x
             << " " << y + half << "L" << x - half << " " << y << "Z\" class=\"" << classes
             << "\"/>";
        break;
    }
    if (person.died)
        html << "<path d=\"M" << x - half << " " << y - half << "L" << x + half << " " << y + half
             << "M" << x + half << " " << y - half << "L" << x - half << " " << y + half
             << "\" class=\"heed-tree__line\"/>";
    else if (!person.inside.empty())
        html << text_at(x, y + 6, "heed-tree__words", person.inside);
    return html;
}

Html words_of(const TreePlace& place)
{
    const TreePerson& person = *place.person;
    auto lines = broken(person.name);
    const std::size_t names = lines.size();
    if (!person.detail.empty())
        for (std::string& line : broken(person.detail)) lines.push_back(std::move(line));
    if (lines.size() > 3) lines = {lines[0], lines[1], person.detail};
    const int count = static_cast<int>(lines.size()) + (person.mark.empty() ? 0 : 1);
    int y = place.words_above ? place.y - half - 8 - (count - 1) * line_height
                              : place.y + half + line_height;
    Html html;
    for (std::size_t i = 0; i < lines.size(); ++i, y += line_height)
        html << text_at(place.x, y,
                        i < names ? "heed-tree__words heed-tree__name" : "heed-tree__words",
                        lines[i]);
    if (person.mark.empty()) return html;
    return html << "<rect x=\"" << place.x - 44 << "\" y=\"" << y - 14
                << "\" width=\"88\" height=\"19\" class=\"heed-tree__mark\"/>"
                << text_at(place.x, y, "heed-tree__words heed-tree__marked", person.mark);
}

/// With white beside it, so that of two lines that cross neither seems to end there.
Html line_of(const TreeLine& line)
{
    Html html;
    // It begins under the figure, whose edge may be round.
    const int y1 = line.from.empty() ? line.y1 : line.y1 - half;
    for (const bool halo : {true, false}) {
        html << "<path d=\"M" << line.x1 << " " << y1 << "L" << line.x2 << " " << line.y2;
        if (halo)
            html << "\" class=\"heed-tree__halo\"/>";
        else if (line.known)
            html << "\" class=\"heed-tree__line\"/>";
        else
            html << "\" class=\"heed-tree__line heed-tree__line--unknown\"/>";
    }
    return html;
}

Html home_of(const TreeLayout& layout)
{
    Html html;
    if (layout.outline.empty()) return html;
    html << "<path class=\"heed-tree__home\" d=\"";
    Html between{"M"};
    for (const auto& [x, y] : layout.outline) {
        html << between << x << " " << y;
        between = Html{"L"};
    }
    return html << "Z\"/>";
}

bool is_too_wide(const FamilyTree& tree)
{
    return std::ranges::any_of(tree.people, [&](const TreePerson& one) {
        return std::ranges::count(tree.people, one.generation, &TreePerson::generation) >
               static_cast<std::ptrdiff_t>(people_in_a_row_max);
    });
}

} // namespace

markup::Html family_tree(const FamilyTree& tree, const TreeWords& words)
{
    if (tree.people.size() < 2) return {};
    const TreeLayout layout = lay_out(tree);
    Html html;
    if (is_too_wide(tree) || !faults(tree, layout).empty())
        return html << "<p class=\"govuk-body\">" << words.cannot_be_drawn << "</p>";
    html << "<figure class=\"heed-tree\"><figcaption class=\"heed-chart__title\">" << words.title
         << "</figcaption><div class=\"heed-tree__scroll\" role=\"region\" aria-label=\"The family "
            "drawn\" tabindex=\"0\"><svg class=\"heed-tree__picture\" role=\"img\" aria-label=\""
         << words.description << "\" viewBox=\"0 0 " << layout.width << " " << layout.height
         << "\" width=\"" << layout.width << "\" height=\"" << layout.height
         << "\" xmlns=\"http://www.w3.org/2000/svg\">" << home_of(layout);
    // Level lines first: what crosses them is drawn over them.
    for (const bool level : {true, false})
        for (const TreeLine& line : layout.lines)
            if ((line.y1 == line.y2) == level) html << line_of(line);
    for (const TreeJoint& joint : layout.joints)
        html << "<circle cx=\"" << joint.x << "\" cy=\"" << joint.y
             << "\" r=\"4\" class=\"heed-tree__joint\"/>";
    for (const TreePlace& place : layout.places) html << figure_of(place) << words_of(place);
    return html << "</svg></div></figure>";
}

} // namespace heed::pieces
