#include "support/people.hpp"

#include "support/chance.hpp"
#include "support/slips.hpp"

#include <algorithm>
#include <span>

namespace heed::support {

matching::Place made_place(std::uint64_t town, Chance& chance);

namespace {

using matching::BirthKind;
using std::chrono::days;
using std::chrono::year_month_day;

Day date_or(int year, unsigned month, unsigned of_month, Day other)
{
    return day_if_real(year, month, of_month).value_or(other);
}

struct Made {
    MadePerson who;
    Question question;
    Chance chance;
    std::uint64_t seed;
    std::uint64_t people;
    std::uint64_t number; ///< of the child
    Knows knows;
    bool absent = false;
    bool thin = false;

    std::string& forename() { return question.forename; }
    std::string& surname() { return question.surname; }
    const Person& person() const { return who.person; }
};

int year_of(Day one) { return static_cast<int>(year_month_day{one}.year()); }

void set_birth(Made& made)
{
    const Day born = made.person().birth.day;
    if (made.person().birth.kind == BirthKind::estimated_year) {
        made.question.born = matching::born_on(born + days{made.chance.below(365)});
    } else {
        made.question.born = matching::born_on(born);
    }
    if (made.knows != Knows::phone) return;
    const Day real = made.question.born->from;
    const year_month_day date{real};
    switch (made.chance.below(3)) {
    case 0:
        made.question.born = matching::born_in_month(static_cast<int>(date.year()),
                                                     static_cast<unsigned>(date.month()));
        made.question.born->about = true;
        break;
    case 1: made.question.born = matching::born_in_year(year_of(real)); break;
    default:
        made.question.born =
            matching::born_at_age(std::max(0, age_on(real, day(2026, 11, 22))), day(2026, 11, 22));
    }
}

void set_town(Made& made)
{
    if (made.knows == Knows::desk) return;
    made.question.town = made.person().places[0].town;
}

using Change = bool (*)(Made&);

bool change_birth(Made& made, Day to)
{
    if (made.knows == Knows::phone || to == made.question.born->from) return false;
    made.question.born = matching::born_on(to);
    return true;
}

bool turn_birth(Made& made)
{
    const year_month_day date{made.question.born->from};
    if (made.knows == Knows::phone || static_cast<unsigned>(date.day()) > 12) return false;
    return change_birth(made,
                        date_or(static_cast<int>(date.year()), static_cast<unsigned>(date.day()),
                                static_cast<unsigned>(date.month()), made.question.born->from));
}

bool mistype_birth(Made& made)
{
    if (made.knows == Knows::phone) return false;
    const Day born = made.question.born->from;
    std::string text = to_iso(born);
    const std::size_t at = std::array<std::size_t, 6>{2, 3, 5, 6, 8, 9}[made.chance.below(6)];
    text[at] = static_cast<char>('0' + made.chance.below(10));
    const auto other = day_from_iso(text);
    return other && *other >= day(2000, 1, 1) && change_birth(made, *other);
}

bool year_off(Made& made)
{
    return change_birth(made,
                        add_months(made.question.born->from, made.chance.happens(0.5) ? 12 : -12));
}

bool vague_birth(Made& made, int how)
{
    if (made.knows == Knows::phone) return false;
    made.thin = made.knows == Knows::desk;
    const Day born = made.question.born->from;
    const year_month_day date{born};
    if (how == 0) {
        made.question.born = matching::born_in_month(static_cast<int>(date.year()),
                                                     static_cast<unsigned>(date.month()));
        made.question.born->about = true;
        made.thin = false;
    } else if (how == 1) {
        made.question.born = matching::born_in_year(year_of(born));
    } else if (how == 2) {
        const Day today = day(2026, 11, 22);
        made.question.born = matching::born_at_age(std::max(0, age_on(born, today)), today);
    } else {
        made.question.born.reset();
    }
    return true;
}

bool nickname(Made& made)
{
    for (const auto& [name, said] : called())
        if (made.forename() == name) {
            made.forename() = said;
            return true;
        }
    return false;
}

bool cross(Made& made)
{
    if (made.who.community < 4) return false;
    const bool forename = swap_one(made.forename(), crossed(), made.chance, 1);
    return (made.chance.happens(0.5) && swap_one(made.surname(), crossed(), made.chance, 1)) ||
           forename;
}

bool plain_letters(Made& made)
{
    static constexpr std::array<Swap, 30> plain{
        {{"ł", "l"}, {"ś", "s"}, {"ó", "o"}, {"ń", "n"}, {"ą", "a"}, {"ę", "e"},
         {"ż", "z"}, {"ź", "z"}, {"ć", "c"}, {"ı", "i"}, {"ö", "o"}, {"ü", "u"},
         {"ş", "s"}, {"ç", "c"}, {"ğ", "g"}, {"á", "a"}, {"é", "e"}, {"í", "i"},
         {"ė", "e"}, {"Ł", "L"}, {"Ś", "S"}, {"Ż", "Z"}, {"Ş", "S"}, {"Ç", "C"},
         {"Ö", "O"}, {"Ü", "U"}, {"ú", "u"}, {"ñ", "n"}, {"ã", "a"}, {"â", "a"}}};
    bool changed = false;
    for (std::string* name : {&made.forename(), &made.surname()})
        for (const auto& [from, to] : plain)
            for (auto at = name->find(from); at != std::string::npos; at = name->find(from)) {
                name->replace(at, from.size(), to);
                changed = true;
            }
    return changed;
}

bool half_surname(Made& made)
{
    const auto dash = made.surname().find('-');
    if (dash == std::string::npos || dash < 3) return false;
    made.surname() =
        made.chance.happens(0.5) ? made.surname().substr(0, dash) : made.surname().substr(dash + 1);
    return true;
}

bool join(Made& made)
{
    for (std::string* name : {&made.forename(), &made.surname()}) {
        const auto dash = name->find_first_of("-'");
        if (dash == std::string::npos) continue;
        if (made.chance.happens(0.5))
            name->erase(dash, 1);
        else
            (*name)[dash] = ' ';
        return true;
    }
    return false;
}

/// The number of a brother or sister, or of nobody.
std::optional<std::uint64_t> sibling(const Made& made, bool twin)
{
    for (std::uint64_t other = made.number / 4 * 4; other < made.number / 4 * 4 + 4; ++other) {
        if (other == made.number || other >= made.people) continue;
        const MadePerson person = made_person(made.seed, other);
        if (person.household == made.who.household && (!twin || person.twin)) return other;
    }
    return std::nullopt;
}

bool random_stranger(Made& made)
{
    made.absent = true;
    const std::uint64_t outside = made.people * 3 + 17 + made.chance.below(1'000'000'000);
    made.who = made_person(made.seed ^ 0x5555U, outside);
    return made.person().birth.kind == BirthKind::known;
}

bool absent_sibling(Made& made)
{
    if (made.person().birth.kind != BirthKind::known) return false;
    made.absent = true;
    const MadePerson other = made_person(made.seed ^ 0x77U, made.chance.below(1'000'000'000));
    if (other.person.names[0].forename == "Unborn") return false;
    made.who.person.names[0].forename = other.person.names[0].forename;
    made.who.person.birth.day += days{500 + made.chance.below(900)};
    return made.forename() != made.person().names[0].forename;
}

bool absent_namesake(Made& made)
{
    if (made.person().birth.kind != BirthKind::known) return false;
    made.absent = true;
    made.who.person.birth.day += days{(made.chance.happens(0.5) ? 1 : -1) *
                                      static_cast<int>(1100 + made.chance.below(1500))};
    made.who.person.places[0] = made_place(made.chance.below(900), made.chance);
    return true;
}

bool typo(Made& made)
{
    return mistype(made.chance.happens(0.5) ? made.forename() : made.surname(), made.chance);
}
bool any_slip(Made& made)
{
    switch (made.chance.below(6)) {
    case 0: return mistype(made.forename(), made.chance);
    case 1: return mistype(made.surname(), made.chance);
    case 2: return mishear(made.forename(), made.chance);
    case 3: return mishear(made.surname(), made.chance);
    case 4: return made.knows == Knows::phone ? typo(made) : mistype_birth(made);
    default: return made.knows == Knows::phone ? typo(made) : turn_birth(made) || year_off(made);
    }
}

bool say_a_town_nearby(Made& m)
{
    if (m.knows == Knows::desk) return false;
    for (std::uint64_t town = 0; town < 900; ++town) {
        Chance named{1, 1, town};
        if (made_place(town, named).town != m.person().places[0].town) continue;
        m.question.town = made_place(town / 9 * 9 + (town + 1) % 9, named).town;
        return true;
    }
    return false;
}

bool ask_for_unborn(Made& m)
{
    if (m.person().birth.kind != BirthKind::expected || m.knows == Knows::desk) return false;
    m.forename() = "Unborn";
    m.question.carer = m.person().carers.front();
    m.question.born = matching::born_on(m.person().birth.day + days{m.chance.below(20)});
    m.question.born->about = true;
    return true;
}

struct Slip {
    std::string_view name;
    Change change;
};

std::vector<Slip> slips_of_names()
{
    return {
        {"exact", [](Made&) { return true; }},
        {"typo", typo},
        {"typo_both",
         [](Made& m) { return mistype(m.forename(), m.chance) && mistype(m.surname(), m.chance); }},
        {"phonetic_fn", [](Made& m) { return mishear(m.forename(), m.chance); }},
        {"phonetic_sn", [](Made& m) { return mishear(m.surname(), m.chance); }},
        {"phonetic_both",
         [](Made& m) { return mishear(m.forename(), m.chance) && mishear(m.surname(), m.chance); }},
        {"nickname", nickname},
        {"translit", cross},
        {"swapped_names",
         [](Made& m) {
             std::swap(m.forename(), m.surname());
             return true;
         }},
        {"initial",
         [](Made& m) {
             m.forename() = m.forename().substr(0, 1);
             m.thin = m.knows == Knows::phone;
             return m.forename()[0] > 0;
         }},
        {"middle_as_first",
         [](Made& m) {
             m.forename() = m.person().names[0].middle;
             return !m.forename().empty();
         }},
        {"extra_middle",
         [](Made& m) {
             m.question.middle =
                 made_person(m.seed, m.chance.below(m.people)).person.names[0].forename;
             return m.question.middle != "Unborn";
         }},
        {"hyphen_part", half_surname},
        {"joined_split", join},
        {"diacritic", plain_letters},
        {"ocr", [](Made& m) {
             return swap_one(m.chance.happens(0.5) ? m.forename() : m.surname(), scanned(),
                             m.chance, 0);
         }}};
}

std::vector<Slip> slips_of_births()
{
    return {{"dob_day_month_swap", turn_birth},
            {"dob_typo", mistype_birth},
            {"dob_year_off", year_off},
            {"dob_about_month", [](Made& m) { return vague_birth(m, 0); }},
            {"dob_year_only", [](Made& m) { return vague_birth(m, 1); }},
            {"dob_age_only", [](Made& m) { return vague_birth(m, 2); }},
            {"dob_unknown", [](Made& m) { return vague_birth(m, 3); }}};
}

std::vector<Slip> slips_of_people()
{
    return {{"alias",
             [](Made& m) {
                 if (m.person().names.size() < 2) return false;
                 m.forename() = m.person().names[1].forename;
                 m.surname() = m.person().names[1].surname;
                 return true;
             }},
            {"no_surname",
             [](Made& m) {
                 m.surname().clear();
                 m.thin = m.knows == Knows::phone;
                 return true;
             }},
            {"no_surname_month",
             [](Made& m) {
                 m.surname().clear();
                 m.thin = true;
                 return vague_birth(m, 0) && (m.thin = true);
             }},
            {"new_surname",
             [](Made& m) {
                 const MadePerson other = made_person(m.seed, m.chance.below(m.people));
                 m.surname() = other.person.names[0].surname;
                 m.thin = m.knows == Knows::phone;
                 return true;
             }},
            {"caller_surname",
             [](Made& m) {
                 const std::string& carer = m.person().carers.back();
                 m.surname() = carer.substr(carer.rfind(' ') + 1);
                 return m.surname() != m.person().names[0].surname;
             }},
            {"caller_carer",
             [](Made& m) {
                 const std::string& carer = m.person().carers.front();
                 m.question.carer = carer.substr(0, carer.find(' '));
                 return true;
             }},
            {"postcode",
             [](Made& m) {
                 m.question.postcode = m.person().places[0].postcode;
                 return typo(m);
             }},
            {"moved",
             [](Made& m) {
                 if (m.knows == Knows::desk) return false;
                 m.question.town = made_place(m.chance.below(900), m.chance).town;
                 return true;
             }},
            {"near_town", say_a_town_nearby},
            {"multi2", [](Made& m) { return any_slip(m) && any_slip(m); }},
            {"multi3", [](Made& m) { return any_slip(m) && any_slip(m) && any_slip(m); }},
            {"twin", [](Made& m) { return m.who.twin && sibling(m, true).has_value(); }},
            {"unborn", ask_for_unborn},
            {"none_random", random_stranger},
            {"none_sibling", absent_sibling},
            {"none_namesake", absent_namesake}};
}

const std::vector<Slip>& slips()
{
    static const std::vector<Slip> all = [] {
        std::vector<Slip> made = slips_of_names();
        for (const auto& more : {slips_of_births(), slips_of_people()})
            made.insert(made.end(), more.begin(), more.end());
        return made;
    }();
    return all;
}

} // namespace

const std::vector<std::string_view>& slip_classes()
{
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> all;
        for (const Slip& slip : slips()) all.push_back(slip.name);
        return all;
    }();
    return names;
}

std::optional<MadeQuestion> made_question(std::uint64_t seed, std::uint64_t people,
                                          std::string_view slip, Knows knows, std::uint64_t number)
{
    const auto found = std::ranges::find(slips(), slip, &Slip::name);
    if (found == slips().end()) return std::nullopt;
    const auto which = static_cast<std::uint64_t>(found - slips().begin());
    // Most children do not suit a class: others are tried, at most so many.
    for (std::uint64_t attempt = 0; attempt < 3000; ++attempt) {
        Chance chance{seed, 100 + which * 3 + static_cast<std::uint64_t>(knows),
                      number * 4096 + attempt};
        const std::uint64_t child = chance.below(people);
        Made made{made_person(seed, child), {}, chance, seed, people, child, knows};
        const bool none = slip.starts_with("none");
        const bool unborn = made.person().birth.kind == BirthKind::expected;
        if (unborn != (slip == "unborn")) continue;
        const auto tell = [&] {
            made.forename() = made.person().names[0].forename;
            made.surname() = made.person().names[0].surname;
            set_birth(made);
            set_town(made);
        };
        tell();
        if (!found->change(made)) continue;
        if (none) tell();
        return MadeQuestion{made.question, made.absent ? -1 : static_cast<std::int64_t>(child),
                            made.who.community, made.thin};
    }
    return std::nullopt;
}

} // namespace heed::support
