// Fine-tuning of a text encoder with heads: epochs, development scores, checkpoints, resume.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "train/observer.hpp"
#include "train/optimizer.hpp"
#include "train/checkpoint_file.hpp"
#include "train/run_folder.hpp"
#include "train/text_dataset.hpp"
#include "train/text_network.hpp"
#include "train/text_scores.hpp"
#include "train/text_start.hpp"

namespace emo::train {

/// One run. Everything random follows from (seed, epoch, step), and the state is saved at every epoch's end, so a run
/// that is killed and resumed gives the same weights as an unbroken one on the same number of threads.
class TextTrainer {
 public:
  /// Precondition: heads complete. `data` and `start` are taken over.
  TextTrainer(TextTrainConfig config, TextDataset data, TextStart start, RunFolder folder, TrainingObserver& observer);

  /// Continues from the last checkpoint of the run folder. Errors: kNotFound, kInvalidData.
  Result<void> resume();
  /// Trains the remaining epochs. Ends early on patience or interruption. Afterwards the network holds the weights of
  /// the best epoch (moving average included).
  Result<void> run();

  [[nodiscard]] TextNetwork& network() { return network_; }
  [[nodiscard]] const TextDataset& data() const { return data_; }
  [[nodiscard]] const TextTrainConfig& config() const { return config_; }
  [[nodiscard]] const TextStart& start() const { return start_; }
  [[nodiscard]] bool was_interrupted() const { return interrupted_; }

 private:
  struct EpochLoss {
    double loss = 0, seconds = 0;
    std::vector<double> head_loss;
  };
  Result<EpochLoss> train_epoch(std::int64_t epoch);
  at::Tensor batch_loss(const TextNetwork::Output& output, const TextBatch& batch, std::vector<double>& head_losses);
  std::vector<HeadScore> evaluate();
  Result<void> finish_epoch(std::int64_t epoch, const EpochLoss& trained);
  [[nodiscard]] std::string state_note() const;
  Result<void> read_state(const std::string& note);
  Result<void> load_best();

  TextTrainConfig config_;
  TextDataset data_;
  TextStart start_;
  RunFolder folder_;
  TrainingObserver& observer_;
  TextNetwork network_;
  TextEncoderInput input_;
  std::vector<ClassPrior> priors_;
  std::unique_ptr<AdamW> optimizer_;
  std::int64_t epoch_ = 0;  ///< finished epochs
  double best_score_ = -1;
  std::int64_t best_epoch_ = 0;
  std::vector<std::vector<std::pair<std::string, double>>> history_;
  bool interrupted_ = false;
};

/// The parameters of `network` with layer-wise decayed rates: heads `head_rate_scale`, the top layer 1, each layer below
/// `layer_decay` times the one above, embeddings lowest. Norms and biases carry no weight decay.
std::vector<OptimizedParameter> optimized_parameters(TextNetwork& network, const TextTrainConfig& config);

}  // namespace emo::train
