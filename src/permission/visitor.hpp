#pragma once

#include "markup/html.hpp"
#include "permission/desk.hpp"
#include "web/request.hpp"

#include <functional>
#include <optional>
#include <string>

namespace heed::permission {

/// Who stands behind one request: the person, their desk, and the session they came with.
struct Visitor {
    SignedIn person;
    Desk desk;
    std::string csrf;                 ///< goes into every form; empty for a program
    std::optional<SessionId> session; ///< none for a program, which came with a token
};

/// What a room makes of a page. The app puts head, navigation and the rest around it.
struct PageContent {
    std::string title;             ///< what kind of page it is; never a person
    std::string active_navigation; ///< the address of the entry to mark, as `/list`; may be empty
    markup::Html main;
    unsigned status = 200;
    markup::Html before_main = {}; ///< a back link or breadcrumbs
};

/// Finishes every page of every room; the app gives it. The visitor is null when nobody is signed
/// in.
using PageMaker = std::function<web::Response(const web::Request&, const Visitor*, PageContent)>;

} // namespace heed::permission
