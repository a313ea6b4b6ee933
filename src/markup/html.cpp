#include "markup/html.hpp"

namespace heed::markup {

Html Html::escaped(std::string_view text)
{
    Html html;
    html.append_escaped(text);
    return html;
}

Html& Html::operator<<(Literal markup)
{
    markup_ += markup.view();
    return *this;
}

Html& Html::operator<<(const Html& made)
{
    markup_ += made.markup_;
    return *this;
}

void Html::append_escaped(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t special = text.find_first_of("&<>\"'");
        markup_ += text.substr(0, special);
        if (special == std::string_view::npos) return;
        switch (text[special]) {
        case '&': markup_ += "&amp;"; break;
        case '<': markup_ += "&lt;"; break;
        case '>': markup_ += "&gt;"; break;
        case '"': markup_ += "&quot;"; break;
        default: markup_ += "&#39;"; break;
        }
        text.remove_prefix(special + 1);
    }
}

} // namespace heed::markup
