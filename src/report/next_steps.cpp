// From a verdict on overfitting and what is known of the run to advice, in sentences. Judges nothing itself.
#include "report/next_steps.hpp"

namespace emo::report {

std::vector<std::string> next_steps(const FitVerdict& verdict, const TrainingFacts& facts) {
  std::vector<std::string> steps;
  const bool over = verdict.run >= Fit::kMild;
  const bool strong = verdict.run >= Fit::kMarked;
  const FitIndicators& found = verdict.indicators;
  constexpr std::uint64_t kFewRows = 5000;
  const bool apart = came_apart(found);
  if (found.not_finite) {
    steps.emplace_back("A loss was not a finite number: lower the learning rate, or look for broken rows in the data.");
  } else if (apart) {
    steps.emplace_back(found.start_lost ? "Lower the learning rate: training lost what the start knew."
                                        : "Lower the learning rate: training loss itself rose, so that the run came "
                                          "apart.");
  } else if (verdict.run == Fit::kUnknown) {
    const bool has_figures = found.best_loss_epoch || found.best_score_epoch;
    steps.emplace_back(std::string("Train for two epochs or more") + (has_figures ? "" : " with a validation set") +
                       ", so that over- and underfitting can be told.");
    return steps;
  }
  // Whatever the verdict: training that changed nothing for the better is not "nothing needs to change".
  if (facts.start_kept || found.kept_epoch == 0) {
    steps.emplace_back(
        "Keep the start, as this run did: no epoch was better on the validation rows. A lower learning rate or more "
        "labelled rows may change that.");
  } else if (over && found.kept_epoch != found.last_epoch) {
    const bool stops = facts.early_stopping.value_or(false);
    steps.push_back("Keep the weights of epoch " + std::to_string(*found.kept_epoch) +
                    (stops ? ", as this run did."
                     : apart || found.not_finite
                         ? "."
                         : " and stop early (patience 2): later epochs only learn the training rows by heart."));
  }
  if (apart) return steps;  // more rows, dropout or epochs mend nothing of it
  if (strong && facts.training_rows && *facts.training_rows < kFewRows) {
    steps.push_back("Get more labelled rows: " + std::to_string(*facts.training_rows) +
                    " are few for this many weights; or freeze the encoder and train the heads alone.");
  } else if (strong) {
    steps.emplace_back(
        "Get more varied labelled rows of the classes that are read worst; it helps more than any setting.");
  }
  if (over && !facts.augmentation.value_or(false)) {
    steps.emplace_back("Turn augmentation on, so that no row is seen twice in the same form.");
  } else if (strong) {
    steps.emplace_back("Make augmentation stronger (random erasing, mixup for faces; typos and case for texts).");
  }
  if (over && facts.dropout.value_or(0) < 0.2) steps.emplace_back("Raise dropout to 0.2-0.3.");
  if (over && facts.weight_decay.value_or(0) < 0.05) {
    steps.emplace_back("Raise weight decay, or smooth the labels by 0.05-0.1.");
  }
  if (strong)
    steps.emplace_back("Lower the learning rate of the encoder, freeze its lower layers, or take a smaller model.");
  if (verdict.run == Fit::kUnderfit) {
    steps.emplace_back(verdict.learning ? "Train for more epochs: the curves have not levelled off."
                                        : "Look at the labels and the learning rate: so far nothing was learnt.");
    if (facts.frozen_encoder.value_or(false)) steps.emplace_back("Let the encoder learn too (it is frozen).");
    steps.emplace_back("Raise the learning rate by a half, or warm up for fewer steps.");
    if (facts.dropout.value_or(0) > 0.2) steps.emplace_back("Lower dropout.");
    steps.emplace_back("Take a larger model, if training accuracy stays low after that.");
  }
  if (steps.empty()) {
    steps.emplace_back(
        "Nothing needs to change for overfitting; gains are to be had from more data for the worst classes.");
  }
  return steps;
}

}  // namespace emo::report
