#include "answers/told.hpp"

#include "core/ensure.hpp"
#include "core/json.hpp"
#include "interop/json_reader.hpp"

namespace heed::answers {

namespace {

void text_or_null(JsonWriter& json, std::string_view key, const std::string& text)
{
    json.key(key);
    if (text.empty())
        json.null();
    else
        json.value(text);
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
        json.object()
            .key("receipt")
            .value(earlier.receipt)
            .key("asked_at")
            .value(earlier.asked_at)
            .key("agency")
            .value(earlier.agency)
            .end();
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

namespace {

using interop::JsonObject;

std::string text_of(const JsonObject& json, std::string_view key)
{
    return json.text_if(key).value().value_or("");
}

pack::Answer answer_of(const JsonObject& json)
{
    return pack::from_code<pack::Answer>(json.text("answer").value()).value();
}

void read_child(const JsonObject& json, Told& told)
{
    if (const auto child = json.object_if("child").value())
        told.child =
            Told::Child{text_of(*child, "id"), text_of(*child, "name"), text_of(*child, "born"),
                        text_of(*child, "sex"), text_of(*child, "check")};
    if (const auto plan = json.object_if("plan").value())
        told.plan = Told::Plan{text_of(*plan, "id"),
                               text_of(*plan, "since"),
                               text_of(*plan, "until"),
                               plan->texts("categories").value(),
                               text_of(*plan, "main_category"),
                               text_of(*plan, "next_review_due")};
    if (const auto worker = json.object_if("key_worker").value())
        told.key_worker =
            Told::KeyWorker{text_of(*worker, "name"), text_of(*worker, "telephone"),
                            text_of(*worker, "out_of_hours"), text_of(*worker, "cover")};
}

void read_lists(const JsonObject& json, Told& told)
{
    for (const auto& other : json.objects("household").value())
        told.household.push_back({text_of(other, "child_id"), text_of(other, "name"),
                                  text_of(other, "relation"), answer_of(other)});
    for (const auto& possible : json.objects("candidates").value())
        told.candidates.push_back({text_of(possible, "id"), text_of(possible, "name"),
                                   text_of(possible, "born"), text_of(possible, "area"),
                                   possible.texts("why").value()});
    for (const auto& earlier : json.objects("earlier_enquiries").value())
        told.earlier_enquiries.push_back({text_of(earlier, "receipt"), text_of(earlier, "asked_at"),
                                          text_of(earlier, "agency")});
    for (const auto& recipient : json.objects("told").value())
        told.told.push_back({text_of(recipient, "who"), text_of(recipient, "how")});
    told.do_next = json.texts("do_next").value();
}

} // namespace

Told told_from_json(const std::string& text)
try {
    const JsonObject json = interop::read_json(text).value();
    Told told{.receipt = text_of(json, "receipt"),
              .asked_at = text_of(json, "asked_at"),
              .answer = answer_of(json),
              .sentence = text_of(json, "sentence")};
    read_child(json, told);
    read_lists(json, told);
    const JsonObject searched = json.object("searched").value();
    told.spellings = searched.texts("spellings").value();
    told.searched = searched.integer("children").value();
    told.as_of = text_of(searched, "as_of");
    return told;
} catch (const std::bad_expected_access<Refusal>&) {
    throw Fault{"the answer of an enquiry cannot be read"};
} catch (const std::bad_optional_access&) {
    throw Fault{"the answer of an enquiry cannot be read"};
}

Told could_not_check(const pack::Pack& pack, const std::string& duty_telephone, Moment now)
{
    auto words = pack.answer(pack::Answer::could_not_check, {.telephone = duty_telephone});
    return {.asked_at = to_iso_seconds(now),
            .answer = pack::Answer::could_not_check,
            .sentence = std::move(words.sentence),
            .do_next = std::move(words.do_next)};
}

} // namespace heed::answers
