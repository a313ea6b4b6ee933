#include "pieces/answer.hpp"

#include "markup/components_text.hpp"

namespace heed::pieces {

using namespace heed::markup;

namespace {

Literal class_of(Tone tone)
{
    switch (tone) {
    case Tone::yes: return "heed-answer heed-answer--yes";
    case Tone::caution: return "heed-answer heed-answer--caution";
    case Tone::no: return "heed-answer heed-answer--no";
    case Tone::question: return "heed-answer heed-answer--question";
    case Tone::failed: return "heed-answer heed-answer--failed";
    }
    return "heed-answer";
}

} // namespace

Html answer_card(const AnswerCard& options)
{
    Html html;
    html << "<section class=\"" << class_of(options.tone) << "\" aria-labelledby=\"" << options.id
         << "\"><div class=\"heed-answer__head\"><h2 class=\"heed-answer__sentence\" id=\""
         << options.id << "\" tabindex=\"-1\""
         << (options.takes_focus ? Html{" autofocus"} : Html{}) << ">" << options.sentence
         << "</h2>";
    if (!options.about.empty())
        html << "<p class=\"heed-answer__about\">" << options.about << "</p>";
    html << "</div><div class=\"heed-answer__body"
         << (options.next.empty() ? Html{" heed-answer__body--whole"} : Html{}) << "\"><div>"
         << options.content << "</div>";
    if (!options.next.empty())
        html << "<div class=\"heed-answer__next\">" << options.next << "</div>";
    html << "</div>";
    if (!options.notice.empty())
        html << "<p class=\"heed-answer__notice\">" << options.notice << "</p>";
    html << "</section>";
    return html;
}

Html contact(const Contact& options)
{
    Html html{"<div class=\"heed-contact\"><p class=\"heed-contact__who\">"};
    html << "<span class=\"heed-contact__role\">" << options.role << "</span> <strong>"
         << options.name << "</strong></p>";
    if (!options.telephone.empty())
        html << "<p class=\"heed-contact__number\">" << telephone(options.telephone) << "</p>";
    for (const Html& note : options.notes)
        html << "<p class=\"heed-contact__note\">" << note << "</p>";
    html << "</div>";
    return html;
}

Html telephone(const std::string& number)
{
    return link(number, Url::telephone(number), "govuk-link heed-telephone");
}

Html steps(const std::string& title, const std::vector<Words>& steps, int heading_level)
{
    Html html = heading(heading_level, title, "heed-steps__title");
    html << "<ol class=\"heed-steps\">";
    for (const Words& step : steps) html << "<li>" << step.html() << "</li>";
    html << "</ol>";
    return html;
}

Html danger_line(const Words& text)
{
    Html html;
    html << "<p class=\"heed-danger\">" << text.html() << "</p>";
    return html;
}

Html fact(const std::string& label, const Words& text)
{
    Html html;
    html << "<p class=\"heed-fact\"><strong>" << label << ":</strong> " << text.html() << "</p>";
    return html;
}

Html small_print(const Words& text) { return paragraph(text, "heed-small"); }

} // namespace heed::pieces
