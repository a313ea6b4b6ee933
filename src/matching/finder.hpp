#pragma once

#include "likeness/evidence.hpp"
#include "matching/person.hpp"
#include "matching/question.hpp"
#include "matching/snapshot.hpp"
#include "searching/effort.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace heed::matching {

using likeness::Evidence;
using likeness::Field;
using likeness::Level;
using searching::Effort;

enum class Confidence : std::uint8_t {
    possible,
    strong, ///< sure enough to be shown as the answer by itself
};

struct Candidate {
    std::string id;
    float bits = 0; ///< log2 of how much likelier the question is if this is who is meant
    Confidence confidence = Confidence::possible;
    std::vector<Evidence> evidence;

    bool operator==(const Candidate&) const = default;
};

struct Answer {
    /// Best first. Of a small index, and of everyone, also those who are hardly alike; else only
    /// those who may be worth a look. At most the first is strong.
    std::vector<Candidate> candidates;
    std::size_t shown = 0;     ///< how many of them, from the first, are worth a look
    std::size_t looked_at = 0; ///< how many people were compared
    bool looked_at_everyone = false;
    Effort effort;
    std::vector<std::string> spellings;    ///< the names tried beside the typed ones, nearest first
    float shown_line = 0, strong_line = 0; ///< the lines that it was judged by, in bits
};

/// Candidates who are one person, by what `who` gives for their ids, become one: the best of them.
/// Then it is judged again: two records of one child do not make each other doubtful.
void take_as_one(Answer& answer, const std::function<std::string(const std::string& id)>& who);

/// How far a search goes before it says that there is nobody better.
enum class Reach : std::uint8_t {
    everyone_when_unsure, ///< for whoever asks: nobody is missed
    along_orders,         ///< only where those who are alike are filed
    everyone, ///< for whoever measures what the others miss, or lists all who are like somebody
};

/// Who is meant, as far as the index can tell.
enum class Meant : std::uint8_t { nobody, one, several };

/// One when the first candidate is strong; nobody when no candidate is worth a look; else several,
/// also when there is only one candidate and it is not sure enough: somebody must confirm it.
Meant one_is_meant(const Answer& answer);

/// The reasons in plain words, the weightiest first: "surname sounds the same", "day and month
/// turned round", "known as Mary May", "same postcode". What differs comes last: "born in a
/// different year".
std::vector<std::string> why(const Candidate& candidate);

/// What an index holds, in numbers alone.
struct Holdings {
    std::size_t people = 0;
    std::size_t rows = 0;  ///< names of people
    std::size_t words = 0; ///< distinct words of names
    std::size_t parts = 0; ///< parts that are looked along one after the other
    bool at_rest = true;   ///< they are as few as they become while nobody is put
    std::size_t bytes = 0; ///< of memory, all in
};

/// The index. Many may search while one puts and removes; a search sees each person whole, before
/// or after a change. A person is findable when put returns.
class Finder {
public:
    Finder();
    ~Finder();
    Finder(const Finder&) = delete;
    Finder& operator=(const Finder&) = delete;

    /// Adds the person, or replaces the one of the same id.
    void put(const Person& person);
    /// The same as putting each, but much faster when they are many.
    void put_all(const std::vector<Person>& people);
    void remove(std::string_view id);
    /// At most `top` candidates. An empty question finds nobody.
    Answer search(const Question& question, std::size_t top,
                  Reach reach = Reach::everyone_when_unsure) const;
    /// At most `top` people whose forename and birth do not differ, of so many bits, best first
    /// and however far before the others the first is: for whoever is held already and asks who
    /// else may be the same. Looks only where those who are alike are filed: for millions in a row.
    std::vector<Candidate> alike(const Question& question, std::size_t top, float least_bits) const;
    std::size_t size() const;
    Holdings holdings() const;

    /// Saves everybody into a file, which only its owner may read and which is whole or not there:
    /// until the last byte is safe, what was saved before stays. Others search, put and remove
    /// meanwhile; saved are those who were there when it began. Refused with snapshot_unwritten.
    Outcome<void> save(const std::filesystem::path& file, const SnapshotMark& mark,
                       const SnapshotKey& key = {}) const;
    /// Puts those who were saved in place of everybody. Refused with no_such_file,
    /// snapshot_damaged (torn, changed, of another version or under another key) or snapshot_stale,
    /// and then nobody is changed: build the index from the record.
    Outcome<SnapshotMark> open(const std::filesystem::path& file, const SnapshotWanted& wanted,
                               const SnapshotKey& key = {});

private:
    class Index;
    std::unique_ptr<Index> index_;
};

} // namespace heed::matching
