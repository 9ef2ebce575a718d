// Labelled texts as the trainer sees them: every row with its targets for the heads that its source teaches.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "io/manifest.hpp"
#include "text/tokenizer.hpp"
#include "train/text_augment.hpp"
#include "train/text_config.hpp"
#include "train/text_network.hpp"

namespace emo::train {

struct TextExample {
  std::string text;                          ///< as in the file
  std::size_t source = 0;                    ///< index into TextTrainConfig::sources
  std::vector<std::vector<float>> targets;   ///< per head: K values (a distribution or 0/1), or empty = not labelled
  std::vector<std::vector<float>> teacher;   ///< per head: K teacher probabilities, or empty
};

struct TextDataset {
  std::vector<TextExample> train, dev;
  std::vector<io::DatasetProvenance> provenance;
  std::size_t dropped = 0;                   ///< rows whose labels teach no head
};

/// Fills in the label lists of heads with a taxonomy, and those of custom heads without labels from the training data
/// (softmax if every row has one label, else sigmoid).
Result<void> complete_heads(TextTrainConfig& config);

/// Reads every source. A source without dev file is split by a hash of the text (equal texts stay together). A row whose
/// text is invalid UTF-8 or whose label is unknown to a custom head is an error naming file:line. Texts of dev that
/// also stand in train are dropped from train.
Result<TextDataset> load_text_dataset(const TextTrainConfig& config);

/// Turns texts into token ids exactly as serving does: normalise, tokenise, add the special tokens.
class TextEncoderInput {
 public:
  TextEncoderInput(const text::Tokenizer& tokenizer, int normalizer_version, std::int64_t max_tokens)
      : tokenizer_(tokenizer), normalizer_version_(normalizer_version), max_tokens_(max_tokens) {}

  /// At most max_tokens ids, special tokens included; `cut` counts the texts that were longer.
  std::vector<std::int32_t> ids(const std::string& text);
  [[nodiscard]] std::uint64_t cut() const { return cut_; }

 private:
  const text::Tokenizer& tokenizer_;
  int normalizer_version_;
  std::int64_t max_tokens_;
  std::uint64_t cut_ = 0;
};

/// One training batch: packed ids, and which examples they are.
struct TextBatch {
  PackedBatch packed;
  std::vector<std::size_t> examples;
};

/// The batches of an epoch: rows in an order fixed by (seed, epoch), repeated by their source's weight, augmented,
/// sorted by length inside pools of 16 batches, cut by the token budget, batches shuffled.
std::vector<TextBatch> epoch_batches(const TextDataset& data, const TextTrainConfig& config, TextEncoderInput& input,
                                     std::int64_t epoch);

/// Batches of given examples in order, without augmentation.
std::vector<TextBatch> plain_batches(const std::vector<TextExample>& examples, std::int64_t tokens_per_batch,
                                     TextEncoderInput& input);

}  // namespace emo::train
