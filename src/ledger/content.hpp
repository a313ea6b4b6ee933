#pragma once

#include "ledger/ledger.hpp"

#include <optional>

namespace heed::ledger {

/// The content of an entry as one JSON document: reason, details and the images of the rows.
/// Broken when a text in it is not UTF-8: what cannot be read again is not written.
std::string write_content(const Act& act, const std::vector<store::Image>& images);

/// An image as the content holds it, its columns again as canonical JSON.
struct Content {
    std::string reason, details;
    std::vector<std::string> also_about;
    std::vector<store::Image> images;
};
/// A Fault when the text is not what write_content wrote.
Content read_content(std::string_view body);
/// The same for whoever must go on all the same.
std::optional<Content> content_if_readable(std::string_view body);

/// Whether every column that the image holds has the same value in the row as it stands. Columns
/// that came with a later migration are not in old images and are left out.
bool agrees(const std::string& image_json, const std::string& row_json);

} // namespace heed::ledger
