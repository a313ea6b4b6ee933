#include "pack/terms.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace heed::pack {

namespace {

/// A word without what does not matter: children and child, registries and registry, registers
/// and register are one.
std::string singular(std::string word)
{
    if (word == "children") return "child";
    if (word.size() > 4 && word.ends_with("ies")) return word.replace(word.size() - 3, 3, "y");
    if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
    return word;
}

/// The words of a text, small and singular. Whatever is no ASCII letter or digit parts words, so
/// "de-register" is two; an apostrophe and its s are left out.
std::vector<std::string> words_of(std::string_view text)
{
    std::vector<std::string> words(1);
    const std::string lower = lower_ascii(text);
    for (std::size_t i = 0; i < lower.size(); ++i) {
        const char c = lower[i];
        const bool part = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (part)
            words.back() += c;
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    std::erase(words, "s");
    for (auto& word : words) word = singular(std::move(word));
    return words;
}

/// Written together, so that hyphens and spaces make no difference.
std::string together(std::string_view text)
{
    std::string all;
    for (const auto& word : words_of(text)) all += word;
    return all;
}

/// How many words from `at` on make up `old`; 0 when they do not.
std::size_t match(const std::vector<std::string>& words, std::size_t at, std::string_view old)
{
    std::string_view left = old;
    for (std::size_t end = at; end < words.size() && left.starts_with(words[end]); ++end) {
        left.remove_prefix(words[end].size());
        if (left.empty()) return end - at + 1;
    }
    return 0;
}

} // namespace

Terms::Terms(std::string id, std::vector<Term> terms) : id_{std::move(id)}, terms_{std::move(terms)}
{
    for (std::size_t i = 0; i < terms_.size(); ++i)
        for (const auto& old : terms_[i].old) keys_.push_back({together(old), i});
}

std::vector<Term> Terms::find(std::string_view typed) const
{
    const auto words = words_of(typed);
    std::vector<std::size_t> found;
    for (std::size_t at = 0; at < words.size();) {
        std::size_t longest = 0, best = 0;
        for (const auto& key : keys_)
            if (const auto length = match(words, at, key.together); length > longest)
                longest = length, best = key.term;
        if (longest > 0 && std::ranges::find(found, best) == found.end()) found.push_back(best);
        at += std::max<std::size_t>(longest, 1);
    }
    std::vector<Term> terms;
    for (const auto index : found) terms.push_back(terms_[index]);
    return terms;
}

} // namespace heed::pack
