#include "conformance/gallery/gallery.hpp"

#include "forms/forms.hpp"
#include "markup/components.hpp"
#include "pieces/answer.hpp"
#include "pieces/data_table.hpp"
#include "pieces/search.hpp"

namespace heed::gallery {

using namespace heed::markup;
using namespace heed::pieces;

namespace {

Html box(const std::string& value, const std::vector<std::string>& understood)
{
    return search_box({.action = "desk-yes.html",
                       .label = "Name, birth date, postcode or number, in any order",
                       .button = "Ask",
                       .value = value,
                       .understood = understood,
                       .autofocus = value.empty(),
                       .compact = !value.empty(),
                       .by_post = false});
}

Html key_worker()
{
    Html cover{"Until 5pm. No reply: covered by Ruth Adeleke, "};
    cover << telephone("01632 960 118");
    Html night{"Nights and weekends: "};
    night << telephone("01632 960 191");
    return contact({.role = "Key worker",
                    .name = "Idris Vaughan, West team",
                    .telephone = "01632 960 164",
                    .notes = {cover, night}});
}

Html caller_form()
{
    using namespace heed::forms;
    const Html left = input({.label = "Who is asking, and their job",
                             .name = "caller",
                             .value = "Dr Moira Petrie, registrar"}) +
                      input({.label = "Agency", .name = "agency", .value = "County Hospital"});
    const Html right = input({.label = "Number you rang back on",
                              .name = "called_back",
                              .hint = "As listed here: 01632 960 700, switchboard",
                              .classes = "govuk-input--width-20",
                              .inputmode = "tel"}) +
                       textarea({.label = "What has happened", .name = "reason", .rows = 3});
    return form({.action = "desk-yes.html",
                 .content = even_columns(left, right) + button({.text = "Keep this enquiry"}),
                 .draft = "enquiry"});
}

Html others()
{
    return data_table(
        {.caption = "Two more who may be meant",
         .columns = {{.title = "Name"}, {.title = "Born"}, {.title = "Area"}, {.title = "Why"}},
         .rows = {{link("Osian Bell", "record.html"), "9 June 2018", "Eastgate",
                   "surname sounds the same"},
                  {link("Ossie Beale", "record.html"), "6 September 2018", "Harbour",
                   "day and month swapped"}}});
}

} // namespace

Html desk_before()
{
    return specimen_page("Enquiry desk", 0,
                         heading(1, "Is a child subject to a plan?", "govuk-heading-l") +
                             box("", {}) +
                             paragraph("Nothing is told before the caller has been rung back on a "
                                       "number that the directory holds."));
}

Html desk_yes()
{
    Html main = heading(1, "Is a child subject to a plan?", "govuk-heading-m");
    main << box("osian beal 9/6/18", {"Name: osian beal", "Born: 9 June 2018"})
         << answer_card(
                {.tone = Tone::yes,
                 .sentence = "Yes, subject to a child protection plan.",
                 .about = "Osian Beale, boy, born 9 June 2018 (8)",
                 .content =
                     fact("Check", "lives at 31 Tanner Street, NX2 5QF with Carys Beale (mother). "
                                   "Also called Ossie.") +
                     key_worker() +
                     small_print("Since 2 September 2026. Main category: neglect. Sister Lowri "
                                 "Beale (11) is on a plan too."),
                 .next = danger_line("In danger now? 999 first.") +
                         steps("Next", {"Ring the caller back on the number below.",
                                        "Give the key worker’s name and number.",
                                        "Write down what has happened."}),
                 .notice = "Receipt 7K3M-20QX. Answered at 03:10 on 22 November 2026; the record "
                           "held 1,904 children."})
         << inset_text({.text = Html{"This is the <strong>second</strong> enquiry about Osian in "
                                     "six days. Keeping it tells Idris Vaughan and the manager."}})
         << heading(2, "About the call", "govuk-heading-m") << caller_form() << others();
    return specimen_page("Enquiry desk", 0, main);
}

Html desk_no()
{
    Html main = heading(1, "Is a child subject to a plan?", "govuk-heading-m");
    main << box("tamsin rourke 2021 NX4 8PB",
                {"Name: tamsin rourke", "Born: 2021", "Postcode: NX4 8PB"})
         << answer_card({.tone = Tone::no,
                         .sentence = "No plan found here.",
                         .about = "Nobody like this is known to us.",
                         .content = danger_line("This does not mean that the child is safe.") +
                                    paragraph("Somebody else may know the family, or nobody yet.") +
                                    small_print("Tried: Tamsin, Tamzin, Thomasin; Rourke, Rorke, "
                                                "O’Rourke. 1,904 children and all their other "
                                                "names. Up to date at 03:10."),
                         .next = steps("Next", {"Ask for a parent’s name and try that.",
                                                "Is the caller worried? Take the concern."}) +
                                 button({.text = "Record a concern"}),
                         .notice = "Receipt 7K3M-20QY."});
    return specimen_page("Enquiry desk", 0, main);
}

Html desk_other_answers()
{
    Html main = heading(1, "The other answers", "govuk-heading-m");
    main << answer_card({.tone = Tone::caution,
                         .sentence = "Not on a plan, but another child at home is.",
                         .about = "Nia Beale, girl, born 1 May 2024 (2)",
                         .content = key_worker(),
                         .takes_focus = false,
                         .id = "caution"})
         << answer_card({.tone = Tone::question,
                         .sentence = "Which child is meant?",
                         .about = "Three may be. Nothing is told until one is chosen.",
                         .content = others(),
                         .takes_focus = false,
                         .id = "question"})
         << answer_card({.tone = Tone::failed,
                         .sentence = "Could not check.",
                         .about = "The record cannot be read just now. This is not a no.",
                         .content = contact({.role = "Ring",
                                             .name = "the out of hours manager",
                                             .telephone = "01632 960 191"}),
                         .takes_focus = false,
                         .id = "failed"});
    return specimen_page("Enquiry desk", 0, main);
}

} // namespace heed::gallery
