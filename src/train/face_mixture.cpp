// Mixtures are made of deployed weights: a normalisation whose statistics are averaged is not the average of two
// networks, a folded convolution is.
#include "train/face_mixture.hpp"

#include <algorithm>
#include <cstdio>

#include "core/assert.hpp"

namespace emo::train {
namespace {

std::string words(double share, double loss, const std::vector<double>& shares, double first_loss) {
  char text[240];
  std::snprintf(text, sizeof(text), "%.0f %% of the start's weights and %.0f %% of the trained ones", 100 * share,
                100 * (1 - share));
  std::string out = text;
  if (shares.size() == 1) return out;
  std::snprintf(text, sizeof(text), ": of %zu shares the best on the development faces, loss after calibration %.4f",
                shares.size(), loss);
  out += text;
  if (share == shares.front()) return out;
  std::snprintf(text, sizeof(text), " (%.4f with %.0f %% of the start's)", first_loss, 100 * shares.front());
  return out + text;
}

}  // namespace

TensorValues mixed(const TensorValues& start, const TensorValues& trained, double share) {
  TensorValues out = trained;
  for (auto& [name, values] : out) {
    const auto before = start.find(name);
    if (before == start.end()) continue;
    EMO_ASSERT(before->second.size() == values.size());
    std::transform(values.begin(), values.end(), before->second.begin(), values.begin(), [&](float after, float first) {
      return static_cast<float>(share * static_cast<double>(first) + (1 - share) * static_cast<double>(after));
    });
  }
  return out;
}

double calibrated_loss(const std::vector<HeadPlan>& heads, const std::vector<FaceExample>& examples,
                       const HeadLogits& logits) {
  double sum = 0, judged_heads = 0;
  for (std::size_t h = 0; h < heads.size(); ++h) {
    const FaceScore score = score_faces(examples, h, heads[h].labels.size(), logits[h]);
    sum += score.calibrated_loss;
    judged_heads += score.rows > 0 ? 1 : 0;
  }
  return judged_heads > 0 ? sum / judged_heads : 0.0;
}

Result<std::string> mix_with_start(const std::vector<double>& shares, const TensorValues& start,
                                   const std::vector<HeadPlan>& heads, const std::vector<FaceExample>& dev,
                                   FaceTask& task, ImageModule& module) {
  EMO_ASSERT(!shares.empty());
  const TensorValues trained = deployed_tensors(module);
  double best = shares.front(), best_loss = 0, first_loss = 0;
  for (std::size_t i = 0; i < shares.size() && shares.size() > 1; ++i) {
    EMO_TRY(assign_deployed(mixed(start, trained, shares[i]), module));
    const double loss = calibrated_loss(heads, dev, task.logits_of(dev));
    if (i == 0) first_loss = loss;
    if (i > 0 && loss >= best_loss) continue;
    best = shares[i];
    best_loss = loss;
  }
  EMO_TRY(assign_deployed(mixed(start, trained, best), module));
  return words(best, best_loss, shares, first_loss);
}

}  // namespace emo::train
