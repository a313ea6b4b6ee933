#include "correction/correction_pages.hpp"

#include "child/child_store.hpp"
#include "correction/field_words_page.hpp"

namespace heed::correction {

namespace {

using markup::Html;
using office::Sheet;
const child::Stated<child::AddressHeld>* address_of(const Scene& scene)
{
    const child::Child& child = scene.about.child;
    if (scene.of.empty()) return child.lives_at(scene.today());
    for (const auto& held : child.addresses)
        if (held.statement.text() == scene.of) return &held;
    return nullptr;
}

MaybeFields address_held(const Scene& scene)
{
    const auto* held = address_of(scene);
    if (held == nullptr) return std::nullopt;
    web::Fields fields{{"kind", std::string{code(held->kind)}},
                       {"house", held->address.house},
                       {"street", held->address.street},
                       {"town", held->address.town},
                       {"area", held->address.area},
                       {"postcode", held->address.postcode ? held->address.postcode->text() : ""}};
    office::put_day(fields, "from", held->days.from);
    office::put_day(fields, "to", held->days.to);
    if (held->verified) {
        office::put_day(fields, "verified", held->verified->on);
        fields.add("verified_by", held->verified->by);
        fields.add("verified_how", held->verified->how);
    }
    return fields;
}

void add_verified(FieldSet& fields)
{
    fields.date("verified", "Leave empty if nobody has seen that the child lives there")
        .input("verified_by", "Who saw it")
        .input("verified_how", "For instance: visited, saw a letter");
}

Html address_fields(const Scene&, const Sheet& sheet)
{
    FieldSet fields{sheet};
    fields.radios("how", {{.text = "The address is right: it was verified, or its days are another",
                           .value = "verified"},
                          {.text = "The address was written wrong", .value = "correct"},
                          {.text = "The child never lived there", .value = "withdrawn"}});
    add_verified(fields);
    return fields.address()
        .radios("kind")
        .date("from", "Leave empty when it is not known")
        .date("to", "The last day there; leave empty while the child lives there")
        .html();
}

Outcome<child::AddressHeld> verified_address_in(const Sheet& sheet)
{
    const child::Days days{TRY(sheet.maybe_day("from")), TRY(sheet.maybe_day("to"))};
    child::AddressHeld held = TRY(address_in(sheet, days));
    if (const auto on = TRY(sheet.maybe_day("verified")))
        held.verified = child::Verified{*on, sheet.text("verified_by"), sheet.text("verified_how")};
    return held;
}

Outcome<Also> change_address(const Writing& to, const Scene& scene, const Sheet& sheet)
{
    const auto* held = address_of(scene);
    if (held == nullptr) return refuse(RefusalCode::not_found);
    if (sheet.text("how") == "withdrawn") {
        TRY_VOID(
            child::withdraw_address(to.records, to.stamp, scene.about.child.id, held->statement));
        return Also{};
    }
    const auto address = TRY(verified_address_in(sheet));
    TRY_VOID(child::correct_address(to.records, to.stamp, held->statement, address));
    return Also{};
}

MaybeFields nothing_held(const Scene&) { return web::Fields{{"kind", "home"}}; }

Html new_address_fields(const Scene&, const Sheet& sheet)
{
    FieldSet fields{sheet};
    fields.address().radios("kind").date(
        "from", "The first day there: the address before ends the day before");
    add_verified(fields);
    return fields.html();
}

Outcome<Also> add_address(const Writing& to, const Scene& scene, const Sheet& sheet)
{
    const auto address = TRY(verified_address_in(sheet));
    TRY_VOID(child::moved(to.records, to.stamp, scene.about.child.id, address));
    return Also{};
}

constexpr Correction corrections[] = {
    {"address", "Address", "child.address_written", "details", address_held, address_fields,
     change_address},
    {"new-address", "Another address", "child.moved", "details", nothing_held, new_address_fields,
     add_address, "from"},
};

} // namespace

std::span<const Correction> address_corrections() { return corrections; }

} // namespace heed::correction
