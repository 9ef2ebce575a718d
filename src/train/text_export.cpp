// The last step of a text run: quantise for the run's own texts, calibrate, write. Formats are io's, quantisation and
// engine are models', figures are metrics'; what is exported was chosen by training_loop.cpp.
#include "train/text_export.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/joined.hpp"
#include "io/bundle.hpp"
#include "io/scratch_folder.hpp"
#include "metrics/logit_fit.hpp"
#include "metrics/thresholds.hpp"
#include "models/text_inputs.hpp"
#include "models/text_quantize.hpp"
#include "text/tokenizer.hpp"
#include "train/head_columns.hpp"
#include "train/text_batches.hpp"
#include "train/text_card.hpp"
#include "train/text_engine_logits.hpp"
#include "train/text_windows.hpp"

namespace emo::train {
namespace {

using TensorViews = std::vector<std::pair<std::string, core::TensorView>>;

constexpr std::size_t kRoundingTexts = 1000;

// The names of the data sets whose rows judge a head, for its figures.
std::string judging_sources(const TextTrainConfig& config, const std::vector<TextExample>& rows, std::size_t head) {
  std::set<std::string> names;
  for (const auto& example : rows) {
    const SourcePlan& source = config.sources[example.source];
    if (!example.targets[head].empty()) {
      names.insert(shown_name(source));
    }
  }
  return core::joined(names, "+");
}

io::Manifest manifest_of(const TextTrainer& trainer, const TextNetwork& network, const TextExportOptions& options) {
  const auto& config = trainer.config();
  io::Manifest manifest;
  manifest.name = config.name;
  manifest.version = config.version;
  manifest.text = network.architecture();
  for (const auto& head : config.heads) manifest.heads.push_back(manifest_of(head));
  manifest.text_preprocess = served_preprocess(config, trainer.start());
  manifest.quantization = config.int8 ? io::Quantization::kInt8 : io::Quantization::kF32;
  manifest.languages = config.languages;
  manifest.provenance.datasets = trainer.data().provenance;
  manifest.provenance.base_weights = trainer.start().base_weights;
  manifest.provenance.base_licence = trainer.start().base_licence;
  if (trainer.state().best_epoch > 0) manifest.provenance.teachers = trainer.data().teachers;
  manifest.provenance.seeds = {config.seed};
  manifest.provenance.command = options.command;
  manifest.provenance.git_commit = options.git_commit;
  return manifest;
}

/// Logits of every head, [texts, K] each.
using HeadLogits = std::vector<std::vector<float>>;

// Whole texts, as the heads of `manifest` answer them.
HeadLogits of_whole_texts(const WindowLogits& windows, const io::Manifest& manifest, std::size_t texts) {
  return split_heads(manifest.heads, joined_windows(windows, manifest.heads, texts), texts);
}

// On the development rows: the temperature of every head, which its windows' logits are divided by, each for itself;
// then a threshold for each label of sigmoid heads on the probabilities that whole texts get.
void calibrate(const std::vector<TextExample>& rows, const WindowLogits& windows, io::Manifest& manifest) {
  const HeadLogits first = split_heads(manifest.heads, first_windows(windows, rows.size()), rows.size());
  for (std::size_t h = 0; h < manifest.heads.size(); ++h) {
    auto& head = manifest.heads[h];
    const auto outputs = labelled_outputs(rows, h, first[h], head.labels.size());
    if (outputs.rows() == 0) continue;
    head.temperature =
        head.activation == core::HeadActivation::kSoftmax
            ? metrics::fit_temperature_soft(
                  outputs.logits, metrics::with_room_for_luck(outputs.targets, outputs.classes), outputs.classes)
            : metrics::fit_temperature_binary(outputs.logits, gold_of(outputs));
  }
  const HeadLogits whole = of_whole_texts(windows, manifest, rows.size());
  for (std::size_t h = 0; h < manifest.heads.size(); ++h) {
    auto& head = manifest.heads[h];
    const auto outputs = labelled_outputs(rows, h, whole[h], head.labels.size());
    if (outputs.rows() == 0 || head.activation == core::HeadActivation::kSoftmax) continue;
    head.thresholds =
        metrics::fit_thresholds(sigmoid_probabilities(outputs, head.temperature), gold_of(outputs), outputs.classes);
  }
}

// Adds what the calibrated heads score on `rows` to the manifest.
void judge(const TextTrainConfig& config, const char* split, const std::vector<TextExample>& rows,
           const WindowLogits& windows, io::Manifest& manifest) {
  const HeadLogits logits = of_whole_texts(windows, manifest, rows.size());
  for (std::size_t h = 0; h < manifest.heads.size(); ++h) {
    const auto& head = manifest.heads[h];
    const auto outputs = labelled_outputs(rows, h, logits[h], head.labels.size());
    if (outputs.rows() == 0) continue;
    manifest.metrics.push_back({head.name + ".macro_f1", judging_sources(config, rows, h), split,
                                macro_f1_of(head, outputs), static_cast<std::int64_t>(outputs.rows())});
  }
}

// The network's weights as views; `held` keeps them alive.
TensorViews weights_of(TextNetwork& network, std::vector<at::Tensor>& held) {
  TensorViews views;
  for (const auto& [name, value] : network.parameters()) {
    held.push_back(value.detach().to(at::kCPU).contiguous());
    const at::Tensor& tensor = held.back();
    views.emplace_back(name, core::TensorView{core::DType::kF32,
                                              core::Shape(tensor.sizes().begin(), tensor.sizes().end()),
                                              {static_cast<const std::byte*>(tensor.data_ptr()), tensor.nbytes()}});
  }
  return views;
}

// Weights in 8 bits, rounded for the inputs that some of the training texts give them.
Result<models::QuantizedTensors> quantized_weights(const TextTrainer& trainer, const io::Manifest& manifest,
                                                   const TensorViews& tensors, const std::string& draft_folder,
                                                   TrainingObserver& observer) {
  const auto& rows = trainer.data().train;
  const std::size_t count = std::min(kRoundingTexts, rows.size());
  const auto& preprocess = manifest.text_preprocess;
  EMO_ASSIGN(const auto tokenizer, text::parse_tokenizer(trainer.start().tokenizer_json));
  const TextEncoderInput input(*tokenizer, preprocess.normalizer_version, preprocess.max_tokens);
  std::vector<std::vector<std::int32_t>> ids;
  ids.reserve(count);
  // Spread over all rows: they lie source by source.
  for (std::size_t i = 0; i < count; ++i) ids.push_back(input.window(rows[i * rows.size() / count].text, i));
  observer.on_message("rounding the weights to 8 bits for the inputs that " + std::to_string(count) +
                      " of the training texts give them");
  const io::ScratchFolder draft(draft_folder);
  io::Manifest plain = manifest;
  plain.quantization = io::Quantization::kF32;
  EMO_TRY(io::write_bundle(draft.path, plain, tensors, {{preprocess.tokenizer, trainer.start().tokenizer_json}}));
  EMO_ASSIGN(const auto bundle, io::open_bundle(draft.path));
  EMO_ASSIGN(auto inputs, models::TextInputs::open(bundle, std::move(ids)));
  return models::quantize_text_tensors(manifest.text, tensors, &inputs);
}

}  // namespace

Result<void> export_text_bundle(TextTrainer& trainer, const std::string& directory, const TextExportOptions& options,
                                TrainingObserver& observer) {
  TextNetwork& network = trainer.network();
  io::Manifest manifest = manifest_of(trainer, network, options);
  std::vector<at::Tensor> held;
  TensorViews tensors = weights_of(network, held);
  models::QuantizedTensors quantized;
  if (trainer.config().int8) {
    EMO_ASSIGN(quantized, quantized_weights(trainer, manifest, tensors, directory + ".f32", observer));
    tensors = quantized.tensors;
  }
  std::map<std::string, std::string> files{{manifest.text_preprocess.tokenizer, trainer.start().tokenizer_json}};
  {
    const io::ScratchFolder draft(directory + ".uncalibrated");
    EMO_TRY(io::write_bundle(draft.path, manifest, tensors, files, directory));
    EMO_ASSIGN(const auto bundle, io::open_bundle(draft.path));
    const auto& dev = trainer.data().dev;
    EMO_ASSIGN(const auto windows, text_window_logits(bundle, dev, options.threads));
    calibrate(dev, windows, manifest);
    judge(trainer.config(), "dev", dev, windows, manifest);
    if (!trainer.data().test.empty()) {
      EMO_ASSIGN(const auto unseen, text_window_logits(bundle, trainer.data().test, options.threads));
      judge(trainer.config(), "test", trainer.data().test, unseen, manifest);
    }
    if (options.make_golden) {
      EMO_ASSIGN(files[io::kGoldenFile], options.make_golden(draft.path));
    }
  }
  files["card.md"] = text_card(manifest, {trainer.config().epochs, trainer.state().epoch, trainer.state().best_epoch,
                                          trainer.config().seed, trainer.mixture()});
  EMO_TRY(io::write_bundle(directory, manifest, tensors, files));
  return {};
}

}  // namespace emo::train
