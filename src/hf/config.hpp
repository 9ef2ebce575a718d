// config.json of a Hugging Face checkpoint as typed data.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text_architecture.hpp"
#include "emo/error.hpp"

namespace emo::hf {

/// The naming schemes of parameters, and with them the shapes of the classification heads.
enum class Family : std::uint8_t { kBert, kRoberta, kDistilBert, kElectra, kMpnet };

/// What the class that the folder was saved with says about a classification head.
enum class Purpose : std::uint8_t {
  kSequenceClassification,  ///< there is one
  kByWeights,               ///< nothing: the class has none, is somebody's own, or is not stated
};

/// What is said of a classification head.
struct HeadFacts {
  core::HeadActivation activation = core::HeadActivation::kSoftmax;  ///< by "problem_type"
  std::vector<std::string> labels;  ///< by id; empty when neither id2label nor num_labels is there
};

struct Config {
  std::string model_type;  ///< as written
  std::string class_name;  ///< the first of "architectures"; empty = not stated
  Family family = Family::kBert;
  Purpose purpose = Purpose::kByWeights;
  core::TextEncoderConfig encoder;      ///< pooling is left at its default
  Result<HeadFacts> head{HeadFacts{}};  ///< or why no head can be read: an encoder may be wanted without one
  std::string licence;                  ///< "license", rarely there
};

/// More labels are damage: core::validate has the real limit.
inline constexpr std::int64_t kMaxLabels = 100'000;

/// What transformers calls the labels of a head that nobody named: "LABEL_0", "LABEL_1", …
std::vector<std::string> unnamed_labels(std::int64_t count);

/// Reads the keys that decide what the encoder computes and refuses every value this project does not compute.
/// Extents are checked by core::validate, not here. Errors: kInvalidModel (not JSON, wrong type, missing key),
/// kUnsupported (names key and value). Those of `head`: kInvalidModel (label ids with holes, repeated labels, control
/// characters in one), kUnsupported (another problem, a class that judges tokens or choices).
Result<Config> parse_config(std::string_view json);

/// The file names of the shards in a model.safetensors.index.json or pytorch_model.bin.index.json, sorted and unique;
/// `extension` is what they end in, ".safetensors" or ".bin".
/// Errors: kInvalidModel (damaged; a name with a path in it), kTooLarge (over 1,000 shards).
Result<std::vector<std::string>> parse_shard_index(std::string_view json, std::string_view extension);

/// What 1_Pooling/config.json of a sentence-transformers folder asks for, as one "pooling_mode" (of late) or as flags
/// "pooling_mode_..."; the mean where it says nothing. Errors: kInvalidModel, kUnsupported (max and other pooling
/// modes, several of them).
Result<core::Pooling> parse_pooling(std::string_view json);

}  // namespace emo::hf
