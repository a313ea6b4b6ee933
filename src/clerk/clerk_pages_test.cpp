#include "clerk/clerk_pages.hpp"

#include "changeover/changeover_store.hpp"
#include "directory/directory_store.hpp"
#include "pack/library.hpp"
#include "plan/plan_store.hpp"
#include "support/browser.hpp"
#include "support/data.hpp"
#include "support/record_room.hpp"

#include <thread>

namespace heed::clerk {
namespace {

using changeover::KeptRow;
using changeover::RowState;
using permission::Role;
using testing::test_data;

constexpr const char* headings =
    "Register No,Surname,Forename(s),DOB,Sex,Address,Postcode,Category,Date registered,"
    "Next review,Key worker,Key worker telephone,Parent/Carer 1,Household no\n";
constexpr const char* ann = "1,Hill,Ann,14/3/03,F,1 Dock Road,ME1 1AA,Neglect,1/2/08,1/5/08,Ada "
                            "Okafor,01632 960001,Kim Hill,77\n";
constexpr const char* unregistered =
    "2,O'Brien <b>,Ben,1/1/01,M,\"1 Dock, Road\",ME1 1AA,Neglect,,1/5/08,Ada Okafor,01632 "
    "960001,Kim Hill,77\n";
constexpr const char* unsettled = "3,Bell,Cat,2/2/02,F,2 Dock Road,ME1 1AA,Grave concern,1/2/08,"
                                  "1/3/08,Duty team,01632 960001,Kim Bell,78\n";

class ClerkPages : public testing::RecordRoom {
protected:
    void SetUp() override
    {
        routes(router, guard, office, running);
        testing::sign_in_as(browser, Role::designated_manager, database, office.pen());
    }

    web::Response choose(const std::string& csv, const std::string& map = {})
    {
        web::Form form{
            web::Fields{{"as_at-day", "1"}, {"as_at-month", "4"}, {"as_at-year", "2008"}}};
        form.files.push_back({"file", "register.csv", "text/csv", csv});
        if (!map.empty()) form.files.push_back({"map", "map.toml", "text/plain", map});
        return browser.upload("/changeover/files", form);
    }
    static std::string between(const std::string& text, const std::string& before, char after)
    {
        const auto at = text.find(before);
        if (at == std::string::npos) return {};
        const auto begin = at + before.size();
        return text.substr(begin, text.find(after, begin) - begin);
    }
    /// Imports by the pages, waiting as a person would. Gives the report's page.
    std::string import(const std::string& csv)
    {
        const std::string tried = choose(csv).body;
        const std::string id = between(tried, "name=\"upload\" value=\"", '"');
        const auto begun = browser.post("/changeover/imports", {{"upload", id}});
        EXPECT_EQ(begun.status, 303U);
        for (;;) {
            const auto looked = browser.get(browser.location(begun));
            if (looked.status == 303) return browser.get(browser.location(looked)).body;
            EXPECT_EQ(looked.status, 200U);
            EXPECT_EQ(looked.headers.find("Refresh"), "2");
            std::this_thread::sleep_for(std::chrono::milliseconds{20});
        }
    }
    KeptRow only_row(RowState state)
    {
        const auto rows = database.read(
            [&](store::Snapshot& records) { return changeover::rows_in(records, state); });
        EXPECT_EQ(rows.size(), 1U);
        return rows.at(0);
    }
    std::size_t plans()
    {
        return database.read([](store::Snapshot& records) {
            return plan::all_on(records, {.on = changeover::changeover_day}).size();
        });
    }
    /// All that the form for a held row holds, as a browser would send it.
    static web::Fields fields_in(const std::string& page)
    {
        web::Fields fields;
        for (std::size_t i = 0; i < extract::heading_count; ++i) {
            const std::string name = "heading_" + std::to_string(i);
            const auto tag = page.find("name=\"" + name + "\"");
            if (tag == std::string::npos) continue;
            const std::string rest = page.substr(tag, page.find('>', tag) - tag);
            std::string value = between(rest, "value=\"", '"');
            for (const auto& [escaped, plain] : {std::pair{"&lt;", "<"},
                                                 {"&gt;", ">"},
                                                 {"&#39;", "'"},
                                                 {"&quot;", "\""},
                                                 {"&amp;", "&"}})
                for (auto at = value.find(escaped); at != std::string::npos;
                     at = value.find(escaped))
                    value.replace(at, std::string_view{escaped}.size(), plain);
            fields.add(name, value);
        }
        return fields;
    }
    static web::Fields with(web::Fields fields, extract::Heading heading, const std::string& text)
    {
        const std::string name = "heading_" + std::to_string(static_cast<int>(heading));
        web::Fields changed;
        for (const auto& [key, value] : fields) changed.add(key, key == name ? text : value);
        return changed;
    }

