// Brings together what a log and an evaluation know for the verdict; the rules are overfitting.cpp's.
#include "report/run_verdict.hpp"

#include <optional>

namespace emo::report {

FitVerdict judge_run(const RunRecord& run, const EvaluationRecord* development) {
  std::optional<double> chance;
  // Of macro-F1 chance is another figure, which the supports alone do not tell.
  if (development != nullptr && run.score_name == "accuracy") chance = largest_class_share(*development);
  return judge_fit(judged_points(run), chance);
}

}  // namespace emo::report
