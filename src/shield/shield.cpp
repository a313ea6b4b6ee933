#include "shield/shield.hpp"

namespace heed::shield {

Outcome<void> may_open(std::optional<Kind> shielded, bool may_see_shielded)
{
    if (shielded == Kind::whole && !may_see_shielded) return refuse(RefusalCode::record_restricted);
    return {};
}

} // namespace heed::shield
