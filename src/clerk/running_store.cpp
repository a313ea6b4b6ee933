#include "clerk/running_store.hpp"

#include <sstream>

namespace heed::clerk {

namespace {

/// The house is closing. It ends up in the future of the run, where nobody looks any more.
struct Stopped {};

} // namespace

void Running::begin(const std::string& name, const permission::SignedIn& person, Wanted wanted)
{
    const std::lock_guard lock{guard_};
    if (runs_.contains(name)) return;
    const auto run = std::make_shared<Run>();
    Run& at_work = *run; // which outlives the work: its future is within it, and waits
    run->ending =
        std::async(std::launch::async, [this, &at_work, person, wanted = std::move(wanted)] {
            return carry_out(at_work, person, wanted);
        });
    runs_.emplace(name, run);
}

Outcome<changeover::ImportId> Running::carry_out(Run& run, const permission::SignedIn& person,
                                                 const Wanted& wanted)
{
    permission::Desk desk{office_.database, office_.pen(), person};
    std::istringstream file{wanted.file};
    const auto report =
        TRY(changeover::import_register(office_, desk,
                                        {.file = file,
                                         .map = wanted.map,
                                         .as_at = wanted.as_at,
                                         .progress = [&](std::size_t done, std::size_t all) {
                                             run.done = done;
                                             run.all = all;
                                             if (stopping_) throw Stopped{};
                                         }}));
    return *report.import;
}

std::optional<Running::Progress> Running::progress(const std::string& name)
{
    std::shared_ptr<Run> run;
    {
        const std::lock_guard lock{guard_};
        const auto found = runs_.find(name);
        if (found == runs_.end()) return std::nullopt;
        run = found->second;
        if (run->ending.wait_for(std::chrono::seconds{0}) == std::future_status::ready)
            runs_.erase(found);
        else
            return Progress{run->done, run->all, std::nullopt};
    }
    return Progress{run->done, run->all, run->ending.get()};
}

} // namespace heed::clerk
