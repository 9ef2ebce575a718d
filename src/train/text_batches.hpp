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

  /// All ids of a text, special tokens included.
  [[nodiscard]] std::vector<std::int32_t> ids(const std::string& text) const;
  /// Of a text of more than max_tokens ids those of a window so long, special tokens included; of any other all.
  /// Windows follow one another, the last one flush with the end; the one is taken that shows token `draw` (modulo
  /// their number) first.
  [[nodiscard]] std::vector<std::int32_t> window(const std::string& text, std::uint64_t draw) const;
  [[nodiscard]] std::int64_t max_tokens() const { return max_tokens_; }

 private:
  const text::Tokenizer& tokenizer_;
  int normalizer_version_;
  std::int64_t max_tokens_;
};

/// One training batch: packed ids, and which examples they are.
struct TextBatch {
  PackedBatch packed;
  std::vector<std::size_t> examples;
};

/// The batches of an epoch: rows in an order fixed by (seed, epoch), repeated by their source's weight, augmented, of
/// long ones a window drawn anew, sorted by length inside pools of 16 batches, cut by the token budget, batches
/// shuffled.
std::vector<TextBatch> epoch_batches(const TextDataset& data, const TextTrainConfig& config,
                                     const TextEncoderInput& input, std::int64_t epoch);

/// What the training texts make of an epoch, without augmentation.
struct EpochLength {
  std::int64_t tokens = 1;     ///< learnt; a row counts as often as its source's weight says
  std::size_t long_texts = 0;  ///< rows with more tokens than a window has
};
EpochLength epoch_length(const TextDataset& data, const TextTrainConfig& config, const TextEncoderInput& input);

/// Batches of given ids in order; `examples` of a batch are indices into `ids`.
std::vector<TextBatch> plain_batches(const std::vector<std::vector<std::int32_t>>& ids, std::int64_t tokens_per_batch);

}  // namespace emo::train
