// AdamW with per-parameter rates, gradient clipping, an exponential moving average of the weights, and a lazy variant
// for the word table.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "emo/error.hpp"
#include "train/libtorch.hpp"

namespace emo::train {

struct AdamWOptions {
  double beta1 = 0.9, beta2 = 0.98, eps = 1e-6;
  double weight_decay = 0.01;
  double clip_norm = 1.0;  ///< global gradient norm; 0 = off
  double ema_decay = 0.0;  ///< of the moving average once it has forgotten the start (average_kept); 0 = none
};

/// One trained tensor with its state.
struct OptimizedParameter {
  std::string name;
  at::Tensor value;
  double rate_scale = 1.0;  ///< multiplies the schedule's rate (layer-wise decay, head rate)
  bool decay = true;        ///< weight decay applies (matrices only)
};

/// One rule of descent over a fixed set of tensors, with its state. Not thread-safe.
class Optimizer {
 public:
  virtual ~Optimizer() = default;
  /// One step at `rate` from the parameters' gradients, then clears them. Returns the gradient norm before clipping.
  virtual double step(double rate) = 0;
  [[nodiscard]] virtual std::int64_t steps() const = 0;
  /// Everything a resumed run needs besides the weights, and back. Errors: kInvalidData on a missing or misshapen
  /// tensor.
  [[nodiscard]] virtual std::vector<std::pair<std::string, at::Tensor>> state() const = 0;
  virtual Result<void> load_state(const std::map<std::string, at::Tensor>& tensors, std::int64_t steps) = 0;
};

/// The global norm of the gradients of `parameters` (those without gradient count nothing).
double gradient_norm(const std::vector<OptimizedParameter>& parameters);

/// Fused on the CPU (one pass per tensor); lists of tensors at once elsewhere. Not thread-safe.
class AdamW : public Optimizer {
 public:
  AdamW(std::vector<OptimizedParameter> parameters, const AdamWOptions& options);

  /// Registers the word table: only rows named in `step` move, with moments that wait while a row is not seen
  /// (LazyAdam); its moving average catches up when a row is touched or exported.
  void add_rows(OptimizedParameter table);

  /// One step at `rate` from the parameters' gradients, then clears them. `row_ids` [U] and `row_grad` [U, D] belong to
  /// the table (undefined tensors: none). Returns the gradient norm before clipping.
  double step(double rate) override { return step(rate, {}, {}); }
  double step(double rate, const at::Tensor& row_ids, const at::Tensor& row_grad);

  /// Exchanges weights and their moving average (call twice to get back). No-op without an average.
  void swap_average();

  [[nodiscard]] std::int64_t steps() const override { return steps_; }

  [[nodiscard]] std::vector<std::pair<std::string, at::Tensor>> state() const override;
  Result<void> load_state(const std::map<std::string, at::Tensor>& tensors, std::int64_t steps) override;

 private:
  struct Slot {
    OptimizedParameter parameter;
    at::Tensor m, v, ema;
    std::int64_t place = 0;  ///< in moved_
  };
  /// What is left of the first and second moment's start at zero to divide by, after `steps` of them.
  [[nodiscard]] std::pair<double, double> bias_corrections(std::int64_t steps) const;
  /// Steps that moved `slot`: the moments of what was frozen at first are younger than the run.
  [[nodiscard]] std::int64_t& moved(const Slot& slot) { return moved_.data_ptr<std::int64_t>()[slot.place]; }
  void step_slot(Slot& slot, double rate, double scale);
  void step_together(const std::vector<Slot*>& group, double rate, double scale);
  void step_rows(double rate, double scale, const at::Tensor& ids, const at::Tensor& grad);
  void settle_row_average();
  /// What is left of the average of rows [R] at rest after step `until`, [R, 1], by when they were last touched.
  [[nodiscard]] at::Tensor kept_since(const at::Tensor& touched, std::int64_t until);

  AdamWOptions options_;
  std::vector<Slot> slots_;
  std::vector<Slot> table_;            ///< none or one
  at::Tensor moved_;                   ///< [slots] int64, steps that moved each
  at::Tensor last_touched_;            ///< [V] int64, step of the last change of each row
  std::vector<double> log_kept_{0.0};  ///< by step: the sum of the logarithms of average_kept so far
  std::int64_t steps_ = 0;
};

/// Linear warm-up over the first `warmup` steps, then a half cosine from 1 to `floor` at `total`.
double warmup_cosine(std::int64_t step, std::int64_t warmup, std::int64_t total, double floor);

}  // namespace emo::train
