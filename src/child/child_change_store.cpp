#include "child/child_store.hpp"

#include "core/text.hpp"
#include "core/too_early.hpp"
#include "office/statement_store.hpp"

namespace heed::child {

namespace {

using office::Stamp;
using store::Records;
using store::Row;
using store::Transaction;

constexpr std::size_t words_max = 200;

Outcome<void> in_order(const Days& days)
{
    if (days.from && days.to && *days.to < *days.from)
        return too_early("to", *days.from, "the first day");
    return {};
}

Outcome<void> known_child(Records& records, const ChildId& child)
{
    if (!exists(records, child)) return refuse(RefusalCode::not_found);
    return {};
}

void write(Transaction& records, const Stamp& stamp, const ChildId& child,
           const Particulars& particulars)
{
    const Birth& birth = particulars.birth;
    records.change("child_particulars", R"sql(
        INSERT INTO child_particulars
            (id, child_id, birth_kind, birth_day, sex, ethnicity, first_language,
             needs_interpreter, died_on, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))sql",
                   stamp.uuid(), child, code(birth.kind()), birth.day_known(),
                   code(particulars.sex), particulars.ethnicity, particulars.first_language,
                   particulars.needs_interpreter, particulars.died_on, stamp.now);
}

void write(Transaction& records, const Stamp& stamp, const ChildId& child, const NameHeld& held)
{
    records.change("child_name", R"sql(
        INSERT INTO child_name
            (id, child_id, kind, forename, middle, surname, from_day, to_day, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql",
                   stamp.uuid(), child, code(held.kind), held.name.forename(), held.name.middle(),
                   held.name.surname(), held.days.from, held.days.to, stamp.now);
}

void write(Transaction& records, const Stamp& stamp, const ChildId& child,
           const Identifier& identifier)
{
    records.change("child_identifier", R"sql(
        INSERT INTO child_identifier (id, child_id, kind, value, recorded_at)
        VALUES ($1, $2, $3, $4, $5))sql",
                   stamp.uuid(), child, code(identifier.kind()), identifier.value(), stamp.now);
}

void write(Transaction& records, const Stamp& stamp, const ChildId& child, const AddressHeld& held)
{
    const auto& verified = held.verified;
    records.change("child_address", R"sql(
        INSERT INTO child_address
            (id, child_id, kind, house, street, town, area, postcode, verified_on, verified_by,
             verified_how, from_day, to_day, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14))sql",
                   stamp.uuid(), child, code(held.kind), held.address.house, held.address.street,
                   held.address.town, held.address.area,
                   held.address.postcode ? held.address.postcode->text() : "",
                   verified ? std::optional{verified->on} : std::nullopt,
                   verified ? verified->by : "", verified ? verified->how : "", held.days.from,
                   held.days.to, stamp.now);
}

void write(Transaction& records, const Stamp& stamp, const ChildId& child, const Involved& held)
{
    records.change("child_involved", R"sql(
        INSERT INTO child_involved
            (id, child_id, part, words, professional_id, agency_id, from_day, to_day,
             recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql",
                   stamp.uuid(), child, code(held.part), held.words, held.professional, held.agency,
                   held.days.from, held.days.to, stamp.now);
}

void write(Transaction& records, const Stamp& stamp, const ChildId& child,
           const LegalStatus& status)
{
    records.change("child_legal_status", R"sql(
        INSERT INTO child_legal_status (id, child_id, words, from_day, to_day, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6))sql",
                   stamp.uuid(), child, status.words, status.days.from, status.days.to, stamp.now);
}

bool is_current_legal(const NameHeld& held)
{
    return held.kind == NameKind::legal && !held.days.to;
}

/// The child's one legal name without a last day, and its statement.
std::optional<Row> current_legal(Records& records, const ChildId& child)
{
    return records.row(R"sql(
        SELECT id, forename, middle, surname, from_day FROM child_name
         WHERE child_id = $1 AND kind = 'legal' AND to_day IS NULL
           AND superseded_at IS NULL)sql",
                       child);
}

Outcome<void> usable(Records& records, const ChildId& child, const NameHeld& held)
{
    TRY_VOID(in_order(held.days));
    if (is_current_legal(held) && current_legal(records, child))
        return refuse(RefusalCode::two_legal_names, "kind");
    return {};
}

