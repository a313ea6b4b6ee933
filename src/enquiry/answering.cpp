#include "enquiry/answering.hpp"

#include "core/json.hpp"
#include "directory/directory_store.hpp"
#include "enquiry/enquiry_store.hpp"
#include "enquiry/gather.hpp"
#include "family/take_up_store.hpp"
#include "held/held_store.hpp"
#include "office/draft.hpp"
#include "outbox/outbox.hpp"
#include "permission/users.hpp"

namespace heed::enquiry {

namespace {

using permission::Right;

/// Ten letters and figures that cannot be mistaken for one another, read out in two groups:
/// "7QK4M-2XD9P" (50 bits).
std::string fresh_receipt(Randomness& randomness)
{
    static constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::array<std::uint8_t, 10> bytes{};
    randomness.fill(bytes);
    std::string receipt;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 5) receipt += '-';
        receipt += alphabet[bytes[i] & 31];
    }
    return receipt;
}

/// All that was asked, for recognising a repeat.
std::string request_text(const Asked& asked)
{
    JsonWriter json;
    json.array();
    for (const std::string* part :
         {&asked.caller.name, &asked.caller.job, &asked.caller.agency, &asked.caller.called_back,
          &asked.reason, &asked.about.typed, &asked.about.name, &asked.about.born, &asked.about.sex,
          &asked.about.address, &asked.about.postcode, &asked.about.identifier})
        json.value(*part);
    json.value(asked.about.age.value_or(-1)).value(asked.child_id.value_or(""));
    return json.end().text();
}

/// One question being written down.
class Recording {
public:
    Recording(const office::Office& office, store::Transaction& records,
              const permission::Permit<Right::enquire>& permit)
        : office_{office}, records_{records}, permit_{permit}, now_{office.clock.now()}
    {
    }

    Told record(const Asked& asked, const Facts& facts)
    {
        const Day today = day_in_england(now_);
        Enquiry enquiry{.id = EnquiryId::make(office_.clock, office_.randomness),
                        .asked_at = now_,
                        .asked_by = permit_.signed_in().name,
                        .asked = asked,
                        .number_held = facts.number_held,
                        .fold = fold_of(question_of(asked.about, today)),
                        .household = facts.household_id};
        if (facts.child) enquiry.child = facts.child->id;
        const auto before =
            earlier(records_, {facts.records, enquiry.household, enquiry.fold, since()});
        enquiry.told = compose(facts,
                               {asked, before, fresh_receipt(office_.randomness), now_,
                                office_.authority.duty_telephone},
                               office_.pack);
        save(records_, enquiry);
        send_notices(enquiry, facts);
        write_entry(enquiry, facts);
        return enquiry.told;
    }

private:
    Moment since() const
    {
        return now_ - std::chrono::days{office_.pack.repeat_enquiry_days().value};
    }

    void send_notices(const Enquiry& enquiry, const Facts& facts)
    {
        for (const auto& recipient : enquiry.told.told)
            if (recipient.who == "designated_manager")
                tell_managers(enquiry);
            else
                tell_key_workers(enquiry, facts);
    }

    outbox::Notice notice(const Enquiry& enquiry, outbox::Sentence says) const
    {
        return {.says = says,
                .kind = "enquiry.answered",
                .subject = enquiry.id.text(),
                .link = "/enquiries/" + enquiry.told.receipt};
    }

    /// Each of them whom a notice reaches.
    void tell_key_workers(const Enquiry& enquiry, const Facts& facts)
    {
        const bool theirs = enquiry.told.answer != pack::Answer::household_on_plan;
        for (const auto& [who, hidden] : key_workers_of(facts, enquiry.told.answer)) {
            if (!is_reached(facts, who)) continue;
            auto to_key_worker =
                theirs
                    ? notice(enquiry, "An enquiry was made about a child you are key worker for.")
                    : notice(enquiry, "An enquiry was made about another child of a household you "
                                      "work with.");
            to_key_worker.to_professional = who.id.text();
            const auto user = facts.users.find(who.id);
            if (user != facts.users.end())
                to_key_worker.to_user = permission::UserId::from(user->second);
            if (facts.mails) to_key_worker.to_email = who.email;
            outbox::put(records_, office_.pen(), to_key_worker);
        }
    }

