#include "app/house.hpp"

#include "account/pages.hpp"
#include "app/findable.hpp"
#include "app/layout.hpp"
#include "app/start_pages.hpp"
#include "casefile/casefile_pages.hpp"
#include "clerk/clerk_pages.hpp"
#include "correction/forms_pages.hpp"
#include "desk/desk_pages.hpp"
#include "desk/list_page.hpp"
#include "directory/directory_pages.hpp"
#include "enquiry/enquiry_store.hpp"
#include "enquiry/enquiry_wire.hpp"
#include "listing/list_pages.hpp"
#include "lookup/lookup_wire.hpp"
#include "misses/misses_pages.hpp"
#include "misses/waking_store.hpp"
#include "office/draft.hpp"
#include "outbox/inbox_pages.hpp"
#include "permission/refusal_pages.hpp"
#include "pieces/page.hpp"
#include "review/review_pages.hpp"

namespace heed::asset_files {
std::span<const Embedded> embedded_files();
}

namespace heed::app {

namespace {

/// The enquiries about a child, as its chronology tells them: the last hundred.
std::vector<casefile::ChronologyLine>
enquiries_about(store::Records& records, const child::ChildId& child, const office::AsOf&)
{
    std::vector<casefile::ChronologyLine> lines;
    for (const auto& line : enquiry::lines_about(records, child, 100))
        lines.push_back({.on = day_in_england(line.asked_at),
                         .title = "Enquiry by " + line.agency,
                         .text = line.reason + " (" + desk::short_answer(line.answer) + ")",
                         .source = "Enquiry desk",
                         .link = "/enquiries/" + line.receipt,
                         .link_words = "Receipt " + line.receipt});
    return lines;
}

} // namespace

/// Built in the order in which one part leans on another.
class House::Rooms {
public:
    Rooms(OpenRecord& record, bool mails)
        : assets_{asset_files::embedded_files()},
          office_{*record.database, record.clock,     record.randomness,
                  *record.pack,     record.authority, page_maker(record.authority, assets_)},
          accounts_{*record.database, record.pen(), {}, key_from_environment()},
          guard_{{*record.database, record.pen(), office_.page, keep_draft()}},
          account_means_{*record.database, record.clock, accounts_, guard_,
                         "Heed " + record.authority.name},
          answering_{office_, people_, mails}, imports_{office_}
    {
        open_people(record, people_);
        router_.allow_script(pieces::script_hash());
        router_.on_trouble(trouble_pages(record.authority, assets_));
        router_.add(
            web::Method::get, web::Assets::pattern, "Style sheet, script and icon.",
            guard_.open([this](const web::Request& request) { return assets_.serve(request); }));
        account::routes(router_, account_means_);
        outbox::routes(router_, guard_, {*record.database, record.pen(), office_.page});
        listing::routes(router_, guard_, office_);
        directory::routes(router_, guard_, office_);
        casefile::routes(router_, guard_, {office_, people_, {enquiries_about}});
        correction::routes(router_, guard_, office_, people_);
        clerk::routes(router_, guard_, office_, imports_);
        review::routes(router_, guard_, office_, people_);
        misses::routes(router_, guard_, office_);
        start_routes(router_, guard_, office_);
        office::draft_routes(router_, guard_, office_);
        desk::routes(router_, guard_, answering_);
        enquiry::routes(router_, guard_, answering_);
        lookup::routes(router_, guard_, office_, people_);
    }

    const web::Router& router() const { return router_; }
    int wake() { return misses::Waking{office_, people_}.look(); }

    const family::People& people() const { return people_; }

private:
    /// A form whose session has ended is found again where it was typed.
    permission::KeepDraft keep_draft()
    {
        return [this](const permission::UserId& user, const web::Request& request) {
            auto [form, path] = desk::draft_of_post(request);
            if (form.empty()) {
                const auto place = correction::draft_of_post(request);
                std::tie(form, path) = std::tie(place.form, place.path);
            }
            web::Fields typed = permission::typed_in(request);
            if (form.empty()) std::tie(form, path) = office::place_of_posted(request, typed);
            if (form.empty()) return std::string{}; // Nothing was typed.
            office_.database.write([&](store::Transaction& records) {
                office::keep_draft(records, user.text(), form, typed, office_.clock.now());
            });
            return path;
        };
    }

    web::Assets assets_;
    office::Office office_;
    account::Accounts accounts_;
    permission::Guard guard_;
    account::Means account_means_;
    family::People people_;
    enquiry::Answering answering_;
    clerk::Running imports_;
    web::Router router_;
};

House::House(OpenRecord& record, bool mails) : rooms_{std::make_unique<Rooms>(record, mails)} {}

House::~House() = default;

const web::Router& House::router() const { return rooms_->router(); }

int House::ask_open_questions_again() { return rooms_->wake(); }

const family::People& House::people() const { return rooms_->people(); }

} // namespace heed::app
