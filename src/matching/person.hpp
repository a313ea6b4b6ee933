#pragma once

#include "people/person.hpp"

namespace heed::matching {

// Described people are the people room's; whoever asks and puts knows this room alone.
using people::Birth;
using people::BirthKind;
using people::NameKind;
using people::Person;
using people::PersonName;
using people::Place;
using people::Sex;

} // namespace heed::matching
