#include "forms/parts.hpp"

namespace heed::forms {

using markup::attribute_unless_empty;
using markup::class_attribute;
using markup::Literal;

Html label(const Label& options, const std::string& for_id)
{
    Html html;
    if (options.text.empty()) return html;
    html << "<label" << class_attribute("govuk-label", options.classes) << options.attributes.html()
         << attribute_unless_empty("for", for_id) << ">" << options.text.html() << "</label>";
    if (!options.is_page_heading) return html;
    return Html{"<h1 class=\"govuk-label-wrapper\">"} + html + Html{"</h1>"};
}

Html hint(const Hint& options)
{
    Html html;
    html << "<div" << attribute_unless_empty("id", options.id)
         << class_attribute("govuk-hint", options.classes) << options.attributes.html() << ">"
         << options.text.html() << "</div>";
    return html;
}

Html error_message(const ErrorMessage& options)
{
    Html html;
    html << "<p" << attribute_unless_empty("id", options.id)
         << class_attribute("govuk-error-message", options.classes) << options.attributes.html()
         << ">";
    if (!options.visually_hidden_text.empty())
        html << "<span class=\"govuk-visually-hidden\">" << options.visually_hidden_text
             << ":</span> ";
    html << options.text.html() << "</p>";
    return html;
}

Described describe(const std::string& id, const std::optional<Hint>& hint_options,
                   const std::optional<ErrorMessage>& error, std::string described_by)
{
    Described described{.html = {}, .ids = std::move(described_by)};
    const auto also = [&](const std::string& more) {
        if (!described.ids.empty()) described.ids += ' ';
        described.ids += more;
    };
    if (hint_options) {
        Hint with_id = *hint_options;
        with_id.id = id + "-hint";
        also(with_id.id);
        described.html << hint(with_id);
    }
    if (error) {
        ErrorMessage with_id = *error;
        with_id.id = id + "-error";
        also(with_id.id);
        described.html << error_message(with_id);
    }
    return described;
}

Html around(const std::optional<Words>& words) { return words ? words->html() : Html{}; }

Html form_group(const FormGroup& options, bool has_error, const Html& content)
{
    Html html;
    html << "<div"
         << class_attribute(has_error ? Literal{"govuk-form-group govuk-form-group--error"}
                                      : Literal{"govuk-form-group"},
                            options.classes)
         << options.attributes.html() << ">" << content << "</div>";
    return html;
}

} // namespace heed::forms
