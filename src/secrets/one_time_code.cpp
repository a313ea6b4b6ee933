#include "secrets/one_time_code.hpp"

#include "core/digest.hpp"
#include "core/ensure.hpp"
#include "web/fields.hpp"

#include <array>
#include <liboath/oath.h>

namespace heed::secrets {

namespace {

constexpr unsigned step_seconds = 30, digits = 6;

std::int64_t step_at(Moment at)
{
    return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count() / step_seconds;
}

std::string code_of_step(std::string_view secret, std::int64_t step)
{
    std::array<char, digits + 1> code{};
    const int status = oath_totp_generate(secret.data(), secret.size(), step * step_seconds,
                                          step_seconds, 0, digits, code.data());
    if (status != OATH_OK) throw Fault{"liboath cannot make a code"};
    return code.data();
}

std::string base32(std::string_view secret)
{
    char* text = nullptr;
    std::size_t length = 0;
    if (oath_base32_encode(secret.data(), secret.size(), &text, &length) != OATH_OK)
        throw Fault{"liboath cannot write base32"};
    const std::unique_ptr<char, decltype(&std::free)> owned{text, &std::free};
    return {text, length};
}

} // namespace

std::string new_totp_secret(Randomness& randomness)
{
    std::array<std::uint8_t, 20> bytes{};
    randomness.fill(bytes);
    return {bytes.begin(), bytes.end()};
}

std::string totp_code(std::string_view secret, Moment at)
{
    return code_of_step(secret, step_at(at));
}

std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code, Moment now,
                                      std::int64_t last_step)
{
    std::string typed{code};
    std::erase(typed, ' ');
    for (const std::int64_t step : {step_at(now) - 1, step_at(now), step_at(now) + 1})
        if (step > last_step && same_secret(code_of_step(secret, step), typed)) return step;
    return std::nullopt;
}

std::string totp_secret_in_words(std::string_view secret)
{
    std::string grouped;
    for (const char c : base32(secret)) {
        if (c == '=') break;
        if (grouped.size() % 5 == 4) grouped += ' ';
        grouped += c;
    }
    return grouped;
}

std::string totp_url(std::string_view secret, std::string_view issuer, std::string_view user_name)
{
    std::string key = totp_secret_in_words(secret);
    std::erase(key, ' ');
    const std::string from = web::percent_encoded(issuer);
    return "otpauth://totp/" + from + ":" + web::percent_encoded(user_name) + "?secret=" + key +
           "&issuer=" + from + "&algorithm=SHA1&digits=6&period=30";
}

} // namespace heed::secrets
