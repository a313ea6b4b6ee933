#pragma once

#include "matching/person.hpp"
#include "matching/question.hpp"

#include <cstdint>
#include <istream>
#include <string>
#include <vector>

/// Sets of records that hold several of each person, and how well the others of a person are found
/// when only the first is in the index.
namespace heed::bench {

struct SetRecord {
    std::string entity; ///< the same for all records of one person
    matching::Person person;
    matching::Question question; ///< the record as a question
};

struct RecordSet {
    std::string name;
    std::vector<SetRecord> records;
};

/// The published sets' columns: Febrl's (`rec_id, given_name, ...`), fake_1000's (`unique_id,
/// first_name, ..., cluster`) and historical_50k's (`..., first_and_surname, ..., birth_place,
/// postcode_fake`). Known by their headings; a Fault for any other.
RecordSet read_set(std::string name, std::istream& csv);

/// The sets whose files are in a folder: dataset1.csv to dataset3.csv, dataset4a.csv with
/// dataset4b.csv, fake_1000.csv, historical_50k.csv. Those that are not there are left out.
std::vector<RecordSet> sets_in(const std::string& folder);

/// Invented people with errors as those sets are said to have them, through the same columns.
std::vector<RecordSet> sets_like_those(std::uint64_t seed);

/// Indexes the first record of each entity, but for one entity in ten, asks with at most `most`
/// of the others, and prints the recall among those whose entity is indexed.
void measure(const RecordSet& set, std::size_t most);

} // namespace heed::bench
