#include "changeover/kept_row.hpp"

#include "core/digest.hpp"
#include "core/ensure.hpp"
#include "core/json.hpp"
#include "core/text.hpp"
#include "interop/json_reader.hpp"

namespace heed::changeover {

namespace {

using extract::Heading;
using extract::heading_count;

constexpr std::size_t bytes_max = std::size_t{1} << 24U;

} // namespace

std::string row_key(const extract::Row& row)
{
    std::string all;
    const auto add = [&](std::string_view text) {
        all += trimmed(text);
        all += '\x1F';
    };
    for (const auto& field : row.fields) add(field);
    for (const auto& [heading, text] : row.others) {
        add(heading);
        add(text);
    }
    return sha256_hex(all);
}

std::string fields_json(const extract::Row& row)
{
    JsonWriter json;
    json.object().key("fields").object();
    for (std::size_t i = 0; i < heading_count; ++i)
        if (!row.fields.at(i).empty())
            json.key(extract::title(static_cast<Heading>(i))).value(row.fields.at(i));
    json.end().key("others").array();
    for (const auto& [heading, text] : row.others)
        json.object().key("heading").value(heading).key("text").value(text).end();
    return json.end().key("too_many_fields").value(row.too_many_fields).end().text();
}

void fields_from_json(extract::Row& row, std::string_view json)
{
    const auto read = [&]() -> Outcome<void> {
        const auto whole = TRY(interop::read_json(json, bytes_max));
        const auto fields = TRY(whole.object("fields"));
        for (const auto key : fields.keys()) {
            const auto heading = extract::heading_titled(key);
            ensure(heading.has_value(), "a kept row has a heading that there is not");
            row[*heading] = TRY(fields.text(key));
        }
        for (const auto& other : TRY(whole.objects("others")))
            row.others.emplace_back(TRY(other.text("heading")), TRY(other.text("text")));
        row.too_many_fields = TRY(whole.boolean("too_many_fields"));
        return {};
    };
    ensure(read().has_value(), "the fields of a kept row cannot be read");
}

} // namespace heed::changeover
