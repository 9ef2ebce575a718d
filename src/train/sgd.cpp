// Nesterov's momentum on libtorch tensors. Rates come from the schedule; the second look of sharpness-aware steps is
// taken by face_task.cpp around it, and AdamW is optimizer.cpp's.
#include "train/sgd.hpp"

#include "train/checkpoint_file.hpp"

namespace emo::train {

NesterovSgd::NesterovSgd(std::vector<OptimizedParameter> parameters, const SgdOptions& options)
    : options_(options), parameters_(std::move(parameters)) {
  for (const auto& parameter : parameters_) momentum_.push_back(at::zeros_like(parameter.value).detach());
}

double NesterovSgd::step(double rate) {
  const at::NoGradGuard no_grad;
  ++steps_;
  const double norm = gradient_norm(parameters_);
  const double scale = options_.clip_norm > 0 && norm > options_.clip_norm ? options_.clip_norm / norm : 1.0;
  for (std::size_t i = 0; i < parameters_.size(); ++i) {
    auto& parameter = parameters_[i];
    if (!parameter.value.grad().defined()) continue;
    at::Tensor gradient = parameter.value.grad() * scale;
    if (parameter.decay && options_.weight_decay > 0) gradient.add_(parameter.value, options_.weight_decay);
    momentum_[i].mul_(options_.momentum).add_(gradient);
    gradient.add_(momentum_[i], options_.momentum);
    parameter.value.add_(gradient, -rate * parameter.rate_scale);
    parameter.value.mutable_grad() = at::Tensor();
  }
  return norm;
}

std::vector<std::pair<std::string, at::Tensor>> NesterovSgd::state() const {
  std::vector<std::pair<std::string, at::Tensor>> out;
  for (std::size_t i = 0; i < parameters_.size(); ++i) {
    out.emplace_back("sgd.momentum." + parameters_[i].name, momentum_[i]);
  }
  return out;
}

Result<void> NesterovSgd::load_state(const std::map<std::string, at::Tensor>& tensors, std::int64_t steps) {
  EMO_TRY(restore_tensors(state(), tensors));
  steps_ = steps;
  return {};
}

}  // namespace emo::train
