// What faces bring to the training loop: a network, batches of views, losses, scores.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "train/face_batch_ahead.hpp"
#include "train/face_batches.hpp"
#include "train/face_dataset.hpp"
#include "train/face_scores.hpp"
#include "train/face_teacher_networks.hpp"
#include "train/image_module.hpp"
#include "train/losses.hpp"
#include "train/moving_average.hpp"
#include "train/optimizer.hpp"
#include "train/training_loop.hpp"

namespace emo::train {

class FaceTask : public TrainingTask {
 public:
  /// `config`, `data` and `module` must outlive the task. `teachers` are asked about each random view.
  FaceTask(const FaceTrainConfig& config, const FaceDataset& data, ImageModule& module, TeacherNetworks teachers = {});

  std::vector<std::int64_t> start_epoch(std::int64_t epoch, double progress) override;
  StepOutcome train_step(const LoopStep& step) override;
  EpochFigures evaluate(const EpochSummary& trained) override;
  NamedTensors weights() override;
  [[nodiscard]] std::vector<double> row_losses() const override { return row_losses_; }
  void swap_average() override { average_.swap(); }
  [[nodiscard]] std::int64_t optimizer_steps() const override { return optimizer_->steps(); }
  NamedTensors optimizer_state() override;
  Result<void> load_optimizer_state(const std::map<std::string, at::Tensor>& tensors, std::int64_t steps) override;

  /// Logits of `examples` at the network's own size with the weights as they are.
  HeadLogits logits_of(const std::vector<FaceExample>& examples);

 private:
  FaceBatch batch_of(std::int64_t epoch, std::size_t index) const;
  at::Tensor loss_of(const FaceBatch& batch, const std::vector<at::Tensor>& logits) const;
  void count_hits(const FaceBatch& batch, const std::vector<at::Tensor>& logits);
  void freeze_for(double progress);
  void perturb(double radius);
  void restore();

  const FaceTrainConfig& config_;
  const FaceDataset& data_;
  ImageModule& module_;
  const std::vector<std::size_t> stages_;  ///< of each layer
  std::vector<ClassPrior> priors_;
  std::unique_ptr<Optimizer> optimizer_;
  MovingAverage average_;
  TeacherNetworks teachers_;
  std::vector<std::vector<std::size_t>> batches_;
  /// Of the step, for side, mixing and freezing; batches that are made ahead read it a step or two early.
  std::atomic<double> progress_ = 0;
  std::size_t open_stages_ = SIZE_MAX;  ///< those that are trained; SIZE_MAX: not decided yet
  double hits_ = 0, counted_ = 0;
  std::vector<double> row_losses_;  ///< of the last evaluate(), with Selection::kCalibratedLoss
  std::vector<std::pair<at::Tensor, at::Tensor>> perturbations_;  ///< SAM: parameter and what was added to it
  std::unique_ptr<BatchAhead> ahead_;  ///< where another device computes; last: its thread reads the others
};

/// Which stage each layer is in, counted from the output: 0 for those with the smallest maps, 1 for the next size, …
std::vector<std::size_t> stages_from_output(const core::ImageNetwork& network);

/// The parameters of `module`: heads at `head_rate_scale`, the last stage at 1, each stage before it
/// `stage_decay` times the next. Norms, biases and positions carry no weight decay.
std::vector<OptimizedParameter> optimized_parameters(ImageModule& module, const FaceTrainConfig& config);

}  // namespace emo::train
