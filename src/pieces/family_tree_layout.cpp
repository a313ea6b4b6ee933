#include "pieces/family_tree.hpp"

#include "core/ensure.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace heed::pieces {

namespace {

constexpr int cell = 122, figure = 52, words = 78, margin = 12;
// Half a place: so everybody stands on a multiple of it from the middle, and a line down from a
// parent, which begins beside the middle, never runs into a line up to a child.
constexpr int gap = cell / 2;
constexpr int bus_step = 18, bus_room = 22;
constexpr int home_edge = 5, corridor = 15;

/// Children who have the very same parents, drawn from one level line.
struct Brood {
    std::set<std::pair<std::string, bool>> parents;
    std::vector<std::string> children;
    int generation = 0; ///< of the children
};

std::vector<Brood> broods_of(const FamilyTree& tree)
{
    std::vector<Brood> broods;
    for (const TreePerson& person : tree.people) {
        Brood mine{.parents = {}, .children = {person.id}, .generation = person.generation};
        for (const TreeLink& link : tree.links)
            if (link.child == person.id) mine.parents.emplace(link.parent, link.known);
        if (mine.parents.empty()) continue;
        const auto same = std::ranges::find_if(broods, [&](const Brood& one) {
            return one.parents == mine.parents && one.generation == mine.generation;
        });
        if (same == broods.end())
            broods.push_back(std::move(mine));
        else
            same->children.push_back(person.id);
    }
    return broods;
}

/// Those of one generation, from left to right: whoever lives elsewhere stands outside the home.
struct Row {
    int generation = 0;
    std::vector<const TreePerson*> left, home, right;
};

class Drawing {
public:
    explicit Drawing(const FamilyTree& tree) : tree_{tree}, broods_{broods_of(tree)}
    {
        make_rows();
        place_people();
        for (std::size_t row = 0; row + 1 < rows_.size(); ++row) draw_lines(row);
        draw_home();
    }
    TreeLayout take() { return std::move(layout_); }

private:
    void make_rows()
    {
        std::set<int, std::greater<>> generations;
        for (const TreePerson& person : tree_.people) generations.insert(person.generation);
        for (const int generation : generations) {
            Row row{.generation = generation};
            for (const TreePerson& person : tree_.people)
                if (person.generation == generation && person.at_home) row.home.push_back(&person);
            for (const TreePerson& person : tree_.people) {
                if (person.generation != generation || person.at_home) continue;
                (row.left.size() < row.right.size() ? row.left : row.right).push_back(&person);
            }
            rows_.push_back(std::move(row));
        }
    }

    static int wide(std::size_t people) { return static_cast<int>(people) * cell; }
    static int beside(const std::vector<const TreePerson*>& some)
    {
        return some.empty() ? 0 : wide(some.size()) + gap;
    }

    void place_people()
    {
        int before = 0, after = 0;
        for (const Row& row : rows_) {
            before = std::max(before, beside(row.left) + wide(row.home.size()) / 2);
            after = std::max(after, beside(row.right) + wide(row.home.size()) / 2);
        }
        middle_ = margin + before;
        layout_.width = middle_ + after + margin;
        int top = margin;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const Row& row = rows_[i];
            const bool above = i + 1 < rows_.size();
            tops_.push_back(top);
            int x = middle_ - wide(row.home.size()) / 2 - beside(row.left);
            for (const auto* part : {&row.left, &row.home, &row.right}) {
                if (part == &row.right && !row.right.empty()) x += gap;
                for (const TreePerson* person : *part) {
                    place(*person, x, top, above);
                    x += cell;
                }
                if (part == &row.left && !row.left.empty()) x += gap;
            }
            top += figure + words;
            bottoms_.push_back(top);
            if (above) top += bus_room + bus_step * lines_below(i) + bus_room / 2;
        }
        layout_.height = top + margin;
    }

