// The exponential moving average of a network's tensors, running statistics included.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "emo/error.hpp"
#include "train/libtorch.hpp"

namespace emo::train {

/// How much of an average stays in step `step` (1, 2, …): min(decay, (1 + step) / (10 + step)), so that the start is
/// forgotten however short the run.
double average_kept(double decay, std::int64_t step);

/// average <- d average + (1 - d) value after each step, d = average_kept. decay 0: does nothing and holds nothing. Not
/// thread-safe.
class MovingAverage {
 public:
  MovingAverage(std::vector<std::pair<std::string, at::Tensor>> tensors, double decay);
  void update();
  /// Exchanges the tensors' values and their averages (twice = nothing).
  void swap();
  /// "ema.NAME" of every tensor, and back. Errors: kInvalidData on a missing or misshapen tensor.
  [[nodiscard]] std::vector<std::pair<std::string, at::Tensor>> state() const;
  Result<void> load_state(const std::map<std::string, at::Tensor>& tensors, std::int64_t steps);

 private:
  std::vector<std::pair<std::string, at::Tensor>> tensors_;
  std::vector<at::Tensor> values_, averages_;
  double decay_;
  std::int64_t steps_ = 0;
};

}  // namespace emo::train
