#pragma once

#include "permission/sessions.hpp"
#include "permission/visitor.hpp"
#include "web/router.hpp"

namespace heed::permission {

/// The cookie that holds a session's token.
inline constexpr std::string_view session_cookie = "session";

using VisitorHandler = std::function<web::Response(const web::Request&, Visitor&)>;
using StepHandler = std::function<web::Response(const web::Request&, const Session&)>;

/// Keeps what was typed in a form that cannot be taken just now (the session ended, or the page
/// was older than the session), for the user whom it belongs to. Gives the local path where they
/// find it again; empty when it keeps no such form.
using KeepDraft = std::function<std::string(const UserId&, const web::Request&)>;

/// What a Guard needs; all of it outlives it.
struct GuardParts {
    store::Database& database;
    ledger::Pen pen;
    PageMaker page;
    KeepDraft keep_draft = {}; ///< without one, what was typed is given back on the page itself
};

/// Where what still waits is done; `/` when nothing does.
std::string_view path_of(Stage stage);

/// The only maker of guarded handlers: a route says who may use it, or it does not compile. It
/// outlives the router.
///
///     router.add(Method::get, "/list", "lists the children", guard.signed_in<Right::see_list>(…));
///
/// A route that changes something also says what happens when the same request comes twice, or the
/// server does not start: command() carries it out once for each key, and whoever declares `Again`
/// says why a second time does no harm.
class Guard {
public:
    explicit Guard(GuardParts parts) : parts_{std::move(parts)} {}

    /// For everybody, signed in or not: the sign-in page, assets, whether the server lives.
    web::Guarded open(web::Handler handler) const { return web::Guarded{std::move(handler)}; }
    web::Guarded open(web::Handler handler, web::Again again) const
    {
        return web::Guarded{std::move(handler), again.line()};
    }

    /// A page, for whoever is signed in and whose role has the right. Not signed in: 303 to
    /// /sign-in, which leads back. Right missing: `refused.<right>` in the ledger and a page of
    /// status 403. A POST must carry the session's token in the field `csrf`; else `form_expired`,
    /// and what was typed is not lost.
    template <Right R> web::Guarded signed_in(VisitorHandler handler) const
    {
        return page_of(R, Errands::none, std::move(handler), {});
    }
    template <Right R> web::Guarded signed_in(VisitorHandler handler, web::Again again) const
    {
        return page_of(R, Errands::none, std::move(handler), again.line());
    }
    /// A page's form that changes something. The handler changes it by Desk::carry_out(), which
    /// does it once for the key that the form carries; a form that was sent before with other words
    /// in it is given back.
    template <Right R> web::Guarded command(VisitorHandler handler) const
    {
        return page_of(R, Errands::by_key, std::move(handler), once_for_each_key);
    }

    /// A step of signing in, for whoever has given their password, whatever still waits.
    web::Guarded partly_signed_in(StepHandler handler) const
    {
        return step_of(std::move(handler), {});
    }
    web::Guarded partly_signed_in(StepHandler handler, web::Again again) const
    {
        return step_of(std::move(handler), again.line());
    }

    /// For programs: a bearer token. 401 and 403 are problem documents.
    template <Right R> web::Guarded token(VisitorHandler handler) const
    {
        return program_of(R, Errands::none, std::move(handler), {});
    }
    template <Right R> web::Guarded token(VisitorHandler handler, web::Again again) const
    {
        return program_of(R, Errands::none, std::move(handler), again.line());
    }
    /// The same for a change: once for each Idempotency-Key, when the program sends one.
    template <Right R> web::Guarded token_command(VisitorHandler handler) const
    {
        return program_of(R, Errands::by_key, std::move(handler), once_for_each_key);
    }

    const PageMaker& page() const { return parts_.page; }
    /// Each page has a key of its own, which its forms carry beside the session's token.
    Visitor visitor_of(const Session& session) const;

private:
    enum class Errands { none, by_key };
    static constexpr std::string_view once_for_each_key =
        "A key is carried out once; its first answer is given again.";

    web::Guarded page_of(Right right, Errands errands, VisitorHandler handler,
                         std::string_view repeated) const;
    web::Guarded step_of(StepHandler handler, std::string_view repeated) const;
    web::Guarded program_of(Right right, Errands errands, VisitorHandler handler,
                            std::string_view repeated) const;
    std::optional<Session> session(const web::Request& request) const;
    web::Response to_sign_in(const web::Request& request,
                             const std::optional<Session>& ended) const;
    web::Response expired(const web::Request& request, Visitor& visitor) const;
    /// The page instead, when the form cannot be taken; begins its errand when it can.
    std::optional<web::Response> not_taken(Errands errands, const web::Request& request,
                                           Visitor& visitor) const;
    web::Response answer_partly(const StepHandler& handler, const web::Request& request) const;
    web::Response answer_page(Right right, Errands errands, const VisitorHandler& handler,
                              const web::Request& request) const;
    web::Response answer_program(Right right, Errands errands, const VisitorHandler& handler,
                                 const web::Request& request) const;

    GuardParts parts_;
};

} // namespace heed::permission
