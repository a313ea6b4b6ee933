#include "office/office.hpp"

namespace heed::office {

Outcome<Authority> authority_of(store::Records& records)
{
    const auto row = records.row(
        "SELECT name, pack_id, duty_telephone, demonstration FROM authority WHERE id = 'this'");
    if (!row) return refuse(RefusalCode::not_a_record);
    return Authority{row->text("name"), row->text("pack_id"), row->text("duty_telephone"),
                     row->flag("demonstration")};
}

Outcome<void> found(store::Transaction& records, const Authority& authority, Moment now)
{
    if (authority_of(records)) return refuse(RefusalCode::already_a_record);
    records.change("authority", R"sql(
        INSERT INTO authority (id, name, pack_id, duty_telephone, demonstration, made_at)
        VALUES ('this', $1, $2, $3, $4, $5))sql",
                   authority.name, authority.pack_id, authority.duty_telephone,
                   authority.demonstration, now);
    return {};
}

} // namespace heed::office
