// The part of an evaluation that texts and faces share: gold sets x probabilities x labels -> every figure.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "metrics/probability.hpp"
#include "metrics/ranking.hpp"

namespace emo::eval {

/// Data label -> label of the model; nullopt drops the label.
using LabelMap = std::map<std::string, std::optional<std::string>>;

struct Interval {
  double low = 0, high = 0;
};

/// kSingleChoice: the predicted set is the one best label (softmax heads, and every head under a forced choice).
/// kMultiLabel: the predicted set is every label over its threshold (sigmoid heads).
enum class Decision : std::uint8_t { kSingleChoice, kMultiLabel };

struct DecisionRule {
  Decision kind = Decision::kSingleChoice;
  std::vector<double> thresholds;  ///< kMultiLabel: one per label; empty = 0.5
};

/// One row of data with what a model said about it. Indices are into the `labels` given to evaluate().
struct ScoredItem {
  std::string id;
  std::uint64_t row = 0;            ///< line number (or 1-based position) in the data
  std::string input;                ///< the text, or the path of the picture
  std::vector<std::uint32_t> gold;  ///< none twice; an item without any is dropped and counted, unless `none_of_them`
  /// K, each in 0..1; under kSingleChoice they sum to 1. None where only a decision is known (then of every item).
  /// Ignored with `error`.
  std::vector<float> probabilities;
  std::optional<Error> error = {};  ///< why there are no probabilities
  /// The decision, where it was made elsewhere; else the DecisionRule makes it. One label under kSingleChoice.
  std::optional<std::vector<std::uint32_t>> predicted = {};
  std::map<std::string, std::string> slices = {};  ///< column -> value: the groups this row is also judged in
  /// K counts or shares of what several annotators said; empty or all 0 = not known. Judged under kSingleChoice only.
  std::vector<float> votes = {};
  std::string place = {};     ///< "labels.csv:17", for messages; empty = `row` and `id` tell it
  bool none_of_them = false;  ///< the data give the row no label at all: under kMultiLabel it is judged so
};

struct ScoringOptions {
  std::string split;             ///< for the record only ("test", a file name)
  int bootstrap_samples = 1000;  ///< resamples behind the intervals; 0 = no intervals
  std::uint64_t seed = 1;        ///< of the bootstrap
};

/// What the model said about one row that was kept, by name.
struct Prediction {
  std::string id;
  std::uint64_t row = 0;
  std::string input;
  std::vector<std::string> gold;       ///< labels of the model that the row's labels map to
  std::vector<std::string> predicted;  ///< one label (single choice) or those over their thresholds
  std::vector<float> probabilities;    ///< over Evaluation::labels; empty when `error` is set
  std::optional<Error> error = {};
  std::string place = {};  ///< ScoredItem::place, with an `error` only
};

/// "labels.csv:17: why there is no answer" of a prediction with an error; a reason that names the place stands alone.
std::string problem_of(const Prediction& prediction);

/// A piece of a text and how it weighed for an answer.
struct WeighedWord {
  std::uint64_t start = 0, end = 0;  ///< code points of the text
  double weight = 0;                 ///< log-odds of the answer with the piece minus without it (nats)
};

/// What can be shown of one of the worst mistakes beside its Prediction (eval/mistakes.hpp).
struct MistakeDetail {
  std::uint64_t row = 0;
  std::string id;
  std::string label;                ///< the answer that `words` weighed for; "" where none of the labels was answered
  double score = 0;                 ///< of that answer, before any forced choice
  std::vector<WeighedWord> words;   ///< in text order; empty for a picture
  std::string picture_type, bytes;  ///< "image/png" and the file's bytes; empty for a text
};

struct ClassResult {
  std::string label;
  double precision = 0, recall = 0, f1 = 0;
  std::uint64_t support = 0;
  double roc_auc = 0, average_precision = 0;  ///< this label against the rest (metrics/ranking.hpp); NaN if undefined
  std::uint64_t predicted = 0;                ///< rows with this label in their predicted set
};

/// Gold class taken for another one; `rate` of the rows of that gold class.
struct ConfusedPair {
  std::string gold, predicted;
  std::uint64_t count = 0;
  double rate = 0;
};

/// Agreement with several annotators (metrics/agreement.hpp), over the rows whose votes are known.
struct AnnotatorResult {
  std::string source = "labels";  ///< "labels": several labels of a row; "votes": counts of annotators
  std::uint64_t n = 0;
  double soft_accuracy = 0, soft_accuracy_ceiling = 0;  ///< chance that an annotator drawn at random agrees
  double kl = 0, entropy = 0;                           ///< mean KL(annotators || prediction), mean entropy; nats
};

/// The rows with one value of a column, judged alone. macro_f1 is over the classes with support among them.
struct SliceResult {
  std::string value;
  std::uint64_t n = 0;
  double accuracy = 0, macro_f1 = 0;
  std::optional<Interval> ci95_accuracy, ci95_macro_f1;
};
struct SliceColumn {
  std::string column;
  std::vector<SliceResult> values;  ///< in natural order; at most kMaxSliceValues, the most frequent
  std::uint64_t values_left_out = 0, rows_left_out = 0;
};
inline constexpr std::size_t kMaxSliceValues = 50;

/// What curves.json holds; thinned to about kCurvePoints points each.
struct LabelCurves {
  std::string label;
  std::vector<metrics::PrPoint> pr;    ///< empty without a positive row
  std::vector<metrics::RocPoint> roc;  ///< empty without a positive or without a negative row
  std::vector<metrics::ThresholdPoint> thresholds;
};
inline constexpr std::size_t kCurvePoints = 200;

/// Which faces were turned upright before they were read.
struct UprightReading {
  std::string tilt_model;  ///< name and version
  double min_tilt = 0;     ///< degrees
};

/// Definitions, for gold set G and predicted set P of each row (formulas in metrics/*.hpp):
///   accuracy      single choice: the predicted label is in G; multi-label: P equals G (exact match)
///   per_class     counts of label decisions: tp = in G and P, fp = in P only, fn = in G only
///   macro_f1      unweighted mean of F1 over the classes with support in the data (what the set can judge);
///   macro_f1_all  the same over all labels of the head (or the forced choice), absent ones counting 0
///   micro_f1, weighted_f1   over all labels; weights = support
///   balanced_accuracy       mean recall over the classes with support
///   confusion     rows gold, columns the best label; a row with several gold labels counts once: at (p, p) if the
///                 best label p is in G, else at (first label of G, p)
///   ece           single choice: confidence of the chosen label, 15 equal-width bins; multi-label: pooled over
///                 all label decisions
///   nll           single choice: mean of -sum_{g in G} ln p_g / |G|; multi-label: mean binary cross-entropy
///   cohen_kappa   of the confusion matrix
///   reliability   the bins behind ece
///   coverage_risk rows by confidence (largest probability), risk = share that is wrong (best label not in G); rows
///                 whose G is empty are left out, as in confusion
///   roc_auc, average_precision   each label against the rest; macro = mean over the labels where it is defined
/// NaN (null in JSON) is "cannot be known": everything from ece on without probabilities, kappa of one class.
struct Evaluation {
  std::uint64_t n = 0;                     ///< rows scored
  std::uint64_t n_errors = 0;              ///< rows kept without an answer of the model; not in n
  std::uint64_t n_dropped_unlabelled = 0;  ///< rows without a label (after mapping)
  std::uint64_t n_dropped_other = 0;       ///< rows whose labels are all outside a forced choice
  std::uint64_t n_left_out =
      0;  ///< predictions of rows that the data leaves out (FaceData::left_out); in no other count
  std::uint64_t n_rejected = 0;      ///< rows of the data that could not be used (damaged ones); in no other count
  bool rejected_are_judged = true;   ///< and whether they are of what is judged: unknown of a part of the data
  std::uint64_t n_several_gold = 0;  ///< rows scored with more than one gold label
  std::uint64_t n_no_gold = 0;       ///< rows that the data give no label, judged under kMultiLabel: none is right
  Decision decision = Decision::kSingleChoice;
  std::vector<std::string> labels;  ///< the classes of choice, in order of probabilities and confusion
  double accuracy = 0, macro_f1 = 0, macro_f1_all = 0, weighted_f1 = 0, micro_f1 = 0, balanced_accuracy = 0;
  double sample_f1 = 0, jaccard = 0, hamming_loss = 0;  ///< of label sets (metrics/multilabel.hpp)
  double cohen_kappa = 0;
  double ece = 0, ece_equal_mass = 0, nll = 0, brier = 0;
  double roc_auc_macro = 0, average_precision_macro = 0, aurc = 0;
  std::vector<ClassResult> per_class;
  std::vector<std::vector<std::uint64_t>> confusion;
  std::vector<ConfusedPair> top_confusions;  ///< most frequent first, at most 10
  std::optional<Interval> ci95_accuracy, ci95_macro_f1;
  std::optional<AnnotatorResult> annotators;  ///< none where annotators never differ, or under kMultiLabel
  std::vector<metrics::ReliabilityBin> reliability, reliability_equal_mass;
  std::vector<metrics::CoveragePoint> coverage_risk;
  std::vector<LabelCurves> curves;
  std::vector<SliceColumn> slices;
  bool joined_in_order = false;    ///< of predictions that say nothing of the row they answer
  std::vector<std::string> notes;  ///< what a reader should know before believing the figures, in sentences
  std::string split;
  std::uint64_t seed = 0;
  int bootstrap_samples = 0;            ///< resamples used (fewer than asked for on very large sets)
  std::vector<Prediction> predictions;  ///< rows kept, in order
  std::vector<MistakeDetail> mistakes;  ///< worst first; empty unless whoever ran the model added them

  // For the record, filled by who ran the model:
  std::string model, head;
  LabelMap label_map;                     ///< every label met in the data, and what it counted as
  std::string input_name = "input";       ///< member of predictions.jsonl that holds Prediction::input: "text", "image"
  double seconds = 0;                     ///< wall time of the model alone
  std::optional<UprightReading> upright;  ///< of faces: none where they were read as they lean
};

/// All rows that have no answer, whether the data or the picture could not be read: n_errors of metrics.json.
inline std::uint64_t without_answer(const Evaluation& evaluation) {
  return evaluation.n_errors + (evaluation.rejected_are_judged ? evaluation.n_rejected : 0);
}

/// Judges `items` against their gold sets. `labels` are the K classes of choice.
/// Errors: kInvalidData (no item left to judge; none of them with an answer: names the first with its reason; a row
/// whose probabilities are not K numbers in 0..1: names the row and the label), kInternal (a gold index out of range,
/// thresholds of another size). Deterministic for a seed.
Result<Evaluation> evaluate(std::vector<std::string> labels, std::vector<ScoredItem> items, const DecisionRule& rule,
                            const ScoringOptions& options = {});

}  // namespace emo::eval
