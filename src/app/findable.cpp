#include "app/findable.hpp"

#include "core/log.hpp"
#include "ledger/seal.hpp"

#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace heed::app {

namespace {

// Fewer are read from the record in a second.
constexpr std::size_t worth_saving = 20'000;
constexpr std::chrono::minutes now_and_then{10};

std::string from_environment(const char* name)
{
    const char* value = std::getenv(name);
    return value == nullptr ? std::string{} : std::string{value};
}

std::string cache_file(const std::string& url)
{
    namespace fs = std::filesystem;
    fs::path folder = from_environment("XDG_CACHE_HOME");
    if (folder.empty()) folder = fs::path{from_environment("HOME")} / ".cache";
    folder /= "heed";
    std::error_code failed; // Whoever cannot save reads everybody again.
    fs::create_directories(folder, failed);
    // The URL may hold a password: its digest names the file.
    return (folder / (sha256_hex(url).substr(0, 16) + ".index")).string();
}

void tell_findable(std::size_t people)
{
    static std::atomic<std::size_t> told{0};
    if (people < told + 500'000) return;
    told = people;
    std::fprintf(stderr, "%zu children findable\n", people);
}

} // namespace

family::SavedPeople saved_people(const Call& call)
{
    family::SavedPeople saved{.file = from_environment("HEED_INDEX_FILE")};
    if (saved.file.empty())
        saved.file = store::names_postgres(call.database) ? cache_file(call.database)
                                                          : call.database + ".index";
    if (const std::string key = key_from_environment(); !key.empty())
        saved.key = ledger::key_for("the saved index", key);
    return saved;
}

void open_people(OpenRecord& record, family::People& people)
{
    record.database->read([&](store::Snapshot& records) {
        const bool opened = people.open(records, record.saved_people);
        if (!opened && std::filesystem::exists(record.saved_people.file))
            std::fputs("The saved index is not of this record, or not whole: it is made anew.\n",
                       stderr);
        people.load(records, tell_findable);
    });
}

void save_people(OpenRecord& record, const family::People& people)
{
    if (people.finder().size() < worth_saving && from_environment("HEED_INDEX_FILE").empty())
        return;
    const auto saved =
        people.save(*record.database, record.saved_people, record.clock.now(), record.randomness);
    if (!saved) std::fprintf(stderr, "heed: %s\n", in_words(saved.error()).c_str());
}

Saving::Saving(OpenRecord& record, const family::People& people)
    : record_{record}, people_{people}, saved_{people.fence()},
      thread_{[this](const std::stop_token& stop) {
          std::unique_lock lock{guard_};
          while (
              !stopping_.wait_for(lock, stop, now_and_then, [&] { return stop.stop_requested(); }))
              save_if_changed();
      }}
{
    if (!std::filesystem::exists(record.saved_people.file)) saved_ = {};
}

Saving::~Saving()
{
    thread_.request_stop();
    thread_.join();
    save_if_changed();
}

void Saving::save_if_changed()
{
    if (people_.fence() == saved_) return;
    try {
        saved_ = people_.fence();
        save_people(record_, people_);
    } catch (const std::exception& why) {
        log::failure("index.not_saved", why);
    }
}

} // namespace heed::app
