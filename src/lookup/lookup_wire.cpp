#include "lookup/lookup_wire.hpp"

namespace heed::lookup {

namespace {

// What one request may ask of two cores.
constexpr std::size_t questions_max = 100;

web::Response refused(const Refusal& refusal)
{
    const unsigned status = refusal.code == RefusalCode::not_allowed ? 403 : 422;
    std::string detail = in_words(refusal);
    if (!refusal.field.empty()) detail += " (" + refusal.field + ")";
    return web::problem(status, "The questions were refused", detail, code_name(refusal.code));
}

/// What was asked, in order; whether it was a list.
struct Body {
    std::vector<Asked> asked;
    std::size_t top = top_default;
    bool several = false;
};

Outcome<Body> body_of(const std::string& text, Day today)
{
    const auto json = TRY(interop::read_json(text));
    Body body{.several = json.has("questions")};
    if (const auto top = TRY(json.integer_if("top"))) {
        if (*top < 1 || *top > static_cast<std::int64_t>(top_max))
            return refuse(RefusalCode::not_understood, "top");
        body.top = static_cast<std::size_t>(*top);
    }
    if (!body.several) {
        body.asked.push_back({1, text, TRY(query_from(json, today))});
        return body;
    }
    const auto questions = TRY(json.objects("questions"));
    if (questions.size() > questions_max) return refuse(RefusalCode::too_long, "questions");
    // One that is wrong refuses them all: a program can mend it and send again.
    for (const auto& question : questions) {
        const std::string which = "questions[" + std::to_string(body.asked.size()) + "]";
        auto query = query_from(question, today);
        if (!query)
            return refuse(query.error().code, which + '.' + query.error().field,
                          query.error().detail);
        body.asked.push_back({body.asked.size() + 1, "", *std::move(query)});
    }
    if (!body.asked.empty()) body.asked.front().text = text;
    return body;
}

web::Response find(const office::Office& office, family::People& people,
                   const web::Request& request, permission::Visitor& visitor)
{
    const auto body = body_of(request.body, office.clock.today());
    if (!body) return refused(body.error());
    office.database.read([&](store::Snapshot& records) { people.catch_up(records); });
    const auto found = find_all(people, body->asked, body->top);
    if (const auto noted = note(office, visitor.desk, body->asked, found); !noted)
        return refused(noted.error());
    if (!body->several) return web::json(200, to_json(found.front()));
    std::string all = "{\"found\":[";
    for (std::size_t i = 0; i < found.size(); ++i) all += (i == 0 ? "" : ",") + to_json(found[i]);
    return web::json(200, all + "]}");
}

} // namespace

void routes(web::Router& router, const permission::Guard& guard, const office::Office& office,
            family::People& people)
{
    router.add(web::Method::post, "/api/v1/find", "Finds children for another system.",
               guard.token<permission::Right::find_many>(
                   [&office, &people](const web::Request& request, permission::Visitor& visitor) {
                       return find(office, people, request, visitor);
                   },
                   web::Again{"It changes nothing; each look is in the ledger."}),
               {.caller = web::Caller::program});
}

} // namespace heed::lookup
