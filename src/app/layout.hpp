#pragma once

#include "office/office.hpp"
#include "web/assets.hpp"

namespace heed::app {

/// The head, navigation and foot of every page, the same everywhere: whoever is signed in sees only
/// the places that their role may go.
permission::PageMaker page_maker(const office::Authority& authority, const web::Assets& assets);

/// The page for what no handler answered: nothing of the request stands on it.
web::Router::OnTrouble trouble_pages(const office::Authority& authority, const web::Assets& assets);

} // namespace heed::app
