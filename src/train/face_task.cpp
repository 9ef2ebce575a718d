// One step and one judgement of face training: which parameters, which batch, which loss, which scores. The loop around
// it is training_loop's; batches and optimiser live in their own units.
#include "train/face_task.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>
#include <utility>

#include "train/derived_seeds.hpp"
#include "train/sgd.hpp"

namespace emo::train {
namespace {

constexpr std::size_t kJudgedAtOnce = 256;
constexpr double kAdamBeta2 = 0.999, kAdamEpsilon = 1e-8;

// Frequencies of what is learnt: a row counts as often as it is drawn.
std::vector<ClassPrior> priors_of(const FaceTrainConfig& config, const FaceDataset& data, at::Device device) {
  const auto copies = expected_copies(config, data);
  std::vector<ClassPrior> priors;
  for (std::size_t h = 0; h < config.heads.size(); ++h) {
    const auto mass = class_mass(data, copies, h, config.heads[h].labels.size());
    const at::Tensor counts = tensor_of(std::span<const double>(mass), static_cast<std::int64_t>(mass.size()));
    priors.push_back(class_prior(config.heads[h], counts.to(at::kFloat)).to(device));
  }
  return priors;
}

std::unique_ptr<Optimizer> make_optimizer(ImageModule& module, const FaceTrainConfig& config) {
  auto parameters = optimized_parameters(module, config);
  if (config.optimizer == OptimizerKind::kAdamW) {
    AdamWOptions options;
    options.beta2 = kAdamBeta2;
    options.eps = kAdamEpsilon;
    options.weight_decay = config.weight_decay;
    options.clip_norm = config.clip_norm;
    return std::make_unique<AdamW>(std::move(parameters), options);
  }
  return std::make_unique<NesterovSgd>(std::move(parameters),
                                       SgdOptions{config.momentum, config.weight_decay, config.clip_norm});
}

NamedTensors all_tensors(ImageModule& module) {
  NamedTensors out = module.parameters();
  for (const auto& item : module.statistics()) out.push_back(item);
  return out;
}

/// For each layer the one whose map tells where it belongs: itself, but for what computes the factors of another map
/// (the small branch of a multiplication, back to where that branch has lost its pixels), which belongs where that map
/// does.
std::vector<std::size_t> gated_maps(const core::ImageNetwork& network, const std::vector<core::MapShape>& shapes) {
  std::vector<std::size_t> place(network.layers.size());
  std::iota(place.begin(), place.end(), std::size_t{0});
  const auto pixels = [&](int layer) {
    const auto& shape = shapes[static_cast<std::size_t>(layer)];
    return shape.height * shape.width;
  };
  for (const auto& layer : network.layers) {
    if (layer.kind != core::LayerKind::kMultiply) continue;
    int map = layer.inputs[0], gate = layer.inputs[1];
    if (map == core::kImage || gate == core::kImage || pixels(map) == pixels(gate)) continue;
    if (pixels(map) < pixels(gate)) std::swap(map, gate);
    const std::int64_t small = pixels(gate);
    while (gate != core::kImage && pixels(gate) == small) {
      place[static_cast<std::size_t>(gate)] = static_cast<std::size_t>(map);
      gate = network.layers[static_cast<std::size_t>(gate)].inputs.front();
    }
  }
  return place;
}

double select(Selection selection, const FaceScore& score) {
  if (selection == Selection::kLoss) return std::exp(-score.loss);
  if (selection == Selection::kCalibratedLoss) return std::exp(-score.calibrated_loss);
  return selection == Selection::kAccuracy ? score.accuracy : score.macro_f1;
}

}  // namespace

std::vector<std::size_t> stages_from_output(const core::ImageNetwork& network) {
  const auto shapes = core::shapes_of(network, network.height, network.width);
  EMO_ASSERT(shapes.has_value());
  const std::vector<std::size_t> place = gated_maps(network, *shapes);
  const auto size_at = [&](std::size_t i) { return (*shapes)[i].height * (*shapes)[i].width; };
  std::set<std::int64_t> sizes;
  for (std::size_t i = 0; i < shapes->size(); ++i) {
    if (network.layers[i].kind == core::LayerKind::kConv) sizes.insert(size_at(place[i]));
  }
  std::vector<std::size_t> stages;
  for (std::size_t i = 0; i < shapes->size(); ++i) {
    const auto size = sizes.lower_bound(size_at(place[i]));
    stages.push_back(static_cast<std::size_t>(std::distance(sizes.begin(), size)));
  }
  return stages;
}

std::vector<OptimizedParameter> optimized_parameters(ImageModule& module, const FaceTrainConfig& config) {
  const auto& network = module.network();
  const auto stages = stages_from_output(network);
  std::vector<OptimizedParameter> out;
  for (auto& [name, value] : module.parameters()) {
    OptimizedParameter parameter{name, value, 1.0, value.dim() > 1 && !name.ends_with(".bias")};
    if (name.starts_with("heads.")) parameter.rate_scale = config.head_rate_scale;
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
      if (!name.starts_with(network.layers[i].name + ".")) continue;
      if (network.layers[i].kind == core::LayerKind::kPosition) parameter.decay = false;
      parameter.rate_scale = std::pow(config.stage_decay, static_cast<double>(stages[i]));
    }
    out.push_back(std::move(parameter));
  }
  return out;
}

