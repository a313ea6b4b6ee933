#include "child/child_store.hpp"
#include "core/text.hpp"
#include "family/family_store.hpp"
#include "family/people.hpp"
#include "office/statement_store.hpp"

namespace heed::family {

namespace {

using office::Stamp;
using store::Transaction;

constexpr std::size_t words_max = 200;

Outcome<void> usable(const AdultDetails& adult)
{
    if (trimmed(adult.name).empty()) return refuse(RefusalCode::needed, "name");
    if (adult.name.size() > words_max) return refuse(RefusalCode::too_long, "name");
    if (adult.telephone.size() > words_max) return refuse(RefusalCode::too_long, "telephone");
    if (adult.address.size() > words_max) return refuse(RefusalCode::too_long, "address");
    return {};
}

Outcome<void> usable(store::Records& records, const Relationship& relationship)
{
    if (relationship.adult.has_value() == relationship.other_child.has_value())
        return refuse(RefusalCode::needed, "adult");
    if (!exists(records, relationship.child)) return refuse(RefusalCode::not_found);
    if (relationship.other_child && (*relationship.other_child == relationship.child ||
                                     !exists(records, *relationship.other_child)))
        return refuse(RefusalCode::not_found, "other_child");
    const Days& days = relationship.days;
    if (days.from && days.to && *days.to < *days.from)
        return refuse(RefusalCode::does_not_follow, "to");
    return {};
}

Outcome<void> usable(store::Records& records, const Stay& stay)
{
    if (stay.child.has_value() == stay.adult.has_value())
        return refuse(RefusalCode::needed, "adult");
    if (stay.child && !exists(records, *stay.child)) return refuse(RefusalCode::not_found);
    if (stay.role.size() > words_max) return refuse(RefusalCode::too_long, "role");
    if (stay.days.from && stay.days.to && *stay.days.to < *stay.days.from)
        return refuse(RefusalCode::does_not_follow, "to");
    return {};
}

void write(Transaction& records, const Stamp& stamp, const AdultId& id, const AdultDetails& adult)
{
    records.change("adult_details", R"sql(
        INSERT INTO adult_details
            (id, adult_id, name, name_key, sex, born, died, telephone, address, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))sql",
                   stamp.uuid(), id, trimmed(adult.name), directory::name_key(adult.name),
                   code(adult.sex), adult.born, adult.died, adult.telephone, adult.address,
                   stamp.now);
}

void write(Transaction& records, const Stamp& stamp, const Relationship& relationship)
{
    records.change("relationship", R"sql(
        INSERT INTO relationship
            (id, child_id, adult_id, other_child_id, tie, parental_responsibility, court_order,
             from_day, to_day, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))sql",
                   stamp.uuid(), relationship.child, relationship.adult, relationship.other_child,
                   code(relationship.tie), code(relationship.parental_responsibility),
                   relationship.court_order, relationship.days.from, relationship.days.to,
                   stamp.now);
    touched(records, relationship.child);
    if (relationship.other_child) touched(records, *relationship.other_child);
}

void write(Transaction& records, const Stamp& stamp, const Stay& stay)
{
    records.change("stay", R"sql(
        INSERT INTO stay
            (id, household_id, child_id, adult_id, visits, role, from_day, to_day, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql",
                   stamp.uuid(), stay.household, stay.child, stay.adult, stay.visits, stay.role,
                   stay.days.from, stay.days.to, stamp.now);
    if (stay.child) touched(records, *stay.child);
}

} // namespace

Outcome<AdultId> add_adult(store::Transaction& records, const office::Stamp& stamp,
                           const AdultDetails& adult)
{
    TRY_VOID(usable(adult));
    auto id = stamp.fresh<AdultId>();
    records.change("adult", "INSERT INTO adult (id, recorded_at) VALUES ($1, $2)", id, stamp.now);
    write(records, stamp, id, adult);
    return id;
}

Outcome<void> correct_adult(store::Transaction& records, const office::Stamp& stamp,
                            const AdultId& id, const AdultDetails& adult)
{
    TRY_VOID(usable(adult));
    if (office::supersede(records, stamp, {"adult_details", "adult_id", id.text()}).empty())
        return refuse(RefusalCode::not_found);
    write(records, stamp, id, adult);
    for (const store::Row& row : records.rows(R"sql(
        SELECT DISTINCT child_id FROM relationship
         WHERE adult_id = $1 AND superseded_at IS NULL ORDER BY child_id)sql",
                                              id))
        touched(records, row.id<ChildId>("child_id"));
    return {};
}

