#include "child/child_store.hpp"

#include <map>

namespace heed::child {

namespace {

using store::Records;
using store::Row;

template <class E> E enumerator(const Row& row, std::string_view column)
{
    const auto found = from_code<E>(row.text(column));
    ensure(found.has_value(), "a column of codes holds something else");
    return *found;
}

/// What was checked when it was written is taken as it stands.
template <class T> T stood(Outcome<T> outcome)
{
    ensure(outcome.has_value(), "the record holds what could not be written");
    return *std::move(outcome);
}

Days days_from(const Row& row) { return {row.maybe_day("from_day"), row.maybe_day("to_day")}; }

Particulars particulars_from(const Row& row)
{
    Particulars found{.sex = enumerator<Sex>(row, "sex"),
                      .ethnicity = row.text("ethnicity"),
                      .first_language = row.text("first_language"),
                      .died_on = row.maybe_day("died_on")};
    found.birth = Birth::held(enumerator<BirthKind>(row, "birth_kind"), row.maybe_day("birth_day"));
    if (const auto asked = row.maybe_integer("needs_interpreter"))
        found.needs_interpreter = *asked != 0;
    return found;
}

Stated<NameHeld> name_from(const Row& row)
{
    return {{.name = stood(Name::of(row.text("forename"), row.text("middle"), row.text("surname"))),
             .kind = enumerator<NameKind>(row, "kind"),
             .days = days_from(row)},
            row.id<StatementId>("id")};
}

Stated<AddressHeld> address_from(const Row& row)
{
    Stated<AddressHeld> held{{.kind = enumerator<AddressKind>(row, "kind"), .days = days_from(row)},
                             row.id<StatementId>("id")};
    held.address = {.house = row.text("house"),
                    .street = row.text("street"),
                    .town = row.text("town"),
                    .area = row.text("area")};
    if (!row.text("postcode").empty())
        held.address.postcode = stood(Postcode::from(row.text("postcode")));
    if (const auto on = row.maybe_day("verified_on"))
        held.verified = Verified{*on, row.text("verified_by"), row.text("verified_how")};
    return held;
}

Stated<Involved> involved_from(const Row& row)
{
    return {{.part = enumerator<Part>(row, "part"),
             .words = row.text("words"),
             .professional = row.maybe_id<directory::ProfessionalId>("professional_id"),
             .agency = row.maybe_id<directory::AgencyId>("agency_id"),
             .days = days_from(row)},
            row.id<StatementId>("id")};
}

/// What is read of each child.
struct Statements {
    const char *table, *columns, *order;
};

/// The children that are read at once, and what is known of them: the parameters of every query
/// below. $1 is what is known, $2 … the children.
class Asked {
public:
    Asked(std::span<const ChildId> ids, const office::AsOf& as_of)
    {
        values_.push_back(store::to_value(as_of.known()));
        for (const ChildId& id : ids) {
            values_.push_back(store::to_value(id));
            list_ += (values_.size() > 2 ? ", $" : "$") + std::to_string(values_.size());
        }
    }
    /// Tells each row of `columns` that stands of these children.
    void each(Records& records, const Statements& which,
              const store::Connection::EachRow& tell) const
    {
        records.each(std::string{"SELECT child_id, "} + which.columns + " FROM " + which.table +
                         " WHERE child_id IN (" + list_ +
                         ") AND recorded_at <= $1"
                         " AND (superseded_at IS NULL OR superseded_at > $1) ORDER BY " +
                         which.order,
                     values_, tell);
    }

private:
    std::string list_;
    std::vector<store::Value> values_;
};

using Found = std::map<std::string, Child, std::less<>>;

Child& child_of(Found& found, const Row& row)
{
    const auto child = found.find(row.text("child_id"));
    ensure(child != found.end(), "a fact about a child who has no particulars");
    return child->second;
}

void read_facts(Records& records, const Asked& asked, Found& found)
{
    asked.each(records,
               {"child_name", "id, kind, forename, middle, surname, from_day, to_day",
                "CASE kind WHEN 'legal' THEN 1 WHEN 'preferred' THEN 2"
                " WHEN 'alias' THEN 3 ELSE 4 END, COALESCE(to_day, '9999') DESC, id"},
               [&](const Row& row) { child_of(found, row).names.push_back(name_from(row)); });
    asked.each(records, {"child_identifier", "kind, value", "kind, value"}, [&](const Row& row) {
        child_of(found, row)
            .identifiers.push_back(
                stood(Identifier::of(enumerator<IdentifierKind>(row, "kind"), row.text("value"))));
    });
    asked.each(
        records,
        {"child_address",
         "id, kind, house, street, town, area, postcode, verified_on, verified_by,"
         " verified_how, from_day, to_day",
         "COALESCE(to_day, '9999') DESC, COALESCE(from_day, '') DESC, id DESC"},
        [&](const Row& row) { child_of(found, row).addresses.push_back(address_from(row)); });
    asked.each(
        records,
        {"child_involved", "id, part, words, professional_id, agency_id, from_day, to_day",
         "part, COALESCE(to_day, '9999') DESC, id"},
        [&](const Row& row) { child_of(found, row).involved.push_back(involved_from(row)); });
    asked.each(records,
               {"child_legal_status", "id, words, from_day, to_day",
                "COALESCE(to_day, '9999') DESC, COALESCE(from_day, '') DESC, id"},
               [&](const Row& row) {
                   child_of(found, row)
                       .legal_statuses.push_back(
                           {{.words = row.text("words"), .days = days_from(row)},
                            row.id<StatementId>("id")});
               });
}

} // namespace

std::vector<Child> find(store::Records& records, std::span<const ChildId> ids,
                        const office::AsOf& as_of)
{
    constexpr std::size_t at_once = 200;
    std::vector<Child> all;
    for (std::size_t from = 0; from < ids.size(); from += at_once) {
        const auto some = ids.subspan(from, std::min(at_once, ids.size() - from));
        const Asked asked{some, as_of};
        Found found;
        asked.each(records,
                   {"child_particulars",
                    "birth_kind, birth_day, sex, ethnicity, first_language, needs_interpreter,"
                    " died_on",
                    "child_id"},
                   [&](const Row& row) {
                       found.emplace(row.text("child_id"),
                                     Child{.id = row.id<ChildId>("child_id"),
                                           .particulars = particulars_from(row)});
                   });
        if (!found.empty()) read_facts(records, asked, found);
        for (const ChildId& id : some)
            if (const auto child = found.find(id.text()); child != found.end())
                all.push_back(std::move(child->second));
    }
    return all;
}

std::optional<Child> find(store::Records& records, const ChildId& id, const office::AsOf& as_of)
{
    auto found = find(records, std::span{&id, 1}, as_of);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

bool exists(store::Records& records, const ChildId& id)
{
    return records.row("SELECT id FROM child WHERE id = $1", id).has_value();
}

std::optional<ChildId> with_identifier(store::Records& records, const Identifier& identifier)
{
    const auto row = records.row(R"sql(
        SELECT child_id FROM child_identifier
         WHERE kind = $1 AND value = $2 AND superseded_at IS NULL)sql",
                                 code(identifier.kind()), identifier.value());
    if (!row) return std::nullopt;
    return row->id<ChildId>("child_id");
}

} // namespace heed::child
