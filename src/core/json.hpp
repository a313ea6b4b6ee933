#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heed {

/// Writes one JSON document from first to last. Keys come out in the order given; what is absent
/// is `null`, never a missing key. Misuse (a value without a key, an unclosed object) is Broken.
///
///     JsonWriter json;
///     json.object().key("rows").value(3).key("outcome").value("held").end();
///     json.text();
class JsonWriter {
public:
    JsonWriter& object();
    JsonWriter& array();
    JsonWriter& end();
    JsonWriter& key(std::string_view name);
    JsonWriter& value(std::string_view text);
    JsonWriter& value(const char* text) { return value(std::string_view{text}); }
    JsonWriter& value(const std::string& text) { return value(std::string_view{text}); }
    JsonWriter& value(std::int64_t number);
    JsonWriter& value(int number) { return value(static_cast<std::int64_t>(number)); }
    JsonWriter& value(std::size_t number) { return value(static_cast<std::int64_t>(number)); }
    JsonWriter& value(bool truth);
    /// With `decimals` figures after the point.
    JsonWriter& value(double number, int decimals);
    JsonWriter& null();
    template <class T> JsonWriter& value(const std::optional<T>& maybe)
    {
        return maybe ? value(*maybe) : null();
    }
    /// A document written elsewhere, put in whole and unchecked.
    JsonWriter& raw(std::string_view document);

    /// The finished document. Broken while anything is still open.
    std::string text() const;

private:
    void before_value();

    std::string out_;
    std::vector<char> open_; // '{' or '[' for each level
    bool first_ = true, after_key_ = false;
};

} // namespace heed
