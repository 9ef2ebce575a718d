// Streaming metrics of label sets: each row has a gold set and a predicted set.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "metrics/classification.hpp"

namespace emo::metrics {

/// Constant memory. Sums of per-row ratios are kept as doubles.
class MultiLabelCounts {
 public:
  /// Precondition: labels > 0.
  explicit MultiLabelCounts(std::size_t labels);

  /// One row: K flags each (0 = not in the set). Precondition: both spans have K elements.
  void add(std::span<const std::uint8_t> gold, std::span<const std::uint8_t> predicted);
  /// Precondition: the same number of labels.
  void reset() { *this = MultiLabelCounts(counts_.size()); }

  [[nodiscard]] std::uint64_t rows() const { return rows_; }
  /// Counts per label, for macro_f1, micro_f1, weighted_f1 of classification.hpp.
  [[nodiscard]] std::span<const ClassCounts> class_counts() const { return counts_; }

  /// Mean over rows of 2 |G n P| / (|G| + |P|); a row with both sets empty counts 0, as in scikit-learn. 0 on empty
  /// input.
  [[nodiscard]] double sample_f1() const;
  /// Mean over rows of |G n P| / |G u P|; a row with both sets empty counts 0, as in scikit-learn. 0 on empty input.
  [[nodiscard]] double jaccard() const;
  /// Rows with G = P / rows; 0 on empty input.
  [[nodiscard]] double exact_match() const;
  /// Wrong label decisions / (rows * K); 0 on empty input.
  [[nodiscard]] double hamming_loss() const;
  /// Rows where G and P meet / rows: the accuracy of a single choice against several accepted labels. 0 on empty input.
  [[nodiscard]] double any_match() const;

 private:
  std::vector<ClassCounts> counts_;
  std::uint64_t rows_ = 0, exact_ = 0, any_ = 0, wrong_decisions_ = 0;
  double f1_sum_ = 0, jaccard_sum_ = 0;
};

}  // namespace emo::metrics