FaceTask::FaceTask(const FaceTrainConfig& config, const FaceDataset& data, ImageModule& module,
                   TeacherNetworks teachers)
    : config_(config),
      data_(data),
      module_(module),
      stages_(stages_from_output(module.network())),
      priors_(priors_of(config, data, module.device())),
      optimizer_(make_optimizer(module, config)),
      average_(all_tensors(module), config.ema),
      teachers_(std::move(teachers)) {}

NamedTensors FaceTask::weights() {
  return all_tensors(module_);
}

NamedTensors FaceTask::optimizer_state() {
  NamedTensors out = optimizer_->state();
  for (auto& item : average_.state()) out.push_back(std::move(item));
  return out;
}

Result<void> FaceTask::load_optimizer_state(const std::map<std::string, at::Tensor>& tensors, std::int64_t steps) {
  EMO_TRY(optimizer_->load_state(tensors, steps));
  return average_.load_state(tensors, steps);
}

// Only the heads at first; then everything, or one stage after the other from the output on.
void FaceTask::freeze_for(double progress) {
  if (config_.freeze <= 0) return;
  const std::size_t last = *std::max_element(stages_.begin(), stages_.end());
  std::size_t open = last + 1;  // stages that are trained
  if (progress < config_.freeze) {
    open = 0;
  } else if (config_.gradual) {
    const double passed = (progress - config_.freeze) / config_.freeze;
    open = 1 + static_cast<std::size_t>(passed * static_cast<double>(last + 1));
  }
  if (open == open_stages_) return;
  open_stages_ = open;
  std::vector<bool> frozen;
  for (const auto stage : stages_) frozen.push_back(stage >= open);
  module_.set_frozen(std::move(frozen));
}

std::vector<std::int64_t> FaceTask::start_epoch(std::int64_t epoch, double progress) {
  ahead_.reset();
  batches_ = face_epoch(config_, data_, epoch);
  progress_ = progress;
  hits_ = counted_ = 0;
  freeze_for(progress);
  std::vector<std::int64_t> sizes;
  for (const auto& batch : batches_) sizes.push_back(static_cast<std::int64_t>(batch.size()));
  if (!module_.device().is_cpu()) {
    ahead_ = std::make_unique<BatchAhead>(batches_.size(), at::get_num_threads(),
                                          [this, epoch](std::size_t i) { return batch_of(epoch, i); });
  }
  return sizes;
}

FaceBatch FaceTask::batch_of(std::int64_t epoch, std::size_t index) const {
  const double progress = progress_;
  FaceBatch batch = training_batch(config_, data_, batches_[index], side_at(config_, progress), progress,
                                   step_seed(config_.seed, epoch, index));
  batch.images = batch.images.to(module_.device());
  if (batch.unspoilt.defined()) batch.unspoilt = batch.unspoilt.to(module_.device());
  return batch;
}

at::Tensor FaceTask::loss_of(const FaceBatch& batch, const std::vector<at::Tensor>& logits) const {
  at::Tensor total = at::zeros({}, logits.front().options());
  const auto rows = static_cast<double>(batch.images.size(0));
  for (std::size_t h = 0; h < logits.size(); ++h) {
    const auto& plan = config_.heads[h];
    const at::Tensor labelled = batch.targets[h].sum(1).gt(0).nonzero().squeeze(1);
    const bool taught = batch.teacher[h].defined();
    const double imitate = taught ? config_.distill_weight : 0.0;
    if (labelled.numel() > 0) {
      const at::Tensor rows_of_head = labelled.to(logits[h].device());
      const double share = static_cast<double>(labelled.numel()) / rows;
      total = total + plan.weight * (1.0 - imitate) * share *
                          head_loss(plan, priors_[h], logits[h].index_select(0, rows_of_head),
                                    batch.targets[h].index_select(0, labelled).to(logits[h].device()));
    }
    if (taught) {
      total = total + plan.weight * imitate *
                          distillation_loss(plan, logits[h], batch.teacher[h].to(logits[h].device()),
                                            config_.distill_temperature);
    }
  }
  return total;
}

void FaceTask::count_hits(const FaceBatch& batch, const std::vector<at::Tensor>& logits) {
  if (batch.mixed) return;
  const at::NoGradGuard no_grad;
  const at::Tensor labelled = batch.targets.front().sum(1).gt(0);
  const at::Tensor right = logits.front().argmax(1).cpu().eq(batch.targets.front().argmax(1)).logical_and(labelled);
  hits_ += right.sum().item<double>();
  counted_ += labelled.sum().item<double>();
}

