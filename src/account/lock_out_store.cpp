#include "account/lock_out.hpp"
#include "core/digest.hpp"

namespace heed::account {

namespace {

// Wrong tries of yesterday are forgotten, and names that nobody has do not pile up.
void prune(store::Transaction& records, Moment now)
{
    records.execute("DELETE FROM sign_in_tries WHERE last_at < $1", now - std::chrono::days{1});
}

} // namespace

bool locked_out(store::Records& records, const std::string& user_name, Moment now)
{
    return records
        .row("SELECT wrong FROM sign_in_tries WHERE name_hash = $1 AND locked_until > $2",
             sha256_hex(user_name), now)
        .has_value();
}

bool count_wrong_try(store::Transaction& records, const std::string& user_name, Moment now)
{
    prune(records, now);
    // A lock that is over begins the count anew.
    const auto counted = records.row(R"sql(
        INSERT INTO sign_in_tries (name_hash, wrong, last_at, locked_until)
        VALUES ($1, 1, $2, '')
        ON CONFLICT (name_hash) DO UPDATE
           SET wrong = CASE WHEN sign_in_tries.locked_until = '' THEN sign_in_tries.wrong + 1
                            WHEN sign_in_tries.locked_until > $2 THEN sign_in_tries.wrong
                            ELSE 1 END,
               locked_until = CASE WHEN sign_in_tries.locked_until > $2
                                   THEN sign_in_tries.locked_until ELSE '' END,
               last_at = excluded.last_at
        RETURNING wrong, locked_until)sql",
                                     sha256_hex(user_name), now);
    ensure(counted.has_value(), "a wrong try was not counted");
    if (counted->integer("wrong") < wrong_tries_max || !counted->text("locked_until").empty())
        return false;
    records.execute("UPDATE sign_in_tries SET locked_until = $2 WHERE name_hash = $1",
                    sha256_hex(user_name), now + locked_for);
    return true;
}

void forget_wrong_tries(store::Transaction& records, const std::string& user_name)
{
    records.execute("DELETE FROM sign_in_tries WHERE name_hash = $1", sha256_hex(user_name));
}

} // namespace heed::account
