// The training loop. Losses, batches, optimiser and files live in their own units.
#include "train/text_trainer.hpp"

#include <chrono>
#include <cmath>
#include <utility>

#include "io/json.hpp"

namespace emo::train {
namespace {

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// Rows of a batch that are labelled for one head, and their values as a tensor.
struct LabelledRows {
  std::vector<std::int64_t> rows;
  std::vector<float> values;

  void add(std::int64_t row, const std::vector<float>& target) {
    if (target.empty()) return;
    rows.push_back(row);
    values.insert(values.end(), target.begin(), target.end());
  }
  at::Tensor index(torch::Device device) const { return at::tensor(rows).to(device); }
  at::Tensor targets(torch::Device device) const {
    return at::tensor(values).view({static_cast<std::int64_t>(rows.size()), -1}).to(device);
  }
};

torch::Device best_device() { return torch::cuda::is_available() ? torch::Device(torch::kCUDA) : torch::Device(torch::kCPU); }

}  // namespace

std::vector<OptimizedParameter> optimized_parameters(TextNetwork& network, const TextTrainConfig& config) {
  const std::int64_t layers = network.architecture().encoder.layers;
  std::vector<OptimizedParameter> out;
  for (auto& [name, value] : network.parameters()) {
    if (name == "embeddings.word") continue;
    OptimizedParameter parameter{name, value, 1.0, value.dim() > 1};
    if (name.rfind("heads.", 0) == 0) {
      parameter.rate_scale = config.head_rate_scale;
    } else if (name.rfind("layers.", 0) == 0) {
      const std::int64_t layer = std::stoll(name.substr(7));
      parameter.rate_scale = std::pow(config.layer_decay, static_cast<double>(layers - 1 - layer));
    } else {
      parameter.rate_scale = std::pow(config.layer_decay, static_cast<double>(layers));
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
             std::min(config_.max_tokens, start_.architecture.encoder.max_tokens())) {
  for (std::size_t h = 0; h < config_.heads.size(); ++h) {
    std::vector<double> mass(config_.heads[h].labels.size(), 0.0);
    for (const auto& example : data_.train) {
      const double repeat = config_.sources[example.source].repeat;
      for (std::size_t k = 0; k < example.targets[h].size(); ++k) mass[k] += repeat * static_cast<double>(example.targets[h][k]);
    }
    ClassPrior prior = class_prior(config_.heads[h], at::tensor(mass).to(at::kFloat));
    if (prior.weights.defined()) prior.weights = prior.weights.to(network_.device());
    if (prior.log_prior.defined()) prior.log_prior = prior.log_prior.to(network_.device());
    priors_.push_back(std::move(prior));
  }
}

Result<void> TextTrainer::resume() {
  EMO_ASSIGN(auto checkpoint, load_checkpoint_file(folder_.last_checkpoint()));
  {
    torch::NoGradGuard no_grad;
    for (auto& [name, parameter] : network_.parameters()) {
      const auto found = checkpoint.tensors.find(name);
      if (found == checkpoint.tensors.end() || found->second.sizes() != parameter.sizes()) {
        return Error{ErrorCode::kInvalidData, folder_.last_checkpoint() + " does not fit this run: tensor '" + name + "'"};
      }
      parameter.copy_(found->second);
    }
  }
  EMO_TRY(read_state(checkpoint.note));
  optimizer_ = std::make_unique<AdamW>(optimized_parameters(network_, config_),
                                       AdamWOptions{0.9, 0.98, 1e-6, config_.weight_decay, config_.clip_norm, config_.ema});
  if (!config_.freeze_words) optimizer_->add_rows({"embeddings.word", network_.parameter("embeddings.word"),
                                                    std::pow(config_.layer_decay, static_cast<double>(network_.architecture().encoder.layers)), false});
  EMO_ASSIGN(const auto note, io::parse_json(checkpoint.note, folder_.last_checkpoint()));
  EMO_TRY(optimizer_->load_state(checkpoint.tensors, note["optimizer_steps"].get<std::int64_t>()));
  return folder_.truncate_log(epoch_);
}

Result<void> TextTrainer::run() {
  if (!optimizer_) {
    EMO_ASSIGN(const auto taken, network_.assign(start_.weights));
    observer_.on_message("start: " + start_.base_weights + " (" + std::to_string(taken) + " tensors), " +
                         std::to_string(data_.train.size()) + " training rows, " + std::to_string(data_.dev.size()) +
                         " development rows, " + std::to_string(data_.dropped) + " rows left out");
    optimizer_ = std::make_unique<AdamW>(optimized_parameters(network_, config_),
                                         AdamWOptions{0.9, 0.98, 1e-6, config_.weight_decay, config_.clip_norm, config_.ema});
    if (!config_.freeze_words) optimizer_->add_rows({"embeddings.word", network_.parameter("embeddings.word"),
                                                      std::pow(config_.layer_decay, static_cast<double>(network_.architecture().encoder.layers)), false});
  }
  start_.weights.clear();
  while (epoch_ < config_.epochs) {
    EMO_ASSIGN(const auto trained, train_epoch(epoch_));
    if (interrupted_) return {};
    EMO_TRY(finish_epoch(epoch_ + 1, trained));
    if (config_.patience > 0 && epoch_ - best_epoch_ >= config_.patience) {
      observer_.on_message("no better development score for " + std::to_string(config_.patience) + " epochs: stopping");
      break;
    }
  }
  return load_best();
}

Result<TextTrainer::EpochLoss> TextTrainer::train_epoch(std::int64_t epoch) {
  const auto batches = epoch_batches(data_, config_, input_, epoch);
  std::int64_t total = 0;
  for (const auto& batch : batches) total += static_cast<std::int64_t>(batch.examples.size());
  EpochLoss sums;
  sums.head_loss.assign(config_.heads.size(), 0.0);
  std::vector<double> head_rows(config_.heads.size(), 0.0);
  double loss_sum = 0;
  std::int64_t done = 0;
  const auto start = std::chrono::steady_clock::now();
  for (std::size_t i = 0; i < batches.size(); ++i) {
    const auto& batch = batches[i];
    const auto rows = static_cast<std::int64_t>(batch.examples.size());
    const auto seen = static_cast<double>(epoch) + static_cast<double>(done) / static_cast<double>(total);
    const double rate = config_.learning_rate *
                        warmup_cosine(static_cast<std::int64_t>(seen * 1e6),
                                      static_cast<std::int64_t>(config_.warmup * static_cast<double>(config_.epochs) * 1e6) + 1,
                                      config_.epochs * 1000000, config_.rate_floor);
    const auto step_seed = static_cast<std::uint32_t>(config_.seed * 7919 + epoch * 104729 + static_cast<std::int64_t>(i));
    torch::manual_seed(step_seed);
    auto output = network_.forward(batch.packed, config_.dropout, step_seed, !config_.freeze_words);
    std::vector<double> head_losses(config_.heads.size(), 0.0);
    const at::Tensor loss = batch_loss(output, batch, head_losses);
    loss.backward();
    const double value = loss.item<double>();
    if (!std::isfinite(value)) {
      return Error{ErrorCode::kInvalidData, "the loss became " + std::to_string(value) + " in epoch " +
                                                std::to_string(epoch + 1) + ", batch " + std::to_string(i) +
                                                ": try a lower learning_rate"};
    }
    optimizer_->step(rate, output.word_ids, output.word_rows.defined() ? output.word_rows.grad() : at::Tensor());
    loss_sum += value * static_cast<double>(rows);
    for (std::size_t h = 0; h < head_losses.size(); ++h) sums.head_loss[h] += head_losses[h] * static_cast<double>(rows);
    done += rows;
    const double elapsed = seconds_since(start);
    const double per_second = static_cast<double>(done) / std::max(elapsed, 1e-9);
    const double rest = static_cast<double>(total - done) + static_cast<double>(total) * static_cast<double>(config_.epochs - epoch - 1);
    observer_.on_step({epoch + 1, config_.epochs, done, total, loss_sum / static_cast<double>(done), rate, per_second,
                       rest / per_second});
    if (observer_.interrupted()) {
      interrupted_ = true;
      return sums;
    }
  }
  sums.loss = loss_sum / static_cast<double>(total);
  for (double& value : sums.head_loss) value /= static_cast<double>(total);
  sums.seconds = seconds_since(start);
  return sums;
}

at::Tensor TextTrainer::batch_loss(const TextNetwork::Output& output, const TextBatch& batch,
                                   std::vector<double>& head_losses) {
  at::Tensor total = at::zeros({}, at::TensorOptions().device(network_.device()));
  const auto rows = static_cast<double>(batch.examples.size());
  for (std::size_t h = 0; h < config_.heads.size(); ++h) {
    LabelledRows gold;
    LabelledRows taught;
    for (std::size_t b = 0; b < batch.examples.size(); ++b) {
      const auto& example = data_.train[batch.examples[b]];
      gold.add(static_cast<std::int64_t>(b), example.targets[h]);
      if (!example.teacher.empty()) taught.add(static_cast<std::int64_t>(b), example.teacher[h]);
    }
    const auto& plan = config_.heads[h];
    const double imitate = taught.rows.empty() ? 0.0 : config_.distill_weight;
    at::Tensor loss = at::zeros({}, total.options());
    if (!gold.rows.empty()) {
      const at::Tensor logits = output.logits[h].index_select(0, gold.index(network_.device()));
      loss = loss + (1.0 - imitate) * (static_cast<double>(gold.rows.size()) / rows) *
                        head_loss(plan, priors_[h], logits, gold.targets(network_.device()));
    }
    if (imitate > 0) {
      const at::Tensor logits = output.logits[h].index_select(0, taught.index(network_.device()));
      loss = loss + imitate * (static_cast<double>(taught.rows.size()) / rows) *
                        distillation_loss(plan, logits, taught.targets(network_.device()), config_.distill_temperature);
    }
    head_losses[h] = loss.item<double>();
    total = total + plan.weight * loss;
  }
  return total;
}

std::vector<HeadScore> TextTrainer::evaluate() {
  torch::NoGradGuard no_grad;
  std::vector<std::vector<float>> logits(config_.heads.size());
  for (const auto& batch : plain_batches(data_.dev, config_.tokens_per_batch * 2, input_)) {
    const auto output = network_.forward(batch.packed, 0.0, 0, false);
    for (std::size_t h = 0; h < logits.size(); ++h) {
      const at::Tensor values = output.logits[h].to(at::kCPU).contiguous();
      logits[h].insert(logits[h].end(), values.data_ptr<float>(), values.data_ptr<float>() + values.numel());
    }
  }
  std::vector<HeadScore> scores;
  for (std::size_t h = 0; h < logits.size(); ++h) {
    scores.push_back(score_head(config_.heads[h],
                                labelled_outputs(data_.dev, h, logits[h], config_.heads[h].labels.size())));
  }
  return scores;
}

Result<void> TextTrainer::finish_epoch(std::int64_t epoch, const EpochLoss& trained) {
  optimizer_->swap_average();
  const auto scores = evaluate();
  double mean = 0;
  std::vector<std::pair<std::string, double>> row{{"epoch", static_cast<double>(epoch)},
                                                  {"seconds", trained.seconds},
                                                  {"train_loss", trained.loss}};
  for (std::size_t h = 0; h < scores.size(); ++h) {
    const auto& name = config_.heads[h].name;
    row.emplace_back(name + "_train_loss", trained.head_loss[h]);
    row.emplace_back(name + "_dev_loss", scores[h].loss);
    row.emplace_back(name + "_dev_macro_f1", scores[h].macro_f1);
    mean += scores[h].macro_f1 / static_cast<double>(scores.size());
  }
  row.emplace_back("dev_score", mean);
  const bool best = mean > best_score_;
  if (best) {
    best_score_ = mean;
    best_epoch_ = epoch;
    std::vector<std::pair<std::string, at::Tensor>> weights(network_.parameters().begin(), network_.parameters().end());
    EMO_TRY(save_checkpoint(folder_.best_checkpoint(), weights, state_note()));
  }
  optimizer_->swap_average();
  epoch_ = epoch;
  history_.push_back(row);
  std::vector<std::pair<std::string, at::Tensor>> all(network_.parameters().begin(), network_.parameters().end());
  for (auto& item : optimizer_->state()) all.push_back(std::move(item));
  EMO_TRY(save_checkpoint(folder_.last_checkpoint(), all, state_note()));
  io::OrderedJson line;
  for (const auto& [name, value] : row) line[name] = value;
  line["epoch"] = epoch;
  line["best"] = best;
  EMO_TRY(folder_.log(io::dump_json(line)));
  EMO_TRY(folder_.write_results(history_));
  observer_.on_epoch({epoch, best, row});
  return {};
}

std::string TextTrainer::state_note() const {
  io::OrderedJson note;
  note["epoch"] = epoch_;
  note["best_epoch"] = best_epoch_;
  note["best_score"] = best_score_;
  note["optimizer_steps"] = optimizer_->steps();
  note["history"] = io::OrderedJson::array();
  for (const auto& row : history_) {
    io::OrderedJson item = io::OrderedJson::array();
    for (const auto& [name, value] : row) item.push_back({name, value});
    note["history"].push_back(std::move(item));
  }
  return io::dump_json(note);
}

Result<void> TextTrainer::read_state(const std::string& note) {
  EMO_ASSIGN(const auto json, io::parse_json(note, folder_.last_checkpoint()));
  try {
    epoch_ = json.at("epoch").get<std::int64_t>();
    best_epoch_ = json.at("best_epoch").get<std::int64_t>();
    best_score_ = json.at("best_score").get<double>();
    for (const auto& row : json.at("history")) {
      history_.emplace_back();
      for (const auto& item : row) history_.back().emplace_back(item.at(0).get<std::string>(), item.at(1).get<double>());
    }
  } catch (const io::Json::exception& failure) {
    return Error{ErrorCode::kInvalidData, folder_.last_checkpoint() + ": damaged training state: " + failure.what()};
  }
  return {};
}

Result<void> TextTrainer::load_best() {
  EMO_ASSIGN(const auto best, load_checkpoint_file(folder_.best_checkpoint()));
  torch::NoGradGuard no_grad;
  for (auto& [name, parameter] : network_.parameters()) {
    const auto found = best.tensors.find(name);
    if (found == best.tensors.end()) return Error{ErrorCode::kInvalidData, folder_.best_checkpoint() + " lacks '" + name + "'"};
    parameter.copy_(found->second);
  }
  return {};
}

}  // namespace emo::train
