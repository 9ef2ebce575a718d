// How far confidence can be believed, in words: of a single choice by all rows, of labels decided one by one by the
// answers.
#include <cmath>

#include "core/number_words.hpp"
#include "report/answer_calibration.hpp"
#include "report/findings.hpp"
#include "report/wording.hpp"

namespace emo::report {
namespace {

constexpr double kGoodCalibration = 0.03, kFairCalibration = 0.08;

std::string believed(double error) {
  return error < kGoodCalibration   ? "confidence can be taken at its word"
         : error < kFairCalibration ? "confidence is a fair guide"
                                    : "confidence should not be taken at its word";
}

std::string too_sure_by(double points) {
  if (std::abs(points) < 0.01) return "";
  return " On average it is " + decimals(100 * std::abs(points), 1) + " points too " +
         (points > 0 ? "sure" : "unsure") + ".";
}

// Of labels that are decided one by one.
Sentence decision_words(double ece, const AnswerCalibration& answers) {
  std::string text = "Expected calibration error is " + decimals(ece, 3) +
                     " over all decisions about labels, most of them clear noes that say little of the answers. ";
  if (answers.answers < kFewestRows) {
    text += "Too few decisions are at about 0.5 or above (" + core::grouped(answers.answers) + ") to judge those.";
  } else {
    text += "Of the " + core::grouped(answers.answers) + " decisions at about 0.5 or above " +
            percent(answers.accuracy) + " came true, at a mean confidence of " + percent(answers.confidence) + ": " +
            believed(answers.error) + "." + too_sure_by(answers.too_sure());
    if (answers.error >= kGoodCalibration) {
      // One temperature for all labels follows the many clear noes and leaves the answers as they are.
      text += " emo calibrate --method vector refits it on validation rows, label by label.";
    }
  }
  return {text,
          "Judged by the expected calibration error of the bins with a mean confidence of 0.5 or more" +
              std::string(answers.answers < kFewestRows ? "" : " (" + decimals(answers.error, 3) + ")") + ", from " +
              std::to_string(kFewestRows) +
              " decisions: good below 0.03, fair below 0.08; 15 bins of equal width; too sure = mean confidence above "
              "the share that came true."};
}

}  // namespace

std::vector<Sentence> calibration_words(const EvaluationRecord& record) {
  const auto ece = figure_of(record, "ece");
  if (!ece) return {};
  const AnswerCalibration answers = answer_calibration(record);
  if (record.multi_label) return {decision_words(*ece, answers)};
  std::string text = "Expected calibration error is " + decimals(*ece, 3);
  const double by_chance = metrics::calibration_error_by_chance(record.reliability);
  if (*ece >= kGoodCalibration && *ece <= by_chance) {
    text += ". Perfectly calibrated probabilities reach up to " + decimals(by_chance, 3) +
            " on so few rows: it says nothing.";
  } else {
    text += ": " + believed(*ece) + "." + too_sure_by(answers.too_sure());
    if (*ece >= kGoodCalibration) text += " emo calibrate refits it on validation rows.";
  }
  return {{text,
           "Good below 0.03, fair below 0.08, where it is above what chance makes of right probabilities; 15 bins of "
           "equal width; too sure = mean confidence above the share that came true."}};
}

}  // namespace emo::report
