#include "office/draft.hpp"

namespace heed::office {

std::optional<Draft> draft_of(store::Records& records, const std::string& who,
                              const std::string& form)
{
    const auto row =
        records.row("SELECT fields, at FROM draft WHERE who = $1 AND form = $2", who, form);
    if (!row) return std::nullopt;
    auto fields = web::read_urlencoded(row->text("fields"));
    ensure(fields.has_value(), "a draft that was written cannot be read");
    return Draft{*std::move(fields), row->moment("at")};
}

void keep_draft(store::Transaction& records, const std::string& who, const std::string& form,
                const web::Fields& fields, Moment now)
{
    records.execute(R"sql(
        INSERT INTO draft (who, form, fields, at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (who, form) DO UPDATE SET fields = excluded.fields, at = excluded.at)sql",
                    who, form, web::write_urlencoded(fields), now);
}

void forget_draft(store::Transaction& records, const std::string& who, const std::string& form)
{
    records.execute("DELETE FROM draft WHERE who = $1 AND form = $2", who, form);
}

} // namespace heed::office
