// Confident learning on out-of-sample probabilities. Making those (K folds of some model) is the caller's work, done by
// doctor/label_noise; that the suggestions are right is nobody's claim.
#include "metrics/confident_learning.hpp"

#include <algorithm>
#include <cmath>

#include "core/assert.hpp"

namespace emo::metrics {

LabelIssues find_label_issues(std::span<const float> probabilities, std::span<const std::int32_t> labels,
                              std::size_t classes) {
  EMO_ASSERT(classes > 0 && probabilities.size() == labels.size() * classes);
  std::vector<double> threshold(classes, 0.0);
  std::vector<double> support(classes, 0.0);
  const auto p = [&](std::size_t row, std::size_t k) {
    const float value = probabilities[row * classes + k];
    return std::isnan(value) ? 0.0 : static_cast<double>(value);
  };
  for (std::size_t row = 0; row < labels.size(); ++row) {
    if (labels[row] < 0) continue;
    const auto given = static_cast<std::size_t>(labels[row]);
    EMO_ASSERT(given < classes);
    threshold[given] += p(row, given);
    support[given] += 1;
  }
  for (std::size_t k = 0; k < classes; ++k) threshold[k] = support[k] > 0 ? threshold[k] / support[k] : INFINITY;

  LabelIssues result;
  result.joint.assign(classes * classes, 0);
  std::uint64_t confident = 0, off_diagonal = 0;
  for (std::size_t row = 0; row < labels.size(); ++row) {
    if (labels[row] < 0) continue;
    const auto given = static_cast<std::size_t>(labels[row]);
    std::size_t best = classes;
    for (std::size_t k = 0; k < classes; ++k) {
      if (p(row, k) >= threshold[k] && (best == classes || p(row, k) > p(row, best))) best = k;
    }
    if (best == classes) continue;
    if (p(row, best) == p(row, given)) best = given;  // of equals, as of two labels that a model has one class for
    ++result.joint[given * classes + best];
    ++confident;
    if (best == given) continue;
    ++off_diagonal;
    if (p(row, best) <= p(row, given)) continue;
    result.issues.push_back({static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(given),
                             static_cast<std::uint32_t>(best), p(row, best) - p(row, given)});
  }
  if (confident > 0) result.noise_rate = static_cast<double>(off_diagonal) / static_cast<double>(confident);
  std::stable_sort(result.issues.begin(), result.issues.end(),
                   [](const LabelIssue& a, const LabelIssue& b) { return a.margin > b.margin; });

  // Calibrated joint: each row of counts scaled to the class's support.
  std::vector<double> room(classes * classes, 0.0);
  for (std::size_t given = 0; given < classes; ++given) {
    double sum = 0;
    for (std::size_t k = 0; k < classes; ++k) sum += static_cast<double>(result.joint[given * classes + k]);
    for (std::size_t k = 0; k < classes; ++k) {
      if (sum > 0) {
        room[given * classes + k] =
            std::round(static_cast<double>(result.joint[given * classes + k]) / sum * support[given]);
      }
    }
  }
  std::erase_if(result.issues,
                [&](const LabelIssue& issue) { return --room[issue.given * classes + issue.suggested] < 0; });
  return result;
}

}  // namespace emo::metrics
