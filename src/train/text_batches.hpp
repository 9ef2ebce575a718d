// From examples to packed batches of token ids.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/tokenizer.hpp"
#include "train/text_dataset.hpp"
#include "train/text_packed_batch.hpp"

namespace emo::train {

/// Turns texts into token ids exactly as serving does: normalise, tokenise, add the special tokens.
class TextEncoderInput {
 public:
  TextEncoderInput(const text::Tokenizer& tokenizer, std::int64_t normalizer_version, std::int64_t max_tokens)
      : tokenizer_(tokenizer), normalizer_version_(static_cast<int>(normalizer_version)), max_tokens_(max_tokens) {}

  /// At most max_tokens ids, special tokens included; `cut` counts the texts that were longer.
  std::vector<std::int32_t> ids(const std::string& text);
  [[nodiscard]] std::uint64_t cut() const { return cut_; }
  [[nodiscard]] std::int64_t max_tokens() const { return max_tokens_; }

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

/// Tokens of an epoch without augmentation; a row counts as often as its source's weight says.
std::int64_t epoch_tokens(const TextDataset& data, const TextTrainConfig& config, TextEncoderInput& input);

/// Batches of given examples in order, without augmentation.
std::vector<TextBatch> plain_batches(const std::vector<TextExample>& examples, std::int64_t tokens_per_batch,
                                     TextEncoderInput& input);

}  // namespace emo::train
