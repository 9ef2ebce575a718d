// Checks that joined predictions fit their gold labels and has them judged. Reading is in prediction_file.cpp, joining
// in prediction_join.cpp, the figures in prediction_scores.cpp; no model is run.
#include "eval/predictions_evaluation.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <set>
#include <utility>

#include "core/labels.hpp"
#include "core/number_words.hpp"
#include "core/quote.hpp"
#include "eval/annotators.hpp"
#include "eval/evaluation_notes.hpp"
#include "eval/forced_choice.hpp"
#include "eval/head_evaluation.hpp"
#include "eval/slices.hpp"
#include "metrics/probability.hpp"
#include "text/label_spelling.hpp"

namespace emo::eval {
namespace {

Decision decision_of(const PredictionFile& file, const PredictionsOptions& options) {
  if (options.decision) return *options.decision;
  if (!options.classes.empty()) return Decision::kSingleChoice;
  const auto several = [](const PredictedRow& row) { return row.predicted && row.predicted->size() != 1; };
  return std::any_of(file.rows.begin(), file.rows.end(), several) ? Decision::kMultiLabel : Decision::kSingleChoice;
}

/// The labels to choose among: those with scores, else every label that occurs, gold labels as `map` has them. Synonyms
/// are one label, spelled as it is met first: "happy" answers "joy", as it does where there are scores.
std::vector<std::string> labels_of_file(const PredictionFile& file, const std::vector<Joined>& joined,
                                        const LabelMap& map) {
  if (!file.labels.empty()) return file.labels;
  std::vector<std::string> labels;
  std::set<std::string> known;
  const auto add = [&](const std::string& label) {
    if (known.insert(core::canonical_label(label)).second) labels.push_back(label);
  };
  for (const Joined& item : joined) {
    for (const std::string& label : item.gold()) {
      const auto mapped = text::find_spelled(map, label);
      if (mapped == map.end()) {
        add(label);
      } else if (mapped->second) {
        add(*mapped->second);
      }
    }
    if (!item.prediction->predicted) continue;
    for (const std::string& label : *item.prediction->predicted) add(label);
  }
  std::sort(labels.begin(), labels.end());
  return labels;
}

Result<void> check_scores(const std::vector<float>& scores, const std::vector<std::string>& labels, Decision decision) {
  double sum = 0;
  for (std::size_t k = 0; k < scores.size(); ++k) {
    const auto p = static_cast<double>(scores[k]);
    sum += p;
    if (p >= -metrics::kRoundingSlack && p <= 1 + metrics::kRoundingSlack) continue;
    return Error{ErrorCode::kInvalidData, "the score of " + core::quoted(labels[k]) + " is " +
                                              core::formatted("%g", p) + ", expected a probability in 0..1"};
  }
  if (decision == Decision::kMultiLabel || std::abs(sum - 1) <= kSumTolerance + metrics::kRoundingSlack) return {};
  return Error{
      ErrorCode::kInvalidData,
      core::formatted("the scores sum to %.4f, expected 1 (within %.2f)%s; for labels that do not exclude "
                      "each other pass --decision multi",
                      sum, kSumTolerance, sum < 1 ? ": some are missing if they were written with --top-k" : "")};
}

class ItemMaker {
 public:
  ItemMaker(const PredictionFile& file, const HeadView& head, const LabelMapping& mapping, Decision decision,
            const std::optional<LabelledData>& data, const PredictionsOptions& options)
      : file_(file), head_(head), mapping_(mapping), decision_(decision), data_(data), options_(options) {
    if (data && data->faces != nullptr && !data->faces->vote_labels.empty()) {
      votes_.emplace(data->faces->vote_labels, chosen_labels(mapping, head));
    }
    for (std::size_t k = 0; k < head.labels.size(); ++k) {
      places_.emplace(head.labels[k], k);
      canonical_places_.emplace(core::canonical_label(head.labels[k]), k);
    }
  }

