#include "directory/directory_pages.hpp"

#include "directory/directory_page.hpp"
#include "directory/directory_store.hpp"
#include "markup/components_page.hpp"
#include "permission/users.hpp"

namespace heed::directory {

namespace {

using office::Sheet;
using permission::Right;
using permission::Visitor;
using web::Method;
using web::Request;
using web::Response;

class Pages {
public:
    explicit Pages(const office::Office& office) : office_{office} {}

    Response list(const Request& request, Visitor& visitor) const
    {
        const auto permit = visitor.desk.look<Right::see_directory>("directory.seen", "", "");
        if (!permit) return web::html(403, {});
        auto page = office_.database.read([&](store::Snapshot& records) {
            return DirectoryPage{agencies(records, now()), professionals(records, now())};
        });
        page.may_change = visitor.desk.may(Right::change_directory);
        return show(request, visitor, {.title = "Directory", .main = directory_page(page)});
    }

    Response agency(const Request& request, Visitor& visitor) const
    {
        const auto id = request.id_parameter<AgencyId>("id");
        const auto held = id ? office_.database.read([&](store::Snapshot& records) {
            return find(records, *id, now());
        })
                             : std::nullopt;
        if (!held) return web::html(404, {});
        return agency_form(request, visitor, Sheet{fields_of(*held)});
    }

    Response new_agency(const Request& request, Visitor& visitor) const
    {
        return agency_form(request, visitor, Sheet{});
    }

    Response save_agency(const Request& request, Visitor& visitor) const
    {
        const Sheet sheet{request.form};
        const auto saved = write(
            visitor, "agency",
            [&](store::Transaction& records, const office::Stamp& stamp) -> Outcome<std::string> {
                return save(records, stamp, TRY(entry_of<AgencyId>(request)), agency_in(sheet));
            });
        if (!saved) return agency_form(request, visitor, Sheet{request.form, saved.error()});
        return web::see_other("/directory");
    }

    Response professional(const Request& request, Visitor& visitor) const
    {
        const auto id = request.id_parameter<ProfessionalId>("id");
        const auto held = id ? office_.database.read([&](store::Snapshot& records) {
            return find(records, *id, now());
        })
                             : std::nullopt;
        if (!held) return web::html(404, {});
        return professional_form(request, visitor, Sheet{fields_of(*held)});
    }

    Response new_professional(const Request& request, Visitor& visitor) const
    {
        return professional_form(request, visitor, Sheet{});
    }

    Response save_professional(const Request& request, Visitor& visitor) const
    {
        const Sheet sheet{request.form};
        const auto saved = write(
            visitor, "professional",
            [&](store::Transaction& records, const office::Stamp& stamp) -> Outcome<std::string> {
                const auto id = TRY(entry_of<ProfessionalId>(request));
                ProfessionalDetails details = TRY(professional_in(sheet));
                details.user = TRY(user_in(records, sheet, id));
                return save(records, stamp, id, details);
            });
        if (!saved) return professional_form(request, visitor, Sheet{request.form, saved.error()});
        return web::see_other("/directory");
    }

private:
    office::AsOf now() const { return {.on = office_.clock.today()}; }

    /// The entry that a form is about; nothing when it is a new one. Refuses `not_found`.
    template <class AnyId> static Outcome<std::optional<AnyId>> entry_of(const Request& request)
    {
        if (!request.path_parameters.has("id")) return std::nullopt;
        auto id = request.id_parameter<AnyId>("id");
        if (!id) return refuse(RefusalCode::not_found);
        return id;
    }

    /// Adds the entry, or changes the one of that id. Gives its id.
    template <class AnyId, class Details>
    static Outcome<std::string> save(store::Transaction& records, const office::Stamp& stamp,
                                     const std::optional<AnyId>& id, const Details& details)
    {
        if (!id) return TRY(add(records, stamp, details)).text();
        TRY_VOID(change(records, stamp, *id, details));
        return id->text();
    }

    /// Carries a change out, with its entry in the ledger.
    template <class Work>
    Outcome<void> write(Visitor& visitor, const std::string& what, Work&& work) const
    {
        return visitor.desk.carry_out([&](store::Transaction& records) -> Outcome<void> {
            const auto permit = TRY(visitor.desk.act<Right::change_directory>(records));
            const std::string id =
                TRY(work(records, office::Stamp{office_.clock.now(), office_.randomness}));
            ledger::append(records, office_.pen(), permit.actor(),
                           {.action = "directory." + what + "_written", .subject = id});
            return {};
        });
    }

