#pragma once

#include "enquiry/enquiry_store.hpp"
#include "family/summary.hpp"
#include "markup/html.hpp"
#include "misses/miss_store.hpp"

namespace heed::misses {

/// Questions that came alive, the latest first.
struct MissLine {
    Miss miss;
    std::string asked, found; ///< when the question was put, and when somebody was found to fit
};
markup::Html misses_page(const std::vector<MissLine>& lines, const Progress& progress);

/// The question as it was put, beside who was found to fit it.
markup::Html miss_page(const Miss& miss, const enquiry::Enquiry& question,
                       const std::optional<family::Summary>& child);

} // namespace heed::misses
