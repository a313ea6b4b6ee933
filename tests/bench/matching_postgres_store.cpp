#include "matching_postgres_store.hpp"

#include "matching_plain.hpp"

#include "core/ensure.hpp"
#include "support/progress.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <libpq-fe.h>

namespace heed::bench {
namespace {

constexpr const char* table = R"(
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
    DROP TABLE IF EXISTS held, short_forms;
    CREATE UNLOGGED TABLE held (child integer NOT NULL, forename text NOT NULL,
        surname text NOT NULL, whole text NOT NULL, born date, town text NOT NULL,
        forename_sound text GENERATED ALWAYS AS (dmetaphone(forename)) STORED,
        surname_sound text GENERATED ALWAYS AS (dmetaphone(surname)) STORED);
    CREATE UNLOGGED TABLE short_forms (said text NOT NULL, meant text NOT NULL))";

constexpr const char* indexes = R"(
    CREATE INDEX ON held (born, surname_sound);
    CREATE INDEX ON held (born, forename_sound);
    CREATE INDEX ON held (surname_sound, forename_sound, born);
    CREATE INDEX ON held (town, forename_sound, born);
    CREATE INDEX ON held (town, born);
    CREATE INDEX ON held USING gin (whole gin_trgm_ops);
    CREATE INDEX ON short_forms (said);
    ANALYZE held)";

// $1 forename, $2 surname, $3 to $4 the days that were said, $5 town, $6 day and month turned round
constexpr const char* ranked = R"(
    SELECT child, max(
        GREATEST(
            CASE WHEN $1 = '' THEN 0 WHEN forename = $1 THEN 6
                 WHEN forename_sound = ANY (sounds.all) THEN 2.5 + 2.5 * similarity(forename, $1)
                 ELSE 6 * similarity(forename, $1) - 1 END +
            CASE WHEN $2 = '' THEN 0 WHEN surname = $2 THEN 7
                 WHEN surname_sound = dmetaphone($2) THEN 3 + 3 * similarity(surname, $2)
                 ELSE 7 * similarity(surname, $2) - 1 END,
            CASE WHEN $1 = '' OR $2 = '' THEN 0
                 ELSE 5 * similarity(forename, $2) + 6 * similarity(surname, $1) END) +
        CASE WHEN born IS NULL OR $3::date IS NULL THEN 0
             WHEN born BETWEEN $3 AND $4 THEN 8 - LEAST(5.0, ln(1.0 + ($4 - $3)) * 0.8)
             WHEN born = $6 THEN 5
             WHEN to_char(born, 'MMDD') = to_char($3::date, 'MMDD') THEN 3.5
             WHEN levenshtein(born::text, $3::date::text) = 1 THEN 3.5
             WHEN to_char(born, 'MMDD') = '0101'
                  AND extract(year FROM born) = extract(year FROM $3::date) THEN 2
             WHEN abs(born - $3::date) < 400 THEN 0
             ELSE -3 END +
        CASE WHEN $5 = '' THEN 0 WHEN town = $5 THEN 4 ELSE -0.5 END)::float8 AS score
    FROM found, sounds GROUP BY child ORDER BY score DESC LIMIT 20)";

constexpr const char* sounds = R"(
    WITH sounds AS MATERIALIZED (SELECT array_agg(DISTINCT dmetaphone(name)) AS all FROM (
        SELECT $1 AS name WHERE $1 <> ''
        UNION ALL SELECT meant FROM short_forms WHERE said = $1) AS names),)";

constexpr const char* by_branches = R"(
    found AS MATERIALIZED (
        (SELECT held.* FROM held WHERE born BETWEEN $3 AND $4
            AND surname_sound = dmetaphone($2) AND $2 <> '' LIMIT 400)
        UNION (SELECT held.* FROM held WHERE born = $3 AND $3::date = $4::date
            AND forename_sound = ANY ((SELECT sounds.all FROM sounds)::text[]) LIMIT 300)
        UNION (SELECT held.* FROM held WHERE born IN ($6, $3::date - interval '1 year',
                $3::date + interval '1 year') AND $3::date = $4::date
            AND surname_sound = dmetaphone($2) AND $2 <> '' LIMIT 200)
        UNION (SELECT held.* FROM held WHERE surname_sound = dmetaphone($2) AND $2 <> ''
            AND forename_sound = ANY ((SELECT sounds.all FROM sounds)::text[]) LIMIT 400)
        UNION (SELECT held.* FROM held WHERE surname_sound = dmetaphone($1) AND $1 <> ''
            AND forename_sound = dmetaphone($2) AND $2 <> '' LIMIT 200)
        UNION (SELECT held.* FROM held WHERE town = $5
            AND forename_sound = ANY ((SELECT sounds.all FROM sounds)::text[])
            AND ($3::date IS NULL OR born BETWEEN $3::date - 31 AND $4::date + 31) LIMIT 400)
        UNION (SELECT held.* FROM held WHERE town = $5 AND born BETWEEN $3 AND $4
            AND $4::date - $3::date < 40 LIMIT 300)))";

constexpr const char* by_trigrams = R"(
    found AS MATERIALIZED (SELECT held.* FROM held WHERE whole % $7
        ORDER BY similarity(whole, $7) DESC LIMIT 200))";

} // namespace

/// One connection.
class PostgresSearch::Session {
public:
    explicit Session(const std::string& url) : connection_{PQconnectdb(url.c_str())}
    {
        if (PQstatus(connection_) != CONNECTION_OK)
            throw Fault{std::string{"PostgreSQL: "} + PQerrorMessage(connection_)};
        run("SET client_min_messages = warning; SET jit = off; SET synchronous_commit = off;"
            "SET plan_cache_mode = force_generic_plan; SET maintenance_work_mem = '1GB';"
            "SET pg_trgm.similarity_threshold = 0.45");
    }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    ~Session() { PQfinish(connection_); }

