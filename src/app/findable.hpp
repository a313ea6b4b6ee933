#pragma once

#include "app/call.hpp"
#include "family/people.hpp"

#include <condition_variable>
#include <thread>

namespace heed::app {

/// Where this record's finder is saved: the file that HEED_INDEX_FILE names, else beside the SQLite
/// file, else (PostgreSQL) in the user's cache folder. Sealed with a key of its own out of that of
/// HEED_KEY_FILE, when there is one.
family::SavedPeople saved_people(const Call& call);

/// Makes everybody findable: from the saved file when it is whole and of this record, else from the
/// record itself, with progress on standard error.
void open_people(OpenRecord& record, family::People& people);

/// Saves everybody for the next start, when they are so many that it is worth it (or
/// HEED_INDEX_FILE says so). That it cannot be saved is said on standard error and is no failure.
void save_people(OpenRecord& record, const family::People& people);

/// Saves now and then while a server runs, and once more when it stops.
class Saving {
public:
    Saving(OpenRecord& record, const family::People& people);
    Saving(const Saving&) = delete;
    Saving& operator=(const Saving&) = delete;
    ~Saving();

private:
    void save_if_changed();

    OpenRecord& record_;
    const family::People& people_;
    family::Fence saved_;
    std::mutex guard_;
    std::condition_variable_any stopping_;
    std::jthread thread_;
};

} // namespace heed::app
