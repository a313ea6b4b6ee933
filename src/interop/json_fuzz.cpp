// Any bytes as JSON: no crash, and whatever is read, written out again, is read the same.
#include "interop/json_reader.hpp"

#include "core/ensure.hpp"
#include "core/json.hpp"

namespace {

using heed::ensure;
using heed::interop::JsonObject;

void write(heed::JsonWriter& json, const JsonObject& object)
{
    json.object();
    for (const std::string_view key : object.keys()) {
        json.key(key);
        if (const auto text = object.text(key))
            json.value(*text);
        else if (const auto number = object.number(key))
            json.raw(*number);
        else if (const auto truth = object.boolean(key))
            json.value(*truth);
        else if (const auto inner = object.object(key))
            write(json, *inner);
        else if (const auto texts = object.texts(key); texts && !texts->empty()) {
            json.array();
            for (const auto& one : *texts) json.value(one);
            json.end();
        } else if (const auto objects = object.objects(key); objects && !objects->empty()) {
            json.array();
            for (const auto& one : *objects) write(json, one);
            json.end();
        } else {
            json.null(); // null, an empty list, or a list of something else
        }
    }
    json.end();
}

std::string written(const JsonObject& object)
{
    heed::JsonWriter json;
    write(json, object);
    return json.text();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto read = heed::interop::read_json({reinterpret_cast<const char*>(data), size},
                                               std::size_t{1} << 16U);
    if (!read) return 0;
    const std::string once = written(*read);
    const auto again = heed::interop::read_json(once);
    ensure(again.has_value(), "what is written can be read");
    ensure(written(*again) == once, "and is the same");
    return 0;
}
