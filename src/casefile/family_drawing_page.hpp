#pragma once

#include "casefile/case.hpp"
#include "pieces/family_tree.hpp"

namespace heed::casefile {

/// The child, those who live with them and their relatives, as they are drawn. Of a parent who is
/// nobody to this child but to a brother, that is said.
pieces::FamilyTree drawn_family(const Case& about);

/// The drawing with its words; nothing when nobody else is known.
markup::Html family_drawing(const Case& about);

} // namespace heed::casefile
