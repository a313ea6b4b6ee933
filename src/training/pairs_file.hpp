#pragma once

#include "training/training.hpp"

#include <istream>

namespace heed::training {

/// Reads pairs from a CSV and compares them. Its headings: asked_ and held_ before each of
/// forename, middle, surname, sex, born (2003-03-14, asked also 2003-03 or 2003), house, street,
/// town, postcode, carer, identifier; and `same`: yes, no, or empty where nobody has looked. All
/// held people make one index, so that names are as frequent as they are among them. Pairs that
/// agree in nothing are left out. Refuses `no_rows` and what interop's CsvReader refuses.
Outcome<std::vector<Pair>> pairs_in(std::istream& file);

/// What training would change, a line a level.
std::string difference(const Learned& learned, std::size_t compared);

/// What a command tells.
struct Told {
    std::string json;
    std::string words;
};
/// Trains on a file of pairs, writes a new file of weights and tells the difference. Refuses
/// `no_such_file`, `already_there` for the new file, and what pairs_in refuses.
Outcome<Told> train_command(const std::string& pairs_path, const std::string& out_path);

/// Puts the weights of the file that HEED_WEIGHTS_FILE names to use, if it names one. Refuses
/// `no_such_file` and `weights_not_understood`.
Outcome<void> use_weights_of_environment();

} // namespace heed::training
