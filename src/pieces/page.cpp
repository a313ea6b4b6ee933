#include "pieces/page.hpp"

#include "forms/form.hpp"

namespace heed::pieces {

using namespace heed::markup;

namespace {

// Told by its hash in the policy: not a letter may change without the hash.
constexpr Literal script_marker{
    "document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' "
    "govuk-frontend-supported' : '');"};

Html head(const Page& page)
{
    Html html;
    html << "<head><meta charset=\"utf-8\"><title>"
         << (page.has_problems ? page.problem_word : std::string{}) << page.title << " – "
         << page.service_name << " – " << page.organisation
         << "</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1, "
            "viewport-fit=cover\"><meta name=\"robots\" content=\"noindex\">"
            // Numbers that are not telephone numbers must not become links on a telephone.
            "<meta name=\"format-detection\" content=\"telephone=no\">"
            "<link rel=\"icon\" type=\"image/svg+xml\" href=\""
         << page.assets.icon << "\"><link rel=\"stylesheet\" href=\"" << page.assets.style
         << "\"></head>";
    return html;
}

Html masthead(const Page& page)
{
    Html html;
    html << "<header class=\"heed-header\"><div class=\"heed-masthead\">"
            "<div class=\"govuk-width-container heed-masthead__row\">"
         << generic_header({.logo = page.organisation, .container_classes = "heed-masthead__name"})
         << page.user_line
         << "</div></div>"
         // No menu button: it needs script and moves the page when it arrives.
         << service_navigation({.service_name = page.service_name,
                                .service_url = "/",
                                .navigation = page.navigation,
                                .collapse_on_mobile = false,
                                .navigation_label = page.navigation_label,
                                .label = page.service_name});
    // In the header, so that it stands in a landmark and the skip link passes it by.
    if (!page.before_main.empty())
        html << "<div class=\"govuk-width-container heed-before\">" << page.before_main << "</div>";
    html << "</header>";
    return html;
}

Html footer(const Page& page)
{
    Html html{"<footer class=\"heed-footer\"><div class=\"govuk-width-container\"><ul "
              "class=\"heed-footer__list\">"};
    for (const Html& item : page.footer) html << "<li>" << item << "</li>";
    html << "</ul></div></footer>";
    return html;
}

Html in_columns(Literal classes, const Html& first, const Html& second)
{
    Html html;
    html << "<div class=\"" << classes << "\"><div>" << first << "</div><div>" << second
         << "</div></div>";
    return html;
}

} // namespace

Html page_skeleton(const Page& page)
{
    Html html{"<!DOCTYPE html>\n"};
    html << "<html lang=\"" << page.lang << "\""
         << (page.right_to_left ? Html{" dir=\"rtl\""} : Html{}) << " class=\"govuk-template\">"
         << head(page) << "<body class=\"govuk-template__body\"><script>" << script_marker
         << "</script>" << skip_link({.text = page.skip_text, .href = "#main-content"})
         << masthead(page) << "<div class=\"govuk-width-container\">"
         << "<main class=\"govuk-main-wrapper heed-main\" id=\"main-content\">" << page.main
         << "</main></div>";
    if (!page.footer.empty()) html << footer(page);
    html << "<script type=\"module\" src=\"" << page.assets.script
         << "\"></script></body></html>\n";
    return html;
}

Html user_line(const UserLine& options)
{
    Html html{"<div class=\"heed-user\"><p class=\"heed-user__who\">"};
    html << options.who.html();
    if (!options.note.empty())
        html << " <span class=\"heed-user__note\">" << options.note << "</span>";
    Html out;
    out << "<button type=\"submit\" class=\"heed-link-button\">" << options.sign_out_text
        << "</button>";
    html << "</p>"
         << forms::form({.action = options.sign_out, .csrf = options.csrf, .content = out})
         << "</div>";
    return html;
}

std::string_view script_hash() { return "sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw="; }

Html columns(const Html& main, const Html& side) { return in_columns("heed-columns", main, side); }

Html even_columns(const Html& left, const Html& right)
{
    return in_columns("heed-columns heed-columns--even", left, right);
}

Html print_only(const Html& content)
{
    return Html{"<div class=\"heed-print-only\">"} + content + Html{"</div>"};
}

Html not_printed(const Html& content)
{
    return Html{"<div class=\"heed-not-printed\">"} + content + Html{"</div>"};
}

} // namespace heed::pieces
