#pragma once

#include "core/outcome.hpp"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heed::interop {

/// Objects and arrays may stand this deep in one another.
inline constexpr std::size_t json_depth_max = 32;

enum class JsonKind; // of a value; json_reader.cpp's own

/// One object of a JSON document that came from outside. Whatever is wrong is refused as
/// `malformed_json` with the path of the key as its field: `about.name`, `rows[2].line`.
///
/// The `_if` readers take an absent key and null alike for nothing; the others need a value.
class JsonObject {
public:
    Outcome<std::string> text(std::string_view key) const;
    Outcome<std::optional<std::string>> text_if(std::string_view key) const;
    /// A whole number, without point or exponent.
    Outcome<std::int64_t> integer(std::string_view key) const;
    Outcome<std::optional<std::int64_t>> integer_if(std::string_view key) const;
    Outcome<bool> boolean(std::string_view key) const;
    Outcome<std::optional<bool>> boolean_if(std::string_view key) const;
    /// A number in the very digits it was written with: `1.10` stays `1.10`.
    Outcome<std::string> number(std::string_view key) const;
    Outcome<std::optional<std::string>> number_if(std::string_view key) const;

    Outcome<JsonObject> object(std::string_view key) const;
    Outcome<std::optional<JsonObject>> object_if(std::string_view key) const;
    /// Lists of one kind; absent and null are an empty list.
    Outcome<std::vector<JsonObject>> objects(std::string_view key) const;
    Outcome<std::vector<std::string>> texts(std::string_view key) const;

    /// The keys, in order.
    std::vector<std::string_view> keys() const;
    bool has(std::string_view key) const;
    /// Refuses the first key that is none of these: for whoever would rather not overlook one.
    Outcome<void> only(std::initializer_list<std::string_view> known) const;

    /// Where it stands in the document; empty for the whole.
    const std::string& path() const { return path_; }

private:
    friend Outcome<JsonObject> read_json(std::string_view text, std::size_t bytes_max);
    struct Value;
    class Builder;

    JsonObject(std::shared_ptr<const Value> value, std::string path)
        : value_{std::move(value)}, path_{std::move(path)}
    {
    }
    Outcome<const Value*> find(std::string_view key, JsonKind kind) const;
    JsonObject at(const Value& value, std::string path) const;
    std::string path_of(std::string_view key) const;

    std::shared_ptr<const Value> value_; // owns the whole document, points at this object
    std::string path_;
};

/// Reads a document whose whole is an object: UTF-8, no key twice in one object, no NUL in a text,
/// at most json_depth_max deep and bytes_max long.
Outcome<JsonObject> read_json(std::string_view text, std::size_t bytes_max = std::size_t{1} << 20U);

} // namespace heed::interop
