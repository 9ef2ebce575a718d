// What an evaluation folder tells: figures, classes, confusions, curves, mistakes, slices.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "emo/error.hpp"
#include "metrics/bootstrap.hpp"
#include "metrics/probability.hpp"
#include "report/comparison_record.hpp"
#include "report/record_note.hpp"

namespace emo::report {

struct ClassFigures {
  std::string label;
  double precision = 0, recall = 0, f1 = 0;
  std::uint64_t support = 0;
  std::optional<std::uint64_t> answered = {};    ///< rows it was answered in, where predictions tell
  std::optional<double> average_precision = {};  ///< where metrics.json tells; a drawn curve has fewer points

  /// Its precision cannot be known then; `precision` is 0.
  [[nodiscard]] bool never_answered() const { return answered == 0U && precision == 0; }
};

struct RecallPrecision {
  double recall = 0, precision = 0, threshold = 0;
};
/// Points of one label by falling threshold.
struct PrecisionRecallCurve {
  std::string label;
  std::vector<RecallPrecision> points;
  double average_precision = 0;
};

/// Share of rows answered when only the surest are, and the share of these that is wrong.
struct CoverageRisk {
  double coverage = 0, risk = 0;
};

/// A word of a text and how it weighed for an answer: log-odds with it minus without it.
struct WordWeight {
  std::size_t begin = 0, end = 0;  ///< bytes of the text
  double weight = 0;
};

/// One wrong row.
struct Mistake {
  std::uint64_t row = 0;
  std::string id, text, image;
  std::vector<std::string> gold, predicted;
  std::optional<double> confidence = {};  ///< of the surest label answered; nothing if none was, or without scores
  std::optional<double> gold_score = {};  ///< of the best gold label; likewise
  // From mistakes.jsonl, if it has the row:
  std::string explained = {};          ///< the answer that `words` weighed for
  std::vector<WordWeight> words = {};  ///< in text order, none overlapping
  std::string picture = {};            ///< data URI
};

struct Slice {
  std::string column, value;
  std::uint64_t rows = 0, right = 0;
  metrics::ConfidenceInterval interval;  ///< of right / rows, Wilson, 95 %
};

/// One evaluation. Everything optional may be absent from the files; what could be computed from the predictions has
/// been, and `notes` says what could not and what does not fit together.
struct EvaluationRecord {
  std::string folder;  ///< as given
  std::string split, model, head;
  bool multi_label = false;
  std::uint64_t rows = 0;                                        ///< scored
  std::map<std::string, double> figures;                         ///< "accuracy", "macro_f1", "ece", …
  std::map<std::string, metrics::ConfidenceInterval> intervals;  ///< 95 %, same names
  bool intervals_told = false;  ///< metrics.json says which there are: one that it leaves out says nothing
  std::map<std::string, std::uint64_t> counts;  ///< "n_errors", "n_several_gold", "n_dropped/unlabelled", …
  std::vector<std::string> labels;
  std::vector<ClassFigures> classes;
  bool too_many_classes = false;  ///< more than kMostClasses: nothing of single classes is kept, neither labels nor
                                  ///< figures, matrix, curves nor thresholds; what is of all rows is
  std::vector<std::vector<std::uint64_t>> confusion;  ///< rows gold, columns best label; empty = not known
  std::vector<metrics::ReliabilityBin> reliability;
  std::vector<PrecisionRecallCurve> precision_recall;  ///< labels that have positives
  std::vector<CoverageRisk> coverage_risk;
  std::map<std::string, double> thresholds;      ///< with the best F1 on these rows
  std::vector<Mistake> mistakes;                 ///< worst first
  std::vector<Slice> slices;                     ///< by column, then as met
  std::map<std::string, std::string> label_map;  ///< data label -> class, "" = dropped
  std::string command;
  RecordNotes notes;
  std::optional<ModelComparison> comparison = {};  ///< with another model on the same rows
};

/// More classes than this make no report: a page of every one of them opens nowhere.
inline constexpr std::size_t kMostClasses = 1000;

/// The figure of that name, if it is known.
std::optional<double> figure_of(const EvaluationRecord& record, const std::string& name);

struct EvaluationFiles {
  std::string metrics, predictions, curves;  ///< paths; a file that does not exist counts as absent
  std::string mistakes = {};

  /// Whether there is anything to read: metrics or predictions.
  [[nodiscard]] bool exist() const;
};

/// Names of an evaluation's files. `part` "": what `emo eval` leaves in a folder of its own. "dev" and "test": what a
/// run's folder holds of that split (dev_metrics.json, predictions_dev.jsonl, dev_curves.json). Curves belong to one
/// split: those of another would tell of its calibration.
EvaluationFiles evaluation_files(const std::string& folder, const std::string& part = "");

struct EvaluationReadOptions {
  std::size_t max_mistakes = 24;
  std::size_t max_curve_values = std::size_t{1} << 26;  ///< rows x labels kept for curves (those known by then)
  int bootstrap_samples = 300;                          ///< only where metrics.json says nothing of intervals
};

/// Reads what is there of one evaluation. Never fails on damage: a broken metrics.json, broken or contradicting lines
/// are notes. Errors: kNotFound if neither metrics nor predictions exist, kIo.
Result<EvaluationRecord> read_evaluation(const EvaluationFiles& files, const EvaluationReadOptions& options = {});

/// What always answering the largest class would be right in: its share of the rows. nullopt without classes or rows,
/// and where a row's answer is a set.
std::optional<double> largest_class_share(const EvaluationRecord& record);

/// The share that is wrong of the surest rows where `coverage` (0..1) of all are answered: errors between two points of
/// the curve, which is thinned and has none where rows are equally sure, count in proportion. Precondition: the curve
/// has points.
double risk_at(const EvaluationRecord& record, double coverage);

/// Wilson's 95 % interval of right / rows (Wilson 1927); 0..1 when rows is 0.
metrics::ConfidenceInterval wilson_interval(std::uint64_t right, std::uint64_t rows);

}  // namespace emo::report
