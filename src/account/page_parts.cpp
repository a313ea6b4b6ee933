#include "account/page_parts.hpp"

#include "forms/form.hpp"
#include "markup/components_text.hpp"

#include <algorithm>
#include <array>

namespace heed::account {

using markup::Html;

std::optional<forms::ErrorMessage> Wrong::at(std::string_view field) const
{
    const auto found = std::ranges::find(refusals_, field, &Refusal::field);
    if (found == refusals_.end()) return std::nullopt;
    return forms::ErrorMessage{in_words(*found)};
}

Html Wrong::summary() const
{
    if (refusals_.empty()) return {};
    std::vector<forms::ErrorLink> errors;
    for (const Refusal& refusal : refusals_) {
        errors.push_back({.text = in_words(refusal)});
        if (!refusal.field.empty()) errors.back().href = markup::Url{"#" + refusal.field};
    }
    return forms::error_summary({.errors = std::move(errors)});
}

unsigned Wrong::status() const
{
    if (refusals_.empty()) return 200;
    return refusals_.front().code == RefusalCode::too_many_sign_ins ? 503 : 422;
}

permission::PageContent page(const Shown& shown)
{
    Html main;
    main << "<div class=\"govuk-grid-row\"><div class=\"govuk-grid-column-two-thirds\">"
         << shown.news << shown.wrong.summary()
         << markup::heading(1, shown.heading.empty() ? shown.title : shown.heading,
                            "govuk-heading-l")
         << shown.content << "</div></div>";
    return {.title = (shown.wrong ? "Error: " : "") + shown.title,
            .active_navigation = {},
            .main = main,
            .status = shown.wrong.status()};
}

std::string device_named(std::string_view user_agent)
{
    struct Known {
        std::string_view sign, name;
    };
    // In this order: each says that it is those after it as well.
    static constexpr std::array browsers{Known{"Edg", "Edge"}, Known{"Firefox/", "Firefox"},
                                         Known{"Chrome/", "Chrome"}, Known{"Safari/", "Safari"}};
    static constexpr std::array systems{Known{"Windows", "Windows"}, Known{"Android", "Android"},
                                        Known{"iPhone", "iPhone"},   Known{"iPad", "iPad"},
                                        Known{"Mac OS", "Mac"},      Known{"Linux", "Linux"}};
    const auto named = [&](const auto& all, std::string_view otherwise) {
        const auto found = std::ranges::find_if(
            all, [&](const Known& one) { return user_agent.contains(one.sign); });
        return std::string{found == all.end() ? otherwise : found->name};
    };
    return named(browsers, "Another browser") + " on " + named(systems, "another system");
}

std::string then_of(const web::Fields& fields)
{
    const auto then = fields.text("then");
    return web::is_local_path(then) ? std::string{then} : "/";
}

Html button_form(const std::string& action, const std::string& text, const std::string& csrf,
                 const std::string& classes)
{
    return forms::form({.action = action,
                        .csrf = csrf,
                        .content = markup::button({.text = text, .classes = classes})});
}

Html shown_once(const std::string& secret)
{
    Html code;
    code << "<code class=\"govuk-!-font-size-24 govuk-!-text-break-word\">" << secret << "</code>";
    return markup::inset_text({.text = code});
}

Html news(const web::Request& request, const std::vector<Done>& all)
{
    const auto done = std::ranges::find(all, request.query.text("done"), &Done::code);
    if (done == all.end()) return {};
    return markup::notification_banner({.text = done->words, .success = true});
}

} // namespace heed::account
