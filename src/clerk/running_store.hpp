#pragma once

#include "changeover/import_store.hpp"

#include <atomic>
#include <future>
#include <map>
#include <memory>
#include <mutex>

namespace heed::clerk {

/// Imports that run while people look on. One for the house; safe from any thread. When it goes,
/// what runs is stopped between two batches, and the same file goes on from there another time.
class Running {
public:
    explicit Running(const office::Office& office) : office_{office} {}
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;
    ~Running() { stopping_ = true; }

    struct Wanted {
        std::string file;
        extract::HeadingMap map;
        Day as_at;
    };
    /// Begins an import under that name, by that person. One that runs already goes on.
    void begin(const std::string& name, const permission::SignedIn& person, Wanted wanted);

    struct Progress {
        std::size_t done = 0, all = 0;
        std::optional<Outcome<changeover::ImportId>> ended;
    };
    /// Nothing when none of that name was begun since the program started. An import that ended is
    /// told of once more and then forgotten. Throws the Fault that an import ended in.
    std::optional<Progress> progress(const std::string& name);

private:
    struct Run {
        std::atomic<std::size_t> done{0}, all{0};
        std::future<Outcome<changeover::ImportId>> ending;
    };
    Outcome<changeover::ImportId> carry_out(Run& run, const permission::SignedIn& person,
                                            const Wanted& wanted);

    const office::Office& office_;
    std::atomic<bool> stopping_{false};
    std::mutex guard_;
    // Last, so that the runs end while what they use is still there.
    std::map<std::string, std::shared_ptr<Run>> runs_;
};

} // namespace heed::clerk
