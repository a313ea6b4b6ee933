#include "ledger/content.hpp"

#include "core/ensure.hpp"
#include "core/json.hpp"
#include "core/text.hpp"

#include <boost/json.hpp>

namespace heed::ledger {

namespace json = boost::json;

std::string write_content(const Act& act, const std::vector<store::Image>& images)
{
    JsonWriter out;
    out.object().key("reason").value(act.reason).key("details");
    if (act.details.empty())
        out.null();
    else
        out.raw(act.details);
    out.key("also_about").array();
    for (const std::string& other : act.also_about) out.value(other);
    out.end().key("rows").array();
    for (const store::Image& image : images)
        out.object().key("table").value(image.table).key("row").raw(image.json).end();
    std::string text = out.end().end().text();
    ensure(is_utf8(text), "the content of a ledger entry is no UTF-8");
    return text;
}

namespace {

[[noreturn]] void unreadable() { throw Fault{"the content of a ledger entry cannot be read"}; }

std::string canonical(const json::object& row)
{
    JsonWriter out;
    out.object();
    for (const auto& column : row) {
        out.key(column.key());
        if (const auto* text = column.value().if_string())
            out.value(std::string_view{*text});
        else if (const auto* number = column.value().if_int64())
            out.value(*number);
        else
            out.null();
    }
    return out.end().text();
}

json::value parsed(std::string_view text)
{
    json::error_code failed;
    auto value = json::parse(text, failed);
    if (failed) unreadable();
    return value;
}

} // namespace

Content read_content(std::string_view body)
{
    const auto value = parsed(body);
    const auto* document = value.if_object();
    if (!document) unreadable();
    const auto* reason = document->if_contains("reason");
    const auto* details = document->if_contains("details");
    const auto* also = document->if_contains("also_about");
    const auto* rows = document->if_contains("rows");
    if (!reason || !reason->is_string() || !details) unreadable();
    if (!also || !also->is_array() || !rows || !rows->is_array()) unreadable();
    Content content;
    content.reason = json::value_to<std::string>(*reason);
    if (!details->is_null()) content.details = json::serialize(*details);
    for (const auto& other : also->get_array())
        content.also_about.push_back(json::value_to<std::string>(other));
    for (const auto& item : rows->get_array()) {
        const auto& image = item.as_object();
        const auto& row = image.at("row").as_object();
        content.images.push_back({json::value_to<std::string>(image.at("table")),
                                  json::value_to<std::string>(row.at("id")), canonical(row)});
    }
    return content;
}

std::optional<Content> content_if_readable(std::string_view body)
{
    try {
        return read_content(body);
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

bool agrees(const std::string& image_json, const std::string& row_json)
{
    const auto image = parsed(image_json), row = parsed(row_json);
    return std::ranges::all_of(image.get_object(), [&](const auto& column) {
        const auto* now = row.get_object().if_contains(column.key());
        return now != nullptr && *now == column.value();
    });
}

} // namespace heed::ledger