Outcome<void> usable(const Particulars& particulars)
{
    if (particulars.ethnicity.size() > words_max) return refuse(RefusalCode::too_long, "ethnicity");
    if (particulars.first_language.size() > words_max)
        return refuse(RefusalCode::too_long, "first_language");
    const auto& birth = particulars.birth;
    if (particulars.died_on && birth.kind() == BirthKind::known &&
        *particulars.died_on < *birth.day_known())
        return too_early("died", *birth.day_known(), "the day of birth");
    return {};
}

Outcome<void> usable(const AddressHeld& held)
{
    TRY_VOID(in_order(held.days));
    if (held.address.in_line().empty()) return refuse(RefusalCode::needed, "address");
    if (held.address.in_line().size() > 4 * words_max)
        return refuse(RefusalCode::too_long, "address");
    if (held.verified && (held.verified->by.empty() || held.verified->how.empty()))
        return refuse(RefusalCode::needed,
                      held.verified->by.empty() ? "verified_by" : "verified_how");
    return {};
}

Outcome<void> usable(const Involved& held)
{
    TRY_VOID(in_order(held.days));
    if (held.words.size() > words_max) return refuse(RefusalCode::too_long, "words");
    if (trimmed(held.words).empty() && !held.professional && !held.agency)
        return refuse(RefusalCode::needed, "words");
    return {};
}

Outcome<void> usable(const LegalStatus& status)
{
    TRY_VOID(in_order(status.days));
    if (trimmed(status.words).empty()) return refuse(RefusalCode::needed, "legal_status");
    if (status.words.size() > words_max) return refuse(RefusalCode::too_long, "legal_status");
    return {};
}

Outcome<void> free_or_own(Records& records, const Identifier& identifier,
                          const std::optional<ChildId>& child)
{
    const auto holder = with_identifier(records, identifier);
    if (holder && holder != child)
        return refuse(RefusalCode::identifier_taken, std::string{code(identifier.kind())});
    return {};
}

Outcome<void> only_home(Records& records, const ChildId& child, const AddressHeld& held)
{
    if (held.kind != AddressKind::home || held.days.to) return {};
    if (records.row(R"sql(
        SELECT id FROM child_address
         WHERE child_id = $1 AND kind = 'home' AND to_day IS NULL AND superseded_at IS NULL)sql",
                    child))
        return refuse(RefusalCode::say_when_they_moved, "from");
    return {};
}

/// Supersedes the one statement of that id. Gives the child it was about.
Outcome<ChildId> superseded(Transaction& records, const Stamp& stamp, const char* table,
                            const StatementId& statement)
{
    const auto gone = office::supersede(records, stamp, {table, "id", statement.text()});
    if (gone.empty()) return refuse(RefusalCode::not_found);
    return gone.front().id<ChildId>("child_id");
}

/// Where the child's open address of that kind ends when they move on that day.
Outcome<void> end_before(Transaction& records, const Stamp& stamp, const ChildId& child,
                         const AddressHeld& next)
{
    const auto held = find(records, child, {.on = *next.days.from});
    ensure(held.has_value(), "the child was there a moment ago");
    for (const auto& old : held->addresses) {
        if (old.kind != next.kind || old.days.to) continue;
        const Day last = *next.days.from - std::chrono::days{1};
        if (old.days.from && last < *old.days.from)
            return too_early("from", *old.days.from, "since when the address before it holds");
        office::supersede(records, stamp, {"child_address", "id", old.statement.text()});
        AddressHeld closed = old;
        closed.days.to = last;
        write(records, stamp, child, closed);
    }
    return {};
}

} // namespace

