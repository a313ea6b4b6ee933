#include "core/log.hpp"

#include "core/ensure.hpp"
#include "core/json.hpp"

#include <cstdio>

namespace heed::log {

namespace {

void write(std::string_view event, std::string_view why, std::initializer_list<Field> fields)
{
    JsonWriter json;
    json.object().key("at").value(to_iso(SystemClock{}.now())).key("event").value(event);
    for (const Field& field : fields) json.key(field.name()).raw(field.value());
    if (!why.empty()) json.key("why").value(why);
    json.end();
    const std::string text = json.text() + '\n';
    std::fwrite(text.data(), 1, text.size(), stderr);
}

} // namespace

void line(Literal event, std::initializer_list<Field> fields) { write(event.text(), {}, fields); }

void failure(Literal event, const std::exception& why, std::initializer_list<Field> fields)
{
    // Only our own exceptions promise to hold no person's data; of others, only the kind is told.
    const bool ours = dynamic_cast<const Fault*>(&why) || dynamic_cast<const Broken*>(&why);
    write(event.text(), ours ? why.what() : "an unexpected exception", fields);
}

} // namespace heed::log
