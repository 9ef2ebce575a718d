// The verdict on a run folder, the same in a report and in the doctor.
#pragma once

#include "report/evaluation_record.hpp"
#include "report/overfitting.hpp"
#include "report/run_record.hpp"

namespace emo::report {

/// judge_fit of judged_points(run). `development` is the evaluation on the rows that the run was judged on, or null:
/// where the log's score is accuracy, the share of its largest class is what a run that learnt nothing reaches.
FitVerdict judge_run(const RunRecord& run, const EvaluationRecord* development);

}  // namespace emo::report
