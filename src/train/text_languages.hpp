// Which languages a text model is for: it abstains on texts of others.
#pragma once

#include <string>
#include <vector>

#include "train/text_config.hpp"
#include "train/text_dataset.hpp"

namespace emo::train {

/// Fills `config.languages` unless they are given: every language that the identification which is asked at inference
/// finds in the labelled training rows, from a tenth of the rows of the most frequent one on; where it can tell too
/// few, `of_start`; where that is empty, English. Looks at 20,000 rows at most, spread over all. Returns a line for
/// people.
std::string choose_languages(const TextDataset& data, const std::vector<std::string>& of_start,
                             TextTrainConfig& config);

}  // namespace emo::train