    pack::Pack pack = pack::find("eng-wt2006-medway").value();
    office::Office office{
        database, clock, randomness, pack, {.name = "Testford"}, testing::bare_pages()};
    permission::Guard guard{{database, office.pen(), office.page}};
    web::Router router;
    testing::Browser browser{router};
    Running running{office};
};
HEED_ON_EVERY_ENGINE(ClerkPages);

void expect_says(const std::string& page, const std::string& text)
{
    EXPECT_NE(page.find(text), std::string::npos) << "the page does not say: " << text;
}

TEST_P(ClerkPages, ShowWhatAFileWouldComeToBeforeAnythingIsWritten)
{
    const auto tried = choose(test_data("register/register.csv"));
    EXPECT_EQ(tried.status, 200U);
    expect_says(tried.body, "Nothing was written");
    expect_says(tried.body, "349");
    expect_says(tried.body, "There is no day of registration. Add it and try again.");
    EXPECT_EQ(plans(), 0U);
}

TEST_P(ClerkPages, ImportTheSampleAndReportOfIt)
{
    const std::string report = import(test_data("register/register.csv"));
    expect_says(report, "What was imported");
    expect_says(report, "315");
    EXPECT_EQ(plans(), 315U);
    const std::string home = browser.get("/changeover").body;
    expect_says(home, ">9<");
    expect_says(home, ">63<");
}

TEST_P(ClerkPages, RefuseAFileAtItsField)
{
    const auto damaged = choose(std::string{headings} + "1,\"Hill");
    EXPECT_EQ(damaged.status, 422U);
    expect_says(damaged.body, "href=\"#file\"");
    expect_says(damaged.body, "See line 2.");
    EXPECT_EQ(choose("").status, 422U);
    const auto bad_map = choose(std::string{headings} + ann, "\"x\" = \"Colour\"");
    EXPECT_EQ(bad_map.status, 422U);
    expect_says(bad_map.body, "href=\"#map\"");
    EXPECT_EQ(browser.upload("/changeover/files", {}).status, 422U);
}

TEST_P(ClerkPages, TakeAMappingFile)
{
    std::string csv = std::string{headings} + ann;
    csv.replace(csv.find("Surname"), 7, "Nachname");
    EXPECT_EQ(choose(csv).status, 422U);
    EXPECT_EQ(choose(csv, "Nachname = \"Surname\"").status, 200U);
}

TEST_P(ClerkPages, ImportNobodyElsesFile)
{
    const std::string tried = choose(std::string{headings} + ann).body;
    const std::string id = between(tried, "name=\"upload\" value=\"", '"');
    testing::Browser other{router};
    testing::sign_in_as(other, Role::designated_manager, database, office.pen());
    const auto refused = other.post("/changeover/imports", {{"upload", id}});
    EXPECT_EQ(refused.status, 422U);
    EXPECT_EQ(other.get("/changeover/running/" + id).status, 303U);
    EXPECT_EQ(plans(), 0U);
}

TEST_P(ClerkPages, OfferToGoOnWithAnImportThatWasStopped)
{
    const std::string tried = choose(std::string{headings} + ann).body;
    const std::string id = between(tried, "name=\"upload\" value=\"", '"');
    // As after a restart: the file is kept, and nothing runs.
    const auto page = browser.get("/changeover/running/" + id);
    EXPECT_EQ(page.status, 200U);
    expect_says(page.body, "The import was stopped");
    expect_says(page.body, "Go on");
}

TEST_P(ClerkPages, PutAHeldRowRight)
{
    import(std::string{headings} + ann + unregistered);
    const KeptRow row = only_row(RowState::held);
    expect_says(browser.get("/changeover/held").body, "O&#39;Brien &lt;b&gt;, Ben");
    const std::string address = "/changeover/held/" + row.id.text();
    const std::string form = browser.get(address).body;
    const std::string held_by = "There is no day of registration.";
    expect_says(form, held_by);
    EXPECT_EQ(form.find(held_by), form.rfind(held_by)) << "said once, at its field";
    expect_says(form, "&quot;1 Dock, Road&quot;");
    EXPECT_EQ(form.find("<b>, Ben"), std::string::npos);

    const auto fields = fields_in(form);
    const auto still = browser.post(address, with(fields, extract::Heading::registered, "soon"));
    EXPECT_EQ(browser.location(still), address);
    expect_says(browser.get(address).body, "this cannot be read as one day");

    const auto done = browser.post(address, with(fields, extract::Heading::registered, "1/2/2008"));
    EXPECT_EQ(browser.location(done), "/changeover/questions/" + row.id.text());
    expect_says(browser.get(browser.location(done)).body, "Nothing is left to settle");
    EXPECT_EQ(plans(), 2U);
    EXPECT_EQ(browser.get(address).status, 404U);
}

TEST_P(ClerkPages, SetAHeldRowAsideAndTakeItBack)
{
    import(std::string{headings} + unregistered);
    const std::string id = only_row(RowState::held).id.text();
    EXPECT_EQ(browser.post("/changeover/held/" + id + "/set-aside", {{"reason", ""}}).status, 422U);
    EXPECT_EQ(
        browser.post("/changeover/held/" + id + "/set-aside", {{"reason", "A test row"}}).status,
        303U);
    expect_says(browser.get("/changeover/set-aside").body, "A test row");
    expect_says(browser.get("/changeover/set-aside/" + id).body, "Take it back");
    const auto back = browser.post("/changeover/set-aside/" + id + "/take-back");
    EXPECT_EQ(browser.location(back), "/changeover/held/" + id);
    only_row(RowState::held);
}

TEST_P(ClerkPages, SettleTheQuestionsOfARow)
{
    import(std::string{headings} + unsettled);
    const std::string list = browser.get("/changeover/questions").body;
    expect_says(list, "is not one that is used now");
    const std::string address = between(list, "href=\"/changeover/questions/", '"');
    const std::string page_of_row = "/changeover/questions/" + address;

    const auto nobody =
        browser.post(page_of_row + "/key-worker",
                     {{"since-day", "1"}, {"since-month", "11"}, {"since-year", "2026"}});
    EXPECT_EQ(nobody.status, 422U);
    expect_says(nobody.body, "href=\"#key_worker\"");
    EXPECT_EQ(browser
                  .post(page_of_row + "/key-worker", {{"name", "Ada Okafor"},
                                                      {"telephone", "01632 960001"},
                                                      {"qualified", "yes"},
                                                      {"since-day", "1"},
                                                      {"since-month", "11"},
                                                      {"since-year", "2026"}})
                  .status,
              303U);
    EXPECT_EQ(browser.post(page_of_row + "/categories", {}).status, 422U);
    EXPECT_EQ(browser
                  .post(page_of_row + "/categories",
                        {{"main", "neglect"}, {"others", "neglect"}, {"others", "sexual_abuse"}})
                  .status,
              303U);
    const auto past = browser.post(page_of_row + "/review",
                                   {{"due-day", "1"}, {"due-month", "1"}, {"due-year", "2007"}});
    EXPECT_EQ(past.status, 422U);
    expect_says(past.body, "href=\"#due-day\"");
    EXPECT_EQ(browser
                  .post(page_of_row + "/review",
                        {{"due-day", "1"}, {"due-month", "12"}, {"due-year", "2026"}})
                  .status,
              303U);
    expect_says(browser.get(page_of_row).body, "Nothing is left to settle");
    expect_says(browser.get("/changeover/questions").body, "Everything is settled.");
    const auto plans_now = database.read(
        [&](store::Snapshot& records) { return plan::all_on(records, {.on = clock.today()}); });
    ASSERT_EQ(plans_now.size(), 1U);
    EXPECT_TRUE(plans_now[0].key_worker());
    EXPECT_EQ(plans_now[0].categories.size(), 2U);
}

TEST_P(ClerkPages, SettleAQuestionInWordsWithoutLosingThem)
{
    import(std::string{headings} + "1,Hill,Ann,,F,1 Dock Road,ME1 1AA,Neglect,1/2/08,1/5/08,Ada "
                                   "Okafor,01632 960001,Kim Hill,77\n");
    const std::string list = browser.get("/changeover/questions").body;
    const std::string row = between(list, "href=\"/changeover/questions/", '"');
    const std::string page_of_row = "/changeover/questions/" + row;
    const std::string finding =
        between(browser.get(page_of_row).body, "name=\"finding\" value=\"", '"');
    const auto empty = browser.post(page_of_row + "/words", {{"finding", finding}, {"words", " "}});
    EXPECT_EQ(empty.status, 422U);
    expect_says(empty.body, "href=\"#words\"");
    expect_says(empty.body, "id=\"words\"");
    EXPECT_EQ(browser
                  .post(page_of_row + "/words",
                        {{"finding", finding}, {"words", "Born 14 March 2003: certificate"}})
                  .status,
              303U);
    expect_says(browser.get(page_of_row).body, "Born 14 March 2003: certificate");
}

TEST_P(ClerkPages, TakeADateForALateReviewOrWhyItIsLate)
{
    import(std::string{headings} + "1,Hill,Ann,14/3/03,F,1 Dock Road,ME1 1AA,Neglect,1/2/08,1/3/08,"
                                   "Ada Okafor,01632 960001,Kim Hill,77\n");
    const std::string list = browser.get("/changeover/questions").body;
    const std::string page_of_row =
        "/changeover/questions/" + between(list, "href=\"/changeover/questions/", '"');
    const std::string page = browser.get(page_of_row).body;
    expect_says(page, "Next review");
    expect_says(page, "Or why it is late");
    expect_says(page, "Save the reason");
    EXPECT_EQ(browser
                  .post(page_of_row + "/words",
                        {{"finding", between(page, "name=\"finding\" value=\"", '"')},
                         {"words", "The chair was ill: held on 4 April"}})
                  .status,
              303U);
    const std::string after = browser.get(page_of_row).body;
    expect_says(after, "The chair was ill: held on 4 April");
    expect_says(after, "Nothing is left to settle");
}

TEST_P(ClerkPages, TellWhoeverIsSecondAtARowWhoWasFirstAndKeepWhatTheyTyped)
{
    import(std::string{headings} + unregistered);
    const std::string address = "/changeover/held/" + only_row(RowState::held).id.text();
    const auto fields = fields_in(browser.get(address).body);
    testing::Browser other{router};
    testing::sign_in_as(other, Role::designated_manager, database, office.pen());
    EXPECT_EQ(other.post(address + "/set-aside", {{"reason", "A test row"}}).status, 303U);

    const auto late = browser.post(address + "/set-aside", {{"reason", "Typed twice, I think"}});
    EXPECT_EQ(late.status, 409U);
    expect_says(late.body, "Dele Okafor set this row aside at ");
    expect_says(late.body, ": A test row");
    expect_says(late.body, "Typed twice, I think");
    expect_says(late.body, "href=\"/changeover/held\"");
    const auto tried =
        browser.post(address, with(fields, extract::Heading::registered, "17/2/2008"));
    EXPECT_EQ(tried.status, 409U);
    expect_says(tried.body, "set this row aside");
    expect_says(tried.body, "17/2/2008");
    EXPECT_EQ(plans(), 0U);
    const std::string aside = browser.get("/changeover/set-aside").body;
    expect_says(aside, "Dele Okafor, ");

    const std::string back = "/changeover/set-aside/" + only_row(RowState::set_aside).id.text();
    expect_says(browser.get(back).body, "Dele Okafor, ");
    EXPECT_EQ(browser.post(back + "/take-back").status, 303U);
    const auto again = other.post(back + "/take-back");
    EXPECT_EQ(again.status, 409U);
    expect_says(again.body, "took this row back into the queue at ");
}

TEST_P(ClerkPages, TellWhoeverIsSecondAtAQuestionHowItWasSettled)
{
    import(std::string{headings} + "1,Hill,Ann,14/3/03,F,1 Dock Road,ME1 1AA,Neglect,1/2/08,1/3/08,"
                                   "Ada Okafor,01632 960001,Kim Hill,77\n");
    const std::string list = browser.get("/changeover/questions").body;
    const std::string page_of_row =
        "/changeover/questions/" + between(list, "href=\"/changeover/questions/", '"');
    const std::string page = browser.get(page_of_row).body;
    expect_says(page, "href=\"/changeover/questions\"");
    const std::string finding = between(page, "name=\"finding\" value=\"", '"');
    EXPECT_EQ(
        browser.post(page_of_row + "/words", {{"finding", finding}, {"words", "The chair was ill"}})
            .status,
        303U);
    const auto late =
        browser.post(page_of_row + "/words", {{"finding", finding}, {"words", "Held on 4 April"}});
    EXPECT_EQ(late.status, 409U);
    expect_says(late.body, "Dele Okafor settled this at ");
    expect_says(late.body, ": The chair was ill");
    expect_says(late.body, "Held on 4 April");
    const auto dated = browser.post(page_of_row + "/review",
                                    {{"due-day", "1"}, {"due-month", "12"}, {"due-year", "2026"}});
    EXPECT_EQ(dated.status, 409U);
    expect_says(dated.body, "1 December 2026");
}

TEST_P(ClerkPages, RefuseAReviewThatIsYearsAway)
{
    import(std::string{headings} + unsettled);
    const std::string list = browser.get("/changeover/questions").body;
    const std::string page_of_row =
        "/changeover/questions/" + between(list, "href=\"/changeover/questions/", '"');
    const auto far = browser.post(page_of_row + "/review",
                                  {{"due-day", "1"}, {"due-month", "1"}, {"due-year", "2199"}});
    EXPECT_EQ(far.status, 422U);
    expect_says(far.body, "href=\"#due-day\"");
    expect_says(far.body, "The day of the next review is too far away. Check the year. The next "
                          "review may be set until ");
    expect_says(far.body, "value=\"2199\"");
}

TEST_P(ClerkPages, AreForThoseWhoMayImport)
{
    testing::Browser other{router};
    testing::sign_in_as(other, Role::duty_worker, database, office.pen());
    for (const char* address :
         {"/changeover", "/changeover/held", "/changeover/questions", "/changeover/set-aside"})
        EXPECT_EQ(other.get(address).status, 403U) << address;
}

TEST_P(ClerkPages, SayThatThereIsNoSuchThing)
{
    const std::string id = new_uuid(clock.now(), randomness);
    for (const char* address : {"/changeover/held/", "/changeover/questions/",
                                "/changeover/set-aside/", "/changeover/imports/"})
        for (const std::string& which : {id, std::string{"x"}})
            EXPECT_EQ(browser.get(address + which).status, 404U) << address << which;
}

} // namespace
} // namespace heed::clerk
