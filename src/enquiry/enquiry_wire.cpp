#include "enquiry/enquiry_wire.hpp"

#include "core/log.hpp"
#include "interop/json_reader.hpp"

namespace heed::enquiry {

namespace {

using interop::JsonObject;

Outcome<std::string> text(const JsonObject& json, std::string_view key)
{
    return TRY(json.text_if(key)).value_or("");
}

Outcome<Caller> caller_from(const JsonObject& json)
{
    TRY_VOID(json.only({"name", "job", "agency", "called_back"}));
    return Caller{TRY(text(json, "name")), TRY(text(json, "job")), TRY(text(json, "agency")),
                  TRY(text(json, "called_back"))};
}

Outcome<About> about_from(const JsonObject& json)
{
    TRY_VOID(json.only({"name", "born", "age", "sex", "address", "postcode", "identifier"}));
    About about{.name = TRY(text(json, "name")),
                .born = TRY(text(json, "born")),
                .sex = TRY(text(json, "sex")),
                .address = TRY(text(json, "address")),
                .postcode = TRY(text(json, "postcode")),
                .identifier = TRY(text(json, "identifier"))};
    // What is no age at all is refused as one that is too great, and not taken for another.
    if (const auto age = TRY(json.integer_if("age")))
        about.age = static_cast<int>(std::clamp<std::int64_t>(*age, -1, 1000));
    return about;
}

web::Response refused(const Refusal& refusal)
{
    const unsigned status = refusal.code == RefusalCode::not_allowed ? 403 : 422;
    std::string detail = in_words(refusal), field = refusal.field;
    // As the body has them: what a caller says of themself stands in one object.
    if (field == "caller") field = "caller.name";
    if (field == "agency" || field == "called_back") field = "caller." + field;
    if (!field.empty()) detail += " (" + field + ")";
    return web::problem(status, "The enquiry was refused", detail, code_name(refusal.code));
}

} // namespace

Outcome<Asked> asked_from_json(const std::string& body)
{
    const JsonObject json = TRY(interop::read_json(body));
    TRY_VOID(json.only({"caller", "reason", "about", "child_id"}));
    Asked asked;
    if (const auto caller = TRY(json.object_if("caller"))) asked.caller = TRY(caller_from(*caller));
    asked.reason = TRY(text(json, "reason"));
    if (const auto about = TRY(json.object_if("about"))) asked.about = TRY(about_from(*about));
    asked.child_id = TRY(json.text_if("child_id"));
    return asked;
}

web::Response answer_program(Answering& answering, const web::Request& request,
                             permission::Visitor& visitor)
{
    const office::Office& office = answering.office();
    auto asked = asked_from_json(request.body);
    if (!asked) return refused(asked.error());
    asked->key = std::string{request.headers.find("Idempotency-Key").value_or("")};
    try {
        const auto told = answering.ask(visitor.desk, *asked);
        if (!told) return refused(told.error());
        return web::json(200, told_json(*told));
    } catch (const Fault& why) {
        log::failure("enquiry.could_not_check", why, {{"request", request.id}});
        return web::json(200,
                         told_json(could_not_check(office.pack, office.authority.duty_telephone,
                                                   office.clock.now())));
    }
}

void routes(web::Router& router, const permission::Guard& guard, Answering& answering)
{
    router.add(web::Method::post, "/api/v1/enquiries", "Puts an enquiry from another system.",
               guard.token_command<permission::Right::enquire>(
                   [&answering](const web::Request& request, permission::Visitor& visitor) {
                       return answer_program(answering, request, visitor);
                   }),
               {.caller = web::Caller::program});
}

} // namespace heed::enquiry
