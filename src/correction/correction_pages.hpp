#pragma once

#include "casefile/case.hpp"
#include "casefile/new_child_page.hpp"
#include "office/sheet_page.hpp"
#include "pack/pack.hpp"
#include "store/records.hpp"

#include <span>

namespace heed::correction {

using casefile::Case;
using child::ChildId;

/// What a form may choose from.
struct Choices {
    std::vector<directory::Professional> professionals = {};
    std::vector<casefile::MayBe> found = {}; ///< children who may be meant by `look_for`
};

/// What a form is about: the child, and for some forms the one statement, adult or stay of `of`.
struct Scene {
    const Case& about;
    std::string of; ///< an id as it came; empty for a new one
    const pack::Pack& pack;
    const Choices& choices;

    Day today() const { return about.as_of.on; }
};

/// Where a correction is written.
struct Writing {
    store::Transaction& records;
    const office::Stamp& stamp;
    const pack::Pack& pack;
};

/// The other children whose records a correction changed, too: their ledger says so as well.
using Also = std::vector<ChildId>;

/// What the record holds, as a form's fields; nothing when there is no such thing (any more).
using MaybeFields = std::optional<web::Fields>;

/// One way of putting a child's record right: its form, and what it does. Every one also asks why,
/// which goes into the ledger.
struct Correction {
    const char* path;   ///< the last part of the page's address, as "address"; at most 14 letters
    const char* title;  ///< "Address": also the page's title, so never about a person
    const char* action; ///< in the ledger
    const char* part;   ///< the page that it comes from and goes back to: "", "details", "people"
    /// What the form begins with, and what is compared when it comes back.
    MaybeFields (*held)(const Scene&);
    markup::Html (*fields)(const Scene&, const office::Sheet&);
    Outcome<Also> (*act)(const Writing&, const Scene&, const office::Sheet&);
    const char* begins_today = nullptr; ///< a date that a fresh form has today's day in
};

/// Names, birth, language, numbers, school and health, legal status.
std::span<const Correction> fact_corrections();
std::span<const Correction> address_corrections();
/// Parents, carers, other relatives; brothers and sisters.
std::span<const Correction> relative_corrections();
/// Who lives where, and moves.
std::span<const Correction> household_corrections();
/// The plan's days, categories, key worker, review.
std::span<const Correction> plan_corrections();

/// All of them.
std::vector<const Correction*> every_correction();

} // namespace heed::correction
