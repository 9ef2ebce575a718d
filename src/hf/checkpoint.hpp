// A Hugging Face checkpoint folder (BERT, RoBERTa, DistilBERT, ELECTRA, MPNet) read as this project's text encoder with
// heads.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/tensor.hpp"
#include "core/text_architecture.hpp"
#include "emo/error.hpp"
#include "io/manifest.hpp"

namespace emo::hf {

/// A named f32 tensor that owns its elements, row-major.
struct NamedTensor {
  std::string name;
  core::Shape shape;
  std::vector<float> values;

  /// Valid as long as this tensor lives and `values` is not resized.
  [[nodiscard]] core::TensorView view() const {
    return {core::DType::kF32, shape, std::as_bytes(std::span<const float>(values))};
  }
};

/// What an unreadable head is: an error, or a reason to read the encoder alone, as training from it does.
enum class HeadUse { kRequired, kIfReadable };

/// Everything a checkpoint holds that this project uses.
struct Checkpoint {
  core::TextArchitecture architecture;  ///< no heads when the checkpoint is a bare encoder (then pooled by mean)
  std::vector<io::HeadManifest> heads;  ///< same order and names as `architecture.heads`
  std::string tokenizer_json;           ///< Hugging Face tokenizer.json, whatever files the folder has
  std::vector<NamedTensor> tensors;     ///< every tensor of core::tensors_of(architecture), in that order
  std::string model_type;               ///< config.json's "model_type": "bert", "roberta", "distilbert"…
  std::string class_name;               ///< the first of config.json's "architectures"; empty = not stated
  std::string name;                     ///< the folder's name (config.json's _name_or_path is often its ancestor's)
  std::string licence;                  ///< from config.json or the front matter of README.md; empty = not stated
  std::vector<std::string> languages;   ///< ISO 639-1 codes of that front matter; empty = not stated
  bool ends_stated = true;              ///< text::Tokenizer::ends_stated() of the folder's tokenizer
  std::vector<std::string> told;        ///< lines for people about what was read otherwise than they may think
};

/// Reads DIRECTORY/config.json, the weights (Weights::open() says in which files) and the tokenizer files. fp16 and
/// bf16 become f32; query, key and value are stacked into one qkv; name prefixes and the old LayerNorm names gamma/beta
/// are understood; pre-training heads are ignored. A ...ForSequenceClassification checkpoint, and any other with
/// exactly its classifier, gives one head, softmax unless config.json's problem_type is "multi_label_classification"
/// or, where none is stated, its class is called MultiLabel. Labels of one of our taxonomies come in its order. Memory:
/// the f32 tensors once, beside what Weights holds. Thread-safe. Errors: kNotFound (a missing file), kInvalidModel
/// (damaged: names tensor, shape, expectation), kUnsupported (names the key of config.json and its value), kTooLarge.
/// Source: the modelling code's parameter names in Hugging Face transformers.
Result<Checkpoint> load_checkpoint(const std::string& directory, HeadUse use = HeadUse::kRequired);

}  // namespace emo::hf
