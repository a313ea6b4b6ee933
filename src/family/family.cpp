#include "family/family.hpp"

namespace heed::family {

namespace {

std::string of_sex(Sex sex, const char* girl, const char* boy, const char* either)
{
    switch (sex) {
    case Sex::female: return girl;
    case Sex::male: return boy;
    case Sex::not_known: return either;
    }
    return either;
}

std::string stated_word(Tie tie, Sex other)
{
    switch (tie) {
    case Tie::sibling: return of_sex(other, "sister", "brother", "brother or sister");
    case Tie::half_sibling:
        return of_sex(other, "half-sister", "half-brother", "half-brother or half-sister");
    case Tie::step_sibling:
        return of_sex(other, "stepsister", "stepbrother", "stepbrother or stepsister");
    default: return std::string{label(tie)};
    }
}

} // namespace

bool is_parent(Tie tie) { return tie == Tie::mother || tie == Tie::father || tie == Tie::parent; }

std::string relation_word(const Kinship& kinship, Sex other)
{
    if (kinship.stated && kinship.stated_of_other && is_parent(*kinship.stated))
        return of_sex(other, "daughter", "son", "child");
    if (kinship.stated) return stated_word(*kinship.stated, other);
    if (kinship.parents_shared >= 2) return stated_word(Tie::sibling, other);
    if (kinship.parents_shared == 1) {
        // With a parent each whom the other has not, they are half-siblings. Else the second
        // parent may be one and the same, only not written down.
        if (kinship.parents_apart >= 2) return stated_word(Tie::half_sibling, other);
        return of_sex(other, "sister or half-sister", "brother or half-brother",
                      "brother or sister, or half");
    }
    // The old register has "parent or carer". The same ones and the same surname are what it
    // knew a brother or sister by; with another surname they may be foster children.
    if (kinship.carers_shared && kinship.same_surname) return stated_word(Tie::sibling, other);
    if (kinship.carers_shared) return "same parent or carer";
    return "lives there";
}

std::string_view label(Tie tie)
{
    switch (tie) {
    case Tie::mother: return "mother";
    case Tie::father: return "father";
    case Tie::parent: return "parent";
    case Tie::parent_or_carer: return "parent or carer";
    case Tie::step_parent: return "step-parent";
    case Tie::partner_of_parent: return "parent's partner";
    case Tie::foster_carer: return "foster carer";
    case Tie::grandparent: return "grandparent";
    case Tie::aunt_or_uncle: return "aunt or uncle";
    case Tie::other_relative: return "relative";
    case Tie::not_related: return "not related";
    case Tie::sibling: return "brother or sister";
    case Tie::half_sibling: return "half-brother or half-sister";
    case Tie::step_sibling: return "stepbrother or stepsister";
    case Tie::cousin: return "cousin";
    }
    return "";
}

} // namespace heed::family
