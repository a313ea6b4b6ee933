#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heed {

/// Without the white space at both ends (also no-break and thin spaces as people paste them).
std::string_view trimmed(std::string_view text);

/// A to Z as a to z; every other letter is left alone. For codes and headings, never for names.
std::string lower_ascii(std::string_view text);

/// Whether the bytes are well-formed UTF-8 (no overlong form, no surrogate, nothing past U+10FFFF).
bool is_utf8(std::string_view bytes);

/// Whether the word is one of these, letter for letter.
bool is_one_of(std::string_view word, std::span<const std::string_view> words);

std::vector<std::string_view> split(std::string_view text, char at);

/// "a, b and c".
std::string listed(const std::vector<std::string>& words);

} // namespace heed
