#include "enquiry/told.hpp"

#include "core/json.hpp"

namespace heed::enquiry {

namespace {

void text_or_null(JsonWriter& json, std::string_view key, const std::string& text)
{
    json.key(key);
    if (text.empty()) json.null();
    else json.value(text);
}

void texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& all)
{
    json.key(key).array();
    for (const std::string& text : all) json.value(text);
    json.end();
}

void write(JsonWriter& json, const std::optional<Told::Child>& child)
{
    json.key("child");
    if (!child) {
        json.null();
        return;
    }
    json.object().key("id").value(child->id).key("name").value(child->name);
    text_or_null(json, "born", child->born);
    json.key("sex").value(child->sex).key("check").value(child->check).end();
}

void write(JsonWriter& json, const std::optional<Told::Plan>& plan)
{
    json.key("plan");
    if (!plan) {
        json.null();
        return;
    }
    json.object().key("id").value(plan->id).key("since").value(plan->since);
    text_or_null(json, "until", plan->until);
    texts(json, "categories", plan->categories);
    text_or_null(json, "main_category", plan->main_category);
    text_or_null(json, "next_review_due", plan->next_review_due);
    json.end();
}

void write(JsonWriter& json, const std::optional<Told::KeyWorker>& key_worker)
{
    json.key("key_worker");
    if (!key_worker) {
        json.null();
        return;
    }
    json.object().key("name").value(key_worker->name);
    text_or_null(json, "telephone", key_worker->telephone);
    text_or_null(json, "out_of_hours", key_worker->out_of_hours);
    text_or_null(json, "cover", key_worker->cover);
    json.end();
}

void write(JsonWriter& json, const std::vector<Told::HouseholdChild>& household)
{
    json.key("household").array();
    for (const auto& child : household) {
        json.object().key("child_id").value(child.child_id).key("name").value(child.name);
        json.key("relation").value(child.relation);
        json.key("answer").value(pack::code(child.answer)).end();
    }
    json.end();
}

void write(JsonWriter& json, const std::vector<Told::Possible>& candidates)
{
    json.key("candidates").array();
    for (const auto& possible : candidates) {
        json.object().key("id").value(possible.id).key("name").value(possible.name);
        text_or_null(json, "born", possible.born);
        text_or_null(json, "area", possible.area);
        texts(json, "why", possible.why);
        json.end();
    }
    json.end();
}

} // namespace

std::string told_json(const Told& told)
{
    JsonWriter json;
    json.object();
    text_or_null(json, "receipt", told.receipt);
    json.key("asked_at").value(told.asked_at).key("answer").value(pack::code(told.answer));
    json.key("sentence").value(told.sentence);
    write(json, told.child);
    write(json, told.plan);
    write(json, told.key_worker);
    write(json, told.household);
    write(json, told.candidates);
    json.key("earlier_enquiries").array();
    for (const auto& earlier : told.earlier_enquiries)
        json.object().key("receipt").value(earlier.receipt).key("asked_at").value(earlier.asked_at)
            .key("agency").value(earlier.agency).end();
    json.end().key("searched").object();
    texts(json, "spellings", told.spellings);
    json.key("children").value(told.searched);
    text_or_null(json, "as_of", told.as_of);
    json.end();
    texts(json, "do_next", told.do_next);
    json.key("told").array();
    for (const auto& recipient : told.told)
        json.object().key("who").value(recipient.who).key("how").value(recipient.how).end();
    return json.end().end().text();
}

Told could_not_check(const pack::Pack& pack, const std::string& duty_telephone, Moment now)
{
    auto words = pack.answer(pack::Answer::could_not_check, {.telephone = duty_telephone});
    return {.asked_at = to_iso_seconds(now),
            .answer = pack::Answer::could_not_check,
            .sentence = std::move(words.sentence),
            .do_next = std::move(words.do_next)};
}

} // namespace heed::enquiry
