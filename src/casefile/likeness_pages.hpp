#pragma once

#include "casefile/new_child_page.hpp"
#include "family/people.hpp"
#include "office/office.hpp"

namespace heed::casefile {

/// Finds children of the record who are like what was said. Whoever shows them writes that they
/// were looked at.
class Likeness {
public:
    Likeness(const office::Office& office, family::People& people)
        : office_{office}, people_{people}
    {
    }
    /// The likest first, at most five, each with why.
    std::vector<MayBe> of(const matching::Question& question) const;

private:
    const office::Office& office_;
    family::People& people_;
};

} // namespace heed::casefile
