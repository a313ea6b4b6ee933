#include "matching/finder.hpp"

#include "names/fold.hpp"

#include <algorithm>

namespace heed::matching {
namespace {

std::string of_name(std::string_view which, const Evidence& evidence)
{
    const std::string name{which};
    const std::string held = evidence.detail.empty() ? "" : ": " + evidence.detail;
    switch (evidence.level) {
    case Level::same: return "same " + name;
    case Level::other_spelling: return name + " in another spelling" + held;
    case Level::short_form: return name + " in another form" + held;
    case Level::sounds_alike: return name + " sounds the same" + held;
    case Level::misspelt: return name + " spelt nearly the same" + held;
    case Level::part: return "one part of the " + name + " is the same";
    case Level::initial: return "same initial of the " + name;
    case Level::in_another_place:
        return which == "surname" ? "surname held as a middle name" + held
                                  : "forename and middle name the other way round" + held;
    case Level::through_carer: return "found through a parent's or carer's name" + held;
    case Level::through_sibling: return "found through a brother's or sister's surname" + held;
    default: return "different " + name;
    }
}

std::string of_birth(Level level)
{
    switch (level) {
    case Level::same: return "same date of birth";
    case Level::turned_round: return "day and month of birth turned round";
    case Level::in_range: return "born about when was said";
    case Level::near: return "born near the date that was said";
    case Level::year_off: return "same day and month of birth in another year";
    case Level::figure_off: return "one figure of the date of birth differs";
    case Level::estimated_year: return "only the year of birth is known, and it fits";
    case Level::expected: return "not born yet: the expected date fits";
    default: return "different date of birth";
    }
}

std::string of_place(Level level)
{
    switch (level) {
    case Level::house: return "same house";
    case Level::postcode: return "same postcode";
    case Level::postcode_off: return "one figure or letter of the postcode differs";
    case Level::outcode: return "same first half of the postcode";
    case Level::street: return "same street";
    case Level::town: return "same town";
    case Level::near: return "a place nearby";
    case Level::formerly: return "lived there before";
    default: return "lives somewhere else";
    }
}

std::string in_words(const Evidence& evidence)
{
    switch (evidence.field) {
    case Field::forename: return of_name("forename", evidence);
    case Field::middle: return of_name("middle name", evidence);
    case Field::surname: return of_name("surname", evidence);
    case Field::name_order:
        return evidence.level == Level::turned_round ? "forename and surname the other way round"
                                                     : "";
    case Field::other_name: return "known as " + evidence.detail;
    case Field::born: return of_birth(evidence.level);
    case Field::sex: return evidence.level == Level::same ? "" : "a different sex is recorded";
    case Field::place: return of_place(evidence.level);
    case Field::carer:
        return evidence.level == Level::different ? "another parent or carer is recorded"
                                                  : "parent or carer fits: " + evidence.detail;
    case Field::unborn:
        return evidence.level == Level::expected ? "not born yet, as was said" : "born already";
    case Field::identifier:
        return evidence.level == Level::same         ? "same number"
               : evidence.level == Level::figure_off ? "one figure of the number differs"
                                                     : "different number";
    }
    return "";
}

} // namespace

std::vector<std::string> why(const Candidate& candidate)
{
    auto evidence = candidate.evidence;
    // An alias costs a little and explains much: it comes with what speaks for the candidate.
    const auto weight = [](const Evidence& one) {
        return one.field == Field::other_name || one.field == Field::name_order ? 5.0F : one.bits;
    };
    std::ranges::sort(evidence, [&](const Evidence& left, const Evidence& right) {
        return std::pair{-weight(left), left.field} < std::pair{-weight(right), right.field};
    });
    std::vector<std::string> reasons;
    for (const Evidence& one : evidence) {
        std::string reason = in_words(one);
        if (!reason.empty()) reasons.push_back(std::move(reason));
    }
    return reasons;
}

} // namespace heed::matching