// Sharpness-aware minimisation (Foret et al. 2021): the gradient is taken where the loss is worst nearby.
void FaceTask::perturb(double radius) {
  const at::NoGradGuard no_grad;
  double square = 0;
  for (auto& [name, value] : module_.parameters()) {
    if (value.grad().defined()) square += value.grad().pow(2).sum().item<double>();
  }
  const double scale = radius / (std::sqrt(square) + 1e-12);
  for (auto& [name, value] : module_.parameters()) {
    if (!value.grad().defined()) continue;
    perturbations_.emplace_back(value, value.grad() * scale);
    value.add_(perturbations_.back().second);
    value.mutable_grad() = at::Tensor();
  }
}

void FaceTask::restore() {
  const at::NoGradGuard no_grad;
  for (auto& [value, added] : perturbations_) value.sub_(added);
  perturbations_.clear();
}

StepOutcome FaceTask::train_step(const LoopStep& step) {
  const auto seed = step_seed(config_.seed, step.epoch, step.batch);
  progress_ = step.progress;
  freeze_for(step.progress);
  FaceBatch batch = ahead_ ? ahead_->take() : batch_of(step.epoch, step.batch);
  if (batch.unspoilt.defined()) teachers_.answer(batch);
  const at::Tensor& images = batch.images;
  at::manual_seed(seed);
  const auto logits = module_.forward(images, true, config_.precision);
  at::Tensor loss = loss_of(batch, logits);
  loss.backward();
  StepOutcome out{loss.item<double>(), 0};
  out.gradient_norm = out.loss;
  if (!std::isfinite(out.loss)) return out;
  count_hits(batch, logits);
  if (config_.optimizer == OptimizerKind::kSam) {
    perturb(config_.sam_radius);
    at::manual_seed(seed);
    loss_of(batch, module_.forward_perturbed(images, config_.precision)).backward();
    restore();
  }
  out.gradient_norm = optimizer_->step(step.rate);
  average_.update();
  return out;
}

HeadLogits FaceTask::logits_of(const std::vector<FaceExample>& examples) {
  const at::NoGradGuard no_grad;
  HeadLogits out(config_.heads.size());
  const std::size_t most = images_at_once(kJudgedAtOnce, module_.network().height);
  for (std::size_t first = 0; first < examples.size(); first += most) {
    const std::size_t count = std::min(most, examples.size() - first);
    const at::Tensor images = plain_batch(data_, examples, first, count, module_.network().height, false);
    const auto logits = module_.forward(images.to(module_.device()), false);
    for (std::size_t h = 0; h < logits.size(); ++h) {
      const auto values = values_of(logits[h]);
      out[h].insert(out[h].end(), values.begin(), values.end());
    }
  }
  return out;
}

EpochFigures FaceTask::evaluate(const EpochSummary& trained) {
  const auto logits = logits_of(data_.dev);
  std::vector<FaceScore> scores;
  for (std::size_t h = 0; h < config_.heads.size(); ++h) {
    scores.push_back(score_faces(data_.dev, h, config_.heads[h].labels.size(), logits[h]));
  }
  EpochFigures figures{{"epoch", static_cast<double>(trained.epoch)},
                       {"seconds", trained.seconds},
                       {"learning_rate", trained.rate},
                       {"side", static_cast<double>(side_at(config_, progress_))},
                       {"train_loss", trained.loss},
                       // of no row where every batch was mixed
                       {"train_accuracy", counted_ > 0 ? hits_ / counted_ : std::numeric_limits<double>::quiet_NaN()},
                       {"dev_loss", scores.front().loss},
                       {"dev_calibrated_loss", scores.front().calibrated_target_loss},
                       {"dev_accuracy", scores.front().accuracy},
                       {"dev_macro_f1", scores.front().macro_f1},
                       {"dev_balanced_accuracy", scores.front().balanced_accuracy}};
  for (std::size_t h = 1; h < scores.size(); ++h) {
    if (scores[h].rows == 0) continue;  // nothing judges it
    const auto& name = config_.heads[h].name;
    figures.emplace_back(name + "_dev_loss", scores[h].loss);
    figures.emplace_back(name + "_dev_calibrated_loss", scores[h].calibrated_target_loss);
    figures.emplace_back(name + "_dev_accuracy", scores[h].accuracy);
    figures.emplace_back(name + "_dev_macro_f1", scores[h].macro_f1);
  }
  row_losses_ = config_.select == Selection::kCalibratedLoss ? scores.front().row_losses : std::vector<double>();
  figures.emplace_back(kDevScore, select(config_.select, scores.front()));
  return figures;
}

}  // namespace emo::train
