#pragma once

#include "pack/pack.hpp"
#include "pack/toml_reader.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace heed::pack {

/// The packs inside the binary, in order of their first day. A wrong one is Broken at first use.
const std::vector<Pack>& list();

/// The pack of that id inside the binary. Refuses `no_such_pack`, naming those there are.
Outcome<Pack> find(std::string_view id);

/// Every problem of a pack's text, in order of lines; none when it can be used. Calendars, terms
/// and common words are those inside the binary.
std::vector<Problem> check(std::string_view text);

/// The pack a text holds. Refuses `wrong_pack` with its first problem.
Outcome<Pack> load(std::string_view text);

} // namespace heed::pack
