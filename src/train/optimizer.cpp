// AdamW (Loshchilov & Hutter 2019). Memory traffic is its cost, so weights, moments and average move in one pass. The
// rate is given to it step by step: schedules are training_loop.cpp's.
#include "train/optimizer.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "core/assert.hpp"
#include "train/checkpoint_file.hpp"
#include "train/kernels.hpp"
#include "train/moving_average.hpp"

namespace emo::train {
namespace {

constexpr std::int64_t kGrain = 1 << 16;

double squared_norm(const at::Tensor& grad) {
  const at::Tensor flat = grad.contiguous();
  const float* values = flat.data_ptr<float>();
  const std::int64_t n = flat.numel();
  const std::int64_t chunks = (n + kGrain - 1) / kGrain;
  std::vector<double> partial(static_cast<std::size_t>(chunks), 0.0);
  at::parallel_for(0, chunks, 1, [&](std::int64_t first, std::int64_t last) {
    for (std::int64_t c = first; c < last; ++c) {
      partial[static_cast<std::size_t>(c)] = sum_of_squares(values + c * kGrain, std::min(kGrain, n - c * kGrain));
    }
  });
  double total = 0.0;
  for (const double p : partial) total += p;
  return total;
}

// Of all of them together; another device is asked once.
double norm_of(const std::vector<at::Tensor>& grads) {
  std::vector<at::Tensor> elsewhere;
  double square = 0.0;
  for (const auto& grad : grads) {
    if (grad.is_cpu()) {
      square += squared_norm(grad);
    } else {
      elsewhere.push_back(grad);
    }
  }
  if (!elsewhere.empty()) square += std::pow(at::stack(at::_foreach_norm(elsewhere)).norm().item<double>(), 2);
  return std::sqrt(square);
}

}  // namespace

double gradient_norm(const std::vector<OptimizedParameter>& parameters) {
  std::vector<at::Tensor> grads;
  for (const auto& parameter : parameters) {
    if (parameter.value.grad().defined()) grads.push_back(parameter.value.grad());
  }
  return norm_of(grads);
}

AdamW::AdamW(std::vector<OptimizedParameter> parameters, const AdamWOptions& options) : options_(options) {
  at::NoGradGuard no_grad;
  for (auto& p : parameters) {
    Slot slot{std::move(p), {}, {}, {}, static_cast<std::int64_t>(slots_.size())};
    slot.m = at::zeros_like(slot.parameter.value);
    slot.v = at::zeros_like(slot.parameter.value);
    if (options_.ema_decay > 0) slot.ema = slot.parameter.value.detach().clone();
    slots_.push_back(std::move(slot));
  }
  moved_ = at::zeros({static_cast<std::int64_t>(slots_.size())}, at::kLong);
}

void AdamW::add_rows(OptimizedParameter table) {
  at::NoGradGuard no_grad;
  EMO_ASSERT(table_.empty());
  Slot slot{std::move(table), {}, {}, {}, 0};
  slot.m = at::zeros_like(slot.parameter.value);
  slot.v = at::zeros_like(slot.parameter.value);
  if (options_.ema_decay > 0) slot.ema = slot.parameter.value.detach().clone();
  last_touched_ = at::zeros({slot.parameter.value.size(0)}, at::kLong);
  table_.push_back(std::move(slot));
}

double AdamW::step(double rate, const at::Tensor& row_ids, const at::Tensor& row_grad) {
  at::NoGradGuard no_grad;
  ++steps_;
  std::vector<at::Tensor> grads;
  if (row_grad.defined()) grads.push_back(row_grad);
  for (const auto& slot : slots_) {
    if (slot.parameter.value.grad().defined()) grads.push_back(slot.parameter.value.grad());
  }
  const double norm = norm_of(grads);
  const double scale = options_.clip_norm > 0 && norm > options_.clip_norm ? options_.clip_norm / norm : 1.0;
  // Of one rate, decay and age, on another device.
  std::map<std::tuple<double, bool, std::int64_t>, std::vector<Slot*>> elsewhere;
  for (auto& slot : slots_) {
    if (!slot.parameter.value.grad().defined()) {
      // A head that no row of the batch teaches: its weights rest, its average comes nearer to them all the same.
      if (slot.ema.defined()) slot.ema.lerp_(slot.parameter.value, 1.0 - average_kept(options_.ema_decay, steps_));
      continue;
    }
    ++moved(slot);
    if (slot.parameter.value.is_cpu()) {
      step_slot(slot, rate, scale);
    } else {
      elsewhere[{slot.parameter.rate_scale, slot.parameter.decay, moved(slot)}].push_back(&slot);
    }
  }
  for (const auto& [key, group] : elsewhere) step_together(group, rate, scale);
  if (row_grad.defined() && !table_.empty()) step_rows(rate, scale, row_ids, row_grad);
  for (auto& slot : slots_) slot.parameter.value.mutable_grad() = at::Tensor();
  return norm;
}

std::pair<double, double> AdamW::bias_corrections(std::int64_t steps) const {
  const auto t = static_cast<double>(steps);
  return {1.0 - std::pow(options_.beta1, t), 1.0 - std::pow(options_.beta2, t)};
}

void AdamW::step_slot(Slot& slot, double rate, double scale) {
  const at::Tensor grad = slot.parameter.value.grad().contiguous();
  const auto [c1, c2] = bias_corrections(moved(slot));
  const double lr = rate * slot.parameter.rate_scale;
  const double decay = slot.parameter.decay ? options_.weight_decay : 0.0;
  const AdamStep s{static_cast<float>(lr),
                   static_cast<float>(options_.beta1),
                   static_cast<float>(options_.beta2),
                   static_cast<float>(options_.eps),
                   static_cast<float>(decay),
                   static_cast<float>(c1),
                   static_cast<float>(c2),
                   static_cast<float>(scale),
                   static_cast<float>(average_kept(options_.ema_decay, steps_))};
  float* w = slot.parameter.value.data_ptr<float>();
  const float* g = grad.data_ptr<float>();
  float* m = slot.m.data_ptr<float>();
  float* v = slot.v.data_ptr<float>();
  float* ema = slot.ema.defined() ? slot.ema.data_ptr<float>() : nullptr;
  at::parallel_for(0, grad.numel(), kGrain, [&](std::int64_t b, std::int64_t e) {
    adamw_step(w + b, g + b, m + b, v + b, ema == nullptr ? nullptr : ema + b, e - b, s);
  });
}

// A few launches for all tensors instead of a dozen for each.
void AdamW::step_together(const std::vector<Slot*>& group, double rate, double scale) {
  std::vector<at::Tensor> grads, weights, m, v, ema;
  for (const auto* slot : group) {
    grads.push_back(slot->parameter.value.grad());
    weights.push_back(slot->parameter.value);
    m.push_back(slot->m);
    v.push_back(slot->v);
    if (slot->ema.defined()) ema.push_back(slot->ema);
  }
  const auto [c1, c2] = bias_corrections(moved(*group.front()));
  const double lr = rate * group.front()->parameter.rate_scale;
  const double decay = group.front()->parameter.decay ? options_.weight_decay : 0.0;
  at::_foreach_mul_(grads, scale);
  at::_foreach_mul_(m, options_.beta1);
  at::_foreach_add_(m, grads, 1.0 - options_.beta1);
  at::_foreach_mul_(v, options_.beta2);
  at::_foreach_addcmul_(v, grads, grads, 1.0 - options_.beta2);
  auto spread = at::_foreach_sqrt(v);
  at::_foreach_mul_(spread, 1.0 / std::sqrt(c2));
  at::_foreach_add_(spread, options_.eps);
  at::_foreach_mul_(weights, 1.0 - lr * decay);
  at::_foreach_addcdiv_(weights, m, spread, -lr / c1);
  if (ema.empty()) return;
  const double kept = average_kept(options_.ema_decay, steps_);
  at::_foreach_mul_(ema, kept);
  at::_foreach_add_(ema, weights, 1.0 - kept);
}

void AdamW::step_rows(double rate, double scale, const at::Tensor& ids, const at::Tensor& grad) {
  Slot& slot = table_.front();
  const double lr = rate * slot.parameter.rate_scale;
  const auto [c1, c2] = bias_corrections(steps_);
  const at::Tensor before = slot.parameter.value.index_select(0, ids);
  const at::Tensor g = grad * scale;
  const at::Tensor m = slot.m.index_select(0, ids).mul_(options_.beta1).add_(g, 1.0 - options_.beta1);
  const at::Tensor v = slot.v.index_select(0, ids).mul_(options_.beta2).addcmul_(g, g, 1.0 - options_.beta2);
  const at::Tensor after = before - (lr / c1) * m / ((v / c2).sqrt().add_(options_.eps));
  slot.m.index_copy_(0, ids, m);
  slot.v.index_copy_(0, ids, v);
  slot.parameter.value.index_copy_(0, ids, after);
  if (slot.ema.defined()) {
    // The average of a row at rest decays towards its (constant) value: catch up on the steps missed, then take this
    // one.
    const at::Tensor cpu_ids = ids.to(at::kCPU);
    const at::Tensor keep = kept_since(last_touched_.index_select(0, cpu_ids), steps_ - 1).to(before.device());
    const at::Tensor settled = before + (slot.ema.index_select(0, ids) - before) * keep;
    slot.ema.index_copy_(0, ids, after + (settled - after) * average_kept(options_.ema_decay, steps_));
    last_touched_.index_fill_(0, cpu_ids, steps_);
  }
}

at::Tensor AdamW::kept_since(const at::Tensor& touched, std::int64_t until) {
  while (static_cast<std::int64_t>(log_kept_.size()) <= until) {
    const auto step = static_cast<std::int64_t>(log_kept_.size());
    log_kept_.push_back(log_kept_.back() + std::log(average_kept(options_.ema_decay, step)));
  }
  const at::Tensor logs = at::from_blob(log_kept_.data(), {static_cast<std::int64_t>(log_kept_.size())}, at::kDouble);
  const double now = log_kept_[static_cast<std::size_t>(until)];
  return (now - logs.index_select(0, touched)).exp_().to(at::kFloat).unsqueeze(1);
}

void AdamW::settle_row_average() {
  if (table_.empty() || !table_.front().ema.defined()) return;
  Slot& slot = table_.front();
  // Only rows at rest move, so that settling twice changes no bit.
  const at::Tensor resting = (last_touched_ < steps_).nonzero().squeeze(1);
  if (resting.numel() == 0) return;
  const at::Tensor keep = kept_since(last_touched_.index_select(0, resting), steps_).to(slot.ema.device());
  const at::Tensor ids = resting.to(slot.ema.device());
  const at::Tensor value = slot.parameter.value.index_select(0, ids);
  slot.ema.index_copy_(0, ids, value + (slot.ema.index_select(0, ids) - value) * keep);
  last_touched_.fill_(steps_);
}

void AdamW::swap_average() {
  if (options_.ema_decay <= 0) return;
  at::NoGradGuard no_grad;
  settle_row_average();
  for (auto* group : {&slots_, &table_}) {
    for (auto& slot : *group) {
      const at::Tensor held = slot.parameter.value.detach().clone();
      slot.parameter.value.copy_(slot.ema);
      slot.ema.copy_(held);
    }
  }
}

std::vector<std::pair<std::string, at::Tensor>> AdamW::state() const {
  std::vector<std::pair<std::string, at::Tensor>> out;
  for (const auto* group : {&slots_, &table_}) {
    for (const auto& slot : *group) {
      out.emplace_back("adam.m." + slot.parameter.name, slot.m);
      out.emplace_back("adam.v." + slot.parameter.name, slot.v);
      if (slot.ema.defined()) out.emplace_back("adam.ema." + slot.parameter.name, slot.ema);
    }
  }
  out.emplace_back("adam.moved", moved_);
  if (last_touched_.defined()) out.emplace_back("adam.last_touched", last_touched_);
  return out;
}

Result<void> AdamW::load_state(const std::map<std::string, at::Tensor>& tensors, std::int64_t steps) {
  EMO_TRY(restore_tensors(state(), tensors));
  steps_ = steps;
  return {};
}

double warmup_cosine(std::int64_t step, std::int64_t warmup, std::int64_t total, double floor) {
  if (step < warmup) return static_cast<double>(step + 1) / static_cast<double>(warmup);
  const double done = std::min(
      1.0, static_cast<double>(step - warmup) / static_cast<double>(std::max<std::int64_t>(1, total - warmup)));
  return floor + (1.0 - floor) * 0.5 * (1.0 + std::cos(M_PI * done));
}

}  // namespace emo::train
