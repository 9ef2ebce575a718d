// One pass over the predictions, then the figures; the formulas are those of src/metrics. Where metrics.json says
// something else, that is told and not mended. Single lines are prediction_lines.cpp's.
#include "report/prediction_figures.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <span>

#include "core/joined.hpp"
#include "core/number_words.hpp"
#include "metrics/bootstrap.hpp"
#include "metrics/classification.hpp"
#include "metrics/ranking.hpp"
#include "report/prediction_lines.hpp"
#include "report/slices.hpp"

namespace emo::report {
namespace {

constexpr double kAgreement = 1e-4;  // metrics.json and predictions.jsonl may round differently, no more
constexpr double kSumTolerance = 1e-2;
constexpr std::size_t kCurvePoints = 200;
constexpr std::uint32_t kNoLabel = UINT32_MAX;

/// A line, its labels as indices.
struct IndexedRow {
  std::vector<std::uint32_t> gold, predicted;
  bool right = false;
};

class Collector {
 public:
  Collector(const EvaluationReadOptions& options, EvaluationRecord& record)
      : options_(options), record_(record), fixed_labels_(!record.labels.empty()) {
    for (const auto& label : record_.labels) index_of(label);
  }

  void add(PredictionLine& line) {
    IndexedRow row;
    for (const auto& label : line.gold) row.gold.push_back(index_of(label));
    for (const auto& label : line.predicted) row.predicted.push_back(index_of(label));
    for (const auto& [label, score] : line.scores) index_of(label);
    for (auto* labels : {&row.gold, &row.predicted}) {
      std::sort(labels->begin(), labels->end());
      labels->erase(std::unique(labels->begin(), labels->end()), labels->end());
    }
    if (row.predicted.size() != 1) several_predicted_ = true;
    rows_.push_back(row);
    keep_scores(line);
    lines_.push_back({line.line, best_of(line), line.gold.empty() ? kNoLabel : index_of(line.gold.front())});
    slices_.add(line, rows_.size() - 1);
    candidates_.push_back(std::move(line));
    if (candidates_.size() >= kCandidateChunk) shrink_candidates();
  }

  void finish() {
    note_unknown_labels();
    if (names_.size() > kMostClasses) note_too_many_classes(record_, "predictions.jsonl", names_.size());
    if (record_.labels.empty() && !record_.too_many_classes) record_.labels = names_;
    decide_right();
    fill_counts();
    fill_confusion();
    fill_curves();
    shrink_candidates();
    fill_mistakes();
    std::vector<std::uint8_t> right(rows_.size());
    for (std::size_t i = 0; i < rows_.size(); ++i) right[i] = rows_[i].right ? 1 : 0;
    if (record_.slices.empty()) record_.slices = slices_.finish(right);
  }

 private:
  static constexpr std::size_t kCandidateChunk = 4096;
  struct LineBest {
    std::uint64_t line = 0;
    std::uint32_t best = 0;
    std::uint32_t gold = kNoLabel;  // the first of its true labels, which a wrong answer is held against
  };

  std::uint32_t index_of(const std::string& label) {
    const auto [at, fresh] = index_.try_emplace(label, static_cast<std::uint32_t>(names_.size()));
    if (fresh) names_.push_back(label);
    return at->second;
  }

