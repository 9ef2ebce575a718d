// How far probabilities can be believed: log loss, Brier score, expected calibration error.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace emo::metrics {

/// Probabilities are clipped to [kProbabilityFloor, 1 - kProbabilityFloor] before a logarithm.
inline constexpr double kProbabilityFloor = 1e-15;
inline constexpr std::size_t kCalibrationBins = 15;
/// A probability in a file may leave 0..1 by this much.
inline constexpr double kRoundingSlack = 1e-4;

/// Mean of -ln p[label] (rows are taken as they are, not renormalised). 0 on empty input.
/// Shapes: probabilities row-major [n, classes], labels [n]. Precondition: sizes agree, labels in range.
double log_loss(std::span<const float> probabilities, std::span<const std::int32_t> labels, std::size_t classes);

/// Mean of -sum_k q_k ln p_k for target distributions q; rows of zeros are left out. 0 on empty input.
double log_loss_soft(std::span<const float> probabilities, std::span<const float> targets, std::size_t classes);

/// Mean binary cross-entropy over all decisions. 0 on empty input. Shapes: equal, any layout; targets 0/1.
double binary_log_loss(std::span<const float> probabilities, std::span<const std::uint8_t> targets);

/// Mean over rows of sum_k (p_k - [k = label])^2, in 0..2. 0 on empty input. Shapes as log_loss.
double brier_score(std::span<const float> probabilities, std::span<const std::int32_t> labels, std::size_t classes);

/// Mean over rows of sum_k (p_k - q_k)^2 for target distributions q; rows of zeros are left out. 0 on empty input.
double brier_score_soft(std::span<const float> probabilities, std::span<const float> targets, std::size_t classes);

/// Mean of (p - y)^2 over all decisions, in 0..1. 0 on empty input.
double binary_brier_score(std::span<const float> probabilities, std::span<const std::uint8_t> targets);

/// Log loss and Brier score of single labels in one pass, in constant memory. Values as log_loss and
/// brier_score (sums run in the order of add).
class ProbabilityMeter {
 public:
  /// One row: p [K], label < K. Precondition: p not empty.
  void add(std::span<const float> p, std::size_t label);
  void reset() { *this = {}; }
  [[nodiscard]] std::uint64_t rows() const { return rows_; }
  [[nodiscard]] double log_loss() const;
  [[nodiscard]] double brier_score() const;

 private:
  std::uint64_t rows_ = 0;
  double log_sum_ = 0, square_sum_ = 0;
};

/// One bin of a reliability curve; the means are 0 in an empty bin.
struct ReliabilityBin {
  double low = 0, high = 0;  ///< range of confidence, (low, high]; the first bin includes 0
  std::uint64_t count = 0;
  double confidence = 0;  ///< mean confidence
  double accuracy = 0;    ///< share of outcomes that came true
};

/// The expected calibration error that chance alone reaches in about one of twenty sets of these sizes whose
/// probabilities are right: mean and 1.645 standard deviations of sum_b n_b / n |accuracy_b - confidence_b|, each
/// accuracy binomial, the sum taken for normal (with two bins it is not quite: one of twelve). 0 without rows.
double calibration_error_by_chance(std::span<const ReliabilityBin> bins);

/// Streaming reliability curve with bins of equal width, in constant memory.
class Reliability {
 public:
  /// Precondition: bins > 0.
  explicit Reliability(std::size_t bins = kCalibrationBins);
  /// One statement "this is so with probability `confidence`" and whether it was. Confidence is clipped to 0..1; NaN
  /// counts as 0.
  void add(double confidence, bool outcome);
  void reset() { sums_.assign(sums_.size(), Sums{}); }
  [[nodiscard]] std::vector<ReliabilityBin> bins() const;
  /// Sum over bins of count / n * |accuracy - confidence| (Guo et al. 2017, equation 3). 0 on empty input.
  [[nodiscard]] double expected_calibration_error() const;

 private:
  struct Sums {
    std::uint64_t count = 0, outcomes = 0;
    double confidence = 0;
  };
  std::vector<Sums> sums_;
};

/// ECE with bins of equal width, as Reliability. Shapes: [n] each, outcomes 0/1.
double ece_equal_width(std::span<const float> confidences, std::span<const std::uint8_t> outcomes,
                       std::size_t bins = kCalibrationBins);

/// Bins of equal mass (Nguyen & O'Connor 2015): sorted by confidence, bin b holds the items [b n / B, (b + 1) n / B).
/// Where an edge falls between equal confidences each of them counts for the share of them all that came true, so that
/// the order of the input does not matter. low and high are the smallest and largest confidence in a bin (0 in an empty
/// one). Shapes: [n] each. O(n).
std::vector<ReliabilityBin> equal_mass_bins(std::span<const float> confidences, std::span<const std::uint8_t> outcomes,
                                            std::size_t bins = kCalibrationBins);

/// ECE with bins of equal mass, as equal_mass_bins. 0 on empty input. Shapes: [n] each.
double ece_equal_mass(std::span<const float> confidences, std::span<const std::uint8_t> outcomes,
                      std::size_t bins = kCalibrationBins);

}  // namespace emo::metrics
