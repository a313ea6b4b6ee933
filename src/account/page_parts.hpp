#pragma once

#include "core/outcome.hpp"
#include "forms/parts.hpp"
#include "permission/guard.hpp"

#include <optional>
#include <string>
#include <vector>

namespace heed::account {

// What the pages of this room share.

/// What was wrong with the form that came, if anything: shown at its field and at the top.
class Wrong {
public:
    Wrong() = default;
    explicit Wrong(Refusal refusal) : refusals_{std::move(refusal)} {}
    explicit Wrong(std::vector<Refusal> refusals) : refusals_{std::move(refusals)} {}

    /// For the field of that name.
    std::optional<forms::ErrorMessage> at(std::string_view field) const;
    markup::Html summary() const;
    explicit operator bool() const { return !refusals_.empty(); }
    /// 200 when nothing was; 503 when it is ours to be sorry; else 422.
    unsigned status() const;

private:
    std::vector<Refusal> refusals_;
};

/// A page of one narrow column: news, what is wrong, the heading, the content.
struct Shown {
    std::string title; ///< never a person
    markup::Html content;
    Wrong wrong = {};
    markup::Html news = {};
    std::string heading = {}; ///< the title when empty
};
permission::PageContent page(const Shown& shown);

/// "Firefox on Windows", from what a browser says of itself: for the list of one's sessions.
std::string device_named(std::string_view user_agent);

/// Where somebody was going before they signed in: a local path, else `/`.
std::string then_of(const web::Fields& fields);

/// A form with one button and nothing else to fill in.
markup::Html button_form(const std::string& action, const std::string& text,
                         const std::string& csrf, const std::string& classes);

/// A secret that is shown once: in large letters that cannot be mistaken for one another.
markup::Html shown_once(const std::string& secret);

/// What was just done, when `done` in the query names one of them.
struct Done {
    std::string_view code;
    const char* words;
};
markup::Html news(const web::Request& request, const std::vector<Done>& all);

} // namespace heed::account