  std::uint32_t best_of(const PredictionLine& line) {
    const auto best = std::max_element(line.scores.begin(), line.scores.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (best != line.scores.end()) return index_of(best->first);
    if (!line.predicted.empty()) return index_of(line.predicted.front());
    return line.gold.empty() ? kNoLabel : index_of(line.gold.front());
  }

  // What a row says first. One label that is chosen is taken as the decision, whatever the scores say, as emo eval
  // does.
  std::uint32_t answer_of(std::size_t row) const {
    const auto& predicted = rows_[row].predicted;
    return !record_.multi_label && predicted.size() == 1 ? predicted.front() : lines_[row].best;
  }

  void keep_scores(const PredictionLine& line) {
    double sum = 0;
    for (const auto& [label, score] : line.scores) sum += score;
    if (!line.scores.empty() && std::abs(sum - 1) > kSumTolerance) {
      if (off_sum_++ == 0) first_off_sum_ = line.line;
    }
    if (line.scores.empty() || kept_values_ + names_.size() > options_.max_curve_values) {
      if (!line.scores.empty()) ++rows_without_curves_;
      return;
    }
    kept_values_ += names_.size();
    scored_rows_.push_back(rows_.size() - 1);
    std::vector<float> values(names_.size(), -1.0F);
    for (const auto& [label, score] : line.scores) values[index_of(label)] = static_cast<float>(score);
    scores_.push_back(std::move(values));
  }

  void note_unknown_labels() {
    if (!fixed_labels_ || names_.size() == record_.labels.size()) return;
    constexpr std::size_t kMostNamed = 20;
    const auto unknown = std::span(names_).subspan(record_.labels.size());
    record_.notes.push_back({true, "predictions.jsonl has labels that metrics.json does not know: " +
                                       core::joined_first(unknown, kMostNamed)});
    record_.labels = names_;
    record_.confusion.clear();
  }

  void decide_right() {
    if (!decision_known_) record_.multi_label = several_predicted_;
    for (auto& row : rows_) {
      row.right = record_.multi_label ? row.gold == row.predicted
                                      : !row.predicted.empty() &&
                                            std::binary_search(row.gold.begin(), row.gold.end(), row.predicted[0]);
    }
    if (off_sum_ != 0 && !record_.multi_label) {
      record_.notes.push_back({true, "The scores of " + core::counted(off_sum_, "row", "rows") +
                                         " do not sum to 1 though one label is chosen (first: line " +
                                         std::to_string(first_off_sum_) +
                                         "); calibration figures are not to be trusted"});
    }
    if (rows_without_curves_ != 0) {
      record_.notes.push_back({false, "Curves are drawn from the first " +
                                          core::counted(scored_rows_.size(), "row", "rows") +
                                          "; the other figures from all"});
    }
  }

  // The figure of metrics.json stays; a difference is told.
  void offer(const std::string& name, double value) {
    const auto [at, fresh] = record_.figures.try_emplace(name, value);
    if (fresh || std::abs(at->second - value) <= kAgreement) return;
    record_.notes.push_back(
        {true, core::formatted("metrics.json says %s %.4f, predictions.jsonl gives %.4f: one of them is out of date",
                               name.c_str(), at->second, value)});
  }

  void fill_counts() {
    if (record_.rows != 0 && record_.rows != rows_.size()) {
      record_.notes.push_back({true, "metrics.json counts " + core::counted(record_.rows, "row", "rows") +
                                         ", predictions.jsonl has " + std::to_string(rows_.size()) +
                                         ": one of them is out of date"});
    }
    if (record_.rows == 0) record_.rows = rows_.size();
    if (rows_.empty()) return;
    metrics::LabelSets sets(names_.size());
    std::vector<metrics::ClassCounts> counts(names_.size());
    std::uint64_t right = 0;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      sets.add(rows_[i].gold, rows_[i].predicted, rows_[i].right);
      sets.count(i, counts);
      right += rows_[i].right ? 1 : 0;
    }
    offer("accuracy", static_cast<double>(right) / static_cast<double>(rows_.size()));
    offer("macro_f1", metrics::macro_f1(counts));
    offer("micro_f1", metrics::micro_f1(counts));
    offer("weighted_f1", metrics::weighted_f1(counts));
    offer("balanced_accuracy", metrics::macro_recall(counts));
    if (record_.classes.empty() && !record_.too_many_classes) {
      for (std::size_t k = 0; k < names_.size(); ++k) {
        const auto s = metrics::score(counts[k]);
        record_.classes.push_back({names_[k], s.precision, s.recall, s.f1, s.support});
      }
    }
    for (auto& c : record_.classes) {
      if (const auto at = index_.find(c.label); at != index_.end()) c.answered = counts[at->second].predicted();
    }
    if (!record_.intervals_told && options_.bootstrap_samples > 0) {
      const auto made = metrics::bootstrap_intervals(sets, {options_.bootstrap_samples, 1, 0.95, 20'000'000});
      // Rows that are all right, or all wrong, leave nothing to resample, and one without width says nothing.
      if (made.accuracy.low < made.accuracy.high) record_.intervals["accuracy"] = made.accuracy;
      if (made.macro_f1.low < made.macro_f1.high) record_.intervals["macro_f1"] = made.macro_f1;
    }
  }

  void fill_confusion() {
    if (!record_.confusion.empty() || rows_.empty() || record_.too_many_classes) return;
    std::vector<std::vector<std::uint64_t>> matrix(names_.size(), std::vector<std::uint64_t>(names_.size()));
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const std::uint32_t best = answer_of(i);
      const auto& gold = rows_[i].gold;
      if (gold.empty() || best == kNoLabel) continue;  // of no class, so in no row of the matrix
      ++matrix[std::binary_search(gold.begin(), gold.end(), best) ? best : lines_[i].gold][best];
    }
    record_.confusion = std::move(matrix);
  }

