#pragma once

#include "markup/html.hpp"
#include "pieces/page.hpp"

#include <string>
#include <vector>

// Specimen pages with invented people, to look at and to measure: every piece and every field in
// the states that matter.
namespace heed::gallery {

struct Specimen {
    std::string name;
    markup::Html html;
};

markup::Html desk_before();
markup::Html desk_yes();
markup::Html desk_no();
markup::Html desk_other_answers();
markup::Html record();
markup::Html list();
markup::Html fields();

/// A whole page of that content, on the navigation item of that number.
markup::Html specimen_page(const std::string& title, std::size_t place, markup::Html main,
                           markup::Html before_main = {});

} // namespace heed::gallery
