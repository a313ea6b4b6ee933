#include "spoken/words.hpp"

#include "core/text.hpp"

#include <algorithm>

namespace heed::spoken {
namespace {

bool parts(char letter)
{
    return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r' || letter == ',' ||
           letter == ';' || letter == '(' || letter == ')' || letter == '[' || letter == ']' ||
           letter == ':' || letter == '=';
}

bool is_sign_around(char letter)
{
    return letter == '.' || letter == ':' || letter == '?' || letter == '!' || letter == '"' ||
           letter == '-' || letter == '/' || letter == '=';
}

std::string_view bare(std::string_view word)
{
    while (!word.empty() && is_sign_around(word.front())) word.remove_prefix(1);
    while (!word.empty() && is_sign_around(word.back())) word.remove_suffix(1);
    return word;
}

} // namespace

std::vector<Word> words_in(std::string_view text)
{
    std::vector<Word> words;
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t end = at;
        while (end < text.size() && !parts(text[end])) ++end;
        const std::string_view typed = trimmed(text.substr(at, end - at));
        const std::string_view word = bare(typed);
        const bool minus = typed.starts_with('-') && !word.empty() && word.data() == &typed[1];
        if (!word.empty()) words.push_back({std::string{word}, lower_ascii(word), false, minus});
        if (end < text.size() && text[end] == ',' && !words.empty())
            words.back().comma_after = true;
        at = end + 1;
    }
    return words;
}

std::string text_of(Words words, std::size_t from, std::size_t count)
{
    std::string text;
    for (const Word& word : words.subspan(from, count)) {
        if (!text.empty()) text += ' ';
        text += word.typed;
    }
    return text;
}

bool is_figures(std::string_view text)
{
    return !text.empty() &&
           std::ranges::all_of(text, [](char one) { return one >= '0' && one <= '9'; });
}

int small_number(std::string_view text)
{
    if (!is_figures(text) || text.size() > 4) return -1;
    int number = 0;
    for (const char figure : text) number = number * 10 + (figure - '0');
    return number;
}

} // namespace heed::spoken