    /// Whose account was chosen; as it was, when the form did not ask. Refuses `not_found` for one
    /// that there is not, or that is somebody else's already.
    Outcome<std::string> user_in(store::Transaction& records, const Sheet& sheet,
                                 const std::optional<ProfessionalId>& id) const
    {
        if (!sheet.typed().has("user")) {
            const auto held = id ? find(records, *id, now()) : std::nullopt;
            return held ? held->user : std::string{};
        }
        std::string user = sheet.text("user");
        if (user.empty()) return user;
        const auto known = permission::list_users(records);
        const auto other = of_user(records, user);
        if (std::ranges::find(known, user, [](const auto& one) { return one.id.text(); }) ==
                known.end() ||
            (other && other->id != id))
            return refuse(RefusalCode::not_found, "user");
        return user;
    }

    /// The accounts of those who are nobody else in the directory.
    std::vector<std::pair<std::string, std::string>>
    free_users(store::Snapshot& records, const std::vector<Professional>& professionals,
               const Sheet& sheet) const
    {
        std::vector<std::pair<std::string, std::string>> found;
        for (const auto& user : permission::list_users(records)) {
            const std::string id = user.id.text();
            const bool taken =
                std::ranges::find(professionals, id, &Professional::user) != professionals.end();
            if (!taken || id == sheet.text("user"))
                found.emplace_back(id,
                                   user.name + ", " + std::string{permission::in_words(user.role)});
        }
        return found;
    }

    static EntryForm form_of(const Request& request, const Visitor& visitor)
    {
        return {.address = request.path,
                .csrf = visitor.csrf,
                .is_new = !request.path_parameters.has("id")};
    }

    Response agency_form(const Request& request, Visitor& visitor, const Sheet& sheet) const
    {
        return show(request, visitor,
                    {.title = "Agency",
                     .main = agency_page(form_of(request, visitor), sheet),
                     .status = sheet.status()});
    }

    Response professional_form(const Request& request, Visitor& visitor, const Sheet& sheet) const
    {
        const auto choices = office_.database.read([&](store::Snapshot& records) {
            Choices found{agencies(records, now()), professionals(records, now())};
            found.users = free_users(records, found.professionals, sheet);
            return found;
        });
        return show(request, visitor,
                    {.title = "Professional",
                     .main = professional_page(form_of(request, visitor), sheet, choices),
                     .status = sheet.status()});
    }

    Response show(const Request& request, Visitor& visitor, permission::PageContent content) const
    {
        content.active_navigation = "/directory";
        if (request.path != "/directory")
            content.before_main =
                markup::back_link({.text = "Directory", .href = markup::Url{"/directory"}});
        return office_.page(request, &visitor, std::move(content));
    }

    const office::Office& office_;
};

} // namespace

void routes(web::Router& router, const permission::Guard& guard, const office::Office& office)
{
    const auto pages = std::make_shared<Pages>(office);
    const auto to = [&](auto handler) {
        return [pages, handler](const Request& request, Visitor& visitor) {
            return ((*pages).*handler)(request, visitor);
        };
    };
    constexpr auto change = Right::change_directory;
    router.add(Method::get, "/directory", "Agencies and professionals, with their numbers.",
               guard.signed_in<Right::see_directory>(to(&Pages::list)));
    router.add(Method::get, "/directory/agencies/new", "A form to add an agency.",
               guard.signed_in<change>(to(&Pages::new_agency)));
    router.add(Method::post, "/directory/agencies/new", "Adds an agency.",
               guard.command<change>(to(&Pages::save_agency)));
    router.add(Method::get, "/directory/agencies/{id}", "A form to change an agency.",
               guard.signed_in<change>(to(&Pages::agency)));
    router.add(Method::post, "/directory/agencies/{id}", "Changes an agency.",
               guard.command<change>(to(&Pages::save_agency)));
    router.add(Method::get, "/directory/professionals/new", "A form to add a professional.",
               guard.signed_in<change>(to(&Pages::new_professional)));
    router.add(Method::post, "/directory/professionals/new", "Adds a professional.",
               guard.command<change>(to(&Pages::save_professional)));
    router.add(Method::get, "/directory/professionals/{id}", "A form to change a professional.",
               guard.signed_in<change>(to(&Pages::professional)));
    router.add(Method::post, "/directory/professionals/{id}", "Changes a professional.",
               guard.command<change>(to(&Pages::save_professional)));
}

} // namespace heed::directory