    std::string run(const std::string& statement)
    {
        const Answer answer{PQexec(connection_, statement.c_str()), PQclear};
        check(answer.get());
        return PQntuples(answer.get()) > 0 ? PQgetvalue(answer.get(), 0, 0) : "";
    }

    void prepare(const char* name, const std::string& statement)
    {
        const Answer answer{PQprepare(connection_, name, statement.c_str(), 0, nullptr), PQclear};
        check(answer.get());
    }

    void copy(const std::string& into, const std::string& lines)
    {
        const Answer begun{PQexec(connection_, ("COPY " + into + " FROM STDIN").c_str()), PQclear};
        check(begun.get());
        if (PQputCopyData(connection_, lines.data(), static_cast<int>(lines.size())) != 1 ||
            PQputCopyEnd(connection_, nullptr) != 1)
            throw Fault{"PostgreSQL took no rows"};
        while (PGresult* next = PQgetResult(connection_)) {
            const Answer answer{next, PQclear};
            check(answer.get());
        }
    }

    std::vector<Hit> ask(const char* name, std::span<const char* const> values)
    {
        const Answer answer{PQexecPrepared(connection_, name, static_cast<int>(values.size()),
                                           values.data(), nullptr, nullptr, 0),
                            PQclear};
        check(answer.get());
        std::vector<Hit> hits;
        for (int row = 0; row < PQntuples(answer.get()); ++row)
            hits.push_back({std::strtoll(PQgetvalue(answer.get(), row, 0), nullptr, 10),
                            std::strtod(PQgetvalue(answer.get(), row, 1), nullptr)});
        return hits;
    }

    /// What the server's process for us has used, in microseconds.
    double processor() const
    {
        std::ifstream file{"/proc/" + std::to_string(PQbackendPID(connection_)) + "/schedstat"};
        double nanoseconds = 0;
        file >> nanoseconds;
        return nanoseconds / 1e3;
    }

private:
    using Answer = std::unique_ptr<PGresult, decltype(&PQclear)>;

    void check(const PGresult* answer) const
    {
        const auto status = PQresultStatus(answer);
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_COPY_IN)
            throw Fault{std::string{"PostgreSQL: "} + PQerrorMessage(connection_)};
    }

    PGconn* connection_;
};

PostgresSearch::PostgresSearch(const std::string& url, const std::string& short_forms)
    : session_{std::make_unique<Session>(url)}
{
    session_->run(table);
    std::string lines;
    for (const auto& [said, meant] : short_form_pairs(short_forms))
        lines.append(said).append("\t").append(meant).append("\n");
    session_->copy("short_forms", lines);
}

PostgresSearch::~PostgresSearch() = default;

void PostgresSearch::fill(std::uint64_t children, std::uint64_t seed)
{
    const double began = wall_micros();
    constexpr std::uint64_t part = 100'000;
    support::Progress progress{"PostgreSQL, children", children};
    for (std::uint64_t from = 0; from < children; from += part) {
        std::string lines;
        for (std::uint64_t one = from; one < std::min(children, from + part); ++one)
            for (const PlainRow& row : plain_rows(support::made_person(seed, one).person)) {
                lines += std::to_string(one);
                for (const std::string& field :
                     {row.forename, row.surname, row.forename + ' ' + row.surname, to_iso(row.born),
                      row.town})
                    lines.append("\t").append(field);
                lines += '\n';
            }
        session_->copy("held (child, forename, surname, whole, born, town)", lines);
        progress.at(std::min(children, from + part));
    }
    session_->run(indexes);
    session_->prepare("by_branches", std::string{sounds} + by_branches + ranked);
    session_->prepare("by_trigrams", std::string{sounds} + by_trigrams + ranked);
    built_in_ = (wall_micros() - began) / 1e6;
}

Outcome PostgresSearch::ask(const support::Question& question) const
{
    const PlainQuestion plain = plain_question(question);
    const std::string from = plain.born ? to_iso(plain.born->from) : "",
                      to = plain.born ? to_iso(plain.born->to) : "",
                      turned = plain.turned ? to_iso(*plain.turned) : "",
                      whole = plain.forename + ' ' + plain.surname;
    const auto or_null = [](const std::string& text) {
        return text.empty() ? nullptr : text.c_str();
    };
    const std::array<const char*, 7> values{
        plain.forename.c_str(), plain.surname.c_str(), or_null(from), or_null(to),
        plain.town.c_str(),     or_null(turned),       whole.c_str()};
    Outcome outcome;
    const double wall = wall_micros(), processor = session_->processor();
    outcome.hits = session_->ask("by_branches", std::span{values}.first(6));
    const double best = plain.best_possible();
    if (outcome.hits.empty() || outcome.hits[0].score < 0.65 * best) {
        for (const Hit& hit : session_->ask("by_trigrams", values))
            if (std::ranges::find(outcome.hits, hit.child, &Hit::child) == outcome.hits.end())
                outcome.hits.push_back(hit);
        std::ranges::sort(outcome.hits, std::greater{}, &Hit::score);
    }
    outcome.processor = session_->processor() - processor;
    outcome.wall = wall_micros() - wall;
    plain_confidence(outcome, best);
    return outcome;
}

void PostgresSearch::print_size() const
{
    std::printf("PostgreSQL: filled and indexed in %.1f s, %s\n", built_in_,
                session_->run("SELECT pg_size_pretty(pg_total_relation_size('held'))").c_str());
}

} // namespace heed::bench
