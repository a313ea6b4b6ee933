#include "child/child_store.hpp"

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

std::vector<Stated<NameHeld>> names_of(Records& records, const ChildId& id,
                                       const std::string& known)
{
    std::vector<Stated<NameHeld>> found;
    for (const Row& row : records.rows(R"sql(
        SELECT id, kind, forename, middle, surname, from_day, to_day FROM child_name
         WHERE child_id = $1 AND recorded_at <= $2
           AND (superseded_at IS NULL OR superseded_at > $2)
         ORDER BY CASE kind WHEN 'legal' THEN 1 WHEN 'preferred' THEN 2 WHEN 'alias' THEN 3
                  ELSE 4 END, COALESCE(to_day, '9999') DESC, id)sql",
                                       id, known))
        found.push_back(name_from(row));
    return found;
}

std::vector<Identifier> identifiers_of(Records& records, const ChildId& id,
                                       const std::string& known)
{
    std::vector<Identifier> found;
    for (const Row& row : records.rows(R"sql(
        SELECT kind, value FROM child_identifier
         WHERE child_id = $1 AND recorded_at <= $2
           AND (superseded_at IS NULL OR superseded_at > $2)
         ORDER BY kind, value)sql",
                                       id, known))
        found.push_back(
            stood(Identifier::of(enumerator<IdentifierKind>(row, "kind"), row.text("value"))));
    return found;
}

std::vector<Stated<AddressHeld>> addresses_of(Records& records, const ChildId& id,
                                              const std::string& known)
{
    std::vector<Stated<AddressHeld>> found;
    for (const Row& row : records.rows(R"sql(
        SELECT id, kind, house, street, town, area, postcode, verified_on, verified_by,
               verified_how, from_day, to_day
          FROM child_address
         WHERE child_id = $1 AND recorded_at <= $2
           AND (superseded_at IS NULL OR superseded_at > $2)
         ORDER BY COALESCE(to_day, '9999') DESC, COALESCE(from_day, '') DESC, id DESC)sql",
                                       id, known))
        found.push_back(address_from(row));
    return found;
}

std::vector<Stated<Involved>> involved_of(Records& records, const ChildId& id,
                                          const std::string& known)
{
    std::vector<Stated<Involved>> found;
    for (const Row& row : records.rows(R"sql(
        SELECT id, part, words, professional_id, agency_id, from_day, to_day FROM child_involved
         WHERE child_id = $1 AND recorded_at <= $2
           AND (superseded_at IS NULL OR superseded_at > $2)
         ORDER BY part, COALESCE(to_day, '9999') DESC, id)sql",
                                       id, known))
        found.push_back(involved_from(row));
    return found;
}

std::vector<Stated<LegalStatus>> legal_statuses_of(Records& records, const ChildId& id,
                                                   const std::string& known)
{
    std::vector<Stated<LegalStatus>> found;
    for (const Row& row : records.rows(R"sql(
        SELECT id, words, from_day, to_day FROM child_legal_status
         WHERE child_id = $1 AND recorded_at <= $2
           AND (superseded_at IS NULL OR superseded_at > $2)
         ORDER BY COALESCE(to_day, '9999') DESC, COALESCE(from_day, '') DESC, id)sql",
                                       id, known))
        found.push_back(
            {{.words = row.text("words"), .days = days_from(row)}, row.id<StatementId>("id")});
    return found;
}

} // namespace

std::optional<Child> find(store::Records& records, const ChildId& id, const office::AsOf& as_of)
{
    const std::string known = as_of.known();
    const auto row = records.row(R"sql(
        SELECT birth_kind, birth_day, sex, ethnicity, first_language, needs_interpreter, died_on
          FROM child_particulars
         WHERE child_id = $1 AND recorded_at <= $2
           AND (superseded_at IS NULL OR superseded_at > $2))sql",
                                 id, known);
    if (!row) return std::nullopt;
    return Child{.id = id,
                 .particulars = particulars_from(*row),
                 .names = names_of(records, id, known),
                 .identifiers = identifiers_of(records, id, known),
                 .addresses = addresses_of(records, id, known),
                 .involved = involved_of(records, id, known),
                 .legal_statuses = legal_statuses_of(records, id, known)};
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