Outcome<void> relate(store::Transaction& records, const office::Stamp& stamp,
                     const Relationship& relationship)
{
    TRY_VOID(usable(records, relationship));
    write(records, stamp, relationship);
    return {};
}

Outcome<void> correct_relationship(store::Transaction& records, const office::Stamp& stamp,
                                   const StatementId& statement, const Relationship& relationship)
{
    TRY_VOID(usable(records, relationship));
    const auto gone = office::supersede(records, stamp, {"relationship", "id", statement.text()});
    if (gone.empty() || gone.front().text("child_id") != relationship.child.text())
        return refuse(RefusalCode::not_found);
    write(records, stamp, relationship);
    return {};
}

Outcome<void> withdraw_relationship(store::Transaction& records, const office::Stamp& stamp,
                                    const StatementId& statement, const ChildId& child)
{
    const auto gone = office::supersede(records, stamp, {"relationship", "id", statement.text()});
    if (gone.empty()) return refuse(RefusalCode::not_found);
    const auto of = gone.front().id<ChildId>("child_id");
    const auto other = gone.front().maybe_id<ChildId>("other_child_id");
    if (of != child && other != child) return refuse(RefusalCode::not_found);
    touched(records, of);
    if (other) touched(records, *other);
    return {};
}

HouseholdId household_numbered(store::Transaction& records, const office::Stamp& stamp,
                               const std::string& local_number)
{
    const std::string number{trimmed(local_number)};
    if (!number.empty()) {
        const auto row = records.row("SELECT id FROM household WHERE local_number = $1", number);
        if (row) return row->id<HouseholdId>("id");
    }
    const auto id = stamp.fresh<HouseholdId>();
    records.change("household",
                   "INSERT INTO household (id, local_number, recorded_at) VALUES ($1, $2, $3)", id,
                   number.empty() ? std::nullopt : std::optional{number}, stamp.now);
    return id;
}

Outcome<void> correct_stay(store::Transaction& records, const office::Stamp& stamp,
                           const StatementId& statement, const Stay& stay)
{
    TRY_VOID(usable(records, stay));
    if (office::supersede(records, stamp, {"stay", "id", statement.text()}).empty())
        return refuse(RefusalCode::not_found);
    write(records, stamp, stay);
    return {};
}

Outcome<void> withdraw_stay(store::Transaction& records, const office::Stamp& stamp,
                            const StatementId& statement)
{
    const auto gone = office::supersede(records, stamp, {"stay", "id", statement.text()});
    if (gone.empty()) return refuse(RefusalCode::not_found);
    if (const auto child = gone.front().maybe_id<ChildId>("child_id")) touched(records, *child);
    return {};
}

Outcome<void> joins(store::Transaction& records, const office::Stamp& stamp, const Stay& stay)
{
    TRY_VOID(usable(records, stay));
    // Said again, it stands as it stood: an import may come twice.
    const auto already = records.rows(R"sql(
        SELECT id FROM stay
         WHERE household_id = $1 AND (child_id = $2 OR adult_id = $3) AND visits = $4
           AND to_day IS NULL AND superseded_at IS NULL)sql",
                                      stay.household, stay.child, stay.adult, stay.visits);
    if (already.empty() || stay.days.to) write(records, stamp, stay);
    return {};
}

Outcome<void> leaves(store::Transaction& records, const office::Stamp& stamp, const ChildId& child,
                     Day last)
{
    for (const store::Row& row : records.rows(R"sql(
        SELECT id, household_id, visits, role, from_day FROM stay
         WHERE child_id = $1 AND to_day IS NULL AND superseded_at IS NULL ORDER BY id)sql",
                                              child)) {
        const Stay closed{.household = row.id<HouseholdId>("household_id"),
                          .child = child,
                          .visits = row.flag("visits"),
                          .role = row.text("role"),
                          .days = {row.maybe_day("from_day"), last}};
        if (closed.days.from && last < *closed.days.from)
            return refuse(RefusalCode::does_not_follow, "from");
        office::supersede(records, stamp, {"stay", "id", row.text("id")});
        write(records, stamp, closed);
    }
    return {};
}

} // namespace heed::family
