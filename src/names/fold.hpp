#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace heed::names {

/// Small plain letters, digits and single spaces, whatever script or accents came in: "Siân
/// O’Brien-Łoś" is "sian obrien los". Apostrophes close up, everything else that is neither letter
/// nor digit parts words. Bytes that are no UTF-8 are read as Windows-1252.
std::string folded(std::string_view text);

/// The words of a name, folded. Particles are joined to the word they belong to: "Mc Donald" is
/// mcdonald, "Al-Hassan" alhassan, "ud Din" uddin.
std::vector<std::string> words_of(std::string_view name);

/// A joined word without its particle ("alhassan" is "hassan"); empty when it has none that people
/// leave off.
std::string_view without_particle(std::string_view word);

/// "Mary" for "mary": how a folded word is shown to people.
std::string capitalised(std::string_view word);

/// "Baby", "Unborn", "Unknown": written where a name is not known yet. Folded.
bool is_placeholder(std::string_view word);

} // namespace heed::names
