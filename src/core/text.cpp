#include "core/text.hpp"

#include <algorithm>
#include <array>

namespace heed {

std::string_view trimmed(std::string_view text)
{
    static constexpr std::array<std::string_view, 10> spaces{
        " ",  "\t",       "\r",           "\n",           "\v",
        "\f", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "\xEF\xBB\xBF"};
    for (bool again = true; again;) {
        again = false;
        for (const auto space : spaces) {
            if (text.starts_with(space)) text.remove_prefix(space.size()), again = true;
            if (text.ends_with(space)) text.remove_suffix(space.size()), again = true;
        }
    }
    return text;
}

std::string lower_ascii(std::string_view text)
{
    std::string lower{text};
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

bool is_utf8(std::string_view bytes)
{
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    for (std::size_t i = 0; i < bytes.size();) {
        const unsigned lead = at(i);
        const std::size_t more = lead < 0x80   ? 0U
                                 : lead < 0xC2 ? 9U
                                 : lead < 0xE0 ? 1U
                                 : lead < 0xF0 ? 2U
                                 : lead < 0xF5 ? 3U
                                               : 9U;
        if (more >= bytes.size() - i) return false;
        for (std::size_t k = 1; k <= more; ++k)
            if ((at(i + k) & 0xC0U) != 0x80) return false;
        if (lead == 0xE0 && at(i + 1) < 0xA0) return false; // overlong
        if (lead == 0xED && at(i + 1) > 0x9F) return false; // surrogates
        if (lead == 0xF0 && at(i + 1) < 0x90) return false; // overlong
        if (lead == 0xF4 && at(i + 1) > 0x8F) return false; // past U+10FFFF
        i += more + 1;
    }
    return true;
}

bool is_one_of(std::string_view word, std::span<const std::string_view> words)
{
    return std::ranges::find(words, word) != words.end();
}

std::vector<std::string_view> split(std::string_view text, char at)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const auto end = text.find(at);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::string listed(const std::vector<std::string>& words)
{
    std::string all;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) all += i + 1 == words.size() ? " and " : ", ";
        all += words[i];
    }
    return all;
}

} // namespace heed
