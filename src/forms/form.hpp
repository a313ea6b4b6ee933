#pragma once

#include "forms/parts.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The form itself and the list of what is wrong with it.
namespace heed::forms {

using markup::Url;

/// The name of the field that carries the token against forged requests.
inline constexpr const char* csrf_field = "csrf";

/// The session's token and a key of the page, in one text: what a form of that page carries.
std::string form_token(const std::string& csrf, const std::string& key);
/// Takes it apart again; a token alone has no key.
struct FormToken {
    std::string_view csrf, key;
};
FormToken read_form_token(std::string_view text);

/// A form that changes something. Everything in it works without script.
struct Form {
    Url action;
    /// The session's token, where sessions have one. With a key of the page in it (form_token), the
    /// form carries a key of its own: sent twice, it is carried out once.
    std::string csrf = {};
    Html content;
    /// When given, what is typed is kept on the server as it is typed (`POST /drafts/NAME`) and a
    /// line says so; see assets/README.md.
    std::string draft = {};
    std::string draft_kept = "Draft kept at"; ///< before the time
    std::string draft_failed = "Draft not kept: what you type is only on this screen";
    bool files = false; ///< multipart, for uploads
    std::string id = {}, classes = {};
};
Html form(const Form& options);

struct ErrorLink {
    Words text;
    std::optional<Url> href = {}; ///< "#" and the id of the field
    Attributes attributes = {};
};
/// All that is wrong, at the top of the page, each with a link to its field.
struct ErrorSummary {
    std::vector<ErrorLink> errors;
    Words title = "There is a problem";
    std::optional<Words> description = {};
    std::optional<bool> disable_auto_focus = {};
    std::string classes = {};
    Attributes attributes = {};
};
Html error_summary(const ErrorSummary& options);

} // namespace heed::forms
