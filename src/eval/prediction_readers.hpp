// How files of predictions are read, line by line and row by row. Private to src/eval.
#pragma once

#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/labels.hpp"
#include "core/quote.hpp"
#include "emo/error.hpp"
#include "eval/prediction_file.hpp"

namespace emo::eval {

inline constexpr std::size_t kMaxPredictionRowBytes = 64U << 20U, kMaxScoredLabels = 4096;

inline Error bad_prediction(const std::string& problem) {
  return {ErrorCode::kInvalidData, problem};
}

/// Of a picture in which `emo face` found nobody.
inline Error no_face() {
  return {ErrorCode::kInvalidInput, "no face was found in the picture"};
}

/// Gives every score label its place, whatever order the rows name them in.
class LabelTable {
 public:
  explicit LabelTable(PredictionFile& file) : file_(file) {}

  /// From now on set() is about another row.
  void begin_row() { ++row_; }

  Result<std::size_t> place_of(const std::string& label) {
    const auto [it, is_new] = places_.emplace(label, file_.labels.size());
    if (is_new) {
      if (file_.labels.size() == kMaxScoredLabels) {
        return Error{ErrorCode::kTooLarge, "more than " + std::to_string(kMaxScoredLabels) + " labels have scores"};
      }
      file_.labels.push_back(label);
    }
    return it->second;
  }

  /// Score of `label`, or else of a synonym of it, in the row that set() is about; nothing where it has none.
  [[nodiscard]] std::optional<float> score_in(const PredictedRow& row, const std::string& label) const {
    const auto exact = places_.find(label);
    if (exact != places_.end()) return score_at(row, exact->second);
    const std::string name = core::canonical_label(label);
    for (const auto& [own, place] : places_) {
      if (core::canonical_label(own) != name) continue;
      if (const auto score = score_at(row, place)) return score;
    }
    return std::nullopt;
  }

  Result<void> set(PredictedRow& row, const std::string& label, double score) {
    if (!std::isfinite(score)) return bad_prediction("the score of " + core::quoted(label) + " is not a number");
    EMO_ASSIGN(const std::size_t k, place_of(label));
    if (row.scores.size() <= k) row.scores.resize(k + 1, 0.0F);
    if (set_in_.size() <= k) set_in_.resize(k + 1, 0);
    if (set_in_[k] == row_) return bad_prediction("gives the label " + core::quoted(label) + " two scores");
    set_in_[k] = row_;
    row.scores[k] = static_cast<float>(score);
    return {};
  }

 private:
  [[nodiscard]] std::optional<float> score_at(const PredictedRow& row, std::size_t place) const {
    if (place >= set_in_.size() || set_in_[place] != row_) return std::nullopt;
    return row.scores[place];
  }

  PredictionFile& file_;
  std::map<std::string, std::size_t> places_;
  std::uint64_t row_ = 1;              // counted from 1
  std::vector<std::uint64_t> set_in_;  // the row that gave the label of each place a score last
};

/// Whether the member `label` of a row, whose scores and gold labels are set, is the answer: other writers call the
/// gold label so, and judged as the answer it is right every time. It is one where `score`, `abstained` or gold labels
/// stand beside it, or where it is the label of the largest score; not where a member is called as an answer is.
/// `names`: the members or columns of the row. Errors: kInvalidData saying what to call it.
Result<void> check_label_is_answer(const PredictedRow& row, std::span<const std::string> names,
                                   const LabelTable& table);

/// Appends the rows of file.path and what they name to `file`. Errors: as of read_predictions().
Result<void> read_json_predictions(const PredictionFileOptions& options, PredictionFile& file);
Result<void> read_csv_predictions(const PredictionFileOptions& options, PredictionFile& file);

}  // namespace emo::eval
