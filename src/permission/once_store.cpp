#include "permission/once.hpp"

#include "ledger/seal.hpp"

namespace heed::permission {

namespace {

constexpr std::size_t key_max = 200;
constexpr std::chrono::days kept_for{30};

std::string secret_of(const std::string& who, const Errand& errand)
{
    return who + '\n' + errand.part + '\n' + errand.key;
}

std::string hash_of(const std::string& who, const Errand& errand)
{
    return to_hex(ledger::key_for("heed errand", secret_of(who, errand)));
}

Digest lock_of(const std::string& who, const Errand& errand)
{
    return ledger::key_for("heed answer", secret_of(who, errand));
}

} // namespace

Outcome<std::optional<std::string>> answered_before(store::Records& records, const std::string& who,
                                                    const Errand& errand)
{
    if (errand.key.size() > key_max) return refuse(RefusalCode::too_long, "key");
    const auto row = records.row("SELECT request_hash, answer FROM carried_out WHERE key_hash = $1",
                                 hash_of(who, errand));
    if (!row) return std::nullopt;
    if (row->text("request_hash") != sha256_hex(errand.request))
        return refuse(RefusalCode::key_used_for_another, "key");
    auto answer = ledger::unseal(lock_of(who, errand), row->blob("answer"));
    if (!answer) throw Fault{"the answer of a command cannot be opened"};
    return answer;
}

void keep_answer(store::Transaction& records, const ledger::Pen& pen, const std::string& who,
                 const Errand& errand, const std::string& answer)
{
    records.execute("INSERT INTO carried_out (key_hash, request_hash, answer, at) "
                    "VALUES ($1, $2, $3, $4)",
                    hash_of(who, errand), sha256_hex(errand.request),
                    store::Blob{ledger::seal(lock_of(who, errand), answer, pen.randomness)},
                    pen.clock.now());
}

void forget_answers(store::Transaction& records, Moment now)
{
    records.execute("DELETE FROM carried_out WHERE at < $1", now - kept_for);
}

} // namespace heed::permission
