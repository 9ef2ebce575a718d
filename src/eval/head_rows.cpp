// Rows of an evaluation as matrices, and the way from one calibration of a head to another. Nothing is fitted here.
#include "eval/head_rows.hpp"

#include <algorithm>
#include <cmath>

#include "core/assert.hpp"
#include "pipeline/head_activation.hpp"

namespace emo::eval {
namespace {

constexpr float kSmallestProbability = 1e-37F;  // its logarithm is finite in float
constexpr double kLargestLogit = 40;

}  // namespace

Result<HeadRows> head_rows(const Evaluation& evaluation, const io::HeadManifest& head) {
  if (evaluation.labels != head.labels) {
    return Error{ErrorCode::kInvalidData, "the evaluation is not over all labels of head '" + head.name + "'"};
  }
  HeadRows rows{head.labels.size(), {}, {}};
  for (const Prediction& prediction : evaluation.predictions) {
    if (prediction.error) continue;
    rows.probabilities.insert(rows.probabilities.end(), prediction.probabilities.begin(),
                              prediction.probabilities.end());
    const std::size_t at = rows.gold.size();
    rows.gold.resize(at + rows.labels, 0);
    for (const std::string& label : prediction.gold) {
      const auto it = std::find(head.labels.begin(), head.labels.end(), label);
      EMO_ASSERT(it != head.labels.end());
      rows.gold[at + static_cast<std::size_t>(it - head.labels.begin())] = 1;
    }
  }
  return rows;
}

HeadRows take(const HeadRows& rows, std::span<const std::size_t> chosen) {
  HeadRows taken{rows.labels, {}, {}};
  for (const std::size_t row : chosen) {
    const auto from = static_cast<std::ptrdiff_t>(row * rows.labels);
    const auto to = from + static_cast<std::ptrdiff_t>(rows.labels);
    taken.probabilities.insert(taken.probabilities.end(), rows.probabilities.begin() + from,
                               rows.probabilities.begin() + to);
    taken.gold.insert(taken.gold.end(), rows.gold.begin() + from, rows.gold.begin() + to);
  }
  return taken;
}

std::vector<float> logits_of(const io::HeadManifest& head, const HeadRows& rows) {
  std::vector<float> logits;
  logits.reserve(rows.probabilities.size());
  for (const float p : rows.probabilities) {
    if (head.activation == core::HeadActivation::kSoftmax) {
      logits.push_back(std::log(std::max(p, kSmallestProbability)));
    } else {
      const auto q = static_cast<double>(p);
      logits.push_back(static_cast<float>(std::clamp(std::log(q) - std::log1p(-q), -kLargestLogit, kLargestLogit)));
    }
  }
  return logits;
}

HeadRows apply_calibration(const io::HeadManifest& head, const io::HeadManifest& fitted_from, const HeadRows& rows) {
  // The rows hold log-probabilities under the old temperature and bias; what is left to apply is the ratio.
  io::HeadManifest rest = head;
  rest.temperature = head.temperature / fitted_from.temperature;
  rest.bias.clear();
  HeadRows applied{rows.labels, std::vector<float>(rows.probabilities.size()), rows.gold};
  const auto logits = logits_of(head, rows);
  for (std::size_t at = 0; at < logits.size(); at += rows.labels) {
    const auto done = pipeline::activate(rest, std::span(logits).subspan(at, rows.labels),
                                         std::span(applied.probabilities).subspan(at, rows.labels));
    EMO_ASSERT(done.has_value());  // logits_of gives finite numbers only
  }
  return applied;
}

}  // namespace emo::eval
