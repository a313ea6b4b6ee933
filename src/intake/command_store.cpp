#include "intake/command_store.hpp"

#include "core/clock.hpp"
#include "core/digest.hpp"

#include <cstdio>
#include <fstream>

namespace heed::intake {

namespace {

Outcome<std::ifstream> opened(const std::string& path)
{
    std::ifstream file{path, std::ios::binary};
    // A folder opens, and fails when it is read.
    if (!file || (file.peek() == std::ifstream::traits_type::eof() && !file.eof()))
        return refuse(RefusalCode::no_such_file, "file");
    file.clear();
    return file;
}

/// By which a file is known again: over the digests of its parts.
std::string digest_of(std::istream& file)
{
    std::string part(std::size_t{1} << 20U, '\0'), digests;
    while (file.read(part.data(), static_cast<std::streamsize>(part.size())), file.gcount() > 0) {
        const Digest digest =
            sha256(std::string_view{part}.substr(0, static_cast<std::size_t>(file.gcount())));
        digests.append(reinterpret_cast<const char*>(digest.data()), digest.size());
    }
    if (file.bad()) throw Fault{"the file cannot be read to its end"};
    file.clear();
    file.seekg(0);
    return sha256_hex(digests);
}

/// A line a second at most.
class Teller {
public:
    explicit Teller(std::uint64_t bytes) : bytes_{bytes} {}

    void operator()(const Counts& counts, std::uint64_t done)
    {
        if (begun_rows_ < 0) begun_rows_ = counts.rows;
        const double seconds = stopwatch_.seconds();
        if (seconds < told_ + 1) return;
        told_ = seconds;
        std::fprintf(stderr,
                     "%lld rows (%.1f %%): %lld new, %lld same, %lld possible, %lld held; "
                     "%.0f a second\n",
                     static_cast<long long>(counts.rows),
                     bytes_ == 0 ? 0.0
                                 : 100.0 * static_cast<double>(done) / static_cast<double>(bytes_),
                     static_cast<long long>(counts.fresh), static_cast<long long>(counts.same),
                     static_cast<long long>(counts.possible), static_cast<long long>(counts.held),
                     static_cast<double>(counts.rows - begun_rows_) / seconds);
    }

private:
    std::uint64_t bytes_;
    std::int64_t begun_rows_ = -1;
    Stopwatch stopwatch_;
    double told_ = 0;
};

} // namespace

Outcome<ImportReport> import_children_command(const office::Office& office, permission::Desk& desk,
                                              family::People& people, const ImportCommand& command)
{
    auto file = TRY(opened(command.file));
    file.seekg(0, std::ios::end);
    Teller teller{static_cast<std::uint64_t>(file.tellg())};
    file.seekg(0);
    ImportOrder order{.file = file,
                      .file_digest = digest_of(file),
                      .dry_run = command.dry_run,
                      .progress = std::ref(teller)};
    std::ofstream report;
    if (!command.report.empty()) {
        report.open(command.report, std::ios::trunc);
        if (!report) return refuse(RefusalCode::no_such_file, "report");
        order.tell = [&](const std::string& line) { report << line << '\n'; };
    }
    auto done = import_children(office, desk, people, order);
    report.flush();
    if (!command.report.empty() && !report) throw Fault{"the report cannot be written"};
    return done;
}

} // namespace heed::intake
