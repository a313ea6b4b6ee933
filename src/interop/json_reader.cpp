#include "interop/json_reader.hpp"

#include <boost/json/basic_parser_impl.hpp>

#include <algorithm>
#include <charconv>

namespace heed::interop {

namespace json = boost::json;

enum class JsonKind { null, boolean, number, text, array, object };

struct JsonObject::Value {
    JsonKind kind = JsonKind::null;
    std::string key;          // in an object
    std::string text;         // of a text; the digits of a number; `true` or `false`
    std::vector<Value> parts; // of an array or object
};

namespace {

/// Keys come from outside: as much of one as helps to find it.
std::string shortened(std::string_view key)
{
    constexpr std::size_t enough = 60;
    return key.size() <= enough ? std::string{key} : std::string{key.substr(0, enough)} + "…";
}

std::string_view in_words(JsonKind kind)
{
    switch (kind) {
    case JsonKind::null: return "null";
    case JsonKind::boolean: return "true or false";
    case JsonKind::number: return "a number";
    case JsonKind::text: return "a text";
    case JsonKind::array: return "a list";
    case JsonKind::object: return "an object";
    }
    return "";
}

std::unexpected<Refusal> wrong(std::string path, std::string detail)
{
    return refuse(RefusalCode::malformed_json, std::move(path), std::move(detail));
}

} // namespace

/// What Boost's parser calls, piece by piece, to make the tree. Built here and not by Boost.JSON's
/// own values, for those keep the last of two equal keys and lose the digits of a decimal.
class JsonObject::Builder {
public:
    // Boost's parser asks for these four by name.
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);
    using Error = json::error_code;
    using Piece = json::string_view;

    Value root;
    std::string trouble, trouble_path;

    bool on_document_begin(Error&) { return true; }
    bool on_document_end(Error&) { return true; }
    bool on_object_begin(Error&) { return open(JsonKind::object); }
    bool on_object_end(std::size_t, Error& error)
    {
        std::vector<std::string_view> keys;
        for (const Value& member : open_.back()->parts) keys.emplace_back(member.key);
        std::ranges::sort(keys);
        const auto twice = std::ranges::adjacent_find(keys);
        if (twice != keys.end()) return fail(error, "It stands there twice.", *twice);
        open_.pop_back();
        return true;
    }
    bool on_array_begin(Error&) { return open(JsonKind::array); }
    bool on_array_end(std::size_t, Error&)
    {
        open_.pop_back();
        return true;
    }
    bool on_key_part(Piece piece, std::size_t, Error&) { return gather(piece); }
    bool on_key(Piece piece, std::size_t, Error& error)
    {
        gather(piece);
        if (holds_nul()) return fail(error, "A key has a NUL in it.", "");
        open_.back()->parts.push_back({.key = std::exchange(gathered_, {})});
        return true;
    }
    bool on_string_part(Piece piece, std::size_t, Error&) { return gather(piece); }
    bool on_string(Piece piece, std::size_t, Error& error)
    {
        gather(piece);
        const bool nul = holds_nul();
        Value& value = next(JsonKind::text);
        value.text = std::exchange(gathered_, {});
        return !nul || fail(error, "It has a NUL in it.");
    }
    bool on_number_part(Piece piece, Error&) { return gather(piece); }
    bool on_int64(std::int64_t, Piece piece, Error&) { return number(piece); }
    bool on_uint64(std::uint64_t, Piece piece, Error&) { return number(piece); }
    bool on_double(double, Piece piece, Error&) { return number(piece); }
    bool on_bool(bool truth, Error&)
    {
        next(JsonKind::boolean).text = truth ? "true" : "false";
        return true;
    }
    bool on_null(Error&)
    {
        next(JsonKind::null);
        return true;
    }
    bool on_comment_part(Piece, Error&) { return true; }
    bool on_comment(Piece, Error&) { return true; }

private:
    /// Where the next value goes: into the member last named, behind the last item, or the root.
    Value& next(JsonKind kind)
    {
        Value* place = &root;
        if (!open_.empty()) {
            Value& parent = *open_.back();
            if (parent.kind == JsonKind::array) parent.parts.emplace_back();
            place = &parent.parts.back();
        }
        place->kind = kind;
        return *place;
    }
    // Pointers stay good: a container only grows while none of its children is open.
    bool open(JsonKind kind)
    {
        open_.push_back(&next(kind));
        return true;
    }
    bool gather(Piece piece)
    {
        gathered_.append(piece.data(), piece.size());
        return true;
    }
    bool number(Piece piece)
    {
        gather(piece);
        next(JsonKind::number).text = std::exchange(gathered_, {});
        return true;
    }
    bool holds_nul() const { return gathered_.find('\0') != std::string::npos; }

    /// Stops, naming the key of the innermost object, if given; else the value last read.
    bool fail(Error& error, std::string_view why, std::optional<std::string_view> key = {})
    {
        trouble = why;
        for (const Value* value : open_) {
            if (value->kind == JsonKind::array)
                trouble_path += '[' + std::to_string(value->parts.size() - 1) + ']';
            else
                append_key(key && value == open_.back() ? *key : value->parts.back().key);
        }
        error = json::make_error_code(json::error::exception);
        return false;
    }
    void append_key(std::string_view key)
    {
        if (key.empty()) return;
        if (!trouble_path.empty()) trouble_path += '.';
        trouble_path += shortened(key);
    }

    std::vector<Value*> open_;
    std::string gathered_;
};

