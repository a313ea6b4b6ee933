#include "core/ensure.hpp"
#include "core/text.hpp"
#include "web/fields.hpp"

#include <algorithm>

namespace heed::web {

namespace {

constexpr std::string_view line_end = "\r\n";

/// Browsers write these three, and only these, inside a quoted name (WHATWG, multipart/form-data
/// encoding); a backslash stands for itself.
struct Escape {
    char plain;
    std::string_view written;
};
constexpr Escape escapes[] = {{'"', "%22"}, {'\r', "%0D"}, {'\n', "%0A"}};

std::string unescaped(std::string_view text)
{
    std::string plain;
    while (!text.empty()) {
        const auto* const found = std::ranges::find_if(
            escapes, [&](const Escape& escape) { return text.starts_with(escape.written); });
        const bool escaped = found != std::end(escapes);
        plain += escaped ? found->plain : text.front();
        text.remove_prefix(escaped ? found->written.size() : 1);
    }
    return plain;
}

std::string escaped(std::string_view text)
{
    std::string written;
    for (const char c : text) {
        const auto* const found = std::ranges::find(escapes, c, &Escape::plain);
        if (found == std::end(escapes))
            written += c;
        else
            written += found->written;
    }
    return written;
}

bool is_text(std::string_view bytes)
{
    return is_utf8(bytes) && bytes.find('\0') == std::string_view::npos;
}

std::string_view without_folders(std::string_view name)
{
    const auto slash = name.find_last_of("/\\");
    return slash == std::string_view::npos ? name : name.substr(slash + 1);
}

/// `form-data; name="a"; filename="b"` in pieces.
struct Disposition {
    std::optional<std::string> name, file_name;
};

/// Takes one `key="value"` or `key=value` off the front; nothing when there is none.
std::optional<NameAndValue> take_parameter(std::string_view& text)
{
    text = trimmed(text);
    const auto equals = text.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    NameAndValue parameter{std::string{trimmed(text.substr(0, equals))}, {}};
    text.remove_prefix(equals + 1);

    const bool quoted = text.starts_with('"');
    if (quoted) text.remove_prefix(1);
    const auto end = text.find(quoted ? '"' : ';');
    if (quoted && end == std::string_view::npos) return std::nullopt;
    const auto value = text.substr(0, end);
    parameter.second = quoted ? value : trimmed(value);
    text.remove_prefix(value.size() + (quoted ? 1 : 0));
    text = trimmed(text);
    if (text.empty()) return parameter;
    if (!text.starts_with(';')) return std::nullopt;
    text.remove_prefix(1);
    return parameter;
}

std::optional<Disposition> read_disposition(std::string_view value)
{
    const auto kind = trimmed(value.substr(0, value.find(';')));
    if (!same_name(kind, "form-data")) return std::nullopt;
    value.remove_prefix(std::min(value.find(';'), value.size() - 1) + 1);

    Disposition disposition;
    while (!trimmed(value).empty()) {
        const auto parameter = take_parameter(value);
        if (!parameter) return std::nullopt;
        auto* const wanted = same_name(parameter->first, "name")       ? &disposition.name
                             : same_name(parameter->first, "filename") ? &disposition.file_name
                                                                       : nullptr;
        if (!wanted) continue;
        if (*wanted) return std::nullopt;
        *wanted = unescaped(parameter->second);
        if (!is_text(**wanted)) return std::nullopt;
    }
    if (!disposition.name) return std::nullopt;
    return disposition;
}

/// One part: its header lines, an empty line, its content. False when it is malformed.
bool read_part(std::string_view part, Form& form)
{
    std::optional<Disposition> disposition;
    std::string_view type;
    for (;;) {
        const auto end = part.find(line_end);
        if (end == std::string_view::npos) return false;
        const auto line = part.substr(0, end);
        part.remove_prefix(end + line_end.size());
        if (line.empty()) break;

        const auto colon = line.find(':');
        if (colon == std::string_view::npos) return false;
        const auto name = line.substr(0, colon), value = trimmed(line.substr(colon + 1));
        if (same_name(name, "content-type")) type = value;
        if (!same_name(name, "content-disposition")) continue;
        if (disposition) return false;
        disposition = read_disposition(value);
        if (!disposition) return false;
    }
    if (!disposition || !is_text(type)) return false;

    if (!disposition->file_name) {
        if (!is_text(part)) return false;
        form.add(std::move(*disposition->name), std::string{part});
    } else if (!disposition->file_name->empty() || !part.empty()) {
        form.files.push_back({std::move(*disposition->name),
                              std::string{without_folders(*disposition->file_name)},
                              std::string{type}, std::string{part}});
    }
    return true;
}

} // namespace

std::optional<Form> read_multipart(std::string_view body, std::string_view boundary)
{
    const std::string delimiter = "\r\n--" + std::string{boundary};
    // The first delimiter has no line end of its own before it.
    if (!body.starts_with(std::string_view{delimiter}.substr(2))) return std::nullopt;
    body.remove_prefix(delimiter.size() - 2);

    Form form;
    for (std::size_t parts = 0;; ++parts) {
        if (body.starts_with("--")) {
            body.remove_prefix(2);
            if (!body.empty() && body != line_end) return std::nullopt;
            return form;
        }
        if (!body.starts_with(line_end) || parts == fields_max) return std::nullopt;
        body.remove_prefix(line_end.size());
        const auto end = body.find(delimiter);
        if (end == std::string_view::npos || !read_part(body.substr(0, end), form))
            return std::nullopt;
        body.remove_prefix(end + delimiter.size());
    }
}

std::string write_multipart(const Form& form, std::string_view boundary)
{
    std::string body;
    const auto begin_part = [&](std::string_view name) {
        body += "--" + std::string{boundary} + "\r\nContent-Disposition: form-data; name=\"";
        body += escaped(name) + '"';
    };
    const auto end_part = [&](std::string_view content) {
        ensure(content.find("--" + std::string{boundary}) == std::string_view::npos,
               "the boundary of a form stands in its content");
        body += "\r\n\r\n";
        body += content;
        body += line_end;
    };
    for (const auto& [name, value] : form) {
        begin_part(name);
        end_part(value);
    }
    for (const UploadedFile& file : form.files) {
        begin_part(file.field);
        body += "; filename=\"" + escaped(file.name) + "\"";
        if (!file.type.empty()) body += "\r\nContent-Type: " + file.type;
        end_part(file.bytes);
    }
    return body + "--" + std::string{boundary} + "--\r\n";
}

std::optional<std::string> multipart_boundary(std::string_view content_type)
{
    const auto semicolon = content_type.find(';');
    if (!same_name(trimmed(content_type.substr(0, semicolon)), "multipart/form-data"))
        return std::nullopt;
    std::string_view rest =
        semicolon == std::string_view::npos ? "" : content_type.substr(semicolon + 1);
    while (const auto parameter = take_parameter(rest)) {
        if (!same_name(parameter->first, "boundary")) continue;
        const std::string& boundary = parameter->second;
        const bool usable =
            !boundary.empty() && boundary.size() <= 70 &&
            std::ranges::all_of(boundary, [](char c) { return c > ' ' && c < 0x7F; });
        return usable ? std::optional{boundary} : std::nullopt;
    }
    return std::nullopt;
}

} // namespace heed::web
