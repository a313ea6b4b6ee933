#pragma once

#include <functional>
#include <string>

namespace heed::support {

/// Whether a component gives a text back escaped, wherever it puts it: what it makes of the text is
/// what it makes of a plain word, with the word replaced by the escaped text. So no text can end an
/// attribute, begin an element, or change the structure around it. `Markup` is markup::Html.
template <class Markup>
bool escapes(const std::function<Markup(const std::string&)>& component, const std::string& text)
{
    const std::string word = "QwQ";
    const std::string escaped{Markup::escaped(text).view()};
    std::string expected{component(word).view()};
    for (std::size_t at = 0; (at = expected.find(word, at)) != std::string::npos;
         at += escaped.size())
        expected.replace(at, word.size(), escaped);
    return component(text).view() == expected;
}

} // namespace heed::support
