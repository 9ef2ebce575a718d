// Gathers the labelled rows of a batch of texts for each head. The losses themselves are in losses.cpp; faces, whose
// rows nearly all have every label, do this in face_task.cpp.
#include "train/text_batch_loss.hpp"

#include <span>
#include <utility>

namespace emo::train {
namespace {

// Rows of a batch that carry values for one head.
struct LabelledRows {
  std::vector<std::int64_t> rows;
  std::vector<float> values;

  void add(std::size_t row, const std::vector<float>& target) {
    if (target.empty()) return;
    rows.push_back(static_cast<std::int64_t>(row));
    values.insert(values.end(), target.begin(), target.end());
  }
  [[nodiscard]] std::int64_t count() const { return static_cast<std::int64_t>(rows.size()); }
  [[nodiscard]] at::Tensor pick(const at::Tensor& logits) const {
    return logits.index_select(0, tensor_of(std::span<const std::int64_t>(rows), count()).to(logits.device()));
  }
  [[nodiscard]] at::Tensor targets(at::Device device) const {
    return tensor_of(std::span<const float>(values), static_cast<std::int64_t>(values.size()))
        .view({count(), -1})
        .to(device);
  }
};

}  // namespace

std::vector<ClassPrior> class_priors(const TextTrainConfig& config, const std::vector<TextExample>& examples,
                                     at::Device device) {
  std::vector<ClassPrior> priors;
  for (std::size_t h = 0; h < config.heads.size(); ++h) {
    std::vector<double> mass(config.heads[h].labels.size(), 0.0);
    for (const auto& example : examples) {
      const double repeat = config.sources[example.source].repeat;
      const auto& target = example.targets[h];
      for (std::size_t k = 0; k < target.size(); ++k) mass[k] += repeat * static_cast<double>(target[k]);
    }
    const at::Tensor counts = tensor_of(std::span<const double>(mass), static_cast<std::int64_t>(mass.size()));
    priors.push_back(class_prior(config.heads[h], counts.to(at::kFloat)).to(device));
  }
  return priors;
}

BatchLoss batch_loss(const TextTrainConfig& config, const std::vector<ClassPrior>& priors,
                     const std::vector<TextExample>& examples, const std::vector<std::size_t>& members,
                     const std::vector<at::Tensor>& logits) {
  const at::Device device = logits.front().device();
  BatchLoss out{at::zeros({}, at::TensorOptions().device(device)), std::vector<double>(config.heads.size(), 0.0)};
  const auto rows = static_cast<double>(members.size());
  for (std::size_t h = 0; h < config.heads.size(); ++h) {
    LabelledRows untaught, gold_of_taught, taught;
    for (std::size_t b = 0; b < members.size(); ++b) {
      const auto& example = examples[members[b]];
      (example.is_taught(h) ? gold_of_taught : untaught).add(b, example.targets[h]);
      if (example.is_taught(h)) taught.add(b, example.teacher[h]);
    }
    const auto& plan = config.heads[h];
    const double imitate = config.distill_weight;
    at::Tensor loss = at::zeros({}, out.total.options());
    for (const auto& [gold, weight] : {std::pair(&untaught, 1.0), {&gold_of_taught, 1.0 - imitate}}) {
      if (gold->rows.empty()) continue;
      loss = loss + weight * (static_cast<double>(gold->count()) / rows) *
                        head_loss(plan, priors[h], gold->pick(logits[h]), gold->targets(device));
    }
    if (imitate > 0 && !taught.rows.empty()) {
      loss = loss +
             imitate * (static_cast<double>(taught.count()) / rows) *
                 distillation_loss(plan, taught.pick(logits[h]), taught.targets(device), config.distill_temperature);
    }
    out.heads[h] = loss.item<double>();
    out.total = out.total + plan.weight * loss;
  }
  return out;
}

}  // namespace emo::train
