#include "core/too_early.hpp"

namespace heed {

std::unexpected<Refusal> too_early(std::string field, Day first, const std::string& what)
{
    return refuse(RefusalCode::does_not_follow, std::move(field),
                  "That is " + in_words(first) + ", " + what + '.');
}

} // namespace heed
