// The last step of a run. Formats are io's, quantisation and engine are models', figures are metrics'.
#include "train/text_export.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "io/bundle.hpp"
#include "metrics/logit_fit.hpp"
#include "metrics/thresholds.hpp"
#include "models/text_quantize.hpp"
#include "train/engine_logits.hpp"
#include "train/model_card.hpp"
#include "train/scratch_folder.hpp"

namespace emo::train {
namespace {

using TensorViews = std::vector<std::pair<std::string, core::TensorView>>;

constexpr std::int64_t kMaxWindow = 256;  // tokens; longer texts are read in overlapping windows

// The names of all data sets, for the figures.
std::string joined_sources(const TextTrainConfig& config) {
  std::set<std::string> names;
  for (const auto& source : config.sources) names.insert(source.name);
  std::string joined;
  for (const auto& name : names) joined += (joined.empty() ? "" : "+") + name;
  return joined;
}

// Sigmoid heads: one temperature for all labels, then a threshold per label on the probabilities it gives.
void calibrate_sigmoid(const HeadOutputs& outputs, io::HeadManifest& head) {
  std::vector<std::uint8_t> gold(outputs.targets.size());
  std::transform(outputs.targets.begin(), outputs.targets.end(), gold.begin(),
                 [](float t) { return static_cast<std::uint8_t>(t > 0.5F ? 1 : 0); });
  head.temperature = metrics::fit_temperature_binary(outputs.logits, gold);
  std::vector<float> probabilities(outputs.logits.size());
  std::transform(outputs.logits.begin(), outputs.logits.end(), probabilities.begin(),
                 [&](float z) { return 1.0F / (1.0F + std::exp(-z / static_cast<float>(head.temperature))); });
  head.thresholds = metrics::fit_thresholds(probabilities, gold, outputs.classes);
}

io::Manifest manifest_of(const TextTrainer& trainer, const TextNetwork& network, const ExportOptions& options) {
  const auto& config = trainer.config();
  io::Manifest manifest;
  manifest.name = config.name;
  manifest.version = config.version;
  manifest.text = network.architecture();
  for (const auto& head : config.heads) manifest.heads.push_back(manifest_of(head));
  manifest.text_preprocess.normalizer_version = static_cast<int>(config.normalizer_version);
  manifest.text_preprocess.max_tokens = std::min(kMaxWindow, network.architecture().encoder.max_tokens());
  manifest.text_preprocess.stride = manifest.text_preprocess.max_tokens / 8;
  manifest.quantization = config.int8 ? io::Quantization::kInt8 : io::Quantization::kF32;
  manifest.languages = config.languages;
  manifest.provenance.datasets = trainer.data().provenance;
  manifest.provenance.base_weights = trainer.start().base_weights;
  manifest.provenance.base_licence = trainer.start().base_licence;
  manifest.provenance.teachers = trainer.data().teachers;
  manifest.provenance.seeds = {config.seed};
  manifest.provenance.command = options.command;
  manifest.provenance.git_commit = options.git_commit;
  return manifest;
}

// Temperature (and thresholds) of every head on the development rows; adds the development scores to the manifest.
void calibrate(const TextTrainer& trainer, const std::vector<std::vector<float>>& logits, io::Manifest& manifest) {
  const auto& config = trainer.config();
  for (std::size_t h = 0; h < config.heads.size(); ++h) {
    const auto& plan = config.heads[h];
    const std::size_t k = plan.labels.size();
    const auto outputs = labelled_outputs(trainer.data().dev, h, logits[h], k);
    if (outputs.rows() == 0) continue;
    auto& head = manifest.heads[h];
    if (plan.activation == core::HeadActivation::kSoftmax) {
      head.temperature = metrics::fit_temperature_soft(outputs.logits, outputs.targets, k);
    } else {
      calibrate_sigmoid(outputs, head);
    }
    manifest.metrics.push_back({plan.name + ".macro_f1", joined_sources(config), "dev",
                                score_head(plan, outputs).macro_f1, static_cast<std::int64_t>(outputs.rows())});
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

}  // namespace

Result<void> export_text_bundle(TextTrainer& trainer, const std::string& directory, const ExportOptions& options,
                                TrainingObserver& observer) {
  TextNetwork& network = trainer.network();
  io::Manifest manifest = manifest_of(trainer, network, options);
  std::vector<at::Tensor> held;
  TensorViews tensors = weights_of(network, held);
  models::QuantizedTensors quantized;
  if (trainer.config().int8) {
    EMO_ASSIGN(quantized, models::quantize_text_tensors(network.architecture(), tensors));
    tensors = quantized.tensors;
  }
  std::map<std::string, std::string> files{{manifest.text_preprocess.tokenizer, trainer.start().tokenizer_json}};
  {
    const ScratchFolder draft(directory + ".uncalibrated");
    EMO_TRY(io::write_bundle(draft.path, manifest, tensors, files));
    EMO_ASSIGN(const auto bundle, io::open_bundle(draft.path));
    EMO_ASSIGN(const auto logits, engine_logits(bundle, trainer.data().dev, options.threads));
    calibrate(trainer, logits, manifest);
    if (options.make_golden) {
      EMO_ASSIGN(files["golden.json"], options.make_golden(draft.path));
    }
  }
  files["card.md"] = model_card(trainer.config(), manifest);
  EMO_TRY(io::write_bundle(directory, manifest, tensors, files));
  for (const auto& metric : manifest.metrics) {
    observer.on_message(metric.name + " on " + metric.split + ", exported weights: " + std::to_string(metric.value) +
                        " (n = " + std::to_string(metric.n) + ")");
  }
  return {};
}

}  // namespace emo::train
