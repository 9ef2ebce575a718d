// The last step of a face run: fold, quantise, calibrate, write. Formats are io's, quantisation and engine are models',
// fits are metrics'; folding is image_deploy.cpp's.
#include "train/face_export.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "core/joined.hpp"
#include "io/bundle.hpp"
#include "io/scratch_folder.hpp"
#include "metrics/confusion.hpp"
#include "metrics/probability.hpp"
#include "models/image_quantize.hpp"
#include "train/face_batches.hpp"
#include "train/face_calibration.hpp"
#include "train/face_card.hpp"
#include "train/face_engine_logits.hpp"
#include "train/face_judged_rows.hpp"

namespace emo::train {
namespace {

using TensorViews = std::vector<std::pair<std::string, core::TensorView>>;

/// Whose rows among `judged` a figure is of.
std::string sources_of(const FaceTrainConfig& config, const std::vector<FaceExample>& examples,
                       const JudgedRows& judged) {
  std::set<std::string> names;
  for (const std::size_t row : judged.rows) names.insert(shown_name(config.sources[examples[row].source]));
  return core::joined(names, "+");
}

io::Manifest manifest_of(const FaceTrainConfig& config, const FaceDataset& data, const FaceStart& start,
                         const FaceExportOptions& options) {
  io::Manifest manifest;
  manifest.name = config.name;
  manifest.version = config.version;
  manifest.task = io::Task::kFace;
  manifest.image = config.architecture;
  for (const auto& head : config.heads) manifest.heads.push_back(manifest_of(head));
  auto& preprocess = manifest.image_preprocess;
  preprocess.channels = config.architecture.channels;
  preprocess.height = config.architecture.height;
  preprocess.width = config.architecture.width;
  preprocess.margin = config.margin;
  preprocess.flip_average = config.flip_average;
  manifest.quantization = config.int8 ? io::Quantization::kInt8 : io::Quantization::kF32;
  manifest.provenance.datasets = data.provenance;
  manifest.provenance.base_weights = start.base_weights;
  manifest.provenance.base_licence = start.base_licence;
  if (options.kept > 0) manifest.provenance.teachers = data.teachers;  // the start learnt from nobody here
  manifest.provenance.seeds = {config.seed};
  manifest.provenance.command = options.command;
  manifest.provenance.git_commit = options.git_commit;
  return manifest;
}

TensorViews views_of(const TensorValues& values, const std::vector<core::TensorSpec>& specs) {
  TensorViews views;
  for (const auto& spec : specs) {
    views.emplace_back(spec.name,
                       core::TensorView{core::DType::kF32, spec.shape, std::as_bytes(std::span(values.at(spec.name)))});
  }
  return views;
}

std::vector<std::uint64_t> class_counts(const FaceDataset& data, const std::vector<double>& copies, std::size_t head,
                                        std::size_t classes) {
  std::vector<std::uint64_t> counts;
  for (const double m : class_mass(data, copies, head, classes))
    counts.push_back(static_cast<std::uint64_t>(std::llround(m)));
  return counts;
}

// Accuracy, macro-F1, balanced accuracy and calibration error of a head into the manifest.
void add_metrics(const std::string& head, const std::string& dataset, const char* split, const JudgedRows& judged,
                 const std::vector<float>& probabilities, std::size_t classes, io::Manifest& manifest) {
  metrics::ConfusionMatrix confusion(classes);
  metrics::Reliability reliability;
  for (std::size_t i = 0; i < judged.gold.size(); ++i) {
    const std::span<const float> p(probabilities.data() + i * classes, classes);
    const auto gold = static_cast<std::size_t>(judged.gold[i]);
    const std::size_t top = confusion.add_best(gold, p);
    reliability.add(static_cast<double>(p[top]), top == gold);
  }
  const auto n = static_cast<std::int64_t>(judged.gold.size());
  const auto add = [&](const char* name, double value) {
    manifest.metrics.push_back({head + "." + name, dataset, split, value, n});
  };
  add("accuracy", confusion.accuracy());
  add("macro_f1", metrics::macro_f1(confusion.class_counts()));
  add("balanced_accuracy", confusion.balanced_accuracy());
  add("ece", reliability.expected_calibration_error());
}

// A head's logits of the faces that it is judged on, a matrix a view.
ViewLogits logit_views(const std::vector<FaceExample>& examples, std::size_t head, std::size_t classes,
                       const FaceLogits& logits, const JudgedRows& judged) {
  ViewLogits views{judged.logits};
  if (!logits.mirrored.empty()) views.push_back(judged_rows(examples, head, classes, logits.mirrored[head]).logits);
  return views;
}

// Calibrates every head on the development faces, with their mirror images where the bundle averages.
void calibrate(const FaceTrainConfig& config, const FaceDataset& data, const FaceLogits& logits,
               io::Manifest& manifest) {
  const auto copies = expected_copies(config, data);
  for (std::size_t h = 0; h < manifest.heads.size(); ++h) {
    auto& head = manifest.heads[h];
    const std::size_t k = head.labels.size();
    const JudgedRows judged = judged_rows(data.dev, h, k, logits.plain[h]);
    if (judged.gold.empty()) continue;
    const auto views = logit_views(data.dev, h, k, logits, judged);
    const auto calibration = calibrate_head(views, judged.gold, class_counts(data, copies, h, k));
    head.temperature = calibration.temperature;
    head.bias = calibration.bias;
  }
}

// Adds the scores of the calibrated heads on `examples` to the manifest. Returns the first head's predictions.
std::vector<FacePrediction> judge(const FaceTrainConfig& config, const char* split,
                                  const std::vector<FaceExample>& examples, const FaceLogits& logits,
                                  io::Manifest& manifest) {
  std::vector<FacePrediction> predictions;
  for (std::size_t h = 0; h < manifest.heads.size(); ++h) {
    const auto& head = manifest.heads[h];
    const std::size_t k = head.labels.size();
    const JudgedRows judged = judged_rows(examples, h, k, logits.plain[h]);
    if (judged.gold.empty()) continue;
    const auto views = logit_views(examples, h, k, logits, judged);
    const auto probabilities = mean_probabilities(views, k, {head.temperature, head.bias});
    add_metrics(head.name, sources_of(config, examples, judged), split, judged, probabilities, k, manifest);
    for (std::size_t i = 0; h == 0 && i < judged.gold.size(); ++i) {
      const auto first = probabilities.begin() + static_cast<std::ptrdiff_t>(i * k);
      predictions.push_back({examples[judged.rows[i]].id, judged.gold[i],
                             std::vector<float>(first, first + static_cast<std::ptrdiff_t>(k))});
    }
  }
  return predictions;
}

}  // namespace

Result<JudgedFaces> export_face_bundle(const FaceTrainConfig& config, const FaceDataset& data, const FaceStart& start,
                                       ImageModule& module, const std::string& directory,
                                       const FaceExportOptions& options) {
  io::Manifest manifest = manifest_of(config, data, start, options);
  EMO_ASSIGN(const auto specs, core::tensors_of(module.network()));
  const TensorValues values = deployed_tensors(module);
  TensorViews tensors = views_of(values, specs);
  models::QuantizedTensors quantized;
  if (config.int8) {
    EMO_ASSIGN(quantized, models::quantize_image_tensors(module.network(), tensors));
    tensors = quantized.tensors;
  }
  std::map<std::string, std::string> files;
  JudgedFaces judged;
  {
    const io::ScratchFolder draft(directory + ".uncalibrated");
    EMO_TRY(io::write_bundle(draft.path, manifest, tensors, files, directory));
    EMO_ASSIGN(const auto bundle, io::open_bundle(draft.path));
    const auto views = config.flip_average ? FaceViews::kBoth : FaceViews::kAsItIs;
    EMO_ASSIGN(const auto logits, face_engine_logits(bundle, data.images, data.dev, options.threads, views));
    calibrate(config, data, logits, manifest);
    judged.dev = judge(config, "dev", data.dev, logits, manifest);
    if (config.test_fraction > 0) {
      EMO_ASSIGN(const auto unseen, face_engine_logits(bundle, data.images, data.test, options.threads, views));
      judged.test = judge(config, "test", data.test, unseen, manifest);
    }
    if (options.make_golden) {
      EMO_ASSIGN(files[io::kGoldenFile], options.make_golden(draft.path));
    }
  }
  files["card.md"] = face_card(manifest, {config.epochs, options.learnt, options.kept, config.seed, options.mixture});
  EMO_TRY(io::write_bundle(directory, manifest, tensors, files));
  return judged;
}

}  // namespace emo::train
