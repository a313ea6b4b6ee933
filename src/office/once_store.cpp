#include "office/once.hpp"

#include "core/digest.hpp"

namespace heed::office {

Outcome<std::string> once(store::Transaction& records, const Repeatable& command,
                          const std::function<Outcome<std::string>()>& work)
{
    if (command.key.empty()) return work();
    if (command.key.size() > 200) return refuse(RefusalCode::too_long, "key");
    const std::string request = sha256_hex(command.request);
    const auto before =
        records.row("SELECT request, answer FROM command_key WHERE who = $1 AND key = $2",
                    command.who, command.key);
    if (before && before->text("request") != request)
        return refuse(RefusalCode::key_used_for_another, "key");
    if (before) return before->text("answer");
    std::string answer = TRY(work());
    records.execute("INSERT INTO command_key (who, key, request, answer, at) "
                    "VALUES ($1, $2, $3, $4, $5)",
                    command.who, command.key, request, answer, command.now);
    return answer;
}

} // namespace heed::office