    void place(const TreePerson& person, int left, int top, bool words_above)
    {
        const int y = top + (words_above ? words : 0) + figure / 2;
        layout_.places.push_back({&person,
                                  left + cell / 2,
                                  y,
                                  {left + 2, top, left + cell - 2, top + figure + words},
                                  words_above});
    }

    int lines_below(std::size_t row) const
    {
        return static_cast<int>(std::ranges::count_if(broods_, [&](const Brood& one) {
            return one.generation == rows_[row + 1].generation;
        }));
    }

    const TreePlace& place_of(const std::string& id) const
    {
        const auto found = std::ranges::find(layout_.places, id,
                                             [](const TreePlace& one) { return one.person->id; });
        ensure(found != layout_.places.end(), "a family's line to somebody who is not in it");
        return *found;
    }

    /// Where a parent's line to this brood begins: beside those to their other children, and never
    /// in the middle.
    int drop_of(const std::string& parent, const Brood& brood) const
    {
        int mine = 0, at = 0;
        for (const Brood& one : broods_) {
            const bool theirs = std::ranges::any_of(
                one.parents, [&](const auto& who) { return who.first == parent; });
            if (&one == &brood) at = mine;
            mine += theirs ? 1 : 0;
        }
        const int step = mine < 3 ? 12 : mine == 3 ? 8 : 3;
        return place_of(parent).x + (2 * at - mine + 1 + mine % 2) * step;
    }

    void draw_lines(std::size_t row)
    {
        int level = bottoms_[row] + bus_room;
        for (const Brood& brood : broods_) {
            if (brood.generation != rows_[row + 1].generation) continue;
            const int number = static_cast<int>(&brood - broods_.data());
            int left = layout_.width, right = 0;
            const auto reach = [&](int x) {
                left = std::min(left, x);
                right = std::max(right, x);
                layout_.joints.push_back({x, level, number});
            };
            bool any_known = false;
            for (const auto& [parent, known] : brood.parents) {
                const int x = drop_of(parent, brood);
                layout_.lines.push_back(
                    {x, place_of(parent).box.bottom, x, level, known, number, parent});
                any_known |= known;
                reach(x);
            }
            for (const std::string& child : brood.children) {
                const TreePlace& place = place_of(child);
                layout_.lines.push_back(
                    {place.x, level, place.x, place.box.top, any_known, number, {}, child});
                reach(place.x);
            }
            if (left < right)
                layout_.lines.push_back({left, level, right, level, any_known, number});
            level += bus_step;
        }
    }

    /// Down the right side of those at home in each row, and up the left; where nobody of a row
    /// between lives there, through the gap that is left in its middle.
    void draw_home()
    {
        std::vector<TreeBox> rooms;
        std::size_t last = 0;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const Row& row = rows_[i];
            const bool there = !row.home.empty();
            if (!there && rooms.empty()) continue;
            TreeBox box{middle_ - corridor, tops_[i], middle_ + corridor, bottoms_[i]};
            if (there) {
                box.left = place_of(row.home.front()->id).box.left;
                box.right = place_of(row.home.back()->id).box.right;
            }
            rooms.push_back({box.left - home_edge, box.top - home_edge, box.right + home_edge,
                             box.bottom + home_edge});
            if (there) last = rooms.size();
        }
        rooms.resize(last);
        for (std::size_t i = 0; i + 1 < rooms.size(); ++i)
            rooms[i].bottom = rooms[i + 1].top = (rooms[i].bottom + rooms[i + 1].top) / 2;
        for (const TreeBox& room : rooms) {
            layout_.outline.emplace_back(room.right, room.top);
            layout_.outline.emplace_back(room.right, room.bottom);
        }
        for (auto room = rooms.rbegin(); room != rooms.rend(); ++room) {
            layout_.outline.emplace_back(room->left, room->bottom);
            layout_.outline.emplace_back(room->left, room->top);
        }
    }

    const FamilyTree& tree_;
    std::vector<Brood> broods_;
    std::vector<Row> rows_;
    int middle_ = 0;
    std::vector<int> tops_, bottoms_;
    TreeLayout layout_;
};

