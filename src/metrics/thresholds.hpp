// Per-label decision thresholds of a multi-label head, fitted on a development set.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "metrics/multilabel.hpp"

namespace emo::metrics {

struct ThresholdOptions {
  /// Strength of the pull towards the global threshold, in positive examples: a label with this many positives
  /// lies half-way. 0 = each label on its own.
  double shrinkage = 20;
  double min_threshold = 0.01, max_threshold = 0.99;  ///< results stay inside
};

/// Thresholds t, one per label; a label is predicted where p > t (as the pipeline reports labels).
/// 1. global: the one threshold for all labels with the largest macro-F1 over the labels with positives, to whose
///    predictions those of the other labels are added in equal shares: few rows have few labels, and what is given
///    wrongly of the others must count (28 labels, 10 to 40 rows: .5 to 2 points of macro-F1, 2 to 5 of micro-F1 on
///    other rows; where all labels have rows it changes nothing);
/// 2. per label: the threshold with the largest F1 of that label, midway between neighbouring scores;
/// 3. logit(t_k) = (n_k logit(t_label) + s logit(t_global)) / (n_k + s), n_k = positives of label k, s = shrinkage:
///    the best threshold of a rare label is mostly chance.
/// A label without positives gets the global threshold; one that is always positive half its smallest score. No rows,
/// or no positive anywhere: 0.5 for all. Source of the idea: Fan & Lin 2007, "A study on threshold selection for
/// multi-label classification" (the shrinkage is ours).
/// Shapes: probabilities and targets row-major [rows, labels], targets 0/1. Precondition: sizes equal, a multiple of
/// `labels`, labels > 0. Ties go to the smaller number of predictions. O(K n log n).
std::vector<double> fit_thresholds(std::span<const float> probabilities, std::span<const std::uint8_t> targets,
                                   std::size_t labels, const ThresholdOptions& options = {});

/// The largest F1 of one label over all thresholds, and where. Shapes: [n] each. 0.5 and F1 0 without positives.
struct LabelThreshold {
  double threshold = 0.5, f1 = 0;
};
LabelThreshold best_f1_threshold(std::span<const float> probabilities, std::span<const std::uint8_t> targets);

/// Counts of "p > threshold" decisions over a data set: feed macro_f1 and its like with `.class_counts()`.
/// Precondition: as fit_thresholds; thresholds has `labels` elements, or none for 0.5.
MultiLabelCounts count_decisions(std::span<const float> probabilities, std::span<const std::uint8_t> targets,
                                 std::size_t labels, std::span<const double> thresholds);

}  // namespace emo::metrics
