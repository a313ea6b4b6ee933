#include "forms/form.hpp"

#include "core/digest.hpp"

namespace heed::forms {

namespace {

constexpr char between = '~';

/// Two forms of one page are two errands.
std::string own_token(const Form& form)
{
    const auto [csrf, key] = read_form_token(form.csrf);
    if (key.empty()) return form.csrf;
    std::string what{key};
    what += form.action.text();
    what += form.content.view();
    return form_token(std::string{csrf}, sha256_hex(what).substr(0, 32));
}

} // namespace

std::string form_token(const std::string& csrf, const std::string& key)
{
    return csrf + between + key;
}

FormToken read_form_token(std::string_view text)
{
    const auto at = text.find(between);
    if (at == std::string_view::npos) return {text, {}};
    return {text.substr(0, at), text.substr(at + 1)};
}

using markup::attribute_unless_empty;
using markup::class_attribute;
using markup::truth_attribute;

Html error_summary(const ErrorSummary& options)
{
    Html html;
    html << "<div" << class_attribute("govuk-error-summary", options.classes)
         << truth_attribute("data-disable-auto-focus", options.disable_auto_focus)
         << options.attributes.html()
         << " data-module=\"govuk-error-summary\">"
         // The alert is a child, or moving the focus here would cut off what is being read out.
         << "<div role=\"alert\"><h2 class=\"govuk-error-summary__title\">" << options.title.html()
         << "</h2><div class=\"govuk-error-summary__body\">";
    if (options.description) html << "<p>" << options.description->html() << "</p>";
    if (!options.errors.empty()) {
        html << "<ul class=\"govuk-list govuk-error-summary__list\">";
        for (const ErrorLink& error : options.errors) {
            html << "<li>";
            if (error.href)
                html << "<a href=\"" << *error.href << "\"" << error.attributes.html() << ">"
                     << error.text.html() << "</a>";
            else
                html << error.text.html();
            html << "</li>";
        }
        html << "</ul>";
    }
    html << "</div></div></div>";
    return html;
}

Html form(const Form& options)
{
    Html html;
    html << "<form method=\"post\" action=\"" << options.action << "\""
         << attribute_unless_empty("id", options.id)
         << attribute_unless_empty("class", options.classes);
    if (options.files) html << " enctype=\"multipart/form-data\"";
    if (!options.draft.empty())
        html << " data-draft=\"" << options.draft << "\" data-draft-kept=\"" << options.draft_kept
             << "\" data-draft-failed=\"" << options.draft_failed << "\"";
    // What is wrong is said by the server, in our words and at the field, so the browser is told
    // not to stop the form on its own.
    html << " novalidate>";
    if (!options.csrf.empty())
        html << "<input type=\"hidden\" name=\"" << std::string_view{csrf_field} << "\" value=\""
             << own_token(options) << "\">";
    html << options.content;
    if (!options.draft.empty()) html << "<p class=\"heed-draft\" role=\"status\"></p>";
    html << "</form>";
    return html;
}

} // namespace heed::forms
