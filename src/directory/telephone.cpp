#include "directory/telephone.hpp"

#include "core/text.hpp"

#include <array>

namespace heed::directory {

namespace {

/// What is dialled comes before any mention of an extension.
std::string_view without_extension(std::string_view typed)
{
    for (std::size_t i = 0; i < typed.size(); ++i) {
        const char here = typed[i];
        if (here == 'x' || here == 'X' || here == '#' || here == 'e' || here == 'E')
            return typed.substr(0, i);
    }
    return typed;
}

} // namespace

std::string dialled(std::string_view typed)
{
    const std::string_view number = without_extension(trimmed(typed));
    std::string digits;
    for (const char here : number)
        if (here >= '0' && here <= '9') digits += here;
    const bool is_abroad_form = number.starts_with('+') || number.starts_with("(+");
    if (digits.starts_with("0044"))
        digits.erase(0, 2);
    else if (!is_abroad_form)
        return digits.size() < 5 ? std::string{} : digits;
    if (digits.starts_with("44")) {
        digits.erase(0, 2);
        if (!digits.starts_with('0')) digits.insert(0, 1, '0');
    }
    return digits.size() < 5 ? std::string{} : digits;
}

} // namespace heed::directory
