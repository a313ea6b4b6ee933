#include "store/postgres_values.hpp"

#include <charconv>
#include <libpq-fe.h>

namespace heed::store {

void FreeResult::operator()(pg_result* result) const { PQclear(result); }

void raise(const PGresult* result)
{
    using Kind = Conflict::Kind;
    const char* told = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const std::string state = told ? told : "";
    if (state == "23505") throw Conflict{Kind::unique, "there is one already"};
    if (state == "23503") throw Conflict{Kind::foreign_key, "it names what is not there"};
    if (state == "23514" || state == "P0001")
        throw Conflict{Kind::check, "a check in the database forbids it"};
    if (state == "23502") throw Conflict{Kind::not_null, "a value is missing"};
    if (state == "40001" || state == "40P01" || state == "55P03")
        throw TryAgain{"the database asks to try again"};
    if (state.empty() || state.starts_with("08") || state.starts_with("57P"))
        throw ConnectionLost{"the connection to the database broke"};
    if (state == "53100") throw Fault{"the database's disk is full"};
    if (state.starts_with("42")) {
        const char* text = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
        throw Broken{"SQL that PostgreSQL does not understand: " + std::string{text ? text : ""}};
    }
    throw Fault{"PostgreSQL failed with state " + state};
}

namespace {

constexpr Oid oid_bytea = 17, oid_int8 = 20, oid_int2 = 21, oid_int4 = 23, oid_numeric = 1700;

Value read_value(const PGresult* result, int row, int column)
{
    if (PQgetisnull(result, row, column)) return nullptr;
    const char* text = PQgetvalue(result, row, column);
    const auto length = static_cast<std::size_t>(PQgetlength(result, row, column));
    switch (PQftype(result, column)) {
    case oid_int2:
    case oid_int4:
    case oid_int8:
    case oid_numeric: { // SUM over whole numbers is numeric
        std::int64_t number = 0;
        const auto read = std::from_chars(text, text + length, number);
        ensure(read.ptr == text + length, "fractions are not stored");
        return number;
    }
    case oid_bytea: {
        std::size_t size = 0;
        unsigned char* raw = PQunescapeBytea(reinterpret_cast<const unsigned char*>(text), &size);
        Blob blob{std::string{reinterpret_cast<char*>(raw), size}};
        PQfreemem(raw);
        return blob;
    }
    default: return std::string{text, length};
    }
}

} // namespace

void tell_rows(const PGresult* result, Row::Names& names, const Connection::EachRow& tell)
{
    if (!names) {
        auto found = std::make_shared<std::vector<std::string>>();
        for (int column = 0; column < PQnfields(result); ++column)
            found->emplace_back(PQfname(result, column));
        names = std::move(found);
    }
    for (int row = 0; row < PQntuples(result); ++row) {
        std::vector<Value> values;
        values.reserve(names->size());
        for (int column = 0; column < PQnfields(result); ++column)
            values.push_back(read_value(result, row, column));
        tell(Row{names, std::move(values)});
    }
}

Parameters::Parameters(std::span<const Value> values)
{
    held_.reserve(values.size());
    for (const Value& value : values) add(value);
}

void Parameters::add(const Value& value)
{
    const char* pointer = nullptr;
    int length = 0, format = 0;
    if (const auto* text = std::get_if<std::string>(&value)) {
        pointer = text->c_str();
    } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
        held_.push_back(std::to_string(*number));
        pointer = held_.back().c_str();
    } else if (const auto* blob = std::get_if<Blob>(&value)) {
        pointer = blob->bytes.data();
        length = static_cast<int>(blob->bytes.size());
        format = 1;
    }
    pointers_.push_back(pointer);
    lengths_.push_back(length);
    formats_.push_back(format);
}

} // namespace heed::store
