#include "directory/directory_store.hpp"

#include "core/text.hpp"
#include "directory/telephone.hpp"
#include "office/statement_store.hpp"

namespace heed::directory {

namespace {

constexpr std::size_t name_max = 200, text_max = 200;

const char* const professional_sql = R"sql(
    SELECT p.professional_id, p.name, p.job, p.agency_id, a.name AS agency_name, p.telephone,
           p.out_of_hours, p.cover_id, c.name AS cover_name, c.telephone AS cover_telephone,
           p.is_qualified_social_worker, p.registration_number, p.email, p.user_id
      FROM professional_details p
      LEFT JOIN agency_details a
        ON a.agency_id = p.agency_id AND a.recorded_at <= $1
       AND (a.superseded_at IS NULL OR a.superseded_at > $1)
      LEFT JOIN professional_details c
        ON c.professional_id = p.cover_id AND c.recorded_at <= $1
       AND (c.superseded_at IS NULL OR c.superseded_at > $1)
     WHERE p.recorded_at <= $1 AND (p.superseded_at IS NULL OR p.superseded_at > $1))sql";

const char* const agency_sql = R"sql(
    SELECT a.agency_id, a.name, a.sort, n.sort AS number_sort, n.telephone
      FROM agency_details a
      LEFT JOIN agency_number n
        ON n.agency_id = a.agency_id AND n.recorded_at <= $1
       AND (n.superseded_at IS NULL OR n.superseded_at > $1)
     WHERE a.recorded_at <= $1 AND (a.superseded_at IS NULL OR a.superseded_at > $1))sql";

Professional professional_from(const store::Row& row)
{
    Professional found{.id = row.id<ProfessionalId>("professional_id")};
    found.name = row.text("name");
    found.job = row.text("job");
    found.agency = row.maybe_id<AgencyId>("agency_id");
    found.telephone = row.text("telephone");
    found.out_of_hours = row.text("out_of_hours");
    found.cover = row.maybe_id<ProfessionalId>("cover_id");
    found.is_qualified_social_worker = row.flag("is_qualified_social_worker");
    found.registration_number = row.text("registration_number");
    found.email = row.text("email");
    found.user = row.text_or_empty("user_id");
    found.agency_name = row.text_or_empty("agency_name");
    found.cover_name = row.text_or_empty("cover_name");
    found.cover_telephone = row.text_or_empty("cover_telephone");
    return found;
}

/// One row a number; rows of one agency stand together.
std::vector<Agency> agencies_from(const std::vector<store::Row>& rows)
{
    std::vector<Agency> found;
    for (const store::Row& row : rows) {
        const auto id = row.id<AgencyId>("agency_id");
        if (found.empty() || found.back().id != id) {
            found.push_back({.id = id});
            found.back().name = row.text("name");
            found.back().sort = from_code<AgencySort>(row.text("sort")).value_or(AgencySort::other);
        }
        if (row.is_null("telephone")) continue;
        found.back().numbers.push_back(
            {from_code<NumberSort>(row.text("number_sort")).value_or(NumberSort::switchboard),
             row.text("telephone")});
    }
    return found;
}

/// A telephone may be left out; one that is given must be one.
Outcome<void> telephone_usable(const std::string& typed, const std::string& field)
{
    if (trimmed(typed).empty()) return {};
    if (typed.size() > text_max) return refuse(RefusalCode::too_long, field);
    if (dialled(typed).empty()) return refuse(RefusalCode::not_a_telephone_number, field);
    return {};
}

Outcome<void> name_usable(const std::string& name)
{
    if (trimmed(name).empty()) return refuse(RefusalCode::needed, "name");
    if (name.size() > name_max) return refuse(RefusalCode::too_long, "name");
    return {};
}

Outcome<void> usable(const AgencyDetails& agency)
{
    TRY_VOID(name_usable(agency.name));
    for (const Number& number : agency.numbers)
        TRY_VOID(telephone_usable(number.telephone, std::string{code(number.sort)}));
    return {};
}

Outcome<void> usable(store::Records& records, const ProfessionalDetails& professional,
                     const office::Stamp& stamp)
{
    TRY_VOID(name_usable(professional.name));
    TRY_VOID(telephone_usable(professional.telephone, "telephone"));
    TRY_VOID(telephone_usable(professional.out_of_hours, "out_of_hours"));
    for (const auto& [text, field] : {std::pair{&professional.job, "job"},
                                      {&professional.registration_number, "registration_number"},
                                      {&professional.email, "email"}})
        if (text->size() > text_max) return refuse(RefusalCode::too_long, field);
    const office::AsOf now{.on = day_in_england(stamp.now)};
    if (professional.agency && !find(records, *professional.agency, now))
        return refuse(RefusalCode::not_found, "agency");
    if (professional.cover && !find(records, *professional.cover, now))
        return refuse(RefusalCode::not_found, "cover");
    return {};
}

