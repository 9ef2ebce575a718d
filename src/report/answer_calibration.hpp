// How far the confidence of answers can be believed, as report and doctor judge it.
#pragma once

#include <cstdint>
#include <vector>

#include "metrics/probability.hpp"
#include "report/evaluation_record.hpp"

namespace emo::report {

/// From this confidence on a decision about one of several labels counts as an answer: what a user acts on.
inline constexpr double kAnswerConfidence = 0.5;

struct AnswerCalibration {
  std::vector<metrics::ReliabilityBin> bins;  ///< that hold the answers; none is empty
  std::uint64_t answers = 0;
  double confidence = 0, accuracy = 0;  ///< of the answers: mean, and share that came true
  double error = 0;                     ///< expected calibration error over `bins`

  /// Above 0: too sure.
  [[nodiscard]] double too_sure() const { return confidence - accuracy; }
};

/// Under a single choice every row is an answer. Where labels are decided one by one the bins with a mean confidence of
/// kAnswerConfidence or more, which are about the decisions from there on (a bin may lie across it): nearly all
/// decisions are clear noes, so that the error over all of them (the figure "ece") stays small whatever the answers are
/// worth. All 0 without a bin that counts.
AnswerCalibration answer_calibration(const EvaluationRecord& record);

}  // namespace emo::report
