#include "lookup/finding_store.hpp"

#include "core/clock.hpp"
#include "core/digest.hpp"
#include "core/json.hpp"
#include "feed/described.hpp"
#include "office/abreast.hpp"

#include <set>

namespace heed::lookup {

namespace {

Hit hit_of(const matching::Candidate& candidate, std::string id)
{
    return {.id = std::move(id),
            .score = static_cast<double>(candidate.bits),
            .strong = candidate.confidence == matching::Confidence::strong,
            .why = matching::why(candidate)};
}

/// Everyone whom the feeder tells apart is a hit of their own; a child of the record whom the
/// feeder does not know goes by the record's id.
void add_hits(const family::People& people, const matching::Candidate& candidate,
              std::vector<Hit>& hits)
{
    if (const auto feed_id = feed::feed_id_of(candidate.id)) {
        hits.push_back(hit_of(candidate, std::string{*feed_id}));
        return;
    }
    const auto feed_ids = people.feed_ids_of(candidate.id);
    for (const std::string& feed_id : feed_ids) hits.push_back(hit_of(candidate, feed_id));
    if (feed_ids.empty()) hits.push_back(hit_of(candidate, candidate.id));
    for (std::size_t i = hits.size() - std::max<std::size_t>(feed_ids.size(), 1); i < hits.size();
         ++i)
        hits[i].child = candidate.id;
}

Found found_for(const family::People& people, const Asked& asked, std::size_t top)
{
    Found found;
    if (!asked.query) return found;
    found.q = asked.query->q;
    const Stopwatch stopwatch;
    const auto answer = people.finder().search(asked.query->question, top);
    found.micros = stopwatch.passed().count();
    for (std::size_t i = 0; i < answer.shown; ++i)
        add_hits(people, answer.candidates[i], found.hits);
    if (found.hits.size() > top) found.hits.resize(top);
    return found;
}

std::string details_of(std::span<const Asked> asked, std::span<const Found> found)
{
    std::string all;
    for (const Asked& one : asked) {
        all += one.text;
        all += '\n';
    }
    JsonWriter json;
    json.object().key("questions").value(asked.size()).key("asked").value(sha256_hex(all));
    json.key("shown").array();
    for (const Found& one : found) {
        json.array();
        for (const Hit& hit : one.hits) json.value(hit.id);
        json.end();
    }
    return json.end().end().text();
}

} // namespace

std::vector<Found> find_all(const family::People& people, std::span<const Asked> asked,
                            std::size_t top)
{
    std::vector<Found> found(asked.size());
    office::abreast(asked.size(),
                    [&](std::size_t i) { found[i] = found_for(people, asked[i], top); });
    return found;
}

Outcome<void> note(const office::Office& office, permission::Desk& desk,
                   std::span<const Asked> asked, std::span<const Found> found)
{
    std::set<std::string> children;
    for (const Found& one : found)
        for (const Hit& hit : one.hits)
            if (!hit.child.empty()) children.insert(hit.child);
    return office.database.write([&](store::Transaction& records) -> Outcome<void> {
        const auto permit = TRY(desk.act<permission::Right::find_many>(records));
        ledger::append(records, office.pen(), permit.actor(),
                       {.action = "children.found",
                        .details = details_of(asked, found),
                        .also_about = {children.begin(), children.end()}});
        return {};
    });
}

} // namespace heed::lookup
