// Run folders -> findings. Reading and judging are report's; here its records are put into the doctor's words. The data
// that the run learnt from is not opened: that is an examination of its own.
#include "doctor/run_examination.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "core/joined.hpp"
#include "core/number_words.hpp"
#include "metrics/probability.hpp"
#include "report/answer_calibration.hpp"
#include "report/assemble.hpp"
#include "report/evaluation_record.hpp"
#include "report/folder_files.hpp"
#include "report/next_steps.hpp"
#include "report/overfitting.hpp"
#include "report/run_record.hpp"
#include "report/run_verdict.hpp"
#include "report/wording.hpp"

namespace emo::doctor {
namespace fs = std::filesystem;
namespace {

// The parts of report::evaluation_files that a folder may hold, and the one that epochs are judged on.
constexpr std::array kParts{"", "dev", "test"};
constexpr std::string_view kDevelopment = "dev";

/// An evaluation and the file that it is told of by.
struct Judged {
  std::string part, file;
  report::EvaluationRecord record;
};

// `code` is that of serious notes, `harmless` that of the others.
void add_notes(const report::RecordNotes& notes, const char* code, const char* harmless, const std::string& file,
               Examination& examination) {
  for (const auto& note : notes) {
    Finding finding{
        .code = note.serious ? code : harmless,
        .severity = note.serious ? Severity::kWarning : Severity::kNote,
        .message = note.text.ends_with('.') ? note.text : note.text + ".",
        .number = 1,
        .measure = "notes",
        .fix = note.serious ? "Figures that depend on it may be wrong or missing: repair the file or run again." : ""};
    finding.add({{file, 0}, {}, ""});
    examination.findings.push_back(std::move(finding));
  }
}

// kNone lies between kUnderfit and kMild, so the larger of the two would pass over a run that learnt nothing.
report::Fit worse_fit(report::Fit a, report::Fit b) {
  const report::Fit larger = std::max(a, b);
  const bool underfit = larger == report::Fit::kNone && std::min(a, b) == report::Fit::kUnderfit;
  return underfit ? report::Fit::kUnderfit : larger;
}

void examine_fit(const report::RunRecord& run, const report::EvaluationRecord* development, Examination& examination) {
  const report::FitVerdict verdict = report::judge_run(run, development);
  std::string words = (verdict.indicators.kept_epoch == 0 ? "The start, which is kept: " : "The kept epoch: ") +
                      std::string(report::fit_words(verdict.kept)) +
                      "; the run as it ended: " + std::string(report::fit_words(verdict.run));
  words += verdict.reasons.empty() ? "." : " (" + core::joined(verdict.reasons, "; ") + ").";
  if (verdict.indicators.not_finite) {
    examination.findings.push_back({.code = "not_finite",
                                    .severity = Severity::kError,
                                    .message = "A loss or score was NaN or infinite.",
                                    .number = 1,
                                    .measure = "runs",
                                    .fix = "Lower the learning rate, clip gradients, look for broken inputs."});
  }
  using report::Fit;
  // What is kept matters most; a run that fell apart later is worth a note.
  const Fit worst = worse_fit(verdict.kept, verdict.run);
  if (worst == Fit::kUnknown) {
    // Why is told already where a figure was not finite, or no epoch is logged.
    if (verdict.indicators.not_finite || run.epochs.empty()) return;
    examination.findings.push_back(
        {.code = "overfitting",
         .severity = Severity::kNote,
         .message = "Overfitting cannot be judged: " + core::joined(verdict.reasons, "; ") + ".",
         .number = static_cast<double>(verdict.indicators.epochs),
         .measure = "epochs",
         .fix = report::next_steps(verdict, {}).front()});
    return;
  }
  if (worst == Fit::kNone) {
    examination.checks.push_back({"overfitting", words});
    return;
  }
  const auto steps = report::next_steps(verdict, report::facts_of(run, run.manifest));
  std::string fix;
  for (std::size_t i = 0; i < std::min<std::size_t>(steps.size(), 3); ++i) fix += (i == 0 ? "" : " ") + steps[i];
  const bool under = worst == Fit::kUnderfit;
  Severity severity = Severity::kNote;
  if (verdict.kept == Fit::kMarked || worst == Fit::kSevere || (under && verdict.kept == Fit::kUnderfit)) {
    severity = Severity::kWarning;
  }
  if (verdict.kept == Fit::kSevere) severity = Severity::kError;
  Finding finding{.code = under ? "underfitting" : "overfitting",
                  .severity = severity,
                  .message = words,
                  .number = verdict.indicators.score_gap_kept.value_or(verdict.indicators.loss_gap_kept.value_or(0)),
                  .measure = verdict.indicators.score_gap_kept ? "score gap" : "loss gap",
                  .fix = fix};
  finding.add({{"log.jsonl", 0}, {}, verdict.rule});
  examination.findings.push_back(std::move(finding));
}

void examine_provenance(const io::Manifest& manifest, Examination& examination) {
  const auto& sets = manifest.provenance.datasets;
  bool clean = true;
  for (std::size_t a = 0; a < sets.size(); ++a) {
    for (std::size_t b = a + 1; b < sets.size(); ++b) {
      if (sets[a].sha256.empty() || sets[a].sha256 != sets[b].sha256 || sets[a].split == sets[b].split) continue;
      clean = false;
      const bool with_train = sets[a].split == "train" || sets[b].split == "train";
      Finding finding{.code = with_train ? "train_is_val" : "val_is_test",
                      .severity = Severity::kError,
                      .message = "'" + sets[a].split + "' and '" + sets[b].split + "' are the same " +
                                 core::grouped(static_cast<std::uint64_t>(sets[a].rows)) +
                                 " rows (equal digests): what was chosen on one is no test on the other.",
                      .number = static_cast<double>(sets[a].rows),
                      .measure = "rows",
                      .fix = "Split anew, train again, and report on rows that chose nothing."};
      finding.add({{"bundle/manifest.json", 0}, {}, sets[a].name + " and " + sets[b].name});
      examination.findings.push_back(std::move(finding));
    }
  }
  if (clean && !sets.empty())
    examination.checks.push_back({"val_is_test", "No two splits of the provenance are the same rows."});
}

/// An expected calibration error, and the one that chance alone reaches on as many rows.
struct CalibrationError {
  double error = 0, by_chance = 0;
  [[nodiscard]] bool is_large() const { return error >= kWarnCalibration; }
  [[nodiscard]] bool is_real() const { return is_large() && error > by_chance; }
};

std::string calibration_words(const report::EvaluationRecord& record, double ece,
                              const report::AnswerCalibration& answers) {
  std::string words =
      "Expected calibration error " + report::decimals(ece, 3) + " on " + core::counted(record.rows, "row", "rows");
  if (record.multi_label) words += ", counting every decision about a label";
  if (answers.answers == 0) return words;
  if (record.multi_label) {
    words += "; " + report::decimals(answers.error, 3) + " of the " + core::grouped(answers.answers) +
             " decisions at about 0.5 or above, which are the answers";
  }
  const double over = answers.too_sure();
  return words + ": on average " + (over > 0 ? "over" : "under") + "-confident by " +
         report::decimals(100 * std::abs(over), 1) + " points";
}

void examine_calibration(const report::EvaluationRecord& record, const std::string& file, Examination& examination) {
  const auto ece = record.figures.find("ece");
  if (ece == record.figures.end()) return;
  const report::AnswerCalibration answers = report::answer_calibration(record);
  CalibrationError judged{ece->second, metrics::calibration_error_by_chance(record.reliability)};
  // Where labels are decided one by one the answers are judged; all decisions only where even so many clear noes do not
  // hide an error that is larger.
  if (record.multi_label) {
    const CalibrationError of_answers{answers.error, metrics::calibration_error_by_chance(answers.bins)};
    if (!judged.is_real() || (of_answers.is_real() && of_answers.error > judged.error)) judged = of_answers;
  }
  std::string words = calibration_words(record, ece->second, answers);
  if (judged.is_large() && !judged.is_real()) {
    words += "; right probabilities reach up to " + report::decimals(judged.by_chance, 3) + " on so few";
  }
  if (!judged.is_real()) {
    examination.checks.push_back({"miscalibrated", words + "."});
    return;
  }
  Finding finding{.code = "miscalibrated",
                  .severity = judged.error >= kErrorCalibration ? Severity::kError : Severity::kWarning,
                  .message = words + ".",
                  .number = judged.error,
                  .measure = "ECE",
                  .fix = std::string("emo calibrate ") + (record.multi_label ? "--method vector " : "") +
                         "on development rows; thresholds and abstention mean nothing before."};
  finding.add({{file, 0}, {}, ""});
  examination.findings.push_back(std::move(finding));
}

void examine_classes(const report::EvaluationRecord& record, const std::string& file, Examination& examination) {
  Finding dead{
      .code = "dead_class",
      .severity = Severity::kWarning,
      .measure = "classes",
      .fix = "Look at its training rows; weight the class, adjust its logit, lower its threshold, or drop it."};
  Finding weak{
      .code = "weak_class",
      .severity = Severity::kWarning,
      .measure = "classes",
      .fix = "See with which classes it is confused (emo report); more rows, class weights, a lower threshold."};
  for (const auto& c : record.classes) {
    if (c.support == 0) continue;
    const bool never_right = c.recall <= 0;
    if (never_right) {
      dead.add({{file, 0}, {}, c.label + ": 0 of " + core::grouped(c.support) + " found"});
    } else if (c.support >= kJudgedRows && c.recall < kWeakRecall) {
      weak.add(
          {{file, 0}, {}, c.label + ": recall " + report::decimals(c.recall, 2) + " of " + core::grouped(c.support)});
    }
  }
  const auto finish = [&](Finding& finding, const char* one, const char* many) {
    if (finding.evidence_count == 0) return;
    finding.message = core::counted(finding.evidence_count, one, many) + finding.evidence.front().note +
                      (finding.evidence_count > 1 ? ", …" : "") + ".";
    examination.add_counted(std::move(finding));
  };
  if (dead.evidence_count + weak.evidence_count == 0 && !record.classes.empty()) {
    examination.checks.push_back({"dead_class", "Every class with rows is found now and then."});
  }
  finish(dead, "class that the data has is never found: ", "classes that the data has are never found: ");
  finish(weak, "class is mostly missed: ", "classes are mostly missed: ");
}

void examine_thresholds(const report::EvaluationRecord& record, const std::string& file, Examination& examination) {
  if (!record.multi_label || record.too_many_classes) return;
  Finding advice{.code = "threshold_advice",
                 .severity = Severity::kNote,
                 .measure = "labels",
                 .fix = "emo calibrate fits thresholds on development rows; do not take them from a test set."};
  double gain = 0;
  for (const auto& curve : record.precision_recall) {
    const auto of_label = std::find_if(record.classes.begin(), record.classes.end(),
                                       [&](const auto& c) { return c.label == curve.label; });
    if (of_label == record.classes.end() || of_label->support < kJudgedRows) continue;
    report::RecallPrecision best;
    double best_f1 = 0;
    for (const auto& point : curve.points) {
      if (point.threshold < 0) continue;  // all rows, one of them with a score of 0: no threshold that can be set
      const double sum = point.precision + point.recall;
      const double f1 = sum > 0 ? 2 * point.precision * point.recall / sum : 0;
      if (f1 > best_f1) {
        best_f1 = f1;
        best = point;
      }
    }
    if (best_f1 - of_label->f1 < kThresholdGain) continue;
    gain += best_f1 - of_label->f1;
    advice.add({{file, 0},
                {},
                curve.label + ": F1 " + report::decimals(of_label->f1, 2) + ", " + report::decimals(best_f1, 2) +
                    " at a threshold of " + report::decimals(best.threshold, 4)});
  }
  if (advice.evidence_count == 0) {
    examination.checks.push_back(
        {"threshold_advice", "No label gains " + report::decimals(kThresholdGain, 2) + " F1 by another threshold."});
    return;
  }
  advice.message = core::counted(advice.evidence_count, "label", "labels") + " would gain F1 by another threshold, " +
                   report::decimals(gain / static_cast<double>(advice.evidence_count), 3) +
                   " on average (the best there is on these very rows; less on others).";
  examination.add_counted(std::move(advice));
}

Result<std::vector<Judged>> read_evaluations(const std::string& path) {
  std::vector<Judged> evaluations;
  for (const char* part : kParts) {
    auto files = report::evaluation_files(path, part);
    if (!files.exist()) continue;
    files.mistakes.clear();  // of single rows, which no rule here looks at
    EMO_ASSIGN(auto record, report::read_evaluation(files));
    const fs::path told_of(report::is_file(files.metrics) ? files.metrics : files.predictions);
    evaluations.push_back({part, told_of.filename().string(), std::move(record)});
  }
  return evaluations;
}

void examine_evaluation(const Judged& judged, Examination& examination) {
  const auto& [part, file, record] = judged;
  examination.splits.push_back({record.split.empty() ? file : record.split, file, record.rows, 0});
  if (examination.labels.empty()) examination.labels = record.labels;
  add_notes(record.notes, "evaluation_note", "evaluation_note", file, examination);
  examine_calibration(record, file, examination);
  examine_classes(record, file, examination);
  examine_thresholds(record, file, examination);
}

}  // namespace

Result<Examination> examine_run(const std::string& path) {
  Examination examination;
  examination.subject = path;
  const bool is_run = report::is_run_folder(path);
  examination.kind = is_run ? "run" : "evaluation";
  EMO_ASSIGN(const auto evaluations, read_evaluations(path));
  if (!is_run && evaluations.empty()) {
    return Error{ErrorCode::kNotFound, path +
                                           ": neither a run (args.json, log.jsonl) nor an evaluation (metrics.json, "
                                           "predictions.jsonl) is there"};
  }
  if (is_run) {
    EMO_ASSIGN(const auto run, report::read_run(path));
    add_notes(run.notes, "log_damage", "run_note", "log.jsonl", examination);
    if (!run.finished) {
      examination.findings.push_back({.code = "unfinished",
                                      .severity = Severity::kWarning,
                                      .message = report::how_far(run) + ".",
                                      .measure = "bundles",
                                      .fix = "Wait for it, or go on with --resume."});
    }
    const auto development = std::find_if(evaluations.begin(), evaluations.end(),
                                          [](const Judged& judged) { return judged.part == kDevelopment; });
    examine_fit(run, development == evaluations.end() ? nullptr : &development->record, examination);
    if (run.manifest) examine_provenance(*run.manifest, examination);
  }
  for (const Judged& judged : evaluations) examine_evaluation(judged, examination);
  sort_findings(examination);
  return examination;
}

}  // namespace emo::doctor
