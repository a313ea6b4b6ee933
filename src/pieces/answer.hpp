#pragma once

#include "markup/html.hpp"
#include "markup/options.hpp"

#include <optional>
#include <string>
#include <vector>

namespace heed::pieces {

/// How an answer looks from two metres, without colour: `yes` has a black head, `caution` a black
/// edge, `no` is outlined with a dashed rule, `question` is grey with a dotted rule, `failed` has a
/// striped band. They never look alike, because a failed look must not be taken for a no.
enum class Tone { yes, caution, no, question, failed };

/// The answer to a question, in words large enough to read while holding a telephone.
struct AnswerCard {
    Tone tone;
    std::string sentence;
    std::string about = {};  ///< beside the sentence: who or what it is about
    markup::Html content;    ///< under the head, at the left
    markup::Html next = {};  ///< at the right: what to do
    bool takes_focus = true; ///< so that the answer is what a speech reader says first
    std::string id = "answer";
    std::string notice = {}; ///< foot of the card, small: receipt, time
};
markup::Html answer_card(const AnswerCard& options);

/// Somebody to ring, with the number large.
struct Contact {
    std::string role;
    std::string name;
    std::string telephone = {};
    std::vector<markup::Html> notes = {}; ///< a line each: hours, other numbers
};
markup::Html contact(const Contact& options);

/// A number one can tap; it never breaks over two lines.
markup::Html telephone(const std::string& number);

/// What to do, in order, under a heading of that level.
markup::Html steps(const std::string& title, const std::vector<markup::Words>& steps,
                   int heading_level = 3);

/// A line that must not be overlooked: red edge and bold words.
markup::Html danger_line(const markup::Words& text);

/// "Label: text" in one paragraph.
markup::Html fact(const std::string& label, const markup::Words& text);
/// A paragraph in small type.
markup::Html small_print(const markup::Words& text);

} // namespace heed::pieces
