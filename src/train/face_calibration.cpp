// Calibration of single-choice heads on development faces, at export. The fits themselves are metrics'; what `emo
// calibrate` does to a finished bundle is src/eval's.
#include "train/face_calibration.hpp"

#include <algorithm>

#include "core/activation.hpp"
#include "core/assert.hpp"
#include "metrics/confusion.hpp"
#include "metrics/logit_fit.hpp"

namespace emo::train {
namespace {

constexpr int kFloors = 10;  // tried between none and the share that each of K equal classes has

double macro_f1_of(const std::vector<float>& probabilities, std::span<const std::int32_t> gold, std::size_t classes) {
  metrics::ConfusionMatrix confusion(classes);
  for (std::size_t i = 0; i < gold.size(); ++i) {
    confusion.add_best(static_cast<std::size_t>(gold[i]), std::span(probabilities).subspan(i * classes, classes));
  }
  return metrics::macro_f1(confusion.class_counts());
}

// The smallest of the best floors.
std::vector<double> best_bias(const ViewLogits& views, std::span<const std::int32_t> gold,
                              std::span<const std::uint64_t> class_counts, double temperature) {
  const std::size_t classes = class_counts.size();
  std::vector<double> best;
  double best_f1 = -1;
  for (int step = 0; step <= kFloors; ++step) {
    const double floor = static_cast<double>(step) / kFloors / static_cast<double>(classes);
    auto bias = metrics::rare_class_bias(class_counts, floor);
    const double f1 = macro_f1_of(mean_probabilities(views, classes, {temperature, bias}), gold, classes);
    if (f1 <= best_f1) continue;
    best_f1 = f1;
    best = std::move(bias);
  }
  return best;
}

}  // namespace

HeadCalibration calibrate_head(const ViewLogits& views, std::span<const std::int32_t> gold,
                               std::span<const std::uint64_t> class_counts) {
  const std::size_t classes = class_counts.size();
  HeadCalibration out;
  if (gold.empty()) return out;
  EMO_ASSERT(!views.empty());
  std::vector<float> logits;  // every view is a row of its own for the temperature
  for (const auto& view : views) {
    EMO_ASSERT(view.size() == gold.size() * classes);
    logits.insert(logits.end(), view.begin(), view.end());
  }
  // Two views of a face are one face.
  const auto of_faces = metrics::with_room_for_luck(gold, classes);
  std::vector<float> targets;
  for (std::size_t v = 0; v < views.size(); ++v) targets.insert(targets.end(), of_faces.begin(), of_faces.end());
  const double first = metrics::fit_temperature_soft(logits, targets, classes);
  out.bias = best_bias(views, gold, class_counts, first);
  for (std::size_t i = 0; i < logits.size(); ++i) {
    logits[i] = static_cast<float>(static_cast<double>(logits[i]) / first + out.bias[i % classes]);
  }
  // Where all rows are right, or none, each fit goes as far as it may; both together go no further.
  const double second = std::clamp(metrics::fit_temperature_soft(logits, targets, classes),
                                   metrics::kMinTemperature / first, metrics::kMaxTemperature / first);
  out.temperature = first * second;
  for (double& b : out.bias) b /= second;
  return out;
}

std::vector<float> calibrated_probabilities(std::span<const float> logits, std::size_t classes,
                                            const HeadCalibration& calibration) {
  std::vector<float> out(logits.size());
  for (std::size_t row = 0; row < logits.size(); row += classes) {
    std::vector<double> z(classes);
    for (std::size_t k = 0; k < classes; ++k) {
      z[k] = static_cast<double>(logits[row + k]) / calibration.temperature +
             (calibration.bias.empty() ? 0.0 : calibration.bias[k]);
    }
    core::softmax(std::span(z));
    for (std::size_t k = 0; k < classes; ++k) out[row + k] = static_cast<float>(z[k]);
  }
  return out;
}

std::vector<float> mean_probabilities(const ViewLogits& views, std::size_t classes,
                                      const HeadCalibration& calibration) {
  std::vector<float> out;
  for (const auto& view : views) {
    const auto probabilities = calibrated_probabilities(view, classes, calibration);
    out.resize(probabilities.size(), 0.0F);
    for (std::size_t i = 0; i < out.size(); ++i) out[i] += probabilities[i] / static_cast<float>(views.size());
  }
  return out;
}

}  // namespace emo::train
