#include "demonstration/demonstration.hpp"

#include "account/accounts.hpp"
#include "child/child_store.hpp"
#include "core/text.hpp"
#include "directory/directory_store.hpp"
#include "family/family_store.hpp"
#include "interop/csv_reader.hpp"
#include "office/office.hpp"
#include "pack/library.hpp"
#include "permission/settings.hpp"
#include "permission/users.hpp"
#include "plan/plan_store.hpp"
#include "store/migrate.hpp"

#include <sstream>

namespace heed::demo_files {
std::span<const Embedded> embedded_files();
}

namespace heed::demonstration {

namespace {

using office::Stamp;
using std::chrono::days;

constexpr std::string_view demo_password = "northmere-demonstration";

struct DemoUser {
    const char *user, *name, *role, *professional;
};
constexpr DemoUser demo_users[] = {
    {"sam", "Sam Okoro", "duty_worker", ""},
    {"noor", "Noor Haddad", "out_of_hours_worker", ""},
    {"dora", "Dora Reed", "designated_manager", ""},
    {"priya", "Priya Shah", "key_worker", "Priya Shah"},
    {"ada", "Ada Lowe", "administrator", ""},
};

struct DemoAgency {
    const char* name;
    directory::AgencySort sort;
    const char* number;
};
constexpr DemoAgency demo_agencies[] = {
    {"Northmere General Hospital", directory::AgencySort::hospital, "01632 960400"},
    {"Northmere Police", directory::AgencySort::police, "01632 960410"},
    {"Meadow Lane Primary", directory::AgencySort::school, "01632 960420"},
    {"Hill Surgery", directory::AgencySort::health, "01632 960430"},
};

struct DemoWorker {
    const char *name, *telephone;
    bool qualified;
};
constexpr DemoWorker demo_workers[] = {
    {"Priya Shah", "01632 960142", true},     {"Tom Bell", "01632 960143", true},
    {"Ruth Osei", "01632 960144", true},      {"Aled Morgan", "01632 960145", true},
    {"Grace Adeleke", "01632 960146", false},
};

/// One row of families.csv, its columns by name.
class FamilyRow {
public:
    FamilyRow(const std::vector<std::string>& names, const std::vector<std::string>& fields)
    {
        for (std::size_t i = 0; i < names.size(); ++i) fields_[names[i]] = fields.at(i);
    }
    const std::string& text(const std::string& name) const { return fields_.at(name); }
    std::optional<int> number(const std::string& name) const
    {
        if (text(name).empty()) return std::nullopt;
        return std::stoi(text(name));
    }

private:
    std::map<std::string, std::string> fields_;
};

std::vector<FamilyRow> family_rows()
{
    std::vector<FamilyRow> rows;
    std::istringstream text{std::string{demo_files::embedded_files().front().bytes}};
    interop::CsvReader reader{text};
    interop::CsvRecord names, record;
    static_cast<void>(reader.next(names).value());
    while (reader.next(record).value()) rows.emplace_back(names.fields, record.fields);
    return rows;
}

/// Fills the record in one transaction.
class Demonstration {
public:
    Demonstration(store::Transaction& records, const Stamp& stamp, const pack::Pack& pack)
        : records_{records}, stamp_{stamp}, pack_{pack}, today_{day_in_england(stamp.now)}
    {
    }

    Outcome<void> fill()
    {
        for (const auto& agency : demo_agencies)
            TRY_VOID(directory::add(
                records_, stamp_,
                directory::AgencyDetails{.name = agency.name,
                                         .sort = agency.sort,
                                         .numbers = {{.telephone = agency.number}}}));
        for (const auto& worker : demo_workers)
            workers_.emplace(worker.name,
                             TRY(directory::add(records_, stamp_, details_of(worker))));
        for (const FamilyRow& row : family_rows()) TRY_VOID(add(row));
        return {};
    }

    const std::map<std::string, directory::ProfessionalId>& workers() const { return workers_; }

private:
    static directory::ProfessionalDetails details_of(const DemoWorker& worker)
    {
        return {.name = worker.name,
                .job = "Social worker",
                .telephone = worker.telephone,
                .out_of_hours = "01632 960199",
                .is_qualified_social_worker = worker.qualified};
    }

    Outcome<void> add(const FamilyRow& row)
    {
        const auto child = TRY(add_child(row));
        const auto household = family::household_numbered(records_, stamp_, row.text("household"));
        TRY_VOID(family::joins(records_, stamp_, {.household = household, .child = child}));
        for (const char* column : {"parent_1", "parent_2"})
            if (!row.text(column).empty()) TRY_VOID(add_parent(child, household, row.text(column)));
        if (row.number("began_days_ago")) TRY_VOID(begin_plan(child, row));
        return {};
    }

    Outcome<child::ChildId> add_child(const FamilyRow& row)
    {
        const Day born = today_ - days{*row.number("born_days_ago")};
        child::NewChild wanted{
            .particulars = {.birth = born > today_ ? child::Birth::expected(born)
                                                   : child::Birth::known(born)},
            .names = {{.name =
                           TRY(child::Name::of(row.text("forename"), "", row.text("surname")))}},
            .addresses = {{.address = child::address_from(
                               row.text("house_and_street") + ", " + row.text("town"),
                               TRY(child::Postcode::from(row.text("postcode")))),
                           .verified = child::Verified{today_ - days{20}, "Priya Shah", "visit"}}}};
        if (row.text("sex") == "F") wanted.particulars.sex = child::Sex::female;
        if (row.text("sex") == "M") wanted.particulars.sex = child::Sex::male;
        if (const auto other = row.text("other_names"); !other.empty()) {
            const auto space = other.find(' ');
            wanted.names.push_back(
                {.name = TRY(child::Name::of(other.substr(0, space), "", other.substr(space + 1))),
                 .kind = child::NameKind::alias});
        }
        if (!row.text("school").empty())
            wanted.involved.push_back({.part = child::Part::school, .words = row.text("school")});
        return child::add(records_, stamp_, wanted);
    }

