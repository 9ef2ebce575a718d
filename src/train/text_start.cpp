// Loads what fine-tuning starts from. Reading the formats is io's and hf's work.
#include "train/text_start.hpp"

#include <filesystem>

#include "hf/checkpoint.hpp"
#include "io/bundle.hpp"
#include "train/bundle_weights.hpp"

namespace emo::train {
namespace {

Result<void> from_bundle(const std::string& directory, TextStart& start) {
  EMO_ASSIGN(const auto bundle, io::open_bundle(directory));
  if (bundle.manifest.task != io::Task::kText)
    return Error{ErrorCode::kUnsupported, directory + " is not a text bundle"};
  start.architecture.encoder = bundle.manifest.text.encoder;
  EMO_ASSIGN(start.tokenizer_json, bundle.read(bundle.manifest.text_preprocess.tokenizer));
  EMO_ASSIGN(start.weights, read_bundle_weights(bundle, core::tensors_of(bundle.manifest.text)));
  start.base_weights = bundle.manifest.name + " " + bundle.manifest.version + " (which started from " +
                       bundle.manifest.provenance.base_weights + ")";
  start.base_licence = bundle.manifest.provenance.base_licence;
  return {};
}

Result<void> from_checkpoint(const std::string& directory, TextStart& start) {
  EMO_ASSIGN(auto checkpoint, hf::load_checkpoint(directory));
  start.architecture.encoder = checkpoint.architecture.encoder;
  start.tokenizer_json = std::move(checkpoint.tokenizer_json);
  for (auto& tensor : checkpoint.tensors) start.weights[tensor.name] = std::move(tensor.values);
  start.base_weights = checkpoint.name;
  start.base_licence = checkpoint.licence;
  return {};
}

}  // namespace

Result<TextStart> start_from(const TextTrainConfig& config) {
  TextStart start;
  if (config.init.empty()) {
    if (config.tokenizer.empty() || config.encoder.layers == 0) {
      return Error{ErrorCode::kInvalidData,
                   "nothing to start from: give --init BUNDLE or HF_DIR, or describe a fresh encoder in the config "
                   "(\"encoder\" and \"tokenizer\")"};
    }
    EMO_ASSIGN(start.tokenizer, text::load_tokenizer(config.tokenizer));
    start.tokenizer_json = start.tokenizer->to_json();
    start.architecture.encoder = config.encoder;
    if (start.architecture.encoder.vocab_size == 0)
      start.architecture.encoder.vocab_size = start.tokenizer->vocab_size();
    start.base_weights = "none (trained from scratch)";
  } else if (std::filesystem::exists(config.init + "/manifest.json")) {
    EMO_TRY(from_bundle(config.init, start));
  } else if (std::filesystem::exists(config.init + "/config.json")) {
    EMO_TRY(from_checkpoint(config.init, start));
  } else {
    return Error{ErrorCode::kNotFound,
                 config.init + " holds neither manifest.json (a bundle) nor config.json (a Hugging Face checkpoint)"};
  }
  if (!start.tokenizer) {
    EMO_ASSIGN(start.tokenizer, text::parse_tokenizer(start.tokenizer_json));
  }
  if (start.tokenizer->vocab_size() > start.architecture.encoder.vocab_size) {
    return Error{ErrorCode::kInvalidModel, "the tokenizer has " + std::to_string(start.tokenizer->vocab_size()) +
                                               " tokens, the encoder's word table only " +
                                               std::to_string(start.architecture.encoder.vocab_size) + " rows"};
  }
  for (const auto& head : config.heads) {
    start.architecture.heads.push_back(
        {head.name, static_cast<std::int64_t>(head.labels.size()), false, core::Activation::kTanh});
  }
  EMO_TRY(core::validate(start.architecture));
  for (const auto& spec : core::tensors_of(start.architecture)) {  // a head of another size starts fresh
    const auto found = start.weights.find(spec.name);
    std::size_t expected = 1;
    for (const auto extent : spec.shape) expected *= static_cast<std::size_t>(extent);
    if (spec.name.rfind("heads.", 0) == 0 && found != start.weights.end() && found->second.size() != expected) {
      start.weights.erase(found);
    }
  }
  return start;
}

}  // namespace emo::train
