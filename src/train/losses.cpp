// The arithmetic of the losses of one head. Reduction over heads and rows without labels is the trainer's business
// (text_batch_loss.cpp for texts, face_task.cpp for faces).
#include "train/losses.hpp"

namespace emo::train {

ClassPrior class_prior(const HeadPlan& plan, const at::Tensor& mass) {
  ClassPrior prior;
  const at::Tensor share = (mass + 1e-6) / (mass.sum() + 1e-6);
  // A class that nobody saw has no rarity: its share of next to nothing would outweigh all that is learnt.
  const auto of_seen = [&](const at::Tensor& values) { return at::where(mass > 0, values, at::zeros_like(values)); };
  if (plan.class_balance > 0) {
    const at::Tensor raw = of_seen(share.pow(-plan.class_balance));
    prior.weights = raw / (raw * share).sum().clamp_min(1e-12);
  }
  if (plan.logit_adjustment > 0) prior.log_prior = plan.logit_adjustment * of_seen(share.log());
  return prior;
}

namespace {

// share ^ gamma. Below an exponent of 1 the slope at 0 is infinite, which makes no gradient.
at::Tensor focused(const at::Tensor& share, double gamma) {
  return at::pow(gamma < 1 ? share.clamp_min(1e-6) : share, gamma);
}

}  // namespace

at::Tensor head_loss(const HeadPlan& plan, const ClassPrior& prior, const at::Tensor& logits,
                     const at::Tensor& targets) {
  const double k = static_cast<double>(logits.size(1)), smoothing = plan.label_smoothing;
  // What smoothing adds stands in every row and has no class's weight: that of a rare class would add up to more than
  // its own rows do.
  const at::Tensor weighted = prior.weights.defined() ? targets * prior.weights : targets;
  if (plan.activation == core::HeadActivation::kSoftmax) {
    const at::Tensor z = prior.log_prior.defined() ? logits + prior.log_prior : logits;
    const at::Tensor log_p = at::log_softmax(z, 1);
    at::Tensor t = weighted * (1.0 - smoothing);
    t = prior.weights.defined() ? t + weighted.sum(1, true) * (smoothing / k) : t + smoothing / k;
    if (plan.loss == Loss::kFocal) return -(t * focused(1.0 - log_p.exp(), plan.gamma_negative) * log_p).sum(1).mean();
    return -(t * log_p).sum(1).mean();
  }
  const at::Tensor t = targets * (1.0 - smoothing) + smoothing / 2.0;
  at::Tensor positive = (weighted * (1.0 - smoothing) + smoothing / 2.0) * at::log_sigmoid(logits);
  at::Tensor negative;
  if (plan.loss == Loss::kBinary) {
    negative = (1.0 - t) * at::log_sigmoid(-logits);
  } else {
    const at::Tensor p = at::sigmoid(logits);
    const double gamma_positive = plan.loss == Loss::kFocal ? plan.gamma_negative : plan.gamma_positive;
    const at::Tensor shifted = plan.loss == Loss::kAsymmetric && plan.clip > 0 ? (p - plan.clip).clamp_min(0.0) : p;
    if (gamma_positive > 0) positive = positive * focused(1.0 - p, gamma_positive);
    // Without a clip a sure wrong yes, whose p rounds to 1, is unlearnt by its logit. With one it has no slope, which
    // is that loss's own.
    const at::Tensor log_no = shifted.is_same(p) ? at::log_sigmoid(-logits) : at::log((1.0 - shifted).clamp_min(1e-8));
    negative = (1.0 - t) * focused(shifted, plan.gamma_negative) * log_no;
  }
  return -(positive + negative).sum(1).mean();
}

at::Tensor distillation_loss(const HeadPlan& plan, const at::Tensor& logits, const at::Tensor& teacher,
                             double temperature) {
  const at::Tensor z = logits / temperature;
  const double square = temperature * temperature;
  if (plan.activation == core::HeadActivation::kSoftmax) {
    at::Tensor soft = at::log(teacher.clamp_min(1e-8)) / temperature;
    soft = at::softmax(soft, 1);
    return -(soft * at::log_softmax(z, 1)).sum(1).mean() * square;
  }
  const at::Tensor clamped = teacher.clamp(1e-6, 1.0 - 1e-6);
  const at::Tensor soft = at::sigmoid(at::log(clamped / (1.0 - clamped)) / temperature);
  return -(soft * at::log_sigmoid(z) + (1.0 - soft) * at::log_sigmoid(-z)).sum(1).mean() * square;
}

}  // namespace emo::train
