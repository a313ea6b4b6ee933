#pragma once

#include "extract/judge.hpp"

#include <span>
#include <vector>

namespace heed::extract {

/// Whether two registrations are of one child: the same register number and the same forename, or
/// the same name and birth date at the same household or address. Twins are two children, also
/// while they are unborn; a register number that a council gave to a whole family makes nobody
/// one child.
bool same_child(const Registration& left, const Registration& right);

/// What becomes of all the rows of one file. Judges each by itself, then beside the others: a row
/// that says again what an earlier one said is already there; one that contradicts another row
/// about the same child is held; a child registered twice over the years is one child
/// (`child_line`). In the order of the rows.
std::vector<Judged> judge_together(std::span<const Row> rows, Day as_at, const pack::Pack& pack);

} // namespace heed::extract
