#pragma once

#include "core/outcome.hpp"

#include <string>
#include <string_view>

namespace heed::child {

/// An NHS number: ten digits of which the last proves the others (modulus 11).
class NhsNumber {
public:
    /// As typed, with or without spaces or dashes. Refuses `wrong_nhs_number`.
    static Outcome<NhsNumber> from(std::string_view typed);
    const std::string& digits() const { return digits_; }
    std::string spaced() const; ///< "999 012 3456", as it is printed and read out
    bool operator==(const NhsNumber&) const = default;

private:
    explicit NhsNumber(std::string digits) : digits_{std::move(digits)} {}
    std::string digits_;
};

/// A unique pupil number: a check letter and twelve characters that it proves. The last is a
/// letter in a temporary one.
class Upn {
public:
    /// Refuses `wrong_upn`.
    static Outcome<Upn> from(std::string_view typed);
    const std::string& text() const { return text_; }
    bool operator==(const Upn&) const = default;

private:
    explicit Upn(std::string text) : text_{std::move(text)} {}
    std::string text_;
};

/// A postcode of the shape that the post uses, in capitals with its one space: "ME1 4BA". Says
/// nothing of whether there is such a place.
class Postcode {
public:
    /// As typed, with or without the space. Refuses `wrong_postcode`.
    static Outcome<Postcode> from(std::string_view typed);
    const std::string& text() const { return text_; }
    std::string outcode() const { return text_.substr(0, text_.find(' ')); } ///< "ME1"
    bool operator==(const Postcode&) const = default;

private:
    explicit Postcode(std::string text) : text_{std::move(text)} {}
    std::string text_;
};

} // namespace heed::child