  Result<ScoredItem> make(const Joined& joined, GoldSet gold) const {
    const PredictedRow& prediction = *joined.prediction;
    ScoredItem item;
    item.id = prediction.id ? *prediction.id : joined.row != nullptr ? joined.row->id : std::to_string(joined.number());
    item.row = joined.number();
    item.input = prediction.input.empty() && joined.row != nullptr ? joined.row->text : prediction.input;
    item.gold = std::move(gold.labels);
    if (prediction.error) {
      item.error = prediction.error;
      item.place = place_of(file_, prediction);
      return item;
    }
    if (!prediction.scores.empty()) {
      EMO_TRY(check_scores(prediction.scores, head_.labels, decision_));
      EMO_ASSIGN(item.probabilities, chosen_scores(prediction.scores, mapping_, head_));
    }
    if (prediction.predicted && !mapping_.forced_choice && !options_.threshold) {
      EMO_ASSIGN(item.predicted, decided(*prediction.predicted));
    } else if (item.probabilities.empty()) {
      return Error{ErrorCode::kInvalidData, "has no scores, which a forced choice needs"};
    }
    item.slices = slices_of(joined, item.input);
    const dataset::FaceItem* face = face_of(joined);
    item.votes = face != nullptr && votes_ ? votes_->votes(face->votes) : label_votes(joined.gold(), mapping_);
    return item;
  }

 private:
  [[nodiscard]] const dataset::FaceItem* face_of(const Joined& joined) const {
    if (!data_ || data_->faces == nullptr || joined.row == nullptr) return nullptr;
    return &data_->faces->items[static_cast<std::size_t>(joined.row - data_->rows.data())];
  }

  /// As gold labels are found: the label of that name, else the first that is a synonym.
  [[nodiscard]] std::optional<std::size_t> place_of_label(const std::string& name) const {
    if (const auto exact = places_.find(name); exact != places_.end()) return exact->second;
    const auto synonym = canonical_places_.find(core::canonical_label(name));
    if (synonym != canonical_places_.end()) return synonym->second;
    return std::nullopt;
  }

  Result<std::optional<std::vector<std::uint32_t>>> decided(const std::vector<std::string>& names) const {
    std::vector<std::uint32_t> set;
    for (const std::string& name : names) {
      const std::optional<std::size_t> place = place_of_label(name);
      if (!place) {
        return Error{ErrorCode::kInvalidData,
                     "predicted label " + core::quoted(name) + " has no score; " + label_advice(name, head_.labels)};
      }
      const auto k = static_cast<std::uint32_t>(*place);
      if (std::find(set.begin(), set.end(), k) == set.end()) set.push_back(k);
    }
    return std::optional(std::move(set));
  }

  [[nodiscard]] std::map<std::string, std::string> slices_of(const Joined& joined, const std::string& input) const {
    std::map<std::string, std::string> slices;
    if (joined.row != nullptr) slices = chosen_slices(joined.row->extra, options_.slice_columns);
    if (const dataset::FaceItem* face = face_of(joined)) {
      add_face_slices(*face, slices);
    } else if (file_.input_name == "text" || (file_.input_name != "image" && joined.row != nullptr)) {
      add_text_slices(input, slices);
    }
    return slices;
  }

