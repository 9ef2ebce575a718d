// Stochastic gradient descent with Nesterov momentum.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "train/optimizer.hpp"

namespace emo::train {

struct SgdOptions {
  double momentum = 0.9;
  double weight_decay = 5e-4;  ///< added to the gradient (L2), so its effect scales with the rate
  double clip_norm = 0.0;      ///< global gradient norm; 0 = off
};

/// v <- m v + g, w <- w - rate (g + m v) (Sutskever et al. 2013, in the form that libtorch uses).
class NesterovSgd : public Optimizer {
 public:
  NesterovSgd(std::vector<OptimizedParameter> parameters, const SgdOptions& options);
  double step(double rate) override;
  [[nodiscard]] std::int64_t steps() const override { return steps_; }
  [[nodiscard]] std::vector<std::pair<std::string, at::Tensor>> state() const override;
  Result<void> load_state(const std::map<std::string, at::Tensor>& tensors, std::int64_t steps) override;

 private:
  SgdOptions options_;
  std::vector<OptimizedParameter> parameters_;
  std::vector<at::Tensor> momentum_;
  std::int64_t steps_ = 0;
};

}  // namespace emo::train
