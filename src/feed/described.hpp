#pragma once

#include "feed/row.hpp"
#include "matching/person.hpp"
#include "matching/question.hpp"

namespace heed::feed {

/// The child as matching is told of them, under an id of its own among all children: see `key_of`.
matching::Person described(const Fields& fields);

/// The question that asks for this very child.
matching::Question question_for(const matching::Person& person);
matching::Question question_for(const Fields& fields);

/// What an indexed child is called among all who are findable; and back: nothing when the key is a
/// child of the record. Their own ids may look like those of the record, so they are marked.
std::string key_of(std::string_view feed_id);
std::optional<std::string_view> feed_id_of(std::string_view key);

} // namespace heed::feed
