#include "matching/finder.hpp"

#include "matching/index.hpp"

namespace heed::matching {

Finder::Finder() : index_{std::make_unique<Index>()} {}
Finder::~Finder() = default;

void Finder::put(const Person& person) { index_->put_all({&person, 1}); }

void Finder::put_all(const std::vector<Person>& people) { index_->put_all(people); }

void Finder::remove(std::string_view id) { index_->remove(id); }

std::vector<Candidate> Finder::alike(const Question& question, std::size_t top,
                                     float least_bits) const
{
    if (question.empty() || top == 0) return {};
    return index_->alike(question, top, least_bits);
}

Answer Finder::search(const Question& question, std::size_t top, Reach reach) const
{
    if (question.empty() || top == 0) return {};
    return index_->search(question, top, reach);
}

std::size_t Finder::size() const { return index_->size(); }

Holdings Finder::holdings() const { return index_->holdings(); }

} // namespace heed::matching
