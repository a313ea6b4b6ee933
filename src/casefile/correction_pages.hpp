#pragma once

#include "casefile/case.hpp"
#include "office/sheet_page.hpp"
#include "pack/pack.hpp"
#include "store/records.hpp"

#include <span>

namespace heed::casefile {

/// What a form may choose from.
struct Choices {
    std::vector<directory::Professional> professionals;
    const pack::Pack& pack;
    Day today;
};

/// Where a correction is written.
struct Writing {
    store::Transaction& records;
    const office::Stamp& stamp;
    const pack::Pack& pack;
};

/// One way of putting a child's record right: its form, and what it does. Every one also asks why,
/// which goes into the ledger.
struct Correction {
    const char* path;   ///< the last part of the page's address, as "address"
    const char* title;  ///< "Address": also the page's title, so never about a person
    const char* action; ///< in the ledger
    web::Fields (*initial)(const Case&, Day today);
    markup::Html (*fields)(const Case&, const office::Sheet&, const Choices&);
    Outcome<void> (*act)(const Writing&, const Case&, const office::Sheet&);
};

/// Name, birth and other particulars, address, school and health.
std::span<const Correction> child_corrections();
/// Begin, end, categories, key worker, review.
std::span<const Correction> plan_corrections();

} // namespace heed::casefile
