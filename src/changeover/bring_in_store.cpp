#include "changeover/bring_in_store.hpp"

#include "changeover/changeover_store.hpp"
#include "child/child_store.hpp"
#include "core/text.hpp"
#include "directory/directory_store.hpp"
#include "directory/telephone.hpp"
#include "extract/same_child.hpp"
#include "family/family_store.hpp"
#include "links/possible_store.hpp"
#include "plan/plan_store.hpp"

namespace heed::changeover {

namespace {

using child::Address;
using child::Identifier;
using child::IdentifierKind;
using child::NameHeld;
using child::NameKind;
using extract::finding;
using extract::Registration;
using extract::RowCode;
using office::Stamp;
using store::Records;
using store::Transaction;

// A fact of the record, or of the child, on whatever day: readers then give all days.
office::AsOf today(const Stamp& stamp) { return {.on = day_in_england(stamp.now)}; }

child::Birth birth_of(const extract::Birth& birth)
{
    using Kind = extract::Birth::Kind;
    switch (birth.kind) {
    case Kind::unknown: return child::Birth::unknown();
    case Kind::day: return child::Birth::known(birth.day);
    case Kind::expected: return child::Birth::expected(birth.day);
    case Kind::month: // the month stays in the question that the row leaves
    case Kind::year:
        return child::Birth::estimated(
            static_cast<int>(std::chrono::year_month_day{birth.day}.year()));
    }
    throw Broken{"a birth of a kind that there is not"};
}

extract::Birth birth_of(const child::Birth& birth)
{
    using Kind = extract::Birth::Kind;
    switch (birth.kind()) {
    case child::BirthKind::unknown: return {};
    case child::BirthKind::known: return {Kind::day, *birth.day_known()};
    case child::BirthKind::expected: return {Kind::expected, *birth.day_known()};
    case child::BirthKind::estimated_year: return {Kind::year, *birth.day_known()};
    }
    throw Broken{"a birth of a kind that there is not"};
}

child::Sex sex_of(extract::Sex sex)
{
    switch (sex) {
    case extract::Sex::female: return child::Sex::female;
    case extract::Sex::male: return child::Sex::male;
    case extract::Sex::unknown: return child::Sex::not_known;
    }
    throw Broken{"a sex that there is not"};
}

/// A postcode that is none stays in the line, so that no word is lost.
Address address_of(const Registration& registration)
{
    const auto postcode = child::Postcode::from(registration.postcode);
    if (postcode) return child::address_from(registration.address, *postcode);
    std::string line = registration.address;
    if (!registration.postcode.empty()) line += ", " + registration.postcode;
    return child::address_from(line, std::nullopt);
}

bool has_address(const Registration& registration)
{
    return !address_of(registration).in_line().empty();
}

std::string without_postcode(Address address)
{
    address.postcode.reset();
    return address.in_line();
}

/// Whether it is the address of the registration, however it is written.
bool is_at(const Address& address, const Registration& registration)
{
    const Address theirs = address_of(registration);
    return address.postcode == theirs.postcode &&
           extract::folded(without_postcode(address)) == extract::folded(without_postcode(theirs));
}

/// A child of the record as a registration would have them, to be compared with one.
Registration as_registered(const child::Child& held, const Registration& like)
{
    const Day day = like.first_day;
    const auto& name = held.name_on(day);
    Registration one{.surname = name.surname(),
                     .forename = name.forename(),
                     .middle = name.middle(),
                     .unborn = held.particulars.birth.is_unborn(),
                     .birth = birth_of(held.particulars.birth)};
    for (const auto& other : held.names)
        if (other.name != name)
            one.aliases.push_back({other.name.forename(), other.name.surname()});
    for (const auto& identifier : held.identifiers)
        if (identifier.kind() == IdentifierKind::register_number &&
            (one.register_no.empty() || identifier.value() == like.register_no))
            one.register_no = identifier.value();
    for (const auto& address : held.addresses)
        if (one.address.empty() || is_at(address.address, like)) {
            one.address = without_postcode(address.address);
            one.postcode = address.address.postcode ? address.address.postcode->text() : "";
        }
    return one;
}

bool is_same(Records& records, const ChildId& id, const Registration& registration)
{
    const auto held = child::find(records, id, {.on = registration.first_day});
    if (!held) return false;
    Registration theirs = as_registered(*held, registration);
    if (!registration.household_no.empty() &&
        lives_in_household(records, id, registration.household_no))
        theirs.household_no = registration.household_no;
    return extract::same_child(theirs, registration);
}

std::optional<Identifier> number_of(const Registration& registration)
{
    const auto number = Identifier::of(IdentifierKind::register_number, registration.register_no);
    return number ? std::optional{*number} : std::nullopt;
}

std::optional<ChildId> find_child(Records& records, const Registration& registration)
{
    if (const auto number = number_of(registration))
        if (const auto holder = child::with_identifier(records, *number);
            holder && is_same(records, *holder, registration))
            return holder;
    if (registration.birth.kind != extract::Birth::Kind::day) return std::nullopt;
    for (const ChildId& id : children_born(records, registration.birth.day))
        if (is_same(records, id, registration)) return id;
    return std::nullopt;
}

plan::Period period_of(const Registration& registration)
{
    if (!registration.last_day) return plan::Period::open(registration.first_day);
    return plan::Period::between(registration.first_day, *registration.last_day).value();
}

std::string in_words(const plan::Period& period)
{
    const std::string from = "from " + heed::in_words(period.first());
    return period.last() ? from + " to " + heed::in_words(*period.last()) : from + " on";
}

Outcome<std::vector<NameHeld>> other_names(const Registration& registration)
{
    std::vector<NameHeld> names;
    for (const auto& alias : registration.aliases) {
        const auto& surname = alias.surname.empty() ? registration.surname : alias.surname;
        names.push_back(
            {.name = TRY(child::Name::of(alias.forename, "", surname)), .kind = NameKind::alias});
    }
    return names;
}

std::vector<child::Involved> involved_with(const Registration& registration)
{
    std::vector<child::Involved> all;
    const auto add = [&](child::Part part, const std::string& words) {
        if (!words.empty()) all.push_back({.part = part, .words = words});
    };
    add(child::Part::gp, registration.gp);
    add(child::Part::school, registration.school);
    add(child::Part::health_visitor, registration.health);
    return all;
}

/// Children of the record who were born on the same day and bear the same forename may be this
/// one under another surname or at another home. A person looks; until then a shield of one covers
/// the other. Twins bear different forenames, and are not among them.
void propose_namesakes(Transaction& records, const Stamp& stamp, const ChildId& id,
                       const Registration& one)
{
    if (one.birth.kind != extract::Birth::Kind::day || one.forename.empty()) return;
    const std::string forename = extract::folded(one.forename);
    for (const ChildId& other : children_born(records, one.birth.day)) {
        const auto held = other == id ? std::nullopt : child::find(records, other, today(stamp));
        if (!held) continue;
        const bool same = std::ranges::any_of(held->names, [&](const NameHeld& name) {
            return extract::folded(name.name.forename()) == forename;
        });
        if (same)
            links::propose(records, stamp,
                           {.pair = *links::Pair::of(id.text(), other.text()),
                            .source = links::Source::register_});
    }
}

Outcome<ChildId> add_child(Transaction& records, const Stamp& stamp, const Registration& one)
{
    child::NewChild child{
        .particulars = {.birth = birth_of(one.birth),
                        .sex = sex_of(one.sex),
                        .ethnicity = one.ethnicity},
        .names = {{.name = TRY(child::Name::of(one.forename, one.middle, one.surname))}},
        .involved = involved_with(one)};
    for (auto& other : TRY(other_names(one))) child.names.push_back(std::move(other));
    // A number that a council gave to several children is the first one's; the row says so.
    if (auto number = number_of(one); number && !child::with_identifier(records, *number))
        child.identifiers.push_back(*std::move(number));
    if (has_address(one)) child.addresses.push_back({.address = address_of(one)});
    if (!one.legal_status.empty()) child.legal_statuses.push_back({.words = one.legal_status});
    const ChildId id = TRY(child::add(records, stamp, child));
    propose_namesakes(records, stamp, id, one);
    return id;
}

/// Adds to a child of the record what it did not have. What it has otherwise is given back.
Outcome<std::vector<std::string>> add_to_child(Transaction& records, const Stamp& stamp,
                                               const ChildId& id, const Registration& one)
{
    const auto held = child::find(records, id, today(stamp));
    ensure(held.has_value(), "the child was met a moment ago");
    const auto has = [&](const child::Name& name) {
        return std::ranges::any_of(held->names, [&](const auto& n) {
            return extract::folded(n.name.full()) == extract::folded(name.full());
        });
    };
    for (const auto& other : TRY(other_names(one)))
        if (!has(other.name)) TRY_VOID(child::add_name(records, stamp, id, other));
    if (const auto number = number_of(one); number && !child::with_identifier(records, *number))
        TRY_VOID(child::add_identifier(records, stamp, id, *number));

    std::vector<std::string> otherwise;
    if (!has(TRY(child::Name::of(one.forename, one.middle, one.surname))) && !one.unborn)
        otherwise.emplace_back("the name");
    if (const auto birth = birth_of(one.birth);
        birth != held->particulars.birth && birth.kind() != child::BirthKind::unknown)
        otherwise.emplace_back("the date of birth");
    if (has_address(one)) {
        if (held->addresses.empty())
            TRY_VOID(child::add_address(records, stamp, id, {.address = address_of(one)}));
        else if (std::ranges::none_of(held->addresses,
                                      [&](const auto& a) { return is_at(a.address, one); }))
            otherwise.emplace_back("the address");
    }
    return otherwise;
}

family::Tie tie_of(const std::string& relation)
{
    using family::Tie;
    static const std::vector<std::pair<std::string_view, Tie>> ties{
        {"mother", Tie::mother},           {"mum", Tie::mother},
        {"father", Tie::father},           {"dad", Tie::father},
        {"parent", Tie::parent},           {"step-father", Tie::step_parent},
        {"stepfather", Tie::step_parent},  {"step-mother", Tie::step_parent},
        {"stepmother", Tie::step_parent},  {"grandmother", Tie::grandparent},
        {"grandfather", Tie::grandparent}, {"foster carer", Tie::foster_carer},
        {"aunt", Tie::aunt_or_uncle},      {"uncle", Tie::aunt_or_uncle}};
    for (const auto& [word, tie] : ties)
        if (word == relation) return tie;
    return Tie::parent_or_carer;
}

/// Whether the two are of one family: one surname, or a carer in common.
bool is_family(Records& records, const Stamp& stamp, const child::Child& other,
               const Registration& one)
{
    if (extract::folded(other.name_on(one.first_day).surname()) == extract::folded(one.surname))
        return true;
    const auto adults = family::adults_of(records, other.id, today(stamp));
    return std::ranges::any_of(adults, [&](const auto& adult) {
        return std::ranges::any_of(one.carers, [&](const auto& carer) {
            return directory::name_key(adult.details.name) == directory::name_key(carer.name);
        });
    });
}

/// The household of that number; without a number that of a child of the same family and home.
family::HouseholdId household_for(Transaction& records, const Stamp& stamp, const Registration& one)
{
    if (one.household_no.empty() && has_address(one))
        for (const ChildId& id : children_at(records, one.postcode)) {
            const auto other = child::find(records, id, today(stamp));
            const auto* const home = other ? other->home_on(today(stamp).on) : nullptr;
            if (home == nullptr || !is_at(home->address, one)) continue;
            if (!is_family(records, stamp, *other, one)) continue;
            if (auto household = family::household_of_child(records, id, today(stamp)))
                return *std::move(household);
        }
    return family::household_numbered(records, stamp, one.household_no);
}

/// The columns say who the parents or carers are, not that they live there: nothing is made of it.
Outcome<void> add_family(Transaction& records, const Stamp& stamp, const ChildId& id,
                         const Registration& one)
{
    auto household = family::household_of_child(records, id, today(stamp));
    if (!household) {
        household = household_for(records, stamp, one);
        TRY_VOID(family::joins(records, stamp, {.household = *household, .child = id}));
    }
    const auto adults = family::adults_of(records, id, today(stamp));
    for (const auto& carer : one.carers) {
        const bool related = std::ranges::any_of(adults, [&](const auto& adult) {
            return directory::name_key(adult.details.name) == directory::name_key(carer.name);
        });
        if (related) continue;
        auto adult = family::adult_in(records, *household, carer.name);
        if (!adult) adult = TRY(family::add_adult(records, stamp, {.name = carer.name}));
        TRY_VOID(family::relate(records, stamp,
                                {.child = id, .adult = adult, .tie = tie_of(carer.relation)}));
    }
    return {};
}

/// The key worker of the register. By the guidance under which it was kept that was always a
/// qualified social worker.
Outcome<std::optional<directory::ProfessionalId>>
key_worker_of(Transaction& records, const Stamp& stamp, const Registration& one)
{
    if (one.key_worker.empty()) return std::nullopt;
    const bool can_be_dialled = !directory::dialled(one.key_worker_telephone).empty();
    return TRY(directory::named_or_added(
        records, stamp,
        {.name = one.key_worker,
         .job = "Social worker",
         .telephone = can_be_dialled ? one.key_worker_telephone : std::string{},
         .is_qualified_social_worker = true}));
}

} // namespace

Meeting meet(store::Records& records, const extract::Registration& registration,
             const std::optional<ChildId>& known)
{
    Meeting meeting{.child = known ? known : find_child(records, registration)};
    if (!meeting.child) return meeting;
    const auto period = period_of(registration);
    for (const auto& plan : plan::plans_of(records, *meeting.child, {.on = period.first()})) {
        if (!plan.period.meets(period)) continue;
        if (plan.period == period) {
            meeting.obstacle = finding(RowCode::plan_in_record);
            meeting.outcome_of_obstacle = RowOutcome::already_there;
        } else {
            meeting.obstacle = finding(RowCode::overlaps_record, in_words(plan.period));
        }
        return meeting;
    }
    return meeting;
}

Outcome<BroughtIn> bring_in(store::Transaction& records, const office::Stamp& stamp,
                            const extract::Registration& registration,
                            const std::optional<ChildId>& child, const pack::Pack& pack)
{
    std::vector<Finding> questions;
    auto id = child;
    if (!id) {
        id = TRY(add_child(records, stamp, registration));
    } else if (const auto otherwise = TRY(add_to_child(records, stamp, *id, registration));
               !otherwise.empty()) {
        questions.push_back(finding(RowCode::record_says_otherwise, listed(otherwise)));
    }
    TRY_VOID(add_family(records, stamp, *id, registration));

    plan::Outline outline{.child = *id,
                          .period = period_of(registration),
                          .pack = pack.id(),
                          .categories = registration.categories,
                          .key_worker = TRY(key_worker_of(records, stamp, registration)),
                          .team = registration.team};
    if (registration.last_day)
        outline.ended_because = plan::EndReason::not_recorded;
    else
        outline.next_review_due = registration.next_review;
    const auto plan = TRY(plan::begin(records, stamp, outline, pack));

    if (outline.key_worker && !registration.last_day &&
        !registration.key_worker_telephone.empty() &&
        directory::dialled(registration.key_worker_telephone).empty())
        questions.push_back(finding(RowCode::no_key_worker_telephone));
    return BroughtIn{*id, plan, std::move(questions)};
}

} // namespace heed::changeover
