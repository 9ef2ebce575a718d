// Labelled texts as the trainer sees them: every row with its targets for the heads that its source teaches.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "io/manifest.hpp"
#include "train/text_config.hpp"

namespace emo::train {

struct TextExample {
  std::string text;                         ///< as in the file
  std::size_t source = 0;                   ///< index into TextTrainConfig::sources
  std::string id;                           ///< of the row in its file
  std::uint64_t row = 0;                    ///< line of the file where it starts
  std::vector<std::vector<float>> targets;  ///< per head: K values (a distribution or 0/1), or empty = not labelled
  std::vector<std::vector<float>> teacher;  ///< per head: K teacher probabilities, or empty
  std::string key = {};                     ///< text::copy_key() of it while the rows are split, then empty

  /// Whether a teacher said something for `head`.
  [[nodiscard]] bool is_taught(std::size_t head) const { return !teacher.empty() && !teacher[head].empty(); }
  /// Whether it says what is right for `head`.
  [[nodiscard]] bool judges(std::size_t head) const { return !targets[head].empty(); }
};

struct TextDataset {
  std::vector<TextExample> train, dev, test;  ///< test: held out of training files by config.test_fraction
  std::vector<std::string> test_keys;         ///< text::copy_key() of every row of the sources' test files
  std::vector<io::DatasetProvenance> provenance;
  std::vector<std::string> teachers;  ///< lineage of every model that was asked about the training rows
  std::size_t dropped = 0;  ///< rows whose labels teach no head, and training rows that also stand in dev or test
  /// Of the rows of dev and test, test files included: those with a near copy (text::near_copies()) in train.
  std::size_t judged_near_copies = 0;
  std::vector<Error> rejected;    ///< rows that cannot be read, each with its place
  std::vector<std::string> told;  ///< lines for people about what was made of the data
};

/// Reads every source and completes the heads of `config` (complete_heads()). Rows of a source that is not labelled
/// have no targets and are never held out; it needs a teacher. Rows that cannot be read are left out. A label that is
/// unknown to a custom head is an error naming file:line. What is held out, and which training rows are dropped as
/// copies of others: text_split.hpp. Errors: also kInvalidData where nothing is left to learn, or to judge the first
/// head by.
Result<TextDataset> load_text_dataset(TextTrainConfig& config);

}  // namespace emo::train
