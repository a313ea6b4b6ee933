#include "app/layout.hpp"

#include "pieces/page.hpp"

namespace heed::app {

namespace {

using permission::Right;

struct Place {
    const char* text;
    const char* address;
    Right right;
};

/// Five or fewer for each role: they fit without a menu that opens.
constexpr Place places[] = {
    {"My children", "/my-children", Right::see_own_list},
    {"Enquiry desk", "/enquiries/new", Right::enquire},
    {"Enquiries", "/enquiries", Right::see_enquiries},
    {"Children on a plan", "/list", Right::see_list},
    {"Change-over", "/changeover", Right::import_register},
    {"Recorded twice?", "/review", Right::decide_links},
    {"Directory", "/directory", Right::see_directory},
    {"Users", "/users", Right::manage_users},
    {"Notices", "/inbox", Right::own_account},
};

std::vector<markup::NavigationItem> navigation(const permission::Visitor& visitor,
                                               const std::string& active)
{
    std::vector<markup::NavigationItem> items;
    for (const Place& place : places)
        if (visitor.desk.may(place.right))
            items.push_back({.text = std::string{place.text},
                             .href = markup::Url{place.address},
                             .active = active == place.address});
    return items;
}

markup::Html user_line(const permission::Visitor& visitor)
{
    return pieces::user_line({.who = "Signed in as " + visitor.person.name + ", " +
                                     std::string{permission::in_words(visitor.person.role)},
                              .note = "Every page you open is recorded.",
                              .csrf = visitor.csrf});
}

pieces::Page frame(const office::Authority& authority, const web::Assets& assets)
{
    pieces::Page page{
        .title = {}, .organisation = authority.name, .service_name = "Heed", .main = {}};
    page.assets = {assets.url("heed.css"), assets.url("heed.js"), assets.url("icon.svg")};
    if (authority.demonstration)
        page.footer.push_back(
            markup::Html::escaped("Demonstration: every person and number here is invented"));
    return page;
}

} // namespace

permission::PageMaker page_maker(const office::Authority& authority, const web::Assets& assets)
{
    return [&authority, &assets](const web::Request&, const permission::Visitor* visitor,
                                 permission::PageContent content) {
        pieces::Page page = frame(authority, assets);
        page.title = std::move(content.title);
        page.before_main = std::move(content.before_main);
        page.main = std::move(content.main);
        if (visitor != nullptr) {
            page.navigation = navigation(*visitor, content.active_navigation);
            page.user_line = user_line(*visitor);
            page.footer.push_back(markup::link("Old words and new", "/words"));
            page.footer.push_back(markup::link("Your account", "/account"));
        }
        return web::html(content.status, pieces::page_skeleton(page).take());
    };
}

web::Router::OnTrouble trouble_pages(const office::Authority& authority, const web::Assets& assets)
{
    return [&authority, &assets](const web::Request& request, const web::Trouble& trouble) {
        if (request.path.starts_with("/api/"))
            return web::problem(trouble.status, trouble.title, trouble.detail, trouble.code);
        pieces::Page page = frame(authority, assets);
        page.title = std::string{trouble.title};
        page.main = markup::heading(1, std::string{trouble.title}, "govuk-heading-l");
        if (!trouble.detail.empty()) page.main << markup::paragraph(std::string{trouble.detail});
        if (trouble.status >= 500)
            page.main << markup::paragraph("If a child's safety depends on this page now, ring " +
                                           authority.duty_telephone + ".");
        page.main << markup::paragraph(markup::link("Go to the start", "/"));
        return web::html(trouble.status, pieces::page_skeleton(page).take());
    };
}

} // namespace heed::app
