#pragma once

#include "core/codes.hpp"
#include "store/records.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace heed::lockout {

/// A try to sign in: under which name, in small letters, and from which place.
struct Try {
    std::string user_name;
    std::string place;
};

/// What wrong tries are counted of. `name` and `place` do not shut out whoever signed in under that
/// name from that place lately: strangers reach these, and must keep nobody from the telephone.
enum class Counted { name_here, name, place };

/// So many wrong tries within so long lock for so long.
struct Limit {
    Counted of;
    int wrong_tries;
    std::chrono::minutes within, locked_for;
};
inline constexpr std::array limits{
    Limit{Counted::name_here, 10, std::chrono::days{1}, std::chrono::minutes{15}},
    Limit{Counted::name, 50, std::chrono::hours{1}, std::chrono::hours{1}},
    Limit{Counted::place, 100, std::chrono::hours{1}, std::chrono::hours{1}},
};
inline constexpr std::chrono::days lately{30};

/// Whether nobody may sign in so now, whether there is such a user or not.
bool locked_out(store::Records& records, const Try& tried, Moment now);
/// Whether somebody is locked out under that name, wherever they are.
bool locked_somewhere(store::Records& records, const std::string& user_name, Moment now);

/// Counts a wrong try. Gives the limits that it reached, if any: what is locked from now on.
std::vector<Counted> count_wrong_try(store::Transaction& records, const Try& tried, Moment now);

/// Somebody is in: their wrong tries from there are forgotten, and that they were there is kept.
void note_signed_in(store::Transaction& records, const Try& tried, Moment now);
/// Lifts every lock of a name.
void forget_wrong_tries(store::Transaction& records, const std::string& user_name);

} // namespace heed::lockout

template <>
inline constexpr std::array<std::string_view, 3> heed::codes<heed::lockout::Counted>{
    "name_here", "name", "place"};
