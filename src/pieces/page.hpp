#pragma once

#include "markup/components_page.hpp"
#include "markup/html.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace heed::pieces {

/// Where the three files of every page are; the server's addresses change with each release.
struct PageAssets {
    markup::Url style = "/assets/heed.css", script = "/assets/heed.js", icon = "/assets/icon.svg";
};

/// Everything around a page's content. It decides language and direction in one place, so that no
/// page can forget them.
struct Page {
    /// Of the window and the history, which others see: what kind of page it is, never a person.
    std::string title;
    bool has_problems = false; ///< the title begins with `problem_word`
    std::string problem_word = "Error: ";
    std::string organisation; ///< on the bar and in the title
    std::string service_name;
    std::vector<markup::NavigationItem> navigation = {};
    markup::Html user_line = {};   ///< who is signed in; `user_line` below makes it
    markup::Html before_main = {}; ///< breadcrumbs or a back link
    markup::Html main;
    std::vector<markup::Html> footer = {}; ///< each becomes an item
    std::string lang = "en";
    bool right_to_left = false;
    std::string skip_text = "Skip to main content";
    std::string navigation_label = "Menu";
    PageAssets assets = {};
};
markup::Html page_skeleton(const Page& page);

/// "Signed in as NAME, ROLE", a note, and a button that signs out by POST.
struct UserLine {
    markup::Words who;
    std::string note = {}; ///< hidden on telephones
    markup::Url sign_out = "/sign-out";
    std::string sign_out_text = "Sign out";
    std::string csrf = {};
};
markup::Html user_line(const UserLine& options);

/// The hash of the one script that stands in each page, for web::Router::allow_script. A page needs
/// no more of the policy than `'self'` for scripts, styles, images, connections and forms.
std::string_view script_hash();

/// A page's columns: two thirds and one third, or two halves; one below the other on telephones.
markup::Html columns(const markup::Html& main, const markup::Html& side);
markup::Html even_columns(const markup::Html& left, const markup::Html& right);

markup::Html print_only(const markup::Html& content);
markup::Html not_printed(const markup::Html& content);

} // namespace heed::pieces
