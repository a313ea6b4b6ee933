#pragma once

#include "store/database.hpp"

#include <gtest/gtest.h>

namespace heed::testing {

/// An empty, migrated record of its own on one engine; gone when it goes out of scope.
/// PostgreSQL is the server of HEED_TEST_POSTGRES (`./dev test` starts one); without it a test on
/// PostgreSQL fails, because a promise that was not tried is not kept.
class FreshRecord {
public:
    enum class Engine { sqlite, postgres };

    explicit FreshRecord(Engine engine);
    FreshRecord(const FreshRecord&) = delete;
    FreshRecord& operator=(const FreshRecord&) = delete;
    ~FreshRecord();

    store::Database& database() { return *database_; }
    const std::string& url() const { return url_; }
    /// Closes and opens again, as after a restart.
    void reopen();

private:
    Engine engine_;
    std::string name_, url_;
    std::unique_ptr<store::Database> database_;
};

/// The base of a store test: `TEST_P` runs on every engine.
class OnEveryEngine : public ::testing::TestWithParam<FreshRecord::Engine> {
protected:
    FreshRecord record{GetParam()};
    store::Database& database{record.database()};
};

inline std::string engine_name(const ::testing::TestParamInfo<FreshRecord::Engine>& info)
{
    return info.param == FreshRecord::Engine::sqlite ? "SQLite" : "PostgreSQL";
}

/// After the class of each store test: `HEED_ON_EVERY_ENGINE(PlanStore);`
#define HEED_ON_EVERY_ENGINE(Suite)                                                                \
    INSTANTIATE_TEST_SUITE_P(Engines, Suite,                                                       \
                             ::testing::Values(heed::testing::FreshRecord::Engine::sqlite,         \
                                               heed::testing::FreshRecord::Engine::postgres),      \
                             heed::testing::engine_name)

} // namespace heed::testing
