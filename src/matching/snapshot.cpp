#include "keeping/sealed_file.hpp"
#include "matching/index.hpp"
#include "people/saving.hpp"

#include <cstring>

namespace heed::matching {
namespace {

constexpr std::size_t label_most = 200;

/// Version, fence and label, in that order.
std::string heading_of(const SnapshotMark& mark)
{
    std::string heading(sizeof(std::uint32_t) + sizeof(std::uint64_t), '\0');
    std::memcpy(heading.data(), &people::Saving::version, sizeof(std::uint32_t));
    std::memcpy(heading.data() + sizeof(std::uint32_t), &mark.fence, sizeof(std::uint64_t));
    return heading + mark.label;
}

std::optional<SnapshotMark> mark_in(std::string_view heading)
{
    std::uint32_t version = 0;
    SnapshotMark mark;
    if (heading.size() < sizeof(version) + sizeof(mark.fence)) return {};
    std::memcpy(&version, heading.data(), sizeof(version));
    std::memcpy(&mark.fence, heading.data() + sizeof(version), sizeof(mark.fence));
    mark.label = heading.substr(sizeof(version) + sizeof(mark.fence));
    if (version != people::Saving::version) return {};
    return mark;
}

class SealedSource final : public people::Source {
public:
    explicit SealedSource(keeping::SealedReader& reader) : reader_{reader} {}
    bool read(std::span<std::uint8_t> bytes) override { return reader_.read(bytes); }
    std::uint64_t remaining() const override { return reader_.remaining(); }

private:
    keeping::SealedReader& reader_;
};

} // namespace

Outcome<void> Finder::save(const std::filesystem::path& file, const SnapshotMark& mark,
                           const SnapshotKey& key) const
{
    if (mark.label.size() > label_most)
        return refuse(RefusalCode::snapshot_unwritten, "label", "The label is too long.");
    keeping::SealedWriter writer{file, heading_of(mark), key};
    people::Saving::save(index_->copy(),
                         [&](std::span<const std::uint8_t> bytes) { writer.write(bytes); });
    if (!writer.finish()) return refuse(RefusalCode::snapshot_unwritten);
    return {};
}

Outcome<SnapshotMark> Finder::open(const std::filesystem::path& file, const SnapshotWanted& wanted,
                                   const SnapshotKey& key)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) return refuse(RefusalCode::no_such_file);
    keeping::SealedReader reader{file};
    const auto mark = mark_in(reader.heading());
    if (!mark) return refuse(RefusalCode::snapshot_damaged);
    // Not proved yet; but a file that says so of itself is not worth the reading.
    if (mark->label != wanted.label || mark->fence < wanted.oldest_fence ||
        mark->fence > wanted.newest_fence)
        return refuse(RefusalCode::snapshot_stale);
    reader.unseal_with(key);
    SealedSource source{reader};
    const auto opened = people::Saving::opened(source);
    if (!opened) return refuse(RefusalCode::snapshot_damaged);
    index_->replace(*opened);
    return *mark;
}

} // namespace heed::matching
