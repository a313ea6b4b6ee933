#include "misses/waking_store.hpp"

#include "core/text.hpp"
#include "links/links_store.hpp"
#include "outbox/outbox.hpp"
#include "permission/users.hpp"

#include <algorithm>

namespace heed::misses {

namespace {

constexpr std::size_t candidates_max = 10;
constexpr std::int64_t progress_every = 200;

/// Whose question it was: the ledger knows the user, and the enquiry only what they are called.
std::optional<permission::UserId> asker_of(store::Records& records, const std::string& receipt)
{
    for (const auto& entry : ledger::about(records, receipt, 50))
        if (entry.act.action == "enquiry.answered" && entry.act.subject == receipt)
            return permission::UserId::from(entry.actor.who);
    return std::nullopt;
}

} // namespace

int Waking::look()
{
    const Moment now = office_.clock.now();
    Progress progress = office_.database.read([](store::Snapshot& records) {
        Progress at = misses::progress(records);
        at.total = last_change(records) > at.seq ? 1 : 0;
        return at;
    });
    if (progress.total == 0) return 0;
    const std::chrono::days waits{office_.pack.open_question_days().value};
    const auto questions = office_.database.read([&](store::Snapshot& records) {
        progress.seq = last_change(records);
        people_.catch_up(records);
        return enquiry::unanswered(records, now - waits);
    });
    int came_alive = 0;
    progress.total = static_cast<std::int64_t>(questions.size());
    for (const auto& question : questions) {
        const auto found = office_.database.read(
            [&](store::Snapshot& records) { return fitting(records, question); });
        for (const Miss& miss : found)
            if (tell(miss)) ++came_alive;
        if (++progress.done % progress_every == 0)
            office_.database.write([&](store::Transaction& records) {
                // The fence moves when all are done: whoever is killed before begins again.
                note(records, {0, progress.done, progress.total}, now);
            });
    }
    office_.database.write([&](store::Transaction& records) {
        note(records, {progress.seq, progress.total, progress.total}, now);
    });
    return came_alive;
}

std::vector<Miss> Waking::fitting(store::Records& records,
                                  const enquiry::Unanswered& question) const
{
    auto answer = people_.finder().search(
        enquiry::question_of(question.about, day_in_england(question.asked_at)), candidates_max);
    std::vector<std::string> ids = question.offered;
    for (std::size_t i = 0; i < answer.shown; ++i) ids.push_back(answer.candidates[i].id);
    const auto clusters = links::clusters_of(records, ids);
    std::set<std::string> known;
    for (const std::string& offered : question.offered) known.insert(clusters.of(offered));
    std::vector<Miss> found;
    for (std::size_t i = 0; i < answer.shown; ++i) {
        const auto& candidate = answer.candidates[i];
        if (!known.insert(clusters.of(candidate.id)).second) continue;
        found.push_back({.id = MissId::make(office_.clock, office_.randomness),
                         .enquiry = question.id,
                         .receipt = question.receipt,
                         .record = candidate.id,
                         .why = listed(why(candidate)),
                         .found_at = office_.clock.now()});
    }
    return found;
}

bool Waking::tell(const Miss& miss) const
{
    return office_.database.write([&](store::Transaction& records) {
        if (!add(records, miss)) return false;
        notify(records, miss);
        ledger::append(
            records, office_.pen(), {"system", "system"},
            {.action = "miss.came_alive", .subject = miss.record, .also_about = {miss.receipt}});
        return true;
    });
}

void Waking::notify(store::Transaction& records, const Miss& miss) const
{
    const auto notice = [&](const permission::UserId& to, outbox::Sentence says) {
        outbox::put(records, office_.pen(),
                    {.to_user = to,
                     .says = says,
                     .kind = "miss.came_alive",
                     .subject = miss.id.text(),
                     .link = "/misses/" + miss.id.text()});
    };
    const auto asker = asker_of(records, miss.receipt);
    if (asker)
        notice(*asker, "Somebody is in the record now who fits a question that you answered.");
    for (const auto& manager :
         permission::users_in_role(records, permission::Role::designated_manager))
        if (!manager.disabled && (!asker || manager.id != *asker))
            notice(manager.id, "Somebody is in the record now who fits an earlier question.");
}

} // namespace heed::misses
