// Which labels of a data set are probably wrong, from probabilities of a model that did not see them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace emo::metrics {

struct LabelIssue {
  std::uint32_t row = 0;
  std::uint32_t given = 0, suggested = 0;  ///< class indices
  double margin = 0;                       ///< p of the suggestion minus p of the given label, 0..1
};

struct LabelIssues {
  std::vector<LabelIssue> issues;    ///< most suspicious first
  std::vector<std::uint64_t> joint;  ///< [given, true], row-major K x K: counts of confident rows
  double noise_rate = 0;             ///< estimated share of wrong labels: off-diagonal share of `joint`
};

/// Confident learning (Northcutt, Jiang & Chuang 2021). A class's threshold t_k is the mean of p_k over the rows given
/// k. A row counts in the joint as the class j with the largest p_j among those with p_j >= t_j; rows off the diagonal
/// whose own probability is below the suggestion's are the candidates. They are ranked by p_j - p_given, and only
/// as many are kept per (given, j) as the calibrated joint expects (prune by noise rate).
/// Rows with a label of -1 are left out. A class without rows is never suggested.
/// Shapes: probabilities row-major [n, classes], OUT OF SAMPLE for the row; labels [n] in -1..classes-1.
LabelIssues find_label_issues(std::span<const float> probabilities, std::span<const std::int32_t> labels,
                              std::size_t classes);

}  // namespace emo::metrics