bool overlap(const TreeBox& one, const TreeBox& other)
{
    return one.left < other.right && other.left < one.right && one.top < other.bottom &&
           other.top < one.bottom;
}

TreeBox box_of(const TreeLine& line)
{
    return {std::min(line.x1, line.x2), std::min(line.y1, line.y2), std::max(line.x1, line.x2),
            std::max(line.y1, line.y2)};
}

/// Whether it goes through the box; to end on its edge is not to go through.
bool passes(const TreeLine& line, const TreeBox& box)
{
    const TreeBox drawn = box_of(line);
    return drawn.left < box.right && box.left < drawn.right + 1 && drawn.top < box.bottom &&
           box.top < drawn.bottom + (line.y1 == line.y2 ? 1 : 0);
}

/// Whether two lines of different parents run into one, or one of them meets the other's joint: who
/// reads it would think that they belong together.
bool mixed(const TreeLine& one, const TreeLine& other)
{
    const TreeBox a = box_of(one), b = box_of(other);
    const bool level = one.y1 == one.y2, other_level = other.y1 == other.y2;
    if (one.parents == other.parents || level != other_level) return false;
    return level ? one.y1 == other.y1 && a.left <= b.right && b.left <= a.right
                 : one.x1 == other.x1 && a.top <= b.bottom && b.top <= a.bottom;
}
bool mixed(const TreeLine& line, const TreeJoint& joint)
{
    const TreeBox drawn = box_of(line);
    return line.parents != joint.parents && drawn.left <= joint.x && joint.x <= drawn.right &&
           drawn.top <= joint.y && joint.y <= drawn.bottom;
}

/// By how often a ray to the right meets the outline's upright sides.
bool inside(const std::vector<std::pair<int, int>>& outline, int x, int y)
{
    bool in = false;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const auto [ax, ay] = outline[i];
        const auto [bx, by] = outline[(i + 1) % outline.size()];
        if (ax == bx && ax > x && (ay > y) != (by > y)) in = !in;
    }
    return in;
}

} // namespace

TreeLayout lay_out(const FamilyTree& tree) { return Drawing{tree}.take(); }

std::vector<std::string> faults(const FamilyTree& tree, const TreeLayout& layout)
{
    std::vector<std::string> found;
    for (const TreePlace& one : layout.places) {
        for (const TreePlace& other : layout.places)
            if (&one < &other && overlap(one.box, other.box))
                found.push_back(one.person->id + " overlaps " + other.person->id);
        for (const TreeLine& line : layout.lines)
            if (passes(line, one.box)) found.push_back("a line goes through " + one.person->id);
        if (inside(layout.outline, one.x, one.y) != one.person->at_home)
            found.push_back(one.person->id + " stands on the wrong side of the home's line");
    }
    for (const TreeLine& line : layout.lines)
        for (const auto& [id, x, y] :
             {std::tuple{line.from, line.x1, line.y1}, std::tuple{line.to, line.x2, line.y2}})
            for (const TreePlace& place : layout.places)
                if (place.person->id == id && (x <= place.box.left || x >= place.box.right ||
                                               (y != place.box.top && y != place.box.bottom)))
                    found.push_back("a line misses " + id);
    for (const TreeLine& line : layout.lines) {
        for (const TreeLine& other : layout.lines)
            if (&line < &other && mixed(line, other)) found.emplace_back("two lines run into one");
        for (const TreeJoint& joint : layout.joints)
            if (mixed(line, joint)) found.emplace_back("a line goes through another's joint");
    }
    for (const TreeLink& link : tree.links) {
        const auto drawn = [&](auto end, const std::string& id) {
            return std::ranges::find(layout.lines, id, end) != layout.lines.end();
        };
        if (!drawn(&TreeLine::from, link.parent) || !drawn(&TreeLine::to, link.child))
            found.push_back("no line between " + link.parent + " and " + link.child);
    }
    return found;
}

} // namespace heed::pieces
