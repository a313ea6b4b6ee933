#pragma once

#include "matching/finder.hpp"
#include "matching/question.hpp"
#include "review/record.hpp"

namespace heed::review {

/// The question that asks for this very person: legal name, birth, sex, present place, the first
/// carer and number.
matching::Question question_about(const matching::Person& person);

/// What the finder makes of one record when the other is asked for.
struct Agreement {
    std::vector<matching::Evidence> evidence;
    float bits = 0;
    bool weighed = false; ///< the bits are those of a search; else only what agrees is known
    bool twins = false;   ///< it reads as two children, whatever the bits come to
};
Agreement agreement(const matching::Finder& finder, const matching::Person& one,
                    const matching::Person& other);

/// A line of the comparison.
struct Row {
    std::string field;
    std::vector<std::string> one, other;
    std::vector<std::string> agrees; ///< in words, with bits when they were weighed
};
std::vector<Row> compare(const RecordFacts& one, const RecordFacts& other,
                         const Agreement& agreement);

/// "31 bits: as sure as one chance in two thousand million"; what a sum of bits means, in words.
std::string bits_in_words(float bits);

} // namespace heed::review
