#include "core/digest.hpp"
#include "lockout/lockout.hpp"

namespace heed::lockout {

namespace {

struct Key {
    std::string name_hash, place;
};

Key key_of(Counted of, const Try& tried)
{
    return {of == Counted::place ? std::string{} : sha256_hex(tried.user_name),
            of == Counted::name ? std::string{} : tried.place};
}

// Nothing is kept longer than it counts, and names that nobody has do not pile up.
void prune(store::Transaction& records, Moment now)
{
    records.execute("DELETE FROM sign_in_tries WHERE began_at < $1", now - std::chrono::days{2});
    records.execute("DELETE FROM sign_in_place WHERE last_at < $1", now - lately);
}

/// True when the try is the one that locks.
bool count(store::Transaction& records, const Limit& limit, const Try& tried, Moment now)
{
    const Key key = key_of(limit.of, tried);
    const std::string of{code(limit.of)};
    // A lock that holds is not made longer. One that is over, or too long a time, begins anew.
    const auto counted = records.row(R"sql(
        INSERT INTO sign_in_tries (counted, name_hash, place, wrong, began_at, locked_until)
        VALUES ($1, $2, $3, 1, $4, '')
        ON CONFLICT (counted, name_hash, place) DO UPDATE
           SET wrong = CASE WHEN sign_in_tries.locked_until > $4 THEN sign_in_tries.wrong
                            WHEN sign_in_tries.locked_until <> '' THEN 1
                            WHEN sign_in_tries.began_at <= $5 THEN 1
                            ELSE sign_in_tries.wrong + 1 END,
               began_at = CASE WHEN sign_in_tries.locked_until > $4 THEN sign_in_tries.began_at
                               WHEN sign_in_tries.locked_until <> '' THEN excluded.began_at
                               WHEN sign_in_tries.began_at <= $5 THEN excluded.began_at
                               ELSE sign_in_tries.began_at END,
               locked_until = CASE WHEN sign_in_tries.locked_until > $4
                                   THEN sign_in_tries.locked_until ELSE '' END
        RETURNING wrong, locked_until)sql",
                                     of, key.name_hash, key.place, now, now - limit.within);
    ensure(counted.has_value(), "a wrong try was not counted");
    if (counted->integer("wrong") < limit.wrong_tries || !counted->text("locked_until").empty())
        return false;
    records.execute(R"sql(
        UPDATE sign_in_tries SET locked_until = $4
         WHERE counted = $1 AND name_hash = $2 AND place = $3)sql",
                    of, key.name_hash, key.place, now + limit.locked_for);
    return true;
}

} // namespace

bool locked_out(store::Records& records, const Try& tried, Moment now)
{
    return records
        .row(R"sql(
        SELECT counted FROM sign_in_tries
         WHERE locked_until > $3
           AND ((counted = 'name_here' AND name_hash = $1 AND place = $2)
             OR (((counted = 'name' AND name_hash = $1 AND place = '')
               OR (counted = 'place' AND name_hash = '' AND place = $2))
              AND NOT EXISTS (SELECT 1 FROM sign_in_place
                               WHERE name_hash = $1 AND place = $2 AND last_at > $4)))
         LIMIT 1)sql",
             sha256_hex(tried.user_name), tried.place, now, now - lately)
        .has_value();
}

bool locked_somewhere(store::Records& records, const std::string& user_name, Moment now)
{
    return records
        .row(R"sql(
        SELECT counted FROM sign_in_tries
         WHERE counted IN ('name_here', 'name') AND name_hash = $1 AND locked_until > $2
         LIMIT 1)sql",
             sha256_hex(user_name), now)
        .has_value();
}

std::vector<Counted> count_wrong_try(store::Transaction& records, const Try& tried, Moment now)
{
    prune(records, now);
    std::vector<Counted> reached;
    for (const Limit& limit : limits)
        if (count(records, limit, tried, now)) reached.push_back(limit.of);
    return reached;
}

void note_signed_in(store::Transaction& records, const Try& tried, Moment now)
{
    const std::string name_hash = sha256_hex(tried.user_name);
    // What strangers tried elsewhere goes on counting: each sign-in would give them as many again.
    records.execute(R"sql(
        DELETE FROM sign_in_tries
         WHERE counted = 'name_here' AND name_hash = $1 AND place = $2)sql",
                    name_hash, tried.place);
    records.execute(R"sql(
        INSERT INTO sign_in_place (name_hash, place, last_at) VALUES ($1, $2, $3)
        ON CONFLICT (name_hash, place) DO UPDATE SET last_at = excluded.last_at)sql",
                    name_hash, tried.place, now);
}

void forget_wrong_tries(store::Transaction& records, const std::string& user_name)
{
    records.execute("DELETE FROM sign_in_tries WHERE name_hash = $1", sha256_hex(user_name));
}

} // namespace heed::lockout
