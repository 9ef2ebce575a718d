// Moving averages of tensors, for networks whose optimiser does not carry its own (faces). Which tensors, and when, the
// trainer decides; AdamW averages in its own pass (optimizer.cpp).
#include "train/moving_average.hpp"

#include <algorithm>

#include "train/checkpoint_file.hpp"

namespace emo::train {

double average_kept(double decay, std::int64_t step) {
  const auto t = static_cast<double>(step);
  return std::min(decay, (1.0 + t) / (10.0 + t));
}

MovingAverage::MovingAverage(std::vector<std::pair<std::string, at::Tensor>> tensors, double decay)
    : tensors_(std::move(tensors)), decay_(decay) {
  if (decay_ <= 0) return;
  const at::NoGradGuard no_grad;
  for (const auto& [name, tensor] : tensors_) {
    values_.push_back(tensor.detach());
    averages_.push_back(tensor.detach().clone());
  }
}

void MovingAverage::update() {
  if (decay_ <= 0) return;
  const at::NoGradGuard no_grad;
  const double share = 1.0 - average_kept(decay_, ++steps_);
  if (!values_.empty() && !values_.front().is_cpu()) {  // two launches instead of one for each tensor
    at::_foreach_mul_(averages_, 1.0 - share);
    at::_foreach_add_(averages_, values_, share);
    return;
  }
  for (std::size_t i = 0; i < values_.size(); ++i) averages_[i].lerp_(values_[i], share);
}

void MovingAverage::swap() {
  const at::NoGradGuard no_grad;
  for (std::size_t i = 0; i < averages_.size(); ++i) {
    const at::Tensor held = values_[i].clone();
    values_[i].copy_(averages_[i]);
    averages_[i].copy_(held);
  }
}

std::vector<std::pair<std::string, at::Tensor>> MovingAverage::state() const {
  std::vector<std::pair<std::string, at::Tensor>> out;
  for (std::size_t i = 0; i < averages_.size(); ++i) out.emplace_back("ema." + tensors_[i].first, averages_[i]);
  return out;
}

Result<void> MovingAverage::load_state(const std::map<std::string, at::Tensor>& tensors, std::int64_t steps) {
  EMO_TRY(restore_tensors(state(), tensors));
  steps_ = steps;
  return {};
}

}  // namespace emo::train
