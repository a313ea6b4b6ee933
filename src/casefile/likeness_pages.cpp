#include "casefile/likeness_pages.hpp"

#include "family/summary_store.hpp"

namespace heed::casefile {

std::vector<MayBe> Likeness::of(const matching::Question& question) const
{
    constexpr std::size_t top = 5;
    return office_.database.read([&](store::Snapshot& records) {
        people_.catch_up(records);
        const auto found = people_.finder().search(question, top);
        std::vector<MayBe> alike;
        for (std::size_t i = 0; i < std::min(found.shown, found.candidates.size()); ++i) {
            const auto id = child::ChildId::from(found.candidates[i].id);
            auto line =
                id ? family::summary(records, *id, {.on = office_.clock.today()}) : std::nullopt;
            if (line) alike.push_back({*std::move(line), why(found.candidates[i])});
        }
        return alike;
    });
}

} // namespace heed::casefile
