#include "matching/finder.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace heed::matching {
namespace {

namespace fs = std::filesystem;

Person child(int number)
{
    Person person;
    person.id = "c" + std::to_string(number);
    person.names.push_back({"Mary" + std::string(1, static_cast<char>('a' + number % 26)), "May",
                            "Tansley" + std::to_string(number % 90), NameKind::legal});
    if (number % 9 == 0) person.names.push_back({"Molly", "", "O'Brien-Smith", NameKind::alias});
    person.birth = {BirthKind::known, day(2010, 1, 1) + std::chrono::days{number % 3000}};
    person.places.push_back({"8", "Quarry Row", "Chatham", "Medway", "ME4 4TR", true});
    person.carers = {"Kerry Tansley", "Dean Fowler"};
    person.household = "h" + std::to_string(number / 3);
    person.identifiers = {"999" + std::to_string(1'000'000 + number)};
    return person;
}

class Snapshot : public ::testing::Test {
protected:
    Snapshot() : folder{fs::path{::testing::TempDir()} / ("heed-" + std::to_string(getpid()))}
    {
        fs::create_directories(folder);
        std::vector<Person> people;
        for (int number = 0; number < 3000; ++number) people.push_back(child(number));
        saved.put_all(people);
        for (int number = 0; number < 3000; number += 11) saved.remove(child(number).id);
        saved.put(child(4000));
    }
    ~Snapshot() override { fs::remove_all(folder); }

    std::string bytes() const
    {
        std::ifstream in{file, std::ios::binary};
        return {std::istreambuf_iterator<char>{in}, {}};
    }
    void write(std::string_view written) const
    {
        std::ofstream{file, std::ios::binary}.write(written.data(),
                                                    static_cast<std::streamsize>(written.size()));
    }
    RefusalCode refused(const SnapshotWanted& wanted = {.label = "here"},
                        const SnapshotKey& under = {}) const
    {
        Finder finder;
        finder.put(child(1));
        const auto opened = finder.open(file, wanted, under);
        EXPECT_FALSE(opened);
        EXPECT_EQ(finder.size(), 1U);
        return opened ? RefusalCode{} : opened.error().code;
    }

    fs::path folder;
    fs::path file = folder / "index";
    Finder saved;
    SnapshotMark mark{"here", 17};
    SnapshotKey key{7, 7, 7};
};

TEST_F(Snapshot, BringsBackEverybodyAsTheyWere)
{
    ASSERT_TRUE(saved.save(file, mark, key));
    Finder opened;
    opened.put(child(5000));
    const auto found = opened.open(file, {.label = "here", .oldest_fence = 17}, key);
    ASSERT_TRUE(found);
    EXPECT_EQ(*found, mark);
    ASSERT_EQ(opened.size(), saved.size());
    for (int number = 0; number < 3000; number += 37) {
        Question question;
        question.forename = child(number).names[0].forename;
        question.surname = child(number).names[0].surname;
        question.born = born_on(child(number).birth.day);
        question.postcode = "ME4 4TR";
        question.identifier = child(number).identifiers[0];
        const Answer left = saved.search(question, 10);
        const Answer right = opened.search(question, 10);
        EXPECT_EQ(left.candidates, right.candidates);
        EXPECT_EQ(left.spellings, right.spellings);
    }
    opened.put(child(3));
    opened.remove(child(4).id);
    EXPECT_EQ(opened.size(), saved.size() - 1);
}

TEST_F(Snapshot, OnlyItsOwnerMayReadIt)
{
    ASSERT_TRUE(saved.save(file, mark, key));
    struct stat status{};
    ASSERT_EQ(stat(file.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
    EXPECT_EQ(bytes().find("tansley"), std::string::npos);
    EXPECT_FALSE(fs::exists(file.string() + ".part"));
}

TEST_F(Snapshot, IsRefusedWhenATornOrChangedFileIsOpened)
{
    ASSERT_TRUE(saved.save(file, mark));
    const std::string whole = bytes();
    for (const std::size_t length : {std::size_t{0}, std::size_t{5}, std::size_t{40},
                                     std::size_t{60}, whole.size() / 2, whole.size() - 1}) {
        write(whole.substr(0, length));
        EXPECT_EQ(refused(), RefusalCode::snapshot_damaged) << length;
    }
    write(whole + "x");
    EXPECT_EQ(refused(), RefusalCode::snapshot_damaged);
    // In the heading a change may also look like another record's.
    for (std::size_t at = 0; at < whole.size(); at += 1 + whole.size() / 20) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 4);
        write(changed);
        const RefusalCode code = refused();
        EXPECT_TRUE(code == RefusalCode::snapshot_damaged ||
                    (at < 70 && code == RefusalCode::snapshot_stale))
            << at;
    }
}

TEST_F(Snapshot, IsRefusedUnderAnotherKeyOrForAnotherRecordOrTime)
{
    ASSERT_TRUE(saved.save(file, mark, key));
    EXPECT_EQ(refused({.label = "here"}), RefusalCode::snapshot_damaged);
    EXPECT_EQ(refused({.label = "there"}, key), RefusalCode::snapshot_stale);
    EXPECT_EQ(refused({.label = "here", .oldest_fence = 18}, key), RefusalCode::snapshot_stale);
    EXPECT_EQ(refused({.label = "here", .newest_fence = 16}, key), RefusalCode::snapshot_stale);
}

TEST_F(Snapshot, RefusesAFileThatIsNotThereAndAFolderThatIsNot)
{
    EXPECT_EQ(refused(), RefusalCode::no_such_file);
    const auto unwritten = saved.save(folder / "nowhere" / "index", mark);
    ASSERT_FALSE(unwritten);
    EXPECT_EQ(unwritten.error().code, RefusalCode::snapshot_unwritten);
}

TEST_F(Snapshot, KeepsTheOldOneWhenItIsKilledWhileItSaves)
{
    ASSERT_TRUE(saved.save(file, mark, key));
    for (int number = 0; number < 6; ++number) {
        const pid_t saving = fork();
        if (saving == 0) {
            for (;;) static_cast<void>(saved.save(file, mark, key));
        }
        usleep(static_cast<useconds_t>(1'000 + number * 2'500));
        kill(saving, SIGKILL);
        waitpid(saving, nullptr, 0);
        Finder opened;
        ASSERT_TRUE(opened.open(file, {.label = "here"}, key)) << number;
        EXPECT_EQ(opened.size(), saved.size());
    }
    EXPECT_TRUE(saved.save(file, mark, key));
}

} // namespace
} // namespace heed::matching
