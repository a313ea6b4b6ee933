#include "casefile/likeness_pages.hpp"

#include "family/summary_store.hpp"

namespace heed::casefile {

std::vector<MayBe> who_may_be(const office::Office& office, family::People& people,
                              const matching::Question& question)
{
    constexpr std::size_t top = 5;
    return office.database.read([&](store::Snapshot& records) {
        people.catch_up(records);
        const auto found = people.finder().search(question, top);
        std::vector<MayBe> alike;
        for (std::size_t i = 0; i < std::min(found.shown, found.candidates.size()); ++i) {
            const auto id = child::ChildId::from(found.candidates[i].id);
            auto line =
                id ? family::summary(records, *id, {.on = office.clock.today()}) : std::nullopt;
            if (line) alike.push_back({*std::move(line), why(found.candidates[i])});
        }
        return alike;
    });
}

} // namespace heed::casefile
