// Training of the linear n-gram model: seconds on one core.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "io/rows.hpp"
#include "linear/model.hpp"

namespace emo::linear {

struct EpochReport {
  int epoch = 0;  ///< from 1
  double train_loss = 0, dev_loss = 0;
  double dev_macro_f1 = 0;  ///< softmax: of the best class; sigmoid: at 0.5
};

struct TrainOptions {
  FeatureOptions features;
  std::vector<std::string> labels;  ///< order of the classes; empty = those of the training rows, sorted
  /// None: sigmoid if any training row has several labels or none, else softmax.
  std::optional<core::HeadActivation> activation;
  int epochs = 12;           ///< at most; the epoch with the lowest dev loss is kept
  int patience = 2;          ///< epochs without a lower dev loss before stopping
  double learning_rate = 1;  ///< AdaGrad's; chosen on GoEmotions dev
  std::uint64_t seed = 1;
  std::function<void(const EpochReport&)> progress;  ///< may be empty
};

/// Minimises cross-entropy (softmax; a row with several labels is a uniform target distribution, one without labels is
/// left out) or the sum of binary cross-entropies (sigmoid) by AdaGrad (Duchi et al. 2011), one row at a time in seeded
/// order. The development rows choose the epoch, then the temperature and, for sigmoid, the thresholds; without
/// development rows all epochs run and neither is fitted. Deterministic for a seed.
/// Errors: kInvalidData (no usable row; a label outside `labels`, with its row; text that is not UTF-8), kUsage (bad
/// options).
Result<Model> train(std::span<const io::Row> train_rows, std::span<const io::Row> dev_rows,
                    const TrainOptions& options = {});

}  // namespace emo::linear
