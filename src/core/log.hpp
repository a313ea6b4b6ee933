#pragma once

#include "core/id.hpp"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace heed::log {

/// Text the program itself holds. Only a literal converts, so nothing that came from a person,
/// a file or the store can reach the log.
class Literal {
public:
    template <std::size_t N> consteval Literal(const char (&text)[N]) : text_{text, N - 1} {}
    std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

/// What a log line may hold beside its event: literals, numbers, ids and refusal codes. A
/// std::string does not convert: text refuses to be logged.
class Field {
public:
    Field(Literal name, Literal value) : name_{name.text()}, value_{quoted(value.text())} {}
    Field(Literal name, std::int64_t number) : name_{name.text()}, value_{std::to_string(number)} {}
    template <class Kind>
    Field(Literal name, const Id<Kind>& id) : name_{name.text()}, value_{quoted(id.text())}
    {
    }
    std::string_view name() const { return name_; }
    std::string_view value() const { return value_; }

private:
    static std::string quoted(std::string_view text) { return '"' + std::string{text} + '"'; }
    std::string_view name_;
    std::string value_;
};

/// One JSON line on standard error, with the time.
void line(Literal event, std::initializer_list<Field> fields = {});

/// A fault's or broken's own text, which by their contract holds no person's data.
void failure(Literal event, const std::exception& why, std::initializer_list<Field> fields = {});

} // namespace heed::log
