// Writes a checkpoint as a bundle. Reading the checkpoint is checkpoint.cpp's; the bundle format is io's; running it,
// for golden.json, is left to a callback. The detector comes another way (ultraface_import.cpp).
#include "hf/import.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "hf/checkpoint_head.hpp"
#include "hf/model_card.hpp"
#include "io/bundle.hpp"
#include "models/text_quantize.hpp"

namespace emo::hf {

io::Manifest manifest_of(const Checkpoint& checkpoint, const ImportOptions& options) {
  io::Manifest manifest;
  manifest.name = options.name.empty() ? checkpoint.name : options.name;
  manifest.version = options.version;
  manifest.task = io::Task::kText;
  manifest.text = checkpoint.architecture;
  manifest.heads = checkpoint.heads;
  manifest.text_preprocess.normalizer_version = 0;
  manifest.text_preprocess.max_tokens = checkpoint.architecture.encoder.max_tokens();
  manifest.text_preprocess.stride = io::usual_stride(manifest.text_preprocess.max_tokens);
  manifest.quantization = options.int8 ? io::Quantization::kInt8 : io::Quantization::kF32;
  manifest.languages = checkpoint.languages;
  manifest.provenance.base_weights = checkpoint.name;
  manifest.provenance.base_licence = checkpoint.licence;
  manifest.provenance.command = options.command;
  return manifest;
}

Result<void> import_checkpoint(const std::string& directory, const std::string& out_bundle,
                               const ImportOptions& options) {
  EMO_ASSIGN(const Checkpoint checkpoint, load_checkpoint(directory));
  if (checkpoint.heads.empty()) {
    return Error{ErrorCode::kUnsupported, directory + ": an encoder without a classification head (" +
                                              stated_class(checkpoint.class_name) + "), expected a " +
                                              "...ForSequenceClassification checkpoint (train one from it with " +
                                              "emo train text --init)"};
  }
  if (!checkpoint.ends_stated) {  // to train from, such a folder is good enough; what was trained on it is not read so
    return Error{ErrorCode::kUnsupported, directory + ": tokenizer.json puts nothing around a text " +
                                              "(\"post_processor\"), expected a token before and one behind it"};
  }
  constexpr std::int64_t kFewestTokens = 3;  // first, one of the text, last
  if (checkpoint.architecture.encoder.max_tokens() < kFewestTokens) {
    return Error{ErrorCode::kUnsupported, directory + ": room for " +
                                              std::to_string(checkpoint.architecture.encoder.max_tokens()) +
                                              " tokens (\"max_position_embeddings\"), expected at least 3"};
  }
  for (const auto& line : checkpoint.told) {
    if (options.tell) options.tell(line);
  }
  const io::Manifest manifest = manifest_of(checkpoint, options);
  models::QuantizedTensors stored;  // owns what the views of an int8 bundle show
  for (const auto& tensor : checkpoint.tensors) stored.tensors.emplace_back(tensor.name, tensor.view());
  if (options.int8) {
    EMO_ASSIGN(stored, models::quantize_text_tensors(checkpoint.architecture, stored.tensors));
  }
  return io::write_recorded_bundle(
      out_bundle, manifest, stored.tensors,
      {{manifest.text_preprocess.tokenizer, checkpoint.tokenizer_json}, {"card.md", model_card(checkpoint, manifest)}},
      options.make_golden);
}

}  // namespace emo::hf
