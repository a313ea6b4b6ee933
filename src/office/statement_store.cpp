#include "office/statement_store.hpp"

namespace heed::office {

std::vector<store::Row> supersede(store::Transaction& records, const Stamp& stamp,
                                  const Statements& which)
{
    // When the clock was put back, a statement may seem to be from later than now; it then
    // stood for no time at all, which the tables allow.
    const std::string sql = std::string{"UPDATE "} + which.table +
                            " SET superseded_at = CASE WHEN recorded_at > $1 THEN recorded_at"
                            " ELSE $1 END WHERE " +
                            which.column + " = $2 AND superseded_at IS NULL";
    return records.change(which.table, sql, stamp.now, which.value);
}

std::string stands(const std::string& alias, const std::string& known)
{
    return "(" + alias + ".recorded_at <= " + known + " AND (" + alias +
           ".superseded_at IS NULL OR " + alias + ".superseded_at > " + known + "))";
}

std::string holds(const std::string& alias, const std::string& day, const std::string& known)
{
    return "(" + stands(alias, known) + " AND COALESCE(" + alias + ".from_day, '') <= " + day +
           " AND COALESCE(" + alias + ".to_day, '9999') >= " + day + ")";
}

} // namespace heed::office
