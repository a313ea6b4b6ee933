#pragma once

#include "core/day.hpp"
#include "core/outcome.hpp"
#include "forms/forms.hpp"
#include "web/fields.hpp"

#include <optional>
#include <string>
#include <vector>

namespace heed::office {

/// A form as it was last typed, and what was wrong with it: each field shows what stood in it and
/// the refusal that is about it. Nothing that was typed is lost by a refusal.
class Sheet {
public:
    Sheet() = default;
    explicit Sheet(web::Fields typed, std::optional<Refusal> wrong = {})
        : typed_{std::move(typed)}, wrong_{std::move(wrong)}
    {
    }

    const web::Fields& typed() const { return typed_; }
    bool is_wrong() const { return wrong_.has_value(); }
    unsigned status() const { return wrong_ ? 422U : 200U; }

    // What was typed, without white space at its ends.
    std::string text(std::string_view name) const;
    /// Refuses `needed` when nothing was typed, `not_a_date`.
    Outcome<Day> day(const std::string& name) const;
    /// Nothing when nothing was typed. Refuses `not_a_date`.
    Outcome<std::optional<Day>> maybe_day(const std::string& name) const;
    /// Also a day in one field, as a link has it ("2026-11-24"). Refuses as maybe_day.
    Outcome<std::optional<Day>> linked_day(const std::string& name) const;

    // What is shown.
    markup::Html problems() const; ///< the error summary; empty when nothing is wrong
    std::optional<forms::ErrorMessage> error_at(std::string_view name) const;
    markup::Html input(const std::string& label, const std::string& name,
                       const std::string& hint = {}) const;
    markup::Html textarea(const std::string& label, const std::string& name,
                          const std::string& hint = {}) const;
    markup::Html date(const std::string& legend, const std::string& name,
                      const std::string& hint = {}) const;
    markup::Html select(const std::string& label, const std::string& name,
                        std::vector<forms::Option> options) const;
    markup::Html radios(const std::string& legend, const std::string& name,
                        std::vector<forms::Choice> choices) const;
    markup::Html checkboxes(const std::string& legend, const std::string& name,
                            std::vector<forms::Choice> choices) const;

private:
    web::Fields typed_;
    std::optional<Refusal> wrong_;
};

/// The three fields of a date with that day in them, for a form that begins with what is held.
void put_day(web::Fields& fields, const std::string& name, const std::optional<Day>& day);
/// The same with what was typed there, also when it is no day.
void put_typed_day(web::Fields& fields, const std::string& name, const web::Fields& typed);

} // namespace heed::office
