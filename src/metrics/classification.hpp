// Precision, recall and F1 from counts of decisions, and their averages over classes.
#pragma once

#include <cstdint>
#include <span>

namespace emo::metrics {

/// Decisions about one class. Support = tp + fn, predicted = tp + fp.
struct ClassCounts {
  std::uint64_t tp = 0, fp = 0, fn = 0;

  [[nodiscard]] std::uint64_t support() const { return tp + fn; }
  [[nodiscard]] std::uint64_t predicted() const { return tp + fp; }
  ClassCounts& operator+=(const ClassCounts& other);
  friend bool operator==(const ClassCounts&, const ClassCounts&) = default;
};

/// precision = tp / (tp + fp), recall = tp / (tp + fn), f1 = 2 tp / (2 tp + fp + fn); 0 where the divisor is 0
/// (scikit-learn's zero_division=0).
struct ClassScore {
  double precision = 0, recall = 0, f1 = 0;
  std::uint64_t support = 0;
};
ClassScore score(const ClassCounts& counts);

/// Over which classes a macro average is taken.
enum class MacroOver : std::uint8_t {
  kAll,      ///< every class; one never seen counts 0
  kPresent,  ///< classes with support: what the data can judge
  kSeen,     ///< classes with support or predictions: scikit-learn's default without `labels`
};

/// Unweighted mean of F1. 0 when no class qualifies (empty input).
double macro_f1(std::span<const ClassCounts> counts, MacroOver over = MacroOver::kPresent);
/// Unweighted mean of recall, as macro_f1.
double macro_recall(std::span<const ClassCounts> counts, MacroOver over = MacroOver::kPresent);
/// 2 TP / (2 TP + FP + FN) with the counts summed over classes. 0 on empty input.
double micro_f1(std::span<const ClassCounts> counts);
/// Mean of F1 weighted by support. 0 without support.
double weighted_f1(std::span<const ClassCounts> counts);

}  // namespace emo::metrics
