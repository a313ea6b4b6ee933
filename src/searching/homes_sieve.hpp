#pragma once

#include "asking/asked.hpp"

namespace heed::searching {

using people::Homes;

/// What living where somebody does comes to at most, in eighths of a bit and from 16 bits of it: in
/// nearly all of the towns somebody does not live, and then the place says little or speaks against
/// them.
class HomesSieve {
public:
    explicit HomesSieve(const asking::Asked& asked);

    int most(Homes homes) const
    {
        if ((homes & outwards_) != 0) return outward_;
        if ((homes & towns_) != 0) return town_;
        return most_elsewhere(homes);
    }
    /// What no home is above.
    int most_of_all() const { return outward_; }
    /// Of homes that are in no town and with no outward code that was said.
    int most_elsewhere(Homes homes) const
    {
        if ((homes & areas_) != 0) return area_;
        return (homes & tells_) != 0 ? elsewhere_ : unknown_;
    }
    /// May be in a town, or with an outward code, that was said or that is nearly so.
    bool may_be_there(Homes homes) const
    {
        return (homes & (outwards_ | towns_ | word_towns_)) != 0;
    }
    /// What a word of one box comes to that may be a town, at most and for these homes less than
    /// that.
    int word_town_less(Homes homes) const { return (homes & word_towns_) != 0 ? 0 : word_town_; }

private:
    Homes outwards_ = 0;
    Homes towns_ = 0; ///< or with an outward code that is nearly the one that was said
    Homes areas_ = 0;
    Homes word_towns_ = 0;
    Homes tells_ = 0; ///< a place of this kind was said
    int outward_ = 0;
    int town_ = 0;
    int area_ = 0;
    int elsewhere_ = 0;
    int unknown_ = 0;
    int word_town_ = 0;
};

} // namespace heed::searching
