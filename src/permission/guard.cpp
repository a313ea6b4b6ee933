#include "permission/guard.hpp"

#include "core/digest.hpp"
#include "core/text.hpp"
#include "forms/form.hpp"
#include "permission/refusal_pages.hpp"

namespace heed::permission {

namespace {

// A session's last use is written down this often: idle times are right to the minute, and pages
// stay reads.
constexpr std::chrono::minutes note_seen_every{1};

std::string sign_in_path(const std::string& then)
{
    if (then.empty() || then == "/") return "/sign-in";
    return "/sign-in?then=" + web::percent_encoded(then);
}

// Also when it is only old: made in a session that has ended since.
bool forged(const web::Request& request, const std::string& csrf)
{
    return web::changes_state(request.method) &&
           !same_secret(forms::read_form_token(request.form.text(forms::csrf_field)).csrf, csrf);
}

// All that a form says: where it goes, its fields, its files.
Errand errand_of_form(const web::Request& request)
{
    std::string all = request.path;
    const auto add = [&](std::string_view text) {
        all += '\n' + std::to_string(text.size()) + ':';
        all += text;
    };
    for (const auto& [name, value] : request.form) {
        if (name == forms::csrf_field) continue;
        add(name);
        add(value);
    }
    for (const auto& file : request.form.files) {
        add(file.field);
        add(file.name);
        add(file.bytes);
    }
    return {std::string{forms::read_form_token(request.form.text(forms::csrf_field)).key}, all};
}

web::Response problem_of(unsigned status, const Refusal& refusal)
{
    web::Response response = web::problem(status, in_words(refusal), "", code_name(refusal.code));
    if (status == 401) response.headers.set("WWW-Authenticate", "Bearer");
    return response;
}

/// Whether a body came, and not said to be JSON: tools send it as a form unless told otherwise.
bool is_no_json(const web::Request& request)
{
    if (!request.form.empty() || !request.form.files.empty()) return true;
    if (request.body.empty()) return false;
    if (request.headers.count("Content-Type") != 1) return true;
    const std::string_view type = *request.headers.find("Content-Type");
    return !web::same_name(trimmed(type.substr(0, type.find(';'))), "application/json");
}

} // namespace

std::string_view path_of(Stage stage)
{
    switch (stage) {
    case Stage::code: return "/sign-in/code";
    case Stage::password: return "/account/password";
    case Stage::second_factor: return "/account/second-factor";
    case Stage::full: break;
    }
    return "/";
}

web::Guarded Guard::page_of(Right right, Errands errands, VisitorHandler handler,
                            std::string_view repeated) const
{
    return web::Guarded{
        [this, right, errands, handler = std::move(handler)](const web::Request& request) {
            return answer_page(right, errands, handler, request);
        },
        repeated};
}

web::Guarded Guard::step_of(StepHandler handler, std::string_view repeated) const
{
    return web::Guarded{[this, handler = std::move(handler)](const web::Request& request) {
                            return answer_partly(handler, request);
                        },
                        repeated};
}

web::Guarded Guard::program_of(Right right, Errands errands, VisitorHandler handler,
                               std::string_view repeated) const
{
    return web::Guarded{
        [this, right, errands, handler = std::move(handler)](const web::Request& request) {
            return answer_program(right, errands, handler, request);
        },
        repeated};
}

Visitor Guard::visitor_of(const Session& session) const
{
    constexpr std::size_t key_bytes = 12;
    return {.person = session.person,
            .desk = {parts_.database, parts_.pen, session.person},
            .csrf = forms::form_token(session.csrf, random_token(parts_.pen.randomness, key_bytes)),
            .session = session.id};
}

std::optional<Session> Guard::session(const web::Request& request) const
{
    const auto cookie = request.cookie(session_cookie);
    if (!cookie) return std::nullopt;
    return parts_.database.read(
        [&](store::Snapshot& records) { return session_of(records, *cookie); });
}

web::Response Guard::to_sign_in(const web::Request& request,
                                const std::optional<Session>& ended) const
{
    if (!web::changes_state(request.method)) return web::see_other(sign_in_path(request.target));
    const bool can_keep = ended && ended->stage == Stage::full && parts_.keep_draft;
    return web::see_other(
        sign_in_path(can_keep ? parts_.keep_draft(ended->person.user, request) : ""));
}

web::Response Guard::expired(const web::Request& request, Visitor& visitor) const
{
    const std::string kept =
        parts_.keep_draft ? parts_.keep_draft(visitor.person.user, request) : std::string{};
    return parts_.page(request, &visitor, form_expired_page(request, visitor.csrf, kept));
}

std::optional<web::Response> Guard::not_taken(Errands errands, const web::Request& request,
                                              Visitor& visitor) const
{
    if (errands == Errands::none) return std::nullopt;
    Errand errand = errand_of_form(request);
    if (errand.key.empty()) return expired(request, visitor);
    const auto before = parts_.database.read([&](store::Snapshot& records) {
        return answered_before(records, visitor.person.user.text(), errand);
    });
    if (!before) return parts_.page(request, &visitor, sent_already_page(request, visitor.csrf));
    visitor.desk.begin(std::move(errand), before->has_value());
    return std::nullopt;
}

web::Response Guard::answer_page(Right right, Errands errands, const VisitorHandler& handler,
                                 const web::Request& request) const
{
    const auto found = session(request);
    const Moment now = parts_.pen.clock.now();
    if (!found || !live(*found, now)) return to_sign_in(request, found);
    if (found->stage != Stage::full) return web::see_other(std::string{path_of(found->stage)});
    if (now - found->seen_at >= note_seen_every)
        parts_.database.write(
            [&](store::Transaction& records) { note_seen(records, found->id, now); });

    Visitor visitor = visitor_of(*found);
    if (!visitor.desk.allowed(right)) return parts_.page(request, &visitor, not_allowed_page());
    if (forged(request, found->csrf)) return expired(request, visitor);
    if (auto page = not_taken(errands, request, visitor)) return *std::move(page);
    web::Response response = handler(request, visitor);
    visitor.desk.settle();
    return response;
}

web::Response Guard::answer_partly(const StepHandler& handler, const web::Request& request) const
{
    const auto found = session(request);
    // What is typed here is secret, and never kept.
    if (!found || !live(*found, parts_.pen.clock.now())) return to_sign_in(request, std::nullopt);
    if (forged(request, found->csrf)) return web::see_other(std::string{request.path});
    return handler(request, *found);
}

web::Response Guard::answer_program(Right right, Errands errands, const VisitorHandler& handler,
                                    const web::Request& request) const
{
    const auto token = request.bearer_token();
    const auto person = parts_.database.read(
        [&](store::Snapshot& records) { return bearer_of(records, token.value_or("")); });
    if (!person) return problem_of(401, person.error());
    Visitor visitor{.person = *person,
                    .desk = {parts_.database, parts_.pen, *person},
                    .csrf = {},
                    .session = {}};
    if (!visitor.desk.allowed(right)) return problem_of(403, {RefusalCode::not_allowed, {}, {}});
    if (is_no_json(request))
        return web::problem(415, "The body did not come as JSON",
                            "Send JSON with the header Content-Type: application/json.",
                            code_name(RefusalCode::malformed_json));
    if (errands == Errands::by_key)
        visitor.desk.begin({std::string{request.headers.find("Idempotency-Key").value_or("")},
                            request.target + '\n' + request.body});
    web::Response response = handler(request, visitor);
    visitor.desk.settle();
    return response;
}

} // namespace heed::permission
