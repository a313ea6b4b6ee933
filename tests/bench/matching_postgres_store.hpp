#pragma once

#include "matching_cases.hpp"

#include <memory>

namespace heed::bench {

/// The search that a good engineer would write on PostgreSQL: a row a name; B-trees on birth and
/// sound, on both sounds, on town and sound; candidates by branches that are joined by UNION and
/// ranked in the statement; a trigram index when nothing good came of that. Everything stays in
/// memory, nothing is synced: a generous setting.
class PostgresSearch {
public:
    /// `url` is of an empty database with pg_trgm and fuzzystrmatch at hand. `short_forms` is the
    /// file of names and short forms that it is given, as data/names/short-forms.txt.
    PostgresSearch(const std::string& url, const std::string& short_forms);
    ~PostgresSearch();
    PostgresSearch(const PostgresSearch&) = delete;
    PostgresSearch& operator=(const PostgresSearch&) = delete;

    void fill(std::uint64_t children, std::uint64_t seed);
    Outcome ask(const support::Question& question) const;
    void print_size() const;

private:
    class Session;
    std::unique_ptr<Session> session_;
    double built_in_ = 0;
};

} // namespace heed::bench