void write(store::Transaction& records, const office::Stamp& stamp, const AgencyId& id,
           const AgencyDetails& agency)
{
    records.change("agency_details", R"sql(
        INSERT INTO agency_details (id, agency_id, name, name_key, sort, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6))sql",
                   stamp.uuid(), id, trimmed(agency.name), name_key(agency.name), code(agency.sort),
                   stamp.now);
    int position = 0;
    for (const Number& number : agency.numbers) {
        if (trimmed(number.telephone).empty()) continue;
        records.change("agency_number", R"sql(
            INSERT INTO agency_number
                (id, agency_id, sort, position, telephone, dialled, recorded_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7))sql",
                       stamp.uuid(), id, code(number.sort), position++, trimmed(number.telephone),
                       dialled(number.telephone), stamp.now);
    }
}

void write(store::Transaction& records, const office::Stamp& stamp, const ProfessionalId& id,
           const ProfessionalDetails& professional)
{
    const auto user = professional.user.empty() ? std::nullopt : std::optional{professional.user};
    records.change("professional_details", R"sql(
        INSERT INTO professional_details
            (id, professional_id, name, name_key, job, agency_id, telephone, telephone_dialled,
             out_of_hours, out_of_hours_dialled, cover_id, is_qualified_social_worker,
             registration_number, email, user_id, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16))sql",
                   stamp.uuid(), id, trimmed(professional.name), name_key(professional.name),
                   trimmed(professional.job), professional.agency, trimmed(professional.telephone),
                   dialled(professional.telephone), trimmed(professional.out_of_hours),
                   dialled(professional.out_of_hours), professional.cover,
                   professional.is_qualified_social_worker,
                   trimmed(professional.registration_number), trimmed(professional.email), user,
                   stamp.now);
}

} // namespace

std::optional<Agency> find(store::Records& records, const AgencyId& id, const office::AsOf& as_of)
{
    auto found = agencies_from(records.rows(
        std::string{agency_sql} + " AND a.agency_id = $2 ORDER BY n.sort DESC, n.position",
        as_of.known(), id));
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<Agency> agencies(store::Records& records, const office::AsOf& as_of)
{
    return agencies_from(records.rows(
        std::string{agency_sql} + " ORDER BY a.name_key, a.agency_id, n.sort DESC, n.position",
        as_of.known()));
}

std::optional<Professional> find(store::Records& records, const ProfessionalId& id,
                                 const office::AsOf& as_of)
{
    const auto row = records.row(std::string{professional_sql} + " AND p.professional_id = $2",
                                 as_of.known(), id);
    if (!row) return std::nullopt;
    return professional_from(*row);
}

std::vector<Professional> professionals(store::Records& records, const office::AsOf& as_of)
{
    std::vector<Professional> found;
    records.each(std::string{professional_sql} + " ORDER BY p.name_key, p.professional_id",
                 {as_of.known()},
                 [&](const store::Row& row) { found.push_back(professional_from(row)); });
    return found;
}

std::optional<Professional> of_user(store::Records& records, const std::string& user)
{
    const auto row = records.row(std::string{professional_sql} +
                                     " AND p.user_id = $2 AND p.superseded_at IS NULL",
                                 office::AsOf{}.known(), user);
    if (!row) return std::nullopt;
    return professional_from(*row);
}

std::optional<Professional> who_is(store::Records& records, const std::string& user,
                                   const std::string& said, const office::AsOf& as_of)
{
    if (auto named = of_user(records, user)) return named;
    const auto id = ProfessionalId::from(said);
    return id ? find(records, *id, as_of) : std::nullopt;
}

std::map<ProfessionalId, std::string> users_of(store::Records& records,
                                               const std::set<ProfessionalId>& professionals)
{
    std::map<ProfessionalId, std::string> found;
    if (professionals.empty()) return found;
    std::vector<store::Value> values;
    std::string which;
    for (const ProfessionalId& one : professionals) {
        values.push_back(store::to_value(one));
        which += (which.empty() ? "$" : ", $") + std::to_string(values.size());
    }
    // Whom the directory names comes before whoever says so of themselves.
    records.each(R"sql(
        SELECT p.professional_id, u.id AS user_id,
               CASE WHEN u.id = p.user_id THEN 0 ELSE 1 END AS rank
          FROM professional_details p
          JOIN app_user u ON u.id = p.user_id OR u.professional = p.professional_id
         WHERE u.disabled = 0 AND p.superseded_at IS NULL AND p.professional_id IN ()sql" +
                     which + ") ORDER BY rank, u.id",
                 values, [&](const store::Row& row) {
                     found.try_emplace(row.id<ProfessionalId>("professional_id"),
                                       row.text("user_id"));
                 });
    return found;
}

std::optional<Holder> holder_of_number(store::Records& records, std::string_view typed)
{
    const std::string number = dialled(typed);
    if (number.empty()) return std::nullopt;
    const auto rows = records.rows(R"sql(
        SELECT 1 AS rank, a.agency_id, NULL AS professional_id, a.name, a.name AS agency_name
          FROM agency_number n
          JOIN agency_details a ON a.agency_id = n.agency_id AND a.superseded_at IS NULL
         WHERE n.dialled = $1 AND n.superseded_at IS NULL
        UNION ALL
        SELECT 2, p.agency_id, p.professional_id, p.name, a.name
          FROM professional_details p
          LEFT JOIN agency_details a ON a.agency_id = p.agency_id AND a.superseded_at IS NULL
         WHERE p.superseded_at IS NULL AND p.telephone_dialled <> '' AND p.telephone_dialled = $1
        UNION ALL
        SELECT 3, p.agency_id, p.professional_id, p.name, a.name
          FROM professional_details p
          LEFT JOIN agency_details a ON a.agency_id = p.agency_id AND a.superseded_at IS NULL
         WHERE p.superseded_at IS NULL AND p.out_of_hours_dialled <> ''
           AND p.out_of_hours_dialled = $1
         ORDER BY rank, name LIMIT 1)sql",
                                   number);
    if (rows.empty()) return std::nullopt;
    const store::Row& row = rows.front();
    return Holder{.agency = row.maybe_id<AgencyId>("agency_id"),
                  .professional = row.maybe_id<ProfessionalId>("professional_id"),
                  .name = row.text("name"),
                  .agency_name = row.text_or_empty("agency_name"),
                  .is_published = row.integer("rank") == 1};
}

