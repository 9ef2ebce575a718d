// Where a text training run starts: architecture, weights and tokenizer of a bundle, a checkpoint, or a fresh encoder.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/text_architecture.hpp"
#include "emo/error.hpp"
#include "text/tokenizer.hpp"
#include "train/tensor_values.hpp"
#include "train/text_config.hpp"
#include "train/text_dataset.hpp"

namespace emo::train {

struct TextStart {
  core::TextArchitecture architecture;  ///< encoder of the start, heads of the config
  TensorValues weights;                 ///< canonical names; heads where the start knows their classes
  TensorValues shared;                  ///< the same, as exactly as the start has them; for start_shares
  std::vector<std::string> told;        ///< what reading a checkpoint has to say (hf::Checkpoint)
  std::vector<std::string> carried;     ///< what carry_over_heads() says about the heads
  std::vector<std::string> fresh;       ///< a line for each head that begins with nothing, though there is a start
  std::string by_dense_layer;           ///< a head of the start that knows classes by a layer of its own; empty = none
  bool knows_all = false;               ///< every class of every head begins with a row of the start
  std::unique_ptr<text::Tokenizer> tokenizer;
  std::string tokenizer_json;
  std::vector<std::string> languages;              ///< that it is for; empty = not stated
  std::optional<std::int64_t> normalizer_version;  ///< with which a bundle reads its texts; nullopt = no bundle
  std::string base_weights, base_licence;          ///< for the manifest
  std::string models_sha256;                       ///< of what the run leans on while it goes on: see LoopPlan
};

/// `config.init` may be a bundle folder (manifest.json; int8 weights are dequantised, anywhere in their steps unless
/// `freeze_encoder`) or a Hugging Face folder (config.json); empty: a fresh `config.encoder` (sizes that are 0 are
/// those of a small one) with `config.tokenizer`, or without one with a vocabulary that is learnt from `rows`. Heads of
/// one matrix that the start has are carried over to those of the config. Precondition: the heads are complete. Errors:
/// kNotFound (neither kind of folder), kInvalidModel, kInvalidData (nothing to learn a vocabulary from).
Result<TextStart> text_start_from(const TextTrainConfig& config, const std::vector<TextExample>& rows = {});

}  // namespace emo::train
