// Fine-tuning of a text encoder with heads.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "train/observer.hpp"
#include "train/optimizer.hpp"
#include "train/text_batch_loss.hpp"
#include "train/text_batches.hpp"
#include "train/text_dataset.hpp"
#include "train/text_network.hpp"
#include "train/text_scores.hpp"
#include "train/text_start.hpp"
#include "train/text_windows.hpp"
#include "train/training_loop.hpp"

namespace emo::train {

/// What texts bring to the training loop, and the loop itself. Not thread-safe; uses as many threads as libtorch is set
/// to.
class TextTrainer : private TrainingTask {
 public:
  /// Precondition: heads complete. `data` and `start` are taken over.
  TextTrainer(TextTrainConfig config, TextDataset data, TextStart start, RunFolder folder, TrainingObserver& observer);

  /// As TrainingLoop::resume().
  Result<void> resume() { return loop_.resume(); }
  /// As TrainingLoop::run(), from the start weights unless resumed; then one of `start_shares` of these goes into the
  /// network, unless the start itself was kept.
  /// Teachers are asked on `threads` threads where an epoch is left. Errors: also kInvalidModel (start weights do not
  /// fit), those of add_text_teachers.
  Result<void> run(int threads = 1);

  [[nodiscard]] TextNetwork& network() { return network_; }
  [[nodiscard]] const TextDataset& data() const { return data_; }
  [[nodiscard]] const TextTrainConfig& config() const { return config_; }
  [[nodiscard]] const TextStart& start() const { return start_; }
  [[nodiscard]] const TrainingState& state() const { return loop_.state(); }
  [[nodiscard]] bool was_interrupted() const { return loop_.was_interrupted(); }
  /// What the weights are, in words of mix_with_start(); "" = the trained ones.
  [[nodiscard]] const std::string& mixture() const { return mixture_; }

 private:
  std::vector<std::int64_t> start_epoch(std::int64_t epoch, double progress) override;
  StepOutcome train_step(const LoopStep& step) override;
  EpochFigures evaluate(const EpochSummary& trained) override;
  [[nodiscard]] std::vector<double> row_losses() const override { return row_losses_; }
  NamedTensors weights() override { return network_.parameters(); }
  void swap_average() override { optimizer_->swap_average(); }
  [[nodiscard]] std::int64_t optimizer_steps() const override { return optimizer_->steps(); }
  NamedTensors optimizer_state() override { return optimizer_->state(); }
  Result<void> load_optimizer_state(const std::map<std::string, at::Tensor>& tensors, std::int64_t steps) override;

  Result<void> begin();
  void make_optimizer();
  Result<void> mix_in_start();
  std::vector<HeadScore> dev_scores();

  TextTrainConfig config_;
  TextDataset data_;
  TextStart start_;
  TrainingObserver& observer_;
  TextNetwork network_;
  TextEncoderInput input_;
  WindowLogits dev_;  ///< the windows of the development rows, and what the network said of them last
  std::vector<ClassPrior> priors_;
  std::unique_ptr<AdamW> optimizer_;
  std::vector<TextBatch> batches_;  ///< of the epoch that is being trained
  std::vector<double> head_loss_;   ///< sums over its rows
  std::vector<double> head_rows_;   ///< how many of each head these are: those with a label of it or a teacher's answer
  std::vector<HeadOutputs> seen_;   ///< what each head said of its rows when they were learnt
  std::vector<double> row_losses_;  ///< of the last evaluate(), with TextSelection::kCalibratedLoss
  std::string mixture_;
  TrainingLoop loop_;
};

/// What reads the texts of a run, cut where `config` or the network of `start` ends. Uses the tokenizer of `start`,
/// which must outlive it.
TextEncoderInput encoder_input(const TextTrainConfig& config, const TextStart& start);

/// How the exported model will read its texts: in overlapping windows of 256 tokens, or as many as the network takes.
io::TextPreprocess served_preprocess(const TextTrainConfig& config, const TextStart& start);

/// The parameters of `network` with layer-wise decayed rates: heads `head_rate_scale`, the top layer 1, each layer
/// below `layer_decay` times the one above, embeddings lowest. Norms and biases carry no weight decay. The word table
/// is not among them (see AdamW::add_rows).
std::vector<OptimizedParameter> optimized_parameters(TextNetwork& network, const TextTrainConfig& config);

}  // namespace emo::train
