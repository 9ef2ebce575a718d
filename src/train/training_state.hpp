// Where a run stands after an epoch: all that a resumed run needs besides tensors.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "emo/error.hpp"

namespace emo::train {

/// One line of results.csv: name -> value, in column order.
using EpochFigures = std::vector<std::pair<std::string, double>>;

/// The figure that decides which epoch is best, larger is better (TextSelection, Selection). Last column.
inline constexpr const char* kDevScore = "dev_score";

struct TrainingState {
  std::int64_t epoch = 0;       ///< finished epochs
  std::int64_t best_epoch = 0;  ///< whose weights are kept, 1-based; 0 = none yet, or the start itself
  double best_score = -1;       ///< the highest; that of a later epoch that is as good within the error may be lower
  /// TrainingTask::row_losses() of the epoch with best_score. As long as the development rows are many: a tensor of the
  /// checkpoint, not a part of its note.
  std::vector<double> best_losses;
  std::string data_sha256;  ///< of what the run learns from and is judged on; "" = not stated
  std::int64_t optimizer_steps = 0;
  double seconds = 0;                 ///< spent so far, over all sessions
  EpochFigures start;                 ///< of a start that was judged before the first epoch; else empty
  std::vector<EpochFigures> history;  ///< one per finished epoch
  std::string models_sha256;          ///< of the models that the run leans on (models_digest); "" = none, or not stated
};

/// The figures of the best epoch, or of the start where no epoch was better; empty: nothing was judged yet.
EpochFigures best_figures(const TrainingState& state);

/// The epoch of the highest score, the first of equals; 0 where none is above that of a start that was judged. Not
/// `best_epoch`: one within the error of the best may be kept without being better.
std::int64_t last_better_epoch(const TrainingState& state);

std::string to_json(const TrainingState& state);

/// Errors: kInvalidData naming `origin` and what is wrong in it.
Result<TrainingState> parse_training_state(std::string_view json, const std::string& origin);

}  // namespace emo::train