  void fill_curves() {
    if (scores_.empty()) return;
    metrics::Reliability reliability;
    std::vector<float> confidences;
    std::vector<std::uint8_t> right;
    for (std::size_t s = 0; s < scores_.size(); ++s) {
      const auto& gold = rows_[scored_rows_[s]].gold;
      const auto best = std::max_element(scores_[s].begin(), scores_[s].end());
      auto label = static_cast<std::uint32_t>(best - scores_[s].begin());
      if (!record_.multi_label) {
        const std::uint32_t answer = answer_of(scored_rows_[s]);
        if (answer < scores_[s].size() && scores_[s][answer] >= 0) label = answer;
      }
      const bool hit = std::binary_search(gold.begin(), gold.end(), label);
      if (!gold.empty()) {  // else no first choice could be right
        confidences.push_back(scores_[s][label]);
        right.push_back(hit ? 1 : 0);
      }
      if (!record_.multi_label) {
        reliability.add(scores_[s][label], hit);
        continue;
      }
      for (std::uint32_t k = 0; k < scores_[s].size(); ++k) {
        if (scores_[s][k] >= 0) reliability.add(scores_[s][k], std::binary_search(gold.begin(), gold.end(), k));
      }
    }
    if (record_.reliability.empty()) record_.reliability = reliability.bins();
    record_.figures.try_emplace("ece", reliability.expected_calibration_error());
    if (record_.coverage_risk.empty()) {
      for (const auto& point : metrics::RankedScores(confidences, right).coverage_risk(kCurvePoints)) {
        record_.coverage_risk.push_back({point.coverage, point.risk});
      }
    }
    if (!record_.precision_recall.empty() || record_.too_many_classes) return;
    for (std::uint32_t k = 0; k < names_.size(); ++k) {
      std::vector<float> values;
      std::vector<std::uint8_t> targets;
      for (std::size_t s = 0; s < scores_.size(); ++s) {
        if (k >= scores_[s].size() || scores_[s][k] < 0) continue;  // a label first met in a later row
        const auto& gold = rows_[scored_rows_[s]].gold;
        values.push_back(scores_[s][k]);
        targets.push_back(std::binary_search(gold.begin(), gold.end(), k) ? 1 : 0);
      }
      const metrics::RankedScores ranked(values, targets);
      if (ranked.positives() == 0) continue;
      PrecisionRecallCurve curve{names_[k], {}, ranked.average_precision()};
      for (const auto& point : ranked.pr_curve(kCurvePoints)) {
        curve.points.push_back({point.recall, point.precision, point.threshold});
      }
      record_.precision_recall.push_back(std::move(curve));
    }
  }

  // How sure the model was of its wrong answer, not of a label that it did not answer, and how far the gold label lay
  // behind.
  Mistake mistake_of(const PredictionLine& line) const {
    Mistake out{line.row, line.id, line.text, line.image, line.gold, line.predicted};
    const auto best_of = [&](const std::vector<std::string>& labels) {
      std::optional<double> best;
      for (const auto& label : labels) {
        const auto found = line.scores.find(label);
        if (found != line.scores.end() && found->second > best.value_or(-1)) best = found->second;
      }
      return best;
    };
    out.confidence = best_of(line.predicted);
    out.gold_score = best_of(line.gold);
    return out;
  }

  void shrink_candidates() {
    for (auto& line : candidates_) {
      if (line.gold.empty() && line.predicted.empty()) continue;
      if (std::any_of(line.gold.begin(), line.gold.end(), [&](const std::string& label) {
            return std::find(line.predicted.begin(), line.predicted.end(), label) != line.predicted.end();
          })) {
        continue;  // partly right rows are not the worst
      }
      worst_.push_back(mistake_of(line));
    }
    candidates_.clear();
    std::stable_sort(worst_.begin(), worst_.end(), [](const Mistake& a, const Mistake& b) {
      return a.confidence.value_or(0) - a.gold_score.value_or(0) > b.confidence.value_or(0) - b.gold_score.value_or(0);
    });
    if (worst_.size() > options_.max_mistakes) worst_.resize(options_.max_mistakes);
  }

  void fill_mistakes() { record_.mistakes = std::move(worst_); }

  const EvaluationReadOptions& options_;
  EvaluationRecord& record_;
  const bool fixed_labels_;
  const bool decision_known_ = record_.figures.count("accuracy") != 0;
  std::map<std::string, std::uint32_t> index_;
  std::vector<std::string> names_;
  std::vector<IndexedRow> rows_;
  std::vector<LineBest> lines_;
  std::vector<std::size_t> scored_rows_;
  std::vector<std::vector<float>> scores_;
  std::vector<PredictionLine> candidates_;
  std::vector<Mistake> worst_;
  SliceCounter slices_;
  std::size_t kept_values_ = 0;
  std::uint64_t off_sum_ = 0, first_off_sum_ = 0, rows_without_curves_ = 0;
  bool several_predicted_ = false;
};

}  // namespace

void note_too_many_classes(EvaluationRecord& record, const std::string& file, std::size_t count) {
  if (record.too_many_classes) return;
  record.too_many_classes = true;
  record.notes.push_back({true, file + " names " + std::to_string(count) + " classes; more than " +
                                    std::to_string(kMostClasses) +
                                    " cannot be reported, so that nothing of single classes is shown"});
}

Result<void> add_predictions(const std::string& path, const EvaluationReadOptions& options, EvaluationRecord& record) {
  Collector collector(options, record);
  const auto empty_gold = record.multi_label ? EmptyGold::kNoneOfThem : EmptyGold::kUnlabelled;
  EMO_ASSIGN(const auto counts,
             read_prediction_lines(
                 path, [&](PredictionLine& line) { collector.add(line); }, empty_gold, record.notes));
  if (counts.with_error != 0) record.counts.try_emplace("n_errors", counts.with_error);
  if (counts.usable == 0) {
    record.notes.push_back({true, path + " has no usable line (" + std::to_string(counts.lines) + " lines)"});
    return {};
  }
  collector.finish();
  return {};
}

}  // namespace emo::report
