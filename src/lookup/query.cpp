#include "lookup/query.hpp"

#include "core/json.hpp"
#include "core/text.hpp"

#include <algorithm>

namespace heed::lookup {

namespace {

using interop::JsonObject;

Outcome<std::string> text(const JsonObject& json, std::string_view key)
{
    return std::string{trimmed(TRY(json.text_if(key)).value_or(""))};
}

/// Numbers are names too: `"q": 17`.
Outcome<std::string> name_of(const JsonObject& json)
{
    if (auto written = json.text_if("q")) return std::move(*written).value_or("");
    return TRY(json.number_if("q")).value_or("");
}

Outcome<matching::Sex> sex_of(const JsonObject& json)
{
    const std::string said = lower_ascii(TRY(text(json, "sex")));
    if (said.empty() || said == "u" || said == "unknown") return matching::Sex::unknown;
    if (said == "f" || said == "female") return matching::Sex::female;
    if (said == "m" || said == "male") return matching::Sex::male;
    return refuse(RefusalCode::not_understood, "sex");
}

Outcome<std::optional<matching::Born>> born_at(const JsonObject& json, std::string_view key)
{
    const std::string said = TRY(text(json, key));
    if (said.empty()) return std::nullopt;
    auto born = matching::born_from_iso(said);
    if (!born) return refuse(RefusalCode::not_understood, std::string{key});
    return born;
}

Outcome<std::optional<matching::Born>> born_between(const JsonObject& json, Day today)
{
    const auto from = TRY(born_at(json, "born_from")), to = TRY(born_at(json, "born_to"));
    if (!from && !to) return std::nullopt;
    // One end alone: childhood is the other.
    const matching::Born born{from ? from->from : add_months(to->to, -18 * 12),
                              to ? to->to : today + std::chrono::days{300}, false};
    if (born.to < born.from) return refuse(RefusalCode::not_understood, "born_to");
    return born;
}

Outcome<std::optional<matching::Born>> born_of(const JsonObject& json, Day today)
{
    const auto born = TRY(born_at(json, "born")), between = TRY(born_between(json, today));
    if (between && !(born && born->exact())) return between;
    const auto age = TRY(json.integer_if("age"));
    if (!age || born) return born;
    if (*age < 0 || *age > 120) return refuse(RefusalCode::not_understood, "age");
    return matching::born_at_age(static_cast<int>(*age), today);
}

constexpr std::array<std::string_view, 15> every_key{
    "q",   "forename", "middle", "surname", "sex",      "born",  "born_from", "born_to",
    "age", "house",    "street", "town",    "postcode", "carer", "identifier"};

} // namespace

Outcome<Query> query_from_json(std::string_view text, Day today)
{
    return query_from(TRY(interop::read_json(text)), today);
}

std::string name_in(std::string_view text)
{
    if (const auto json = interop::read_json(text)) return name_of(*json).value_or("");
    // No JSON as a whole; its name may be whole all the same.
    static constexpr std::string_view key = "\"q\"";
    const auto at = text.find(key);
    if (at == text.npos) return "";
    auto rest = trimmed(text.substr(at + key.size()));
    if (!rest.starts_with(':')) return "";
    rest = trimmed(rest.substr(1));
    std::size_t end = 1;
    if (rest.starts_with('"'))
        while (end < rest.size() && rest[end] != '"') end += rest[end] == '\\' ? 2 : 1;
    else
        end = rest.find_first_of(",} \t");
    const std::string value{rest.substr(0, end == rest.npos ? end : end + rest.starts_with('"'))};
    const auto name = interop::read_json("{\"q\":" + value + '}');
    return name ? name_of(*name).value_or("") : "";
}

Outcome<Query> query_from(const JsonObject& json, Day today)
{
    Query query{.q = TRY(name_of(json))};
    matching::Question& question = query.question;
    question.forename = TRY(text(json, "forename"));
    question.middle = TRY(text(json, "middle"));
    question.surname = TRY(text(json, "surname"));
    question.sex = TRY(sex_of(json));
    question.born = TRY(born_of(json, today));
    question.house = TRY(text(json, "house"));
    question.street = TRY(text(json, "street"));
    question.town = TRY(text(json, "town"));
    question.postcode = TRY(text(json, "postcode"));
    question.carer = TRY(text(json, "carer"));
    question.identifier = TRY(text(json, "identifier"));
    for (const std::string_view key : json.keys())
        if (key != "top" && !is_one_of(key, every_key)) query.unknown.emplace_back(key);
    return query;
}

std::string to_json(const Found& found, std::size_t line)
{
    JsonWriter json;
    json.object().key("q").value(found.q);
    if (found.q.empty() && line > 0) json.key("line").value(line);
    json.key("hits").array();
    for (const Hit& hit : found.hits) {
        json.object().key("id").value(hit.id).key("score").value(hit.score, 3);
        json.key("strong").value(hit.strong).key("why").array();
        for (const std::string& reason : hit.why) json.value(reason);
        json.end().end();
    }
    return json.end().key("micros").value(found.micros).end().text();
}

std::string error_json(std::string_view q, std::size_t line, const Refusal& refusal)
{
    JsonWriter json;
    json.object().key("q").value(q).key("hits").array().end().key("micros").value(0);
    json.key("error").object().key("line").value(line).key("field");
    if (refusal.field.empty())
        json.null();
    else
        json.value(refusal.field);
    json.key("code").value(code_name(refusal.code)).key("sentence").value(in_words(refusal));
    return json.end().end().text();
}

} // namespace heed::lookup
