#pragma once

#include "directory/directory.hpp"
#include "office/sheet_page.hpp"

#include <optional>
#include <vector>

// What the pages of the directory show; nothing here reads or changes anything.
namespace heed::directory {

struct DirectoryPage {
    std::vector<Agency> agencies;
    std::vector<Professional> professionals;
    bool may_change = false;
};
markup::Html directory_page(const DirectoryPage& page);

/// A form for one entry: where it goes and the session's token.
struct EntryForm {
    std::string address;
    std::string csrf;
    bool is_new = false;
};
markup::Html agency_page(const EntryForm& form, const office::Sheet& sheet);

struct Choices {
    std::vector<Agency> agencies;
    std::vector<Professional> professionals; ///< who may stand in
    /// Accounts that are nobody else's: their id, and how they are read.
    std::vector<std::pair<std::string, std::string>> users = {};
};
markup::Html professional_page(const EntryForm& form, const office::Sheet& sheet,
                               const Choices& choices);

// Between what is held and what a form shows and sends.
web::Fields fields_of(const AgencyDetails& agency);
AgencyDetails agency_in(const office::Sheet& sheet);
web::Fields fields_of(const ProfessionalDetails& professional);
/// Refuses `not_found` for an agency or a cover that is no id.
Outcome<ProfessionalDetails> professional_in(const office::Sheet& sheet);

} // namespace heed::directory