  const PredictionFile& file_;
  const HeadView& head_;
  const LabelMapping& mapping_;
  Decision decision_;
  const std::optional<LabelledData>& data_;
  std::optional<VoteColumns> votes_;
  const PredictionsOptions& options_;
  std::map<std::string, std::size_t> places_, canonical_places_;
};

Result<void> check_threshold(const PredictionFile& file, Decision decision, const PredictionsOptions& options) {
  if (!options.threshold) return {};
  if (decision != Decision::kMultiLabel) {
    return Error{ErrorCode::kUsage,
                 "--threshold decides label by label, and these predictions are single choices: say "
                 "--decision multi if several labels may hold"};
  }
  const auto decided = [](const PredictedRow& row) { return !row.error && row.scores.empty(); };
  const auto row = std::find_if(file.rows.begin(), file.rows.end(), decided);
  if (row == file.rows.end()) return {};
  return Error{ErrorCode::kUsage, "--threshold has no scores to decide by: " + place_of(file, *row) + " has none"};
}

}  // namespace

std::vector<io::Row> face_rows(const dataset::FaceData& faces) {
  std::vector<io::Row> rows;
  rows.reserve(faces.items.size());
  for (const dataset::FaceItem& item : faces.items) {
    io::Row row;
    row.number = item.row != 0 ? item.row : rows.size() + 1;
    row.id = item.id;
    row.text = item.file.empty() ? item.id : item.file;
    if (!item.label.empty()) row.labels = {item.label};
    row.extra = item.extra;
    rows.push_back(std::move(row));
  }
  return rows;
}

Result<Evaluation> evaluate_predictions(const PredictionFile& file, const std::optional<LabelledData>& data,
                                        const PredictionsOptions& options) {
  if (!options.slice_columns.empty()) {
    if (!data) return Error{ErrorCode::kUsage, "a column to slice by is one of the data: pass --data"};
    EMO_TRY(data->faces != nullptr ? check_slice_columns(data->faces->items, options.slice_columns)
                                   : check_slice_columns(data->rows, options.slice_columns));
  }
  EMO_ASSIGN(const JoinedPredictions predictions, join(file, data, options.partly));
  const std::vector<Joined>& joined = predictions.rows;
  const Decision decision = decision_of(file, options);
  EMO_TRY(check_threshold(file, decision, options));
  HeadView head{"predictions", labels_of_file(file, joined, options.label_map), core::HeadActivation::kSoftmax, {}};
  if (decision == Decision::kMultiLabel) {
    head.activation = core::HeadActivation::kSigmoid;
    if (options.threshold) head.thresholds.assign(head.labels.size(), *options.threshold);
  }
  DataLabels data_labels;
  for (const Joined& item : joined) data_labels.add(item.gold(), item.number());
  const std::vector<HeadView> heads{head};
  MappingOptions mapping_options = options;
  mapping_options.head.clear();
  const auto mapped = map_labels(heads, 0, data_labels, mapping_options);
  const std::string& gold_source = data ? data->name : file.path;
  if (!mapped) return mapped.error().at(gold_source);
  const LabelMapping& mapping = *mapped;
  EMO_TRY(check_forced_choice(mapping, head));
  const DecisionRule rule = decision_rule(mapping, head);

  const ItemMaker maker(file, head, mapping, decision, data, options);
  std::vector<ScoredItem> items;
  DroppedRows dropped;
  for (const Joined& row : joined) {
    GoldSet gold = gold_set(row.gold(), mapping);
    const bool none = gold.none && rule.kind == Decision::kMultiLabel;
    if (gold.labels.empty() && !none) {
      dropped.count(gold);
      continue;
    }
    auto item = maker.make(row, std::move(gold));
    if (!item) return item.error().at(place_of(file, *row.prediction));
    item->none_of_them = none;
    items.push_back(std::move(item).value());
  }
  const auto zero = [](const ScoredItem& item) {
    return !item.probabilities.empty() && !item.gold.empty() &&
           std::all_of(item.gold.begin(), item.gold.end(), [&](std::uint32_t k) { return item.probabilities[k] == 0; });
  };
  const auto zero_scores = static_cast<std::uint64_t>(std::count_if(items.begin(), items.end(), zero));
  if (items.empty()) return no_row_left(joined.size(), dropped.unlabelled, dropped.other).at(gold_source);
  if (data && data->faces != nullptr) drop_single_split(items);
  AnswerRecord record{std::filesystem::path(file.path).filename().string(), file.input_name, dropped};
  if (record.input_name == "input" && data) record.input_name = data->faces != nullptr ? "image" : "text";
  EMO_ASSIGN(Evaluation evaluation, evaluate_head(std::move(items), {head, mapping}, std::move(record), options));
  if (data && data->faces != nullptr) note_unused(*data->faces, evaluation);
  const bool votes = data && data->faces != nullptr && !data->faces->vote_labels.empty();
  if (evaluation.annotators && votes) evaluation.annotators->source = "votes";
  evaluation.n_left_out = predictions.left_out;
  if (rule.kind == Decision::kSingleChoice) note_zero_scores(zero_scores, evaluation);
  if (predictions.by_order_alone) note_order_alone(file.unread_row_name, data && data->faces != nullptr, evaluation);
  return evaluation;
}

}  // namespace emo::eval
