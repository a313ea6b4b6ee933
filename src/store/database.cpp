#include "store/database.hpp"

#include "store/checkpointer.hpp"
#include "store/reader_pool.hpp"
#include "store/writer.hpp"

namespace heed::store {

namespace {

class OpenDatabase final : public Database {
public:
    OpenDatabase(const Connect& connect_reader, const Connect& connect_writer,
                 const Options& options)
        : readers_{connect_reader, options.readers}, writer_{connect_writer, options.batch_max},
          is_postgres_{writer_.is_postgres()}
    {
        if (!is_postgres_) checkpointer_.emplace(connect_writer);
    }
    bool is_postgres() const override { return is_postgres_; }

private:
    void run_reading(const Reading& work) override { readers_.run(work); }
    void run_writing(const Writing& work) override
    {
        writer_.run(work);
        if (checkpointer_) checkpointer_->note_change();
    }

    ReaderPool readers_;
    Writer writer_;
    std::optional<Checkpointer> checkpointer_;
    bool is_postgres_;
};

} // namespace

bool names_postgres(std::string_view url)
{
    return url.starts_with("postgresql://") || url.starts_with("postgres://");
}

std::unique_ptr<Database> Database::open(const std::string& url, const Options& options)
{
    if (names_postgres(url)) {
        const auto connect = [url] { return connect_postgres(url); };
        return std::make_unique<OpenDatabase>(connect, connect, options);
    }
    const SqliteOptions writing{url, options.key_hex, options.sqlite_synchronous, false};
    SqliteOptions reading = writing;
    reading.read_only = true;
    return std::make_unique<OpenDatabase>([reading] { return connect_sqlite(reading); },
                                          [writing] { return connect_sqlite(writing); }, options);
}

} // namespace heed::store
