#include "support/engines.hpp"

#include "core/digest.hpp"
#include "store/migrate.hpp"

#include <cstdlib>
#include <filesystem>

namespace heed::testing {

namespace {

std::string fresh_name()
{
    SystemRandomness randomness;
    std::array<std::uint8_t, 8> bytes{};
    randomness.fill(bytes);
    return "heed_test_" +
           to_hex(std::string_view{reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

std::string server_url()
{
    const char* url = std::getenv("HEED_TEST_POSTGRES");
    if (url == nullptr) throw Fault{"HEED_TEST_POSTGRES names no server; use ./dev test"};
    return url;
}

void on_server(const std::string& sql) { store::connect_postgres(server_url())->script(sql); }

} // namespace

FreshRecord::FreshRecord(Engine engine) : engine_{engine}, name_{fresh_name()}
{
    if (engine_ == Engine::sqlite) {
        url_ = (std::filesystem::temp_directory_path() / (name_ + ".db")).string();
    } else {
        on_server("CREATE SCHEMA " + name_);
        const std::string base = server_url();
        url_ = base + (base.contains('?') ? "&" : "?") + "options=-csearch_path%3D" + name_;
    }
    reopen();
    const auto migrated = store::migrate(*database_, store::migrations(), SystemClock{}.now());
    if (!migrated) throw Fault{"the fresh record could not be migrated"};
}

void FreshRecord::reopen()
{
    database_.reset();
    database_ = store::Database::open(url_);
}

FreshRecord::~FreshRecord()
{
    database_.reset();
    if (engine_ == Engine::postgres) {
        on_server("DROP SCHEMA " + name_ + " CASCADE");
        return;
    }
    for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(url_ + suffix);
}

} // namespace heed::testing
