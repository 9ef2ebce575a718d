// Loads what fine-tuning starts from. Reading the formats is io's and hf's work, learning a vocabulary
// text/wordpiece_trainer's, and which head keeps its rows head_carry_over's.
#include "train/text_start.hpp"

#include <filesystem>
#include <span>
#include <utility>

#include "hf/checkpoint.hpp"
#include "io/bundle.hpp"
#include "io/file.hpp"
#include "models/bundle_weights.hpp"
#include "text/normalizer.hpp"
#include "text/wordpiece_trainer.hpp"
#include "train/head_carry_over.hpp"

namespace emo::train {
namespace {

constexpr const char* kMatrix = ".out";

// Heads of one matrix: what a dense layer in front of it means would be lost.
std::vector<KnownHead> plain_heads(const std::vector<io::HeadManifest>& heads, const core::TextArchitecture& network) {
  std::vector<KnownHead> known;
  for (std::size_t h = 0; h < heads.size(); ++h) {
    if (!network.heads[h].has_dense) known.push_back({heads[h].name, heads[h].labels, heads[h].activation});
  }
  return known;
}

// What the run's heads begin with: rows of `heads`, which are those of a start.
void take_heads(const TextTrainConfig& config, const std::vector<io::HeadManifest>& heads,
                const core::TextArchitecture& network, TextStart& start) {
  const auto known = plain_heads(heads, network);
  start.carried = carry_over_heads(config.heads, known, kMatrix, start.weights);
  start.knows_all = knows_all_classes(config.heads, known);
  std::vector<KnownHead> all;
  for (const auto& head : heads) all.push_back({head.name, head.labels, head.activation});
  for (const HeadPlan& plan : config.heads) {
    if (source_of(plan, known)) continue;
    if (const auto source = source_of(plan, all)) {
      start.by_dense_layer = all[source->head].name;
      start.fresh.push_back("head '" + plan.name + "' begins fresh: '" + all[source->head].name +
                            "' of the start knows its classes, but by a layer of its own, which is not carried over");
      continue;
    }
    for (auto& line : fresh_heads(std::span(&plan, 1), all)) start.fresh.push_back(std::move(line));
  }
}

Result<void> from_bundle(const std::string& directory, const TextTrainConfig& config, TextStart& start) {
  EMO_ASSIGN(const auto bundle, io::open_bundle(directory));
  if (bundle.manifest.task != io::Task::kText)
    return Error{ErrorCode::kUnsupported, directory + " is not a text bundle"};
  start.architecture.encoder = bundle.manifest.text.encoder;
  EMO_ASSIGN(start.tokenizer_json, bundle.read(bundle.manifest.text_preprocess.tokenizer));
  const auto specs = core::tensors_of(bundle.manifest.text);
  const bool fixed = config.freeze_encoder || config.epochs == 0;
  EMO_ASSIGN(start.weights,
             models::read_bundle_weights(bundle, specs, fixed ? models::InStep::kMiddle : models::InStep::kAnywhere));
  start.languages = bundle.manifest.languages;
  start.normalizer_version = bundle.manifest.text_preprocess.normalizer_version;
  start.base_weights = io::lineage(bundle.manifest);
  start.base_licence = bundle.manifest.provenance.base_licence;
  take_heads(config, bundle.manifest.heads, bundle.manifest.text, start);
  if (!config.start_shares.empty()) {
    EMO_ASSIGN(start.shared, models::read_bundle_weights(bundle, specs, models::InStep::kMiddle));
    carry_over_heads(config.heads, plain_heads(bundle.manifest.heads, bundle.manifest.text), kMatrix, start.shared);
  }
  return {};
}

Result<void> from_checkpoint(const std::string& directory, const TextTrainConfig& config, TextStart& start) {
  EMO_ASSIGN(auto checkpoint, hf::load_checkpoint(directory, hf::HeadUse::kIfReadable));
  start.architecture.encoder = checkpoint.architecture.encoder;
  start.tokenizer_json = std::move(checkpoint.tokenizer_json);
  for (auto& tensor : checkpoint.tensors) start.weights[tensor.name] = std::move(tensor.values);
  start.languages = std::move(checkpoint.languages);
  start.told = std::move(checkpoint.told);
  start.base_weights = checkpoint.name;
  start.base_licence = checkpoint.licence;
  take_heads(config, checkpoint.heads, checkpoint.architecture, start);
  if (!config.start_shares.empty()) start.shared = start.weights;
  return {};
}

// What the config leaves open of a fresh encoder: ten thousand short texts train the whole in minutes on two cores.
core::TextEncoderConfig fresh_encoder(const TextTrainConfig& config) {
  core::TextEncoderConfig encoder = config.encoder;
  const auto fill = [](std::int64_t& size, std::int64_t usual) { size = size > 0 ? size : usual; };
  fill(encoder.layers, 4);
  fill(encoder.hidden, 256);
  fill(encoder.heads, 4);
  fill(encoder.feed_forward, 4 * encoder.hidden);
  fill(encoder.max_positions, config.max_tokens);  // beyond these no position is learnt
  return encoder;
}

Result<void> fresh(const TextTrainConfig& config, const std::vector<TextExample>& rows, TextStart& start) {
  auto& encoder = start.architecture.encoder;
  encoder = fresh_encoder(config);
  if (config.tokenizer.empty()) {
    std::vector<std::string> texts;
    texts.reserve(rows.size());
    for (const auto& row : rows)
      texts.push_back(text::normalize(row.text, static_cast<int>(config.normalizer_version)));
    const auto pieces = encoder.vocab_size > 0 ? static_cast<std::size_t>(encoder.vocab_size) : text::kUsualPieces;
    auto learnt = text::train_wordpiece(texts, pieces);
    if (!learnt) {
      return learnt.error().at("nothing to start from: give --init BUNDLE or HF_DIR, or in a config \"tokenizer\"");
    }
    start.tokenizer_json = std::move(*learnt);
    EMO_ASSIGN(start.tokenizer, text::parse_tokenizer(start.tokenizer_json));
  } else {
    EMO_ASSIGN(start.tokenizer, text::load_tokenizer(config.tokenizer));
    start.tokenizer_json = start.tokenizer->to_json();
  }
  if (encoder.vocab_size == 0) encoder.vocab_size = start.tokenizer->vocab_size();
  start.base_weights = "none (trained from scratch)";
  return {};
}

}  // namespace

Result<TextStart> text_start_from(const TextTrainConfig& config, const std::vector<TextExample>& rows) {
  TextStart start;
  if (config.init.empty()) {
    EMO_TRY(fresh(config, rows, start));
  } else if (io::is_there(config.init + "/manifest.json")) {
    EMO_TRY(from_bundle(config.init, config, start));
  } else if (io::is_there(config.init + "/config.json") || io::is_there(config.init + "/adapter_config.json")) {
    EMO_TRY(from_checkpoint(config.init, config, start));
  } else {
    return Error{ErrorCode::kNotFound, config.init +
                                           " holds neither manifest.json (a bundle) nor config.json (a Hugging Face "
                                           "checkpoint); nothing is downloaded"};
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
  return start;
}

}  // namespace emo::train
