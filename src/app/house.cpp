#include "app/house.hpp"

#include "account/pages.hpp"
#include "app/layout.hpp"
#include "app/start_pages.hpp"
#include "desk/desk_pages.hpp"
#include "listing/list_pages.hpp"
#include "office/draft.hpp"
#include "outbox/inbox_pages.hpp"
#include "pieces/page.hpp"

namespace heed::asset_files {
std::span<const Embedded> embedded_files();
}

namespace heed::app {

/// Built in the order in which one part leans on another.
class House::Rooms {
public:
    explicit Rooms(OpenRecord& record)
        : assets_{asset_files::embedded_files()},
          office_{*record.database, record.clock,     record.randomness,
                  *record.pack,     record.authority, page_maker(record.authority, assets_)},
          accounts_{*record.database, record.pen()},
          guard_{{*record.database, record.pen(), office_.page, keep_draft()}},
          account_means_{*record.database, record.clock, accounts_, guard_,
                         "Heed " + record.authority.name},
          answering_{office_, people_}
    {
        record.database->read([&](store::Snapshot& records) { people_.load(records); });
        router_.allow_script(pieces::script_hash());
        router_.on_trouble(trouble_pages(record.authority, assets_));
        router_.add(
            web::Method::get, web::Assets::pattern, "Style sheet, script and icon.",
            guard_.open([this](const web::Request& request) { return assets_.serve(request); }));
        account::routes(router_, account_means_);
        outbox::routes(router_, guard_, {*record.database, record.pen(), office_.page});
        listing::routes(router_, guard_, office_);
        start_routes(router_, guard_, office_);
        office::draft_routes(router_, guard_, office_);
        desk::routes(router_, guard_, answering_);
    }

    const web::Router& router() const { return router_; }

private:
    /// A form that cannot be taken just now, because the session ended, is found again where it
    /// was typed.
    permission::KeepDraft keep_draft()
    {
        return [this](const permission::UserId& user, const web::Request& request) {
            const auto [form, path] = desk::draft_of_post(request);
            if (form.empty()) return std::string{"/"};
            office_.database.write([&](store::Transaction& records) {
                office::keep_draft(records, user.text(), form, request.form, office_.clock.now());
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
    web::Router router_;
};

House::House(OpenRecord& record) : rooms_{std::make_unique<Rooms>(record)} {}

House::~House() = default;

const web::Router& House::router() const { return rooms_->router(); }

} // namespace heed::app
