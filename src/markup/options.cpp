#include "markup/options.hpp"

#include "core/ensure.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <array>

namespace heed::markup {
namespace {

// Addresses go through Url; `on…` would run script and `style` would be refused by the policy.
bool may_be_set(std::string_view name)
{
    constexpr std::array banned{"style", "href", "src", "action", "formaction", "srcdoc", "srcset"};
    const auto in_a_name = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '_' || c == '.' || c == ':';
    };
    const std::string lower = lower_ascii(name);
    return !name.empty() && std::ranges::all_of(name, in_a_name) && !lower.starts_with("on") &&
           std::ranges::find(banned, lower) == banned.end();
}

} // namespace

Attributes::Attributes(std::initializer_list<std::pair<std::string_view, std::string_view>> all)
{
    for (const auto& [name, value] : all) set(name, value);
}

Attributes& Attributes::set(std::string_view name, std::string_view value)
{
    ensure(may_be_set(name), "this attribute cannot be set by name");
    html_ << " " << name << "=\"" << value << "\"";
    return *this;
}

Attributes& Attributes::flag(std::string_view name)
{
    ensure(may_be_set(name), "this attribute cannot be set by name");
    html_ << " " << name;
    return *this;
}

Attributes& Attributes::add(const Attributes& more)
{
    html_ << more.html_;
    return *this;
}

Html class_attribute(Literal base, std::string_view more)
{
    Html html;
    html << " class=\"" << base;
    if (!more.empty()) html << " " << more;
    html << "\"";
    return html;
}

Html attribute_unless_empty(Literal name, std::string_view value)
{
    Html html;
    if (!value.empty()) html << " " << name << "=\"" << value << "\"";
    return html;
}

Html truth_attribute(Literal name, std::optional<bool> value)
{
    Html html;
    if (value)
        html << " " << name << "=\"" << (*value ? Literal{"true"} : Literal{"false"}) << "\"";
    return html;
}

std::string join_classes(std::string_view base, std::string_view more)
{
    std::string classes{base};
    if (!more.empty()) (classes += ' ') += more;
    return classes;
}

} // namespace heed::markup
