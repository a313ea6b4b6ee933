#include "casefile/case.hpp"

#include <algorithm>

namespace heed::casefile {

namespace {

std::string age_in_words(const child::Birth& birth, Day on)
{
    const auto age = birth.age_on(on);
    if (!age) return {};
    const std::string about =
        birth.kind() == child::BirthKind::estimated_year ? "about " : std::string{};
    return about + std::to_string(*age) + (*age == 1 ? " year" : " years");
}

void add_moves(std::vector<ChronologyLine>& lines, const child::Child& child)
{
    for (const auto& held : child.addresses) {
        if (held.days.from)
            lines.push_back({.on = *held.days.from,
                             .title = held.kind == child::AddressKind::home
                                          ? "Moved to " + held.address.short_form()
                                          : "Went to stay at " + held.address.short_form(),
                             .text = held.address.in_line()});
        if (held.verified)
            lines.push_back({.on = held.verified->on,
                             .title = "Address verified",
                             .text = held.address.short_form() + ": " + held.verified->how,
                             .source = held.verified->by});
    }
}

} // namespace

std::string Case::description() const
{
    const child::Particulars& facts = child.particulars;
    if (facts.birth.is_unborn()) return "Unborn, " + facts.birth.in_words();
    std::string said{label(facts.sex)};
    if (facts.died_on) return said + ", died " + heed::in_words(*facts.died_on);
    if (const auto age = age_in_words(facts.birth, as_of.on); !age.empty()) said += ", " + age;
    if (facts.birth.kind() == child::BirthKind::unknown) return said + ", date of birth not known";
    return said + " (born " + facts.birth.in_words() + ")";
}

std::string Case::other_names() const
{
    std::string said;
    for (const auto& held : child.names) {
        if (held.name == child.name_on(as_of.on)) continue;
        const bool former = held.kind == child::NameKind::former || !held.days.cover(as_of.on);
        said += (said.empty() ? "" : "; ") +
                (former                                    ? std::string{"formerly "}
                 : held.kind == child::NameKind::preferred ? std::string{"likes to be called "}
                                                           : std::string{"also known as "}) +
                held.name.full();
    }
    return said;
}

std::vector<ChildId> Case::records() const
{
    std::vector<ChildId> all{child.id};
    for (const child::Child& other : also) all.push_back(other.id);
    return all;
}

void hide_places(Case& about)
{
    about.places_hidden = true;
    about.adults.clear();
    about.children.clear();
    about.former_adults.clear();
    about.ties.clear();
    about.household.reset();
    about.household_stays.clear();
    about.own_stays.clear();
    about.parents.clear();
    const auto hide = [](child::Child& child) {
        child.addresses.clear();
        child.involved.clear();
        child.legal_statuses.clear();
    };
    hide(about.child);
    for (child::Child& other : about.also) hide(other);
}

int Case::siblings_on_plan() const
{
    return static_cast<int>(std::ranges::count_if(
        children, [](const ChildNear& near) { return near.plan.has_value(); }));
}

std::vector<ChronologyLine> lines_of(const child::Child& child)
{
    std::vector<ChronologyLine> lines;
    const child::Birth& birth = child.particulars.birth;
    if (birth.kind() == child::BirthKind::known)
        lines.push_back({.on = *birth.day_known(), .title = "Born", .key = true});
    if (child.particulars.died_on)
        lines.push_back({.on = *child.particulars.died_on, .title = "Died", .key = true});
    for (const auto& held : child.names)
        if (held.kind == child::NameKind::legal && held.days.from)
            lines.push_back({.on = *held.days.from, .title = "Name became " + held.name.full()});
    for (const auto& held : child.legal_statuses)
        if (held.days.from)
            lines.push_back({.on = *held.days.from, .title = "Legal status: " + held.words});
    add_moves(lines, child);
    return lines;
}

void sort(std::vector<ChronologyLine>& lines)
{
    std::vector<std::pair<std::size_t, ChronologyLine>> numbered;
    for (auto& line : lines) numbered.emplace_back(numbered.size(), std::move(line));
    std::ranges::sort(numbered, [](const auto& left, const auto& right) {
        if (left.second.on != right.second.on) return left.second.on > right.second.on;
        return left.first < right.first;
    });
    lines.clear();
    for (auto& [number, line] : numbered) lines.push_back(std::move(line));
}

std::vector<std::string> usual_reasons()
{
    return {"An enquiry or a new concern about this child", "I work with this child or family",
            "A conference, review or core group", "Checking that the record is right"};
}

} // namespace heed::casefile
