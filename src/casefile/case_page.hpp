#pragma once

#include "casefile/case.hpp"
#include "markup/html.hpp"
#include "office/look.hpp"
#include "office/sheet_page.hpp"
#include "pack/pack.hpp"

// What the pages about one child show; nothing here reads or changes anything.
namespace heed::casefile {

using office::action_in_words;
using office::Look;
using office::Spell;
using office::spells;

/// What a visitor may do here beside looking.
struct Leave {
    bool to_correct = false, to_see_looks = false, to_decide_links = false;
};

/// The child on top of every page about them, and the way between those pages. `at` is the last
/// part of the page's address: "", "people", "looks", or a form's.
markup::Html head(const Case& about, const pack::Pack& pack, const Leave& leave,
                  std::string_view at);

/// Facts, whom to ring, chronology.
markup::Html overview(const Case& about, const std::vector<ChronologyLine>& chronology,
                      const pack::Pack& pack, const Leave& leave);

/// All that is held of the child alone, of now and of before, each with a way to change it.
markup::Html details(const Case& about, const Leave& leave);

/// The family: drawn, in words, and who was there before.
markup::Html people(const Case& about, const Leave& leave);

/// Asks why, before anything of the child is read.
struct Asking {
    std::string child_id, csrf;
    std::string then; ///< where they were going
};
markup::Html reason_page(const Asking& asking, const office::Sheet& sheet);

/// The usual reason that was chosen and the words typed; empty when neither was.
std::string reason_in(const office::Sheet& sheet);

/// Each spell a row, which opens to its looks.
markup::Html looks(const std::vector<Spell>& spells);

} // namespace heed::casefile
