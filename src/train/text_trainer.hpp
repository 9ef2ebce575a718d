// Fine-tuning of a text encoder with heads: epochs, development scores, checkpoints, resume.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "train/batch_loss.hpp"
#include "train/observer.hpp"
#include "train/optimizer.hpp"
#include "train/run_folder.hpp"
#include "train/text_batches.hpp"
#include "train/text_dataset.hpp"
#include "train/text_network.hpp"
#include "train/text_scores.hpp"
#include "train/text_start.hpp"
#include "train/training_state.hpp"

namespace emo::train {

/// One run. Everything random follows from (seed, epoch, step), and the state is saved at every epoch's end, so a run
/// that is killed and resumed gives the same weights as an unbroken one on the same number of threads. Not thread-safe;
/// uses as many threads as libtorch is set to.
class TextTrainer {
 public:
  /// Precondition: heads complete. `data` and `start` are taken over.
  TextTrainer(TextTrainConfig config, TextDataset data, TextStart start, RunFolder folder, TrainingObserver& observer);

  /// Continues from the last checkpoint of the run folder; a run that was stopped inside its first epoch starts over.
  /// Errors: kInvalidModel (damaged checkpoint), kInvalidData (one of another run).
  Result<void> resume();
  /// Trains the remaining epochs. Ends early on patience or interruption. Afterwards the network holds the weights of
  /// the best epoch (moving average included), unless interrupted. Errors: kInvalidModel (start weights do not fit),
  /// kInvalidData (loss or gradient not finite), kIo.
  Result<void> run();

  [[nodiscard]] TextNetwork& network() { return network_; }
  [[nodiscard]] const TextDataset& data() const { return data_; }
  [[nodiscard]] const TextTrainConfig& config() const { return config_; }
  [[nodiscard]] const TextStart& start() const { return start_; }
  [[nodiscard]] const TrainingState& state() const { return state_; }
  [[nodiscard]] bool was_interrupted() const { return interrupted_; }

 private:
  struct EpochLoss {
    double loss = 0, seconds = 0;
    std::vector<double> head_loss;
  };
  struct StepLoss {
    double loss = 0, rate = 0;
    std::vector<double> heads;
  };
  Result<void> begin();
  void make_optimizer();
  [[nodiscard]] double rate_at(double epochs_done) const;
  [[nodiscard]] bool out_of_patience() const;
  Result<EpochLoss> train_epoch();
  Result<StepLoss> train_step(const TextBatch& batch, std::int64_t step, double epochs_done);
  std::vector<HeadScore> evaluate();
  Result<void> finish_epoch(const EpochLoss& trained);
  [[nodiscard]] EpochFigures figures_of(const EpochLoss& trained, const std::vector<HeadScore>& scores) const;
  Result<void> save_last();
  Result<void> load_weights(const std::string& path, const std::map<std::string, at::Tensor>& tensors);

  TextTrainConfig config_;
  TextDataset data_;
  TextStart start_;
  RunFolder folder_;
  TrainingObserver& observer_;
  TextNetwork network_;
  TextEncoderInput input_;
  std::vector<ClassPrior> priors_;
  std::unique_ptr<AdamW> optimizer_;
  TrainingState state_;
  bool interrupted_ = false;
};

/// The parameters of `network` with layer-wise decayed rates: heads `head_rate_scale`, the top layer 1, each layer
/// below `layer_decay` times the one above, embeddings lowest. Norms and biases carry no weight decay. The word table
/// is not among them (see AdamW::add_rows).
std::vector<OptimizedParameter> optimized_parameters(TextNetwork& network, const TextTrainConfig& config);

}  // namespace emo::train
