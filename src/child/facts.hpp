#pragma once

#include "child/identifiers.hpp"
#include "core/codes.hpp"
#include "core/day.hpp"
#include "core/moment.hpp"

#include <optional>
#include <string>

// What is held of a child, fact by fact. All days count: something true from the 1st to the 3rd
// is true on the 3rd. An absent first day is "not known since when"; an absent last, "still".
namespace heed::child {

/// The days on which a fact is true.
struct Days {
    std::optional<Day> from = {}, to = {};
    bool cover(Day day) const { return (!from || *from <= day) && (!to || day <= *to); }
    bool operator==(const Days&) const = default;
};

enum class NameKind { legal, preferred, alias, former };

/// A name as it is written. Never wholly empty; an unborn child may have a surname alone.
class Name {
public:
    /// Refuses `needed` when all is empty, `too_long` over 100 characters a part.
    static Outcome<Name> of(std::string_view forename, std::string_view middle,
                            std::string_view surname);
    const std::string& forename() const { return forename_; }
    const std::string& middle() const { return middle_; }
    const std::string& surname() const { return surname_; }
    std::string full() const;    ///< with the middle names
    std::string spoken() const;  ///< "Mary Tansley": how a person is called over the telephone
    std::string sorting() const; ///< "Tansley, Mary": how lists put it
    bool operator==(const Name&) const = default;

private:
    Name(std::string forename, std::string middle, std::string surname);
    std::string forename_, middle_, surname_;
};

enum class BirthKind { unknown, known, estimated_year, expected };

/// When a child was born, or is expected: one or the other, never both.
class Birth {
public:
    static Birth unknown() { return Birth{BirthKind::unknown, Day{}}; }
    static Birth known(Day day) { return Birth{BirthKind::known, day}; }
    static Birth estimated(int year)
    {
        return Birth{BirthKind::estimated_year, heed::day(year, 1, 1)};
    }
    static Birth expected(Day day) { return Birth{BirthKind::expected, day}; }

    /// As it was held: a kind and its day, which only an unknown birth is without.
    static Birth held(BirthKind kind, std::optional<Day> day);

    BirthKind kind() const { return kind_; }
    bool is_unborn() const { return kind_ == BirthKind::expected; }
    /// Of birth, of 1 January of an estimated year, or expected; nothing when not known.
    std::optional<Day> day_known() const;
    /// Whole years; about, when the year is estimated. Nothing when unborn or not known.
    std::optional<int> age_on(Day day) const;
    std::string in_words() const; ///< "14 March 2003", "about 2003", "expected 2 June 2008"
    std::string iso() const;      ///< "2003-03-14", "2003", or empty when not known
    bool operator==(const Birth&) const = default;

private:
    Birth(BirthKind kind, Day on) : kind_{kind}, day_{on} {}
    BirthKind kind_;
    Day day_;
};

enum class Sex { not_known, female, male };
char letter(Sex sex); ///< F, M or U

/// What is held once of a child, and is corrected as a whole.
struct Particulars {
    Birth birth = Birth::unknown();
    Sex sex = Sex::not_known;
    std::string ethnicity = {}, first_language = {};
    std::optional<bool> needs_interpreter = {}; ///< absent: not asked
    std::optional<Day> died_on = {};
    bool operator==(const Particulars&) const = default;
};

enum class IdentifierKind {
    nhs_number,
    upn,
    local,           ///< the authority's own number for the child
    register_number, ///< of the register that ended in 2008; a child may have had several
    feed,            ///< the children's index's own identifier
};

/// A number by which others know the child, in its one form: NHS number and UPN have been checked.
class Identifier {
public:
    /// Refuses `wrong_nhs_number`, `wrong_upn`, `needed`, `too_long`.
    static Outcome<Identifier> of(IdentifierKind kind, std::string_view typed);
    IdentifierKind kind() const { return kind_; }
    const std::string& value() const { return value_; }
    std::string in_words() const; ///< "NHS number 999 012 3456"
    bool operator==(const Identifier&) const = default;

private:
    Identifier(IdentifierKind kind, std::string value) : kind_{kind}, value_{std::move(value)} {}
    IdentifierKind kind_;
    std::string value_;
};

struct Address {
    std::string house = {}, street = {}, town = {}, area = {};
    std::optional<Postcode> postcode = {};
    std::string short_form() const; ///< "8 Quarry Row"
    std::string in_line() const;    ///< "8 Quarry Row, Chatham, ME4 2TB"
    bool operator==(const Address&) const = default;
};
/// Splits a line as people type it at commas, and the number from the street. No word is lost.
Address address_from(std::string_view line, std::optional<Postcode> postcode);

enum class AddressKind { home, staying, placement };

/// That somebody went and saw, or was shown a proof, that the child lives there.
struct Verified {
    Day on;
    std::string by, how;
    bool operator==(const Verified&) const = default;
};

/// The parts that other people play in a child's life and work.
enum class Part { gp, school, health_visitor, school_nurse, other };

} // namespace heed::child

namespace heed {
template <>
inline constexpr std::array<std::string_view, 4> codes<child::NameKind>{"legal", "preferred",
                                                                        "alias", "former"};
template <>
inline constexpr std::array<std::string_view, 4> codes<child::BirthKind>{
    "unknown", "known", "estimated_year", "expected"};
template <>
inline constexpr std::array<std::string_view, 3> codes<child::Sex>{"not_known", "female", "male"};
template <>
inline constexpr std::array<std::string_view, 5> codes<child::IdentifierKind>{
    "nhs_number", "upn", "local", "register_number", "feed"};
template <>
inline constexpr std::array<std::string_view, 3> codes<child::AddressKind>{"home", "staying",
                                                                           "placement"};
template <>
inline constexpr std::array<std::string_view, 5> codes<child::Part>{
    "gp", "school", "health_visitor", "school_nurse", "other"};
} // namespace heed

namespace heed::child {
std::string_view label(NameKind kind);
std::string_view label(IdentifierKind kind);
std::string_view label(AddressKind kind);
std::string_view label(Part part);
std::string_view label(Sex sex); ///< "Girl", "Boy", "Sex not known"
} // namespace heed::child
