#include "matching/finder.hpp"

#include "matching/index.hpp"

namespace heed::matching {

Finder::Finder() : index_{std::make_unique<Index>()} {}
Finder::~Finder() = default;

void Finder::put(const Person& person) { index_->put_all({&person, 1}); }

void Finder::put_all(const std::vector<Person>& people) { index_->put_all(people); }

void Finder::remove(std::string_view id) { index_->remove(id); }

Answer Finder::search(const Question& question, std::size_t top, Reach reach) const
{
    if (question.empty() || top == 0) return {};
    return index_->search(question, top, reach);
}

std::size_t Finder::size() const { return index_->size(); }

Holdings Finder::holdings() const { return index_->holdings(); }

Outcome<void> Finder::save(const std::filesystem::path&, const SnapshotMark&,
                           const SnapshotKey&) const
{
    return refuse(RefusalCode::snapshot_unwritten);
}

Outcome<SnapshotMark> Finder::open(const std::filesystem::path& file, const SnapshotWanted&,
                                   const SnapshotKey&)
{
    if (!std::filesystem::exists(file)) return refuse(RefusalCode::no_such_file);
    return refuse(RefusalCode::snapshot_damaged);
}

} // namespace heed::matching
