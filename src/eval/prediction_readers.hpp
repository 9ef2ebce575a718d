// How files of predictions are read, line by line and row by row. Private to src/eval.
#pragma once

#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

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
  PredictionFile& file_;
  std::map<std::string, std::size_t> places_;
  std::uint64_t row_ = 1;              // counted from 1
  std::vector<std::uint64_t> set_in_;  // the row that gave the label of each place a score last
};

/// Appends the rows of file.path and what they name to `file`. Errors: as of read_predictions().
Result<void> read_json_predictions(const PredictionFileOptions& options, PredictionFile& file);
Result<void> read_csv_predictions(const PredictionFileOptions& options, PredictionFile& file);

}  // namespace emo::eval