    /// `Kerry Tansley (mother)`.
    Outcome<void> add_parent(const child::ChildId& child, const family::HouseholdId& household,
                             const std::string& text)
    {
        const auto bracket = text.find(" (");
        const std::string name = text.substr(0, bracket);
        const auto tie =
            from_code<family::Tie>(text.substr(bracket + 2, text.size() - bracket - 3));
        ensure(tie.has_value(), "the demonstration's families have a tie that there is not");
        auto adult = family::adult_in(records_, household, name);
        if (!adult) {
            adult = TRY(family::add_adult(records_, stamp_, {.name = name}));
            TRY_VOID(family::joins(records_, stamp_, {.household = household, .adult = adult}));
        }
        return family::relate(records_, stamp_,
                              {.child = child,
                               .adult = adult,
                               .tie = *tie,
                               .parental_responsibility = *tie == family::Tie::mother
                                                              ? family::Responsibility::yes
                                                              : family::Responsibility::not_known});
    }

    Outcome<void> begin_plan(const child::ChildId& child, const FamilyRow& row)
    {
        const Day first = today_ - days{*row.number("began_days_ago")};
        auto period = plan::Period::open(first);
        plan::Outline outline{
            .child = child, .period = period, .pack = pack_.id(), .categories = {}};
        if (const auto ended = row.number("ended_days_ago")) {
            outline.period = TRY(plan::Period::between(first, today_ - days{*ended}));
            outline.ended_because = plan::EndReason::no_longer_at_risk;
        }
        if (!row.text("categories").empty())
            for (const auto code : split(row.text("categories"), '/'))
                outline.categories.emplace_back(code);
        if (const auto worker = workers_.find(row.text("key_worker")); worker != workers_.end())
            outline.key_worker = worker->second;
        if (const auto review = row.number("review_in_days"))
            outline.next_review_due = today_ + days{*review};
        if (!row.text("home_authority").empty())
            outline.home = plan::HomeAuthority{row.text("home_authority"), "01632 960500",
                                               "B. Okafor", "01632 960501"};
        TRY_VOID(plan::begin(records_, stamp_, outline, pack_));
        return {};
    }

    store::Transaction& records_;
    const Stamp& stamp_;
    const pack::Pack& pack_;
    Day today_;
    std::map<std::string, directory::ProfessionalId> workers_;
};

/// Users as an administrator adds them; then each gets the one password that is printed.
Outcome<void> add_users(store::Database& database, const ledger::Pen& pen,
                        const std::map<std::string, directory::ProfessionalId>& workers)
{
    account::Accounts accounts{database, pen};
    secrets::Passwords passwords;
    const std::string hash = TRY(passwords.hash(demo_password));
    for (const auto& user : demo_users) {
        const auto worker = workers.find(user.professional);
        const auto added = TRY(accounts.add_user(
            {"console", "console"},
            {.user_name = user.user,
             .name = user.name,
             .role = user.role,
             .professional = worker == workers.end() ? "" : worker->second.text()}));
        database.write([&](store::Transaction& records) {
            permission::save_password(records, added.id, hash, false);
            ledger::append(records, pen, {"console", "console"},
                           {.action = "user.password_set", .subject = added.id.text()});
        });
    }
    return {};
}

} // namespace

std::string how_to_sign_in()
{
    std::string words =
        "Users of the demonstration, all with the password " + std::string{demo_password} + ":\n";
    for (const auto& user : demo_users) {
        const auto role = permission::role_from(user.role);
        words += "  " + std::string{user.user} + "  (" + user.name + ", " +
                 std::string{permission::in_words(*role)} + ")\n";
    }
    return words + "Every person and number in it is invented. Keep no real child here.\n";
}

Outcome<std::string> make(store::Database& database)
{
    if (store::schema_of(database).version != 0) return refuse(RefusalCode::already_a_record);
    SystemClock clock;
    SystemRandomness randomness;
    const ledger::Pen pen{clock, randomness};
    const ledger::Actor console{"console", "console"};
    TRY_VOID(store::migrate(database, store::migrations(), clock.now()));
    const auto pack = TRY(pack::find("eng-wt2006-medway"));
    std::map<std::string, directory::ProfessionalId> workers;
    TRY_VOID(database.write([&](store::Transaction& records) -> Outcome<void> {
        TRY_VOID(office::found(records,
                               {.name = "Northmere Council",
                                .pack_id = pack.id(),
                                .duty_telephone = "01632 960100",
                                .demonstration = true},
                               clock.now()));
        const Stamp stamp{clock.now(), randomness};
        Demonstration demonstration{records, stamp, pack};
        TRY_VOID(demonstration.fill());
        workers = demonstration.workers();
        TRY_VOID(permission::change_setting(records, pen, console, "second_factor", "optional"));
        ledger::append(records, pen, console,
                       {.action = "record.founded", .reason = "demonstration"});
        return {};
    }));
    TRY_VOID(add_users(database, pen, workers));
    return how_to_sign_in();
}

} // namespace heed::demonstration