    void tell_managers(const Enquiry& enquiry)
    {
        const bool again = !enquiry.told.earlier_enquiries.empty();
        for (const auto& manager :
             permission::users_in_role(records_, permission::Role::designated_manager)) {
            auto to_manager =
                again ? notice(enquiry, "A second enquiry was made about one child or household.")
                      : notice(enquiry, "An enquiry needs you to see that it is considered.");
            to_manager.to_user = manager.id;
            to_manager.to_email = manager.email;
            outbox::put(records_, office_.pen(), to_manager);
        }
    }

    /// The child finds the enquiry as theirs, and so does everybody who was shown beside them.
    void write_entry(const Enquiry& enquiry, const Facts& facts)
    {
        ledger::Act act{.action = "enquiry.answered",
                        .subject = enquiry.child ? enquiry.child->text() : enquiry.told.receipt,
                        .reason = enquiry.asked.reason};
        for (const auto& record : facts.records)
            if (record.text() != act.subject) act.also_about.push_back(record.text());
        for (const auto& possible : enquiry.told.candidates) act.also_about.push_back(possible.id);
        for (const auto& other : enquiry.told.household) act.also_about.push_back(other.child_id);
        for (const auto& row : facts.rows_like) act.also_about.push_back(row);
        ledger::append(records_, office_.pen(), permit_.actor(), act);
    }

    const office::Office& office_;
    store::Transaction& records_;
    const permission::Permit<Right::enquire>& permit_;
    Moment now_;
};

} // namespace

/// Whoever may be told of has a record: the look is in it, they can be picked, and what is done
/// about the call has somewhere to stand.
Outcome<void> Answering::take_up(const permission::Desk& desk,
                                 const std::vector<std::string>& feed_ids,
                                 const std::string& reason)
{
    return office_.database.write([&](store::Transaction& records) -> Outcome<void> {
        const office::Stamp stamp{office_.clock.now(), office_.randomness};
        for (const std::string& feed_id : feed_ids) {
            const auto child = TRY(family::take_up(records, stamp, feed_id));
            ledger::append(records, office_.pen(), desk.person().actor(),
                           {.action = "child.taken_up", .subject = child.text(), .reason = reason});
        }
        return {};
    });
}

Outcome<Told> Answering::ask(permission::Desk& desk, const Asked& asked, const std::string& draft)
{
    const Moment now = office_.clock.now();
    TRY_VOID(check(asked, day_in_england(now)));
    // Found and read on this thread, beside others; only what must be written waits in line.
    const auto gathered = [&](store::Snapshot& records) {
        records.ahead([&] {
            static_cast<void>(directory::holder_of_number(records, asked.caller.called_back));
            static_cast<void>(held::count(records));
        });
        people_.catch_up(records);
        return gather(records, people_.finder(), asked, now);
    };
    Facts facts = TRY(office_.database.read(gathered));
    if (!facts.only_indexed.empty() && desk.may(Right::enquire)) {
        TRY_VOID(take_up(desk, facts.only_indexed, asked.reason));
        facts = TRY(office_.database.read(gathered));
    }
    facts.mails = mails_;
    // However a question is sent again, by whichever door, it is the same question.
    const std::string key = asked.key.empty() ? desk.errand().key : asked.key;
    desk.begin({key, request_text(asked), "enquiry"});
    std::optional<Told> fresh;
    const auto json = TRY(desk.carry_out(
        [&](store::Transaction& records) -> Outcome<std::string> {
            const auto permit = TRY(desk.act<Right::enquire>(records, asked.reason));
            if (!draft.empty()) office::forget_draft(records, permit.person().text(), draft);
            fresh = Recording{office_, records, permit}.record(asked, facts);
            return told_json(*fresh);
        },
        [&](store::Transaction& records, Outcome<std::string> first) -> Outcome<std::string> {
            const auto permit = TRY(desk.act<Right::enquire>(records, asked.reason));
            const Told again = told_from_json(*first);
            ledger::append(records, office_.pen(), permit.actor(),
                           {.action = "enquiry.answered_again",
                            .subject = again.child ? again.child->id : again.receipt,
                            .reason = asked.reason});
            return first;
        }));
    return fresh ? *fresh : told_from_json(json);
}

} // namespace heed::enquiry
