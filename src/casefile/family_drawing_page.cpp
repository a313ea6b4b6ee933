#include "casefile/family_drawing_page.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <map>

namespace heed::casefile {

namespace {

using family::Tie;
using pieces::Figure;
using pieces::TreePerson;

Figure figure_of(child::Sex sex, Tie tie)
{
    if (sex == child::Sex::female || tie == Tie::mother) return Figure::woman;
    if (sex == child::Sex::male || tie == Tie::father) return Figure::man;
    return Figure::not_known;
}

Figure figure_of(child::Sex sex, const child::Birth& birth)
{
    return birth.is_unborn() ? Figure::unborn : figure_of(sex, Tie::other_relative);
}

std::string age_text(const std::optional<int>& age)
{
    return age ? std::to_string(*age) : std::string{};
}

std::string age_text(const std::optional<Day>& born, Day on)
{
    return born ? std::to_string(age_on(*born, on)) : std::string{};
}

class Drawn {
public:
    explicit Drawn(const Case& about) : about_{about}
    {
        for (const auto& adult : about_.adults) add(adult);
        for (const auto& parent : about_.parents) add(parent);
        add_children();
        for (const auto& parent : about_.parents) link(parent);
    }
    pieces::FamilyTree take() { return std::move(tree_); }

private:
    TreePerson* known(const std::string& id)
    {
        const auto found = std::ranges::find(tree_.people, id, &TreePerson::id);
        return found == tree_.people.end() ? nullptr : &*found;
    }

    void add(const family::FamilyMember& adult)
    {
        if (known(adult.adult.text()) != nullptr) return;
        const std::string tie = tie_words(adult);
        tree_.people.push_back({.id = adult.adult.text(),
                                .name = adult.details.name,
                                .detail = adult.details.died ? tie + ", died" : tie,
                                .inside = age_text(adult.details.born, about_.as_of.on),
                                .figure = figure_of(adult.details.sex, adult.tie),
                                .generation = adult.tie == Tie::grandparent ? 2 : 1,
                                .at_home = adult.lives_with_child,
                                .died = adult.details.died.has_value()});
    }

    /// "father of Jake", for somebody who is nothing to this child; empty when they are no parent.
    std::string parent_of_another(const family::AdultId& adult) const
    {
        for (const auto& parent : about_.parents) {
            if (parent.adult != adult || !is_parent(parent.tie)) continue;
            for (const ChildNear& near : about_.children)
                if (near.child.id == parent.child)
                    return std::string{label(parent.tie)} + " of " +
                           near.child.name.substr(0, near.child.name.find(' '));
        }
        return {};
    }

    std::string tie_words(const family::FamilyMember& adult) const
    {
        if (adult.tie != Tie::not_related) return std::string{label(adult.tie)};
        if (!adult.role.empty()) return adult.role;
        if (auto other = parent_of_another(adult.adult); !other.empty()) return other;
        return adult.visits ? "visits" : "lives there";
    }

    /// A brother's father is in the picture too, or the brother would seem to have none.
    void add(const family::ParentOf& parent)
    {
        if (!is_parent(parent.tie)) return;
        if (TreePerson* there = known(parent.adult.text())) {
            // A brother's father is a man, whatever he is to this child.
            if (there->figure == Figure::not_known)
                there->figure = figure_of(parent.sex, parent.tie);
            return;
        }
        tree_.people.push_back({.id = parent.adult.text(),
                                .name = parent.name,
                                .detail = parent_of_another(parent.adult),
                                .inside = age_text(parent.born, about_.as_of.on),
                                .figure = figure_of(parent.sex, parent.tie),
                                .generation = 1,
                                .died = parent.died.has_value()});
    }

    void add_children()
    {
        const child::Child& child = about_.child;
        const auto& birth = child.particulars.birth;
        std::map<std::pair<std::string, std::string>, TreePerson> by_birth;
        const auto place = [&](const child::Birth& of, TreePerson person) {
            const std::string born = of.day_known() ? to_iso(*of.day_known()) : "9999";
            by_birth.emplace(std::pair{born, person.id}, std::move(person));
        };
        place(birth, {.id = child.id.text(),
                      .name = about_.name(),
                      .inside = age_text(birth.age_on(about_.as_of.on)),
                      .figure = figure_of(child.particulars.sex, birth),
                      .at_home = true,
                      .is_subject = true,
                      .died = child.particulars.died_on.has_value(),
                      .mark = about_.plan ? "on a plan" : ""});
        for (const auto& [other, plan] : about_.children)
            place(other.birth, {.id = other.id.text(),
                                .name = other.name,
                                .detail = other.relation,
                                .inside = age_text(other.birth.age_on(about_.as_of.on)),
                                .figure = figure_of(other.sex, other.birth),
                                .at_home = other.lives_with_child,
                                .mark = plan ? "on a plan" : ""});
        for (auto& [when, person] : by_birth) tree_.people.push_back(std::move(person));
    }

    void link(const family::ParentOf& parent)
    {
        const bool carer = parent.tie == Tie::parent_or_carer;
        if (!is_parent(parent.tie) && !carer) return;
        const TreePerson *above = known(parent.adult.text()), *below = known(parent.child.text());
        if (above == nullptr || below == nullptr || above->generation != below->generation + 1)
            return;
        tree_.links.push_back({above->id, below->id, !carer});
    }

    const Case& about_;
    pieces::FamilyTree tree_;
};

/// The picture in sentences, for those who hear it.
std::string in_sentences(const pieces::FamilyTree& tree, const std::string& subject)
{
    std::vector<std::string> with, elsewhere, planned;
    for (const TreePerson& person : tree.people) {
        if (!person.mark.empty()) planned.push_back(person.name);
        if (person.is_subject) continue;
        (person.at_home ? with : elsewhere)
            .push_back(person.name + (person.detail.empty() ? "" : " (" + person.detail + ")"));
    }
    std::string words = subject;
    words +=
        with.empty() ? " lives with nobody who is recorded." : " lives with " + listed(with) + ".";
    if (!elsewhere.empty()) words += " Elsewhere: " + listed(elsewhere) + ".";
    if (!planned.empty()) words += " On a plan: " + listed(planned) + ".";
    return words;
}

} // namespace

pieces::FamilyTree drawn_family(const Case& about) { return Drawn{about}.take(); }

markup::Html family_drawing(const Case& about)
{
    const auto tree = drawn_family(about);
    const auto* home = about.child.lives_at(about.as_of.on);
    std::string title = "The family. Inside the dashed line: who lives together";
    if (home != nullptr) title += " at " + home->address.short_form();
    const bool unsure =
        std::ranges::any_of(tree.links, [](const pieces::TreeLink& link) { return !link.known; });
    if (unsure) title += ". A dotted line: parent or carer, nobody wrote which";
    return pieces::family_tree(tree,
                               {.title = title, .description = in_sentences(tree, about.name())});
}

} // namespace heed::casefile
