// The sums behind what is said of confidence; limits and words are findings.cpp's and the doctor's.
#include "report/answer_calibration.hpp"

#include <cmath>

namespace emo::report {

AnswerCalibration answer_calibration(const EvaluationRecord& record) {
  AnswerCalibration out;
  for (const auto& bin : record.reliability) {
    if (bin.count == 0 || (record.multi_label && bin.confidence < kAnswerConfidence)) continue;
    const auto count = static_cast<double>(bin.count);
    out.bins.push_back(bin);
    out.answers += bin.count;
    out.confidence += count * bin.confidence;
    out.accuracy += count * bin.accuracy;
    out.error += count * std::abs(bin.confidence - bin.accuracy);
  }
  if (out.answers == 0) return out;
  for (double* figure : {&out.confidence, &out.accuracy, &out.error}) *figure /= static_cast<double>(out.answers);
  return out;
}

}  // namespace emo::report
