// Labelled texts as the trainer sees them: every row with its targets for the heads that its source teaches.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "io/manifest.hpp"
#include "train/text_config.hpp"

namespace emo::train {

struct TextExample {
  std::string text;                         ///< as in the file
  std::size_t source = 0;                   ///< index into TextTrainConfig::sources
  std::vector<std::vector<float>> targets;  ///< per head: K values (a distribution or 0/1), or empty = not labelled
  std::vector<std::vector<float>> teacher;  ///< per head: K teacher probabilities, or empty
};

struct TextDataset {
  std::vector<TextExample> train, dev;
  std::vector<io::DatasetProvenance> provenance;
  std::vector<std::string> teachers;  ///< lineage of every model that was asked about the training rows
  std::size_t dropped = 0;            ///< rows whose labels teach no head
  std::vector<Error> rejected;        ///< rows that cannot be read, each with its place
  std::vector<std::string> told;      ///< lines for people about what was made of the data
};

/// Reads every source and completes the heads of `config` (complete_heads()). A source without dev file is split by a
/// hash of the text (equal texts stay together). Rows of a source that is not labelled have no targets and are never
/// held out; it needs a teacher. Rows that cannot be read are left out. A label that is unknown to a custom head is an
/// error naming file:line. Texts of dev that also stand in train are dropped from train.
Result<TextDataset> load_text_dataset(TextTrainConfig& config);

}  // namespace emo::train
