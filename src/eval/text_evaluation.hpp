// Data set x text model -> predictions -> metrics. What `emo eval text` calls.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "emo/error.hpp"
#include "eval/text_scorer.hpp"
#include "io/rows.hpp"
#include "pipeline/text_recognizer.hpp"

namespace emo::eval {

/// Data label -> label of the model; nullopt drops the label.
using LabelMap = std::map<std::string, std::optional<std::string>>;

struct EvaluationOptions {
  LabelMap label_map;                ///< --map; empty = the built-in synonyms
  std::vector<std::string> classes;  ///< --classes: forced choice among these; empty = all labels of the head
  std::string head;                  ///< --head; empty = the head whose labels the mapped data uses
  std::string split;                 ///< for the record only ("test", a file name)
  std::size_t batch_rows = 1024;     ///< rows handed to the model at a time
  int bootstrap_samples = 1000;      ///< resamples behind the intervals; 0 = no intervals
  std::uint64_t seed = 1;            ///< of the bootstrap
  /// Called after each batch with rows done and rows in all; may be empty.
  std::function<void(std::size_t done, std::size_t total)> progress;
};

/// What the model said about one row that was kept.
struct Prediction {
  std::string id;
  std::uint64_t row = 0;  ///< line number in the data file
  std::string text;
  std::vector<std::string> gold;       ///< labels of the model that the row's labels map to
  std::vector<std::string> predicted;  ///< one label (single choice) or those over their thresholds
  std::vector<float> probabilities;    ///< over Evaluation::labels; empty when `error` is set
  std::optional<Error> error;
};

struct ClassResult {
  std::string label;
  double precision = 0, recall = 0, f1 = 0;
  std::uint64_t support = 0;
};

struct Interval {
  double low = 0, high = 0;
};

/// kSingleChoice: the predicted set is the one best label (softmax heads, and every head under --classes).
/// kMultiLabel: the predicted set is every label over its threshold (sigmoid heads).
enum class Decision : std::uint8_t { kSingleChoice, kMultiLabel };

/// Definitions, for gold set G and predicted set P of each row (formulas in metrics/*.hpp):
///   accuracy      single choice: the predicted label is in G; multi-label: P equals G (exact match)
///   per_class     counts of label decisions: tp = in G and P, fp = in P only, fn = in G only
///   macro_f1      unweighted mean of F1 over the classes with support in the data (what the set can judge);
///   macro_f1_all  the same over all labels of the head (or --classes), absent ones counting 0
///   micro_f1, weighted_f1   over all labels; weights = support
///   balanced_accuracy       mean recall over the classes with support
///   confusion     rows gold, columns the best label; a row with several gold labels counts once: at (p, p) if the
///                 best label p is in G, else at (first label of G, p)
///   ece           single choice: confidence of the chosen label, 15 equal-width bins; multi-label: pooled over
///                 all label decisions
///   nll           single choice: mean of -sum_{g in G} ln p_g / |G|; multi-label: mean binary cross-entropy
/// Under --classes the probabilities are renormalised over these classes first.
struct Evaluation {
  std::uint64_t n = 0;                     ///< rows scored
  std::uint64_t n_errors = 0;              ///< rows kept that the model could not read; not in n
  std::uint64_t n_dropped_unlabelled = 0;  ///< rows without a label after mapping
  std::uint64_t n_dropped_other = 0;       ///< rows whose labels are all outside --classes
  std::uint64_t n_several_gold = 0;        ///< rows scored with more than one gold label
  Decision decision = Decision::kSingleChoice;
  std::string head;
  std::vector<std::string> labels;  ///< the classes of choice, in order of probabilities and confusion
  double accuracy = 0, macro_f1 = 0, macro_f1_all = 0, weighted_f1 = 0, micro_f1 = 0, balanced_accuracy = 0;
  double sample_f1 = 0, jaccard = 0, hamming_loss = 0;  ///< of label sets (metrics/multilabel.hpp)
  double ece = 0, ece_equal_mass = 0, nll = 0, brier = 0;
  std::vector<ClassResult> per_class;
  std::vector<std::vector<std::uint64_t>> confusion;
  std::optional<Interval> ci95_accuracy, ci95_macro_f1;
  LabelMap label_map;  ///< every label met in the data, and what it counted as
  std::string split, model;
  double seconds = 0;  ///< wall time of the model alone
  std::uint64_t seed = 0;
  int bootstrap_samples = 0;            ///< resamples used (fewer than asked for on very large sets)
  std::vector<Prediction> predictions;  ///< rows kept, in order
};

/// Scores `rows`. A row's gold set is its labels after mapping, without repeats; rows left without labels are
/// dropped and counted (an explicit "neutral" is a label and stays).
/// Errors: kInvalidData (a label unknown to the model: names it, its row and the nearest known one; no row left),
/// kNotFound (no head or class of that name; lists those there are).
Result<Evaluation> evaluate_text(const TextScorer& scorer, std::span<const io::Row> rows,
                                 const EvaluationOptions& options = {});
Result<Evaluation> evaluate_text(const pipeline::TextRecognizer& recognizer, std::span<const io::Row> rows,
                                 const EvaluationOptions& options = {});

/// Reads a --map file: one JSON object, data label -> model label or null. Errors: kInvalidData, kNotFound, kIo.
Result<LabelMap> read_label_map(const std::string& path);

/// The metrics as indented JSON (CONTRACT "Evaluation output"); without the predictions.
std::string metrics_json(const Evaluation& evaluation);

/// Writes DIR/metrics.json and DIR/predictions.jsonl, each in one step (io::write_file_atomic); makes DIR.
/// A line of predictions.jsonl: {"id","row","text","gold":[…],"predicted":[…],"scores":{label:p}} or with "error".
Result<void> write_evaluation(const Evaluation& evaluation, const std::string& directory);

}  // namespace emo::eval
