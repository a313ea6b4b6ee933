#pragma once

#include "support/people_questions.hpp"

/// Made people and questions as the files that `heed import children` and `heed find --batch` read.
namespace heed::support {

/// The heading of the feed, with its newline. Fields are parted by tabs.
std::string_view feed_heading();
/// Adds the person's line, with its newline.
void add_feed_line(std::string& text, const Person& person);

/// Adds the question as one line of JSON, with its newline. Only of questions without `name`: the
/// file has no field for names whose parts were not told apart.
void add_question_line(std::string& text, std::string_view id, const MadeQuestion& made);

} // namespace heed::support
