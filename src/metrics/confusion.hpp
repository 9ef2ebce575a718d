// Streaming confusion matrix of a single-label classifier.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "metrics/classification.hpp"

namespace emo::metrics {

/// K x K counts, rows gold, columns predicted. Constant memory.
class ConfusionMatrix {
 public:
  /// Precondition: classes > 0.
  explicit ConfusionMatrix(std::size_t classes);

  /// Precondition: gold and predicted < classes().
  void add(std::size_t gold, std::size_t predicted, std::uint64_t count = 1);
  /// The class with the largest of `scores` [classes()] (probabilities or logits) is the one predicted; returned. Of
  /// equal ones the first.
  std::size_t add_best(std::size_t gold, std::span<const float> scores);
  /// Precondition: the same number of classes.
  void reset() { *this = ConfusionMatrix(classes_); }

  [[nodiscard]] std::size_t classes() const { return classes_; }
  [[nodiscard]] std::uint64_t at(std::size_t gold, std::size_t predicted) const {
    return counts_[gold * classes_ + predicted];
  }
  [[nodiscard]] std::uint64_t total() const { return total_; }
  /// tp, fp, fn of each class, for the averages of classification.hpp.
  [[nodiscard]] std::vector<ClassCounts> class_counts() const;

  /// trace / total; 0 on empty input.
  [[nodiscard]] double accuracy() const;
  /// Mean recall over the classes with support; 0 on empty input. With one class present it is that recall.
  [[nodiscard]] double balanced_accuracy() const;
  /// A pair of classes taken for one another, and how much of the gold class that is.
  struct Pair {
    std::size_t gold = 0, predicted = 0;
    std::uint64_t count = 0;
    double rate = 0;  ///< count / rows of that gold class
  };
  /// The off-diagonal cells that are not 0, most frequent first (equal counts: higher rate, then smaller indices), at
  /// most `most` of them.
  [[nodiscard]] std::vector<Pair> top_confusions(std::size_t most) const;
  /// Cohen's kappa (po - pe) / (1 - pe), pe = chance agreement of the margins. NaN on empty input and when pe = 1
  /// (gold and predicted are one and the same class throughout), as in scikit-learn.
  [[nodiscard]] double cohen_kappa() const;

 private:
  std::size_t classes_;
  std::uint64_t total_ = 0;
  std::vector<std::uint64_t> counts_;
};

}  // namespace emo::metrics
