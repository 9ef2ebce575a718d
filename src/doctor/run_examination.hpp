// `emo doctor` on the folder of a training run or of an evaluation.
#pragma once

#include <string>

#include "doctor/finding.hpp"
#include "emo/error.hpp"

namespace emo::doctor {

inline constexpr double kWarnCalibration = 0.05, kErrorCalibration = 0.15;  ///< ECE
inline constexpr double kWeakRecall = 0.2;  ///< of a class with kJudgedRows rows or more
inline constexpr std::uint64_t kJudgedRows = 20;
inline constexpr double kThresholdGain = 0.02;  ///< of a label's F1

/// Codes, of a run: overfitting or underfitting (report::judge_run; also not_finite, which alone is told where nothing
/// can be judged for it), log_damage, run_note, unfinished,
/// val_is_test and train_is_val (one digest for two splits in the provenance). Of each evaluation found
/// (report::evaluation_files of the folder, each with curves of its own or those of its predictions): miscalibrated,
/// dead_class, weak_class, threshold_advice, evaluation_note. Errors: kNotFound (no such folder, or nothing of a run in
/// it), kIo.
Result<Examination> examine_run(const std::string& path);

}  // namespace emo::doctor
