#include "permission/refusal_pages.hpp"

#include "forms/fields.hpp"
#include "forms/form.hpp"
#include "markup/components_text.hpp"

namespace heed::permission {

namespace {

using markup::Html;

// A secret is never sent back; it is typed again.
bool is_secret(std::string_view field)
{
    return field.contains("password") || field == "current" || field == "code" ||
           field == forms::csrf_field;
}

/// What was typed, shown and ready to be sent again. Files cannot be given back.
Html typed_again(const std::string& action, const web::Fields& fields, const std::string& csrf)
{
    Html rows, hidden;
    for (const auto& [name, value] : fields) {
        if (is_secret(name) || name.starts_with('/')) continue;
        hidden << "<input type=\"hidden\" name=\"" << name << "\" value=\"" << value << "\">";
        if (value.empty()) continue;
        rows << "<li>" << value << "</li>";
    }
    Html typed;
    typed << "<ul class=\"govuk-list govuk-list--bullet\">" << rows << "</ul>";
    return typed + forms::form({.action = action,
                                .csrf = csrf,
                                .content = hidden + markup::button({.text = "Save again"})});
}

} // namespace

web::Fields typed_in(const web::Request& request)
{
    web::Fields typed;
    for (const auto& [name, value] : request.form)
        if (!is_secret(name) && !value.empty()) typed.add(name, value);
    return typed;
}

PageContent kept_form_page(const std::string& action, const web::Fields& typed,
                           const std::string& csrf)
{
    Html main = markup::heading(1, "Nothing was saved yet", "govuk-heading-l");
    main << markup::paragraph("Your session had ended when you sent this. This is what you typed:")
         << typed_again(action, typed, csrf);
    return {.title = "Nothing was saved yet", .active_navigation = {}, .main = main};
}

PageContent not_allowed_page()
{
    Html main = markup::heading(1, "You cannot do this", "govuk-heading-l");
    main << markup::paragraph(std::string{sentence(RefusalCode::not_allowed)});
    main << markup::paragraph("That you tried has been written down.");
    return {.title = "You cannot do this", .active_navigation = {}, .main = main, .status = 403};
}

PageContent form_expired_page(const web::Request& request, const std::string& csrf,
                              const std::string& kept_at)
{
    Html main = forms::error_summary(
        {.errors = {{.text = std::string{sentence(RefusalCode::form_expired)}}}});
    main << markup::heading(1, "Nothing was saved yet", "govuk-heading-l");
    if (kept_at.empty())
        main << markup::paragraph("You signed in again after opening this page. This is what you "
                                  "typed:")
             << typed_again(request.path, request.form, csrf);
    else
        main << markup::button({.text = "Go back to what you typed", .href = kept_at});
    return {.title = "Nothing was saved yet", .active_navigation = {}, .main = main, .status = 422};
}

PageContent sent_already_page(const web::Request& request, const std::string& csrf)
{
    Html main = forms::error_summary(
        {.errors = {{.text = std::string{sentence(RefusalCode::already_sent)}}}});
    main << markup::heading(1, "This was sent before", "govuk-heading-l")
         << markup::paragraph("This is what you typed now. It was not saved:")
         << typed_again(request.path, request.form, csrf);
    return {.title = "This was sent before", .active_navigation = {}, .main = main, .status = 409};
}

} // namespace heed::permission