Outcome<ChildId> add(store::Transaction& records, const office::Stamp& stamp, const NewChild& child)
{
    if (child.names.empty()) return refuse(RefusalCode::needed, "surname");
    TRY_VOID(usable(child.particulars));
    for (const Identifier& identifier : child.identifiers)
        TRY_VOID(free_or_own(records, identifier, std::nullopt));
    const auto id = stamp.fresh<ChildId>();
    records.change("child", "INSERT INTO child (id, recorded_at) VALUES ($1, $2)", id, stamp.now);
    write(records, stamp, id, child.particulars);
    for (const NameHeld& held : child.names) {
        TRY_VOID(usable(records, id, held));
        write(records, stamp, id, held);
    }
    for (const Identifier& identifier : child.identifiers) write(records, stamp, id, identifier);
    for (const AddressHeld& held : child.addresses) {
        TRY_VOID(usable(held));
        TRY_VOID(only_home(records, id, held));
        write(records, stamp, id, held);
    }
    for (const Involved& held : child.involved) {
        TRY_VOID(usable(held));
        write(records, stamp, id, held);
    }
    for (const LegalStatus& status : child.legal_statuses) {
        TRY_VOID(usable(status));
        write(records, stamp, id, status);
    }
    touched(records, id);
    return id;
}

Outcome<void> correct_particulars(store::Transaction& records, const office::Stamp& stamp,
                                  const ChildId& child, const Particulars& particulars)
{
    TRY_VOID(usable(particulars));
    if (office::supersede(records, stamp, {"child_particulars", "child_id", child.text()}).empty())
        return refuse(RefusalCode::not_found);
    write(records, stamp, child, particulars);
    touched(records, child);
    return {};
}

Outcome<void> add_name(store::Transaction& records, const office::Stamp& stamp,
                       const ChildId& child, const NameHeld& name)
{
    TRY_VOID(known_child(records, child));
    TRY_VOID(usable(records, child, name));
    write(records, stamp, child, name);
    touched(records, child);
    return {};
}

Outcome<void> correct_name(store::Transaction& records, const office::Stamp& stamp,
                           const StatementId& statement, const NameHeld& name)
{
    const auto child = TRY(superseded(records, stamp, "child_name", statement));
    TRY_VOID(usable(records, child, name));
    write(records, stamp, child, name);
    touched(records, child);
    return {};
}

Outcome<void> withdraw_name(store::Transaction& records, const office::Stamp& stamp,
                            const ChildId& child, const StatementId& statement)
{
    const auto held = find(records, child, {.on = Day{}});
    if (held && held->names.size() < 2) return refuse(RefusalCode::needed, "surname");
    if (TRY(superseded(records, stamp, "child_name", statement)) != child)
        return refuse(RefusalCode::not_found);
    touched(records, child);
    return {};
}

Outcome<void> renamed(store::Transaction& records, const office::Stamp& stamp, const ChildId& child,
                      const NameHeld& name)
{
    TRY_VOID(known_child(records, child));
    if (!name.days.from) return refuse(RefusalCode::needed, "from");
    if (const auto old = current_legal(records, child)) {
        const Day last = *name.days.from - std::chrono::days{1};
        const auto from = old->maybe_day("from_day");
        if (from && last < *from)
            return too_early("from", *from, "since when the name before it holds");
        office::supersede(records, stamp, {"child_name", "id", old->text("id")});
        write(records, stamp, child,
              NameHeld{.name = *Name::of(old->text("forename"), old->text("middle"),
                                         old->text("surname")),
                       .kind = NameKind::legal,
                       .days = {from, last}});
    }
    NameHeld now = name;
    now.kind = NameKind::legal;
    write(records, stamp, child, now);
    touched(records, child);
    return {};
}

Outcome<void> add_address(store::Transaction& records, const office::Stamp& stamp,
                          const ChildId& child, const AddressHeld& address)
{
    TRY_VOID(known_child(records, child));
    TRY_VOID(usable(address));
    TRY_VOID(only_home(records, child, address));
    write(records, stamp, child, address);
    touched(records, child);
    return {};
}

Outcome<void> correct_address(store::Transaction& records, const office::Stamp& stamp,
                              const StatementId& statement, const AddressHeld& address)
{
    TRY_VOID(usable(address));
    const auto child = TRY(superseded(records, stamp, "child_address", statement));
    TRY_VOID(only_home(records, child, address));
    write(records, stamp, child, address);
    touched(records, child);
    return {};
}

Outcome<void> withdraw_address(store::Transaction& records, const office::Stamp& stamp,
                               const ChildId& child, const StatementId& statement)
{
    if (TRY(superseded(records, stamp, "child_address", statement)) != child)
        return refuse(RefusalCode::not_found);
    touched(records, child);
    return {};
}

