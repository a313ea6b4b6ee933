#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace heed::names {

/// Texts, each once and with a number, side by side in memory. 0 is no text.
class Strings {
public:
    /// The text's number, a new one if it is not held yet; 0 for an empty text.
    std::uint32_t add(std::string_view text);
    /// 0 when it is not held.
    std::uint32_t find(std::string_view text) const;
    std::string_view text(std::uint32_t number) const
    {
        return std::string_view{letters_}.substr(begin_[number],
                                                 begin_[number + 1] - begin_[number]);
    }
    /// Asks memory for where a text is; then for the text.
    void fetch_place(std::uint32_t number) const { __builtin_prefetch(begin_.data() + number); }
    void fetch(std::uint32_t number) const { __builtin_prefetch(letters_.data() + begin_[number]); }
    /// One more than the highest number.
    std::size_t size() const { return begin_.size() - 1; }

private:
    void grow();
    std::size_t slot_of(std::string_view text) const;

    std::string letters_;                    ///< one text after the other
    std::vector<std::uint32_t> begin_{0, 0}; ///< where each begins; one more at the end
    std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(64); ///< by hash of the text
};

} // namespace heed::names
