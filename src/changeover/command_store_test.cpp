#include "changeover/command_store.hpp"

#include "changeover/changeover_test.hpp"
#include "core/codes.hpp"

#include <boost/json.hpp>

#include <filesystem>
#include <fstream>

namespace heed::changeover {
namespace {

namespace json = boost::json;

class CommandStore : public ChangeoverTest {
protected:
    CommandStore() { std::filesystem::create_directory(folder); }
    ~CommandStore() override { std::filesystem::remove_all(folder); }

    std::string file(const std::string& name, const std::string& text) const
    {
        std::ofstream{folder / name, std::ios::binary} << text;
        return (folder / name).string();
    }

    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("heed_changeover_" + manager.user.text());
};
HEED_ON_EVERY_ENGINE(CommandStore);

TEST_P(CommandStore, ImportsTheSampleAndSpeaksTheContract)
{
    const auto report = import_register_command(
        office, desk, {.file = testing::test_data_path("register/register.csv")});
    ASSERT_TRUE(report) << in_words(report.error());
    const auto document = json::parse(to_json(*report)).as_object();
    EXPECT_EQ(document.at("rows").as_int64(), 429);
    EXPECT_EQ(document.at("accepted").as_int64(), 349);
    EXPECT_EQ(document.at("questions").as_int64(), 63);
    EXPECT_EQ(document.at("held").as_int64(), 9);
    EXPECT_EQ(document.at("already_there").as_int64(), 8);
    EXPECT_EQ(document.at("children").as_int64(), 411);
    EXPECT_EQ(document.at("plans_open").as_int64(), 315);
    EXPECT_EQ(document.at("plans_ended").as_int64(), 97);
    const auto& first = document.at("rows_detail").as_array().at(0).as_object();
    EXPECT_EQ(first.at("line").as_int64(), 2);
    EXPECT_EQ(first.at("outcome").as_string(), "accepted");
    EXPECT_TRUE(is_uuid(first.at("child_id").as_string()));
    EXPECT_TRUE(first.at("codes").as_array().empty());
    EXPECT_TRUE(first.at("sentences").as_array().empty());
    const auto& held = document.at("rows_detail").as_array().at(123).as_object();
    EXPECT_EQ(held.at("outcome").as_string(), "held");
    EXPECT_TRUE(held.at("child_id").is_null());
    EXPECT_EQ(held.at("codes").as_array().at(0).as_string(), "no_registration_date");
}

TEST_P(CommandStore, TakesAMapAndADay)
{
    const auto csv =
        file("register.csv",
             "Nachname,Vorname,Geb.,Kategorie,Reg.,Bis,Wohnt,SW,Tel,Review\n"
             "Hill,Ann,14/3/03,Neglect,1/6/08,,1 Dock Road,Ada Bell,01632 960001,1/9/08\n");
    const auto map =
        file("map.toml", "Nachname = \"Surname\"\nVorname = \"Forename(s)\"\n"
                         "\"Geb.\" = \"DOB\"\nKategorie = \"Category of registration\"\n"
                         "\"Reg.\" = \"Date registered\"\nBis = \"Date de-registered\"\n"
                         "Wohnt = \"Address\"\nSW = \"Key worker\"\n"
                         "Tel = \"Key worker telephone\"\n");
    const ImportCommand command{.file = csv, .map = map, .as_at = "30 June 2008", .dry_run = true};
    const auto report = import_register_command(office, desk, command);
    ASSERT_TRUE(report) << in_words(report.error());
    EXPECT_EQ(report->counts.accepted, 1U) << in_words(*report);
    EXPECT_EQ(report->as_at, day(2008, 6, 30));
}

TEST_P(CommandStore, NamesTheFileOrOptionThatIsWrong)
{
    const auto refused = [&](const ImportCommand& command) {
        const auto report = import_register_command(office, desk, command);
        EXPECT_FALSE(report);
        return report.error();
    };
    const auto csv = file("empty.csv", "");
    EXPECT_EQ(refused({.file = "/nowhere.csv"}), (Refusal{RefusalCode::no_such_file, "file", ""}));
    EXPECT_EQ(refused({.file = folder.string()}).code, RefusalCode::no_such_file);
    EXPECT_EQ(refused({.file = csv, .map = "/nowhere.toml"}),
              (Refusal{RefusalCode::no_such_file, "map", ""}));
    EXPECT_EQ(refused({.file = csv, .as_at = "yesterday"}),
              (Refusal{RefusalCode::not_a_date, "as-at", ""}));
    EXPECT_EQ(refused({.file = csv}).code, RefusalCode::no_rows);
}

TEST_P(CommandStore, SaysInWordsWhatIsToBeDone)
{
    const auto report = import_rows("1,Hill,Ann,14/3/03,F,1 Dock Road,ME1 1AA,,1/2/08,1/3/08,"
                                    "Ada Okafor,01632 960001,,,\n");
    ASSERT_TRUE(report);
    EXPECT_EQ(in_words(*report),
              "As at 1 April 2008.\n"
              "1 row: 0 accepted, 1 accepted with questions, 0 held, 0 already there.\n"
              "1 child, 1 plan open, 0 ended.\n"
              "line 2: accepted with questions. There is no category. Choose one. The review was "
              "due on 1 March 2008. Hold it, or say why it is late.\n");
}

} // namespace
} // namespace heed::changeover
