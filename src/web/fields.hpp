#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heed::web {

using NameAndValue = std::pair<std::string, std::string>;

/// Names with their values, in the order they came. A name may come more than once; case counts.
/// Text that came from outside is always UTF-8 without NUL.
class Fields {
public:
    Fields() = default;
    Fields(std::initializer_list<NameAndValue> all) : all_{all} {}

    void add(std::string name, std::string value)
    {
        all_.emplace_back(std::move(name), std::move(value));
    }
    /// The first of that name.
    std::optional<std::string_view> find(std::string_view name) const;
    /// The first of that name, or empty text when there is none.
    std::string_view text(std::string_view name) const { return find(name).value_or(""); }
    std::vector<std::string_view> all(std::string_view name) const;
    bool has(std::string_view name) const { return find(name).has_value(); }

    bool empty() const { return all_.empty(); }
    std::size_t size() const { return all_.size(); }
    auto begin() const { return all_.begin(); }
    auto end() const { return all_.end(); }
    bool operator==(const Fields&) const = default;

private:
    std::vector<NameAndValue> all_;
};

struct UploadedFile {
    std::string field; ///< the form control it was chosen in
    std::string name;  ///< as the browser called it, without folders; never a path to open
    std::string type;  ///< as the browser claims; not to be believed
    std::string bytes;
    bool operator==(const UploadedFile&) const = default;
};

/// What a person filled in: fields, and files held in memory. A file control left empty gives no
/// file.
class Form : public Fields {
public:
    using Fields::Fields;
    Form(Fields fields) : Fields{std::move(fields)} {} // NOLINT(google-explicit-constructor)

    std::vector<UploadedFile> files;

    /// The first file chosen in that control; null when none was.
    const UploadedFile* file(std::string_view field) const;
    bool operator==(const Form&) const = default;
};

/// Header fields: like Fields, but names are compared without case, and nothing in them can break
/// the line: a control character in a name or value is Broken.
class Headers {
public:
    Headers() = default;
    Headers(std::initializer_list<NameAndValue> all);

    void add(std::string name, std::string value);
    /// In place of all of that name.
    void set(std::string_view name, std::string value);
    std::optional<std::string_view> find(std::string_view name) const;
    std::size_t count(std::string_view name) const;
    bool has(std::string_view name) const { return find(name).has_value(); }
    auto begin() const { return all_.begin(); }
    auto end() const { return all_.end(); }

private:
    std::vector<NameAndValue> all_;
};

/// Whether the two are the same but for the case of A to Z.
bool same_name(std::string_view left, std::string_view right);

/// More fields than this in one form or query is refused.
inline constexpr std::size_t fields_max = 4000;

/// Undoes %41; nothing when a % is not followed by two hex digits, or when what comes out holds
/// NUL or is not UTF-8. `plus_is_space` as in forms and queries, not in paths.
std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space = false);

/// For one segment of a path or one value of a query: all but letters, digits and `-._~` as %41.
std::string percent_encoded(std::string_view text);

/// Reads `a=1&b=two+words` (a form's body or a query). Nothing when it is malformed or has more
/// than fields_max fields.
std::optional<Fields> read_urlencoded(std::string_view text);
std::string write_urlencoded(const Fields& fields);

/// The value of the cookie of that name in a Cookie header, as it stands. A value that a cookie
/// cannot hold (RFC 6265) is as good as none.
std::optional<std::string_view> find_cookie(std::string_view header, std::string_view name);
bool is_cookie_value(std::string_view text);

/// Reads multipart/form-data. Nothing when it is malformed, truncated, has more than fields_max
/// parts, or a name or field is not UTF-8.
std::optional<Form> read_multipart(std::string_view body, std::string_view boundary);
/// Broken when the boundary stands in what is to be written.
std::string write_multipart(const Form& form, std::string_view boundary);

/// The boundary of a `multipart/form-data; boundary=…` Content-Type; nothing when it is another
/// type or has no usable boundary.
std::optional<std::string> multipart_boundary(std::string_view content_type);

} // namespace heed::web
