#include "intake/likeness.hpp"

#include "links/twins.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace heed::intake {

namespace {

using matching::Candidate;
using matching::Field;
using matching::Level;

const matching::Evidence* about(const Candidate& other, Field field)
{
    const auto found = std::ranges::find(other.evidence, field, &matching::Evidence::field);
    return found == other.evidence.end() ? nullptr : &*found;
}

bool is_level(const Candidate& other, Field field, std::initializer_list<Level> levels)
{
    const auto* evidence = about(other, field);
    return evidence != nullptr && std::ranges::count(levels, evidence->level) > 0;
}

bool differs(const Candidate& other, Field field)
{
    return is_level(other, field, {Level::different});
}

bool lives_there(const Candidate& other)
{
    return is_level(other, Field::place, {Level::house, Level::postcode, Level::street});
}

// A carer's forename says so many bits mostly; a surname that the child has too, one.
constexpr float carer_speaks = 4;

bool has_the_carer(const Candidate& other)
{
    const auto* carer = about(other, Field::carer);
    return carer != nullptr && carer->bits >= carer_speaks;
}

/// Whatever the sum says: what tells two children apart.
bool are_two(const Candidate& other)
{
    if (links::reads_as_twins(other.evidence)) return true;
    if (differs(other, Field::forename) || differs(other, Field::born)) return true;
    if (differs(other, Field::surname) && !lives_there(other)) return true;
    // Namesakes of about an age are many, and so are surnames that a carer shares: without a home
    // or a carer's forename in common only a birth that agrees speaks for one child.
    if (lives_there(other)) return false;
    if (differs(other, Field::place) && differs(other, Field::carer))
        return !is_level(other, Field::born, {Level::same});
    if (has_the_carer(other)) return false;
    if (about(other, Field::born) == nullptr) return differs(other, Field::place);
    return !is_level(other, Field::born,
                     {Level::same, Level::turned_round, Level::figure_off, Level::year_off,
                      Level::estimated_year, Level::expected, Level::in_range});
}

/// Nothing of what names a child is in doubt.
bool agrees_plainly(const Candidate& other)
{
    return is_level(other, Field::forename, {Level::same, Level::other_spelling}) &&
           is_level(other, Field::surname, {Level::same, Level::other_spelling}) &&
           is_level(other, Field::born, {Level::same}) && !differs(other, Field::sex) &&
           !differs(other, Field::middle);
}

/// One of those found, for one of those who came.
struct Claim {
    std::size_t incoming = 0;
    const Likeness* likeness = nullptr;
};

/// Of several who came together, whoever is less like somebody leaves them to the other.
void give_each_their_own(std::span<const std::size_t> household,
                         std::vector<std::vector<Likeness>>& all)
{
    std::vector<Claim> claims;
    for (const std::size_t incoming : household)
        for (const Likeness& one : all[incoming]) claims.push_back({incoming, &one});
    std::ranges::sort(claims, {}, [](const Claim& claim) {
        return std::pair{-claim.likeness->other.bits, claim.incoming};
    });
    std::map<std::string, std::size_t, std::less<>> taken;
    for (const Claim& claim : claims) taken.try_emplace(claim.likeness->other.id, claim.incoming);
    for (const std::size_t incoming : household)
        std::erase_if(all[incoming],
                      [&](const Likeness& one) { return taken.at(one.other.id) != incoming; });
}

double crowd_of(std::size_t people)
{
    return std::log2(std::max<double>(65'536, static_cast<double>(people)));
}

} // namespace

float least_of_likenesses(std::size_t people, const LikenessLines& lines)
{
    // Whoever is so near one who is the same that it is in doubt comes to this at least.
    return static_cast<float>(crowd_of(people) +
                              std::min(lines.possible, lines.same - lines.apart));
}

std::vector<Likeness> likenesses(std::span<const Candidate> found, std::size_t people,
                                 const LikenessLines& lines)
{
    const double crowd = crowd_of(people);
    std::vector<Likeness> alike;
    for (std::size_t i = 0; i < found.size(); ++i) {
        const Candidate& other = found[i];
        if (other.bits < crowd + lines.possible) break;
        if (are_two(other)) continue;
        const bool apart = i + 1 == found.size() || other.bits - found[i + 1].bits >= lines.apart ||
                           are_two(found[i + 1]);
        const bool same =
            i == 0 && apart && other.bits >= crowd + lines.same && agrees_plainly(other);
        alike.push_back({same ? Ending::same : Ending::possible, other});
    }
    return alike;
}

std::vector<std::vector<Likeness>> likenesses_together(std::span<const Incoming> incoming,
                                                       std::size_t people,
                                                       const LikenessLines& lines)
{
    std::vector<std::vector<Likeness>> all;
    all.reserve(incoming.size());
    std::map<std::string_view, std::vector<std::size_t>> households;
    for (std::size_t i = 0; i < incoming.size(); ++i) {
        all.push_back(likenesses(incoming[i].found, people, lines));
        const std::string& household = (*incoming[i].fields)[feed::Column::household];
        if (!household.empty() && !all.back().empty()) households[household].push_back(i);
    }
    for (const auto& [household, members] : households)
        if (members.size() > 1) give_each_their_own(members, all);
    return all;
}

Ending ending_of(std::span<const Likeness> likenesses)
{
    if (likenesses.empty()) return Ending::fresh;
    const bool same = std::ranges::count(likenesses, Ending::same, &Likeness::ending) > 0;
    return same ? Ending::same : Ending::possible;
}

} // namespace heed::intake
