#pragma once

#include "pack/timescale.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace heed::pack {

/// A word of the time of the register, and what is said instead.
struct Term {
    std::vector<std::string> old; ///< as people type it, the usual form first
    std::string now;              ///< the new term
    std::string where;            ///< the page where it now lives, such as `/list`; may be empty
    Authority authority;          ///< who says so

    bool operator==(const Term&) const = default;
};

/// The change of words at the end of the registers: for anyone who searches for the old one.
class Terms {
public:
    Terms(std::string id, std::vector<Term> terms);

    const std::string& id() const { return id_; }
    const std::vector<Term>& list() const { return terms_; }

    /// The terms whose old words stand inside what was typed, in the order typed. Case, plural,
    /// hyphens and spaces do not matter ("De-Registrations" is "deregistration"). The longest old
    /// word wins: "register enquiry" does not also answer for "register".
    std::vector<Term> find(std::string_view typed) const;

private:
    struct Key {
        std::string together; ///< an old word, singular and without spaces
        std::size_t term;     ///< its index in terms_
    };

    std::string id_;
    std::vector<Term> terms_;
    std::vector<Key> keys_;
};

} // namespace heed::pack
