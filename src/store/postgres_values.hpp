#pragma once

#include "store/connection.hpp"

struct pg_result; // libpq's PGresult

namespace heed::store {

struct FreeResult {
    void operator()(pg_result* result) const;
};
using Result = std::unique_ptr<pg_result, FreeResult>;

/// Throws what PostgreSQL's SQLSTATE means to the house. The engine's own text may quote a value,
/// so it is passed on only for mistakes in the SQL itself (class 42).
[[noreturn]] void raise(const pg_result* result);

/// The rows of a result, one after another. `names` are those of its columns; filled when null.
void tell_rows(const pg_result* result, Row::Names& names, const Connection::EachRow& tell);

/// Parameters as libpq wants them: text, or bytes for blobs. What they are made of outlives them.
class Parameters {
public:
    explicit Parameters(std::span<const Value> values);
    int count() const { return static_cast<int>(pointers_.size()); }
    const char* const* values() const { return pointers_.data(); }
    const int* lengths() const { return lengths_.data(); }
    const int* formats() const { return formats_.data(); }

private:
    void add(const Value& value);

    std::vector<std::string> held_; // reserved once: its strings must not move
    std::vector<const char*> pointers_;
    std::vector<int> lengths_, formats_;
};

} // namespace heed::store
