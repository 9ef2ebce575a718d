// One step and one judgement of text training. The loop around it is training_loop's; losses, batches and optimiser
// live in their own units.
#include "train/text_trainer.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

#include "core/number_words.hpp"
#include "train/data_digest.hpp"
#include "train/derived_seeds.hpp"
#include "train/head_columns.hpp"
#include "train/machine.hpp"
#include "train/start_mixture.hpp"
#include "train/text_teachers.hpp"

namespace emo::train {
namespace {

constexpr const char* kWordTable = "embeddings.word";

// Rate of what lies below all layers.
double embedding_scale(const TextNetwork& network, const TextTrainConfig& config) {
  return std::pow(config.layer_decay, static_cast<double>(network.architecture().encoder.layers));
}

LoopPlan loop_plan(const TextTrainConfig& config, const TextDataset& data, const TextStart& start) {
  LoopPlan plan;
  std::vector<std::uint64_t> learnt;
  for (const auto& example : data.train) learnt.push_back(example.row);
  plan.data_sha256 = data_digest(data.provenance, learnt);
  plan.models_sha256 = start.models_sha256;
  plan.epochs = config.epochs;
  plan.learning_rate = config.learning_rate;
  plan.rate_floor = config.rate_floor;
  plan.warmup = config.warmup;
  plan.patience = config.patience;
  plan.start_counts = start.carried.size() == config.heads.size();
  return plan;
}

Frozen frozen(const TextTrainConfig& config) {
  if (config.freeze_encoder) return Frozen::kEncoder;
  return config.freeze_words ? Frozen::kWords : Frozen::kNothing;
}

}  // namespace

TextEncoderInput encoder_input(const TextTrainConfig& config, const TextStart& start) {
  return {*start.tokenizer, config.normalizer_version,
          std::min(config.max_tokens, start.architecture.encoder.max_tokens())};
}

io::TextPreprocess served_preprocess(const TextTrainConfig& config, const TextStart& start) {
  constexpr std::int64_t kMaxWindow = 256;
  io::TextPreprocess preprocess;
  preprocess.normalizer_version = static_cast<int>(config.normalizer_version);
  preprocess.max_tokens = std::min(kMaxWindow, start.architecture.encoder.max_tokens());
  preprocess.stride = io::usual_stride(preprocess.max_tokens);
  return preprocess;
}

std::vector<OptimizedParameter> optimized_parameters(TextNetwork& network, const TextTrainConfig& config) {
  const std::int64_t layers = network.architecture().encoder.layers;
  std::vector<OptimizedParameter> out;
  for (auto& [name, value] : network.parameters()) {
    if (name == kWordTable) continue;
    if (config.freeze_encoder && !name.starts_with("heads.")) continue;
    OptimizedParameter parameter{name, value, 1.0, value.dim() > 1};
    if (name.starts_with("heads.")) {
      parameter.rate_scale = config.head_rate_scale;
    } else if (name.starts_with("layers.")) {
      const std::int64_t layer = std::stoll(name.substr(7));
      parameter.rate_scale = std::pow(config.layer_decay, static_cast<double>(layers - 1 - layer));
    } else {
      parameter.rate_scale = embedding_scale(network, config);
      parameter.decay = false;
    }
    out.push_back(std::move(parameter));
  }
  return out;
}

TextTrainer::TextTrainer(TextTrainConfig config, TextDataset data, TextStart start, RunFolder folder,
                         TrainingObserver& observer)
    : config_(std::move(config)),
      data_(std::move(data)),
      start_(std::move(start)),
      observer_(observer),
      network_(start_.architecture, static_cast<std::uint64_t>(config_.seed), best_device()),
      input_(encoder_input(config_, start_)),
      dev_{windows_of(data_.dev, *start_.tokenizer, served_preprocess(config_, start_)), {}},
      priors_(class_priors(config_, data_.train, network_.device())),
      head_loss_(config_.heads.size(), 0.0),
      head_rows_(config_.heads.size(), 0.0),
      seen_(config_.heads.size()),
      loop_(loop_plan(config_, data_, start_), *this, std::move(folder), observer) {}

void TextTrainer::make_optimizer() {
  AdamWOptions options;
  options.weight_decay = config_.weight_decay;
  options.clip_norm = config_.clip_norm;
  options.ema_decay = config_.ema;
  optimizer_ = std::make_unique<AdamW>(optimized_parameters(network_, config_), options);
  if (frozen(config_) != Frozen::kNothing) return;
  optimizer_->add_rows({kWordTable, network_.parameter(kWordTable), embedding_scale(network_, config_), false});
}

Result<void> TextTrainer::load_optimizer_state(const std::map<std::string, at::Tensor>& tensors, std::int64_t steps) {
  make_optimizer();
  return optimizer_->load_state(tensors, steps);
}

Result<void> TextTrainer::begin() {
  EMO_ASSIGN(const auto taken, network_.assign(start_.weights));
  observer_.on_message("start: " + start_.base_weights + " (" + std::to_string(taken) + " tensors), " +
                       core::counted(data_.train.size(), "training row", "training rows") + ", " +
                       core::counted(data_.dev.size(), "development row", "development rows") + ", " +
                       (data_.test.empty() ? "" : core::grouped(data_.test.size()) + " for the test, ") +
                       core::counted(data_.dropped + data_.rejected.size(), "row", "rows") + " left out");
  for (const auto& line : start_.told) observer_.on_message(line);
  for (const auto& line : start_.carried) observer_.on_message(line);
  for (const auto& line : start_.fresh) observer_.on_message(line);
  tell_machine(network_.device(), config_.precision, observer_);
  make_optimizer();
  return {};
}

Result<void> TextTrainer::run(int threads) {
  if (!optimizer_) EMO_TRY(begin());
  start_.weights.clear();
  EMO_TRY(loop_.run([&] { return add_text_teachers(config_, threads, data_, observer_); }));
  const bool trained = !loop_.was_interrupted() && loop_.state().best_epoch > 0;
  return trained && !config_.start_shares.empty() ? mix_in_start() : Result<void>{};
}

Result<void> TextTrainer::mix_in_start() {
  TensorValues trained;
  for (const auto& [name, value] : network_.parameters()) trained[name] = values_of(value);
  const auto put = [this](const TensorValues& values) -> Result<void> {
    EMO_TRY(network_.assign(values));
    return {};
  };
  const auto dev_loss = [this] { return mean_calibrated_loss(dev_scores()); };
  EMO_ASSIGN(mixture_, mix_with_start(config_.start_shares, start_.shared, trained, {put, dev_loss}));
  observer_.on_message("exporting " + mixture_);
  return {};
}

std::vector<std::int64_t> TextTrainer::start_epoch(std::int64_t epoch, double) {
  batches_ = epoch_batches(data_, config_, input_, epoch);
  head_loss_.assign(config_.heads.size(), 0.0);
  head_rows_.assign(config_.heads.size(), 0.0);
  seen_.assign(config_.heads.size(), {});
  std::vector<std::int64_t> rows;
  for (const auto& batch : batches_) rows.push_back(static_cast<std::int64_t>(batch.examples.size()));
  return rows;
}

StepOutcome TextTrainer::train_step(const LoopStep& step) {
  const TextBatch& batch = batches_[step.batch];
  const auto seed = static_cast<std::uint32_t>(step_seed(config_.seed, step.epoch, step.batch));
  at::manual_seed(seed);
  const auto output = network_.forward(batch.packed, config_.dropout, seed, frozen(config_), config_.precision);
  BatchLoss loss = batch_loss(config_, priors_, data_.train, batch.examples, output.logits);
  // Rows without labels alone teach nothing where no teacher spoke of them, because asking it was interrupted.
  if (!loss.total.requires_grad()) return {};
  loss.total.backward();
  StepOutcome out{loss.total.item<double>(), 0};
  out.gradient_norm = out.loss;
  if (!std::isfinite(out.loss)) return out;
  out.gradient_norm =
      optimizer_->step(step.rate, output.word_ids, output.word_rows.defined() ? output.word_rows.grad() : at::Tensor());
  const auto rows = static_cast<double>(batch.examples.size());
  for (std::size_t h = 0; h < head_loss_.size(); ++h) {
    head_loss_[h] += loss.heads[h] * rows;
    const auto logits = values_of(output.logits[h]);
    const std::size_t classes = config_.heads[h].labels.size();
    for (std::size_t i = 0; i < batch.examples.size(); ++i) {
      const auto& example = data_.train[batch.examples[i]];
      add_labelled(example, h, std::span(logits).subspan(i * classes, classes), seen_[h]);
      if (!example.targets[h].empty() || example.is_taught(h)) head_rows_[h] += 1;
    }
  }
  return out;
}

std::vector<HeadScore> TextTrainer::dev_scores() {
  at::NoGradGuard no_grad;
  dev_.logits.clear();
  for (const auto& batch : plain_batches(dev_.windows.ids, config_.tokens_per_batch * 2)) {
    const auto output = network_.forward(batch.packed, 0.0, 0, Frozen::kWords);
    const auto values = values_of(at::cat(output.logits, 1));
    dev_.logits.insert(dev_.logits.end(), values.begin(), values.end());
  }
  std::vector<io::HeadManifest> heads;
  for (const auto& head : config_.heads) heads.push_back(manifest_of(head));
  const std::size_t texts = data_.dev.size();
  const auto logits = split_heads(heads, joined_windows(dev_, heads, texts), texts);
  std::vector<HeadScore> scores;
  for (std::size_t h = 0; h < logits.size(); ++h) {
    scores.push_back(
        score_head(config_.heads[h], labelled_outputs(data_.dev, h, logits[h], config_.heads[h].labels.size())));
  }
  return scores;
}

EpochFigures TextTrainer::evaluate(const EpochSummary& trained) {
  const auto scores = dev_scores();
  double sum_of_scores = 0, judged = 0;
  EpochFigures figures{{"epoch", static_cast<double>(trained.epoch)},
                       {"seconds", trained.seconds},
                       {"train_loss", trained.loss},
                       {"learning_rate", trained.rate}};
  for (std::size_t h = 0; h < scores.size(); ++h) {
    const auto& name = config_.heads[h].name;
    figures.emplace_back(name + "_train_loss", head_loss_[h] / std::max(1.0, head_rows_[h]));
    figures.emplace_back(name + "_train_macro_f1", macro_f1_of(config_.heads[h], seen_[h]));
    if (scores[h].row_losses.empty()) continue;  // nothing judges it
    figures.emplace_back(name + "_dev_loss", scores[h].loss);
    figures.emplace_back(name + "_dev_macro_f1", scores[h].macro_f1);
    figures.emplace_back(name + "_dev_calibrated_loss", scores[h].calibrated_row_loss);
    sum_of_scores += scores[h].macro_f1;
    judged += 1;
  }
  double score = judged > 0 ? sum_of_scores / judged : 0.0;
  row_losses_.clear();
  if (config_.select == TextSelection::kCalibratedLoss) {
    row_losses_ = mean_row_losses(data_.dev, scores);
    const double sum = std::accumulate(row_losses_.begin(), row_losses_.end(), 0.0);
    score = std::exp(-sum / static_cast<double>(std::max<std::size_t>(1, row_losses_.size())));
  }
  figures.emplace_back(kDevScore, score);
  return figures;
}

}  // namespace emo::train
