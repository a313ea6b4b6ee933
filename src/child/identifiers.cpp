#include "child/identifiers.hpp"

#include "core/text.hpp"

namespace heed::child {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }

/// Letters and digits in capitals; nothing else of what was typed counts.
std::string letters_and_digits(std::string_view typed)
{
    std::string kept;
    for (const char c : lower_ascii(typed)) {
        if (c >= 'a' && c <= 'z')
            kept += static_cast<char>(c - 'a' + 'A');
        else if (is_digit(c))
            kept += c;
        else if (c != ' ' && c != '-' && c != '.')
            return {};
    }
    return kept;
}

/// The letters of pupil numbers: I, O and S could be taken for 1, 0 and 5.
constexpr std::string_view upn_letters = "ABCDEFGHJKLMNPQRTUVWXYZ";

} // namespace

Outcome<NhsNumber> NhsNumber::from(std::string_view typed)
{
    const std::string digits = letters_and_digits(trimmed(typed));
    const auto wrong = refuse(RefusalCode::wrong_nhs_number, "nhs_number");
    if (digits.size() != 10) return wrong;
    int sum = 0;
    for (std::size_t i = 0; i < 10; ++i) {
        if (!is_digit(digits[i])) return wrong;
        if (i < 9) sum += (digits[i] - '0') * (10 - static_cast<int>(i));
    }
    const int check = (11 - sum % 11) % 11; // 10 proves nothing: no such number is issued
    if (check != digits[9] - '0') return wrong;
    return NhsNumber{digits};
}

std::string NhsNumber::spaced() const
{
    return digits_.substr(0, 3) + " " + digits_.substr(3, 3) + " " + digits_.substr(6);
}

Outcome<Upn> Upn::from(std::string_view typed)
{
    const std::string text = letters_and_digits(trimmed(typed));
    const auto wrong = refuse(RefusalCode::wrong_upn, "upn");
    if (text.size() != 13) return wrong;
    std::size_t sum = 0;
    for (std::size_t i = 1; i < 13; ++i) {
        std::size_t worth = 0;
        if (is_digit(text[i]))
            worth = static_cast<std::size_t>(text[i] - '0');
        else if (i == 12 && upn_letters.contains(text[i]))
            worth = upn_letters.find(text[i]);
        else
            return wrong;
        sum += worth * (i + 1);
    }
    if (text[0] != upn_letters[sum % upn_letters.size()]) return wrong;
    return Upn{text};
}

Outcome<Postcode> Postcode::from(std::string_view typed)
{
    const std::string text = letters_and_digits(trimmed(typed));
    const auto wrong = refuse(RefusalCode::wrong_postcode, "postcode");
    if (text.size() < 5 || text.size() > 7) return wrong;
    const std::string outward = text.substr(0, text.size() - 3);
    const std::string inward = text.substr(text.size() - 3);
    if (!is_digit(inward[0]) || !is_letter(inward[1]) || !is_letter(inward[2])) return wrong;
    // A9, A99, A9A, AA9, AA99, AA9A: an area of one or two letters, then a district.
    const std::size_t letters = outward.size() > 1 && is_letter(outward[1]) ? 2 : 1;
    if (!is_letter(outward[0]) || outward.size() <= letters || outward.size() > letters + 2)
        return wrong;
    if (!is_digit(outward[letters])) return wrong;
    return Postcode{outward + " " + inward};
}

} // namespace heed::child