Outcome<void> moved(store::Transaction& records, const office::Stamp& stamp, const ChildId& child,
                    const AddressHeld& to)
{
    TRY_VOID(known_child(records, child));
    TRY_VOID(usable(to));
    if (!to.days.from) return refuse(RefusalCode::needed, "from");
    TRY_VOID(end_before(records, stamp, child, to));
    write(records, stamp, child, to);
    touched(records, child);
    return {};
}

Outcome<void> add_identifier(store::Transaction& records, const office::Stamp& stamp,
                             const ChildId& child, const Identifier& identifier)
{
    TRY_VOID(known_child(records, child));
    TRY_VOID(free_or_own(records, identifier, child));
    if (with_identifier(records, identifier)) return {};
    write(records, stamp, child, identifier);
    touched(records, child);
    return {};
}

Outcome<void> correct_identifier(store::Transaction& records, const office::Stamp& stamp,
                                 const ChildId& child, IdentifierKind kind,
                                 const std::optional<Identifier>& to)
{
    const auto held = find(records, child, {.on = Day{}});
    if (!held) return refuse(RefusalCode::not_found);
    for (const Identifier& old : held->identifiers) {
        if (old.kind() != kind) continue;
        if (old == to) return {};
        const auto row = records.row(R"sql(
            SELECT id FROM child_identifier
             WHERE kind = $1 AND value = $2 AND superseded_at IS NULL)sql",
                                     code(kind), old.value());
        office::supersede(records, stamp, {"child_identifier", "id", row->text("id")});
    }
    if (to) return add_identifier(records, stamp, child, *to);
    touched(records, child);
    return {};
}

Outcome<void> involve(store::Transaction& records, const office::Stamp& stamp, const ChildId& child,
                      const Involved& involved)
{
    TRY_VOID(known_child(records, child));
    TRY_VOID(usable(involved));
    const auto held = find(records, child, {.on = Day{}});
    ensure(held.has_value(), "the child was there a moment ago");
    for (const auto& old : held->involved) {
        if (old.part != involved.part || old.days.to || involved.part == Part::other) continue;
        office::supersede(records, stamp, {"child_involved", "id", old.statement.text()});
        if (!involved.days.from) continue;
        Involved closed = old;
        closed.days.to = *involved.days.from - std::chrono::days{1};
        TRY_VOID(in_order(closed.days));
        write(records, stamp, child, closed);
    }
    write(records, stamp, child, involved);
    return {};
}

Outcome<void> add_legal_status(store::Transaction& records, const office::Stamp& stamp,
                               const ChildId& child, const LegalStatus& status)
{
    TRY_VOID(known_child(records, child));
    TRY_VOID(usable(status));
    write(records, stamp, child, status);
    return {};
}

Outcome<void> legal_status_from(store::Transaction& records, const office::Stamp& stamp,
                                const ChildId& child, const LegalStatus& status)
{
    TRY_VOID(known_child(records, child));
    TRY_VOID(usable(status));
    if (!status.days.from) return refuse(RefusalCode::needed, "from");
    const auto held = find(records, child, {.on = Day{}});
    for (const auto& old : held->legal_statuses) {
        if (old.days.to) continue;
        LegalStatus closed = old;
        closed.days.to = *status.days.from - std::chrono::days{1};
        if (closed.days.from && *closed.days.to < *closed.days.from)
            return refuse(RefusalCode::does_not_follow, "from");
        office::supersede(records, stamp, {"child_legal_status", "id", old.statement.text()});
        write(records, stamp, child, closed);
    }
    write(records, stamp, child, status);
    return {};
}

void touched(store::Transaction& records, const ChildId& child) { touched(records, child.text()); }

void touched(store::Transaction& records, const std::string& record)
{
    const auto head =
        records.row("UPDATE person_change_head SET seq = seq + 1 WHERE id = 1 RETURNING seq");
    records.execute(R"sql(
        INSERT INTO person_change (child_id, seq) VALUES ($1, $2)
        ON CONFLICT (child_id) DO UPDATE SET seq = excluded.seq)sql",
                    record, head->integer("seq"));
}

} // namespace heed::child
