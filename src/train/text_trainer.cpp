// The training loop. Losses, batches, optimiser and files live in their own units.
#include "train/text_trainer.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <utility>

#include "io/json.hpp"
#include "train/checkpoint_file.hpp"

namespace emo::train {
namespace {

constexpr const char* kWordTable = "embeddings.word";
constexpr double kScheduleResolution = 1e6;  // steps of the rate schedule per epoch

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

at::Device best_device() {
  return at::hasCUDA() ? at::Device(at::kCUDA) : at::Device(at::kCPU);
}

// Rate of what lies below all layers.
double embedding_scale(const TextNetwork& network, const TextTrainConfig& config) {
  return std::pow(config.layer_decay, static_cast<double>(network.architecture().encoder.layers));
}

Frozen frozen(const TextTrainConfig& config) {
  if (config.freeze_encoder) return Frozen::kEncoder;
  return config.freeze_words ? Frozen::kWords : Frozen::kNothing;
}

}  // namespace

std::vector<OptimizedParameter> optimized_parameters(TextNetwork& network, const TextTrainConfig& config) {
  const std::int64_t layers = network.architecture().encoder.layers;
  std::vector<OptimizedParameter> out;
  for (auto& [name, value] : network.parameters()) {
    if (name == kWordTable) continue;
    if (config.freeze_encoder && name.rfind("heads.", 0) != 0) continue;
    OptimizedParameter parameter{name, value, 1.0, value.dim() > 1};
    if (name.rfind("heads.", 0) == 0) {
      parameter.rate_scale = config.head_rate_scale;
    } else if (name.rfind("layers.", 0) == 0) {
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
      folder_(std::move(folder)),
      observer_(observer),
      network_(start_.architecture, static_cast<std::uint64_t>(config_.seed), best_device()),
      input_(*start_.tokenizer, config_.normalizer_version,
             std::min(config_.max_tokens, start_.architecture.encoder.max_tokens())),
      priors_(class_priors(config_, data_.train, network_.device())) {}

void TextTrainer::make_optimizer() {
  AdamWOptions options;
  options.weight_decay = config_.weight_decay;
  options.clip_norm = config_.clip_norm;
  options.ema_decay = config_.ema;
  optimizer_ = std::make_unique<AdamW>(optimized_parameters(network_, config_), options);
  if (frozen(config_) != Frozen::kNothing) return;
  optimizer_->add_rows({kWordTable, network_.parameter(kWordTable), embedding_scale(network_, config_), false});
}

Result<void> TextTrainer::load_weights(const std::string& path, const std::map<std::string, at::Tensor>& tensors) {
  at::NoGradGuard no_grad;
  for (auto& [name, parameter] : network_.parameters()) {
    const auto found = tensors.find(name);
    if (found == tensors.end() || found->second.sizes() != parameter.sizes()) {
      return Error{ErrorCode::kInvalidData,
                   path + " does not fit this run: tensor '" + name + "' is missing or has another shape"};
    }
    parameter.copy_(found->second);
  }
  return {};
}

Result<void> TextTrainer::resume() {
  const std::string path = folder_.last_checkpoint();
  if (!std::filesystem::exists(path)) {
    observer_.on_message("no epoch was finished: starting over");
    return folder_.truncate_log(0);
  }
  EMO_ASSIGN(const auto checkpoint, load_checkpoint_file(path));
  EMO_TRY(load_weights(path, checkpoint.tensors));
  EMO_ASSIGN(state_, parse_training_state(checkpoint.note, path));
  make_optimizer();
  if (auto loaded = optimizer_->load_state(checkpoint.tensors, state_.optimizer_steps); !loaded) {
    return loaded.error().at(path);
  }
  return folder_.truncate_log(state_.epoch);
}

Result<void> TextTrainer::begin() {
  EMO_ASSIGN(const auto taken, network_.assign(start_.weights));
  observer_.on_message("start: " + start_.base_weights + " (" + std::to_string(taken) + " tensors), " +
                       std::to_string(data_.train.size()) + " training rows, " + std::to_string(data_.dev.size()) +
                       " development rows, " + std::to_string(data_.dropped) + " rows left out");
  make_optimizer();
  return {};
}

bool TextTrainer::out_of_patience() const {
  return config_.patience > 0 && state_.epoch - state_.best_epoch >= config_.patience;
}

Result<void> TextTrainer::run() {
  if (!optimizer_) EMO_TRY(begin());
  start_.weights.clear();
  while (state_.epoch < config_.epochs && !out_of_patience()) {
    EMO_ASSIGN(const auto trained, train_epoch());
    if (interrupted_) return {};
    EMO_TRY(finish_epoch(trained));
    if (out_of_patience()) {
      observer_.on_message("no better development score for " + std::to_string(config_.patience) + " epochs: stopping");
    }
  }
  EMO_ASSIGN(const auto best, load_checkpoint_file(folder_.best_checkpoint()));
  return load_weights(folder_.best_checkpoint(), best.tensors);
}

double TextTrainer::rate_at(double epochs_done) const {
  const double warmup = config_.warmup * static_cast<double>(config_.epochs) * kScheduleResolution;
  return config_.learning_rate * warmup_cosine(static_cast<std::int64_t>(epochs_done * kScheduleResolution),
                                               static_cast<std::int64_t>(warmup) + 1,
                                               config_.epochs * static_cast<std::int64_t>(kScheduleResolution),
                                               config_.rate_floor);
}

Result<TextTrainer::StepLoss> TextTrainer::train_step(const TextBatch& batch, std::int64_t step, double epochs_done) {
  const auto seed = static_cast<std::uint32_t>(config_.seed * 7919 + state_.epoch * 104729 + step);
  at::manual_seed(seed);
  const auto output = network_.forward(batch.packed, config_.dropout, seed, frozen(config_));
  BatchLoss loss = batch_loss(config_, priors_, data_.train, batch.examples, output.logits);
  loss.total.backward();
  StepLoss out{loss.total.item<double>(), rate_at(epochs_done), std::move(loss.heads)};
  double norm = out.loss;
  if (std::isfinite(out.loss)) {
    norm = optimizer_->step(out.rate, output.word_ids,
                            output.word_rows.defined() ? output.word_rows.grad() : at::Tensor());
  }
  if (!std::isfinite(norm)) {
    return Error{ErrorCode::kInvalidData, "the loss or its gradient became " + std::to_string(norm) + " in epoch " +
                                              std::to_string(state_.epoch + 1) + ", batch " + std::to_string(step) +
                                              ": try a lower learning_rate"};
  }
  return out;
}

Result<TextTrainer::EpochLoss> TextTrainer::train_epoch() {
  const auto batches = epoch_batches(data_, config_, input_, state_.epoch);
  std::int64_t total = 0;
  for (const auto& batch : batches) total += static_cast<std::int64_t>(batch.examples.size());
  EpochLoss sums;
  sums.head_loss.assign(config_.heads.size(), 0.0);
  std::int64_t done = 0;
  const auto start = std::chrono::steady_clock::now();
  for (std::size_t i = 0; i < batches.size(); ++i) {
    const auto rows = static_cast<std::int64_t>(batches[i].examples.size());
    const double epochs_done =
        static_cast<double>(state_.epoch) + static_cast<double>(done) / static_cast<double>(total);
    EMO_ASSIGN(const auto step, train_step(batches[i], static_cast<std::int64_t>(i), epochs_done));
    sums.loss += step.loss * static_cast<double>(rows);
    for (std::size_t h = 0; h < step.heads.size(); ++h) sums.head_loss[h] += step.heads[h] * static_cast<double>(rows);
    done += rows;
    const double per_second = static_cast<double>(done) / std::max(seconds_since(start), 1e-9);
    const auto epochs_after = static_cast<double>(config_.epochs - state_.epoch - 1);
    const double rest = static_cast<double>(total - done) + static_cast<double>(total) * epochs_after;
    observer_.on_step({state_.epoch + 1, config_.epochs, done, total, sums.loss / static_cast<double>(done), step.rate,
                       per_second, rest / per_second});
    if (observer_.interrupted()) {
      interrupted_ = true;
      return sums;
    }
  }
  sums.loss /= static_cast<double>(total);
  for (double& value : sums.head_loss) value /= static_cast<double>(total);
  sums.seconds = seconds_since(start);
  return sums;
}

std::vector<HeadScore> TextTrainer::evaluate() {
  at::NoGradGuard no_grad;
  std::vector<std::vector<float>> logits(config_.heads.size());
  for (const auto& batch : plain_batches(data_.dev, config_.tokens_per_batch * 2, input_)) {
    const auto output = network_.forward(batch.packed, 0.0, 0, Frozen::kWords);
    for (std::size_t h = 0; h < logits.size(); ++h) {
      const at::Tensor values = output.logits[h].to(at::kCPU).contiguous();
      logits[h].insert(logits[h].end(), values.data_ptr<float>(), values.data_ptr<float>() + values.numel());
    }
  }
  std::vector<HeadScore> scores;
  for (std::size_t h = 0; h < logits.size(); ++h) {
    scores.push_back(
        score_head(config_.heads[h], labelled_outputs(data_.dev, h, logits[h], config_.heads[h].labels.size())));
  }
  return scores;
}

EpochFigures TextTrainer::figures_of(const EpochLoss& trained, const std::vector<HeadScore>& scores) const {
  double mean = 0;
  EpochFigures figures{
      {"epoch", static_cast<double>(state_.epoch)}, {"seconds", trained.seconds}, {"train_loss", trained.loss}};
  for (std::size_t h = 0; h < scores.size(); ++h) {
    const auto& name = config_.heads[h].name;
    figures.emplace_back(name + "_train_loss", trained.head_loss[h]);
    figures.emplace_back(name + "_dev_loss", scores[h].loss);
    figures.emplace_back(name + "_dev_macro_f1", scores[h].macro_f1);
    mean += scores[h].macro_f1 / static_cast<double>(scores.size());
  }
  figures.emplace_back(kDevScore, mean);
  return figures;
}

Result<void> TextTrainer::finish_epoch(const EpochLoss& trained) {
  ++state_.epoch;
  state_.optimizer_steps = optimizer_->steps();
  optimizer_->swap_average();
  const EpochFigures figures = figures_of(trained, evaluate());
  const double score = figures.back().second;
  state_.history.push_back(figures);
  const bool best = score > state_.best_score;
  if (best) {
    state_.best_score = score;
    state_.best_epoch = state_.epoch;
    EMO_TRY(save_checkpoint(folder_.best_checkpoint(), network_.parameters(), to_json(state_)));
  }
  optimizer_->swap_average();
  EMO_TRY(save_last());
  io::OrderedJson line;
  for (const auto& [name, value] : figures) line[name] = value;
  line["epoch"] = state_.epoch;
  line["best"] = best;
  EMO_TRY(folder_.log(io::dump_json(line)));
  EMO_TRY(folder_.write_results(state_.history));
  observer_.on_epoch({state_.epoch, best, figures});
  return {};
}

Result<void> TextTrainer::save_last() {
  auto tensors = network_.parameters();
  for (auto& item : optimizer_->state()) tensors.push_back(std::move(item));
  return save_checkpoint(folder_.last_checkpoint(), tensors, to_json(state_));
}

}  // namespace emo::train
