// Any bytes as a saved index: as the file itself, and as the people in a file that is sealed as it
// should be. No crash, and whatever opens can be searched and changed.
#include "matching/finder.hpp"

#include "core/ensure.hpp"
#include "people/saving.hpp"
#include "searching/search.hpp"

#include <cstring>
#include <fstream>

#include <unistd.h>

namespace {

using namespace heed;

class Bytes final : public people::Source {
public:
    explicit Bytes(std::span<const std::uint8_t> bytes) : left_{bytes} {}
    bool read(std::span<std::uint8_t> bytes) override
    {
        if (bytes.size() > left_.size()) return false;
        if (!bytes.empty()) std::memcpy(bytes.data(), left_.data(), bytes.size());
        left_ = left_.subspan(bytes.size());
        return true;
    }
    std::uint64_t remaining() const override { return left_.size(); }

private:
    std::span<const std::uint8_t> left_;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("heed-fuzz-" + std::to_string(getpid()));
    std::ofstream{file, std::ios::binary}.write(reinterpret_cast<const char*>(data),
                                                static_cast<std::streamsize>(size));
    matching::Finder finder;
    ensure(!finder.open(file, {.label = "here"}), "nobody can make up a seal");
    std::filesystem::remove(file);

    Bytes bytes{{data, size}};
    auto people = people::Saving::opened(bytes);
    if (!people) return 0;
    people->put({.id = "c1", .names = {{"Mary", "", "Tansley"}}, .household = "h1"});
    for (std::uint32_t row = 0; row < people->rows_end(); ++row)
        static_cast<void>(people->details(people->row(row).person));
    people->freeze();
    {
        const asking::Asked asked{{.forename = "Mary", .surname = "Tansley"}, *people};
        searching::Search{asked, *people, 5}.look_at_everyone();
    }
    people->remove("c1");
    return 0;
}