namespace {

/// The number that the digits write, when it is whole and fits.
std::optional<std::int64_t> whole(std::string_view digits)
{
    std::int64_t number = 0;
    const char* const begin = digits.data();
    const char* const end = begin + digits.size();
    const auto read = std::from_chars(begin, end, number);
    return read.ec == std::errc{} && read.ptr == end ? std::optional{number} : std::nullopt;
}

template <class T> Outcome<T> needed(Outcome<std::optional<T>> read, std::string path)
{
    std::optional<T> value = TRY(std::move(read));
    if (!value) return wrong(std::move(path), "It is needed.");
    return std::move(*value);
}

} // namespace

/// The value of that key; null when it is absent or null; refused when it is of another kind.
Outcome<const JsonObject::Value*> JsonObject::find(std::string_view key, JsonKind kind) const
{
    const auto found = std::ranges::find(value_->parts, key, &Value::key);
    if (found == value_->parts.end() || found->kind == JsonKind::null) return nullptr;
    if (found->kind != kind)
        return wrong(path_of(key), "It must be " + std::string{in_words(kind)} + ".");
    return &*found;
}

std::string JsonObject::path_of(std::string_view key) const
{
    return path_.empty() ? std::string{key} : path_ + "." + std::string{key};
}

JsonObject JsonObject::at(const Value& value, std::string path) const
{
    return JsonObject{std::shared_ptr<const Value>{value_, &value}, std::move(path)};
}

Outcome<std::optional<std::string>> JsonObject::text_if(std::string_view key) const
{
    const Value* value = TRY(find(key, JsonKind::text));
    return value ? std::optional{value->text} : std::nullopt;
}

Outcome<std::optional<std::int64_t>> JsonObject::integer_if(std::string_view key) const
{
    const Value* value = TRY(find(key, JsonKind::number));
    if (!value) return std::nullopt;
    const auto number = whole(value->text);
    if (!number) return wrong(path_of(key), "It must be a whole number.");
    return number;
}

Outcome<std::optional<bool>> JsonObject::boolean_if(std::string_view key) const
{
    const Value* value = TRY(find(key, JsonKind::boolean));
    return value ? std::optional{value->text == "true"} : std::nullopt;
}

Outcome<std::optional<std::string>> JsonObject::number_if(std::string_view key) const
{
    const Value* value = TRY(find(key, JsonKind::number));
    return value ? std::optional{value->text} : std::nullopt;
}

Outcome<std::optional<JsonObject>> JsonObject::object_if(std::string_view key) const
{
    const Value* value = TRY(find(key, JsonKind::object));
    return value ? std::optional{at(*value, path_of(key))} : std::nullopt;
}

Outcome<std::string> JsonObject::text(std::string_view key) const
{
    return needed(text_if(key), path_of(key));
}

Outcome<std::int64_t> JsonObject::integer(std::string_view key) const
{
    return needed(integer_if(key), path_of(key));
}

Outcome<bool> JsonObject::boolean(std::string_view key) const
{
    return needed(boolean_if(key), path_of(key));
}

Outcome<std::string> JsonObject::number(std::string_view key) const
{
    return needed(number_if(key), path_of(key));
}

Outcome<JsonObject> JsonObject::object(std::string_view key) const
{
    return needed(object_if(key), path_of(key));
}

Outcome<std::vector<JsonObject>> JsonObject::objects(std::string_view key) const
{
    std::vector<JsonObject> objects;
    const Value* list = TRY(find(key, JsonKind::array));
    for (std::size_t i = 0; list && i < list->parts.size(); ++i) {
        std::string path = path_of(key) + '[' + std::to_string(i) + ']';
        if (list->parts[i].kind != JsonKind::object)
            return wrong(std::move(path), "It must be an object.");
        objects.push_back(at(list->parts[i], std::move(path)));
    }
    return objects;
}

Outcome<std::vector<std::string>> JsonObject::texts(std::string_view key) const
{
    std::vector<std::string> texts;
    const Value* list = TRY(find(key, JsonKind::array));
    for (std::size_t i = 0; list && i < list->parts.size(); ++i) {
        if (list->parts[i].kind != JsonKind::text)
            return wrong(path_of(key) + '[' + std::to_string(i) + ']', "It must be a text.");
        texts.push_back(list->parts[i].text);
    }
    return texts;
}

std::vector<std::string_view> JsonObject::keys() const
{
    std::vector<std::string_view> keys;
    for (const Value& member : value_->parts) keys.emplace_back(member.key);
    return keys;
}

bool JsonObject::has(std::string_view key) const
{
    return std::ranges::find(value_->parts, key, &Value::key) != value_->parts.end();
}

Outcome<void> JsonObject::only(std::initializer_list<std::string_view> known) const
{
    for (const std::string_view key : keys())
        if (std::ranges::find(known, key) == known.end())
            return wrong(path_of(shortened(key)), "There is no such key here.");
    return {};
}

Outcome<JsonObject> read_json(std::string_view text, std::size_t bytes_max)
{
    if (text.size() > bytes_max) return refuse(RefusalCode::too_long);
    json::parse_options options;
    options.max_depth = json_depth_max;
    json::basic_parser<JsonObject::Builder> parser{options};
    json::error_code error;
    const std::size_t read = parser.write_some(false, text.data(), text.size(), error);
    JsonObject::Builder& built = parser.handler();
    if (!built.trouble.empty()) return wrong(built.trouble_path, built.trouble);
    if (!error && read < text.size()) error = json::make_error_code(json::error::extra_data);
    if (error == json::error::too_deep) return wrong("", "It is nested too deep.");
    if (error) return wrong("", "It is no JSON from byte " + std::to_string(read + 1) + " on.");
    if (built.root.kind != JsonKind::object) return wrong("", "It must be an object.");
    return JsonObject{std::make_shared<const JsonObject::Value>(std::move(built.root)), ""};
}

} // namespace heed::interop
