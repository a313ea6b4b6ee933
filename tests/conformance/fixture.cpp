#include "conformance/fixture.hpp"

#include <cmath>

namespace heed::conformance {

using namespace heed::markup;

const value& at(const value& object, std::string_view key)
{
    static const value nothing;
    if (!object.is_object()) return nothing;
    const value* member = object.as_object().if_contains(key);
    return member ? *member : nothing;
}

bool truthy(const value& json)
{
    if (json.is_null()) return false;
    if (json.is_bool()) return json.as_bool();
    if (json.is_string()) return !json.as_string().empty();
    if (json.is_number()) return json.to_number<double>() != 0;
    return true;
}

std::string text(const value& json)
{
    if (json.is_null()) return {};
    if (json.is_string()) return std::string{json.as_string()};
    return boost::json::serialize(json);
}

std::string text(const value& object, std::string_view key) { return text(at(object, key)); }

std::optional<std::string> maybe_text(const value& object, std::string_view key)
{
    const value& member = at(object, key);
    if (member.is_null()) return std::nullopt;
    return text(member);
}

std::optional<bool> maybe_bool(const value& object, std::string_view key)
{
    const value& member = at(object, key);
    if (!member.is_bool()) return std::nullopt;
    return member.as_bool();
}

int number(const value& object, std::string_view key, int otherwise)
{
    return truthy(at(object, key)) ? std::stoi(text(object, key)) : otherwise;
}

Html raw(const value& object, std::string_view key)
{
    return FixtureMarkup::raw(text(object, key));
}

Words words(const value& object, std::string_view html_key, std::string_view text_key)
{
    if (truthy(at(object, html_key))) return raw(object, html_key);
    return text(object, text_key);
}

std::optional<Words> maybe_words(const value& object, std::string_view html_key,
                                 std::string_view text_key)
{
    if (!truthy(at(object, html_key)) && !truthy(at(object, text_key))) return std::nullopt;
    return words(object, html_key, text_key);
}

Attributes attributes(const value& object, std::string_view key)
{
    Attributes all;
    const value& given = at(object, key);
    if (given.is_object())
        for (const auto& [name, content] : given.as_object()) all.set(name, text(content));
    return all;
}

std::optional<Url> maybe_url(const value& object, std::string_view key)
{
    if (!truthy(at(object, key))) return std::nullopt;
    return Url{text(object, key)};
}

Url url(const value& object, std::string_view key, const char* otherwise)
{
    return maybe_url(object, key).value_or(Url{otherwise});
}

std::vector<std::pair<std::size_t, const value*>> elements(const value& object,
                                                           std::string_view key)
{
    std::vector<std::pair<std::size_t, const value*>> all;
    const value& list = at(object, key);
    if (!list.is_array()) return all;
    std::size_t place = 0;
    for (const value& element : list.as_array()) {
        if (truthy(element)) all.emplace_back(place, &element);
        ++place;
    }
    return all;
}

} // namespace heed::conformance