Outcome<AgencyId> add(store::Transaction& records, const office::Stamp& stamp,
                      const AgencyDetails& agency)
{
    TRY_VOID(usable(agency));
    const auto id = stamp.fresh<AgencyId>();
    records.change("agency", "INSERT INTO agency (id, recorded_at) VALUES ($1, $2)", id, stamp.now);
    write(records, stamp, id, agency);
    return id;
}

Outcome<void> change(store::Transaction& records, const office::Stamp& stamp, const AgencyId& id,
                     const AgencyDetails& agency)
{
    TRY_VOID(usable(agency));
    const auto gone = office::supersede(records, stamp, {"agency_details", "agency_id", id.text()});
    if (gone.empty()) return refuse(RefusalCode::not_found);
    office::supersede(records, stamp, {"agency_number", "agency_id", id.text()});
    write(records, stamp, id, agency);
    return {};
}

Outcome<ProfessionalId> add(store::Transaction& records, const office::Stamp& stamp,
                            const ProfessionalDetails& professional)
{
    TRY_VOID(usable(records, professional, stamp));
    const auto id = stamp.fresh<ProfessionalId>();
    records.change("professional", "INSERT INTO professional (id, recorded_at) VALUES ($1, $2)", id,
                   stamp.now);
    write(records, stamp, id, professional);
    return id;
}

Outcome<void> change(store::Transaction& records, const office::Stamp& stamp,
                     const ProfessionalId& id, const ProfessionalDetails& professional)
{
    TRY_VOID(usable(records, professional, stamp));
    if (professional.cover == id) return refuse(RefusalCode::covers_themselves, "cover");
    const auto gone =
        office::supersede(records, stamp, {"professional_details", "professional_id", id.text()});
    if (gone.empty()) return refuse(RefusalCode::not_found);
    write(records, stamp, id, professional);
    return {};
}

std::optional<ProfessionalId> named(store::Records& records, std::string_view name,
                                    std::string_view telephone)
{
    const auto rows = records.rows(R"sql(
        SELECT professional_id, telephone_dialled FROM professional_details
         WHERE name_key = $1 AND superseded_at IS NULL
         ORDER BY professional_id)sql",
                                   name_key(name));
    const std::string number = dialled(telephone);
    if (number.empty())
        return rows.size() == 1 ? std::optional{rows.front().id<ProfessionalId>("professional_id")}
                                : std::nullopt;
    for (const store::Row& row : rows)
        if (row.text("telephone_dialled") == number)
            return row.id<ProfessionalId>("professional_id");
    return std::nullopt;
}

Outcome<ProfessionalId> named_or_added(store::Transaction& records, const office::Stamp& stamp,
                                       const ProfessionalDetails& professional)
{
    if (auto held = named(records, professional.name, professional.telephone))
        return *std::move(held);
    return add(records, stamp, professional);
}

std::optional<AgencyId> agency_named(store::Records& records, std::string_view name)
{
    const auto rows = records.rows(R"sql(
        SELECT agency_id FROM agency_details
         WHERE name_key = $1 AND superseded_at IS NULL ORDER BY agency_id)sql",
                                   name_key(name));
    if (rows.empty()) return std::nullopt;
    return rows.front().id<AgencyId>("agency_id");
}

} // namespace heed::directory
